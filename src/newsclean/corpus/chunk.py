"""A run of records, and the place in the input where it ends."""

from __future__ import annotations

from typing import Any, NamedTuple


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
