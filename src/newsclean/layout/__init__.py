"""Head, body and tail of a page, its headline, and what leaves the text because of where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsclean.layout.edges import cut
from newsclean.layout.keywords import mark_keywords
from newsclean.layout.lists import mark_lists
from newsclean.layout.seams import split_lines
from newsclean.layout.seen import Seen, see
from newsclean.layout.spacing import mark_spacing
from newsclean.layout.tables import read_tables
from newsclean.layout.title import find_title
from newsclean.layout.within import mark_within
from newsclean.layout.wrapping import find_hard_wraps
from newsclean.layout.zones import mark_rules, mark_title, mark_unknown
from newsclean.matching import Page
from newsclean.model import Mark

__all__ = ["Layout", "Seen", "find_hard_wraps", "lay_out", "mark_spacing", "see", "split_lines"]


@dataclass(frozen=True, slots=True)
class Layout:
    """The zone of each line (head, body or tail), the index of the headline, and the marks that follow from them."""

    zones: tuple[str, ...]
    title: int | None
    marks: tuple[Mark, ...]


def lay_out(page: Page, seen: Sequence[Seen]) -> Layout:
    """Cut a page into head, body and tail by what was seen on each of its lines."""
    seen = read_tables(page, seen)
    start, end = cut(page, seen)
    title = find_title(page, seen, (start, end))
    start = start if title is None else max(start, title)
    zones = ("head",) * start + ("body",) * (end - start) + ("tail",) * (len(seen) - end)
    marks = [
        *mark_title(page, seen, title),
        *mark_rules(page, seen, zones),
        *mark_unknown(page, seen, zones, title),
        *mark_lists(page, seen, zones, title),
        *mark_keywords(page, seen, zones, title),
        *mark_within(page, seen, zones),
    ]
    return Layout(zones, title, tuple(marks))
