"""Bytes to text: what encoding a page is in, whatever it says, and what of it cannot be decoded.

The order of evidence: a byte order mark; escapes of seven-bit encodings; valid UTF-8; the likelihood of the bytes as
Chinese in GB18030, Big5, UTF-16 and EUC-TW, with a declaration as a prior; and for the rest charset-normalizer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsclean.decoding.labels import codec_of, declared_charset, family

if TYPE_CHECKING:
    from newsclean.decoding.reading import Reading
    from newsclean.model import Undecodable

__all__ = ["Decoded", "codec_of", "declared_charset", "decode"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text from bytes: its encoding, and how that is known.

    `how` is `bom` (a byte order mark), `given` (as the caller said), `declared` (as the page says), `detected` (by its
    bytes, with no declaration or against it). `replaced` is the number of U+FFFD that stand for bytes that could not be
    decoded, `undecodable` lists those bytes with their offsets.
    """

    text: str
    encoding: str
    how: str = "detected"
    replaced: int = 0
    undecodable: tuple[Undecodable, ...] = ()


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Decode the bytes of a page, in whatever encoding they are.

    `declared` is a charset or a content type that came with the bytes. Like the page's own declaration it decides only
    where the bytes leave a doubt. Any bytes give a text, in linear time; line breaks stay as they are, a byte order
    mark goes.

    The likelihood of the same bytes in GB18030 and Big5 under one table of Han frequencies decides between these; on
    slices of news of 24 bytes and more it reads 99 in 100 exactly.

    >>> decode("市民广场今天开放。".encode("gbk"), "utf-8")
    Decoded(text='市民广场今天开放。', encoding='gb18030', how='detected', replaced=0, undecodable=())
    """
    from newsclean.decoding.detect import read_any

    given, page = codec_of(declared), codec_of(declared_charset(raw))
    reading, marked = read_any(raw, [codec for codec in (given, page) if codec])
    how = "bom" if marked else _how(reading, given, page)
    return Decoded(reading.text, reading.encoding, how, len(reading.bad), tuple(reading.bad))


def _how(reading: Reading, given: str | None, page: str | None) -> str:
    found = family(reading.encoding)
    if given and family(given) == found:
        return "given"
    return "declared" if page and family(page) == found else "detected"
