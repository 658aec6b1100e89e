"""Paragraphs that stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.matching import Page
from newsclean.model import Mark

# A refrain or a repeated caption is short; a pasted paragraph is not.
_SHORTEST = 40


def find_duplicates(page: Page) -> Iterator[Mark]:
    r"""Mark each long paragraph that equals an earlier one, white space and width aside.

    >>> paragraph = "市交通局三月四日表示,夜班公交将试运行三个月,其间听取乘客意见,再决定是否长期开行并延长线路。"
    >>> from newsclean.matching import read_page
    >>> [m.start for m in find_duplicates(read_page(paragraph + "\n" + paragraph))] == [len(paragraph) + 1]
    True
    """
    seen: set[str] = set()
    for line in page.lines:
        if len(line.folded) < _SHORTEST:
            continue
        key = line.folded.replace(" ", "")
        if key in seen:
            yield Mark(line.start, line.end, "find", "duplicate", "duplicate.paragraph")
        seen.add(key)
