"""Bytes that are not Chinese: what the page declares where it decodes, else charset-normalizer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.decoding.labels import codec_of, family
from newsclean.decoding.reading import Reading, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CHINESE = frozenset({"gb", "big5", "hz", "euc-tw", "iso-2022-cn"})

_HEAD = 32768
_PAIR = re.compile(rb"[\xa1-\xfe]{2}")
_ASCII_SECOND = re.compile(rb"[\x80-\xff][\x40-\x7e]")
_KANA = re.compile(rb"[\xa4\xa5][\xa1-\xf6]")
_HANGUL = re.compile(rb"[\xb0-\xc8][\xa1-\xfe]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_WESTERN = "àáâãäåæçèéêëìíîïñòóôõöøùúûüßœÀÁÂÃÄÅÆÇÈÉÊËÎÏÑÓÔÖØÙÚÛÜŒ‘’“”–—…«»°·©®£€\N{NO-BREAK SPACE}".encode("cp1252")
_ENOUGH = 12


def read_foreign(raw: bytes, declared: Iterable[str], runs: Sequence[bytes]) -> Reading | None:
    """Decode bytes that are not plausible as Chinese; `None` if no other encoding is plausible either.

    `runs` is a sample of the non-ASCII runs. A declared encoding needs to decode without an error.
    """
    for codec in (*declared, east_asian(runs)):
        if codec and is_foreign(codec):
            reading = read(raw, codec)
            if not reading.bad:
                return reading
    codec = "cp1252" if is_western(runs) else _detect(raw)
    if codec is None or family(codec) in CHINESE:
        return None
    return read(raw, codec)


def is_foreign(codec: str) -> bool:
    """Tell whether a declared encoding is that of another language, rather than one that anything is declared as."""
    return family(codec) not in CHINESE and codec != "cp1252" and not codec.startswith("utf")


def east_asian(runs: Sequence[bytes]) -> str | None:
    """Return euc_jp or cp949 for bytes that are mostly the rows of kana, or of the commonest Hangul syllables.

    Both share their layout with GB 2312, where kana are rare, and characters are spread over rows of which those of
    Hangul are a half: fifteen in a row come by chance once in 30,000 times. Neither has a second byte in ASCII, as two
    fifths of Big5 have.
    """
    joined = b" ".join(runs)
    pairs = _PAIR.findall(joined)
    if len(pairs) < _ENOUGH or 50 * len(_ASCII_SECOND.findall(joined)) > len(pairs):
        return None
    if sum(map(bool, map(_KANA.match, pairs))) > 0.3 * len(pairs):
        return "euc_jp"
    letters = [pair for pair in pairs if pair[0] > 0xA9]
    hangul = sum(map(bool, map(_HANGUL.match, letters)))
    return "cp949" if len(letters) >= _ENOUGH and hangul > 0.96 * len(letters) else None


def is_western(runs: Sequence[bytes]) -> bool:
    """Tell whether all non-ASCII bytes are the accents and the typography of Western Europe in windows-1252.

    They stand alone, or two together, between ASCII letters; charset-normalizer takes short texts of that sort for
    Baltic.
    """
    high = [found for run in runs for found in _HIGH_RUN.findall(run)]
    return bool(high) and max(map(len, high)) <= 2 and not b"".join(high).translate(None, _WESTERN)


def _detect(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes

    head = raw
    if len(raw) > _HEAD:
        head = raw[: max(raw.rfind(b"\n", 0, _HEAD), raw.rfind(b" ", 0, _HEAD)) + 1 or _HEAD]
    best = from_bytes(head).best()
    return codec_of(best.encoding) if best else None
