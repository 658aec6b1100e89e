"""Paragraphs that stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.matching import Page
from newsclean.model import Mark

# A refrain is short, a pasted paragraph is not; a caption that a page shows twice stands right below itself.
_SHORTEST, _SHORTEST_BESIDE = 40, 16
# Sub-headings that take up words of a paragraph have no comma; a sentence may echo another.
_PULLED, _REACH, _ENDS = range(14, 80), 3, "。!?…:;"


def find_duplicates(page: Page) -> Iterator[Mark]:
    r"""Mark each long paragraph that equals an earlier one, white space and width aside, and pulled quotes.

    >>> paragraph = "市交通局三月四日表示,夜班公交将试运行三个月,其间听取乘客意见,再决定是否长期开行并延长线路。"
    >>> from newsclean.matching import read_page
    >>> [m.start for m in find_duplicates(read_page(paragraph + "\n" + paragraph))] == [len(paragraph) + 1]
    True
    """
    yield from _find_pulled(page)
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


def _find_pulled(page: Page) -> Iterator[Mark]:
    """Find the clauses that a page sets large between paragraphs of which one holds them: no sentence, but clauses."""
    lines = page.lines
    for i in range(1, len(lines) - 1):
        folded = lines[i].folded
        if not _PULLED.start <= len(folded) < _PULLED.stop or "," not in folded or folded[-1] in _ENDS:
            continue
        near = (lines[k].folded for k in range(max(0, i - _REACH), min(len(lines), i + 1 + _REACH)) if k != i)
        words = folded.strip("“”‘’— ")
        if any(words in paragraph and "。" in paragraph for paragraph in near if len(paragraph) > 1.5 * len(folded)):
            yield Mark(lines[i].start, lines[i].end, "find", "duplicate", "duplicate.pulled-quote")
