"""GB18030 and Big5 without errors: the codecs of each family, and where those of Big5 disagree."""

from __future__ import annotations

import re
from functools import cache

from newsclean import likelihood

CODECS = {"gb": ("gb18030",), "big5": ("cp950", "big5hkscs")}


def read_strict(raw: bytes, family: str) -> tuple[str, str] | None:
    """Return the text and the codec of bytes that a codec of the family (gb or big5) takes whole, else `None`.

    >>> read_strict(bytes.fromhex("c6a1"), "big5")
    ('①', 'cp950')
    """
    for codec in CODECS[family]:
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        return (as_eten(text) if codec == "cp950" else text), codec
    return None


def as_eten(text: str) -> str:
    """Give the codes C6A1 to C8FE the characters of ETEN and HKSCS where these are as likely.

    Python's cp950 has them from an old table of the Unicode Consortium; browsers and the pages of Taiwan and Hong Kong
    have ① at C6A1 and the kana elsewhere (WHATWG Encoding Standard, index Big5).
    """
    table, disputed = _eten()
    found = "".join(disputed.findall(text))
    if not found or likelihood.total(found.translate(table)) < likelihood.total(found):
        return text
    return text.translate(table)


@cache
def _eten() -> tuple[dict[int, str], re.Pattern[str]]:
    table: dict[int, str] = {}
    for code in (bytes((lead, trail)) for lead in range(0xC6, 0xC9) for trail in range(0x40, 0xFF)):
        old, new = code.decode("cp950", "replace"), code.decode("big5hkscs", "replace")
        if code >= b"\xc6\xa1" and len(old) == len(new) == 1 and "\N{REPLACEMENT CHARACTER}" not in old + new:
            table[ord(old)] = new
    return table, re.compile("[" + "".join(map(chr, table)) + "]+")
