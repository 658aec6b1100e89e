"""What a page's sure names tell of the rest of it: tails that belong to them, tails pasted alone, lines of names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.find.brands.tails import BEHIND_SURE, CLAIM_ALONE, MORE_TAILS, PAIRS, core

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.matching import Line, Page
    from newsclean.model import Mark

Span = tuple[int, int]

_BETWEEN = re.compile("[-_|,、/· ]")
_MOST_FORMS = 16


def spread(folded: str, spans: Sequence[Span]) -> list[Span]:
    r"""Return the spans of sure names, each with the words behind it that are tails of such a name only.

    A form that ends a line or clause somewhere is believed wherever it stands.

    >>> text = "必赢体育唯一官网讲解员来了,必赢国际但是会拧\n必赢中国\n于是必赢中国一式两份"
    >>> [text[a:b] for a, b in spread(text, [(0, 4), (14, 16), (23, 25), (30, 32)])]
    ['必赢体育唯一官网', '必赢国际', '必赢中国', '必赢中国']
    """
    grown = [_grown(folded, *span) for span in spans]
    whole = {form for a, b in grown if not _goes_on(folded, b) for form in _BETWEEN.split(folded[a:b]) if len(form) > 2}
    forms = sorted(whole, key=len, reverse=True)[:_MOST_FORMS]
    return [(a, max(b, *(a + len(form) for form in forms if folded.startswith(form, a)), b)) for a, b in grown]


def _grown(folded: str, start: int, end: int) -> Span:
    name = folded[start:end]
    if PAIRS.get(name[0]) == name[-1]:
        return start, end
    stem = core(name)
    at = name.rfind(stem) if len(stem) > 1 else -1
    behind = BEHIND_SURE.match(folded, start + at + len(stem)) if at >= 0 else MORE_TAILS.match(folded, end)
    return start, max(end, behind.end() if behind else end)


def _goes_on(folded: str, end: int) -> bool:
    return "\u3400" <= folded[end : end + 1] <= "\u9fff"


def claims_alone(folded: str) -> Iterator[Span]:
    """Yield countries in brackets with ways in behind them that stand in a sentence without a name.

    >>> text = "共接到订单(中国)有限公司官网四百单。"
    >>> [text[a:b] for a, b in claims_alone(text)]
    ['(中国)有限公司官网']
    """
    for found in CLAIM_ALONE.finditer(folded):
        if _goes_on(folded, found.end()) and _goes_on(folded, found.start() - 1):
            yield found.span()


def whole_lines(page: Page, marks: Sequence[Mark]) -> list[Mark]:
    """Return marks in order, those that leave only signs of a line as one: a line of names goes with its commas."""
    rest = sorted(marks, reverse=True)
    whole: list[Mark] = []
    for line in page.lines:
        inside: list[Mark] = []
        while rest and rest[-1].start < line.end:
            inside.append(rest.pop())
        if inside and inside[-1].end <= line.end and not any(map(str.isalnum, _left(page.folded, line, inside))):
            inside = [inside[0]._replace(start=line.start, end=line.end)]
        whole += inside
        if not rest:
            break
    return whole


def _left(folded: str, line: Line, marks: Sequence[Mark]) -> str:
    ends = (line.start, *(mark.end for mark in marks))
    starts = (*(mark.start for mark in marks), line.end)
    return "".join(folded[end:start] for end, start in zip(ends, starts, strict=True))
