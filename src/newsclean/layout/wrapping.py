"""Hard-wrapped text: paragraphs that a mail program or a terminal broke at a fixed column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.matching import Line, Page
from newsclean.model import Mark

# In columns, a Han character being two. Verse is narrower, and few paragraphs are wider by themselves and even.
_NARROWEST, _WIDEST = 40, 124
_SLACK = 4  # a line ends early by up to two Han characters where punctuation may not begin the next
_FEWEST = 4  # full lines, before chance is ruled out
_PUNCTUATION = re.compile("[,。、;!?“”]")
_ENDS = "。!?;:…”’)】》"


def find_hard_wraps(page: Page) -> list[Mark]:
    r"""Mark the line breaks inside paragraphs that were broken at a fixed column.

    A column is believed where at least four lines reach it and most of those stop inside a sentence; a line that
    reaches it is joined to the next one, unless that is indented or set off.

    >>> from newsclean.matching import read_page
    >>> text = "三江平原昨夜普降大雪,平均积雪深度达到十四厘米农业\n" * 5 + "专家认为这场雪来得正好。"
    >>> len(find_hard_wraps(read_page(text)))
    5
    """
    lines = page.lines
    if len(lines) <= _FEWEST:
        return []
    widths = [_width(page.text, line) for line in lines]
    column = _column(widths)
    if not column:
        return []
    full = [i for i, width in enumerate(widths[:-1]) if column - _SLACK <= width <= column]
    cut = [i for i in full if lines[i].folded[-1] not in _ENDS]
    prose = [i for i in full if _PUNCTUATION.search(lines[i].folded)]  # rows of a table have none
    if len(full) < _FEWEST or 3 * min(len(cut), len(prose)) < 2 * len(full) or 3 * len(full) < len(lines):
        return []
    return [_join(lines[i], lines[i + 1]) for i in full if _goes_on(page.text, lines[i + 1])]


def _column(widths: Sequence[int]) -> int:
    """Return the widest column that enough lines reach, or 0."""
    fitting = sorted((width for width in widths if _NARROWEST <= width <= _WIDEST), reverse=True)
    for width, later in zip(fitting, fitting[_FEWEST - 1 :], strict=False):
        if later >= width - _SLACK:
            return width
    return 0


def _width(text: str, line: Line) -> int:
    """Return the columns that a line takes with its indent: one a character of ASCII, two of anything else."""
    start = line.start - _indent(text, line)
    shown = text[start : min(line.end, start + _WIDEST)]
    return 2 * len(shown) - len(shown.encode("ascii", "ignore"))


def _indent(text: str, line: Line) -> int:
    start = line.start
    while start and text[start - 1].isspace() and text[start - 1] not in "\r\n":
        start -= 1
    return line.start - start


def _goes_on(text: str, following: Line) -> bool:
    return following.gap == 1 and not _indent(text, following)


def _join(line: Line, following: Line) -> Mark:
    words = line.folded[-1].isascii() and line.folded[-1].isalnum() and following.folded[0].isascii()
    return Mark(line.end, following.start, "layout", "spacing", "layout.hard-wrap", " " if words else "")
