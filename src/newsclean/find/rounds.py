"""The order of the strings behind slots: rounds that repeat, and the walk along them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KINDS = 4
"""The fewest fragments of a cycle; with three, lists of names are taken for one."""
ROUND = 320
"""The longest round in code points: six fragments, some fifty characters apart."""

_GAP = 110


class Slot(NamedTuple):
    """A place behind 的 or a stop: what follows it, and the first two characters of that."""

    start: int
    run: str
    key: str


Slots = dict[str, list[Slot]]
"""The slots of an opening by the first two characters behind them."""


class Step(NamedTuple):
    """A slot that was taken for a fragment."""

    start: int
    run: str
    fragment: str

    @property
    def key(self) -> str:
        """The first two characters behind the slot."""
        return self.run[:2]


def comes_again(group: Sequence[Slot]) -> bool:
    """Tell whether two slots of a key are one round apart."""
    return any(b.start - a.start <= ROUND for a, b in pairwise(group))


def orders(slots: Sequence[Slot]) -> Iterator[tuple[list[str], int]]:
    """Yield orders of keys that two rounds from one anchor to the next have in common, and where they start."""
    places: dict[str, list[int]] = {}
    for i, slot in enumerate(slots):
        places.setdefault(slot.key, []).append(i)
    seen = set()
    line = [slot.key for slot in slots]
    for at in places.values():
        if len(at) == 1:
            continue
        for a, b, c in zip(at, at[1:], [*at[2:], at[-1] + (at[-1] - at[-2])], strict=False):
            if slots[b].start - slots[a].start > ROUND:
                continue
            keys = _common(line[a:b], line[b:c])
            first = keys.index(min(keys)) if len(keys) >= KINDS else 0
            turned = (*keys[first:], *keys[:first])
            if len(keys) >= KINDS and turned not in seen:
                seen.add(turned)
                yield keys, slots[a].start


def _common(one: Sequence[str], two: Sequence[str]) -> list[str]:
    """Return the longest common subsequence of two rounds, each key once."""
    both = set(one) & set(two)
    if len(both) < KINDS:
        return []
    others = [key for key in dict.fromkeys(two) if key in both]
    best: list[list[str]] = [[] for _ in range(len(others) + 1)]
    for key in dict.fromkeys(key for key in one if key in both):
        row: list[list[str]] = [[]]
        for j, other in enumerate(others):
            row.append([*best[j], key] if key == other else max(best[j + 1], row[j], key=len))
        best = row
    return best[-1]


def walk(fragments: Sequence[str], slots: Slots, start: int) -> list[Step]:
    """Follow the order of the fragments from a slot forward and backward."""
    steps = sorted(
        Step(slot.start, slot.run, fragment)
        for fragment in fragments
        for slot in slots.get(fragment[:2], ())
        if slot.run.startswith(fragment)
    )
    forward = [step for step in steps if step.start >= start]
    backward = [step for step in reversed(steps) if step.start < start]
    return _follow(fragments[::-1], backward, start)[::-1] + _follow(fragments, forward, start)


def _follow(fragments: Sequence[str], steps: Sequence[Step], start: int) -> list[Step]:
    """Take the steps that are due in turn; one fragment may be missing where a brand took its place."""
    order = {fragment: i for i, fragment in enumerate(fragments)}
    taken: list[Step] = []
    due, last = 0, start
    for i, step in enumerate(steps):
        if abs(step.start - last) > _GAP:
            break
        at = order[step.fragment]
        ahead = (at - due) % len(fragments)
        if ahead == 0 or (ahead == 1 and _is_missing(fragments, due, steps, i)):
            taken.append(step)
            due, last = (at + 1) % len(fragments), step.start
    return taken


def _is_missing(fragments: Sequence[str], due: int, steps: Sequence[Step], i: int) -> bool:
    """Tell whether the fragment that is due does not come before the one after next."""
    for step in steps[i + 1 :]:
        if step.fragment == fragments[due]:
            return False
        if step.fragment == fragments[(due + 2) % len(fragments)]:
            return True
    return True
