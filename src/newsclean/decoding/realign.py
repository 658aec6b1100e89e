"""The likeliest division of a run of bytes into characters: a dynamic programme over one, two, three and four bytes.

A codec reads a double-byte text that lost one byte wrongly up to the next ASCII byte. The programme finds where to drop
a byte instead, by the likelihood of what comes out, and whether a part of the run is UTF-8.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import likelihood
from newsclean.decoding.double_byte import CODECS, as_eten
from newsclean.decoding.reading import REPLACEMENT
from newsclean.model import Undecodable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_IMPOSSIBLE = -1e9
_LETTER = -9.5
_DIGIT = -5.0
_DROPPED_AT_END = -9.0
"""Nats of a dropped byte where a cut through a character is what one expects."""
_DROPPED_IN_SAMPLE = -13.0
_EURO = -12.0
_UTF8_PRICE = -2.0
"""Nats that a character of UTF-8 pays inside another encoding: two in a row come by chance in long texts."""

_FOUR = re.compile(rb"(?=([\x81-\xfe][\x30-\x39][\x81-\xfe][\x30-\x39]))")
_UTF8 = re.compile(rb"(?=((?:[\xe3-\xe9\xef][\x80-\xbf]{2}){2}))")
_WINDOW = 4096
_OVERLAP = 64


class Aligned(NamedTuple):
    """A run of bytes divided into characters: its log-probability, its text, and the bytes dropped."""

    nats: float
    text: str
    bad: list[Undecodable]


def realign(
    run: bytes, family: str, utf8: bool = False, cut: tuple[bool, bool] = (True, True), dropped: float = -16.0
) -> Aligned:
    """Divide a run into the likeliest characters of a family (gb or big5), and of UTF-8 where `utf8` says so.

    `cut` tells whether a character may have been cut at its beginning and its end; `dropped` is the price in nats of a
    byte dropped elsewhere. Linear in the run, whatever its bytes.
    """
    parts: list[str] = []
    bad: list[Undecodable] = []
    nats, start = 0.0, 0
    while start < len(run):
        window = run[start : start + _WINDOW]
        last = start + len(window) == len(run)
        ends = (cut[0] and start == 0, cut[1] and last)
        best, lengths = _divide(window, family, utf8, ends, dropped)
        end = len(window)
        if not last:  # what follows may still move the last divisions of a window
            while end > _WINDOW - _OVERLAP:
                end -= lengths[end]
        parts += _characters(window, lengths, end, family, start, bad)
        nats += best[end]
        start += end
    return Aligned(nats, "".join(parts), bad)


def likelihood_of_best(run: bytes, family: str) -> float:
    """Return the log-probability of the likeliest division of a run of some hundred bytes, in nats."""
    return _divide(run, family, False, (True, True), _DROPPED_IN_SAMPLE)[0][-1]


def _divide(
    run: bytes, family: str, utf8: bool, cut: tuple[bool, bool], dropped: float
) -> tuple[list[float], list[int]]:
    """Return the best log-probability up to each byte, and the length of the character that ends there."""
    single = _single(family, dropped)
    ones = [single[byte] for byte in run]
    if cut[0] and run[0] >= 0x80:
        ones[0] = max(ones[0], _DROPPED_AT_END)
    if cut[1] and run[-1] >= 0x80:
        ones[-1] = max(ones[-1], _DROPPED_AT_END)
    twos = _doubles(run, family)
    longer: dict[int, list[tuple[int, float]]] = {}
    for length, at, value in _longer(run, family, utf8):
        longer.setdefault(at + length, []).append((length, value))
    if longer:
        return _best(ones, twos, longer)
    best, lengths = [0.0], [1]
    before, value = _IMPOSSIBLE, 0.0
    for one, two in zip(ones, [_IMPOSSIBLE, *twos], strict=True):
        alone, paired = value + one, before + two
        before = value
        if paired > alone:
            value = paired
            lengths.append(2)
        else:
            value = alone
            lengths.append(1)
        best.append(value)
    return best, lengths


def _best(
    ones: list[float], twos: list[float], longer: dict[int, list[tuple[int, float]]]
) -> tuple[list[float], list[int]]:
    best, lengths = [0.0] * (len(ones) + 1), [1] * (len(ones) + 1)
    for end in range(1, len(best)):
        options = [(best[end - 1] + ones[end - 1], 1)]
        if end > 1:
            options.append((best[end - 2] + twos[end - 2], 2))
        options += ((best[end - length] + nats, length) for length, nats in longer.get(end, ()))
        best[end], lengths[end] = max(options)
    return best, lengths


def _doubles(run: bytes, family: str) -> list[float]:
    import numpy as np

    codes = np.frombuffer(run, dtype=np.uint8).astype(np.uint16)
    values: list[float] = _pairs(family)[1][(codes[:-1] << 8) | codes[1:]].tolist()
    return values


def _longer(run: bytes, family: str, utf8: bool) -> list[tuple[int, int, float]]:
    """Return the characters of three and four bytes: length, offset, nats."""
    found: list[tuple[int, int, float]] = []
    if family == "gb":
        for match in _FOUR.finditer(run):
            char = match[1].decode("gb18030", "replace")
            if len(char) == 1 and char != REPLACEMENT:
                found.append((4, match.start(), likelihood.total(char)))
    if utf8:
        pairs = (match.start() for match in _UTF8.finditer(run))
        for at in sorted({start for pair in pairs for start in (pair, pair + 3)}):
            char = run[at : at + 3].decode("utf-8", "replace")
            if len(char) == 1 and char != REPLACEMENT:
                found.append((3, at, likelihood.total(char) + _UTF8_PRICE))
    return found


def _characters(run: bytes, lengths: list[int], end: int, family: str, start: int, bad: list[Undecodable]) -> list[str]:
    pairs = _pairs(family)[0]
    starts: list[int] = []
    while end > 0:
        starts.append(end)
        end -= lengths[end]
    chars: list[str] = []
    for stop in reversed(starts):
        length = lengths[stop]
        code = run[stop - length : stop]
        if length == 1:
            char = read_byte(code[0], family)
            if char == REPLACEMENT:
                bad.append(Undecodable(start + stop - 1, code[0]))
            chars.append(char)
        else:
            chars.append(pairs[code] if length == 2 else code.decode("utf-8" if length == 3 else "gb18030"))
    return chars


def read_byte(byte: int, family: str) -> str:
    """Return the character of a byte that stands alone, U+FFFD for none."""
    if byte < 0x80:
        return chr(byte)
    return "€" if byte == 0x80 and family == "gb" else REPLACEMENT


@cache
def _single(family: str, dropped: float) -> list[float]:
    """Return the nats of each byte that stands alone."""
    values = [_DIGIT if byte < 0x40 else _LETTER if byte < 0x80 else dropped for byte in range(256)]
    if family == "gb":
        values[0x80] = _EURO  # code page 936 has it there
    return values


@cache
def _pairs(family: str) -> tuple[dict[bytes, str], NDArray[np.float32]]:
    """Return the characters of two bytes, and their log-probabilities by the bytes as a number."""
    import numpy as np

    trails = (*range(0x40, 0x7F), *range(0x80, 0xFF))
    codes = [bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in trails]
    chars: dict[bytes, str] = {}
    for codec in reversed(CODECS[family]):
        # a line break is never the second byte of a character, so each code is decoded by itself
        decoded = b"\n".join(codes).decode(codec, "replace").split("\n")
        chars |= {code: char for code, char in zip(codes, decoded, strict=True) if REPLACEMENT not in char}
    if family == "big5":
        chars |= {code: as_eten(char) for code, char in chars.items() if 0xC6 <= code[0] <= 0xC8}
    table = np.full(0x10000, _IMPOSSIBLE, dtype=np.float32)
    single = {code: char for code, char in chars.items() if len(char) == 1}
    keys = np.frombuffer(b"".join(single), dtype=">u2")
    table[keys] = likelihood.log_probabilities("".join(single.values()))
    for code in chars.keys() - single.keys():  # Big5-HKSCS has four codes for a letter and an accent
        table[int.from_bytes(code)] = likelihood.total(chars[code])
    return chars, table
