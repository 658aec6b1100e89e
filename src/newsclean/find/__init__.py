"""Find what scraper sites put in: pasted title fragments and brands, adverts, link farms; flag what was taken out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newsclean.find.adverts import find_advertisements
from newsclean.find.damage import find_damage
from newsclean.find.farms import find_link_farms
from newsclean.find.injected import find_injected
from newsclean.find.lexicon import suspects
from newsclean.find.noise import find_noise
from newsclean.find.pitches import find_pitches
from newsclean.find.watermarks import find_watermarks
from newsclean.matching import read_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.matching import Page
    from newsclean.model import Flag, Mark

__all__ = ["find_advertisements", "find_damage", "find_injected", "find_link_farms", "find_noise", "find_spam"]

_PASSES = 8


def find_spam(page: Page, leaving: Sequence[Mark] = ()) -> tuple[list[Mark], list[Flag]]:
    r"""Return the marks and flags of all finders of this stage, in order; `leaving` marks what else leaves the page.

    What is left without the marked parts is searched again until nothing more is found, so that a second cleaning
    finds nothing that the first did not.

    >>> from newsclean.matching import read_page
    >>> page = read_page("夜班公交从老码头站乐鱼体育官网缓缓驶出。\n深圳东门劳务外包")
    >>> [mark.kind for mark in find_spam(page)[0]]
    ['injected_keyword', 'advertisement']
    """
    marks, flags = _search(page)
    found = marks
    rest = page
    places: Sequence[int] = range(len(page.text))
    for _ in range(_PASSES):
        if not found:
            break
        rest, kept = _rest(rest, sorted([*found, *leaving]))
        leaving = ()
        places = [places[at] for at in kept]
        found, _later = _search(rest)
        marks = sorted([*marks, *(m._replace(start=places[m.start], end=places[m.end - 1] + 1) for m in found)])
    return marks, flags


@lru_cache(maxsize=2)  # the text without what was found comes back, as the next look at the page
def _search(page: Page) -> tuple[list[Mark], list[Flag]]:
    hits = suspects().scan(page.folded)
    marks, flags = find_injected(page, hits)
    marks += [*find_noise(page), *find_watermarks(page), *find_link_farms(page)]
    marks += [*find_advertisements(page, hits), *find_pitches(page, hits)]
    return sorted(marks), [*flags, *find_damage(page, hits)]


def _rest(page: Page, marks: Sequence[Mark]) -> tuple[Page, list[int]]:
    """Return a page without what is marked, spaced as the next look will find it, and the place of each character."""
    kept: list[int] = []
    done = 0
    for mark in marks:
        kept += range(done, mark.start)
        done = max(done, mark.end)
    kept += range(done, len(page.text))
    bare = read_page("".join([page.text[at] for at in kept]), page.title)
    text = "\n".join([line.text for line in bare.lines])
    if text == bare.text:
        return bare, kept
    places = [at for line in bare.lines for at in kept[line.start : line.end + 1]]  # with the break behind it
    return read_page(text, page.title), places
