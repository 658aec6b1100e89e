"""Hard-wrapped text: paragraphs that a mail program or a terminal broke at a fixed column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from newsclean.matching import Line, Page
from newsclean.model import Mark

# In columns, a Han character being two. Verse is narrower, and few paragraphs are wider by themselves and even.
_NARROWEST, _WIDEST = 40, 124
_SLACK = 6  # a line ends early where punctuation may not begin the next, or a word would be broken
_FEWEST = 3  # full lines that stop inside a sentence, before chance is ruled out
_PUNCTUATION = re.compile("[,。、;!?“”]")
_STOPS = "。!?…”’"  # a full line that ends a sentence may end its paragraph: in doubt the break stays
_ENDS = "。!?;:…”’)】》"


def find_hard_wraps(page: Page) -> list[Mark]:
    r"""Mark the line breaks inside paragraphs that were broken at a fixed column.

    A column is believed where at least three lines reach it that stop inside a sentence, and where what they go on
    with comes to an end. A line that reaches it is joined to the next one, unless that is indented or set off.

    >>> from newsclean.matching import read_page
    >>> text = "三江平原昨夜普降大雪,平均积雪深度达到十四厘米农业\n" * 5 + "专家认为这场雪来得正好。"
    >>> len(find_hard_wraps(read_page(text)))
    5
    """
    lines = page.lines
    if len(lines) <= _FEWEST:
        return []
    cut = [_is_cut(line) for line in lines]
    if sum(cut) < _FEWEST:
        return []
    widths = [_width(page.text, line) for line in lines]
    column = _column(widths, cut)
    if not column:
        return []
    full = [i for i, width in enumerate(widths[:-1]) if column - _SLACK <= width <= column]
    if sum(width for width in widths if width > column) > sum(widths[i] for i in full):
        return []  # even by chance: what breaks lines breaks the longer ones, too
    joined = [i for i in full if lines[i].folded[-1] not in _STOPS and _goes_on(page.text, lines[i + 1])]
    ends = [i + 1 for i in joined if i + 1 not in full]
    ended = sum(lines[i].folded[-1] in _ENDS for i in ends)
    if 3 * sum(_is_cut(lines[i]) for i in full) < 2 * len(full) or 3 * ended < 2 * len(ends):
        return []
    return [_join(lines[i], lines[i + 1]) for i in joined]


def _is_cut(line: Line) -> bool:
    """Say whether a line stops inside a sentence; rows of a table have no punctuation at all."""
    return line.folded[-1] not in _ENDS and bool(_PUNCTUATION.search(line.folded))


def _column(widths: Sequence[int], cut: Sequence[bool]) -> int:
    """Return the column that most lines reach that are cut, or 0 where too few do."""
    reached = Counter(width for width, is_cut in zip(widths, cut, strict=True) if is_cut)
    counts = {
        width: sum(reached[width - i] for i in range(_SLACK + 1)) for width in reached if _NARROWEST <= width <= _WIDEST
    }
    best = max(counts, key=lambda width: (counts[width], width), default=0)
    return best if counts.get(best, 0) >= _FEWEST else 0


def _width(text: str, line: Line) -> int:
    """Return the columns that a line takes with its indent: one a character of ASCII, two of anything else."""
    start = line.start - indent(text, line)
    shown = text[start : min(line.end, start + _WIDEST)]
    return 2 * len(shown) - len(shown.encode("ascii", "ignore"))


def indent(text: str, line: Line) -> int:
    """Return how many characters of white space stand before a line."""
    start = line.start
    while start and text[start - 1].isspace() and text[start - 1] not in "\r\n":
        start -= 1
    return line.start - start


def _goes_on(text: str, following: Line) -> bool:
    return following.gap == 1 and not indent(text, following)


def _join(line: Line, following: Line) -> Mark:
    words = line.folded[-1].isascii() and line.folded[-1].isalnum() and following.folded[0].isascii()
    return Mark(line.end, following.start, "layout", "spacing", "layout.hard-wrap", " " if words else "")
