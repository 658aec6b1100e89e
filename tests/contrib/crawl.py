"""A crawl in a process of its own: python crawl.py SITE SETTINGS (JSON) CLASS...

The spider yields every page once as an item of each class. Items go to the feed that the settings name, the stats of
the crawl to standard output as JSON.
"""

import dataclasses
import json
import sys

import attrs
import pydantic
import scrapy
from scrapy.crawler import CrawlerProcess

from newsclean.contrib.scrapy import page


class Declared(scrapy.Item):
    made = scrapy.Field()
    url = scrapy.Field()
    content_type = scrapy.Field()
    raw = scrapy.Field()
    title = scrapy.Field()
    text = scrapy.Field()
    flags = scrapy.Field()


@dataclasses.dataclass
class Dataclass:
    made: str
    url: str
    raw: bytes | None = None
    content_type: str | None = None
    title: str | None = None
    text: str | None = None
    flags: list = dataclasses.field(default_factory=list)


@attrs.define
class Attrs:
    made: str
    url: str
    raw: bytes | None = None
    content_type: str | None = None
    title: str | None = None
    text: str | None = None
    flags: list = attrs.Factory(list)


class Pydantic(pydantic.BaseModel, validate_assignment=True):
    made: str
    url: str
    raw: bytes | None = None
    content_type: str | None = None
    title: str | None = None
    text: str | None = None
    flags: list = []


class Short(pydantic.BaseModel, validate_assignment=True):
    """Refuses a text of more than ten characters."""

    made: str
    url: str
    raw: bytes | str | None = None
    content_type: str | None = None
    title: str | None = None
    text: str = pydantic.Field("", max_length=10)
    flags: list = []


@dataclasses.dataclass
class Textless:
    made: str
    url: str
    content_type: str
    raw: bytes | str


@dataclasses.dataclass
class Picture:
    made: str
    url: str


CLASSES = {"dict": dict} | {kind.__name__: kind for kind in (Declared, Dataclass, Attrs, Pydantic, Short, Textless)}


class Site(scrapy.Spider):
    name = "site"

    def parse(self, response):
        for link in response.css("a.page"):
            yield response.follow(link, self.parse_page)
        yield {"made": "dict", "url": response.url, "channel": "首页"}
        yield Picture("Picture", response.url)

    def parse_page(self, response):
        for name in self.classes:
            yield CLASSES[name](**page(response, made=name))


def main(site, settings, *classes):
    process = CrawlerProcess({"LOG_LEVEL": "WARNING", "TELNETCONSOLE_ENABLED": False, **json.loads(settings)})
    crawler = process.create_crawler(Site)
    process.crawl(crawler, start_urls=[site], classes=classes)
    process.start()
    print(json.dumps(crawler.stats.get_stats(), default=str))
    sys.exit(process.bootstrap_failed)


if __name__ == "__main__":
    main(*sys.argv[1:])
