"""Which classes of characters a text holds, told in one look in place of a search for each."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray


class Signs:
    """Classes of characters by name, each written as in a regular expression; at most sixteen.

    >>> signs = Signs({"stop": "。！？", "letter": "a-z"})
    >>> signs.in_text("雨停了。", "stop"), signs.in_text("雨停了。", "letter")
    (True, False)
    """

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._classes = classes
        self._bits = {name: 1 << i for i, name in enumerate(classes)}
        self._of = lru_cache(maxsize=2)(self._look)  # each who needs a sign asks in turn

    def in_text(self, text: str, name: str) -> bool:
        """Say whether a text holds a character of a class, or one beyond the basic plane, which may be any."""
        return bool(self._of(text) & self._bits[name])

    def _look(self, text: str) -> int:
        import numpy as np

        codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
        return int(np.bitwise_or.reduce(self._table[codes])) if text else 0

    @cached_property
    def _table(self) -> NDArray[np.uint16]:
        """The classes that each code unit of UTF-16 is in."""
        import numpy as np

        table = np.zeros(0x10000, dtype=np.uint16)
        plane = "".join(map(chr, range(0x10000)))
        for name, chars in self._classes.items():
            for run in re.finditer(f"[{chars}]+", plane):
                table[run.start() : run.end()] |= self._bits[name]
        table[0xD800:0xE000] = 0xFFFF
        table.flags.writeable = False
        return table
