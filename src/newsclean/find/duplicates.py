"""Paragraphs that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.matching import Line, Page
from newsclean.model import Mark
from newsclean.statute import find_articles

# A refrain is short, a pasted paragraph is not; a caption that a page shows twice stands right below itself.
_SHORTEST, _SHORTEST_BESIDE = 40, 16
# Sub-headings that take up words of a paragraph have no comma; a sentence may echo another.
_SUMMARY = re.compile(r"[\[【(]?(?:(?:内容|文章)?(?:摘 ?要|提要|简介|导读|概要)|核心提示|导 ?语|描述)[\]】)]? ?: ?")
_LABEL, _LEAD = 10, 20  # characters
_PULLED, _REACH, _ENDS = range(14, 80), 3, "。!?…:;"


def find_duplicates(page: Page) -> Iterator[Mark]:
    r"""Mark each long paragraph that equals an earlier one, white space and width aside, leads and pulled quotes.

    Of an article that a page shows twice the short lines go too, as long as they follow one another as before.

    Articles of a law repeat each other's clauses, which all stay.

    >>> paragraph = "市交通局三月四日表示,夜班公交将试运行三个月,其间听取乘客意见,再决定是否长期开行并延长线路。"
    >>> from newsclean.matching import read_page
    >>> [m.start for m in find_duplicates(read_page(paragraph + "\n" + paragraph))] == [len(paragraph) + 1]
    True
    """
    yield from _find_leads(page)
    yield from _find_pulled(page)
    first: dict[str, int] = {}
    law = find_articles(page)
    above, due = "", -1  # the line that comes next if the page goes on as it did above
    for i, line in enumerate(page.lines):
        if len(line.folded) < _SHORTEST_BESIDE and due < 0:
            above = ""
            continue
        key = _key(line)
        again = first.get(key, due if 0 <= due < i and _key(page.lines[due]) == key else -1)
        if i not in law and (again >= 0 or (len(key) >= _SHORTEST_BESIDE and key == above)):
            yield Mark(line.start, line.end, "find", "duplicate", "duplicate.paragraph")
        above, due = key, again + 1 if again >= 0 else -1
        if len(line.folded) >= _SHORTEST:
            first.setdefault(key, i)


def _key(line: Line) -> str:
    return line.folded.replace(" ", "")


def _find_leads(page: Page) -> Iterator[Mark]:
    """Find the summaries that only begin a paragraph below them: 摘要: and its first words."""
    for i, line in enumerate(page.lines):
        label = _SUMMARY.match(line.folded) if ":" in line.folded[:_LABEL] else None
        if not label or len(line.folded) - label.end() < _LEAD:
            continue
        words = line.folded[label.end() :].rstrip(".…")
        if any(other.folded.startswith(words) for other in page.lines[i + 1 : i + 1 + _REACH]):
            yield Mark(line.start, line.end, "find", "duplicate", "duplicate.lead")


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
