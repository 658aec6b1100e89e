"""A rule: one row of a rule pack, and its pattern as it is matched on folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from newsclean.matching import fold

WHERE = ("head", "tail", "line", "sentence", "inline")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a rule pack."""

    id: str
    kind: str
    where: str
    what: str
    pattern: str
    removes: tuple[str, ...]
    keeps: tuple[str, ...]
    pack: str = ""

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern as it is matched on folded text."""
        return compile_pattern(self.pattern)

    @property
    def reviewed(self) -> bool:
        """Whether a reviewer marked what it removes: it then goes from quotations too."""
        return self.id.startswith("review.")


class Hit(NamedTuple):
    """What a rule claims of a line: `start` and `end` are offsets in the line."""

    rule: Rule
    start: int
    end: int


@cache
def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern, folded as the text will be; escapes and group names keep their capitals."""
    folded = re.sub(r"\\.|\(\?P.[^>)]*|[A-Z]", lambda m: m[0].lower() if len(m[0]) == 1 else m[0], pattern)
    return re.compile("".join(char if char.isascii() else _folded_char(char) for char in folded))


def _folded_char(char: str) -> str:
    plain = fold(char)
    return re.escape(plain) if plain.isascii() else plain
