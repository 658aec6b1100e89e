"""A crawl of given items: python items.py ITEMS.pickle OUT.jsonl; each line is an item as newsclean left it."""

import pickle
import sys
from pathlib import Path

import scrapy
from scrapy import signals
from scrapy.crawler import CrawlerProcess

from newsclean.record import dumps


class Given(scrapy.Spider):
    name = "given"

    async def start(self):
        for item in pickle.loads(Path(self.items).read_bytes()):
            yield item


def main(items, target):
    settings = {"LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False}
    process = CrawlerProcess(settings | {"ADDONS": {"newsclean.contrib.scrapy.Addon": 500}})
    crawler = process.create_crawler(Given)
    with Path(target).open("wb") as out:

        def write(item):
            out.write(dumps(item) + b"\n")

        crawler.signals.connect(write, signals.item_scraped)
        process.crawl(crawler, items=items)
        process.start()


if __name__ == "__main__":
    main(*sys.argv[1:])
