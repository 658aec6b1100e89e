"""Which repairs a text may need at all, told by its characters in one look instead of a search for each."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsclean.repair.invisible import INVISIBLE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Of each repair the characters, as a regular expression's class, without one of which it finds nothing.
_NEEDED = {
    "line_breaks": "\r\v\f\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}",
    "entity": "&＆;；",
    "pinyin_gloss": "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ",
    "machine_gloss": r"(（\[［【〔",
    "invisible": INVISIBLE,
    "markup": r"<>＜\[{\]@_\ufffd锟};",
    "lost": "\N{REPLACEMENT CHARACTER}锟烫屯",
}
_BITS = {name: 1 << i for i, name in enumerate(_NEEDED)}


def may_need(text: str, repair: str) -> bool:
    """Say whether a text holds a character without which a repair finds nothing.

    >>> may_need("甲&nbsp;乙", "entity"), may_need("甲&nbsp;乙", "invisible")
    (True, False)
    """
    return bool(_signs(text) & _BITS[repair])


@lru_cache(maxsize=2)  # every repair asks
def _signs(text: str) -> int:
    import numpy as np

    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    return int(np.bitwise_or.reduce(_table()[codes])) if text else 0


@cache
def _table() -> NDArray[np.uint8]:
    """Return the repairs that each code unit of UTF-16 may need; beyond the basic plane that is any."""
    import numpy as np

    table = np.zeros(0x10000, dtype=np.uint8)
    plane = "".join(map(chr, range(0x10000)))
    for name, chars in _NEEDED.items():
        for run in re.finditer(f"[{chars}]+", plane):
            table[run.start() : run.end()] |= _BITS[name]
    table[0xD800:0xE000] = 0xFF
    table.flags.writeable = False
    return table
