"""Title fragments pasted into the opening in cycles: found by their fixed order, without a word list.

Scraper sites cut a headline into four to six pieces of two to eight characters and paste them, in one order that
repeats, after 的 and after punctuation of the first paragraphs (read off 13 pages of five hosts). A cycle is
therefore looked for among the strings that follow such slots.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.words import starts_word, surprise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.matching import Page

ZONE = 1500
"""Code points of the opening that are searched; on the pages read, the injected zone had 200 to 350."""

_SLOT = re.compile(r"(?<=[的,。、!?:;是了“”’」』》…])(?=([\u3400-\u9fffa-z0-9]{2,12}))")
_WORDS_OVER_SLOT = ("是否", "是非", "的确", "的士", "了解", "了结", "了如")
_STOPS = frozenset(",、;:。!?)")
_KINDS = 4
_GAP = 90


class Hit(NamedTuple):
    """A fragment at its place in the text."""

    start: int
    end: int
    fragment: str


@dataclass(frozen=True, slots=True)
class Cycle:
    """Fragments in their order, and every place where one of them was pasted."""

    fragments: tuple[str, ...]
    hits: tuple[Hit, ...]

    @property
    def periods(self) -> float:
        """How many rounds the fragments go."""
        return len(self.hits) / len(self.fragments)

    @property
    def title(self) -> str:
        """The pieces joined from the one that stands first: the headline, but for what was folded into a piece."""
        first = self.fragments.index(self.hits[0].fragment)
        return "".join(self.fragments[first:] + self.fragments[:first])


class _Slot(NamedTuple):
    start: int
    run: str

    @property
    def key(self) -> str:
        return self.run[:2]


def find_cycle(page: Page) -> Cycle | None:
    """Return the cycle of fragments in a page's opening, or None.

    At least four kinds and two and a half rounds are asked for, two where most kinds are no words (on 71 clean
    documents three kinds and one and a half rounds fired 13 times, these bounds never).

    >>> from newsclean.matching import read_page
    >>> find_cycle(read_page("清晨,石桥村民走上田埂,新的茶园一片嫩绿。采茶的姑娘说,今年的收成很好,天气也好。")) is None
    True
    """
    slots = [
        _Slot(m.start(), m[1]) for m in _SLOT.finditer(page.folded, 0, ZONE) if not _inside_word(page.folded, m.start())
    ]
    counts = Counter(slot.key for slot in slots)
    repeated = [slot for slot in slots if counts[slot.key] > 1]
    anchors = [key for key, _ in Counter(slot.key for slot in repeated).most_common(24)]
    if len(anchors) < _KINDS:
        return None
    found = (_around(anchor, repeated, page.folded) for anchor in anchors)
    return max((cycle for cycle in found if cycle), key=_worth, default=None)


def _around(anchor: str, slots: Sequence[_Slot], folded: str) -> Cycle | None:
    """Read the slots between occurrences of an anchor as rounds of one cycle."""
    rounds = _rounds(anchor, slots)
    best = None
    for one, two in itertools.pairwise(rounds):
        keys = _common([slot.key for slot in one], [slot.key for slot in two])
        if len(keys) < _KINDS:
            continue
        hits = _walk(keys, slots, one[0].start)
        cycle = _settle(keys, hits, folded)
        if cycle and (best is None or _worth(cycle) > _worth(best)) and _holds(cycle, folded):
            best = cycle
    return best


def _inside_word(folded: str, at: int) -> bool:
    return folded[at - 1 : at + 1] in _WORDS_OVER_SLOT


def _worth(cycle: Cycle) -> int:
    """Count the hits against the holes: a cycle skips no kind, but where a brand took its place."""
    order = {fragment: i for i, fragment in enumerate(cycle.fragments)}
    places = [order[hit.fragment] for hit in cycle.hits]
    steps = [(b - a - 1) % len(order) for a, b in itertools.pairwise(places)]
    return len(places) - 3 * sum(steps)


def _rounds(anchor: str, slots: Sequence[_Slot]) -> list[list[_Slot]]:
    rounds: list[list[_Slot]] = []
    for slot in slots:
        if slot.key == anchor:
            rounds.append([])
        if rounds:
            rounds[-1].append(slot)
    return rounds


def _common(one: Iterable[str], two: Iterable[str]) -> list[str]:
    """Return the longest common subsequence of two rounds, each key once."""
    others = list(dict.fromkeys(two))
    best: list[list[str]] = [[] for _ in range(len(others) + 1)]
    for key in dict.fromkeys(one):
        row: list[list[str]] = [[]]
        for j, other in enumerate(others):
            row.append([*best[j], key] if key == other else max(best[j + 1], row[j], key=len))
        best = row
    return best[-1]


def _walk(keys: Sequence[str], slots: Sequence[_Slot], start: int) -> list[_Slot]:
    """Follow the order of the keys from a slot forward and backward; a brand may hold the place of one."""
    after = [slot for slot in slots if slot.start >= start]
    before = [slot for slot in reversed(slots) if slot.start < start]
    backward = _follow(keys[::-1], before, start)
    return backward[::-1] + _follow(keys, after, start)


def _follow(keys: Sequence[str], slots: Sequence[_Slot], start: int) -> list[_Slot]:
    order = {key: i for i, key in enumerate(keys)}
    taken: list[_Slot] = []
    due, last = 0, start
    for slot in slots:
        if abs(slot.start - last) > _GAP:
            break
        at = order.get(slot.key)
        if at is None:
            continue
        step = (at - due) % len(keys)
        if step == 0 or (step == 1 and _due_later(keys, due, slots, slot)):
            taken.append(slot)
            due, last = (at + 1) % len(keys), slot.start
    return taken


def _due_later(keys: Sequence[str], due: int, slots: Sequence[_Slot], slot: _Slot) -> bool:
    """Tell whether the key that is due is missing from the rest of its round, as when a brand took its place."""
    following = slots[slots.index(slot) + 1 :]
    for other in following:
        if other.key == keys[due]:
            return False
        if other.key == keys[(due + 2) % len(keys)]:
            return True
    return True


def _settle(keys: Sequence[str], slots: Sequence[_Slot], folded: str) -> Cycle | None:
    """Fix where each fragment ends: the longest start that most of its occurrences share."""
    hits: list[Hit] = []
    fragments: list[str] = []
    for key in keys:
        runs = [slot for slot in slots if slot.key == key]
        fragment = _shared([slot.run for slot in runs])
        fragments.append(fragment)
        hits += [Hit(s.start, s.start + len(fragment), fragment) for s in runs if s.run.startswith(fragment)]
    hits = [hit for hit in sorted(hits) if not _is_text(hit, fragments, folded)]
    kinds = {hit.fragment for hit in hits}
    kept = tuple(fragment for fragment in fragments if fragment in kinds)
    return Cycle(kept, tuple(hits)) if len(kept) >= _KINDS else None


def _shared(runs: Sequence[str]) -> str:
    needed = max(2, -(-len(runs) * 3 // 5))
    if len(runs) < needed:
        return runs[0][:2] if runs else ""
    starts = Counter(run[:length] for run in runs for length in range(2, len(run) + 1))
    return max((start for start, n in starts.items() if n >= needed), key=len)


def _is_text(hit: Hit, fragments: Sequence[str], folded: str) -> bool:
    """Tell real words from a fragment: what follows would not stand alone, or is the next piece of the headline."""
    follows = folded[hit.end : hit.end + 2]
    if follows[:1] in _STOPS and follows:
        return True
    return any(fragment[:2] == follows for fragment in fragments) and starts_word(hit.fragment + follows)


def _holds(cycle: Cycle, folded: str) -> bool:
    """Weigh a cycle: rounds, and how foreign its fragments are where they stand."""
    gaps = [folded[a.end : b.start] for a, b in zip(cycle.hits, cycle.hits[1:], strict=False)]
    if cycle.periods < 2 or len(set(gaps)) < 0.8 * len(gaps):
        return False
    foreign = [
        surprise(folded[max(0, h.start - 6) : h.start], h.fragment, folded[h.end : h.end + 6]) for h in cycle.hits
    ]
    mean = sum(foreign) / len(foreign)
    strange = sum(not starts_word(fragment + "啊") for fragment in cycle.fragments) / len(cycle.fragments)
    if cycle.periods >= 2.5:
        return mean >= 5.8 or (strange >= 0.2 and mean >= 5.0) or (cycle.periods >= 3 and mean >= 5.3)
    han = all(not fragment.isascii() and fragment.isalpha() for fragment in cycle.fragments)
    return han and mean >= 6.0 and strange >= 0.5 and max(map(len, gaps)) <= 45
