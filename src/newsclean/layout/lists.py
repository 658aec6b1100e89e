"""Lists of other articles inside the body: a heading that says so, or ranks and titles that are strangers there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.layout.seen import Seen
from newsclean.layout.topic import is_foreign
from newsclean.layout.wording import CLEAR, reads_as_furniture
from newsclean.layout.zones import LIST_HEAD, PROSE, of_hit, whole
from newsclean.matching import Page
from newsclean.model import Mark

_HEADING_LENGTH = 8  # a longer line has its title behind the heading: 相关阅读:……
_SECTION_LENGTH = 14
_BULLETS = "·●•■□◆>»*-"
_TITLES = {"heading", "exclaimed", "clause", "link"}
_RANK = re.compile(r"0?(\d{1,2}) (?=.{5})")
_FEWEST_RANKS = 3


def mark_lists(page: Page, seen: Sequence[Seen], zones: Sequence[str], title: int | None) -> Iterator[Mark]:
    """Mark headings such as 相关阅读 above the last prose and the titles under them, up to the next line of prose."""
    i, below = 0, len(seen) - zones.count("tail")
    while i < below:
        if i == title or not _heads_list(page, seen, i):
            i += 1
            continue
        end = i + 1
        while end < below and end != title and not _ends_list(seen[end]):
            end += 1
        follows = end < below
        listed = _listed(page, seen, range(i + 1, end), prose_follows=follows)
        if LIST_HEAD not in seen[i].claimed:
            listed = [i, *listed] if listed else []
        elif listed or len(page.lines[i].folded) > _HEADING_LENGTH or not follows:
            yield from (of_hit(page.lines[i], hit) for hit in seen[i].hits)
        for k in listed:
            yield whole(page.lines[k], "related", "layout.list-line")
        i = end


def _heads_list(page: Page, seen: Sequence[Seen], i: int) -> bool:
    """Say whether a line heads a list: by a rule, or as a label above ranks or titles that are strangers."""
    if LIST_HEAD in seen[i].claimed:
        return True
    if len(page.lines[i].folded) > _HEADING_LENGTH or seen[i].claimed or seen[i].credit or i + 2 >= len(seen):
        return False
    titled = _is_foreign_title(page, seen, i + 1) and _is_foreign_title(page, seen, i + 2)
    if not titled or not PROSE.isdisjoint(seen[i].features):
        return False
    below = range(i + 1, min(i + 1 + _FEWEST_RANKS, len(seen)))
    ranks = [_RANK.match(page.lines[k].folded) for k in below]
    ranked = [rank and int(rank[1]) for rank in ranks] == [*range(1, _FEWEST_RANKS + 1)]
    return ranked or reads_as_furniture(page.lines[i].folded) > CLEAR


def _is_foreign_title(page: Page, seen: Sequence[Seen], i: int) -> bool:
    if len(page.lines[i].folded) <= _HEADING_LENGTH or seen[i].claimed or seen[i].credit:
        return False
    return seen[i].features[0] in _TITLES and is_foreign(page, page.lines[i].folded)


def _listed(page: Page, seen: Sequence[Seen], lines: range, *, prose_follows: bool) -> list[int]:
    """Return those of the lines under a heading that are titles of other articles."""
    titles = [i for i in lines if not seen[i].claimed]
    if not prose_follows:
        return titles
    # An article may list books under 推荐阅读; titles of articles are longer, and the last line before the prose
    # may be its sub-heading.
    if titles and _may_head_prose(page, seen, titles[-1], alone=len(titles) == 1):
        titles = titles[:-1]
    return titles if all(len(page.lines[i].folded) > _HEADING_LENGTH or seen[i].credit for i in titles) else []


def _may_head_prose(page: Page, seen: Sequence[Seen], i: int, *, alone: bool) -> bool:
    folded = page.lines[i].folded
    if folded[0] in _BULLETS or seen[i].credit or _RANK.match(folded):
        return False
    return len(folded) <= _SECTION_LENGTH or not (alone or is_foreign(page, folded))


def _ends_list(line: Seen) -> bool:
    return bool({*PROSE, "teaser"}.intersection(line.features)) or bool(line.credit and line.credit != "date")
