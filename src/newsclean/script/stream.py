"""Conversion of streams of any size, in bounded memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.script.convert import check_target, convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BLOCK = 1 << 18  # characters that are held, and judged, at a time


def convert_stream(chunks: Iterable[str], to: str = "simplified", engine: str = "opencc") -> Iterator[str]:
    r"""Convert a text that comes in pieces, however it is cut into them, as `convert` does.

    The text is taken in blocks of whole lines of up to 262,144 characters, each judged on its own where the conversion
    is gated by the script: a longer stream is many articles. No phrase of OpenCC holds a line break or a full stop, so
    that blocks change nothing else; a line that is longer than a block and has no full stop is cut where the block
    ends. Wrong names raise `ConfigError`.

    >>> "".join(convert_stream(["記", "者說：乾", "隆年間\n"], to="t2s"))
    '记者说：乾隆年间\n'
    """
    check_target(to, engine)
    return (convert(block, to, engine) for block in _blocks(chunks))


def _blocks(chunks: Iterable[str]) -> Iterator[str]:
    """Cut a stream into blocks; where it is cut does not depend on its pieces."""
    pieces: list[str] = []
    size = 0
    for chunk in chunks:
        pieces.append(chunk)
        size += len(chunk)
        if size < _BLOCK:
            continue
        text = "".join(pieces)
        start = 0
        while len(text) - start >= _BLOCK:
            end = _cut(text, start, start + _BLOCK)
            yield text[start:end]
            start = end
        pieces, size = [text[start:]], len(text) - start
    if size:
        yield "".join(pieces)


def _cut(text: str, start: int, end: int) -> int:
    """Return where a block that may reach from `start` to `end` best ends."""
    for mark in "\n。！？":
        at = text.rfind(mark, start, end)
        if at >= 0:
            return at + 1
    return end
