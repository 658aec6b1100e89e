"""Decode piece by piece what does not decode as a whole: cut characters, stray bytes, files of more than one encoding.

Blocks of whole lines that decode well stay as they are. In the others each run of non-ASCII bytes is judged by itself,
and changes its encoding or its alignment only where that is clearly likelier.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean import likelihood
from newsclean.decoding.reading import REPLACEMENT, Reading, read
from newsclean.decoding.realign import Aligned, realign
from newsclean.model import Undecodable

if TYPE_CHECKING:
    from collections.abc import Iterator

CODECS = {"gb": ("gb18030",), "big5": ("cp950", "big5hkscs"), "utf-8": ("utf-8",)}

_BLOCK = 2048
_SEGMENT = re.compile(rb"[\x80-\xff][\x30-\x39\x40-\x7e\x80-\xff]*")
"""A byte under 30 hex, or of 3A to 3F, is no part of a longer character in any of these encodings."""

_LONE_LETTER = re.compile("[\u2e80-\U0010ffff][@-~](?![@-~])")
_LONE_PRICE = 6.0
_RARE = -14.0
_UTF8_RUN = re.compile(rb"((?:[\xe2-\xef][\x80-\xbf]{2}|\xc2[\xa0-\xbf]){2,})")
_CUT = 16
_WINDOW = 6
_ODD_WINDOW = -10.5
"""Mean nats of six characters in a row that real text hardly has: names of rare characters stay above."""

_SWITCH = 16.0
_REALIGN = 16.0
"""Nats that a reading must gain over one without errors, unless a cut is expected."""

_SHORT = 2500
_DROPPED = -16.0
_DROPPED_FROM_VALID = -20.0
_DROPPED_FROM_UTF8 = -9.0
"""Nats of a byte dropped inside a run, without and with a reading that drops none."""

_GOOD = -4.2
"""Nats per byte of a reading that needs no comparison."""


def read_pieces(raw: bytes, family: str) -> Reading:
    """Decode bytes of a family (gb, big5 or utf-8), and by segments where they are damaged or mixed."""
    whole = _read_cut_utf8(raw) if family == "utf-8" else _read_cut(raw, family)
    if whole:
        return whole
    parts: list[str] = []
    bad: list[Undecodable] = []
    for start, block in _blocks(raw):
        text = _strict(block, family)
        expect_cut = len(raw) < _SHORT or start == 0
        if text is None or (family != "utf-8" and (expect_cut or is_odd(text))):
            text = _read_block(block, start, family, len(raw), bad)
        parts.append(text)
    return Reading("".join(parts), CODECS[family][0], bad)


def _read_cut_utf8(raw: bytes) -> Reading | None:
    """Decode UTF-8 that is damaged at most at its ends."""
    reading = read(raw, "utf-8")
    inside = (byte for byte in reading.bad if 2 < byte.offset < len(raw) - 3)
    return reading if next(inside, None) is None else None


def _read_cut(raw: bytes, family: str) -> Reading | None:
    """Decode double-byte text of which at most the last character is cut, and in which nothing is odd."""
    for codec in CODECS[family]:
        end = len(raw)
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError as error:
            if error.start < len(raw) - 3:
                continue
            end = error.start
            text = raw[:end].decode(codec)
        if is_odd(text) or may_be_cut(text[: _SHORT if len(raw) < _SHORT else _CUT]):
            return None
        tail = read(raw[end:], codec)
        bad = [Undecodable(byte.offset + end, byte.value) for byte in tail.bad]
        return Reading(text + tail.text, codec, bad)
    return None


def is_odd(text: str) -> bool:
    """Tell whether some characters in a row are such as no Chinese text has."""
    import numpy as np

    values = likelihood.log_probabilities(text)
    if len(values) <= _WINDOW:
        return bool(len(values)) and float(values.mean()) < _ODD_WINDOW
    sums = np.cumsum(values, dtype=np.float64)
    return bool(((sums[_WINDOW:] - sums[:-_WINDOW]) < _WINDOW * _ODD_WINDOW).any())


def may_be_cut(text: str) -> bool:
    """Tell whether the first byte of a text may be the second of a character.

    The text then begins with a rare character, or has a letter alone after a character: often the second byte of the
    next. In text both are rare themselves (维生素C).
    """
    return bool(_LONE_LETTER.search(text)) or float(likelihood.log_probabilities(text).min(initial=0.0)) < _RARE


def _blocks(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield runs of whole lines with their offsets."""
    start = 0
    while start < len(raw):
        end = raw.find(b"\n", start + _BLOCK) + 1 or len(raw)
        yield start, raw[start:end]
        start = end


def _read_block(block: bytes, start: int, family: str, size: int, bad: list[Undecodable]) -> str:
    parts: list[str] = []
    done = 0
    for found in _SEGMENT.finditer(block):
        parts.append(block[done : found.start()].decode("ascii"))
        done = found.end()
        at = start + found.start()
        # a text is cut at the ends of the input, or where a page puts it between tags
        cut = (
            at == 0 or block[found.start() - 1 : found.start()] == b">",
            start + done == size or block[done : done + 1] == b"<",
        )
        text, dropped = _read_segment(found[0], family, size < _SHORT or at == 0, cut)
        bad += (Undecodable(at + byte.offset, byte.value) for byte in dropped)
        parts.append(text)
    parts.append(block[done:].decode("ascii"))
    return "".join(parts)


def _read_segment(run: bytes, family: str, expect_cut: bool, cut: tuple[bool, bool]) -> tuple[str, list[Undecodable]]:
    if family == "utf-8":
        return _read_utf8_segment(run)
    text = _strict(run, family)
    if text is not None and not is_odd(text) and not (expect_cut and may_be_cut(text)):
        return text, []
    price = _DROPPED if text is None else _DROPPED_FROM_VALID
    best = realign(run, family, True, cut, price)
    if text is not None:
        letters = _LONE_PRICE * len(_LONE_LETTER.findall(text))
        kept = Aligned(likelihood.total(text) - letters, text, [])
        best = max(kept, _less(best, 0.0 if expect_cut else _REALIGN), key=_nats)
    if best.nats < _GOOD * len(run):
        other = realign(run, "big5" if family == "gb" else "gb", True, cut, price)
        best = max(best, _less(other, _SWITCH), key=_nats)
    return best.text, best.bad


def _read_utf8_segment(run: bytes) -> tuple[str, list[Undecodable]]:
    parts: list[str] = []
    bad: list[Undecodable] = []
    at = 0
    for piece in _UTF8_RUN.split(run):
        text, dropped = _read_utf8_piece(piece)
        parts.append(text)
        bad += (Undecodable(at + byte.offset, byte.value) for byte in dropped)
        at += len(piece)
    return "".join(parts), bad


def _read_utf8_piece(run: bytes) -> tuple[str, list[Undecodable]]:
    kept = read(run, "utf-8")
    if not kept.bad or len(run) < 4:  # two characters of another encoding; fewer bytes are a cut
        return kept.text, kept.bad
    nats = likelihood.total(kept.text.replace(REPLACEMENT, "")) + _DROPPED_FROM_UTF8 * len(kept.bad)
    best = max((realign(run, name, utf8=True) for name in ("gb", "big5")), key=_nats)
    return (best.text, best.bad) if best.nats - _SWITCH > nats else (kept.text, kept.bad)


def _strict(raw: bytes, family: str) -> str | None:
    for codec in CODECS[family]:
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return None


def _less(aligned: Aligned, price: float) -> Aligned:
    return aligned._replace(nats=aligned.nats - price)


def _nats(aligned: Aligned) -> float:
    return aligned.nats
