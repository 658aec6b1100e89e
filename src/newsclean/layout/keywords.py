"""Rows of keywords: words of the headline or the text set beside one another under it or below the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from newsclean.layout.seen import Seen
from newsclean.layout.zones import PROSE, whole
from newsclean.matching import Page
from newsclean.model import Mark

_BETWEEN = re.compile("[ ,/|·#、;]+")
_WORD = re.compile("[\u4e00-\u9fff]{2,8}")
_MOST_WORDS, _NEAR = 12, 3
_LONGEST = 60
_FEWEST_SAID, _NAME = 3, 4


def mark_keywords(page: Page, seen: Sequence[Seen], zones: Sequence[str], title: int | None) -> Iterator[Mark]:
    """Mark the rows near the headline and behind the last sentence that most words of the headline make up.

    The last line may also be a row of words that the text says again and again, which people who sign are not.
    """
    last = max((i for i in range(len(seen)) if zones[i] == "body" and PROSE & {*seen[i].features}), default=len(seen))
    below = range(last + 1, len(seen))
    if below and not (seen[below[0]].claimed or seen[below[0]].credit) and _says_again(page, below[0]):
        yield whole(page.lines[below[0]], "link_farm", "layout.keyword-row")
    if title is None:
        return
    headline = page.lines[title].folded
    for i in (*range(title + 1, min(title + 1 + _NEAR, last)), *below):
        if not (seen[i].claimed or seen[i].credit) and _is_row(page.lines[i].folded, headline):
            yield whole(page.lines[i], "link_farm", "layout.keyword-row")


def _says_again(page: Page, i: int) -> bool:
    """Say whether a line below the text is a row of its words, with spaces between: 台股 董事長 外資."""
    words = page.lines[i].folded.split(" ")
    if not _FEWEST_SAID <= len(words) <= _MOST_WORDS or not all(map(_WORD.fullmatch, words)):
        return False
    text = "".join(line.folded for line in page.lines[:i])
    said = [text.count(word) for word in words]
    return all(said) and max(said) > 1 and not all(len(word) < _NAME and word[0] in _surnames() for word in words)


@cache
def _surnames() -> frozenset[str]:
    rows = files("newsclean").joinpath("data/tables/surnames.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(row[0] for row in rows if row.endswith("common"))


def _is_row(folded: str, headline: str) -> bool:
    if len(folded) > _LONGEST:
        return False
    words = _BETWEEN.split(folded.strip(" ,/|·#、;"))
    if not 2 <= len(words) <= _MOST_WORDS or not all(map(_WORD.fullmatch, words)):
        return False
    said = sum(word in headline for word in words)
    return said >= 2 and 2 * said >= len(words) and "".join(words) not in headline
