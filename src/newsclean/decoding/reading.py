"""A reading: text, the encoding that gave it, and the bytes that it could not decode."""

from __future__ import annotations

import codecs
import threading
from typing import NamedTuple

from newsclean.model import Undecodable

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class Reading(NamedTuple):
    """Bytes as text: `bad` lists, in order, the bytes that stand as U+FFFD, one character each."""

    text: str
    encoding: str
    bad: list[Undecodable]


def read(raw: bytes, codec: str) -> Reading:
    """Decode bytes with one of Python's codecs, with a U+FFFD for each byte that it refuses.

    Exact in offsets and linear in time for every codec: the codec itself calls back at each error.
    """
    try:
        return Reading(raw.decode(codec), codec, [])
    except UnicodeDecodeError:
        bad: list[Undecodable] = []
        _errors.bad = bad
        text = raw.decode(codec, "newsclean.record")
        _errors.bad = []
        return Reading(text, codec, bad)


class _Errors(threading.local):
    """The errors of the decoding that this thread is at: a codec's error handler is known by a global name only."""

    bad: list[Undecodable]


_errors = _Errors()


def _record(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    # wide codecs must stay in step; the others find it again best when they lose one byte at a time
    end = error.end if error.encoding.lower().startswith(("utf-16", "utf-32", "utf16", "utf32")) else error.start + 1
    _errors.bad += (Undecodable(offset, error.object[offset]) for offset in range(error.start, end))
    return REPLACEMENT * (end - error.start), end


codecs.register_error("newsclean.record", _record)
