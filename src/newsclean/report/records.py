"""One record of a cleaned corpus: what of it is counted, and how it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from sys import intern
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from newsclean.errors import RecordError
from newsclean.model import REMOVED_KINDS, Article
from newsclean.record import FIELDS, dumps, from_dict
from newsclean.report.document import Before, Shown, Span

_REMOVED = frozenset(REMOVED_KINDS)
_MADE = ("text", "title", "byline", "published", "dateline", "removed", "repairs")


class Change(NamedTuple):
    """A change as it is counted: `lost` characters of the source do not stand in the text.

    `inside` says whether kept text stands before and after it; None where the record does not tell.
    """

    kind: str
    rule: str
    size: int
    lost: int
    inside: bool | None

    @property
    def key(self) -> str:
        """Kind and rule, by which rules are counted: one rule may find several kinds."""
        return f"{self.kind}\0{self.rule}"

    @property
    def removed(self) -> bool:
        """Whether text was taken out, and not mended."""
        return self.kind in _REMOVED


class Reading(NamedTuple):
    """A record as it is counted: `size` and `kept` are characters of its source and of its text.

    A bare record was written without its provenance: it cannot be shown, and its size is the least it can have been.
    """

    record: Mapping[str, Any]
    host: str | None
    encoding: str | None
    script: str | None
    flags: tuple[str, ...]
    changes: tuple[Change, ...]
    size: int
    kept: int
    bare: bool

    @property
    def ratio(self) -> float:
        """The share of the source that stays, of an empty one all."""
        return min(self.kept / self.size, 1.0) if self.size else 1.0


def read(record: Mapping[str, Any]) -> Reading:
    """Read what is counted of a record; raise `RecordError` where it is none of newsclean's.

    >>> reading = read({"text": "雨停了。", "removed": [], "repairs": [], "flags": [], "url": "http://a.cn/1"})
    >>> reading.host, reading.kept, reading.bare
    ('a.cn', 4, True)
    """
    try:
        bare = not isinstance(record.get("ledger"), Mapping | str)
        text = record["text"]
        changes, size = _changes(record, len(text), bare=bare)
        return Reading(
            record=record,
            host=host(record.get("url")),
            encoding=(record.get("encoding") or {}).get("name"),
            script=(record.get("script") or {}).get("detected"),
            flags=tuple(str(flag["flag"]) for flag in record["flags"]),
            changes=changes,
            size=size,
            kept=len(text),
            bare=bare,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RecordError(f"not a record of newsclean: {type(error).__name__}: {error}") from error


def _changes(record: Mapping[str, Any], kept: int, *, bare: bool) -> tuple[tuple[Change, ...], int]:
    """Return the changes of a record in order, and the characters of its source."""
    found = [(r["start"], r["end"], 0, r) for r in record["removed"]]
    found += [(r["start"], r["end"], len(r.get("after") or ""), r) for r in record["repairs"]]
    found.sort(key=lambda change: change[:2])
    changes, lost = [], 0
    for start, end, after, change in found:
        at = start - lost
        inside = None if bare else at > 0 and at + after < kept
        lost += end - start - after
        changes.append(
            Change(str(change["kind"]), str(change["rule"]), end - start, max(end - start - after, 0), inside)
        )
    return tuple(changes), max(kept + lost, 0)


def host(url: Any) -> str | None:
    """Return the host of an address, in lower case and without its port.

    >>> host("https://News.Example.cn:8080/1.html"), host("1.html"), host(None)
    ('news.example.cn', None, None)
    """
    try:
        return urlsplit(url).hostname if isinstance(url, str) else None
    except ValueError:
        return None


def made(record: Mapping[str, Any]) -> bytes:
    """Return a digest of what a run made of a record, and nothing of where it came from."""
    return _digest(dumps({name: record.get(name) for name in _MADE}))


def identity(record: Mapping[str, Any], place: int) -> bytes:
    """Return a digest of what tells a record from others of its run: its id, else its place."""
    return _digest(dumps({"id": record.get("id"), "place": place if record.get("id") is None else None}))


def order(record: Mapping[str, Any], digest: bytes) -> int:
    """Return a number below 2**64 by which records are drawn, which depends on a record's content alone."""
    return int.from_bytes(_digest(dumps({"id": record.get("id"), "url": record.get("url")}) + digest))


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=8).digest()


def slim(record: Mapping[str, Any]) -> bytes:
    """Write a record without the fields that newsclean does not set."""
    return dumps({name: record[name] for name in FIELDS if name in record})


def shown(record: Mapping[str, Any], index: int, against: Mapping[str, Any] | None = None) -> Shown:
    r"""Return a full record as it is shown; `against` is the other run's record of it, where that differs.

    Raises `RecordError` where the record is not whole.

    >>> from newsclean import clean
    >>> record = shown(clean("雨停了，路通了。\n责任编辑：林晓", url="http://a.cn/1").to_dict(), 0)
    >>> record.source[9:], [(span.kind, record.source[span.start : span.end]) for span in record.spans]
    ('责任编辑：林晓', [('spacing', '\n'), ('byline', '责任编辑：林晓')])
    """
    article = from_dict(record)
    source = article.restore()
    return Shown(
        index=index,
        source=source,
        text=article.text,
        kept=round(min(len(article.text) / len(source), 1.0), 4) if source else 1.0,
        spans=_spans(article),
        flags=article.flags,
        id=record.get("id"),
        url=article.url,
        host=host(article.url),
        title=article.title,
        byline=record["byline"],
        published=article.published,
        dateline=record["dateline"],
        script=record["script"],
        encoding=record["encoding"],
        against=_before(against, source) if against else None,
    )


def _before(record: Mapping[str, Any], source: str) -> Before:
    article = from_dict(record)
    was = article.restore()
    return Before(article.text, _spans(article), None if was == source else was)


def _spans(article: Article) -> tuple[Span, ...]:
    return tuple(
        Span(
            edit.start,
            edit.end,
            "removed" if edit.kind in _REMOVED else "repaired",
            intern(edit.kind),  # of some hundred thousand spans
            intern(edit.rule),
            edit.after,
            edit.confidence if edit.confidence != 1 else None,
        )
        for edit in article.edits
    )
