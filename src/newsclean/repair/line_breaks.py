"""Line breaks other than the line feed: one kind of break, so that every stage means the same by a line."""

from __future__ import annotations

import re

from newsclean.model import Mark
from newsclean.repair.signs import may_need

_BREAK = re.compile("\r\n|[\r\v\f\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")


def find_line_breaks(text: str) -> list[Mark]:
    r"""Mark each line break that is not a line feed.

    >>> [(m.start, m.end, m.after) for m in find_line_breaks("甲\r\n乙\r丙\n丁")]
    [(1, 3, '\n'), (4, 5, '\n')]
    """
    if not may_need(text, "line_breaks"):
        return []
    return [Mark(*found.span(), "repair", "spacing", "repair.line-break", "\n") for found in _BREAK.finditer(text)]
