"""EUC-TW, which Python has no codec for, and the planes of CNS 11643 that it shares with ISO-2022-CN."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from newsclean.decoding.reading import REPLACEMENT, Reading
from newsclean.model import Undecodable

_CHARACTER = re.compile(rb"[\x00-\x7f]+|\x8e[\xa1-\xb0][\xa1-\xfe]{2}|[\xa1-\xfe]{2}|[\x80-\xff]")


def read_euc_tw(raw: bytes) -> Reading:
    """Decode EUC-TW: ASCII, two bytes for plane 1 of CNS 11643, four (8E A2 …) for the others.

    >>> read_euc_tw(bytes.fromhex("c4e3c5c6")).text
    '中文'
    """
    parts: list[str] = []
    bad: list[Undecodable] = []
    table = cns_11643()
    for found in _CHARACTER.finditer(raw):
        code = found[0]
        if code[0] < 0x80:
            parts.append(code.decode("ascii"))
            continue
        char = table.get(code[-2:] if len(code) == 2 or code[:2] == b"\x8e\xa1" else code)
        if char is None:
            bad += (Undecodable(found.start() + i, byte) for i, byte in enumerate(code))
        parts.append(char or REPLACEMENT * len(code))
    return Reading("".join(parts), "euc-tw", bad)


@cache
def cns_11643() -> dict[bytes, str]:
    """Return the characters of planes 1 to 3 by their EUC-TW bytes."""
    table: dict[bytes, str] = {}
    for line in files("newsclean").joinpath("data/tables/cns11643.tsv").read_text(encoding="utf-8").splitlines():
        plane, row, chars = line.split("\t")
        lead = b"" if plane == "1" else bytes((0x8E, 0xA0 + int(plane)))
        for cell, char in enumerate(chars, 1):
            if char != " ":
                table[lead + bytes((0xA0 + int(row), 0xA0 + cell))] = char
    return table
