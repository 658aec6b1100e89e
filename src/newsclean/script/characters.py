"""A table from character to character, over whole texts at a time."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np
    from numpy.typing import NDArray

_SHORT = 96  # characters up to which str.translate beats numpy's calls
_DENSE = 1500  # characters in a table from which hardly a text is without one
_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]").search


class Characters:
    """A table from one character to one."""

    def __init__(self, table: Mapping[str, str]) -> None:
        changed = {key: value for key, value in table.items() if key != value}
        self._ordinals = str.maketrans(changed)
        self._astral = any(code > 0xFFFF for code in self._ordinals)
        self._search = _search(sorted(self._ordinals))

    def convert(self, text: str) -> str:
        """Map every character of a text; the length stays.

        >>> Characters({"漢": "汉"}).convert("漢字")
        '汉字'
        """
        if len(text) <= _SHORT:
            if self._search is not None and not self._search(text):
                return text
            return text.translate(self._ordinals if self._astral and _BEYOND_BMP(text) else self._list)
        codes = codes_of(text)
        if not self._marks[codes].any():
            return text
        return self._codes[codes].tobytes().decode("utf-32-le", "surrogatepass")

    @cached_property
    def _list(self) -> list[int]:
        """The table of the BMP, by code point: `str.translate` is twice as fast on it as on a dictionary."""
        codes = _plane().copy()
        for key, value in self._ordinals.items():
            if key < len(codes):
                codes[key] = ord(value)
        return codes

    @cached_property
    def _codes(self) -> NDArray[np.uint32]:
        import numpy as np

        codes = np.arange(0x110000, dtype=np.uint32)
        for key, value in self._ordinals.items():
            codes[key] = ord(value)
        return codes

    @cached_property
    def _marks(self) -> NDArray[np.bool_]:
        import numpy as np

        marks = np.zeros(0x110000, dtype=np.bool_)
        marks[list(self._ordinals)] = True
        return marks


@cache
def _plane() -> list[int]:
    return list(range(0x10000))


def _search(codes: list[int]) -> Callable[[str], object] | None:
    """Return a fast search for any of some characters, or nothing where hardly a text is without one."""
    if len(codes) > _DENSE:
        return None
    ranges: list[list[int]] = []  # `re` is slow on sets beyond the BMP, but not on a few ranges
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    spans = (f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges)
    return re.compile(f"[{''.join(spans)}]" if codes else "(?!)").search


def codes_of(text: str) -> NDArray[np.uint32]:
    """Return the code points of a text, lone surrogates included.

    >>> codes_of("中").tolist() == [ord("中")]
    True
    """
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
