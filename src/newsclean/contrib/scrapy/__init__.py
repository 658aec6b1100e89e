"""Clean the items of a Scrapy crawl: an item pipeline, the add-on that installs it, and `page` for the spider.

    ADDONS = {"newsclean.contrib.scrapy.Addon": 500}      # settings.py

    def parse(self, response):                            # the spider
        yield page(response, channel="财经")

A pipeline sees items and no responses, so the item carries the bytes of its page: encodings are read from them.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from itemadapter import ItemAdapter

from newsclean.contrib.scrapy.items import clean_item, flag_item, is_ours
from newsclean.contrib.scrapy.settings import Options, read_settings
from newsclean.corpus.summary import count

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

_log = logging.getLogger(__name__)


def page(response: Response, **fields: Any) -> dict[str, Any]:
    """Return what an item needs of a response, and more `fields`: `url`, `content_type`, and the bytes as `raw`."""
    content_type = response.headers.get("Content-Type") or b""
    return {"url": response.url, "content_type": content_type.decode("latin-1"), "raw": response.body} | fields


class Addon:
    """Install `Pipeline` among the item pipelines at 300, unless the project has placed it already."""

    def update_settings(self, settings: BaseSettings) -> None:
        """Do so; Scrapy calls this before the crawl."""
        settings.setdefault_in_component_priority_dict("ITEM_PIPELINES", Pipeline, 300)


class Pipeline:
    """Put the record of each item's page into the item, and count what was done in the stats of the crawl.

    An item that cannot be cleaned goes on with the fields that it came with and a flag `failed`.
    """

    def __init__(self, options: Options, tell: Callable[[str, int], None]) -> None:
        self.options = options
        self.tell = tell

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Pipeline:
        """Build the pipeline; a setting that is wrong raises `ConfigError`, and there is no crawl."""
        assert crawler.stats is not None
        return cls(read_settings(crawler.settings), crawler.stats.inc_value)

    def process_item(self, item: Any, spider: Any = None) -> Any:  # noqa: ARG002 - Scrapy 2.13 passes it
        """Return the item, cleaned."""
        counts: Counter[str] = Counter()
        adapter = ItemAdapter(item)
        try:
            if is_ours(adapter, self.options):
                count(counts, clean_item(adapter, self.options))
            else:
                counts["skipped"] += 1
        except Exception as error:  # one bad item never stops a crawl, whatever is wrong with it
            _log.warning("newsclean: %s not cleaned: %s", adapter.get("url"), error)
            flag_item(adapter, self.options, error)
            counts["failed"] += 1
        for name, number in counts.items():
            self.tell("newsclean/" + name.removeprefix("removed.").removeprefix("repaired.").replace(".", "/"), number)
        return item
