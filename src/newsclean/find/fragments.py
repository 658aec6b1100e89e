"""Title fragments pasted into the opening in cycles: found by their fixed order, without a word list.

Scraper sites cut a headline into four to six pieces of two to eight characters and paste them, in one order that
repeats, after 的 and after punctuation of the first paragraphs (read off 13 pages of five hosts). A cycle is
therefore looked for among the strings that follow such slots.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean as mean
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.words import cost, is_word, starts_word, surprise
from newsclean.matching import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.matching import Page

ZONE = 1500
"""Code points of the opening that are searched; on the pages read, the injected zone had 200 to 350."""

_SLOT = re.compile(r"(?<=[的,。、!?:;是了”’》…])(?=([\u3400-\u9fffa-z0-9]{2,14}))")
_SLOT_CHARS = frozenset("的,。、!?:;是了”’》…\n")
_WORDS_OVER_SLOT = frozenset(("是否", "是非", "的确", "的士", "了解", "了结", "了如"))
_DETERMINER = re.compile("(?:[这那][种个些样]|一[个些种次位名]|我们|他们|大家)$")
_STOPS = frozenset(",、;:。!?)")
_KINDS = 4
_GAP = 110
_ROUND = 320
_LONGEST = 10
_FAR = 32
_CLEARLY = 0.5
_FOREIGN = 3.0
_STRANGE = 5.5
_DOUBLED = 7.0
_BELONGS = 5.0
_SHORT_GAP = 5


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
    key: str


_Slots = dict[str, list[_Slot]]
"""The slots of an opening by the first two characters behind them."""


def find_cycle(page: Page) -> Cycle | None:
    """Return the cycle of fragments in a page's opening, or None.

    At least four kinds and two and a half rounds are asked for, two where most kinds are no words or where the
    fragments are cut from the headline (on 71 clean documents three kinds and one and a half rounds fired 13 times,
    these bounds never).

    >>> from newsclean.matching import read_page
    >>> find_cycle(read_page("清晨,石桥村民走上田埂,新的茶园一片嫩绿。采茶的姑娘说,今年的收成很好,天气也好。")) is None
    True
    """
    folded = page.folded
    by_key: _Slots = {}
    for found in _SLOT.finditer(folded, 0, ZONE):
        run = found[1]
        key = run[:2]
        by_key.setdefault(key, []).append(_Slot(found.start(), run, key))
    close = [group for group in by_key.values() if len(group) > 1 and _comes_again(group)]
    if len(close) < _KINDS:
        return None
    repeated = sorted(slot for group in close for slot in group if not _inside_word(folded, slot.start))
    titles = _titles(page)
    hint = titles[: bool(page.title)]
    best: Cycle | None = None
    for keys, start in _orders(repeated):
        cycle = _settle(keys, start, by_key, folded, hint)
        if cycle and _holds(cycle, folded, titles) and (best is None or _worth(cycle, folded) > _worth(best, folded)):
            best = cycle
    return best


def _comes_again(group: Sequence[_Slot]) -> bool:
    return any(b.start - a.start <= _ROUND for a, b in pairwise(group))


def _inside_word(folded: str, at: int) -> bool:
    return folded[at - 1 : at + 1] in _WORDS_OVER_SLOT


def _titles(page: Page) -> list[str]:
    """Return what may be the headline, folded and without signs: the hint, and short first lines."""
    lines = [line.folded for line in page.lines[:3] if len(line.folded) <= 50 and line.folded[-1] not in "。!?"]
    texts = [fold(page.title)] if page.title else []
    return [re.sub(r"[^\u3400-\u9fffa-z0-9]", "", text) for text in texts + lines]


def _orders(slots: Sequence[_Slot]) -> Iterator[tuple[list[str], int]]:
    """Yield orders of keys that two rounds from one anchor to the next have in common, and where they start."""
    places: dict[str, list[int]] = {}
    for i, slot in enumerate(slots):
        places.setdefault(slot.key, []).append(i)
    seen = set()
    line = [slot.key for slot in slots]
    for at in places.values():
        for a, b, c in zip(at, at[1:], [*at[2:], at[-1] + (at[-1] - at[-2])], strict=False):
            if slots[b].start - slots[a].start > _ROUND:
                continue
            keys = _common(line[a:b], line[b:c])
            first = keys.index(min(keys)) if len(keys) >= _KINDS else 0
            turned = (*keys[first:], *keys[:first])
            if len(keys) >= _KINDS and turned not in seen:
                seen.add(turned)
                yield keys, slots[a].start


def _common(one: Sequence[str], two: Sequence[str]) -> list[str]:
    """Return the longest common subsequence of two rounds, each key once."""
    both = set(one) & set(two)
    if len(both) < _KINDS:
        return []
    others = [key for key in dict.fromkeys(two) if key in both]
    best: list[list[str]] = [[] for _ in range(len(others) + 1)]
    for key in dict.fromkeys(key for key in one if key in both):
        row: list[list[str]] = [[]]
        for j, other in enumerate(others):
            row.append([*best[j], key] if key == other else max(best[j + 1], row[j], key=len))
        best = row
    return best[-1]


def _settle(keys: Sequence[str], start: int, slots: _Slots, folded: str, hint: Sequence[str]) -> Cycle | None:
    """Fix where each fragment ends, then read the cycle again with whole fragments."""
    if len(_walk(keys, slots, start)) < 2 * len(keys):
        return None
    fragments = _in_headline([_fragment(i, keys, slots, start) for i in range(len(keys))], hint)
    steps = _walk(fragments, slots, start)
    places = {fragment: [step.start for step in steps if step.fragment == fragment] for fragment in fragments}
    fragments = [_trimmed(fragment, places[fragment], folded) for fragment in fragments]
    steps = _walk(fragments, slots, start)
    if _is_list(steps, folded):
        return None
    hits = [
        Hit(at, at + len(fragment), fragment)
        for at, fragment in _chosen(steps, slots, folded)
        if folded[at + len(fragment) : at + len(fragment) + 1] not in _STOPS
    ]
    while hits and _is_text(hits, fragments, folded):
        hits.pop()
    if len(hits) < 2 * _KINDS:
        return None
    kinds = {hit.fragment for hit in hits}
    cycle = Cycle(tuple(fragment for fragment in fragments if fragment in kinds), tuple(hits))
    if len(kinds) < _KINDS or cycle.periods < 2 or (cycle.periods < 2.5 and _strange(cycle) < 0.3 and not hint):
        return None
    return _widened(_without_text(cycle, folded), folded)


def _without_text(cycle: Cycle, folded: str) -> Cycle:
    """Leave out the kinds that read as part of their sentences, if enough are left without them."""
    scores = {
        fragment: mean(_foreign(folded, hit.start, fragment) for hit in cycle.hits if hit.fragment == fragment)
        for fragment in {hit.fragment for hit in cycle.hits}
    }
    foreign = [fragment for fragment in cycle.fragments if scores.get(fragment, 0.0) >= _FOREIGN]
    kept = foreign if len(foreign) >= _KINDS else [fragment for fragment in cycle.fragments if fragment in scores]
    return Cycle(tuple(kept), tuple(hit for hit in cycle.hits if hit.fragment in kept))


def _fragment(i: int, keys: Sequence[str], slots: _Slots, start: int) -> str:
    """Return the longest string that can stand for a key without leaving a hole in the cycle."""
    key = keys[i]
    runs = [slot.run for slot in slots[key]]
    starts = Counter(run[:length] for run in runs for length in range(3, min(len(run), _LONGEST) + 1))
    walked = _walk(keys, slots, start)
    base = _unbroken(walked, keys)
    needed = max(2, sum(step.fragment == key for step in walked) - 1)
    for longer in sorted((text for text, n in starts.items() if n >= needed), key=len, reverse=True):
        changed = [*keys[:i], longer, *keys[i + 1 :]]
        steps = _walk(changed, slots, start)
        lost = base - _unbroken(steps, changed)
        if lost <= 0 or (lost == 1 and not _cut_short(longer, runs)):
            return longer
    return key


def _cut_short(longer: str, runs: Sequence[str]) -> bool:
    """Tell whether another run leaves a fragment behind its third character: then the fragment ends there."""
    return any(run.startswith(longer[:3]) and not run.startswith(longer) for run in runs)


def _unbroken(steps: Sequence[_Step | Hit], fragments: Sequence[str]) -> int:
    """Count the steps against the holes: a cycle skips no fragment, but where a brand took its place."""
    order = {fragment: i for i, fragment in enumerate(fragments)}
    places = [order[step.fragment] for step in steps]
    return len(places) - 3 * sum((b - a - 1) % len(order) for a, b in pairwise(places))


def _trimmed(fragment: str, starts: Sequence[int], folded: str) -> str:
    """Give back the end of a fragment that stands only twice, where the sentence reads on with it both times."""
    if len(starts) == 2 and len(fragment) > 3:
        fragment = _DETERMINER.sub("", fragment)
    while len(fragment) > 2 and len(starts) == 2:
        rests = [folded[start + len(fragment) - 1 : start + len(fragment) + 5] for start in starts]
        if any(cost(rest) - cost(rest[1:]) >= _BELONGS for rest in rests):
            break
        fragment = fragment[:-1]
    return fragment


def _is_list(steps: Sequence[_Step], folded: str) -> bool:
    """Tell parallel clauses, or one text twice: the same words follow a fragment, or hardly any."""
    gaps = [folded[a.start + len(a.fragment) : b.start] for a, b in pairwise(steps)]
    heads = {gap[:2] for gap in gaps}
    return len(heads) < 0.5 * len(gaps) or median(map(len, gaps)) < _SHORT_GAP


def _in_headline(fragments: list[str], titles: Sequence[str]) -> list[str]:
    """Cut one fragment where it leaves the headline, if the others are made of it."""
    for title in titles:
        lengths = [_pieces(fragment, title) for fragment in fragments]
        if sum(n < len(fragment) for fragment, n in zip(fragments, lengths, strict=True)) == 1 and min(lengths) >= 2:
            return [fragment[:n] for fragment, n in zip(fragments, lengths, strict=True)]
    return fragments


def _widened(cycle: Cycle, folded: str) -> Cycle:
    """Take in what stands before every occurrence of a fragment back to the slot: 的 or 是 inside the fragment."""
    before: dict[str, str] = {}
    for fragment in cycle.fragments:
        starts = [hit.start for hit in cycle.hits if hit.fragment == fragment]
        for n in range(1, 5):
            lefts = {folded[start - n : start] for start in starts}
            if len(lefts) > 1 or not all(lefts) or not all(map(_is_han, lefts)):
                break
            if all(folded[start - n - 1] in _SLOT_CHARS for start in starts):
                before[fragment] = lefts.pop()
                break
    hits = tuple(Hit(h.start - len(b), h.end, b + h.fragment) for h in cycle.hits for b in [before.get(h.fragment, "")])
    fragments = dict.fromkeys(before.get(fragment, "") + fragment for fragment in cycle.fragments)
    return Cycle(tuple(fragments), tuple(dict.fromkeys(hits)))


class _Step(NamedTuple):
    start: int
    run: str
    fragment: str

    @property
    def key(self) -> str:
        return self.run[:2]


def _walk(fragments: Sequence[str], slots: _Slots, start: int) -> list[_Step]:
    """Follow the order of the fragments from a slot forward and backward."""
    steps = sorted(
        _Step(slot.start, slot.run, fragment)
        for fragment in fragments
        for slot in slots.get(fragment[:2], ())
        if slot.run.startswith(fragment)
    )
    forward = [step for step in steps if step.start >= start]
    backward = [step for step in reversed(steps) if step.start < start]
    return _follow(fragments[::-1], backward, start)[::-1] + _follow(fragments, forward, start)


def _follow(fragments: Sequence[str], steps: Sequence[_Step], start: int) -> list[_Step]:
    """Take the steps that are due in turn; one fragment may be missing where a brand took its place."""
    order = {fragment: i for i, fragment in enumerate(fragments)}
    taken: list[_Step] = []
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


def _is_missing(fragments: Sequence[str], due: int, steps: Sequence[_Step], i: int) -> bool:
    """Tell whether the fragment that is due does not come before the one after next."""
    for step in steps[i + 1 :]:
        if step.fragment == fragments[due]:
            return False
        if step.fragment == fragments[(due + 2) % len(fragments)]:
            return True
    return True


def _pieces(text: str, title: str) -> int:
    """Return how much of a text is pieces of two characters and more of a headline, read from the left."""
    done = 0
    while done < len(text):
        size = next((n for n in range(len(text) - done, 0, -1) if text[done : done + n] in title), 0)
        if size < 2 and done + size < len(text):
            break
        done += size
        if not size:
            break
    return done


def _chosen(steps: Sequence[_Step], slots: _Slots, folded: str) -> Iterator[tuple[int, str]]:
    """Where a fragment stands at two slots before the next is due, choose the clearly more foreign place, or none."""
    bounds = [0, *(step.start for step in steps), ZONE]
    for i, step in enumerate(steps):
        places = [
            slot.start
            for slot in slots[step.key]
            if bounds[i] < slot.start < bounds[i + 2] and slot.run.startswith(step.fragment)
        ]
        if len(places) == 1:
            yield places[0], step.fragment
            continue
        ranked = sorted((_foreign(folded, at, step.fragment), at) for at in places)
        if ranked[-1][0] >= ranked[-2][0] + _CLEARLY:
            yield ranked[-1][1], step.fragment


def _foreign(folded: str, start: int, fragment: str) -> float:
    end = start + len(fragment)
    if _is_doubled(fragment):
        return _DOUBLED
    return surprise(folded[max(0, start - 6) : start], fragment, folded[end : end + 6])


def _is_text(hits: Sequence[Hit], fragments: Sequence[str], folded: str) -> bool:
    """Tell words of the last sentence reached: far behind, or before the next piece of the headline."""
    hit = hits[-1]
    follows = folded[hit.end : hit.end + 2]
    if not starts_word(hit.fragment + follows):
        return False
    far = len(hits) > 1 and hit.start - hits[-2].end > _FAR
    return far or any(fragment[:2] == follows for fragment in fragments)


def _worth(cycle: Cycle, folded: str) -> float:
    """Weigh how foreign the hits are against the holes between them."""
    holes = (len(cycle.hits) - _unbroken(cycle.hits, cycle.fragments)) / 3
    return sum(_foreign(folded, hit.start, hit.fragment) - _FOREIGN for hit in cycle.hits) - 10 * holes


def _holds(cycle: Cycle, folded: str, titles: Sequence[str]) -> bool:
    """Weigh a cycle: rounds, headline, how foreign its fragments are, and whether the clauses are parallel."""
    spelled = any(_spells(cycle, title) for title in titles)
    strange = _strange(cycle)
    if cycle.periods < 2 or (cycle.periods < 2.5 and strange < 0.6 and not spelled):
        return False
    foreign = mean(_foreign(folded, hit.start, hit.fragment) for hit in cycle.hits)
    sure = strange >= 0.6 and foreign >= 6.0
    gaps = [folded[a.end : b.start] for a, b in pairwise(cycle.hits)]
    if len(set(gaps)) < (0.6 if sure else 0.8) * len(gaps):
        return False  # the same text twice
    if spelled:
        return foreign >= 4.5
    heads = len({folded[hit.end : hit.end + 2] for hit in cycle.hits}) / len(cycle.hits)
    if median(map(len, gaps)) < _SHORT_GAP or heads < (0.5 if sure else 0.75):
        return False  # a list of parallel clauses
    if cycle.periods < 2.5:
        han = all(not fragment.isascii() and fragment.isalpha() for fragment in cycle.fragments)
        return han and foreign >= 6.0 and max(map(len, gaps)) <= (60 if strange >= 0.8 else 45)
    return foreign >= (5.0 if strange >= 0.3 else 5.2 if cycle.periods >= 3.5 and heads >= 0.9 else 5.6)


def _strange(cycle: Cycle) -> float:
    return sum(map(_is_strange, cycle.fragments)) / len(cycle.fragments)


def _is_doubled(fragment: str) -> bool:
    half = len(fragment) // 2
    return half > 1 and fragment[:half] == fragment[half:]


def _is_han(text: str) -> bool:
    return all("\u3400" <= char <= "\u9fff" for char in text)


def _is_strange(fragment: str) -> bool:
    """Tell a piece that is no words: cut across them, or a word twice."""
    return _is_doubled(fragment) or (not is_word(fragment) and cost(fragment) / len(fragment) >= _STRANGE)


def _spells(cycle: Cycle, title: str) -> bool:
    """Tell whether the fragments, but for one, are pieces of the headline, and their heads go through it in order."""
    pieces = [fragment for fragment in cycle.fragments if _pieces(fragment, title) == len(fragment)]
    places = [title.find(fragment[:2]) for fragment in cycle.fragments]
    turns = sum(b < a for a, b in pairwise([*places, places[0]]))
    return len(pieces) >= len(cycle.fragments) - 1 and turns <= 2 and len(title) >= 8
