"""The white space between paragraphs: one line break between two, none at the ends, whatever was removed between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.model import Mark

_SPACE = re.compile(r"[ \n]+")
_UNEVEN = ("\n\n", "\n ", " \n")
_STAGE, _KIND, _RULE = "layout", "spacing", "layout.paragraph-break"


def mark_spacing(text: str, folded: str, removals: Sequence[Mark]) -> list[Mark]:
    r"""Mark the white space that a text of clean paragraphs does not have, outside the (resolved) removals.

    >>> [(m.start, m.end, m.after) for m in mark_spacing(" 甲\n\n 乙 丙\n", " 甲\n\n 乙 丙\n", ())]
    [(0, 1, ''), (2, 5, '\n'), (8, 9, '')]
    """
    if not removals and _is_even(text, folded):
        return []
    marks: list[Mark] = []
    gap: list[tuple[int, int]] = []  # the white space since the last character that stays
    started = False
    for start, end in _kept(len(text), removals):
        at = start
        for space in _breaking(folded, start, end):
            if space[0] > at:
                if gap:
                    _close(text, folded, gap, marks, started=started)
                started = True
            gap.append(space)
            at = space[1]
        if at < end:
            if gap:
                _close(text, folded, gap, marks, started=started)
            started = True
    marks += [Mark(a, b, _STAGE, _KIND, _RULE) for a, b in gap]
    return marks


def _is_even(text: str, folded: str) -> bool:
    """Say whether a text has one line break between two paragraphs and none at its ends."""
    if folded != folded.strip(" \n") or folded.count("\n") != text.count("\n"):
        return False
    return not any(uneven in folded for uneven in _UNEVEN)


def _kept(length: int, removals: Sequence[Mark]) -> list[tuple[int, int]]:
    kept, done = [], 0
    for mark in removals:
        if mark.start > done:
            kept.append((done, mark.start))
        done = mark.end
    if done < length:
        kept.append((done, length))
    return kept


def _breaking(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the runs of white space that break a line or stand at an end of the kept piece."""
    runs = _SPACE.finditer(folded, start, end)
    return [run.span() for run in runs if run.start() == start or run.end() == end or "\n" in run[0]]


def _close(text: str, folded: str, gap: list[tuple[int, int]], marks: list[Mark], *, started: bool) -> None:
    """Decide on the white space between two characters that stay, and mark what changes."""
    breaks = [folded.find("\n", a, b) for a, b in gap]
    broken = any(at >= 0 for at in breaks)
    if started and not broken:  # spaces around something that was cut out of a line stay
        gap.clear()
        return
    due = "\n" if started else ""
    for (a, b), at in zip(gap, breaks, strict=True):
        after = due if at >= 0 else ""
        if after:
            due = ""
        if text[a:b] != after:
            marks.append(Mark(a, b, _STAGE, _KIND, _RULE, after))
    gap.clear()
