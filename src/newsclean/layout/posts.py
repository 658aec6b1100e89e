"""Posts for phones, which break their sentences into many short lines without a stop."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.layout.seen import Seen
from newsclean.layout.title import HEADLINE_SHAPES
from newsclean.layout.weights import Weight
from newsclean.layout.wording import reads_as_furniture
from newsclean.matching import Page

_SHORT_LINES = HEADLINE_SHAPES | {"label", "scrap"}
_POST, _POST_LINE, _TOLD = 5, 12, -1.2  # lines; their mean length in characters, and log-odds
_TELLING = 4.0  # nats: a line that surely reads like an article


def is_short(line: Seen) -> bool:
    """Say whether a line that nobody knows is short and ends no sentence."""
    return not (line.claimed or line.credit) and line.features[0] in HEADLINE_SHAPES


def find_posts(page: Page, seen: Sequence[Seen]) -> set[int]:
    """Return the lines of posts for phones, which break their sentences into many short lines without a stop.

    Sections and buttons are as short, but do not read like an article; titles of other articles do, but are longer.
    """
    posts: set[int] = set()
    first = 0
    for i in range(len(seen) + 1):
        if i < len(seen) and not (seen[i].claimed or seen[i].credit) and seen[i].features[0] in _SHORT_LINES:
            continue
        run = [k for k in range(first, i) if seen[k].features[0] in HEADLINE_SHAPES]
        if len(run) >= _POST and sum(len(page.lines[k].folded) for k in run) <= _POST_LINE * len(run):
            reads = [reads_as_furniture(page.lines[k].folded) for k in run]
            posts.update(run if sum(reads) < _TOLD * len(run) else ())
        first = i + 1
    return posts


def told(page: Page, i: int, weight: Weight) -> Weight:
    """Return the weight of a line that counts for the body by how surely it reads like an article."""
    reads = max(0.0, -reads_as_furniture(page.lines[i].folded))
    return weight._replace(body=weight.body + min(reads / _TELLING, 1.0))
