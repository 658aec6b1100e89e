"""Conversion of streams of any size, in bounded memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.script.blocks import cut_blocks
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
    return (convert(block, to, engine) for block in cut_blocks(chunks, _BLOCK))
