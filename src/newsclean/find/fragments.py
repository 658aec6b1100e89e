"""Title fragments pasted into the opening in cycles: found by their fixed order, without a word list.

Scraper sites cut a headline into four to six pieces of two to eight characters and paste them, in one order that
repeats, after 的 and after punctuation of the first paragraphs (read off 13 pages of five hosts). A cycle is
therefore looked for among the strings that follow such slots.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean.find.cycle import Cycle, holds
from newsclean.find.rounds import KINDS, Slot, Slots, comes_again, orders
from newsclean.find.settle import settle, widened
from newsclean.matching import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from newsclean.matching import Page

ZONE = 1500
"""Code points of the opening that are searched; on the pages read, the injected zone had 200 to 350."""

_SLOT = re.compile(r"[的,。、!?:;是了”’》…](?=([\u3400-\u9fffa-z0-9]{2,14}))")
_KEY = re.compile(r"[的,。、!?:;是了”’》…](?=([\u3400-\u9fffa-z0-9]{2}))")
_WORDS_OVER_SLOT = frozenset(("是否", "是非", "的确", "的士", "了解", "了结", "了如"))
_TRIED = 2
_MISSING = 2
_HEADLINE = re.compile(r"[^。!?]{0,49}[^。!?…]")


def find_cycle(page: Page, taken: Collection[int] = ()) -> Cycle | None:
    """Return the cycle of fragments in a page's opening, or None; `taken` are places where a brand begins.

    >>> from newsclean.matching import read_page
    >>> find_cycle(read_page("清晨,石桥村民走上田埂,新的茶园一片嫩绿。采茶的姑娘说,今年的收成很好,天气也好。")) is None
    True
    """
    slots = _slots(page, taken)
    if len(slots) < KINDS:
        return None
    titles = _titles(page)
    hint = titles[0] if page.title else ""
    line = sorted(slot for group in slots.values() for slot in group)
    tried = [(keys, hint) for keys in orders(line)[:_TRIED]]
    tried += [(keys, title) for title in titles if len(keys := _of_title(title, slots)) >= KINDS]
    cycles = [(cycle, title) for keys, title in tried if (cycle := settle(keys, slots, page.folded, title))]
    sure = [(cycle, title) for cycle, title in cycles if holds(cycle, page.folded, titles)]
    if not sure:
        return None
    return widened(_completed(*max(sure, key=lambda each: each[0].weight), slots, page.folded, titles), page.folded)


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
    keys = {fragment[:2] for fragment in cycle.fragments}
    places = sorted((slot.start, key) for key, group in slots.items() if key not in keys for slot in group)
    found: Counter[tuple[int, str]] = Counter()
    for a, b in pairwise(cycle.hits):
        at = cycle.fragments.index(a.fragment) + 1
        if cycle.fragments[at % len(cycle.fragments)] == b.fragment:
            found.update({(at, key) for start, key in places if a.end < start < b.start})
    return [each for each, n in found.most_common(_MISSING + 1) if n > 1]


def _slots(page: Page, taken: Collection[int]) -> Slots:
    """Return the slots of the opening by their keys, as far as a key comes again within a round."""
    folded = page.folded
    again = {key for key, n in Counter(_KEY.findall(folded, 0, ZONE)).items() if n > 1}
    if len(again) < KINDS:
        return {}
    spared = headlines(page)
    slots: Slots = {key: [] for key in again}
    for found in _SLOT.finditer(folded, 0, ZONE):
        at, key = found.end(), found[1][:2]
        inside = at in taken or folded[at - 1 : at + 1] in _WORDS_OVER_SLOT
        if key in again and not inside and not any(start <= at < end for start, end in spared):
            slots[key].append(Slot(at, found[1]))
    return {key: group for key, group in slots.items() if comes_again(group)}


def _of_title(title: str, keys: Collection[str]) -> list[str]:
    """Return the keys that a headline holds, in its order, where they do not overlap."""
    found: list[str] = []
    done = 0
    for at, key in sorted((title.find(key), key) for key in keys if key in title):
        if at >= done:
            found.append(key)
            done = at + len(key)
    return found


def _titles(page: Page) -> list[str]:
    """Return what may be the headline, folded and without signs: the hint, and short first lines."""
    texts = [fold(page.title)] if page.title else []
    texts += [page.folded[start:end] for start, end in headlines(page)]
    return [re.sub(r"[^\u3400-\u9fffa-z0-9]", "", text) for text in texts]


def headlines(page: Page) -> list[tuple[int, int]]:
    """Return the spans of short first lines: a headline is told again in an honest lead, in its own order."""
    return [(line.start, line.end) for line in page.lines[:3] if _HEADLINE.fullmatch(line.folded)]
