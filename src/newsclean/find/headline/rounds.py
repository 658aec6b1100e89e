"""The order of the strings behind slots: rounds that repeat, and the best way along them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KINDS = 4
"""The fewest fragments of a cycle; with three, lists of names are taken for one."""
ROUND = 320
"""The longest round in code points: six fragments, some fifty characters apart."""

_FAR = 130
_USUAL, _GIVE = 14, 8
_HOLE = 1.5
_DISTANCE = 0.015
_APART = 2
_NEVER = 1e9


class Slot(NamedTuple):
    """A place behind 的 or a stop, and what follows it."""

    start: int
    run: str

    @property
    def key(self) -> str:
        """The first two characters behind the slot."""
        return self.run[:2]


Slots = dict[str, list[Slot]]
"""The slots of an opening by the first two characters behind them."""


class Step(NamedTuple):
    """A slot taken for the fragment at a place of the order, with what speaks for it."""

    start: int
    end: int
    at: int
    weight: float
    slot: Slot


def comes_again(places: Sequence[int]) -> bool:
    """Tell whether a key stands at two places that are one round apart."""
    return any(b - a <= ROUND for a, b in pairwise(places))


def come_in_turn(line: Sequence[str]) -> bool:
    """Tell whether enough keys stand both before and behind a place where a key comes again."""
    places: dict[str, int] = {}
    for at, key in enumerate(line):
        first = places.get(key, at)
        if at - first >= KINDS and len({*line[first:at]}.intersection(line[at:])) >= KINDS:
            return True
        places[key] = at
    return False


def orders(slots: Sequence[Slot]) -> list[list[str]]:
    """Return orders of keys that two rounds have in common, each once; what most anchors agree on comes first."""
    line = [slot.run[:2] for slot in slots]
    places: dict[str, list[int]] = {}
    for i, key in enumerate(line):
        places.setdefault(key, []).append(i)
    votes: Counter[tuple[str, ...]] = Counter()
    for at in places.values():
        for a, b, c in zip(at, at[1:], [*at[2:], 2 * at[-1] - at[-2]] if len(at) > 1 else (), strict=False):
            if b - a >= KINDS <= c - b and slots[b].start - slots[a].start <= ROUND:
                keys = _common(line[a:b], line[b:c])
                if len(keys) >= KINDS:
                    first = keys.index(min(keys))
                    votes[(*keys[first:], *keys[:first])] += len(keys)
    return [list(keys) for keys, _ in votes.most_common()]


def _common(one: Sequence[str], two: Sequence[str]) -> list[str]:
    """Return the longest common subsequence of two rounds, each key once."""
    both = set(one) & set(two)
    if len(both) < KINDS:
        return []
    place = {key: at for at, key in enumerate(dict.fromkeys(two))}
    ways: list[tuple[int, list[str]]] = []  # the longest ways in both rounds, by the key that they end with
    for key in dict.fromkeys(key for key in one if key in both):
        at = place[key]
        before = max((way for end, way in ways if end < at), key=len, default=[])
        ways.append((at, [*before, key]))
    return max((way for _, way in ways), key=len)


def by_keys(keys: Sequence[str], slots: Mapping[str, Sequence[Slot]]) -> list[Step]:
    """Return a step of one character pair for every slot of the keys."""
    return [Step(s.start, s.start + 2, at, 1.0, s) for at, key in enumerate(keys) for s in slots.get(key, ())]


def distance(gap: int) -> float:
    """Return what a gap between two fragments costs; on the pages read they stand 3 to 29 apart, 14 on average."""
    return _DISTANCE * max(0, abs(gap - _USUAL) - _GIVE)


@cache
def _gap_costs() -> tuple[float, ...]:
    return tuple(distance(gap) for gap in range(_FAR + 1))


def chain(steps: Sequence[Step], kinds: int) -> tuple[float, list[Step]]:
    """Return the heaviest way along steps in the order of the cycle, and its weight.

    A cycle skips no fragment but where a brand took its place, and never sets two side by side: holes cost, and so
    does distance.
    """
    steps = sorted(steps)
    gaps = _gap_costs()
    # by the difference of two places, which may be negative: Python counts it from the end
    holes = [_HOLE * ((ahead - 1) % kinds) if ahead % kinds else _NEVER for ahead in (*range(kinds), *range(-kinds, 0))]
    weights: list[float] = []
    before: list[int] = []
    first = 0
    for start, _, at, own, _ in steps:
        while steps[first].end + _FAR < start:
            first += 1
        best, last = 0.0, -1
        for i in range(first, len(weights)):
            each = steps[i]
            gap = start - each.end
            if gap >= _APART:
                weight = weights[i] - gaps[min(gap, _FAR)] - holes[at - each.at]
                if weight > best:
                    best, last = weight, i
        weights.append(best + own)
        before.append(last)
    if not weights:
        return 0.0, []
    i = max(range(len(weights)), key=weights.__getitem__)
    weight, taken = weights[i], []
    while i >= 0:
        taken.append(steps[i])
        i = before[i]
    return weight, taken[::-1]
