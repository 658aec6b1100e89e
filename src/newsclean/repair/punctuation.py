"""Single signs of UTF-8 that a page in another encoding shows in windows-1252: `â€œ` for “, `Â·` for ·, `â„ƒ` for ℃.

One sign is too short for likelihood to judge, and needs no judgement: no writing puts these letters and signs in a
row. They come from texts that were pasted into a page of another encoding, so that all else on it reads well.
"""

from __future__ import annotations

import re

from newsclean.model import Flag, Mark

# The bytes 80 to BF, as windows-1252 and latin-1 show them.
_SHOWN = {char: code for code in range(0x80, 0xA0) if (char := bytes((code,)).decode("cp1252", "ignore"))}
_REST = "".join([*_SHOWN, *map(chr, range(0x80, 0xC0))])
_SIGNS = re.compile(
    rf"(?<![À-ÿ{_REST}])(?:[âãï][{_REST}]{{2}}|â€(?:[?\ufffd]|(?![{_REST}])))+"
    rf"|(?<![A-Za-zÀ-ÿ{_REST}])(?:Â[\xa0-\xbf]|Ã[\x97\xb7—])+"
)
_CUT = re.compile(rb"(?<=\xe2\x80)(?![\x80-\xbf])\??")  # the closing quote ends in a byte that windows-1252 lacks
_IS_SIGNS = re.compile(r"[\xa0-\xbf×÷\u2010-\u27bf\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uffef]+")


def find_punctuation(text: str) -> tuple[list[Mark], list[Flag]]:
    r"""Mark signs of UTF-8 shown in windows-1252; the closing quote also where its last byte is dropped or `?`.

    >>> [mark.after for mark in find_punctuation("揉面机â€œ咚咚â€\x9d地响,â€œ像有人敲门â€。气温30â„ƒ")[0]]
    ['“', '”', '“', '”', '℃']
    """
    marks = []
    for found in _SIGNS.finditer(text):
        after = _read(found[0])
        if after:
            marks.append(Mark(*found.span(), "repair", "mojibake", "mojibake.sign", after))
    return marks, []


def _read(shown: str) -> str:
    """Return the signs that were misread, or nothing where they are none."""
    codes = bytes(_SHOWN.get(char, ord(char)) if ord(char) != 0xFFFD else ord("?") for char in shown)
    try:
        read = _CUT.sub(b"\x9d", codes).decode()
    except UnicodeDecodeError:
        return ""
    return read if _IS_SIGNS.fullmatch(read) else ""
