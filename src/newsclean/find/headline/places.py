"""The places of a sentence where a piece of the headline stands, each with what speaks for its being pasted there.

An honest article uses the words of its headline too, as subjects and objects: behind them a sentence goes on as behind
a noun (的, 公司, 宣布), and before them stands what leads to them. A pasted piece stands at a stop, before what begins
a clause by itself, or between brackets that no sentence needs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.junctions import leads, opens
from newsclean.find.words import cost
from newsclean.matching import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.matching import Page

LEAST = 3
"""The fewest characters of a piece; shorter ones are told by their cycle alone."""
SIGNS = re.compile(r"[^\u3400-\u9fffa-z0-9]+")
ENCLOSED = 6.0
"""Nats for a piece between brackets behind a comma: no honest sentence has it."""

_LINES = 6
_HEADLINE, _LINE = re.compile(r"[^。!?…]{4,59}[^。…]"), 60
_HAN = re.compile("[\u3400-\u9fff]")
_CHAR = re.compile("[\u3400-\u9fffa-z0-9]")
_BRACKETED = re.compile(r"[【\[〖]([^【\[〖】\]〗\n]{3,40})[】\]〗]|——([^—\n]{3,40})——")
_OPENERS = "【[〖—"
_STOPS = frozenset("。!?\n")
_FIRST = frozenset("\n “‘《(、")
# Nats. Before a stop, or before what only goes on, a piece is text; so is one that a verb or preposition leads to.
_TEXT, _LED, _BETWEEN = -3.0, -1.0, -0.5
_GOES_ON, _BEGINS, _CUT = -3.0, 2.5, 5.0
_LAST, _AT_START, _LIGHT = 2.0, -1.0, 3.0


class Place(NamedTuple):
    """A piece at its place: `weight` speaks for pasting, in nats; `is_text` says that the sentence needs it there."""

    start: int
    end: int
    piece: str
    weight: float
    is_text: bool = False
    is_between: bool = False
    is_enclosed: bool = False
    is_first: bool = False


def headlines(page: Page) -> list[str]:
    """Return what may be the headline, folded: the hint, and lines among the first that end no sentence."""
    texts = [fold(page.title)] if page.title else []
    texts += [
        line.folded for line in page.lines[:_LINES] if len(line.folded) <= _LINE and _HEADLINE.fullmatch(line.folded)
    ]
    return list(dict.fromkeys(texts))


def places(told: str, folded: str, start: int, end: int) -> Iterator[Place]:
    """Give the places in a part of a folded text where pieces of a headline stand, each as long as it goes.

    `told` is the headline, folded and without signs.

    >>> [(each.piece, each.weight > 0) for each in places("桥洞合唱", "听,桥洞合唱他来。桥洞合唱的歌。", 0, 16)]
    [('桥洞合唱', True), ('桥洞合唱', False)]
    """
    done = start
    for place in _enclosed(told, folded, start, end):
        yield from _bare(told, folded, done, place.start)
        yield place
        done = place.end
    yield from _bare(told, folded, done, end)


def _enclosed(told: str, folded: str, start: int, end: int) -> Iterator[Place]:
    """Give the pieces between brackets, or between dashes behind a stop, that a sentence goes on behind."""
    if not any(folded.find(sign, start, end) >= 0 for sign in _OPENERS):
        return
    for found in _BRACKETED.finditer(folded, start, end):
        piece = SIGNS.sub("", found[1] or found[2])
        before, behind = folded[found.start() - 1], folded[found.end() : found.end() + 1]
        at_stop = found[1] or not _CHAR.match(before)
        if found.start() > start and len(piece) >= LEAST and piece in told and at_stop and _CHAR.match(behind):
            weight = _LIGHT if before in _STOPS or len(piece) == LEAST else ENCLOSED
            yield Place(found.start(), found.end(), piece, weight, is_enclosed=True)


def _bare(told: str, folded: str, start: int, end: int) -> Iterator[Place]:
    """Give the longest pieces that stand in a part of a text."""
    found = set()
    for at in range(len(told) - LEAST + 1):
        gram = told[at : at + LEAST]
        place = folded.find(gram, start, end)
        while place >= 0:
            found.add(place)
            place = folded.find(gram, place + 1, end)
    done = start
    for place in sorted(found):
        if place >= done:
            done = place + LEAST
            while done < end and folded[place : done + 1] in told:
                done += 1
            yield _weighed(folded, place, done)


def _weighed(folded: str, start: int, end: int) -> Place:
    """Weigh one place by what stands before and behind it."""
    piece, before, behind = folded[start:end], folded[start - 1 : start], folded[end : end + 1]
    if not _HAN.match(behind):
        is_last = behind in ("", "\n") and before in _STOPS and start > 0
        return Place(start, end, piece, _LAST) if is_last else Place(start, end, piece, _TEXT, is_text=True)
    weight = opens(folded, end)
    if weight <= _GOES_ON or (weight < _BEGINS and _cuts_word(folded, end)):
        return Place(start, end, piece, _TEXT, is_text=True)
    if start and _CHAR.match(before):
        led = leads(folded, start)
        return Place(start, end, piece, _LED if led else _BETWEEN, is_text=led, is_between=True)
    is_first = not start or before in _FIRST
    return Place(start, end, piece, weight + (_AT_START if is_first else 0.0), is_first=is_first)


def _cuts_word(folded: str, at: int) -> bool:
    """Tell whether what stands around a place reads clearly better as words if it is not cut there."""
    left, right = folded[at - LEAST : at], folded[at : at + LEAST + 1]
    return cost(left + right) < cost(left) + cost(right) - _CUT
