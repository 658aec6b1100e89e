"""Rows of keywords: words of the headline set beside one another under it or below the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.layout.seen import Seen
from newsclean.layout.zones import PROSE, whole
from newsclean.matching import Page
from newsclean.model import Mark

_BETWEEN = re.compile("[ ,/|·#、;]+")
_WORD = re.compile("[\u4e00-\u9fff]{2,8}")
_MOST_WORDS, _NEAR = 12, 3
_LONGEST = 60


def mark_keywords(page: Page, seen: Sequence[Seen], zones: Sequence[str], title: int | None) -> Iterator[Mark]:
    """Mark the rows near the headline and behind the last sentence that most words of the headline make up."""
    if title is None:
        return
    headline = page.lines[title].folded
    last = max((i for i in range(len(seen)) if zones[i] == "body" and PROSE & {*seen[i].features}), default=len(seen))
    for i in (*range(title + 1, min(title + 1 + _NEAR, last)), *range(last + 1, len(seen))):
        if not (seen[i].claimed or seen[i].credit) and _is_row(page.lines[i].folded, headline):
            yield whole(page.lines[i], "link_farm", "layout.keyword-row")


def _is_row(folded: str, headline: str) -> bool:
    if len(folded) > _LONGEST:
        return False
    words = _BETWEEN.split(folded.strip(" ,/|·#、;"))
    if not 2 <= len(words) <= _MOST_WORDS or not all(map(_WORD.fullmatch, words)):
        return False
    said = sum(word in headline for word in words)
    return said >= 2 and 2 * said >= len(words) and "".join(words) not in headline
