"""An item and the record of its page: reading the one, putting in the other, saying what failed."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from newsclean.corpus.fields import Item, pass_through
from newsclean.errors import RecordError
from newsclean.record import to_dict

if TYPE_CHECKING:
    from itemadapter import ItemAdapter

    from newsclean.contrib.scrapy.settings import Options
    from newsclean.model import Article


def is_ours(adapter: ItemAdapter, options: Options) -> bool:
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


def clean_item(adapter: ItemAdapter, options: Options) -> Article:
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


def flag_item(adapter: ItemAdapter, options: Options, error: Exception) -> None:
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
