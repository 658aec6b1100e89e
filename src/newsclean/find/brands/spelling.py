"""Brands spelled against matching: signs or spaces between the characters, letters of other alphabets.

Around each odd joint the text is squashed (signs out, look-alike letters to Latin) and searched again; only what
became a brand by that is reported.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclean.find.brands.candidates import Candidate
from newsclean.find.brands.families import trades
from newsclean.find.brands.tails import BEHIND_NAME
from newsclean.find.lexicon import TAILS, suspects
from newsclean.find.signs import stands
from newsclean.find.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALIKE = str.maketrans(
    "авсеорхукмнтіјѕԁԛԝαβεικνορτυχ",
    "abceopxykmhtijsdqwabeiknoptyx",
)
# Negative circled and squared letters, which have no compatibility mapping in Unicode.
_ALIKE |= {first + i: ord("a") + i for first in (0x1F150, 0x1F170) for i in range(26)}
_LOOKALIKE = re.compile("[" + "".join(map(re.escape, map(chr, _ALIKE))) + "]")
_SIGN = re.compile(r"[^\w\s,。、!?:;\"'“”‘’()<>《》【】\[\]{}…—%/&+=@#$|-]|_")
_ODD = re.compile(
    r"[^\u3400-\u9fffa-z0-9\s,。、!?:;\"'“”‘’()<>《》【】\[\]{}…—%/&+=@#$|-](?:(?<=\w)|(?<!\.)\ufe0f?(?=\w)|(?=[^\W\d]|\d\.))"
)
_SPACED = re.compile(r" (?=\w )|(?<= \w) (?=\w)|-(?=[\u3400-\u9fff]-)")
_AROUND = 12
_UNITS = 20
_SPELLED_OUT = 30


def find_spelled(folded: str) -> list[Candidate]:
    """Return brands that can be read only when signs, spaces and look-alike letters are undone.

    >>> texts = ("的开.云体育园区", "的p g 电 子园区", "的ag✦真人园区")
    >>> [text[found.start : found.end] for text in texts for found in find_spelled(text)]
    ['开.云体育', 'p g 电 子', 'ag✦真人']
    """
    found: list[Candidate] = []
    done = 0
    places = [odd.start() for odd in _ODD.finditer(folded)] if stands(folded, "odd") else []
    places += [odd.start() for odd in _SPACED.finditer(folded)] if stands(folded, "spaced") else []
    for at in sorted(places):
        if at < done:
            continue
        if not _LOOKALIKE.match(folded, at) and not _splits_pair(folded, at):
            continue
        start, end = _joint(folded, at)
        done = end
        for candidate in _read(folded, max(0, start - _AROUND), start, end):
            if not found or candidate.start >= found[-1].end:
                found.append(candidate)
                done = max(done, candidate.end)
    return found


def _splits_pair(folded: str, at: int) -> bool:
    """Tell whether a sign stands between two characters that are neighbours in a name or its tail."""
    behind = at + 1 + (folded[at + 1 : at + 2] == "\N{VARIATION SELECTOR-16}")
    return folded[at - 1 : at] + folded[behind : behind + 1] in _pairs()


@cache
def _pairs() -> frozenset[str]:
    names = [*(text for text, _ in rows("brands")), *TAILS]
    return frozenset(name[i : i + 2] for name in names for i in range(len(name) - 1))


def _is_char(folded: str, at: int) -> bool:
    char = folded[at : at + 1]
    return "\u3400" <= char <= "\u9fff" or (char.isascii() and char.isalnum()) or bool(_LOOKALIKE.match(char))


def _joint(folded: str, at: int) -> tuple[int, int]:
    """Return the run of single characters with a sign or space between each two, around a place."""
    if _LOOKALIKE.match(folded[at]):
        return at, at + 1
    start = at - 1 if at and _is_char(folded, at - 1) else at
    for _ in range(_UNITS):
        sign = start - 1 - (folded[start - 1 : start] == "\N{VARIATION SELECTOR-16}")
        if sign < 1 or not (folded[sign] in " -" or _SIGN.match(folded, sign)) or not _is_char(folded, sign - 1):
            break
        start = sign - 1
    end = start + 1
    for _ in range(_UNITS):
        sign = end + (folded[end + 1 : end + 2] == "\N{VARIATION SELECTOR-16}")
        if (
            sign >= len(folded)
            or not (folded[end] in " -" or _SIGN.match(folded[end]))
            or not _is_char(folded, sign + 1)
        ):
            break
        end = sign + 2
    spaced = folded[start + 1 : start + 2] == " "
    return (start, end) if start < at and (not spaced or end - start >= 5) else (at, at + 1)


def _read(folded: str, left: int, start: int, end: int) -> Iterator[Candidate]:
    """Squash a stretch around a joint, and yield what is a brand across it."""
    text, places = _squash(folded, left, start, end)
    for hit in suspects().scan(text):
        first, last = places[hit.start], places[hit.end - 1] + 1
        odd = last - first > hit.end - hit.start or bool(_LOOKALIKE.search(folded, first, last))
        trade = hit.group == "tail" or text[hit.start : hit.end] in trades()
        if hit.group == "brand" and odd and not trade:
            last = max(last, _joint_end(folded, first, last, end))
            behind = BEHIND_NAME.match(folded, last)
            stop = behind.end() if behind else last
            if hit.sort != "shared" or stop > last:
                yield Candidate(first, stop, "weak" if hit.sort == "shared" else hit.sort, True)
        elif trade and odd and end - start <= _SPELLED_OUT and _is_signed(folded[start:end]):
            behind = BEHIND_NAME.match(folded, end)
            yield Candidate(start, behind.end() if behind else end, "shape", True)
            return


def _squash(folded: str, left: int, start: int, end: int) -> tuple[str, list[int]]:
    """Return the stretch without the signs inside the joint, and where each of its characters stands."""
    stop = min(len(folded), end + _AROUND)
    places = [i for i in range(left, stop) if not start < i < end or folded[i].isalnum()]
    return "".join(folded[i] for i in places).translate(_ALIKE), places


def _joint_end(folded: str, first: int, last: int, end: int) -> int:
    """Return where a spelled-out run ends: the tail of a brand is spelled as the brand."""
    return end if first < end and last < end and _is_signed(folded[last - 2 : end]) else last


def _is_signed(text: str) -> bool:
    return sum(not char.isalnum() and char not in ",。、" for char in text[1:-1]) >= 2
