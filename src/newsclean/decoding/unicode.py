"""The encodings of Unicode: byte order marks, UTF-8 with bad bytes, UTF-16 and UTF-32 without a mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean import likelihood
from newsclean.decoding.reading import REPLACEMENT, Reading, read

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_HIGH = bytes(range(0x80, 0x100))
_ISLAND = re.compile(rb"(?:[\xe3-\xe9\xef][\x80-\xbf]{2}){4,}")
"""Four characters of three bytes in a row come by chance once in 10^7 bytes of GBK."""

_CUT = 6
"""Bytes that a cut through a character leaves at both ends: up to three each."""

_MANY = 20
_FEW = 10
"""Two-byte characters that are more than GBK has by chance."""

_HEAD = 2048
_PLAUSIBLE = -9.0
_KANA = re.compile("[\u3041-\u30ff]")
_KANA_GAIN = 4.0
"""Kana are unlikely as Chinese; here they tell Japanese from noise."""
_NON_ASCII = re.compile("[^\x00-\x7f]")
_LONGER = re.compile("[\u0800-\U0010ffff]")
_DOUBLE_BYTE_RUN = re.compile(rb"(?:[\xc2-\xdf][\x80-\xbf]){2,}")
_DOUBLE_BYTE_PLAUSIBLE = -8.5


class Mark(NamedTuple):
    """A byte order mark: its length, and the encoding that it stands for."""

    length: int
    encoding: str


def find_mark(raw: bytes) -> Mark | None:
    """Return the byte order mark that bytes begin with."""
    return next((Mark(len(mark), name) for mark, name in _MARKS if raw.startswith(mark)), None)


def may_be_utf8(runs: Sequence[bytes]) -> bool:
    """Tell from a sample of non-ASCII runs whether to try UTF-8 with errors at all.

    In GBK, two bytes in a hundred begin what looks like a three-byte character, ten a two-byte one.
    """
    size = sum(map(len, runs))
    text = b" ".join(runs).decode("utf-8", "ignore")
    return 16 * len(_LONGER.findall(text)) > size or 4 * len(_NON_ASCII.findall(text)) > size


def is_utf8(raw: bytes, reading: Reading) -> bool:
    """Tell whether bytes that were read as UTF-8 with errors are UTF-8: cut, nearly free of errors, or mostly."""
    bad = len(reading.bad)
    ascii_bytes = len(raw.translate(None, _HIGH))
    good = len(reading.text) - bad - ascii_bytes
    longer = len(_LONGER.findall(reading.text)) - bad
    if good >= _MANY * bad or (bad <= _CUT and longer >= max(3, bad)) or (bad <= 2 and good >= _FEW):
        return True
    return 2 * sum(len(found[0]) for found in _ISLAND.finditer(raw)) > len(raw) - ascii_bytes


def may_be_double_byte(raw: bytes, text: str) -> bool:
    """Tell whether valid UTF-8 is GBK by chance: a few two-byte characters, plausible Chinese as GBK.

    Such is 一直 in GBK (D2 BB D6 B1). Seven characters of GBK in a row are valid UTF-8 once in 10^5.
    """
    if not 2 <= len(raw) - len(text) <= _CUT or _LONGER.search(text):
        return False
    runs = b"".join(_DOUBLE_BYTE_RUN.findall(raw))
    return bool(runs) and likelihood.mean(runs.decode("gb18030", "replace")) > _DOUBLE_BYTE_PLAUSIBLE


def read_wide(raw: bytes) -> Reading | None:
    """Decode UTF-16 or UTF-32 without a byte order mark; `None` where no such reading is plausible.

    >>> read_wide("新闻 2020".encode("utf-16-be")).text
    '新闻 2020'
    """
    head = raw[:_HEAD]
    names = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
    nats, best = max((_plausibility(head, name), name) for name in names)
    if nats < _PLAUSIBLE:
        best = _by_zeros(head)
    return read(raw, best) if best else None


def _plausibility(head: bytes, codec: str) -> float:
    width = 4 if "32" in codec else 2
    text = head[: len(head) // width * width].decode(codec, "replace")
    if not text:
        return float("-inf")
    return likelihood.mean(text) + _KANA_GAIN * len(_KANA.findall(text)) / len(text)


def _by_zeros(head: bytes) -> str:
    """Return the UTF-16 of text in any script by its spaces and line breaks: zeros at every other byte only."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if min(even, odd) or max(even, odd) < max(2, len(head) // 64):
        return ""
    codec = "utf-16-be" if even else "utf-16-le"
    text = head[: len(head) // 2 * 2].decode(codec, "replace")
    return "" if REPLACEMENT in text or likelihood.log_probabilities(text).min() <= likelihood.PRIVATE else codec
