"""The records that stand for all: some of every kind, rule, host and flag, the rest drawn evenly.

Every record has a number that follows from its content alone; of each stratum, and of all records, those with the
lowest numbers are held. So the same records are drawn in whatever order, and on whatever machine, they come.
"""

from __future__ import annotations

import heapq
import sqlite3
from bisect import insort
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b

Stratum = tuple[str, str]
# What is drawn first, and how many records of each; the rest of a sample is drawn from all records alike.
QUOTAS = {
    "kind": 3,
    "repair": 3,
    "rule": 3,
    "inside": 3,
    "flag": 3,
    "script": 1,
    "encoding": 1,
    "changed": 0,
    "host": 1,
}
_TIERS = {family: tier for tier, family in enumerate(QUOTAS)}
_STRATA = 20_000  # where there are more, some hosts have no record
_COMMON = 1 << 18  # weight from which on a record is drawn after all lighter ones


class Sample:
    """Hold at most `limit` records of all, and a few of each stratum; their lines are kept in the store.

    >>> from newsclean.report.counts import open_store
    >>> sample = Sample(open_store(), 1)
    >>> for place, number in enumerate((5, 3, 4)):
    ...     sample.offer(place, number, 10, [], b"{}")
    >>> sample.draw(1000)
    [(1, 3)]
    """

    def __init__(self, store: sqlite3.Connection, limit: int, changed: int = 0) -> None:
        self._store, self._limit, self._quotas = store, limit, QUOTAS | {"changed": changed}
        store.execute("CREATE TABLE lines (number TEXT PRIMARY KEY, place INTEGER, weight INTEGER, line BLOB)")
        self._strata: dict[Stratum, list[int]] = {}
        self._ranks: list[tuple[int, Stratum]] = []
        self._barred = 1 << 80
        self._all: list[int] = []
        self._held: Counter[int] = Counter()

    def offer(self, place: int, number: int, weight: int, strata: Iterable[Stratum], line: bytes) -> None:
        """Offer a record: where it stands, its number (below 2**64), its weight in bytes, and what it stands for."""
        number += weight // _COMMON << 64
        if number in self._held:
            return
        for stratum in strata:
            self._into(stratum, number)
        if len(self._all) < self._limit or number < -self._all[0]:
            heapq.heappush(self._all, -number)
            self._held[number] += 1
            if len(self._all) > self._limit:
                self._let_go(-heapq.heappop(self._all))
        if number in self._held:
            self._store.execute("INSERT INTO lines VALUES (?, ?, ?, ?)", (str(number), place, weight, line))

    def draw(self, budget: int) -> list[tuple[int, int]]:
        """Return places in the input and numbers, in order: as many as fit the limit and a budget of weight."""
        drawn: dict[int, int] = {}
        wanted = "SELECT place, weight FROM lines WHERE number = ?"
        for number in self._by_need():
            if len(drawn) == self._limit:
                break
            if number not in drawn:
                place, weight = self._store.execute(wanted, (str(number),)).fetchone()
                if weight <= budget or not drawn:
                    drawn[number] = place
                    budget -= weight
        return sorted((place, number) for number, place in drawn.items())

    def _by_need(self) -> Iterator[int]:
        """Yield one of each stratum, then the second ones, and so on; then all that are held."""
        strata = sorted(self._strata, key=lambda stratum: (_TIERS[stratum[0]], stratum[1]))
        turn = 0
        while strata:
            yield from (self._strata[stratum][turn] for stratum in strata)
            turn += 1
            strata = [stratum for stratum in strata if len(self._strata[stratum]) > turn]
        yield from sorted(-number for number in self._all)

    def _into(self, stratum: Stratum, number: int) -> None:
        quota = self._quotas[stratum[0]]
        held = self._strata.get(stratum)
        if not quota or (held is None and not self._opens(stratum)):
            return
        held = self._strata.setdefault(stratum, [])
        if len(held) < quota or number < held[-1]:
            insort(held, number)
            self._held[number] += 1
            if len(held) > quota:
                self._let_go(held.pop())

    def _opens(self, stratum: Stratum) -> bool:
        """Make room for a stratum: where there are too many, those that rank last go and never come back."""
        rank = _TIERS[stratum[0]] << 64 | int.from_bytes(blake2b(repr(stratum).encode(), digest_size=8).digest())
        if rank >= self._barred:
            return False
        heapq.heappush(self._ranks, (-rank, stratum))
        if len(self._ranks) > _STRATA:
            last, gone = heapq.heappop(self._ranks)
            self._barred = -last
            for number in self._strata.pop(gone, ()):
                self._let_go(number)
            return gone != stratum
        return True

    def _let_go(self, number: int) -> None:
        self._held[number] -= 1
        if not self._held[number]:
            del self._held[number]
            self._store.execute("DELETE FROM lines WHERE number = ?", (str(number),))
