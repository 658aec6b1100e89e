"""The input as chunks: what a worker gets at once.

Where one chunk ends depends on the input alone, never on workers, time or where a run was taken up again; so the
output is the same, byte for byte, however often a run is stopped.
"""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from newsclean.corpus import limits
from newsclean.corpus.blocks import read_lines
from newsclean.corpus.chunk import START, Chunk, Position
from newsclean.corpus.compression import open_stream, read_errors, reads_once, split_suffix
from newsclean.corpus.sources import Source, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


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
        if pages and (
            source.form != "page" or reads_once(source.path) or len(pages) == limits.PAGES or size >= limits.BLOCK
        ):
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
    data = open_stream(source.path).read(limits.LONGEST + 1)
    yield Chunk("page", source.name, 1, [(source, data)], Position(begin.files + 1), len(data))
