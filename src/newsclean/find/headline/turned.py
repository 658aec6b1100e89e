"""The headline pasted whole into sentences, begun at another of its words: 留住它的裁缝一座县城如何.

Such a copy holds the place where the headline's end meets its beginning. One alone may be good Chinese (a headline
that ends in 公布 is told as 公布 with what stood before), so copies that begin at two words are asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.find.headline.opening import headlines
from newsclean.matching import fold
from newsclean.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.matching import Page

_SHORTEST = 8
_SHARE = 0.8
_LONGEST = 50
_SIGNS = re.compile(r"[^\u3400-\u9fffa-z0-9]")
_SLOT = frozenset(",、。:;!?的”")


def find_turned(page: Page) -> list[Mark]:
    r"""Mark copies of the headline that are turned in two ways, and with them copies that are not turned.

    >>> from newsclean.matching import read_page
    >>> page = read_page("老渡口为何还留着摆渡人\n天亮,留着摆渡人老渡口为何还船开得慢,为何还留着摆渡人老渡口雾散了。")
    >>> [page.text[mark.start : mark.end] for mark in find_turned(page)]
    ['留着摆渡人老渡口为何还', '为何还留着摆渡人老渡口']
    """
    lines = headlines(page)
    titles = {_SIGNS.sub("", text) for text in ([fold(page.title)] if page.title else [])}
    titles |= {_SIGNS.sub("", page.folded[start:end]) for start, end in lines}
    body = max((end for _, end in lines), default=0)
    spans: set[tuple[int, int]] = set()
    for title in sorted(titles):
        if _SHORTEST <= len(title) <= _LONGEST:
            turned = set(_turned(page.folded, title, body))
            if len({page.folded[start] for start, _ in turned}) > 1:
                spans |= {*turned, *_whole(page.folded, title, body)}
    return [
        Mark(start, end, "find", "injected_keyword", "injected.turned-title", confidence=0.95)
        for start, end in sorted(spans)
    ]


def _turned(folded: str, title: str, body: int) -> Iterator[tuple[int, int]]:
    """Yield where the title's end meets its beginning, with as much of both as stands there."""
    joint = title[-1] + title[0]
    at = folded.find(joint, body)
    while at >= 0:
        start, end = at + 1, at + 1
        left, right = len(title), 0
        while left and start > body and folded[start - 1] == title[left - 1]:
            start, left = start - 1, left - 1
        while right < left and folded[end : end + 1] == title[right]:
            end, right = end + 1, right + 1
        if left and end - start >= max(_SHORTEST, _SHARE * len(title)):
            yield start, end
        at = folded.find(joint, max(end, at + 1))


def _whole(folded: str, title: str, body: int) -> Iterator[tuple[int, int]]:
    """Yield whole copies that stand between a slot and a word of the sentence."""
    at = folded.find(title, body)
    while at >= 0:
        end = at + len(title)
        if folded[at - 1] in _SLOT and "\u3400" <= folded[end : end + 1] <= "\u9fff":
            yield at, end
        at = folded.find(title, end)
