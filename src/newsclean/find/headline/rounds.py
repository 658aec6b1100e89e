"""The order of the strings behind slots: rounds that repeat, and the best way along them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from math import exp, inf, log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KINDS = 4
"""The fewest fragments of a cycle; with three, lists of names are taken for one."""
ROUND = 320
"""The longest round in code points: six fragments, some fifty characters apart."""

_FAR = 130
_USUAL, _GIVE = 14, 8
# Nats: for a fragment that is skipped, and for each character of a gap that is wider or closer than usual.
HOLE, _DISTANCE = 4.5, 0.045
_KEY = 3.0
_APART = 2
_HELD = 600.0
"""Nats that a float holds with room to spare; all ways through an opening full of fragments may weigh more."""


class Slot(NamedTuple):
    """A place behind 的 or a stop, and what follows it."""

    start: int
    run: str


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
    """Return a step of one character pair for every slot of the keys, in their order."""
    return sorted(Step(s.start, s.start + 2, at, _KEY, s) for at, key in enumerate(keys) for s in slots.get(key, ()))


@cache
def _gap_factors() -> tuple[float, ...]:
    """Return how likely each gap between two fragments is; on real pages they stand 3 to 29 apart, 14 on average."""
    return tuple(exp(-_DISTANCE * max(0, abs(gap - _USUAL) - _GIVE)) for gap in range(_FAR + 1))


def rounds(steps: Sequence[Step], kinds: int, least: float = -inf) -> tuple[float, list[float]]:
    """Return what all ways along steps in the order of the cycle weigh, and how likely each step is on the true one.

    A cycle skips no fragment but where a brand took its place, and never sets two side by side: holes cost, and so
    does distance. `steps` are sorted; all ways are summed up forwards and, if they weigh at least `least`, backwards.
    """
    scale = min(1.0, _HELD / max(1.0, sum(step.weight for step in steps if step.weight > 0)))
    own = [exp(scale * step.weight) for step in steps]
    links = _links(steps, kinds)
    upto: list[float] = []
    for odds, before in zip(own, links, strict=True):
        upto.append(odds * (1.0 + sum([upto[i] * factor for i, factor in before])))
    total = sum(upto)
    weight = log(total) / scale if total else 0.0
    if weight < least:
        return weight, []
    rest = [1.0] * len(steps)
    for i in range(len(steps) - 1, -1, -1):
        onward = own[i] * rest[i]
        for j, factor in links[i]:
            rest[j] += onward * factor
    return weight, [each / total * behind for each, behind in zip(upto, rest, strict=True)]


def _links(steps: Sequence[Step], kinds: int) -> list[list[tuple[int, float]]]:
    """Return for each step those that it may follow on, and how likely it does."""
    gaps = _gap_factors()
    holes = [exp(-HOLE * ((ahead - 1) % kinds)) for ahead in range(kinds)]
    links: list[list[tuple[int, float]]] = []
    first = 0
    for n, (start, _, at, _, _) in enumerate(steps):
        while steps[first].end + _FAR < start:
            first += 1
        links.append(
            [
                (i, gaps[min(start - before.end, _FAR)] * holes[(at - before.at) % kinds])
                for i, before in enumerate(steps[first:n], first)
                if start - before.end >= _APART and at != before.at
            ]
        )
    return links
