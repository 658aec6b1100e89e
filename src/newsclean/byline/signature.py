"""What signs an article behind its last sentence: a name or an outlet in brackets, a mark, END."""

from __future__ import annotations

import re

from newsclean.byline.lists import read_listed
from newsclean.byline.people import is_organisation, is_outlet
from newsclean.byline.scan import Credit, Inline, credits_of
from newsclean.byline.words import AUTHORS, HAN

_BRACKET = re.compile(r"(?:(?<=[。!?]) ?|^)[(\[【〔] ?(?P<inner>[^()\[\]【】〔〕。!?]{2,40}?) ?[)\]】〕]$")
_MARK = re.compile(
    r"(?<=[。!?…”]) ?(?:[■□◆◇●▲▉█]{1,3}|[-—–·=~*]{0,4} ?(?:the )?end\.? ?[-—–·=~*]{0,4}|[(\[【](?:the )?end[)\]】])$"
)
_NAMES = re.compile(f"[{HAN}·]{{2,4}}(?:[ 、][{HAN}·]{{2,4}}){{0,2}}")
_LONGEST = 44
_STOPS = frozenset("。!?…”")


def find_signature(text: str, folded: str) -> Inline | None:
    """Find what signs an article behind its last sentence: …三个月。(周远航), …三个月。(海滨晚报 周远航), …三个月。■.

    >>> found = find_signature("首班车昨晚发出。（海滨晚报 周远航）", "首班车昨晚发出。(海滨晚报 周远航)")
    >>> [value.value for value in found.values]
    ['海滨晚报', '周远航']
    """
    if folded[-1:] in _STOPS:
        return None  # as most lines end
    start = max(0, len(folded) - _LONGEST)
    if mark := _MARK.search(folded, start):
        return Inline(mark.start(), len(folded), "byline")
    match = _BRACKET.search(folded, start)
    values = _read(text, match["inner"], match.start("inner")) if match else None
    return Inline(match.start(), len(folded), "byline", values) if match and values else None


def _read(text: str, inner: str, shift: int) -> tuple[Credit, ...] | None:
    """Read an agency, names, or an outlet or an office with names."""
    if inner.endswith("社") and is_outlet(inner):
        return credits_of(text, "outlet", [(0, len(inner))], shift)
    if _NAMES.fullmatch(inner) and not inner.endswith("完") and (names := read_listed(inner)):
        return credits_of(text, AUTHORS, names, shift)
    sender, _, people = inner.partition(" ")
    names = read_listed(people) if _NAMES.fullmatch(people) and (is_outlet(sender) or is_organisation(sender)) else None
    if not names:
        return None
    of_outlet = [(0, len(sender))] if is_outlet(sender) else []
    start = len(sender) + 1
    return credits_of(text, "outlet", of_outlet, shift) + credits_of(text, AUTHORS, names, shift + start)
