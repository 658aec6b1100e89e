"""Head, body and tail of a page, its headline, and what leaves the text because of where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsclean.layout.seen import Seen, see
from newsclean.layout.segment import score, segment
from newsclean.layout.spacing import mark_spacing
from newsclean.layout.title import HEADLINE_SHAPES, find_title
from newsclean.layout.wrapping import find_hard_wraps
from newsclean.layout.zones import mark_lists, mark_rules, mark_title, mark_unknown
from newsclean.matching import Page
from newsclean.model import Mark

__all__ = ["Layout", "Seen", "find_hard_wraps", "lay_out", "mark_spacing", "see"]


@dataclass(frozen=True, slots=True)
class Layout:
    """The zone of each line (head, body or tail), the index of the headline, and the marks that follow from them."""

    zones: tuple[str, ...]
    title: int | None
    marks: tuple[Mark, ...]


def lay_out(page: Page, seen: Sequence[Seen]) -> Layout:
    """Cut a page into head, body and tail by what was seen on each of its lines."""
    start, end = segment([score(_in_context(seen, i)) for i in range(len(seen))])
    zones = ("head",) * start + ("body",) * (end - start) + ("tail",) * (len(seen) - end)
    title = find_title(page, seen, (start, end))
    marks = [
        *mark_title(page, seen, title),
        *mark_rules(page, seen, zones),
        *mark_unknown(page, seen, zones, title),
        *mark_lists(page, seen, zones),
    ]
    return Layout(zones, title, tuple(marks))


def _in_context(seen: Sequence[Seen], i: int) -> tuple[str, ...]:
    """Return a line's features; a bare date dates the page only under a headline."""
    features = seen[i].features
    if features == ("bare-date",) and not (i and HEADLINE_SHAPES.intersection(seen[i - 1].features)):
        return ("heading",)
    return features
