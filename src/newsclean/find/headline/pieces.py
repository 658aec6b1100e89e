"""Whole clauses and phrases of the headline pasted into the body, at stops, in brackets, or between two words.

Where they stand is weighed place by place (`places`); they are believed if what was pasted comes again and makes up
the headline together, which the words that an honest article shares with its headline do not.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.headline.cycle import is_name
from newsclean.find.headline.places import ENCLOSED, LEAST, SIGNS, Place, headlines, places
from newsclean.find.junctions import leads_first
from newsclean.find.words import is_word

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from newsclean.matching import Line, Page

Span = tuple[int, int]
Group = list[Place]
"""All places of one piece."""

_SHORTEST, _LONGEST = 6, 49
_HAN = re.compile("[\u3400-\u9fff]")
_PROSE = re.compile("[。,]")
_ROW, _ROWS, _PHRASE = 4, 2, 5
_NEVER = 99.0
# Nats, by what 720 clean articles reach (4.3) and pages with pasted clauses weigh; docs/decisions/0014.
_USED, _KIND, _IN_ROW, _TOGETHER = -3.0, 0.5, 3.0, 4.0
_ENOUGH, _ENOUGH_OF_ONE = 5.0, 9.0
_MOST = 0.8
_WHOLE, _MOSTLY = 4, 0.75
_LOW, _USE, _SURE, _CLEAR = -2.0, -1.0, 1.0, 2.5


class Told(NamedTuple):
    """A headline without signs, its parts, and the lines that say pieces of it again and again."""

    text: str
    parts: frozenset[str]
    rows: tuple[Span, ...] = ()


class Found(NamedTuple):
    """What of a headline was pasted: the score that it was, the pieces, and where all pieces stand."""

    score: float
    pieces: frozenset[str]
    groups: Mapping[str, Group]


def find_pieces(page: Page) -> list[Span]:
    r"""Return the spans of pasted pieces of the page's headline, sorted.

    >>> from newsclean.matching import read_page
    >>> page = read_page(
    ...     "桥洞合唱团 唱进大剧院\n每周三晚上,桥洞合唱团他们都来练歌。没有伴奏,唱进大剧院这里的石板就是节拍器。"
    ...     "\n五年前的夏天,桥洞合唱团他下工后来躲雨。他喊了一声,唱进大剧院但是没有人应。"
    ... )
    >>> [page.text[start:end] for start, end in find_pieces(page)]
    ['桥洞合唱团', '唱进大剧院', '桥洞合唱团', '唱进大剧院']
    """
    found = [(each, told) for told in _headlines(page) if (each := weighed(told, page))]
    if not found:
        return []
    best, told = max(found, key=lambda each: each[0].score)
    return sorted({*((place.start, place.end) for place in _pasted(best, told)), *told.rows})


def _headlines(page: Page) -> Iterator[Told]:
    """Give what may be the headline: the hint, short first lines, and rows that say the same words again."""
    rows = list(islice(_rows(page), _ROWS))
    for text in headlines(page):
        whole = SIGNS.sub("", text)
        if _SHORTEST <= len(whole) <= _LONGEST and _stands_below(whole, page.folded, text in page.folded):
            spans = tuple(span for span, words in rows if all(word in whole for word in words))
            yield Told(whole, frozenset(SIGNS.split(text)), spans)
    for span, words in rows:
        whole = "".join(words)
        if len(whole) <= _LONGEST and min(map(len, words)) > LEAST:
            yield Told(whole, frozenset(words), (span,))


def _rows(page: Page) -> Iterator[tuple[Span, list[str]]]:
    """Give the lines that say two and more phrases again and again, with the phrases in their order."""
    for line in page.lines:
        words = [SIGNS.sub("", word) for word in line.folded.split()] if line.folded.count(" ") >= _ROW - 1 else []
        kinds = list(dict.fromkeys(words))
        if len(words) >= _ROW and 2 <= len(kinds) <= len(words) / 1.5 and min(map(len, kinds)) >= LEAST:
            yield (line.start, line.end), kinds


def _stands_below(told: str, folded: str, itself: bool) -> bool:
    """Tell whether a third of a headline stands, three characters at a time, elsewhere on the page."""
    grams = range(0, len(told) - LEAST + 1, 2)
    return 3 * sum(folded.count(told[at : at + LEAST]) > itself for at in grams) >= len(grams)


def weighed(told: Told, page: Page) -> Found | None:
    """Return the pieces that make up most of a headline by what their places weigh, or None if that is not enough."""
    groups: dict[str, Group] = {}
    for line in page.lines:
        if _is_prose(line, told):
            for place in places(told.text, page.folded, line.start, line.end):
                groups.setdefault(place.piece, []).append(place)
    worth = {piece: _worth(group, bool(told.rows)) for piece, group in groups.items() if _may_be_pasted(piece, group)}
    score, pieces = _made_up(told.text, worth)
    if not _is_believed(score, pieces, groups, told):
        score, pieces = _ENOUGH, frozenset() if told.rows else _cut_whole(told.text, groups)
    return Found(score, pieces | frozenset(_halves(pieces, groups)), groups) if pieces else None


def _cut_whole(told: str, groups: Mapping[str, Group]) -> frozenset[str]:
    """Return long pieces that make up a headline to its last character, where most of their places need none of them.

    An honest article says a part in other words; of 270 seven could be so cut, and needed most pieces where they stood.
    """
    ways: list[tuple[str, ...]] = [() for _ in range(len(told) + 1)]
    for end in range(1, len(told) + 1):
        for piece in groups:
            start = end - len(piece)
            if len(piece) >= _WHOLE and start >= 0 and told.startswith(piece, start) and (ways[start] or not start):
                ways[end] = (*ways[start], piece)
    places = [place for piece in ways[-1] for place in groups[piece]]
    pasted = [place for place in places if not place.is_text and place.weight > _USE]
    enough = len(ways[-1]) > 1 and len(pasted) > 2 and len(pasted) >= _MOSTLY * len(places)
    return frozenset(ways[-1]) if enough else frozenset()


def _is_prose(line: Line, told: Told) -> bool:
    return bool(_PROSE.search(line.folded)) and (line.start, line.end) not in told.rows


def _may_be_pasted(piece: str, group: Group) -> bool:
    return len(_HAN.findall(piece)) >= LEAST and not all(place.is_text for place in group)


def _worth(group: Group, rows: bool) -> float:
    """Return what the places of a piece speak for its being pasted, in nats."""
    used = [place.weight for place in group if place.is_text]
    pasted = [place.weight for place in group if not place.is_text]
    return sum(pasted) + max(_USED, sum(used)) + _KIND + (_IN_ROW if rows else 0.0)


def _made_up(told: str, worth: Mapping[str, float]) -> tuple[float, frozenset[str]]:
    """Return the pieces, beside each other in the headline, that are worth most with the share they make up of it."""
    best: list[tuple[float, frozenset[str]]] = [(0.0, frozenset())]
    for end in range(1, len(told) + 1):
        best.append(best[-1])
        for piece, value in worth.items():
            start = end - len(piece)
            if start >= 0 and told.startswith(piece, start):
                score = best[start][0] + value + _TOGETHER * len(piece) / len(told)
                if score > best[end][0]:
                    best[end] = score, best[start][1] | {piece}
    return best[-1]


def _is_believed(score: float, pieces: Collection[str], groups: Mapping[str, Group], told: Told) -> bool:
    """Tell whether pieces come again, make up most of the headline, or stand in brackets, and weigh enough."""
    times = [sum(not place.is_text for place in groups[piece]) for piece in pieces]
    enclosed = any(place.weight >= ENCLOSED for piece in pieces for place in groups[piece])
    again = sum(times) > 2 and (max(times) > 1 or sum(map(len, pieces)) >= _MOST * len(told.text))
    alone = len(pieces) == 1 and not enclosed and not told.rows
    return (again or enclosed) and score >= (_ENOUGH_OF_ONE if alone else _ENOUGH)


def _halves(pieces: Collection[str], others: Collection[str]) -> Iterator[str]:
    """Give what a piece is joined of, where both parts stand alone too."""
    for piece in pieces:
        for size in range(LEAST, len(piece) - LEAST + 1):
            if piece[:size] in others and piece[size:] in others:
                yield from (piece[:size], piece[size:])


def _pasted(found: Found, told: Told) -> Iterator[Place]:
    """Give the places of believed pieces that were pasted; in doubt, and of short pieces that are also used, none."""
    groups = {piece: group for piece, group in found.groups.items() if _is_joined(piece, found.pieces)}
    form = any(place.is_enclosed for group in groups.values() for place in group)
    if form:
        yield from (place for group in groups.values() for place in group if place.is_enclosed)
        return
    used = {piece for piece, group in groups.items() if is_word(piece) or _is_used(group)}
    for piece, group in groups.items():
        if is_name(piece):
            continue  # a person is what the article speaks of
        whole = any(piece in part for part in told.parts)
        if whole or not any(piece.endswith(each) for each in used if each != piece):
            yield from _clear(piece, group, piece in used, told)


def _clear(piece: str, group: Group, used: bool, told: Told) -> Iterator[Place]:
    """Give the places of a piece that were clearly pasted."""
    least = _least_weight(piece, group, used)
    sure = bool(told.rows) or any(place.weight >= _SURE for place in group)
    phrase = len(piece) >= _PHRASE or (piece in told.parts and len(piece) > LEAST)
    between = sure and phrase and not used and not leads_first(piece)
    for place in group:
        enough = between if place.is_between else place.weight >= (max(least, _CLEAR) if place.is_first else least)
        if enough and not place.is_text:
            yield place


def _least_weight(piece: str, group: Group, used: bool) -> float:
    """Return what a place behind a stop must weigh: less for a long phrase, which is hardly ever used as it stands."""
    if not used:
        return _LOW if len(piece) >= _PHRASE else 0.0 if len(piece) > LEAST else _SURE
    uses = sum(place.is_text for place in group)
    return 0.0 if len(piece) >= _PHRASE and len(group) >= 3 * uses else _NEVER


def _is_used(group: Sequence[Place]) -> bool:
    """Tell a piece that the article uses as a word of its own."""
    if any(place.is_text for place in group):
        return True
    return sum(place.weight <= _USE for place in group) > sum(place.weight > 0 for place in group)


def _is_joined(text: str, pieces: Collection[str]) -> bool:
    """Tell whether a text is one of the pieces, or some of them joined."""
    ends = {0}
    for start in range(len(text)):
        if start in ends:
            ends |= {start + len(piece) for piece in pieces if text.startswith(piece, start)}
    return len(text) in ends
