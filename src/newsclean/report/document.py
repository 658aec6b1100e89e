"""What the audit page shows, as one value: totals over everything, and the records that stand for them.

`dumps` writes it, or a part of it, as the JSON that the page reads. Offsets are code points of a record's source.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

import orjson

from newsclean.model import Flag

VERSION = 1


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over all records: characters of the sources, and how many of them stay, go and are mended.

    `sampled` records are shown. `bare` were cleaned without their provenance: they are counted as far as they say,
    and cannot be shown. `broken` could not be read at all.
    """

    records: int = 0
    sampled: int = 0
    characters: int = 0
    kept: int = 0
    removed: int = 0
    repaired: int = 0
    spans: int = 0
    flags: int = 0
    bare: int = 0
    broken: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """What one kind, repair, host, encoding, script or flag has in all records; no `key`: all others together."""

    key: str | None
    records: int = 0
    spans: int = 0
    characters: int = 0
    kept: int = 0
    flags: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """A span to look at: both are indexes, of a record among those shown and of a span in it."""

    record: int
    span: int


@dataclass(frozen=True, slots=True)
class RuleRow:
    """What one rule did in all records; `what` says in each language what it finds, where that is known.

    `inside` is the share of its spans that have kept text before and after them, between 0 and 1.
    """

    id: str
    kind: str
    what: Mapping[str, str | None]
    records: int
    spans: int
    characters: int
    hosts: int
    inside: float
    risk: float
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A change of a record's source: `type` is removed or repaired, `after` what stands there now."""

    start: int
    end: int
    type: str
    kind: str
    rule: str
    after: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """What the other run made of the same record; `source` only where it had another one."""

    text: str
    spans: tuple[Span, ...]
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A record to look at; `index` is its place in the input, `kept` the share of its source that stays."""

    index: int
    source: str
    text: str
    kept: float
    spans: tuple[Span, ...] = ()
    flags: tuple[Flag, ...] = ()
    id: str | int | None = None
    url: str | None = None
    host: str | None = None
    title: str | None = None
    byline: Mapping[str, Any] = field(default_factory=dict)
    published: str | None = None
    dateline: Mapping[str, Any] | None = None
    script: Mapping[str, Any] = field(default_factory=dict)
    encoding: Mapping[str, Any] = field(default_factory=dict)
    against: Before | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """The spans of one kind or rule in the other run and in this one."""

    key: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Against:
    """How this run differs from another: `records` counts those changed, added and gone."""

    title: str
    totals: Totals
    records: Mapping[str, int]
    by_kind: tuple[Change, ...] = ()
    by_rule: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """The audit of a run.

    `by` has the rows of kind, repair, host, encoding, script and flag, the largest first; `kept_ratio` counts the
    records by twentieths of their source that stay; of `rules` the riskiest come first.

    >>> dumps(Document("甲报", "newsclean 0.1.0", Totals(records=1)))[:47].decode()
    '{"title":"甲报","generator":"newsclean 0.1.0"'
    """

    title: str
    generator: str
    totals: Totals
    by: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    kept_ratio: tuple[int, ...] = (0,) * 20
    rules: tuple[RuleRow, ...] = ()
    records: Sequence[Shown] = ()
    against: Against | None = None
    version: int = VERSION


def dumps(value: Any) -> bytes:
    """Write a document, or a part of it, as JSON in UTF-8; a lone surrogate is escaped.

    >>> dumps(Span(0, 2, "removed", "related", "related.heading")).decode()
    '{"start":0,"end":2,"type":"removed","kind":"related","rule":"related.heading","after":"","confidence":null}'
    """
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value, default=_fields, separators=(",", ":")).encode()


def _fields(value: Any) -> Any:
    if isinstance(value, Sequence):
        return list(value)
    return {field.name: getattr(value, field.name) for field in fields(value)}
