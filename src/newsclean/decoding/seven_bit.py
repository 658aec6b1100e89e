"""Chinese and Japanese in seven bits: HZ (RFC 1843), ISO-2022-CN (RFC 1922), ISO-2022-JP and -KR.

Both decoders are lenient, since the codecs at hand refuse a text that was cut anywhere: a shift that never ends, ends
without a beginning, or ends in half a character costs no more than that half character.
"""

from __future__ import annotations

import re

from newsclean import likelihood
from newsclean.decoding.euc_tw import cns_11643
from newsclean.decoding.reading import REPLACEMENT, Reading, read
from newsclean.model import Undecodable

_HZ = re.compile(rb"~\{([\x21-\x7e]*?)(?:~\}|(?=[^\x21-\x7e])|\Z)|~(~)|~\n")
_CUT_HEAD = re.compile(rb"\A((?:[\x21-\x77][\x21-\x7e]){2,})~\}")
_DESIGNATION = re.compile(rb"\x1b\$\)[AG]|\x1b\$\*H")
_ISO_2022_CN = re.compile(rb"\x1b\$[)*+]([A-Z])|\x1bN([\x21-\x7e]{2})|[\x21-\x7e]+|[^\x21-\x7e]")
_ISO_2022_OTHER = ((b"\x1b$B", "iso2022_jp_2"), (b"\x1b$@", "iso2022_jp_2"), (b"\x1b$)C", "iso2022_kr"))

_NON_ASCII = re.compile("[^\x00-\x7f]+")
_EIGHTH_BIT = bytes(byte | 0x80 for byte in range(256))
_PLAUSIBLE = -10.5
"""Nats per character: what HZ holds is Chinese, what `~{` brackets in a script is not."""


def read_seven_bit(raw: bytes, declared: bool = False) -> Reading | None:
    """Decode ASCII bytes that hold escapes of HZ or ISO 2022; `None` if they do not.

    >>> read_seven_bit("新闻".encode("hz")[:-2] + b" 2020").text
    '新闻 2020'
    """
    if b"\x1b$" in raw:
        if _DESIGNATION.search(raw):
            return _read_iso_2022_cn(raw)
        for escape, codec in _ISO_2022_OTHER:
            if escape in raw:
                return read(raw, codec)
    if b"~{" in raw or b"~}" in raw:
        reading, chinese = _read_strict_hz(raw) or _read_hz(raw)
        if chinese and (declared or likelihood.mean(chinese) > _PLAUSIBLE):
            return reading
    return None


def _read_strict_hz(raw: bytes) -> tuple[Reading, str] | None:
    try:
        text = raw.decode("hz")
    except UnicodeDecodeError:
        return None
    return Reading(text, "hz", []), "".join(_NON_ASCII.findall(text))


def _read_hz(raw: bytes) -> tuple[Reading, str]:
    """Decode HZ; return also what stood between the shifts."""
    parts: list[str] = []
    chinese: list[str] = []
    bad: list[Undecodable] = []

    def shifted(start: int, codes: bytes) -> None:
        text = _pairs(codes, start, bad)
        parts.append(text)
        chinese.append(text)

    head = _CUT_HEAD.match(raw)
    done = 0
    if head and likelihood.mean(_pairs(head[1], 0, [])) > _PLAUSIBLE:
        shifted(0, head[1])
        done = head.end()
    for found in _HZ.finditer(raw, done):
        parts.append(raw[done : found.start()].decode("ascii"))
        if found[1] is not None:
            shifted(found.start(1), found[1])
        elif found[2]:
            parts.append("~")
        done = found.end()
    parts.append(raw[done:].decode("ascii"))
    return Reading("".join(parts), "hz", bad), "".join(chinese)


def _pairs(codes: bytes, start: int, bad: list[Undecodable]) -> str:
    """Decode GB 2312 in seven bits; a last byte without its pair is bad."""
    if codes.endswith(b"~") and len(codes) % 2:
        codes = codes[:-1]  # the tilde of a closing shift that was cut
    reading = read(codes.translate(_EIGHTH_BIT), "gb18030")
    bad += (Undecodable(start + byte.offset, byte.value & 0x7F) for byte in reading.bad)
    return reading.text


def _read_iso_2022_cn(raw: bytes) -> Reading:
    parts: list[str] = []
    bad: list[Undecodable] = []
    shifted, plane = False, "A"
    for found in _ISO_2022_CN.finditer(raw):
        code = found[0]
        if found[1]:
            plane = found[1].decode() if code[2:3] == b")" else plane
        elif found[2]:
            parts.append(_cns(b"\x8e\xa2", found[2], found.start(2), bad))
        elif code in (b"\x0e", b"\x0f"):
            shifted = code == b"\x0e"
        elif not shifted or code < b"\x21":
            shifted = shifted and code != b"\n"  # RFC 1922: a line ends in ASCII
            parts.append(code.decode("ascii"))
        elif plane == "G":
            parts.append(_cns(b"", code, found.start(), bad))
        else:
            parts.append(_pairs(code, found.start(), bad))
    return Reading("".join(parts), "iso-2022-cn", bad)


def _cns(lead: bytes, codes: bytes, start: int, bad: list[Undecodable]) -> str:
    table, out = cns_11643(), []
    for at in range(0, len(codes), 2):
        pair = codes[at : at + 2]
        char = table.get(lead + bytes(byte | 0x80 for byte in pair))
        if char is None:
            bad += (Undecodable(start + at + i, byte) for i, byte in enumerate(pair))
        out.append(char or REPLACEMENT * len(pair))
    return "".join(out)
