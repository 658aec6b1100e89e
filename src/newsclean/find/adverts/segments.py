"""The segments of a line: between sentence ends, gaps, and an address or number that a sentence is glued to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.contacts import CONTACT, CUT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.find.lexicon import Hit
    from newsclean.matching import Line, Page

REST = 12
"""Characters behind a number that belong to the advert before it."""
WEAK = frozenset(("price", "contact"))
"""Words of a pitch that any line may hold: 价格, 电话."""
_MARGIN = 40


class Segment(NamedTuple):
    """A piece of a line, with offsets in the page, and its line."""

    start: int
    end: int
    line: Line


def segments_of(page: Page, hits: Sequence[Hit]) -> Iterator[Segment]:
    """Yield the segments of the lines in which a hit stands; 价格 and 电话 count only near the ends of a line."""
    i = 0
    for line in page.lines:
        if i == len(hits):
            return
        inside = []
        while i < len(hits) and hits[i].start < line.end:
            inside.append(hits[i])
            i += 1
        if any(hit.sort not in WEAK or min(hit.start - line.start, line.end - hit.end) <= _MARGIN for hit in inside):
            yield from _cut(line)


def _cut(line: Line) -> Iterator[Segment]:
    """Cut a line into segments; a number by itself stays with the few words behind it."""
    done = begun = 0
    for end in (*(found.end() for found in CUT.finditer(line.folded)), len(line.folded)):
        piece = line.folded[done:end]
        if begun == done and CONTACT.fullmatch(piece.strip()) and len(line.folded) - end <= REST:
            done = end
            continue
        piece = line.folded[begun:end]
        body = piece.strip()
        if body:
            start = line.start + begun + len(piece) - len(piece.lstrip())
            yield Segment(start, start + len(body), line)
        done = begun = end
    if begun < done:
        yield Segment(line.start + begun, line.end, line)
