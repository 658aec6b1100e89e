"""The order in which the encodings are tried, from the surest evidence to the weakest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.decoding import legacy
from newsclean.decoding.broken_utf8 import read_broken_utf8
from newsclean.decoding.euc_tw import read_euc_tw
from newsclean.decoding.foreign import east_asian, is_foreign, read_foreign
from newsclean.decoding.labels import family
from newsclean.decoding.pieces import read_pieces
from newsclean.decoding.reading import Reading, read
from newsclean.decoding.seven_bit import read_seven_bit
from newsclean.decoding.unicode import find_mark, is_utf8, may_be_double_byte, may_be_utf8, read_wide
from newsclean.model import Undecodable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.decoding.legacy import Ranking

_FOREIGN = ((200, -4.7), (60, -4.85), (0, -5.2))
"""Nats per byte under which a sample of so many bytes is not Chinese.

Measured: of 2,000 pieces of Chinese news the worst of 64 bytes and more has -4.2, of 24 bytes -5.0; Japanese in EUC has
-4.7 and less, Korean -4.8, Russian in KOI8-R -5.2, in others -6.
"""
_CHINESE = -4.0
"""Nats per byte from which nothing else needs to be asked."""

_DECLARED_FOREIGN = 12.0
"""Nats that a declaration of another language's encoding is worth: it decides for a few characters only."""

_ENOUGH = 8
"""Bytes that EUC-TW, and UTF-16 without zeros, need at least: four characters."""

_NOT_EUC_TW = -4.6
_EUC_TW_GAIN = 0.7
"""Nats per byte that EUC-TW has at most in another encoding (measured: -5.2), and that it must be ahead (by two)."""

_HOPELESS = -7.5
"""Nats per byte under which bytes are data of some other kind: random bytes have -8."""

_WIDE_HEAD = 4096


def read_any(raw: bytes, declared: Sequence[str] = ()) -> tuple[Reading, bool]:
    """Decode bytes by the best evidence; tell also whether that was a byte order mark."""
    mark = find_mark(raw)
    if mark:
        return _read_marked(raw[mark.length :], mark.encoding, mark.length), True
    return _read_unmarked(raw, declared), False


def _read_marked(raw: bytes, encoding: str, length: int) -> Reading:
    if encoding == "utf-8":
        reading = read_broken_utf8(raw)
    else:
        reading = read_pieces(raw, "gb") if encoding == "gb18030" else read(raw, encoding)
    bad = [Undecodable(byte.offset + length, byte.value) for byte in reading.bad]
    return Reading(reading.text, encoding, bad)


def _read_unmarked(raw: bytes, declared: Sequence[str]) -> Reading:
    if b"\x00" in raw[:_WIDE_HEAD]:
        wide = read_wide(raw)
        if wide:
            return wide
    if raw.isascii():
        return read_seven_bit(raw, "hz" in declared) or Reading(raw.decode("ascii"), "utf-8", [])
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _read_eight_bit(raw, legacy.sample(raw), declared)
    if "utf-8" not in declared and may_be_double_byte(raw, text):
        return _read_legacy(raw, legacy.sample(raw), declared)
    return Reading(text, "utf-8", [])


def _read_eight_bit(raw: bytes, runs: Sequence[bytes], declared: Sequence[str]) -> Reading:
    if may_be_utf8(runs) and is_utf8(raw, read(raw, "utf-8")):
        return read_broken_utf8(raw)
    return _read_legacy(raw, runs, declared)


def _read_legacy(raw: bytes, runs: Sequence[bytes], declared: Sequence[str]) -> Reading:
    ranking = legacy.rank(raw, runs, frozenset(map(family, declared)))
    least = next(nats for size, nats in _FOREIGN if ranking.size >= size)
    if any(is_foreign(codec) for codec in declared):
        least += min(_DECLARED_FOREIGN / max(ranking.size, 1), 1.0)
    if ranking.score < max(least, _CHINESE):
        other = _read_other(raw, runs, ranking, least, declared)
        if other:
            return other
    return read_pieces(raw, ranking.family) if ranking.score > _HOPELESS else read(raw, "latin-1")


def _read_other(
    raw: bytes, runs: Sequence[bytes], ranking: Ranking, least: float, declared: Sequence[str]
) -> Reading | None:
    """Decode bytes that are poor in GB18030 and Big5, if they are better in another encoding."""
    enough = ranking.size >= _ENOUGH
    may_be_euc_tw = ranking.score < _NOT_EUC_TW and (enough or "euc-tw" in declared)
    if may_be_euc_tw and legacy.rank_euc_tw(runs) > max(ranking.score + _EUC_TW_GAIN, least):
        return read_euc_tw(raw)
    if ranking.score >= least and not east_asian(runs):
        return None
    return (read_wide(raw) if enough else None) or read_foreign(raw, declared, runs)
