"""Blocks for a datatrove pipeline: a step that cleans, and a reader that loses no line (extra `datatrove`)."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING, Any

import orjson

from newsclean.cleaner import Cleaner
from newsclean.corpus import Job, Reject
from newsclean.corpus.arrow import without_surrogates
from newsclean.corpus.blocks import lines_of
from newsclean.corpus.compression import decompressed, read_errors, split_suffix
from newsclean.corpus.fields import pass_through
from newsclean.corpus.summary import count
from newsclean.corpus.work import CleanerLike, failed, parts, reject
from newsclean.errors import ExtraError, RecordError
from newsclean.model import Article
from newsclean.record import FIELDS, dumps, loads, to_dict

try:
    from datatrove.data import Document
    from datatrove.pipeline.base import PipelineStep
    from datatrove.pipeline.readers.jsonl import JsonlReader
    from datatrove.utils.logging import logger
    from datatrove.utils.typeshelper import StatHints
except ImportError as error:
    raise ExtraError("datatrove is not installed: pip install 'newsclean[datatrove]'") from error

if TYPE_CHECKING:
    from datatrove.pipeline.writers.disk_base import DiskWriter

_SUFFIXES = {"gzip": ".gz", "zstd": ".zst", None: ""}


class NewsCleaner(PipelineStep):  # type: ignore[misc] # datatrove says nothing of types
    """Clean documents: the record stands in text, id and metadata, its `ledger` as JSON text.

    `options` are those of `Cleaner`, or `cleaner` is one that is built already. `keep_if` looks at the `Article` and
    answers as a filter of datatrove does: True, False, or False with a reason; `exclusion_writer` gets what it drops.
    A document that cannot be cleaned goes on with the flag `failed`, and the reason in `metadata["rejected"]`. The
    statistics count documents, characters, edits by kind and flags.
    """

    type = "✂️ - FORMAT"
    name = "📰 newsclean"

    def __init__(
        self,
        cleaner: CleanerLike | None = None,
        *,
        keep_if: Callable[[Article], bool | tuple[bool, str]] | None = None,
        exclusion_writer: DiskWriter | None = None,
        provenance: str = "full",
        **options: Any,
    ) -> None:
        super().__init__()
        self.job = Job(cleaner or Cleaner(**options), provenance=provenance)
        self.keep_if, self.exclusion_writer = keep_if, exclusion_writer

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Iterator[Document]:  # noqa: ARG002
        """Yield the documents, cleaned."""
        with self.exclusion_writer or nullcontext() as writer:
            for document in data:
                with self.track_time():
                    article = self._clean(document)
                answer = self.keep_if(article) if self.keep_if and article else True
                keep, reason = answer if isinstance(answer, tuple) else (answer, None)
                self.stat_update(StatHints.total, StatHints.forwarded if keep else StatHints.dropped)
                if keep:
                    self.update_doc_stats(document)
                    yield document
                    continue
                if reason:
                    self.stat_update(f"dropped_{reason}")
                    document.metadata["filter_reason"] = reason
                if writer:
                    writer.write(document, rank)

    def _clean(self, document: Document) -> Article | None:
        given = {**document.metadata, "id": document.id, "text": document.text}
        counts: Counter[str] = Counter()
        article = None
        try:
            article = self.job.article("rows", given)
            record = pass_through(given, to_dict(article, self.job.provenance))
            count(counts, article)
        except Exception as error:  # one bad document never ends a task, whatever is wrong
            record = failed(given, error) | {"text": document.text if isinstance(document.text, str) else ""}
            counts["rejected"] += 1
        for name, number in counts.items():
            self.stat_update(name, value=number)
        metadata = _writable(record)
        document.text, document.id, document.metadata = metadata.pop("text"), metadata.pop("id"), metadata
        return article


def as_record(_: DiskWriter, document: Document) -> dict[str, Any]:
    """Return the record that `newsclean clean` writes; an adapter: `JsonlWriter("out", adapter=as_record)`."""
    record = {**document.metadata, "id": document.id, "text": document.text}
    with suppress(KeyError, TypeError, ValueError):  # no ledger, or one with lone surrogates, which orjson refuses
        record["ledger"] = orjson.loads(record["ledger"])
    return {name: record[name] for name in FIELDS if name in record} | record


class LosslessJsonlReader(JsonlReader):  # type: ignore[misc]
    """Read JSON Lines as datatrove's own reader does, and go on where that stops or passes over a line.

    Lines that are not UTF-8, not JSON or without text, and where a file breaks off, are logged, counted and written to
    `rejects`, a writer: the line is the text, its place the id; stage and reason are metadata. Compressed files are
    read through all their members. The other arguments are those of `JsonlReader`.
    """

    name = "📰 newsclean Jsonl"

    def __init__(self, *arguments: Any, rejects: DiskWriter | None = None, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.rejects, self._rank = rejects, 0

    def run(self, data: Any = None, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Yield the documents of the files of this rank."""
        self._rank = rank
        with self.rejects or nullcontext():
            yield from super().run(data, rank, world_size)

    def read_file(self, filepath: str) -> Iterator[Document]:
        """Yield the documents of one file."""
        suffix = split_suffix(filepath)[1] if self.compression == "infer" else _SUFFIXES[self.compression]
        place = filepath
        with self.data_folder.open(filepath, "rb", compression=None) as raw:
            try:
                for chunk in lines_of(decompressed(io.BufferedReader(raw), suffix), filepath):
                    for place, line in parts(chunk):
                        with self.track_time():
                            document = self._read(place, line, filepath)
                        if document:
                            yield document
            except read_errors() as error:
                self._reject(Reject(f"{place} and after", "read", str(error)))

    def _read(self, place: str, line: bytes | str, filepath: str) -> Document | None:
        try:
            return self._document(line, filepath, int(place.rpartition(":")[2]) - 1)
        except Exception as error:  # one bad line never ends a file, whatever is wrong
            self._reject(reject(place, line, error))
            return None

    def _document(self, line: bytes | str, filepath: str, number: int) -> Document:
        if isinstance(line, str):
            raise RecordError(line)
        document = self.get_document_from_dict(loads(line), filepath, number)
        if document is None:
            raise RecordError(f"no text in {self.text_key!r}")
        return document

    def _reject(self, told: Reject) -> None:
        logger.warning(f"{told.place}: {told.reason}")
        self.stat_update("rejected")
        if self.rejects:
            metadata = told.to_dict()
            text = metadata.pop("raw", None) or (told.raw or b"").decode(errors="replace")
            self.rejects.write(Document(text, metadata.pop("place"), metadata=metadata), self._rank)


def _writable(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record that datatrove's writers take: no lone surrogates, no integers over 64 bits, a flat ledger."""
    try:
        orjson.dumps(record, default=str)
    except TypeError:
        record = without_surrogates(record)
    if record.get("ledger") is not None:
        record["ledger"] = dumps(record["ledger"]).decode()
    return record
