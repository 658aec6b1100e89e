"""The vocabulary of credits: roles, outlets, places, surnames, and the furniture that stands among them.

Everything here is in folded form (`newsclean.matching.fold`). Tables are read once, when first needed.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

HAN = "\u3400-\u9fff\N{IDEOGRAPHIC NUMBER ZERO}\N{WHITE CIRCLE}\U00020000-\U0002ffff"
SLASH = "/╱∕⁄"
AUTHORS, REPORTERS, PHOTOGRAPHERS = "authors", "reporters", "photographers"
EDITORS, CONTRIBUTORS = "editors", "contributors"
PEOPLE = (AUTHORS, REPORTERS, PHOTOGRAPHERS, EDITORS, CONTRIBUTORS)
NAMELESS = frozenset(["本报", "本网", "本刊", "本台", "本站", "本社", "本版", "我报", "我台", "快讯", "简讯", "短讯"])
_TABLES = Path(__file__).parent.parent / "data" / "tables"


def _rows(name: str) -> list[str]:
    lines = (_TABLES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _words(name: str) -> frozenset[str]:
    return frozenset(word for row in _rows(name) for word in row.split())


def one_of(words: Iterable[str]) -> str:
    """Return a pattern of words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def roles() -> dict[str, tuple[str, str]]:
    """Return each role word's field and sort: bare, colon, slash or outlet."""
    table = (row.split("\t") for row in _rows("roles.tsv"))
    return {word: (field, sort) for word, field, sort in table}


@cache
def surnames() -> dict[str, str]:
    """Return each surname's kind: common, rare or compound."""
    table = (row.split("\t") for row in _rows("surnames.tsv"))
    return {name: kind for name, kind in table}  # noqa: C416 - pairs of a list, which dict() does not type


@cache
def not_names() -> frozenset[str]:
    """Return the words that begin like a name and are none."""
    return _words("not_names.txt")


@cache
def places() -> frozenset[str]:
    """Return the places that follow a reporter's name without a mark."""
    return _words("dateline_places.txt")


@cache
def known_outlets() -> frozenset[str]:
    """Return the outlets that do not end like one."""
    return _words("outlets.txt")


@cache
def outlet_end() -> re.Pattern[str]:
    """Return the pattern of how outlets end, words of `not_outlets` put aside by the caller."""
    return re.compile(f"(?:{one_of(_words('outlet_ends.txt'))})")


@cache
def ends_of_no_outlet() -> tuple[str, ...]:
    """Return the words that end like an outlet and are none."""
    return tuple(_words("not_outlets.txt"))


@cache
def qualifiers() -> str:
    """Return the pattern of the qualifiers that stand before a role."""
    return f"(?:(?:{one_of(_words('qualifiers.txt'))}|驻[{HAN}]{{1,6}}?)*)"


@cache
def role_pattern() -> re.Pattern[str]:
    """Return the pattern of a role word with the qualifiers before it; the longest word wins."""
    needs_mark = rf"(?=[ :|、&】\]文图摄{SLASH}])"
    words = sorted(roles().items(), key=lambda row: -len(row[0]))
    plain = "|".join(word + (needs_mark if sort in ("slash", "colon") else "") for word, (_, sort) in words)
    spaced = "|".join(f"{word[0]} {{1,4}}{word[1]}" for word in roles() if len(word) == 2)  # 来  源:江南日报
    return re.compile(f"(?P<qualifiers>{qualifiers()})(?P<role>(?:{spaced})(?= ?:)|{plain})")


@cache
def role_phrase() -> re.Pattern[str]:
    """Return the pattern of outlet, qualifiers and role: lazily, so that the first role word of a run is taken."""
    return re.compile(
        rf"(?P<outlet>(?:《[^《》\n]{{1,20}}》)?[^\s:;,。、()\[\]【】〔〕|>■□《》]{{0,22}}?){role_pattern().pattern}"
    )


def role_of(match: re.Match[str]) -> tuple[str, str]:
    """Return field and sort of a match of `role_pattern`: of 值班总编, not of 总编, where the table has both."""
    known, qualifiers, role = roles(), match["qualifiers"], match["role"]
    role = role if role in known else role.replace(" ", "")
    whole = (qualifiers[at:] + role for at in range(len(qualifiers)))
    return next((known[word] for word in whole if word in known), known[role])


@cache
def furniture() -> re.Pattern[str]:
    """Return the pattern of what stands among credits and says nothing of them."""
    return re.compile("|".join(f"(?:{row})" for row in _rows("furniture.txt")))
