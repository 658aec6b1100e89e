"""Decode piece by piece what does not decode as a whole: cut characters, stray bytes, files of more than one encoding.

Blocks of whole lines that decode well stay as they are. In the others each run of non-ASCII bytes is judged by itself,
and changes its encoding or its alignment only where that is clearly likelier.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclean import likelihood
from newsclean.decoding.double_byte import CODECS, read_strict
from newsclean.decoding.reading import REPLACEMENT, Reading, read
from newsclean.decoding.realign import Aligned, read_byte, realign
from newsclean.model import Undecodable

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

_BLOCK = 512
SEGMENT = re.compile(rb"[\x80-\xff][\x30-\x39\x40-\x7e\x80-\xff]*")
"""A byte under 30 hex, or of 3A to 3F, is no part of a longer character in any of these encodings."""

_LONE_LETTER = re.compile("[\u2e80-\U0010ffff][@-~](?![@-~])")
_LETTER = re.compile("[@-~]")
_LETTER_PRICE = 4.5
_LONE_PRICE = 1.5
_POOR = -8.5
_RARE = -14.0
_CUT = 16
_WINDOW = 6
_ODD = -10.5
"""Mean nats of six non-ASCII characters in a row that real text hardly has: most rare names stay above."""

_UNLIKELY = -11.0
_EXPECTED = -7.0
"""Nats of a character that is unlikely, but not after the one before it: foreign words, rows of one symbol."""

_OTHER_SCRIPT = re.compile("[\u0370-\u06ff]{3,}|[\u3041-\u30ff]{3,}|(.)\\1{3,}")
_SWITCH = 16.0
_REALIGN = 16.0
"""Nats that a reading must gain over one without errors, unless a cut is expected."""

_SHORT = 2500
_DROPPED = -16.0
_DROPPED_FROM_VALID = -20.0
"""Nats of a byte dropped inside a run, without and with a reading that drops none."""

_GOOD = -4.2
"""Nats per byte of a reading that needs no comparison."""


def read_pieces(raw: bytes, family: str) -> Reading:
    """Decode bytes of a family (gb or big5), and by segments where they are damaged or mixed."""
    whole = _read_cut(raw, family)
    if whole:
        return whole
    parts: list[str] = []
    bad: list[Undecodable] = []
    for start, block in blocks(raw):
        strict = read_strict(block, family)
        if strict and len(raw) >= _SHORT and start > 0 and not is_odd(strict[0]):
            parts.append(strict[0])
        else:
            parts.append(_read_block(block, start, family, len(raw), bad))
    return Reading("".join(parts), CODECS[family][0], bad)


def _read_cut(raw: bytes, family: str) -> Reading | None:
    """Decode double-byte text of which at most the last character is cut, and in which nothing is odd."""
    tails = (raw[len(raw) - cut :] for cut in range(4))
    for tail in tails:
        strict = read_strict(raw[: len(raw) - len(tail)], family)
        if strict:
            break
    else:
        return None
    text, codec = strict
    if is_odd(text) or may_be_cut(text[: _SHORT if len(raw) < _SHORT else _CUT]):
        return None
    cut = read(tail, codec)
    bad = [Undecodable(byte.offset + len(raw) - len(tail), byte.value) for byte in cut.bad]
    return Reading(text + cut.text, codec, bad)


def is_odd(text: str) -> bool:
    """Tell whether some characters in a row are such as no Chinese text has."""
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    codes = codes[codes > 0x7F]
    values = likelihood.of_codes(codes)
    unlikely = np.flatnonzero(values < _UNLIKELY)
    if len(unlikely) < 2 or (len(values) > _WINDOW and int(np.diff(unlikely).min()) >= _WINDOW):
        return False
    values[1:][(codes[1:] == codes[:-1]) | _same_script(codes)] = _EXPECTED
    sums = np.cumsum(np.concatenate(([0.0], values)))
    window = min(_WINDOW, len(values))
    return bool(((sums[window:] - sums[:-window]) < window * _ODD).any())


def _same_script(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Tell of each character but the first whether it and the one before it are Greek to Arabic, or kana."""
    letters = (codes > 0x36F) & (codes < 0x700)
    kana = (codes > 0x3040) & (codes < 0x3100)
    return (letters[1:] & letters[:-1]) | (kana[1:] & kana[:-1])


def may_be_cut(text: str) -> bool:
    """Tell whether the first byte of a text, or of what follows a tag, may be the second of a character.

    The text then is unlikely as a whole, begins with a rare character, or has a letter alone among its first: often the
    second byte of a character whose first byte went to the one before. In text these are rare themselves (维生素C).
    """
    return bool(_beginning().search(text)) or likelihood.mean(text) < _POOR


@cache
def _beginning() -> re.Pattern[str]:
    """Return a pattern of what a text that begins inside a character begins with."""
    import numpy as np

    codes = np.arange(0x700, 0x30000, dtype=np.uint32)
    rare = (likelihood.of_codes(codes) < _RARE).astype(np.int8)
    edges = np.flatnonzero(np.diff(rare, prepend=0, append=0)) + 0x700
    ranges = zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
    rare_class = "[" + "".join(f"{chr(first)}-{chr(end - 1)}" for first, end in ranges) + "]"
    return re.compile(rf"(?:\A|>)[^\x00-\x7f]{{0,6}}?(?:{rare_class}|(?<=[\u2e80-\U0010ffff])[@-~](?![@-~]))")


def blocks(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield runs of whole lines with their offsets."""
    start = 0
    while start < len(raw):
        end = raw.find(b"\n", start + _BLOCK) + 1 or len(raw)
        yield start, raw[start:end]
        start = end


def _read_block(block: bytes, start: int, family: str, size: int, bad: list[Undecodable]) -> str:
    parts: list[str] = []
    done = 0
    for found in SEGMENT.finditer(block):
        parts.append(block[done : found.start()].decode("ascii"))
        done = found.end()
        at = start + found.start()
        # a text is cut at the ends of the input, or where a page puts it between tags
        cut = (
            at == 0 or block[found.start() - 1 : found.start()] == b">",
            start + done == size or block[done : done + 1] == b"<",
        )
        text, dropped = _read_segment(found[0], family, cut[0] and (size < _SHORT or at == 0), cut)
        bad += (Undecodable(at + byte.offset, byte.value) for byte in dropped)
        parts.append(text)
    parts.append(block[done:].decode("ascii"))
    return "".join(parts)


def _read_segment(run: bytes, family: str, expect_cut: bool, cut: tuple[bool, bool]) -> tuple[str, list[Undecodable]]:
    if len(run) == 1:
        char = read_byte(run[0], family)
        return char, [Undecodable(0, run[0])] if char == REPLACEMENT else []
    strict = read_strict(run, family)
    if strict and not is_odd(strict[0]) and not (expect_cut and may_be_cut(strict[0])):
        return strict[0], []
    price = _DROPPED_FROM_VALID if strict else _DROPPED
    best = realign(run, family, True, cut, price)
    if strict:
        kept = Aligned(_nats_of(strict[0]), strict[0], [])
        best = max(kept, _less(best, 0.0 if expect_cut else _REALIGN), key=_nats)
    if best.nats < _GOOD * len(run):
        other = realign(run, "big5" if family == "gb" else "gb", True, cut, price)
        best = max(best, _less(other, _SWITCH), key=_nats)
    return best.text, best.bad


def _nats_of(text: str) -> float:
    """Return the log-probability of a reading without errors, with the prices of letters that `realign` has."""
    letters = _LETTER_PRICE * len(_LETTER.findall(text)) + _LONE_PRICE * len(_LONE_LETTER.findall(text))
    return likelihood.total(_OTHER_SCRIPT.sub("", text)) - letters


def _less(aligned: Aligned, price: float) -> Aligned:
    return aligned._replace(nats=aligned.nats - price)


def _nats(aligned: Aligned) -> float:
    return aligned.nats
