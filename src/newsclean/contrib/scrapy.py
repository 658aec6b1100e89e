"""Clean the items of a Scrapy crawl: an item pipeline, the add-on that installs it, and `page` for the spider.

    ADDONS = {"newsclean.contrib.scrapy.Addon": 500}      # settings.py

    def parse(self, response):                            # the spider
        yield page(response, channel="财经")

A pipeline sees items and no responses, so the item carries the bytes of its page: encodings are read from them.
"""

from __future__ import annotations

import dataclasses
import logging
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from itemadapter import ItemAdapter

from newsclean.cleaner import Cleaner
from newsclean.corpus.fields import Fields, Item, pass_through
from newsclean.corpus.summary import count
from newsclean.errors import ConfigError, RecordError, nearest
from newsclean.record import FIELDS, PROVENANCE, to_dict

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

    from newsclean.model import Article

_INPUTS = ("raw", "content_type", "text", "html", "url", "id", "title")
_CHOICES = [choice.name for choice in dataclasses.fields(Cleaner) if choice.init]
_LISTS = ("keep", "rules", "off")
_SETTINGS = [f"NEWSCLEAN_{name}".upper() for name in ("fields", "record", "keep_raw", "provenance", *_CHOICES)]
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
            if _is_ours(adapter, self.options):
                count(counts, _clean(adapter, self.options))
            else:
                counts["skipped"] += 1
        except Exception as error:  # one bad item never stops a crawl, whatever is wrong with it
            _log.warning("newsclean: %s not cleaned: %s", adapter.get("url"), error)
            _flag(adapter, self.options, error)
            counts["failed"] += 1
        for name, number in counts.items():
            self.tell("newsclean/" + name.removeprefix("removed.").removeprefix("repaired.").replace(".", "/"), number)
        return item


class Options(NamedTuple):
    """What the `NEWSCLEAN_*` settings say: `page` reads items with bytes or a whole page in the field `raw`."""

    cleaner: Cleaner
    raw: str
    content_type: str
    page: Fields
    fields: Fields
    record: str | Mapping[str, str] | None
    keep_raw: bool
    provenance: str


def read_settings(settings: BaseSettings) -> Options:
    """Return the options of a crawl; raise `ConfigError` for an unknown setting or value, naming the nearest."""
    for name in settings:
        if str(name).startswith("NEWSCLEAN_"):
            _check(name, _SETTINGS, "no such setting")
    names = settings.getdict("NEWSCLEAN_FIELDS")
    for name in names:
        _check(name, _INPUTS, "NEWSCLEAN_FIELDS: nothing is called")
    given = {name: names[name] for name in ("url", "id", "title") if name in names}
    texts = {name: names[name] for name in ("text", "html") if name in names}
    raw = names.get("raw", "raw")
    provenance = settings.get("NEWSCLEAN_PROVENANCE", "full")
    _check(provenance, PROVENANCE, "NEWSCLEAN_PROVENANCE: unknown value")
    return Options(
        cleaner=_cleaner(settings),
        raw=raw,
        content_type=names.get("content_type", "content_type"),
        page=Fields(text=raw, **given),
        fields=Fields(**texts, **given),
        record=_record(settings),
        keep_raw=settings.getbool("NEWSCLEAN_KEEP_RAW"),
        provenance=provenance,
    )


def _cleaner(settings: BaseSettings) -> Cleaner:
    choices: dict[str, Any] = {}
    for choice in _CHOICES:
        name = f"NEWSCLEAN_{choice}".upper()
        if settings.get(name) is not None:
            choices[choice] = settings.getlist(name) if choice in _LISTS else settings.get(name)
            try:
                Cleaner(**{choice: choices[choice]})
            except ConfigError as error:
                raise ConfigError(f"{name}: {error}") from error
    return Cleaner(**choices)


def _record(settings: BaseSettings) -> str | dict[str, str] | None:
    """Return the field of the record, or which field of the record goes to which of the item, or None: to its own."""
    value = settings.get("NEWSCLEAN_RECORD")
    if isinstance(value, str) and not value.lstrip().startswith("{"):
        return value
    record: dict[str, str] = settings.getdict("NEWSCLEAN_RECORD")
    for name in record:
        _check(name, FIELDS, "NEWSCLEAN_RECORD: the record has no field")
    return record or None


def _check(name: Any, known: Any, message: str) -> None:
    if name not in known:
        raise ConfigError(f"{message} {name!r}{nearest(str(name), known)}")


def _is_ours(adapter: ItemAdapter, options: Options) -> bool:
    """Tell whether an item may have something to clean: a class without such a field belongs to other pipelines."""
    if isinstance(adapter.item, dict):
        return True
    try:
        _read(dict.fromkeys(adapter.field_names(), ""), options)
    except RecordError:
        return False
    return True


def _read(given: Mapping[str, Any], options: Options) -> Item:
    if given.get(options.raw) is None:
        try:
            return options.fields.item(given)
        except RecordError as error:
            raise RecordError(f"no {options.raw!r}, and {error}") from error
    item = options.page.item(given)
    return item._replace(hints={**item.hints, "content_type": given.get(options.content_type)})


def _clean(adapter: ItemAdapter, options: Options) -> Article:
    """Clean the page of an item and put the record into it; raise, and leave the item as it was, where that fails."""
    item = _read(dict(adapter), options)
    article = options.cleaner.clean(item.raw, **item.hints)
    record = to_dict(article, options.provenance)
    if isinstance(options.record, str):
        values: dict[str, Any] = {options.record: record}
    elif options.record:
        values = {theirs: record.get(ours) for ours, theirs in options.record.items()}
    else:
        values = pass_through(item.given, record)
    _put(adapter, values, options)
    return article


def _put(adapter: ItemAdapter, values: dict[str, Any], options: Options) -> None:
    item, before, raw = adapter.item, dict(adapter), options.raw
    spent = raw in before and not options.keep_raw and values.get(raw, before[raw]) is before[raw]
    if spent:
        values[raw] = None
    if options.record is None and isinstance(item, dict):
        item.clear()  # the item becomes the record, in its order
    elif options.record is None:
        values = {name: value for name, value in values.items() if name in adapter.field_names()}
        if "text" not in values:
            raise RecordError(f"{type(item).__name__} has no field 'text'; NEWSCLEAN_RECORD says where the record goes")
    try:
        adapter.update(values)
    except Exception:
        adapter.update(before)
        raise
    if spent and isinstance(item, MutableMapping):
        del adapter[raw]


def _flag(adapter: ItemAdapter, options: Options, error: Exception) -> None:
    """Say in the item, if it has room, that and why it is not cleaned."""
    reason = str(error) if isinstance(error, RecordError) else f"{type(error).__name__}: {error}"
    flags = [{"flag": "failed", "start": 0, "end": 0, "detail": reason}]
    raw = adapter.get(options.raw)
    with suppress(Exception):
        if isinstance(options.record, str):
            adapter[options.record] = {"flags": flags}
        else:
            name = options.record.get("flags", "flags") if options.record else "flags"
            adapter[name] = [*(adapter.get(name) or ()), *flags]
    with suppress(Exception):
        if isinstance(raw, bytes) and not options.keep_raw:
            # JSON feeds refuse bytes, and Scrapy would lose the item: a data URL holds them, and browsers open it
            adapter[options.raw] = f"data:{adapter.get(options.content_type) or ''};base64,{b64encode(raw).decode()}"
