"""How well a stretch reads as Chinese words: the likelihood that tells a pasted string from its sentence.

A unigram model over jieba's dictionary; a stretch costs what its cheapest segmentation costs. It is asked only about
the few characters around a suspicion, so it may be slow; the table is loaded when it is first asked.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsclean.find.tables import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNKNOWN = 14.0
"""Nats for a Han character that is no word by itself: one step rarer than the rarest word kept."""
_FOREIGN = 9.0
"""Nats for a run of letters and digits, whatever its length."""
_MARK = 2.0
_BROKEN = 4.0
_LONGEST = 4
_UNITS = re.compile("[a-z0-9]+|[^\\W_]")


@lru_cache(maxsize=4096)
def cost(text: str) -> float:
    """Return what the cheapest segmentation of a folded text costs, in nats.

    >>> cost("人民群众") < 16 < 24 < cost("民群众跟")
    True
    """
    return _segmented([0.0], text)[-1]


def _segmented(best: Sequence[float], text: str) -> list[float]:
    """Return what each beginning of a text costs; `best` says it of the first ones."""
    price, endings = _words().get, _endings()
    costs = [*best]
    for end in range(len(costs), len(text) + 1):
        char = text[end - 1]
        single = price(char)
        step = costs[-1] + (_single(char, text[end - 2 : end - 1]) if single is None else single)
        if end > 1:
            pair = text[end - 2 : end]
            known = price(pair)
            if known is not None and costs[-2] + known < step:
                step = costs[-2] + known
            if pair in endings:
                for start in range(max(0, end - _LONGEST), end - 2):
                    known = price(text[start:end])
                    if known is not None and costs[start] + known < step:
                        step = costs[start] + known
        costs.append(step)
    return costs


@lru_cache(maxsize=1024)
def ahead(text: str) -> tuple[float, ...]:
    """Return what each end of a folded text costs, in nats: from each of its characters on, and 0.0 for nothing.

    >>> [round(nats) for nats in ahead("心人乘客")]
    [25, 17, 12, 10, 0]
    """
    price, begins = _words().get, _beginnings()
    size = len(text)
    costs = [0.0] * (size + 1)
    for start in range(size - 1, -1, -1):
        char = text[start]
        single = price(char)
        step = costs[start + 1] + (_single(char, text[start + 1 : start + 2]) if single is None else single)
        pair = text[start : start + 2]
        known = price(pair)
        if known is not None and start + 2 <= size and costs[start + 2] + known < step:
            step = costs[start + 2] + known
        if pair in begins:
            for end in range(start + 3, min(size, start + _LONGEST) + 1):
                known = price(text[start:end])
                if known is not None and costs[end] + known < step:
                    step = costs[end] + known
        costs[start] = step
    return tuple(costs)


@cache
def _beginnings() -> frozenset[str]:
    """Return the first two characters of all longer words."""
    return frozenset(word[:2] for word in _words() if len(word) > 2)


@cache
def _endings() -> frozenset[str]:
    """Return the last two characters of all longer words."""
    return frozenset(word[-2:] for word in _words() if len(word) > 2)


@lru_cache(maxsize=4096)
def surprise(left: str, inserted: str, right: str) -> float:
    """Return what a string costs its sentence, in nats for each of its characters; a run of letters counts as one.

    `left` and `right` are the characters around it; six are enough. Words that belong cost 3 to 5, pasted strings 6
    and more (measured on the bodies of 230 news pages).

    >>> surprise("车上的", "心人", "乘客一边") > surprise("车上的", "外地", "乘客一边")
    True
    """
    before = _segmented([0.0], left)
    return (_segmented(before, left + inserted + right)[-1] - _segmented(before, left + right)[-1]) / counted(inserted)


def is_broken(left: str, right: str) -> bool:
    """Tell whether two stretches that stand apart make a word where they meet.

    >>> is_broken("胸前的号", "码布"), is_broken("走进了", "大门")
    (True, False)
    """
    return cost(left[-3:]) + cost(right[:3]) - cost(left[-3:] + right[:3]) >= _BROKEN


def counted(text: str) -> int:
    """Return how many characters a folded text has, where a run of letters and digits counts as one."""
    return len(_UNITS.findall(text)) or 1


def is_word(text: str) -> bool:
    """Tell whether a folded text is a word of the table.

    >>> is_word("基层"), is_word("众跟")
    (True, False)
    """
    return text in _words()


def _single(char: str, before: str) -> float:
    if char.isascii() and char.isalnum():
        return 0.0 if before.isascii() and before.isalnum() else _FOREIGN
    return _UNKNOWN if "\u3400" <= char <= "\u9fff" else _MARK


@cache
def _words() -> dict[str, float]:
    return {word: float(nats) for nats, words in rows("words") for word in words.split(" ")}
