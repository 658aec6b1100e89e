"""How likely a text is as Chinese: one frequency table, for Simplified and Traditional alike.

The table tells real text from the same bytes read in a wrong encoding, shifted by a byte, or decoded twice: those show
rare Han characters, the private use area and controls where Chinese has its few hundred common characters.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RARE = -17.0
"""Log-probability of a Han character of the basic block that no dictionary lists."""

PRIVATE = -24.0
"""Log-probability of what no text holds: private use, C1 controls, lone surrogates, noncharacters."""

_RANGES: tuple[tuple[int, int, float], ...] = (
    # first, last, nats: judged by what wrong decodings produce, not by counts
    (0x00, 0x1F, -18.0),
    (0x20, 0x7E, -5.0),
    (0x7F, 0x7F, -18.0),
    (0x80, 0x9F, PRIVATE),
    (0xA0, 0xA0, -9.0),
    (0x2000, 0x200A, -10.0),
    (0x2010, 0x2027, -9.0),
    (0x2160, 0x217F, -11.0),
    (0x2200, 0x22FF, -12.0),
    (0x2460, 0x249B, -9.0),
    (0x3000, 0x301F, -9.0),
    (0x3040, 0x30FF, -10.5),
    (0x3105, 0x3129, -12.0),
    (0x3400, 0x4DBF, -20.0),
    (0x4E00, 0x9FFF, RARE),
    (0xD800, 0xF8FF, PRIVATE),
    (0xFE50, 0xFE6B, -11.0),
    (0xFF01, 0xFF5E, -8.5),
    (0xFFFD, 0xFFFD, -17.0),
    (0xFFFE, 0xFFFF, PRIVATE),
    (0x1F300, 0x1FAFF, -12.0),
    (0x20000, 0x3FFFF, -20.0),
    (0xE0000, 0x10FFFF, PRIVATE),
)
_OTHER = -15.0

_SYMBOLS = (
    # by the share of each in the bodies of some 230 news pages
    ("，", -3.5),
    ("。、", -4.5),
    ("“”：", -5.5),
    ("；？！‘’（）《》—…·「」『』\N{IDEOGRAPHIC SPACE}", -6.0),
    ("【】〔〕〈〉％～－．／＋●■◆★▲△○※→￥＂＇［］｛｝", -8.0),
    ("☆◎◇□▼▽←↑↓─×°﹔", -9.0),
    ("\t\n\r", -5.0),
)


def log_probabilities(text: str) -> NDArray[np.float32]:
    """Return the log-probability of each character of a text, in nats: one number a code point.

    Han characters have the frequency of their character in jieba's dictionary; punctuation, other scripts, private
    use and controls have fixed values. A common character has about -5, a rare one -13, what no text holds -24.

    >>> log_probabilities("的鼐").tolist()
    [-3.5, -12.699999809265137]
    """
    import numpy as np

    return of_codes(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32))


def of_codes(codes: NDArray[np.uint32]) -> NDArray[np.float32]:
    """Return the log-probability of each code point, in nats."""
    return _table()[codes]


def total(text: str) -> float:
    """Return the log-probability of a text: the sum over its characters, in nats.

    >>> total("中国新闻") > total("涓浗鏂伴椈")
    True
    """
    return float(log_probabilities(text).sum())


def mean(text: str) -> float:
    """Return the log-probability of a text per character, in nats; 0 for an empty text.

    Chinese news has -5 to -7; the same bytes in a wrong encoding have -11 or less.

    >>> mean("全市经济平稳运行。") > -7 > -11 > mean("鍏ㄥ競缁忔祹骞崇ǔ杩愯")
    True
    """
    return total(text) / len(text) if text else 0.0


@cache
def _table() -> NDArray[np.float32]:
    import numpy as np

    table = np.full(0x110000, _OTHER, dtype=np.float32)
    for first, last, nats in _RANGES:
        table[first : last + 1] = nats
    rows = files("newsclean").joinpath("data/tables/han-frequency.tsv").read_text(encoding="utf-8").splitlines()
    levels = [(chars, float(nats)) for nats, _, chars in (row.partition("\t") for row in rows)]
    for chars, nats in (*levels, *_SYMBOLS):
        table[np.frombuffer(chars.encode("utf-32-le"), dtype=np.uint32)] = nats
    table.flags.writeable = False
    return table
