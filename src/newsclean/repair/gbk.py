"""The two-byte codes of GBK, and the characters that half a code leaves open."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean.likelihood import log_probabilities
from newsclean.repair.context import readings

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLAUSIBLE = -11.0  # nats: what is rarer is no guess
_FULL_WIDTH_LETTER = -11.0  # nats: seldom in text, and never beside hanzi as shifted bytes would have it

_POINTS = {"，": -2.9, "。": -3.9, "；": -7.0, "？": -7.0, "！": -7.0}  # nats: by their share in 230 news articles

# The user-defined areas of GBK, and the row that windows leaves empty: their codes show nothing. Lead bytes, and trail
# bytes that are a lead byte themselves.
AREAS = (
    ((*range(0xAA, 0xB0), *range(0xF8, 0xFF)), range(0xA1, 0xFF)),
    (tuple(range(0xA1, 0xA8)), range(0x81, 0xA1)),
    ((0xFE,), range(0x81, 0xA1)),
)


class Half(NamedTuple):
    """What a character may be of which not every byte is known: likeliest first, and the log-probability of all."""

    chars: str
    nats: float


@cache
def pairs() -> dict[int, tuple[str, float]]:
    """Return code (lead * 256 + trail) to character and log-probability, for every two-byte code of GBK."""
    chars = {}
    for lead in range(0x81, 0xFF):
        for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF)):
            char = bytes((lead, trail)).decode("gb18030", "ignore")
            if len(char) == 1 and not "\ue000" <= char <= "\uf8ff":
                chars[lead << 8 | trail] = char
    nats = log_probabilities("".join(chars.values())).tolist()
    table = {code: (char, value) for (code, char), value in zip(chars.items(), nats, strict=True)}
    for code, (char, value) in table.items():
        letter = "０" <= char <= "ｚ" and char.isalnum()
        table[code] = (char, _FULL_WIDTH_LETTER if letter else _POINTS.get(char, value))
    return table


def code_of(char: str) -> bytes:
    """Return the two bytes of a character in GBK (private use included), or nothing.

    >>> code_of("，").hex(), code_of("A"), code_of("𠮷")
    ('a3ac', b'', b'')
    """
    code = char.encode("gb18030", "ignore")
    return code if len(code) == 2 else b""


def full_width(char: str) -> bytes:
    """Return the GBK code of the full-width form of an ASCII character, which NFKC folds away."""
    return bytes((0xA3, ord(char) + 0x80)) if len(char) == 1 and "!" <= char <= "~" else b""


@cache
def trails_read(lead: int, reading: str) -> list[int]:
    """Return the second bytes that make a Traditional character of this reading.

    >>> [hex(byte) for byte in trails_read(0x83, "yōu")]
    ['0x9e']
    """
    known = readings()
    return [
        trail
        for trail in range(0x40, 0xFF)
        if (pair := pairs().get(lead << 8 | trail)) and known.get(pair[0]) == reading
    ]


def is_hidden(code: bytes) -> bool:
    """Whether two bytes are a code of the user-defined areas.

    >>> is_hidden("，们".encode("gbk")[1:3]), is_hidden("们".encode("gbk"))
    (True, False)
    """
    return len(code) == 2 and any(code[0] in first and code[1] in second for first, second in AREAS)


@cache
def with_lead(lead: int) -> Half:
    """Return the characters whose code starts with a byte.

    >>> with_lead(0xB5).chars[:4]
    '的地到道'
    """
    return _half((lead,), range(0x40, 0xFF))


@cache
def with_trail(trail: int) -> Half:
    """Return the characters whose code ends in a byte."""
    return _half(range(0x81, 0xFF), (trail,))


@cache
def into_area(lead: int, area: int) -> Half:
    """Return the characters of a lead byte whose trail byte starts a code that shows nothing."""
    return _half((lead,), AREAS[area][0])


@cache
def out_of_area(area: int, trail: int) -> Half:
    """Return the characters of a trail byte whose lead byte ends a code that shows nothing."""
    return _half(AREAS[area][1], (trail,))


@cache
def read_out_of_area(area: int, reading: str, known: str, trails: range) -> Half:
    """Return the Traditional characters of a reading, those known if any, whose lead byte ends a hidden code."""
    leads = AREAS[area][1]
    codes = map(code_of, known or (char for char, read in readings().items() if read == reading))
    return _half_of(code[0] << 8 | code[1] for code in codes if code and code[0] in leads and code[1] in trails)


@cache
def between_areas(first: int, second: int) -> Half:
    """Return the characters that stand between two codes that show nothing."""
    return _half(AREAS[first][1], AREAS[second][0])


def _half(leads: Iterable[int], trails: Iterable[int]) -> Half:
    return _half_of(lead << 8 | trail for lead in leads for trail in trails)


def _half_of(codes: Iterable[int]) -> Half:
    known = [pairs()[code] for code in codes if code in pairs()]
    ranked = sorted(known, key=lambda pair: -pair[1])
    total = sum(math.exp(nats) for _, nats in known)
    chars = "".join(char for char, nats in ranked[:60] if nats > _PLAUSIBLE)
    return Half(chars, math.log(total) if total else -math.inf)
