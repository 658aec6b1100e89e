"""Pack the records of a document for the page: small, quick to open, and whole where something was changed.

A block of records is JSON in UTF-16, deflated, in base64: Chinese deflates better by characters of two bytes than by
UTF-8 of three (1.47 against 1.60 bytes a character of 263 real pages), and the browser inflates it itself.
"""

from __future__ import annotations

import base64
import re
import zlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from newsclean.report.document import Document, RuleRow, Shown, Span, dumps

Gap = tuple[int, int]
Fold = Callable[[Shown], list[Gap]]
Table = dict[tuple[str, str, str], int]
_BLOCK = 256
_ENOUGH = 500  # records to estimate a page from
_SURROGATES = re.compile("[\ud800-\udfff]")
# Repairs that run through a text from end to end: alone they are no reason to show a line.
_LIGHT = frozenset({"script", "width", "spacing", "invisible"})
_SHORTEST_GAP = 60


class Packed(NamedTuple):
    """What the page holds: the head is JSON-able, the blocks are records in base64."""

    head: dict[str, Any]
    blocks: list[str]


def pack(document: Document, folded: Fold) -> Packed:
    """Pack a document; `folded` says which stretches of a record's source to leave out."""
    table: Table = {}
    blocks = list(_blocks(document.records, folded, table))
    return Packed(_head(document, table), blocks)


def estimate(records: Sequence[Shown], folded: Fold) -> float:
    """Return about how many bytes the records will take, from some of them where they are many."""
    some = records[:: max(1, len(records) // _ENOUGH)]
    return sum(map(len, _blocks(some, folded, {}))) * len(records) / max(1, len(some))


def whole(_: Shown) -> list[Gap]:
    """Leave nothing out."""
    return []


def fold(record: Shown, window: int) -> list[Gap]:
    r"""Return the stretches of whole lines that stand more than `window` characters from every change and either end.

    >>> source = "甲" * 50 + "\n" + "乙" * 99 + "\n" + "丙" * 50
    >>> fold(Shown(0, source, source, 1.0), 40)
    [(51, 151)]
    """
    changes = [span for span in record.spans if span.kind not in _LIGHT]
    lefts = [0, *(span.end for span in changes)]
    rights = [*(span.start for span in changes), len(record.source)]
    gaps: list[Gap] = []
    for left, right in zip(lefts, rights, strict=True):
        start = record.source.find("\n", left + window, right) + 1
        end = record.source.rfind("\n", start, right - window) + 1 if start and right - window > start else 0
        gap = _between_spans(record.spans, start, end) if end else (0, 0)
        if gap[1] - gap[0] >= _SHORTEST_GAP:
            gaps.append(gap)
    return gaps


def _between_spans(spans: Sequence[Span], start: int, end: int) -> Gap:
    """Move the ends of a gap out of the spans that they cut."""
    first = bisect_left(spans, start, key=lambda span: span.end)
    last = bisect_left(spans, end, key=lambda span: span.end)
    if first < len(spans) and spans[first].start < start:
        start = spans[first].end
    if last < len(spans) and spans[last].start < end < spans[last].end:
        end = spans[last].start
    return start, end


def _blocks(records: Sequence[Shown], folded: Fold, table: Table) -> Iterator[str]:
    for first in range(0, len(records), _BLOCK):
        some = [_record(record, folded(record), table) for record in records[first : first + _BLOCK]]
        deflated = zlib.compress(dumps(some).decode().encode("utf-16-le"), 9)
        yield base64.b64encode(deflated).decode()


def _head(document: Document, table: Table) -> dict[str, Any]:
    return {
        "version": document.version,
        "title": document.title,
        "generator": document.generator,
        "totals": document.totals,
        "by": document.by,
        "kept_ratio": document.kept_ratio,
        "rules": [_rule(rule, document) for rule in document.rules],
        "against": document.against,
        "table": list(table),
        "count": len(document.records),
    }


def _rule(rule: RuleRow, document: Document) -> dict[str, Any]:
    """Write a rule with the places of its examples: their numbers among the spans change when a record is folded."""
    records = document.records
    examples = [[one.record, records[one.record].spans[one.span].start] for one in rule.examples]
    names = ("id", "kind", "what", "records", "spans", "characters", "hosts", "inside", "risk")
    return {name: getattr(rule, name) for name in names} | {"examples": examples}


def _record(record: Shown, gaps: list[Gap], table: Table) -> dict[str, Any]:
    spans = [span for span in record.spans if not any(start <= span.start < end for start, end in gaps)]
    packed: dict[str, Any] = {
        "index": record.index,
        "id": record.id,
        "url": record.url,
        "host": record.host,
        "title": record.title,
        "byline": record.byline,
        "published": record.published,
        "dateline": record.dateline,
        "script": record.script,
        "encoding": record.encoding,
        "kept": round(record.kept, 4),
        "source": whole_characters("".join(_outside(record.source, gaps))),
        "gaps": gaps,
        "spans": _spans(spans, table),
        "flags": [[flag.flag, flag.start, flag.end, flag.detail] for flag in record.flags],
    }
    if _applied(record.source, record.spans) != record.text:
        packed["text"] = whole_characters(record.text)
    if record.against:
        packed["against"] = {
            "text": whole_characters(record.against.text),
            "spans": _spans(record.against.spans, table),
            "moved": record.against.source is not None,
        }
    return packed


def _spans(spans: Iterable[Span], table: Table) -> list[list[Any]]:
    """Write spans as distance from the one before, length, rule and, where there are, replacement and confidence."""
    packed: list[list[Any]] = []
    done = 0
    for span in spans:
        rule = table.setdefault((span.type, span.kind, span.rule), len(table))
        row: list[Any] = [span.start - done, span.end - span.start, rule, span.after, span.confidence]
        while not row[-1] and row[-1] != 0:
            row.pop()
        packed.append(row)
        done = span.end
    return packed


def _applied(source: str, spans: Iterable[Span]) -> str:
    parts: list[str] = []
    done = 0
    for span in spans:
        parts += (source[done : span.start], span.after)
        done = span.end
    return "".join((*parts, source[done:]))


def _outside(source: str, gaps: Iterable[Gap]) -> Iterator[str]:
    done = 0
    for start, end in gaps:
        yield source[done:start]
        done = end
    yield source[done:]


def whole_characters(text: str) -> str:
    """Return a text as a browser can hold it: half a surrogate pair is none, and two halves would join."""
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
