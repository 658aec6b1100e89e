"""Text in blocks: as streams come, and as a processor's cache likes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# No phrase of the dictionaries holds one of these: a text may be cut after them.
BREAKS = "\n。！？"
_BREAK = re.compile(f"[{BREAKS}]")


def cut_blocks(chunks: Iterable[str], size: int) -> Iterator[str]:
    r"""Cut a text that comes in pieces into blocks of up to `size` characters; the cuts do not depend on the pieces.

    >>> list(cut_blocks(["甲。乙", "丙丁\n戊"], 4))
    ['甲。', '乙丙丁\n', '戊']
    """
    pieces: list[str] = []
    length = 0
    for chunk in chunks:
        pieces.append(chunk)
        length += len(chunk)
        if length < size:
            continue
        text = "".join(pieces)
        start = 0
        while len(text) - start >= size:
            end = _last_break(text, start, start + size) or start + size
            yield text[start:end]
            start = end
        pieces, length = [text[start:]], len(text) - start
    if length:
        yield "".join(pieces)


def whole_blocks(text: str, size: int) -> Iterator[str]:
    """Cut a text into blocks of up to `size` characters, or more where there is no place to cut.

    >>> list(whole_blocks("甲。乙丙丁戊己。庚", 4))
    ['甲。', '乙丙丁戊己。', '庚']
    """
    start = 0
    while len(text) - start > size:
        end = _last_break(text, start, start + size)
        if not end:
            found = _BREAK.search(text, start + size)
            end = found.end() if found else len(text)
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def _last_break(text: str, start: int, end: int) -> int:
    """Return where a block that may reach from `start` to `end` best ends, or 0."""
    for mark in BREAKS:
        at = text.rfind(mark, start, end)
        if at >= 0:
            return at + 1
    return 0
