"""What the `NEWSCLEAN_*` settings of a crawl say."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.cleaner import Cleaner
from newsclean.corpus.fields import Fields
from newsclean.errors import ConfigError, nearest
from newsclean.record import FIELDS, PROVENANCE

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

_INPUTS = ("raw", "content_type", "text", "html", "url", "id", "title")
_CHOICES = [choice.name for choice in dataclasses.fields(Cleaner) if choice.init]
_LISTS = ("keep", "rules", "off")
_SETTINGS = [f"NEWSCLEAN_{name}".upper() for name in ("fields", "record", "keep_raw", "provenance", *_CHOICES)]


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
