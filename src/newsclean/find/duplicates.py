"""Paragraphs that stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.matching import Page
from newsclean.model import Mark

# A refrain is short, a pasted paragraph is not; a caption that a page shows twice stands right below itself.
_SHORTEST, _SHORTEST_BESIDE = 40, 16


def find_duplicates(page: Page) -> Iterator[Mark]:
    r"""Mark each long paragraph that equals an earlier one, white space and width aside.

    >>> paragraph = "市交通局三月四日表示,夜班公交将试运行三个月,其间听取乘客意见,再决定是否长期开行并延长线路。"
    >>> from newsclean.matching import read_page
    >>> [m.start for m in find_duplicates(read_page(paragraph + "\n" + paragraph))] == [len(paragraph) + 1]
    True
    """
    seen: set[str] = set()
    above = ""
    for line in page.lines:
        if len(line.folded) < _SHORTEST_BESIDE:
            above = ""
            continue
        key = line.folded.replace(" ", "")
        if key == above or key in seen:
            yield Mark(line.start, line.end, "find", "duplicate", "duplicate.paragraph")
        if len(line.folded) >= _SHORTEST:
            seen.add(key)
        above = key
