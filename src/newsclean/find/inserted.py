"""Keywords on lines of their own between the halves of a sentence: spam blogs break their stolen text at its commas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.matching import Page

_COMMAS = ",、;"
_LONGEST = 30  # characters of a keyword or two


def find_inserted(page: Page) -> Iterator[Mark]:
    r"""Mark each short line between one that ends with a comma and one that begins with a comma, and join those two.

    No text sets both: a line that is wrapped goes on without a mark, and a list has none at its beginning.

    >>> from newsclean.matching import read_page
    >>> page = read_page("渡口昨天重新開放,\n室內設計\n,附近居民一早就來排隊。")
    >>> [page.text[mark.start : mark.end] for mark in find_inserted(page)]
    ['\n室內設計\n,']
    """
    lines = page.lines
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        if above.folded[-1] in _COMMAS and below.folded[0] in _COMMAS and len(line.folded) <= _LONGEST:
            yield Mark(above.end, below.start + 1, "find", "injected_keyword", "injected.between-lines", confidence=0.9)
