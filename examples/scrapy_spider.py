"""Crawl a news site and clean its articles.

scrapy runspider examples/scrapy_spider.py -a site=https://news.example.com/ -O news.jsonl
"""

import scrapy

from newsclean.contrib.scrapy import page


class NewsSpider(scrapy.Spider):
    name = "news"
    custom_settings = {  # in a project: ADDONS in settings.py
        "ADDONS": {"newsclean.contrib.scrapy.Addon": 500},
        "FEED_EXPORT_ENCODING": "utf-8",
    }

    def __init__(self, site: str, **options: str) -> None:
        super().__init__(start_urls=[site], **options)

    def parse(self, response):
        for link in response.css("a.page"):
            yield response.follow(link, self.parse_article)

    def parse_article(self, response):
        yield page(response, channel="社会")
