"""The records that a document shows, each read from the store when it is wanted: a page of all needs room for one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import overload

from newsclean.record import loads
from newsclean.report.document import Shown
from newsclean.report.records import shown


class Drawn(Sequence[Shown]):
    """Records of a store, by their numbers in the table `lines`.

    `places` are those of the records in the input, with their numbers; of some, the table `before` has what the other
    run made of them. A record that is not whole raises `RecordError` where it is read.
    """

    def __init__(self, store: sqlite3.Connection, places: Sequence[tuple[int, int]]) -> None:
        self._store = store
        self._places = places
        store.execute("CREATE TABLE IF NOT EXISTS before (place INTEGER PRIMARY KEY, line BLOB)")

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Shown: ...
    @overload
    def __getitem__(self, at: slice) -> Drawn: ...
    def __getitem__(self, at: int | slice) -> Shown | Drawn:
        if isinstance(at, slice):
            return Drawn(self._store, self._places[at])
        place, number = self._places[at]
        (line,) = self._store.execute("SELECT line FROM lines WHERE number = ?", (str(number),)).fetchone()
        before = self._store.execute("SELECT line FROM before WHERE place = ?", (place,)).fetchone()
        return shown(loads(line), place, loads(before[0]) if before else None)

    def __iter__(self) -> Iterator[Shown]:
        return (self[at] for at in range(len(self)))

    def place(self, at: int) -> int:
        """Return the place in the input of the record at an index."""
        return self._places[at][0]

    def add_before(self, place: int, line: bytes) -> None:
        """Say what the other run made of a record."""
        self._store.execute("INSERT OR REPLACE INTO before VALUES (?, ?)", (place, line))

    def without(self, places: set[int]) -> Drawn:
        """Return the records but those at some places of the input."""
        return Drawn(self._store, [pair for pair in self._places if pair[0] not in places])
