"""Exact counts by any number of keys in bounded memory: what grows too large goes to a temporary file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from newsclean.report.records import Reading

_HELD = 50_000  # keys in memory; of hosts alone there can be millions
_LONGEST = 200  # characters of a key
_COLUMNS = ("records", "spans", "characters", "kept", "flags", "placed", "inside", "stake")


class Count(NamedTuple):
    """What was counted of one key.

    Of its `placed` spans it is known whether kept text stands on both sides, `inside` says of how many it does, and
    `stake` is how many characters those took out.
    """

    records: int = 0
    spans: int = 0
    characters: int = 0
    kept: int = 0
    flags: int = 0
    placed: int = 0
    inside: int = 0
    stake: int = 0


class Counts:
    """Counts by family and key: `kind`, `repair`, `rule` (kind and rule), `host`, `encoding`, `script`, `flag`.

    >>> from newsclean.report.records import read
    >>> counts = Counts(open_store())
    >>> counts.add(read({"text": "雨。", "removed": [], "repairs": [], "flags": [], "url": "http://a.cn/1"}))
    >>> list(counts.rows("host", 10))
    [('a.cn', Count(records=1, spans=0, characters=2, kept=2, flags=0, placed=0, inside=0, stake=0))]
    """

    def __init__(self, store: sqlite3.Connection, run: str = "this") -> None:
        self._store, self._counts, self._hosts = store, f"counts_{run}", f"hosts_{run}"
        columns = ", ".join(f"{name} INTEGER" for name in _COLUMNS)
        store.execute(f"CREATE TABLE {self._counts} (family TEXT, key TEXT, {columns}, PRIMARY KEY (family, key))")
        store.execute(f"CREATE TABLE {self._hosts} (rule TEXT, host TEXT, PRIMARY KEY (rule, host)) WITHOUT ROWID")
        self._rows: dict[tuple[str, str], list[int]] = {}
        self._pairs: set[tuple[str, str]] = set()

    def add(self, reading: Reading) -> None:
        """Count one record."""
        for at, values in _of_record(reading).items():
            row = self._rows.setdefault(at, [0] * len(_COLUMNS))
            for i, value in enumerate(values):
                row[i] += value
            if at[0] == "rule" and reading.host:
                self._pairs.add((at[1], reading.host))
        if len(self._rows) + len(self._pairs) > _HELD:
            self._flush()

    def rows(self, family: str, most: int) -> Iterator[tuple[str | None, Count]]:
        """Yield the keys of a family, those with most characters first; all beyond `most` together, without a key."""
        self._flush()
        sums = ", ".join(f"SUM({name})" for name in _COLUMNS)
        ranked = f"SELECT * FROM {self._counts} WHERE family = ? ORDER BY characters DESC, records DESC, key LIMIT"
        for _, key, *values in self._store.execute(f"{ranked} ?", (family, most)):
            yield key, Count(*values)
        rest = self._store.execute(f"SELECT {sums} FROM ({ranked} -1 OFFSET ?)", (family, most)).fetchone()
        if rest[0]:
            yield None, Count(*rest)

    def hosts(self) -> dict[str, int]:
        """Return on how many hosts each rule fired."""
        self._flush()
        return dict(self._store.execute(f"SELECT rule, COUNT(*) FROM {self._hosts} GROUP BY rule"))

    def _flush(self) -> None:
        marks = ", ".join("?" * (2 + len(_COLUMNS)))
        sums = ", ".join(f"{name} = {name} + excluded.{name}" for name in _COLUMNS)
        add = f"INSERT INTO {self._counts} VALUES ({marks}) ON CONFLICT (family, key) DO UPDATE SET {sums}"
        self._store.executemany(add, ((*at, *row) for at, row in self._rows.items()))
        self._store.executemany(f"INSERT OR IGNORE INTO {self._hosts} VALUES (?, ?)", self._pairs)
        self._rows.clear()
        self._pairs.clear()


def open_store() -> sqlite3.Connection:
    """Open a temporary database, which the system forgets with the process; little of it stays in memory."""
    store = sqlite3.connect("")
    store.execute("PRAGMA journal_mode = OFF")
    store.execute("PRAGMA synchronous = OFF")
    store.execute("PRAGMA cache_size = -16000")  # KiB
    return store


def _of_record(reading: Reading) -> dict[tuple[str, str], list[int]]:
    """Return what one record adds to each key, in the order of the columns."""
    found: dict[tuple[str, str], list[int]] = {}

    def add(family: str, key: str | None, *values: int) -> None:
        if key is None:
            return
        row = found.setdefault((family, _plain(key)), [1] + [0] * (len(_COLUMNS) - 1))
        for i, value in enumerate(values, start=1):
            row[i] += value

    for change in reading.changes:
        place = change.inside is not None, bool(change.inside), change.lost if change.inside else 0
        add("kind" if change.removed else "repair", change.kind, 1, change.size)
        add("rule", change.key, 1, change.size, 0, 0, *map(int, place))
    for flag in reading.flags:
        add("flag", flag, 1)
    add("host", reading.host, len(reading.changes), reading.size, reading.kept, len(reading.flags))
    add("encoding", reading.encoding)
    add("script", reading.script)
    return found


def _plain(key: str) -> str:
    return key[:_LONGEST].encode("utf-8", "replace").decode()
