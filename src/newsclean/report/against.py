"""Another run over the same records, to compare with: what it made of each, in bounded memory."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable


class Other:
    """The records of another run by their identities; equal identities are matched in the order they come.

    `compared` counts the records that are the same, changed and added.

    >>> from newsclean.report.counts import open_store
    >>> other = Other(open_store())
    >>> for place, identity in enumerate((b"1", b"2", b"1")):
    ...     other.add(place, identity, b"as it was")
    >>> [other.match(place, identity, b"as it is") for place, identity in enumerate((b"1", b"3"))]
    ['changed', 'added']
    >>> other.gone(), other.places([0, 1])
    (2, {0: 0})
    """

    def __init__(self, store: sqlite3.Connection) -> None:
        self.compared: Counter[str] = Counter()
        self._store = store
        store.execute("CREATE TABLE other (identity BLOB, place INTEGER, made BLOB, PRIMARY KEY (identity, place))")
        store.execute("CREATE TABLE changed (place INTEGER PRIMARY KEY, was INTEGER)")

    def add(self, place: int, identity: bytes, made: bytes) -> None:
        """Note a record of the other run: where it stands, who it is, and what was made of it."""
        self._store.execute("INSERT INTO other VALUES (?, ?, ?)", (identity, place, made))

    def match(self, place: int, identity: bytes, made: bytes) -> str:
        """Say how a record of this run stands to the other one: same, changed or added."""
        wanted = "SELECT place, made FROM other WHERE identity = ? ORDER BY place LIMIT 1"
        found = self._store.execute(wanted, (identity,)).fetchone()
        if found:
            self._store.execute("DELETE FROM other WHERE identity = ? AND place = ?", (identity, found[0]))
        how = "added" if found is None else "same" if found[1] == made else "changed"
        if how == "changed":
            self._store.execute("INSERT INTO changed VALUES (?, ?)", (place, found[0]))
        self.compared[how] += 1
        return how

    def gone(self) -> int:
        """Return how many records of the other run this one has not."""
        count: int = self._store.execute("SELECT COUNT(*) FROM other").fetchone()[0]
        return count

    def places(self, of: Iterable[int]) -> dict[int, int]:
        """Return for those records of this run that changed where they stand in the other."""
        wanted = "SELECT place, was FROM changed WHERE place = ?"
        found = (self._store.execute(wanted, (place,)).fetchone() for place in of)
        return dict(pair for pair in found if pair)
