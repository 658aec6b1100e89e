"""What only its neighbours show to be the article's: rows of a table, the articles of a law.

Rows are lines of one make that stand below each other, however short they are. A law says what others may not do and
who is not liable, as the notices of a site do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from newsclean.layout.features import shape
from newsclean.layout.seen import Seen
from newsclean.matching import Page
from newsclean.statute import find_articles

ROW = "row"
_FEWEST = 3
_WEATHER = "navigation.weather-strip"  # one such line is a strip of the page, several are a forecast
_NAME, _FIGURES = 11, 25  # characters: a row's name with its colon, a row of figures
_BARRED = re.compile(r"[|+](?=.*[|+]$)|(?:[^|]*\|){3}[^|]*$")
_CELLS = re.compile(r"[^|+=: -][^|]*")
_MAKES = {
    "figures": re.compile(r"[^\d:,。|>]{1,10} -?\d{1,7}(?:\.\d{1,4})?"),
    "measures": re.compile(
        r"[^\d:,。!?]{1,10}: ?[^:。!?]{0,40}?\d[\d.,×*-]* ?"
        r"(?:[元角分克斤吨米里升度寸核岁年次件套亩层寸人名℃%]|公[斤里顷]|英[寸里]|毫[米升克]|平方|立方|k[gmw]|[mc]m|m?ah|[gmh]*hz|[gt]b|w)"
        r"(?![a-z]).{0,30}"
    ),
}
# The cells of a table that lost its rows: short lines, of which many are figures that count no visits and no pages.
_CELL, _FEWEST_CELLS, _STOPS = 12, 8, "。!?;…"
_FIGURE = re.compile(r"[-+]?\d[\d,]*(?:\.\d+%?|%|(?<=\d{3}))")


def read_tables(page: Page, seen: Sequence[Seen]) -> list[Seen]:
    r"""Return what is seen of the lines, with rows of tables and articles of a law told as such and claimed by no rule.

    >>> from newsclean.layout.seen import see
    >>> from newsclean.matching import read_page
    >>> page = read_page("大白菜 1.2\n香菜 18.0\n土豆 2.0")
    >>> [line.features for line in read_tables(page, [see(line.folded, (), None) for line in page.lines])]
    [('row',), ('row',), ('row',)]
    """
    told = _read_articles(page, seen)
    makes = [_make(at.folded, line) for at, line in zip(page.lines, told, strict=True)]
    if len(makes) - makes.count(None) < _FEWEST:
        return _read_cells(page, seen, told)
    for make, run in groupby(range(len(seen)), makes.__getitem__):
        rows = list(run)
        if make and len(rows) >= _FEWEST and (make != "barred" or _is_grid(page, rows)):
            for i in rows:
                told[i] = Seen((), None, (ROW,), ())
    return _read_cells(page, seen, told)


def _read_cells(page: Page, seen: Sequence[Seen], told: list[Seen]) -> list[Seen]:
    """Return what is told of the lines, with the cells of tables that lost their rows told as such."""
    for is_cell, run in groupby(range(len(seen)), lambda i: _is_cell(page.lines[i].folded, seen[i])):
        cells = list(run)
        if is_cell and len(cells) >= _FEWEST_CELLS and 3 * _figures(page, cells) >= len(cells):
            for i in cells:
                told[i] = Seen((), None, (ROW,), ())
    return told


def _is_cell(folded: str, line: Seen) -> bool:
    return len(folded) <= _CELL and not (line.claimed or line.credit) and folded[-1] not in _STOPS


def _figures(page: Page, cells: Sequence[int]) -> int:
    return sum(_FIGURE.fullmatch(page.lines[i].folded.strip(" |")) is not None for i in cells)


def _read_articles(page: Page, seen: Sequence[Seen]) -> list[Seen]:
    """Return what is seen of the lines, those between the first and the last article of a law as its text alone."""
    told = list(seen)
    for i in find_articles(page):
        if told[i].hits:
            told[i] = Seen((), None, (shape(page.lines[i].folded),), ())
    return told


def _is_grid(page: Page, rows: Sequence[int]) -> bool:
    """Say whether barred lines are a table: most have words in two cells and more, and as many cells as each other."""
    cells = [len(_CELLS.findall(page.lines[i].folded)) for i in rows]
    bars = Counter(page.lines[i].folded.count("|") for i in rows if "|" in page.lines[i].folded)
    worded = sum(count > 1 for count in cells)
    return worded >= _FEWEST and max(bars.values(), default=0) >= _FEWEST


def _make(folded: str, line: Seen) -> str | None:
    """Name the make of a line that may be a row, if nothing but a strip of weather speaks for it."""
    if line.credit:
        return None
    if line.claimed:
        return "weather" if any(hit.rule.id == _WEATHER for hit in line.hits) else None
    if folded[-1] in "|+" and _BARRED.match(folded):
        return "barred"
    if len(folded) > _FIGURES and ":" not in folded[:_NAME]:
        return None
    return next((name for name, make in _MAKES.items() if make.fullmatch(folded)), None)
