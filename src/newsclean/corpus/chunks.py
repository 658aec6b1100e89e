"""The input as chunks: what a worker gets at once.

Where one chunk ends depends on the input alone, never on workers, time or where a run was taken up again; so the
output is the same, byte for byte, however often a run is stopped.
"""

from __future__ import annotations

import os
from functools import partial
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from newsclean.corpus.compression import close_stream, open_stream, read_errors, reads_once, split_suffix
from newsclean.corpus.sources import Source, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

BLOCK = 1 << 18  # bytes of a chunk: some 60 articles, 20 to 60 ms of work
PAGES = 64  # files of a chunk at most
LONGEST = 1 << 28  # bytes of a record at most: what is longer is rejected, so that memory stays bounded


class Position(NamedTuple):
    """A place in the input between two chunks: files done, bytes and records done of the next."""

    files: int = 0
    offset: int = 0
    records: int = 0


START = Position()


class Chunk(NamedTuple):
    """A run of records of one source (of pages: of many); `first` is the number of its first record, from 1.

    `form` says what `data` is: lines (bytes), page (sources), warc (see `archives`), rows (see `arrow`), failure (why
    the source could not be read). `end` is the position after it, `size` its bytes as read, `stored` those of the
    file that it took, compressed as they may be.
    """

    form: str
    name: str
    first: int
    data: Any
    end: Position
    size: int
    stored: int = 0


def chunks(
    arguments: Iterable[str],
    form: str = "auto",
    start: Position = START,
    *,
    eager: bool = False,
    without: frozenset[str] = frozenset(),
) -> Iterator[Chunk]:
    """Read the sources that arguments name, from a position on.

    `eager` hands on the lines of a pipe as they come, so that chunks depend on who writes into it; `without` are real
    paths of files to pass over.
    A source that cannot be read, or breaks off, yields a chunk of form `failure` and the next goes on.
    """
    pages: list[Source] = []
    size = done = 0
    for done, source in enumerate(sources(arguments, form, without)):
        if done < start.files:
            continue
        if pages and (source.form != "page" or reads_once(source.path) or len(pages) == PAGES or size >= BLOCK):
            yield _pages(pages, done, size)
            pages, size = [], 0
        if source.form == "page" and not reads_once(source.path):
            pages.append(source)
            size += _size(source.path)
        else:
            begin = start if done == start.files else Position(done)
            yield from _records(source, begin, eager=eager)
    if pages:
        yield _pages(pages, done + 1, size)


def _pages(pages: list[Source], done: int, size: int) -> Chunk:
    return Chunk("page", pages[0].name, 1, pages, Position(done), size, size)


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def _records(source: Source, begin: Position, *, eager: bool) -> Iterator[Chunk]:
    """Yield the chunks of one source, and what stopped the reading, if anything did."""
    records = begin.records
    try:
        for chunk in _reader(source, eager=eager)(source, begin):
            records = chunk.end.records
            yield chunk
    except read_errors() as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        place = f"{source.name}:{records + 1}" if records else source.name
        yield Chunk("failure", place, 1, reason, Position(begin.files + 1), 0)


def _reader(source: Source, *, eager: bool) -> Callable[[Source, Position], Iterator[Chunk]]:
    if source.form == "warc":
        from newsclean.corpus.archives import read_archive

        return read_archive
    if source.form == "parquet":
        from newsclean.corpus.arrow import read_rows

        return read_rows
    if split_suffix(source.path)[0].lower().endswith(".json") and not reads_once(source.path):
        from newsclean.corpus.documents import read_document

        return read_document
    if source.form == "page":
        return _whole
    return partial(read_lines, eager=eager and reads_once(source.path))


def _whole(source: Source, begin: Position) -> Iterator[Chunk]:
    """Yield standard input or a pipe as one page."""
    data = open_stream(source.path).read(LONGEST + 1)
    yield Chunk("page", source.name, 1, [(source, data)], Position(begin.files + 1), len(data))


def read_lines(source: Source, begin: Position, *, eager: bool = False) -> Iterator[Chunk]:
    """Yield the lines of a file in blocks."""
    stream = open_stream(source.path)
    try:
        skip(stream, begin.offset)
        yield from lines_of(stream, source.name, begin, eager=eager)
    finally:
        close_stream(stream, source.path)


def lines_of(stream: IO[bytes], name: str, begin: Position = START, *, eager: bool = False) -> Iterator[Chunk]:
    """Yield the lines of a stream in blocks; a line that is too long, as a failure."""
    files, offset, records = begin
    stored = stored_so_far(stream)
    for block, size in _blocks(stream, eager=eager):
        first = records + 1
        offset, records = offset + size, records + (block.count(b"\n") or 1)
        end, before, stored = Position(files, offset, records), stored, stored_so_far(stream)
        if block:
            yield Chunk("lines", name, first, block, end, size, stored - before)
        else:
            yield Chunk("failure", f"{name}:{first}", 1, f"longer than {LONGEST >> 20} MiB", end, size)


def stored_so_far(stream: IO[bytes]) -> int:
    """Return how many bytes of its file a stream has taken, compressed as they may be; 0 for a pipe."""
    try:
        return os.lseek(stream.fileno(), 0, os.SEEK_CUR)
    except OSError:
        return 0


def skip(stream: IO[bytes], size: int) -> None:
    """Move a stream on by a number of bytes."""
    if stream.seekable():
        stream.seek(size, os.SEEK_CUR)
    while size > 0 and not stream.seekable():
        size -= len(stream.read(min(size, BLOCK))) or size


def _blocks(stream: IO[bytes], *, eager: bool) -> Iterator[tuple[bytes, int]]:
    """Yield runs of whole lines of about `BLOCK` bytes with their size; of a line that is too long only the size."""
    held, searched, dropped = bytearray(), 0, 0
    try:
        while piece := stream.read1(BLOCK):  # type: ignore[attr-defined]
            held += piece
            while cut := _cut(held, searched, first=dropped > 0, eager=eager):
                yield (b"" if dropped else bytes(held[:cut])), dropped + cut
                del held[:cut]
                searched = dropped = 0
            searched = len(held)
            if searched > LONGEST:
                dropped += searched
                held.clear()
                searched = 0
    except read_errors():
        whole = 0 if dropped else held.rfind(b"\n") + 1
        if whole:
            yield bytes(held[:whole]), whole
        raise
    if held or dropped:
        yield (b"" if dropped else bytes(held)), dropped + len(held)


def _cut(held: bytearray, searched: int, *, first: bool, eager: bool) -> int:
    """Return where the next run of lines ends, or 0: at the last line break of a block, else at the first after it."""
    if first:
        return held.find(b"\n", searched) + 1
    if eager:
        return held.rfind(b"\n", searched) + 1
    if len(held) < BLOCK:
        return 0
    return held.rfind(b"\n", 0, BLOCK) + 1 or held.find(b"\n", max(searched, BLOCK)) + 1
