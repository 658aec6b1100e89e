"""Exceptions: texts that stay, whatever would take them out.

An exception names a removal that was wrong by its text and by the line it stood in. It holds where that text stands
in such a line again, on any page: the line may have lost other parts meanwhile, or have been joined to its
neighbours, so the characters nearest to the text decide. Matching is on folded text without white space; one
Aho-Corasick scan finds the texts of all exceptions together.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from newsclean.matching import fold
from newsclean.model import REMOVED_KINDS, Mark

_NEAR = 6  # characters on either side of a text that say whether it stands in its line
_ENOUGH = 4  # of them in order, on one side
_WINDOW = 40  # characters of a line on either side that they are looked for in
_LONG = 12  # a text of so many characters says by itself what it is
_WORD = re.compile(r"\w")
_DUPLICATES = {"layout.repeated-title"}
_REMOVED = frozenset(REMOVED_KINDS)


@dataclass(frozen=True, slots=True)
class Exemption:
    """One `[[exception]]` of a rule file: `rule` took `text` out of `line` and was wrong to.

    Without a line the text stays wherever it stands.
    """

    rule: str
    text: str
    line: str | None = None
    what: str = ""


class _Side(NamedTuple):
    """The characters of a line before and after a text, each from the text outwards."""

    before: str
    after: str


@dataclass(frozen=True)
class Exceptions:
    """The exceptions of all rule files; immutable, picklable, safe in threads."""

    rows: tuple[Exemption, ...] = ()

    def spare(self, text: str, marks: Sequence[Mark]) -> list[Mark]:
        """Return marks on a text without what an exception holds of them.

        A repeated text goes all the same, unless the exception is one to that very rule: the text stays once.

        >>> held = Exceptions((Exemption("related.heading", "看点", "今日看点"),))
        >>> marks = [Mark(0, 4, "layout", "related", "related.heading")]
        >>> [(mark.start, mark.end) for mark in held.spare("今日看點", marks)]
        [(0, 2)]
        """
        if not self.rows or not marks:
            return list(marks)
        held = self._held(fold(text))
        if not held:
            return list(marks)
        spared: list[Mark] = []
        for mark in marks:
            of = "duplicate" if mark.kind == "duplicate" else None
            spared += _cut(mark, held.get(of, ()), text) if mark.kind in _REMOVED else [mark]
        return spared

    def _held(self, folded: str) -> dict[str | None, list[tuple[int, int]]]:
        """Return the spans of a text that exceptions hold: all of them by None, and those against duplicates."""
        search, owners = self._search
        places = [i for i, char in enumerate(folded) if char not in " \n"]
        closed = "".join([folded[i] for i in places])
        held: dict[str | None, list[tuple[int, int]]] = {}
        for i, first, last in search.find_matches_as_indexes(closed, overlapping=True):
            start, end = places[first], places[last - 1] + 1
            for row, sides in owners[i]:
                if _stands(folded, start, end, row, sides):
                    held.setdefault(None, []).append((start, end))
                    if row.rule in _DUPLICATES or row.rule.startswith("duplicate."):
                        held.setdefault("duplicate", []).append((start, end))
        return {rule: _merged(spans) for rule, spans in held.items()}

    @cached_property
    def _search(self) -> tuple[Any, list[list[tuple[Exemption, tuple[_Side, ...]]]]]:
        from ahocorasick_rs import AhoCorasick

        owners: dict[str, list[tuple[Exemption, tuple[_Side, ...]]]] = {}
        for row in self.rows:
            owners.setdefault(squeeze(row.text), []).append((row, _sides(row)))
        return AhoCorasick(list(owners)), list(owners.values())

    def __reduce__(self) -> tuple[Any, ...]:
        return Exceptions, (self.rows,)


def squeeze(text: str) -> str:
    """Return the folded text without its white space.

    >>> squeeze("責任編輯 ：")
    '责任编辑:'
    """
    return "".join(fold(text).split())


def _sides(row: Exemption) -> tuple[_Side, ...]:
    """Return what stands around a text in its line, for each place where it stands there."""
    text, line = squeeze(row.text), squeeze(row.line or "")
    found = []
    at = line.find(text)
    while at >= 0:
        end = at + len(text)
        found.append(_Side(line[max(0, at - _WINDOW) : at][::-1], line[end : end + _WINDOW]))
        at = line.find(text, at + 1)
    return tuple(found)


def _stands(folded: str, start: int, end: int, row: Exemption, sides: Iterable[_Side]) -> bool:
    """Say whether a text found in a page stands there as in the line of its exception."""
    if row.line is None or end - start >= _LONG:
        return True
    before = "".join(folded[max(0, start - _WINDOW) : start].rpartition("\n")[2].split())[::-1]
    after = "".join(folded[end : end + _WINDOW].partition("\n")[0].split())
    return any(_agree(_met(before, side.before), _met(after, side.after)) for side in sides)


def _agree(before: int, after: int) -> bool:
    return max(before, after) >= _ENOUGH or min(before, after) >= 0


def _met(near: str, line: str) -> int:
    """Return how many of the nearest characters stand in the line in this order; -1 if too few of them do."""
    at = met = 0
    near = near[:_NEAR]
    for char in near:
        at = line.find(char, at) + 1
        if not at:
            return met if met >= _ENOUGH else -1
        met += 1
    return met


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _cut(mark: Mark, held: Sequence[tuple[int, int]], text: str) -> Iterator[Mark]:
    """Yield what is left of a mark outside the spans held; a rest without a letter or a digit is not worth taking."""
    at = mark.start
    first = bisect_right(held, (mark.start, len(text)))
    for start, end in held[max(0, first - 1) :]:
        if start >= mark.end:
            break
        if end > at:
            yield from _rest(mark, at, start, text)
            at = end
    yield from [mark] if at == mark.start else _rest(mark, at, mark.end, text)


def _rest(mark: Mark, start: int, end: int, text: str) -> Iterator[Mark]:
    if start < end and _WORD.search(text, start, end):
        yield mark._replace(start=start, end=end)
