"""Find what scraper sites put in: pasted title fragments and brands, adverts, link farms; flag what was taken out."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.adverts.addressed import find_addressed
from newsclean.find.adverts.bracketed import find_bracketed
from newsclean.find.adverts.builders import find_builders
from newsclean.find.adverts.evasive import find_evasive
from newsclean.find.adverts.keyword import find_advertisements
from newsclean.find.adverts.pitches import find_pitches
from newsclean.find.contacts import CONTACT
from newsclean.find.damage import find_damage
from newsclean.find.farms import find_link_farms
from newsclean.find.injected import find_injected
from newsclean.find.inserted import find_inserted
from newsclean.find.lexicon import suspects
from newsclean.find.noise import find_noise
from newsclean.find.watermarks import find_watermarks
from newsclean.matching import read_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclean.find.lexicon import Hit
    from newsclean.matching import Page
    from newsclean.model import Flag, Mark

__all__ = ["find_advertisements", "find_damage", "find_injected", "find_link_farms", "find_noise", "find_spam"]

_PASSES = 8
_CLAUSE, _NEAR = 6, 40  # characters
_STOPS = "\n。!?;"


def find_spam(page: Page) -> tuple[list[Mark], list[Flag]]:
    r"""Return the marks and flags of all finders of this stage, in order.

    What is left without the marked parts is searched again until nothing more is found, so that a second cleaning
    finds nothing that the first did not.

    >>> from newsclean.matching import read_page
    >>> page = read_page("夜班公交从老码头站乐鱼体育官网缓缓驶出。\n深圳东门劳务外包")
    >>> [mark.kind for mark in find_spam(page)[0]]
    ['injected_keyword', 'advertisement']
    """
    marks, flags = _search(page)
    found, rest, cuts = marks, page, list[_Cut]()
    for _ in range(_PASSES):
        if not found:
            break
        rest = _rest(rest, found, cuts)
        found = _search(rest)[0]
        spans = [(_place(mark.start, cuts), _place(mark.end - 1, cuts) + 1) for mark in found]
        marks = sorted([*marks, *(m._replace(start=a, end=b) for m, (a, b) in zip(found, spans, strict=True))])
    return marks, flags


@lru_cache(maxsize=2)  # the text without what was found comes back, as the next look at the page
def _search(page: Page) -> tuple[list[Mark], list[Flag]]:
    hits = suspects().scan(page.folded)
    marks, flags = find_injected(page, hits)
    pasted = sorted(marks)
    farms = find_link_farms(page)
    marks = [*_clear(marks, farms), *farms, *find_noise(page), *find_inserted(page), *find_watermarks(page)]
    offered = [*find_bracketed(page), *find_evasive(page), *find_addressed(page), *find_builders(page)]
    shown = list(_uncrossed(offered, pasted))
    breaking = [mark for mark in pasted if _breaks_in(page.folded, mark)]
    sold = [*find_advertisements(page, _outside(hits, breaking)), *find_pitches(page, _outside(hits, pasted))]
    marks += [*shown, *_clear(_apart(sold, breaking), sorted([*shown, *farms]))]
    return sorted(marks), [*flags, *find_damage(page, hits)]


def _breaks_in(folded: str, mark: Mark) -> bool:
    """Tell an offer or a search that stands in a sentence, rather than by itself or before somebody's address."""
    before = folded[max(0, mark.start - 4) : mark.start].rstrip(" ")[-1:] or "\n"
    behind = folded[mark.end : mark.end + 1] or "\n"
    if mark.rule != "injected.offer" or (before in _STOPS and behind in _STOPS):
        return False
    reached = CONTACT.search(folded, mark.end, mark.end + _NEAR)
    return not (before in _STOPS and reached)


def _apart(adverts: Sequence[Mark], breaking: Sequence[Mark]) -> Iterator[Mark]:
    """Give the adverts but those that are a clause of the article with an offer in it."""
    for advert in adverts:
        inside = sum(
            mark.end - mark.start for mark in breaking if advert.start <= mark.start and mark.end <= advert.end
        )
        if not inside or advert.end - advert.start - inside < _CLAUSE:
            yield advert


def _uncrossed(adverts: Iterable[Mark], pasted: Sequence[Mark]) -> Iterator[Mark]:
    """Give the adverts whose ends stand in none of the marks of what was pasted: names inside one are its own."""
    starts, spans = [mark.start for mark in pasted], {mark[:2] for mark in pasted}
    for advert in adverts:
        first, last = bisect_right(starts, advert.start - 1), bisect_right(starts, advert.end - 1)
        if advert[:2] not in spans and all(
            pasted[i - 1].end <= at for i, at in ((first, advert.start), (last, advert.end)) if i
        ):
            yield advert


def _clear(adverts: Iterable[Mark], inner: Sequence[Mark]) -> Iterator[Mark]:
    """Give the adverts that reach into none of some marks: what stands around those is judged when they are gone."""
    starts = [mark.start for mark in inner]
    for advert in adverts:
        i = bisect_right(starts, advert.end - 1)
        if not i or inner[i - 1].end <= advert.start:
            yield advert


def _outside(hits: Sequence[Hit], marks: Sequence[Mark]) -> Sequence[Hit]:
    """Return what a page says itself: a brand that was pasted into a sentence tells nothing of the sentence."""
    if not marks:
        return hits
    starts = [mark.start for mark in marks]
    ends = (bisect_right(starts, hit.start) for hit in hits)
    return [hit for hit, i in zip(hits, ends, strict=True) if not i or marks[i - 1].end <= hit.start]


class _Cut(NamedTuple):
    """How a text was made of pieces of another: where each starts in it, and where it stood."""

    starts: list[int]
    places: list[int]


def _rest(page: Page, marks: Sequence[Mark], cuts: list[_Cut]) -> Page:
    """Return a page without what is marked, spaced as the next look will find it, and note how it was cut."""
    spans, done = [], 0
    for mark in marks:
        if mark.start > done:
            spans.append((done, mark.start))
        done = max(done, mark.end)
    bare = read_page(_joined(page.text, [*spans, (done, len(page.text))], "", cuts), page.title)
    return read_page(_joined(bare.text, [line[:2] for line in bare.lines], "\n", cuts), page.title)


def _joined(text: str, spans: Sequence[tuple[int, int]], by: str, cuts: list[_Cut]) -> str:
    sizes = (end - start + len(by) for start, end in spans)
    cuts.append(_Cut([*accumulate(sizes, initial=0)][:-1], [start for start, _ in spans]))
    return by.join([text[start:end] for start, end in spans])


def _place(at: int, cuts: Sequence[_Cut]) -> int:
    """Return where a character of the last text stands in the first."""
    for starts, places in reversed(cuts):
        i = bisect_right(starts, at) - 1
        at = places[i] + at - starts[i]
    return at
