"""Head, body and tail of a page, its headline, and what leaves the text because of where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsclean.layout.seen import Seen, see
from newsclean.layout.segment import score, segment, trim
from newsclean.layout.spacing import mark_spacing
from newsclean.layout.title import HEADLINE_SHAPES, find_title
from newsclean.layout.weights import Weight
from newsclean.layout.within import mark_within
from newsclean.layout.wording import NONE, SURE, wording
from newsclean.layout.wrapping import find_hard_wraps
from newsclean.layout.zones import is_introduced, mark_lists, mark_rules, mark_title, mark_unknown
from newsclean.matching import Page
from newsclean.model import Mark

__all__ = ["Layout", "Seen", "find_hard_wraps", "lay_out", "mark_spacing", "see"]


_TITLES, _TITLE_LENGTH = 3, 9
_TITLE_SHAPES = ("heading", "exclaimed", "link")
_VERSE = 4  # lines; a header without a body has as many as three: site, section, headline
# What a line at an edge of the body adds for the head or the tail: its log-odds above the first, within the others.
# A plain line holds the cut back, so that one notice cannot take a list of names or verse along with it.
_DATED = HEADLINE_SHAPES | {"dated"}
_NOTICES = {"disclaimer", "page-end"}  # below them, and below the editor, another sentence is likely one of them
_EVEN, _SUREST, _PLAIN = 0.8, 4.5, -0.8
_CAPTION = re.compile(r"图|摄|[:,、]$|[≤≥]|/\d+\.\d+\)$")  # captions, labels, measured values


@dataclass(frozen=True, slots=True)
class Layout:
    """The zone of each line (head, body or tail), the index of the headline, and the marks that follow from them."""

    zones: tuple[str, ...]
    title: int | None
    marks: tuple[Mark, ...]


def lay_out(page: Page, seen: Sequence[Seen]) -> Layout:
    """Cut a page into head, body and tail by what was seen on each of its lines."""
    start, end = segment([score(_in_context(page, seen, i)) for i in range(len(seen))])
    start, end = _trimmed(page, seen, start, end)
    end = _before_titles(page, seen, start, end)
    if start == end:
        start, end = _unspoken(seen) or (start, end)
    zones = ("head",) * start + ("body",) * (end - start) + ("tail",) * (len(seen) - end)
    title = find_title(page, seen, (start, end))
    marks = [
        *mark_title(page, seen, title),
        *mark_rules(page, seen, zones),
        *mark_unknown(page, seen, zones, title),
        *mark_lists(page, seen, zones),
        *mark_within(page, seen, zones),
    ]
    return Layout(zones, title, tuple(marks))


def _trimmed(page: Page, seen: Sequence[Seen], start: int, end: int) -> tuple[int, int]:
    """Return the body without the lines at its edges that read like furniture, as far as the lines between allow."""
    weights = (_worded(page, seen, i) for i in range(end - 1, start - 1, -1))
    last = end - trim(weight.tail - weight.body for weight in weights)
    weights = (_worded(page, seen, i) for i in range(start, last))
    first = start + trim(weight.head - weight.body for weight in weights)
    return (first, last) if first < last else (start, end)


def _worded(page: Page, seen: Sequence[Seen], i: int) -> Weight:
    """Return the weight of a line at an edge: by its features and, where no rule knows it, by how it reads."""
    shape = score(_in_context(page, seen, i))
    if seen[i].claimed or seen[i].credit:
        return shape
    odds = NONE if is_introduced(page, seen, i) else wording(page.lines[i].folded)
    reads = max(_PLAIN, min(odds, _SUREST) - _EVEN)
    noted = i > 0 and (_NOTICES.intersection(seen[i - 1].features) or seen[i - 1].credit == "byline")
    if odds > (_EVEN if noted else SURE) and "passage" not in seen[i].features:
        return Weight(reads, 0.0, reads)  # a sentence that is surely a notice is no prose
    return Weight(shape.head + reads, shape.body, shape.tail + reads)


def _unspoken(seen: Sequence[Seen]) -> tuple[int, int] | None:
    """Return where most lines in a row are that nothing speaks for, as the body of a page without prose.

    Verse, programmes and tables have no line that ends a sentence, and a credit below would make all of it a header.
    """
    longest = (0, 0)
    first = 0
    for i, line in enumerate(seen):
        if line.claimed or line.credit:
            first = i + 1
        elif i + 1 - first > longest[1] - longest[0]:
            longest = first, i + 1
    return longest if longest[1] - longest[0] >= _VERSE else None


def _before_titles(page: Page, seen: Sequence[Seen], start: int, end: int) -> int:
    """Return the end of the body without a list of other articles' titles that stands right above known chrome.

    One or two such lines may be captions, short ones verse, names or a signature: those stay.
    """
    if end == len(seen) or not (seen[end].claimed or seen[end].credit):
        return end
    first = end
    while first > start and _is_title_like(page.lines[first - 1].folded, seen[first - 1]):
        first -= 1
    return first if end - first >= _TITLES else end


def _is_title_like(folded: str, line: Seen) -> bool:
    return line.features[0] in _TITLE_SHAPES and len(folded) >= _TITLE_LENGTH and not _CAPTION.search(folded)


def _in_context(page: Page, seen: Sequence[Seen], i: int) -> tuple[str, ...]:
    """Return a line's features; a bare date dates a headline or label above it, and what is announced is quoted."""
    features = seen[i].features
    if features == ("bare-date",) and not (i and _DATED.intersection(seen[i - 1].features)):
        return ("heading",)
    known = seen[i].claimed or seen[i].credit
    return ("heading",) if known and is_introduced(page, seen, i) else features
