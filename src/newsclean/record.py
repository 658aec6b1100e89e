"""The JSON record of an article: one object that says everything and gives the source back.

orjson reads and writes it. Where orjson must refuse (lone surrogates, integers over 64 bits), the standard library
does the same job with ASCII escapes, so that no string and no number changes on the way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import orjson

from newsclean.errors import ConfigError, RecordError, nearest
from newsclean.model import (
    REMOVED_KINDS,
    Article,
    Byline,
    Dateline,
    Edit,
    Encoding,
    Flag,
    Script,
    Undecodable,
)

FIELDS = (
    "id",
    "url",
    "title",
    "text",
    "byline",
    "published",
    "dateline",
    "script",
    "encoding",
    "removed",
    "repairs",
    "flags",
    "ledger",
)
PROVENANCE = ("full", "summary", "none")
_PEOPLE = ("authors", "reporters", "photographers", "editors", "contributors")
_REMOVED = frozenset(REMOVED_KINDS)
# JSON spells a character beyond U+FFFF as two surrogates, so two surrogates of a str would be read back as one.
_SURROGATE_PAIR = re.compile("(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")
_LARGE = 2.0**63


def to_dict(article: Article, provenance: str = "full") -> dict[str, Any]:
    """Return the JSON record of an article.

    `provenance` is full, summary (repairs without their texts, no ledger) or none (no removals, no repairs, no
    ledger); only a full record can be restored.

    >>> record = to_dict(Article("甲。", edits=(Edit(0, 3, "[图]", "", "repair", "markup", "image"),)))
    >>> record["removed"], record["ledger"]
    ([{'kind': 'markup', 'rule': 'image', 'start': 0, 'end': 3, 'text': '[图]'}], {'stages': [['repair', 1]]})
    """
    if provenance not in PROVENANCE:
        raise ConfigError(f"provenance {provenance!r} is none of full, summary, none{nearest(provenance, PROVENANCE)}")
    record: dict[str, Any] = {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "text": article.text,
        "byline": _byline(article.byline),
        "published": article.published,
        "dateline": article.dateline and _dateline(article.dateline),
        "script": {"detected": article.script.detected, "output": article.script.output},
        "encoding": _encoding(article.encoding),
        "removed": [] if provenance == "none" else [_removal(edit) for edit in article.removed],
        "repairs": [] if provenance == "none" else [_repair(edit, provenance) for edit in article.repairs],
        "flags": [{"flag": f.flag, "start": f.start, "end": f.end, "detail": f.detail} for f in article.flags],
    }
    if provenance == "full":
        record["ledger"] = _ledger(article)
    return record


def from_dict(record: Mapping[str, Any]) -> Article:
    """Return the article of a full record; raise `RecordError` where the record is not one.

    >>> article = Article("他们", edits=(Edit(1, 2, "們", "们", "script", "script", "t2s"),))
    >>> from_dict(to_dict(article)) == article
    True
    """
    if not isinstance(record, Mapping):
        raise RecordError(f"a record is a JSON object, this is {_json_type(record)}")
    ledger = record.get("ledger")
    if isinstance(ledger, str):  # as a column of Parquet holds it
        ledger = loads(ledger.encode())
    if not isinstance(ledger, Mapping):
        raise RecordError("no ledger: only records written with --provenance full can be restored")
    try:
        text = "".join(ledger["text"]) if "text" in ledger else _text(record)
        edits = tuple(_edits(record, ledger))
        _check(text, edits)
        return _article(record, ledger, text, edits)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise RecordError(f"not a record of newsclean: {type(error).__name__}: {error}") from error


def restore(record: Mapping[str, Any]) -> str:
    """Return the source of a full record, character by character; raise `RecordError` where it cannot be had.

    >>> restore(to_dict(Article("甲乙", edits=(Edit(1, 3, "分享", "", "layout", "navigation", "share"),))))
    '甲分享乙'
    """
    return from_dict(record).restore()


def dumps(record: Mapping[str, Any]) -> bytes:
    """Write a record as one line of UTF-8 JSON, without the line break.

    >>> dumps({"text": "甲"}).decode()
    '{"text":"甲"}'
    """
    try:
        return orjson.dumps(record)
    except TypeError:  # lone surrogates, integers over 64 bits
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        try:
            return line.encode()
        except UnicodeEncodeError:
            return json.dumps(record, separators=(",", ":")).encode()


def loads(line: bytes) -> dict[str, Any]:
    """Read one line of JSON as a record; raise `RecordError` with the reason where it is not an object.

    >>> loads(b'{"text": "")')
    Traceback (most recent call last):
    newsclean.errors.RecordError: invalid JSON: Expecting ',' delimiter at character 12
    """
    try:
        value = orjson.loads(line)
        if _has_large(value):
            value = json.loads(line)
    except ValueError:  # orjson refuses what it cannot hold; the standard library has the clearer message, too
        value = _loads_slowly(line)
    if not isinstance(value, dict):
        raise RecordError(f"a record is a JSON object, this is {_json_type(value)}")
    return value


def _loads_slowly(line: bytes) -> Any:
    try:
        return json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise RecordError(f"not UTF-8: byte {line[error.start]:#04x} at offset {error.start}") from error
    except json.JSONDecodeError as error:
        raise RecordError(f"invalid JSON: {error.msg} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise RecordError("invalid JSON: nested too deep") from error


def _has_large(value: Any) -> bool:
    """Tell whether a value holds a float that may have been an integer over 64 bits, which orjson rounds."""
    if isinstance(value, float):
        return abs(value) >= _LARGE
    if isinstance(value, dict):
        return any(map(_has_large, value.values()))
    return isinstance(value, list) and any(map(_has_large, value))


def _byline(byline: Byline) -> dict[str, Any]:
    return {"source": byline.source} | {role: list(getattr(byline, role)) for role in _PEOPLE}


def _dateline(dateline: Dateline) -> dict[str, Any]:
    return {"agency": dateline.agency, "place": dateline.place, "date": dateline.date}


def _encoding(encoding: Encoding) -> dict[str, Any]:
    return {"name": encoding.name, "how": encoding.how, "replaced": encoding.replaced}


def _removal(edit: Edit) -> dict[str, Any]:
    return {"kind": edit.kind, "rule": edit.rule, "start": edit.start, "end": edit.end, "text": edit.before}


def _repair(edit: Edit, provenance: str) -> dict[str, Any]:
    place = {"kind": edit.kind, "rule": edit.rule, "start": edit.start, "end": edit.end}
    return place if provenance == "summary" else place | {"before": edit.before, "after": edit.after}


def _ledger(article: Article) -> dict[str, Any]:
    """Return what the lists do not say: stages (by runs), what stands for a removal, doubts, lost bytes."""
    left = [[i, edit.after] for i, edit in enumerate(article.removed) if edit.after]
    runs = [[stage, len(list(run))] for stage, run in groupby(edit.stage for edit in article.edits)]
    ledger: dict[str, Any] = {"stages": runs} if runs else {}
    if left:
        ledger["after"] = left
    unsure = [[i, edit.confidence] for i, edit in enumerate(article.edits) if edit.confidence != 1]
    if unsure:
        ledger["confidence"] = unsure
    if article.undecodable:
        ledger["undecodable"] = [[u.offset, u.value] for u in article.undecodable]
    if _has_surrogates(article):
        source = article.restore()
        if _SURROGATE_PAIR.search(source):
            ledger["source"] = _SURROGATE_PAIR.split(source)
            ledger["text"] = _SURROGATE_PAIR.split(article.text)
    return ledger


def _has_surrogates(article: Article) -> bool:
    try:
        "".join([article.text, *(edit.before for edit in article.edits)]).encode()
    except UnicodeEncodeError:
        return True
    return False


def _edits(record: Mapping[str, Any], ledger: Mapping[str, Any]) -> Iterator[Edit]:
    after = {int(i): text for i, text in ledger.get("after", ())}
    removed = [(r, r["text"], after.get(i, "")) for i, r in enumerate(record["removed"])]
    repairs = [(r, r["before"], r["after"]) for r in record["repairs"]]
    stages = (stage for stage, count in ledger.get("stages", ()) for _ in range(count))
    source = "".join(ledger["source"]) if "source" in ledger else None
    unsure = {int(i): float(confidence) for i, confidence in ledger.get("confidence", ())}
    ordered = sorted(removed + repairs, key=lambda edit: (edit[0]["start"], edit[0]["end"]))
    for i, (r, before, now) in enumerate(ordered):
        was = before if source is None else source[r["start"] : r["end"]]
        yield Edit(r["start"], r["end"], was, now, next(stages, ""), r["kind"], r["rule"], unsure.get(i, 1.0))


def _check(text: str, edits: tuple[Edit, ...]) -> None:
    """Make sure that the edits fit the text: a text changed by another hand would restore to nonsense."""
    done = at = 0
    for edit in edits:
        at += edit.start - done
        if edit.start < done or len(edit.before) != edit.end - edit.start:
            raise RecordError(f"the edits at {edit.start} overlap or do not fit their texts")
        if text[at : at + len(edit.after)] != edit.after or at > len(text):
            raise RecordError(f"text and record differ at {at}: the text was changed after it was cleaned")
        done, at = edit.end, at + len(edit.after)


def _article(record: Mapping[str, Any], ledger: Mapping[str, Any], text: str, edits: tuple[Edit, ...]) -> Article:
    byline, dateline = record["byline"], record["dateline"]
    return Article(
        text=text,
        title=record["title"],
        byline=Byline(byline["source"], *(tuple(byline[role]) for role in _PEOPLE)),
        published=record["published"],
        dateline=dateline and Dateline(dateline["agency"], dateline["place"], dateline["date"]),
        id=record["id"] if record["id"] is None else str(record["id"]),
        url=record["url"],
        script=Script(record["script"]["detected"], record["script"]["output"]),
        encoding=Encoding(record["encoding"]["name"], record["encoding"]["how"], record["encoding"]["replaced"]),
        edits=edits,
        flags=tuple(Flag(f["flag"], f["start"], f["end"], f["detail"]) for f in record["flags"]),
        undecodable=tuple(Undecodable(*pair) for pair in ledger.get("undecodable", ())),
    )


def _text(record: Mapping[str, Any]) -> str:
    text = record["text"]
    if not isinstance(text, str):
        raise RecordError(f"the text is {_json_type(text)}, not a string")
    return text


def _json_type(value: object) -> str:
    names = {list: "an array", str: "a string", bool: "a boolean", int: "a number", float: "a number"}
    return "null" if value is None else names.get(type(value), f"{type(value).__name__}")
