"""What a worker does: clean the records of a chunk, and write them in the form of the output."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from newsclean.corpus import limits
from newsclean.corpus.chunk import Chunk
from newsclean.corpus.compression import compress, open_stream, read_errors
from newsclean.corpus.fields import Fields, Item, pass_through
from newsclean.corpus.sources import Source
from newsclean.corpus.summary import count
from newsclean.errors import RecordError
from newsclean.model import Article
from newsclean.record import FIELDS, dumps, loads, to_dict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Traditional text, damage and furniture, injected fragments: so that most tables are wanted once.
_SAMPLES = (
    "河邊的路燈修好了，居民說晚上散步方便多了。孩子們在橋上奔跑，老人們坐在樹下說話。",
    "河边的路灯修好了，居(jū)民说&nbsp;晚上散步方便。锟斤拷ä¸­å›½\n2020年8月1日 来源：江南日报\n责任编辑：林晓",
    "古城灯会今晚开幕\n市民们古城一早灯会就来到今晚江边，开幕等着古城看灯。灯会孩子们今晚提着开幕灯笼，AG真人平台。",
)
_LONE = re.compile("[\ud800-\udfff]")  # UTF-8 has no form for them; a record keeps them
_BOM = b"\xef\xbb\xbf"


class CleanerLike(Protocol):
    """What a cleaner must be able to do here."""

    @property
    def clean(self) -> Callable[..., Article]:
        """Clean one article: takes bytes or text, and hints by name."""
        ...


class Reject(NamedTuple):
    """A record that was not done: where it stands, the stage (read, clean, worker) and the reason, and its line."""

    place: str
    stage: str
    reason: str
    raw: bytes | None = None

    def to_dict(self) -> dict[str, str]:
        """Return what `--rejects` says: the line under `raw`, or `raw_base64` where it is not UTF-8.

        >>> Reject("a.jsonl:7", "read", "not UTF-8", bytes([0xff])).to_dict()["raw_base64"]
        '/w=='
        """
        told = {"place": self.place, "stage": self.stage, "reason": self.reason}
        if self.raw is None:
            return told
        try:
            return told | {"raw": self.raw.decode()}
        except UnicodeDecodeError:
            return told | {"raw_base64": b64encode(self.raw).decode()}


class Result(NamedTuple):
    """The records of a chunk as written, those rejected, and what was counted."""

    output: bytes
    edits: bytes
    rejects: list[Reject]
    counts: Counter[str]


@dataclass(frozen=True, slots=True)
class Job:
    """How the records of a run are cleaned and written; the same for every worker.

    `to` is jsonl, text (each article followed by an empty line), page (the text of the only article) or parquet (a
    stream of Arrow batches, see `arrow`); `codec` and `edits_codec` are compression suffixes; `edits` is None where
    no edits are wanted.
    """

    cleaner: CleanerLike
    form: str = "auto"
    to: str = "jsonl"
    fields: Fields = field(default_factory=Fields)
    provenance: str = "full"
    codec: str = ""
    edits_codec: str | None = None

    def __post_init__(self) -> None:
        """Refuse a provenance that no record can be written with."""
        to_dict(Article(), self.provenance)

    def __call__(self, chunk: Chunk, skip: Mapping[int, str], beat: Callable[[int], None]) -> Result:
        """Clean a chunk; `skip` says which of its records to reject and why, `beat` is told each record begun.

        At the end `beat` is told -1.
        """
        kept: list[tuple[dict[str, Any], int]] = []
        lines: list[bytes] = []
        edits: list[bytes] = []
        rejects: list[Reject] = []
        counts: Counter[str] = Counter()
        for index, (place, part) in enumerate(parts(chunk)):
            beat(index)
            try:
                item = read_item(chunk.form, skip.get(index, part), self.fields, self.form)
                article = self._clean(item)
                if self.to == "parquet":
                    kept.append((self._record(article, item), index))
                else:
                    lines.append(self._write(article, item))
                if self.edits_codec is not None:
                    edits.append(_edits_line(article, item))
                count(counts, article)
            except Exception as error:  # one bad record never stops the others, whatever is wrong
                rejects.append(reject(place, part, error, "worker" if index in skip else None))
        beat(-1)
        counts["rejected"] += len(rejects)
        output = self._batch(chunk, kept) if self.to == "parquet" else compress(b"".join(lines), self.codec)
        return Result(output, compress(b"".join(edits), self.edits_codec or ""), rejects, counts)

    def warm(self) -> None:
        """Load what cleaning needs, so that forks share it and their first record takes no longer than the others."""
        compress(b" ", self.codec)
        for sample in _SAMPLES:
            for raw in (sample, sample.encode("gb18030"), f"<html><body><p>{sample}</p></body></html>"):
                self.cleaner.clean(raw)

    def article(self, form: str, part: Any) -> Article:
        """Clean one record of a chunk; raise `RecordError` where it cannot be done."""
        return self._clean(read_item(form, part, self.fields, self.form))

    def _clean(self, item: Item) -> Article:
        try:
            return self.cleaner.clean(item.raw, **item.hints)
        except RecordError:
            raise
        except Exception as error:
            raise _CleanerError(f"{type(error).__name__}: {error}") from error

    def _record(self, article: Article, item: Item) -> dict[str, Any]:
        return pass_through(item.given, to_dict(article, self.provenance))

    def _write(self, article: Article, item: Item) -> bytes:
        if self.to == "jsonl":
            return dumps(self._record(article, item)) + b"\n"
        text = _LONE.sub("\N{REPLACEMENT CHARACTER}", article.text).encode()
        return (text + b"\n" if text else b"") if self.to == "page" else text + b"\n\n"

    def _batch(self, chunk: Chunk, kept: list[tuple[dict[str, Any], int]]) -> bytes:
        from newsclean.corpus.arrow import write_batch

        return write_batch(chunk, kept)


def parts(chunk: Chunk) -> Iterator[tuple[str, Any]]:
    """Yield the records of a chunk, unread, each with its place: `corpus.jsonl:7`."""
    if chunk.form == "lines":
        lines = chunk.data.removeprefix(_BOM) if chunk.first == 1 else chunk.data
        for number, line in enumerate(lines.split(b"\n"), start=chunk.first):
            if line.strip():
                yield f"{chunk.name}:{number}", line
    elif chunk.form == "page":
        yield from ((part[0].name if type(part) is tuple else part.name, part) for part in chunk.data)
    elif chunk.form == "warc":
        yield from ((f"{chunk.name}: record {number}", page) for number, page in chunk.data)
    elif chunk.form == "rows":
        from newsclean.corpus.arrow import read_batch

        yield from ((f"{chunk.name}: row {n}", row) for n, row in enumerate(read_batch(chunk), start=chunk.first))
    else:
        yield chunk.name, chunk.data


def read_item(form: str, part: Any, fields: Fields, page_form: str = "auto") -> Item:
    """Return what a record of a chunk says; raise `RecordError` where it cannot be read."""
    if isinstance(part, str):
        raise RecordError(part)
    if form == "page":
        return _page(part, page_form)
    if isinstance(part, Item):
        return part
    return fields.item(loads(part) if form == "lines" else part)


class _CleanerError(RecordError):
    """An error of the cleaner itself, which never should be: named apart from records that cannot be read."""


def _page(part: Source | tuple[Source, bytes], form: str) -> Item:
    source, raw = part if isinstance(part[0], Source) else (part, None)
    if raw is None:
        try:
            with open_stream(source.path) as stream:
                raw = stream.read(limits.LONGEST + 1)
        except read_errors() as error:
            raise RecordError(getattr(error, "strerror", None) or str(error)) from error
    if len(raw) > limits.LONGEST:
        raise RecordError(f"longer than {limits.LONGEST >> 20} MiB")
    hints = {"id": source.id, "form": form}
    return Item(raw, {}, {name: hint for name, hint in hints.items() if hint not in (None, "auto")})


def _edits_line(article: Article, item: Item) -> bytes:
    keys = ("start", "end", "before", "after", "stage", "kind", "rule")
    edits = [{key: getattr(edit, key) for key in keys} for edit in article.edits]
    return dumps({"id": item.given.get("id", article.id), "url": article.url, "edits": edits}) + b"\n"


def reject(place: str, part: Any, error: Exception, stage: str | None = None) -> Reject:
    """Return what to tell of a record that failed: a line as it stood, a row as the JSON line that it would have been.

    >>> reject("row 3", {"text": 7}, RecordError("no text")).raw
    b'{"text":7}'
    """
    told = str(error) if isinstance(error, RecordError) else f"{type(error).__name__}: {error}"
    where = stage or ("read" if isinstance(error, RecordError) and not isinstance(error, _CleanerError) else "clean")
    raw = dumps(json.loads(json.dumps(part, default=_as_json, skipkeys=True))) if isinstance(part, Mapping) else part
    return Reject(place, where, told, raw if isinstance(raw, bytes) else None)


def failed(given: Mapping[str, Any], error: Exception) -> dict[str, Any]:
    """Return the record of a row that could not be done, for hosts whose rows must stay: what was given, and why.

    >>> failed({"text": 7, "channel": "财经"}, RecordError("no text"))["rejected"]
    {'stage': 'read', 'reason': 'no text', 'raw': '{"text":7,"channel":"财经"}'}
    """
    told = reject("", given, error).to_dict()
    del told["place"]  # the row itself
    flag = {"flag": "failed", "start": 0, "end": 0, "detail": told["reason"]}
    return pass_through(given, dict.fromkeys(FIELDS) | {"flags": [flag]}) | {"rejected": told}


def _as_json(value: Any) -> str:
    return b64encode(value).decode() if isinstance(value, bytes) else str(value)
