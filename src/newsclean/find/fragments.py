"""Title fragments pasted into the opening in cycles: found by their fixed order, without a word list.

Scraper sites cut a headline into four to six pieces of two to eight characters and paste them, in one order that
repeats, after 的 and after punctuation of the first paragraphs (read off 13 pages of five hosts). A cycle is
therefore looked for among the strings that follow such slots.
"""

from __future__ import annotations

import re
from collections import Counter
from statistics import fmean as mean
from typing import TYPE_CHECKING

from newsclean.find.cycle import (
    FOREIGN,
    Cycle,
    Hit,
    foreign,
    holds,
    is_list,
    pieces,
    strange,
    together,
    unbroken,
    worth,
)
from newsclean.find.rounds import KINDS, Slot, Slots, Step, comes_again, orders, walk
from newsclean.find.words import cost, starts_word
from newsclean.matching import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from newsclean.matching import Page

ZONE = 1500
"""Code points of the opening that are searched; on the pages read, the injected zone had 200 to 350."""

_SLOT = re.compile(r"[的,。、!?:;是了”’》…](?=([\u3400-\u9fffa-z0-9]{2,14}))")
_KEY = re.compile(r"[的,。、!?:;是了”’》…](?=([\u3400-\u9fffa-z0-9]{2}))")
_SLOT_CHARS = frozenset("的,。、!?:;是了”’》…\n")
_WORDS_OVER_SLOT = frozenset(("是否", "是非", "的确", "的士", "了解", "了结", "了如"))
_DETERMINER = re.compile("(?:[这那][种个些样]|一[个些种次位名]|我们|他们|大家)$")
_STOPS = frozenset(",、;:。!?)")
_LONGEST = 10
_STARTS = 3
_FAR = 32
_FAR_SLOT = 110
_CLEARLY = 0.5
_BELONGS = 5.0


def find_cycle(page: Page, taken: Collection[int] = ()) -> Cycle | None:
    """Return the cycle of fragments in a page's opening, or None; `taken` are places where a brand begins.

    At least four kinds and two and a half rounds are asked for, two where most kinds are no words or where the
    fragments are cut from the headline (on 71 clean documents three kinds and one and a half rounds fired 13 times,
    these bounds never).

    >>> from newsclean.matching import read_page
    >>> find_cycle(read_page("清晨,石桥村民走上田埂,新的茶园一片嫩绿。采茶的姑娘说,今年的收成很好,天气也好。")) is None
    True
    """
    folded = page.folded
    repeated_keys = _repeated(_KEY.findall(folded, 0, ZONE))
    if len(repeated_keys) < KINDS:
        return None
    spared = headlines(page)
    by_key: Slots = {key: [] for key in repeated_keys}
    for found in _SLOT.finditer(folded, 0, ZONE):
        key = found[1][:2]
        if key in by_key and found.end() not in taken and not any(a <= found.end() < b for a, b in spared):
            by_key[key].append(Slot(found.end(), found[1], key))
    close = [group for group in by_key.values() if comes_again(group)]
    if len(close) < KINDS:
        return None
    repeated = sorted(slot for group in close for slot in group if not _inside_word(folded, slot.start))
    titles = _titles(page)
    hint = titles[: bool(page.title)]
    settled = dict.fromkeys(_settle(keys, start, by_key, folded, hint) for keys, start in orders(repeated))
    for title in titles:
        keys = _of_title(title, {group[0].key for group in close})
        places = [slot.start for slot in by_key[keys[0]]][:_STARTS] if len(keys) >= KINDS else []
        settled |= dict.fromkeys(_settle(keys, start, by_key, folded, [title]) for start in places)
    held = [cycle for cycle in settled if cycle and holds(cycle, folded, titles)]
    return max(held, key=lambda cycle: worth(cycle, folded), default=None)


def _of_title(title: str, keys: Collection[str]) -> list[str]:
    """Return the keys that a headline holds, in its order, where they do not overlap."""
    found: list[str] = []
    done = 0
    for at, key in sorted((title.find(key), key) for key in keys if key in title):
        if at >= done:
            found.append(key)
            done = at + len(key)
    return found


def _repeated(keys: Sequence[str]) -> list[str]:
    return [key for key, n in Counter(keys).items() if n > 1]


def _inside_word(folded: str, at: int) -> bool:
    return folded[at - 1 : at + 1] in _WORDS_OVER_SLOT


def _titles(page: Page) -> list[str]:
    """Return what may be the headline, folded and without signs: the hint, and short first lines."""
    texts = [fold(page.title)] if page.title else []
    texts += [page.folded[start:end] for start, end in headlines(page)]
    return [re.sub(r"[^\u3400-\u9fffa-z0-9]", "", text) for text in texts]


def headlines(page: Page) -> list[tuple[int, int]]:
    """Return the spans of short first lines: nothing was pasted into the headline that was cut up."""
    return [
        (line.start, line.end) for line in page.lines[:3] if len(line.folded) <= 50 and line.folded[-1] not in "。!?"
    ]


def _settle(keys: Sequence[str], start: int, slots: Slots, folded: str, hint: Sequence[str]) -> Cycle | None:
    """Fix where each fragment ends, then read the cycle again with whole fragments."""
    walked = walk(keys, slots, start)
    if len(walked) < 2 * len(keys):
        return None
    fragments = _in_headline([_fragment(i, keys, slots, start, walked) for i in range(len(keys))], hint)
    steps = walk(fragments, slots, start)
    places = {fragment: [step.start for step in steps if step.fragment == fragment] for fragment in fragments}
    fragments = [_trimmed(fragment, places[fragment], folded) for fragment in fragments]
    steps = walk(fragments, slots, start)
    if is_list(steps, folded):
        return None
    hits = [
        Hit(at, at + len(fragment), fragment)
        for at, fragment in _chosen(steps, slots, folded)
        if folded[at + len(fragment) : at + len(fragment) + 1] not in _STOPS
    ]
    while hits and _is_text(hits, fragments, folded):
        hits.pop()
    if len(hits) < 2 * KINDS:
        return None
    kinds = {hit.fragment for hit in hits}
    cycle = Cycle(tuple(fragment for fragment in fragments if fragment in kinds), tuple(hits))
    if (
        len(kinds) < KINDS
        or cycle.periods < 2
        or (cycle.periods < 2.5 and strange(cycle, folded) < 0.3 and not hint and not together(cycle, folded))
    ):
        return None
    return _widened(_without_text(cycle, folded), folded)


def _without_text(cycle: Cycle, folded: str) -> Cycle:
    """Leave out the kinds that read as part of their sentences, if enough are left without them."""
    scores = {
        fragment: mean(foreign(folded, hit.start, fragment) for hit in cycle.hits if hit.fragment == fragment)
        for fragment in {hit.fragment for hit in cycle.hits}
    }
    kinds = [fragment for fragment in cycle.fragments if scores.get(fragment, 0.0) >= FOREIGN]
    kept = kinds if len(kinds) >= KINDS else [fragment for fragment in cycle.fragments if fragment in scores]
    return Cycle(tuple(kept), tuple(hit for hit in cycle.hits if hit.fragment in kept))


def _fragment(i: int, keys: Sequence[str], slots: Slots, start: int, walked: Sequence[Step]) -> str:
    """Return the longest string that can stand for a key without leaving a hole in the cycle that was walked."""
    key = keys[i]
    runs = [slot.run for slot in slots[key]]
    starts = Counter(run[:length] for run in runs for length in range(3, min(len(run), _LONGEST) + 1))
    base = unbroken(walked, keys)
    needed = max(2, sum(step.fragment == key for step in walked) - 1)
    for longer in sorted((text for text, n in starts.items() if n >= needed), key=len, reverse=True):
        changed = [*keys[:i], longer, *keys[i + 1 :]]
        steps = walk(changed, slots, start)
        lost = base - unbroken(steps, changed)
        if lost <= 0 or (lost == 1 and not _cut_short(longer, runs)):
            return longer
    return key


def _cut_short(longer: str, runs: Sequence[str]) -> bool:
    """Tell whether another run leaves a fragment behind its third character: then the fragment ends there."""
    return any(run.startswith(longer[:3]) and not run.startswith(longer) for run in runs)


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


def _in_headline(fragments: list[str], titles: Sequence[str]) -> list[str]:
    """Cut one fragment where it leaves the headline, if the others are made of it."""
    for title in titles:
        lengths = [pieces(fragment, title) for fragment in fragments]
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


def _is_han(text: str) -> bool:
    return all("\u3400" <= char <= "\u9fff" for char in text)


def _chosen(steps: Sequence[Step], slots: Slots, folded: str) -> Iterator[tuple[int, str]]:
    """Where a fragment stands at two slots before the next is due, choose the clearly more foreign place, or none."""
    bounds = [0, *(step.start for step in steps), steps[-1].start + _FAR_SLOT] if steps else []
    for i, step in enumerate(steps):
        places = [
            slot.start
            for slot in slots[step.key]
            if bounds[i] < slot.start < bounds[i + 2] and slot.run.startswith(step.fragment)
        ]
        places = _apart(places, step.fragment, steps, folded) or places
        if len(places) == 1:
            yield places[0], step.fragment
            continue
        ranked = sorted((foreign(folded, at, step.fragment), at) for at in places)
        if ranked[-1][0] >= ranked[-2][0] + _CLEARLY:
            yield ranked[-1][1], step.fragment


def _apart(places: Sequence[int], fragment: str, steps: Sequence[Step], folded: str) -> list[int]:
    """Leave out the places where another fragment follows at once: there stands the phrase that was cut up."""
    others = tuple({step.fragment for step in steps} - {fragment})
    return [at for at in places if not folded.startswith(others, at + len(fragment))]


def _is_text(hits: Sequence[Hit], fragments: Sequence[str], folded: str) -> bool:
    """Tell words of the last sentence reached: far behind, or before the next piece of the headline."""
    hit = hits[-1]
    follows = folded[hit.end : hit.end + 2]
    if not starts_word(hit.fragment + follows):
        return False
    far = len(hits) > 1 and hit.start - hits[-2].end > _FAR
    return far or any(fragment[:2] == follows for fragment in fragments)
