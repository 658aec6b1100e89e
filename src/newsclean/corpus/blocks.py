"""Lines in blocks of about one size, each a chunk."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING

from newsclean.corpus import limits
from newsclean.corpus.chunk import START, Chunk, Position
from newsclean.corpus.compression import close_stream, open_stream, read_errors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.corpus.sources import Source


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
            yield Chunk("failure", f"{name}:{first}", 1, f"longer than {limits.LONGEST >> 20} MiB", end, size)


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
        size -= len(stream.read(min(size, limits.BLOCK))) or size


def _blocks(stream: IO[bytes], *, eager: bool) -> Iterator[tuple[bytes, int]]:
    """Yield runs of whole lines of about `BLOCK` bytes with their size; of a line that is too long only the size."""
    held, searched, dropped = bytearray(), 0, 0
    try:
        while piece := stream.read1(limits.BLOCK):  # type: ignore[attr-defined]
            held += piece
            while cut := _cut(held, searched, first=dropped > 0, eager=eager):
                yield (b"" if dropped else bytes(held[:cut])), dropped + cut
                del held[:cut]
                searched = dropped = 0
            searched = len(held)
            if searched > limits.LONGEST:
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
    if len(held) < limits.BLOCK:
        return 0
    return held.rfind(b"\n", 0, limits.BLOCK) + 1 or held.find(b"\n", max(searched, limits.BLOCK)) + 1
