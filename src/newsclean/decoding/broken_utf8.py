"""UTF-8 with bytes that are none: cut characters, stray bytes, and parts of a page that another program wrote in GBK.

What is valid stays. A stretch that is not is read in GB18030 or Big5 where that is clearly likelier than bytes lost,
and more readily once a page has shown that it holds that encoding.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsclean import likelihood
from newsclean.decoding.double_byte import CODECS, read_strict
from newsclean.decoding.pieces import SEGMENT, blocks
from newsclean.decoding.reading import REPLACEMENT, Reading, read
from newsclean.decoding.realign import Aligned, realign
from newsclean.model import Undecodable

_VALID_RUN = re.compile(rb"((?:[\xe2-\xef][\x80-\xbf]{2}|\xc2[\xa0-\xbf]){2,})")
_SWITCH = 16.0
_SWITCH_AGAIN = 5.0
"""Nats that another encoding must gain over lost bytes, the first time and when it has been seen in the page."""

_DROPPED = -9.0
_GOOD = -4.2
_CUT = 3
"""Bytes of one character that a cut leaves; fewer than two characters prove nothing."""


class _Damage(NamedTuple):
    """A stretch that is not UTF-8: its part of the text, its offset, its readings, and what each gains."""

    part: int
    offset: int
    kept: Reading
    others: dict[str, Aligned]
    gains: dict[str, float]


def read_broken_utf8(raw: bytes) -> Reading:
    """Decode bytes that are mostly UTF-8, its damaged stretches in the encoding that they are in."""
    whole = read(raw, "utf-8")
    if all(byte.offset < _CUT or byte.offset >= len(raw) - _CUT for byte in whole.bad):
        return whole
    parts: list[str] = []
    damages: list[_Damage] = []
    for start, block in blocks(raw):
        _split(block, start, parts, damages)
    bad = _settle(parts, damages)
    return Reading("".join(parts), "utf-8", bad)


def _split(block: bytes, start: int, parts: list[str], damages: list[_Damage]) -> None:
    """Append the parts of a block, and what is damaged in it."""
    whole = read(block, "utf-8")
    if not whole.bad:
        parts.append(whole.text)
        return
    done = 0
    for found in SEGMENT.finditer(block):
        parts.append(block[done : found.start()].decode("ascii"))
        done = found.start()
        for run in _VALID_RUN.split(found[0]):
            kept = read(run, "utf-8")
            if kept.bad:
                damages.append(_judge(run, kept, len(parts), start + done))
            parts.append(kept.text)
            done += len(run)
    parts.append(block[done:].decode("ascii"))


def _judge(run: bytes, kept: Reading, part: int, offset: int) -> _Damage:
    nats = likelihood.total(kept.text.replace(REPLACEMENT, "")) + _DROPPED * len(kept.bad)
    others: dict[str, Aligned] = {}
    for name in CODECS if len(run) > 1 else ():
        others[name] = _read_as(run, name)
        if others[name].nats > _GOOD * len(run):
            break
    return _Damage(part, offset, kept, others, {name: other.nats - nats for name, other in others.items()})


def _read_as(run: bytes, family: str) -> Aligned:
    strict = read_strict(run, family)
    if strict:
        nats = likelihood.total(strict[0])
        if nats > _GOOD * len(run):
            return Aligned(nats, strict[0], [])
    return realign(run, family, utf8=True)


def _settle(parts: list[str], damages: list[_Damage]) -> list[Undecodable]:
    """Fill in the damaged parts; return the bytes that are lost."""
    sure = [damage for damage in damages if len(damage.kept.bad) >= _CUT]
    seen = {name for damage in sure for name, gain in damage.gains.items() if gain > _SWITCH}
    bad: list[Undecodable] = []
    for damage in damages:
        likelier = {name: gain for name, gain in damage.gains.items() if name in seen and gain > _SWITCH_AGAIN}
        best = damage.others[max(likelier, key=lambda name: damage.gains[name])] if likelier else damage.kept
        parts[damage.part] = best.text
        bad += (Undecodable(damage.offset + byte.offset, byte.value) for byte in best.bad)
    return bad
