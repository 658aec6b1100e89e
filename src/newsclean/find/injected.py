"""What was pasted into the article's own sentences: title fragments and brands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.find.brands.pasted import find_brands
from newsclean.find.brands.spelling import find_spelled
from newsclean.find.headline.opening import find_cycle
from newsclean.find.headline.pieces import find_pieces
from newsclean.find.headline.ring import find_ring
from newsclean.find.headline.turned import find_turned
from newsclean.find.lexicon import suspects
from newsclean.find.offers.pasted import find_offers
from newsclean.model import Flag, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclean.find.headline.cycle import Cycle
    from newsclean.find.headline.cycle import Hit as Fragment
    from newsclean.find.lexicon import Hit
    from newsclean.matching import Page


def find_injected(page: Page, hits: Sequence[Hit] | None = None) -> tuple[list[Mark], list[Flag]]:
    """Mark title fragments and brands pasted into sentences, and flag names that a brand replaced.

    `hits` are those of `suspects`, if they are at hand.

    >>> from newsclean.matching import read_page
    >>> page = read_page("夜班公交从老码头站乐鱼体育官网缓缓驶出。")
    >>> [page.text[mark.start : mark.end] for mark in find_injected(page)[0]]
    ['乐鱼体育官网']
    """
    hits = suspects().scan(page.folded) if hits is None else hits
    marks, flags = find_brands(page, hits, find_spelled(page.folded))
    cycle = find_cycle(page, {mark.start for mark in marks})
    marks += find_turned(page)
    taken = {at for mark in marks for at in range(mark.start, mark.end)}
    marks += _longest(find_offers(page), taken)
    if cycle:
        marks += [
            Mark(hit.start, hit.end, "find", "injected_keyword", "injected.title-fragments") for hit in cycle.hits
        ]
        flags.append(_reconstructed(cycle))
    marks += _of_headline(page, [] if cycle is None else cycle.hits)
    return sorted(marks), flags


def _longest(marks: Iterable[Mark], taken: set[int]) -> Iterator[Mark]:
    """Give the marks that lie apart from each other and from what is taken, the longest where two meet."""
    for mark in sorted(marks, key=lambda mark: mark.start - mark.end):
        places = range(mark.start, mark.end)
        if taken.isdisjoint(places):
            taken.update(places)
            yield mark


def _of_headline(page: Page, hits: Sequence[Fragment]) -> Iterator[Mark]:
    """Mark what is pasted of the headline in turn, if no cycle does it, and in whole phrases beside."""
    taken = {at for start, end, _ in hits for at in range(start, end)}
    for start, end in [*([] if hits else find_ring(page)), *find_pieces(page)]:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            yield Mark(start, end, "find", "injected_keyword", "injected.title-fragments")


def _reconstructed(cycle: Cycle) -> Flag:
    """Tell the headline that the fragments spell, from the one that stands first."""
    return Flag("injected_title", cycle.hits[0].start, cycle.hits[-1].end, cycle.title)
