"""Title fragments pasted into the opening in cycles: found by their fixed order, without a word list.

Scraper sites cut a headline into four to six pieces of two to eight characters and paste them, in one order that
repeats, after 的 and after punctuation of the first paragraphs (read off 13 pages of five hosts). A cycle is
therefore looked for among the strings that follow such slots.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from newsclean.find.headline.cycle import Cycle, holds
from newsclean.find.headline.rounds import KINDS, Slot, Slots, come_in_turn, comes_again, orders
from newsclean.find.headline.settle import settle
from newsclean.matching import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from newsclean.find.headline.cycle import Hit
    from newsclean.matching import Page

Span = tuple[int, int]

ZONE = 1500
"""Code points of the opening that are searched; on the pages read, the injected zone had 200 to 350."""

_BEFORE = frozenset("的,。、!?:;是了”’》…")
_RUN = re.compile(r"[\u3400-\u9fffa-z0-9]{2,14}")
_KEY = re.compile(r"[的,。、!?:;是了”’》…](?=([\u3400-\u9fffa-z0-9]{2}))")
_WORDS_OVER_SLOT = frozenset(("是否", "是非", "的确", "的士", "了解", "了结", "了如"))
_TRIED = 2
_MISSING = 2
# Two rounds of five hold seven pairs that come again; of 475 cycles put into articles none held fewer than eight.
# Up to two words of the page that come again may stand between two fragments.
_PAIRS, _NEAR = 6, 3
_BEYOND = 200
_HEADLINE, _LINE = re.compile(r"[^。!?]{0,49}[^。!?…]"), 50


def find_cycle(page: Page, taken: Collection[int] = ()) -> Cycle | None:
    """Return the cycle of fragments in a page's opening, or None; `taken` are places where a brand begins.

    >>> from newsclean.matching import read_page
    >>> find_cycle(read_page("清晨,石桥村民走上田埂,新的茶园一片嫩绿。采茶的姑娘说,今年的收成很好,天气也好。")) is None
    True
    """
    opening = page.folded[: ZONE + _BEYOND]
    again = _again_behind_slots(opening)
    if len(again) < KINDS:
        return None
    spared = tuple(span for span in headlines(page) if span[1] <= len(opening))
    return _in_opening(opening, again, spared, page.title, tuple(sorted(at for at in taken if at < ZONE)))


@lru_cache(maxsize=4)  # the opening comes back at the next look, when only what is below has changed
def _in_opening(
    opening: str, again: frozenset[str], spared: Sequence[Span], title: str | None, taken: Collection[int]
) -> Cycle | None:
    slots = _slots(opening, again, spared, taken)
    if len(slots) < KINDS:
        return None
    titles = _titles(opening, spared, title)
    line = sorted(slot for group in slots.values() for slot in group)
    tried = [(keys, titles[0] if title else "") for keys in orders(line)[:_TRIED]]
    tried += [(keys, each) for each in titles if len(keys := _of_title(each, slots)) >= KINDS]
    sure: list[tuple[Cycle, str]] = []
    for keys, each in tried:
        cycle = settle(keys, slots, opening, each)
        if cycle and holds(cycle, opening, titles):
            sure.append((cycle, each))
    if not sure:
        return None
    cycle = _completed(*max(sure, key=lambda found: found[0].weight), slots, opening, titles)
    return None if any(_is_copied(each, cycle.hits, opening) for each in cycle.fragments) else cycle


def _is_copied(fragment: str, hits: Sequence[Hit], folded: str) -> bool:
    """Tell whether all around a fragment stands there twice, each time: a report that repeats itself."""
    around = [folded[hit.start - 2 : hit.end + 1] for hit in hits if hit.fragment == fragment]
    return all(text[-1:].isalnum() and folded.count(text) > 1 for text in around)


def _completed(cycle: Cycle, title: str, slots: Slots, folded: str, titles: Sequence[str]) -> Cycle:
    """Put in what stands between the same two fragments round after round, as long as the cycle gains by it."""
    for _ in range(_MISSING):
        keys = [fragment[:2] for fragment in cycle.fragments]
        grown = [settle([*keys[:at], key, *keys[at:]], slots, folded, title) for at, key in _between(cycle, slots)]
        better = max((c for c in grown if c and holds(c, folded, titles)), key=lambda c: c.weight, default=cycle)
        if better.weight <= cycle.weight:
            break
        cycle = better
    return cycle


def _between(cycle: Cycle, slots: Slots) -> list[tuple[int, str]]:
    """Return the keys that stand in two rounds between the same neighbours, and their place in the order."""
    pasted = {hit.start for hit in cycle.hits}
    places = sorted((slot.start, key) for key, group in slots.items() for slot in group if slot.start not in pasted)
    found: Counter[tuple[int, str]] = Counter()
    for a, b in pairwise(cycle.hits):
        at = cycle.fragments.index(a.fragment) + 1
        if cycle.fragments[at % len(cycle.fragments)] == b.fragment:
            found.update({(at, key) for start, key in places if a.end < start < b.start})
    return [each for each, n in found.most_common(_MISSING + 1) if n > 1]


def _slots(folded: str, again: Collection[str], spared: Sequence[Span], taken: Collection[int]) -> Slots:
    """Return the slots of some keys of the opening, as far as a key comes again within a round."""
    below = max((end for _, end in spared), default=0)
    slots: Slots = {}
    for key in again:
        group = [at for at in _places(key, folded) if at not in taken]
        if below:
            group = [at for at in group if not any(start <= at < end for start, end in spared)]
        if comes_again(group):
            slots[key] = [Slot(at, run[0]) for at in group if (run := _RUN.match(folded, at, ZONE))]
    return slots


def _places(key: str, folded: str) -> list[int]:
    """Return the places of the opening where a key stands behind a slot."""
    places = []
    at = folded.find(key, 1, ZONE)
    while at > 0:
        if folded[at - 1] in _BEFORE and folded[at - 1 : at + 1] not in _WORDS_OVER_SLOT:
            places.append(at)
        at = folded.find(key, at + 1, ZONE)
    return places


@lru_cache(maxsize=4)
def _again_behind_slots(opening: str) -> frozenset[str]:
    return _again(_KEY.findall(opening, 0, ZONE))


def _again(keys: Sequence[str]) -> frozenset[str]:
    """Return the keys that come again one soon behind the other; none where hardly any two of them do."""
    times = Counter(keys)
    if len(keys) - len(times) < KINDS:
        return frozenset()
    line = [key for key in keys if times[key] > 1]
    if len(line) < 2 * KINDS:
        return frozenset()
    pairs = Counter(chain(*(zip(line, line[ahead:], strict=False) for ahead in range(1, _NEAR + 1))))
    soon = [pair for pair, n in pairs.items() if n > 1]
    again = frozenset(chain.from_iterable(soon)) if len(soon) >= _PAIRS else frozenset()
    return again if come_in_turn([key for key in line if key in again]) else frozenset()


def _of_title(title: str, keys: Collection[str]) -> list[str]:
    """Return the keys that a headline holds, in its order, where they do not overlap."""
    found: list[str] = []
    done = 0
    for at, key in sorted((title.find(key), key) for key in keys if key in title):
        if at >= done:
            found.append(key)
            done = at + len(key)
    return found


def _titles(folded: str, spared: Sequence[Span], title: str | None) -> list[str]:
    """Return what may be the headline, folded and without signs: the hint, and short first lines."""
    texts = [fold(title)] if title else []
    texts += [folded[start:end] for start, end in spared]
    return [re.sub(r"[^\u3400-\u9fffa-z0-9]", "", text) for text in texts]


def headlines(page: Page) -> list[Span]:
    """Return the spans of short first lines: a headline is told again in an honest lead, in its own order."""
    return [
        (line.start, line.end)
        for line in page.lines[:3]
        if len(line.folded) <= _LINE and _HEADLINE.fullmatch(line.folded)
    ]
