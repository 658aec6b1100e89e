"""What a repair knows of Chinese beside single characters: words of two, readings of Traditional ones."""

from __future__ import annotations

import math
import re
from functools import cache
from importlib.resources import files

from newsclean.likelihood import log_probabilities
from newsclean.matching import fold

_BEFORE_YEAR = "到在于於从從自至"
_BEFORE_NUMBER = _BEFORE_YEAR + "约約达達近超共有为為第"
_YEAR = re.compile("[12][0-9]{3}年").match


def best_fit(options: str, before: str, after: str, seconds: str = "") -> tuple[str, float]:
    """Choose the character that fits best between two texts; return it and its lead over the next best, in nats.

    Where the character behind is open as well, `seconds` lists what it may be, likeliest first.

    >>> best_fit("间问门闻", "中国新", "网")[0]
    '闻'
    """
    scores = log_probabilities(options).tolist()
    ranked = sorted(
        (
            (nats + _fit(before, char) + max((_fit(char, text) for text in (seconds or (after,))), default=0.0), char)
            for char, nats in zip(options, scores, strict=True)
        ),
        reverse=True,
    )
    return ranked[0][1], ranked[0][0] - ranked[1][0] if len(ranked) > 1 else math.inf


def word_gain(before: str, after: str) -> float:
    """Return what two neighbours gain in likelihood over chance, where they are a word: nats, 0 where they are none.

    >>> word_gain("收到意", "見") > 3, word_gain("意", "件")
    (True, 0.0)
    """
    if not before or not after:
        return 0.0
    return _gains().get(_plain(before[-1]) + _plain(after[0]), 0.0)


def _fit(before: str, after: str) -> float:
    """Return the gain of two neighbours as a word, or as what stands before a number."""
    if before and after and after[0] in "0123456789":
        return 6.0 if before[-1] in (_BEFORE_YEAR if _YEAR(after) else _BEFORE_NUMBER) else 0.0
    return word_gain(before, after)


@cache
def _plain(char: str) -> str:
    return fold(char)


@cache
def _gains() -> dict[str, float]:
    """Return the Simplified words of two characters with their gain over chance: 0.5 nats coarse, as the table is."""
    surprise = {}
    for row in _rows("words.tsv"):
        nats, _, words = row.partition("\t")
        surprise.update((word, float(nats)) for word in words.split(" ") if len(word) == 2 and nats[0] != "#")
    chance = log_probabilities("".join(surprise)).reshape(-1, 2).sum(axis=1).tolist()
    return {word: max(0.0, -nats - by) for (word, nats), by in zip(surprise.items(), chance, strict=True)}


@cache
def ambiguous() -> frozenset[str]:
    """Return the Traditional characters that have more than one reading."""
    return frozenset(char for row in _rows("readings.tsv") for char in re.findall(r"(.)\*", row))


@cache
def readings() -> dict[str, str]:
    """Return the first reading of each Traditional character that has a simplified form of its own."""
    table = {}
    for row in _rows("readings.tsv"):
        reading, _, chars = row.partition("\t")
        table.update(dict.fromkeys(chars.replace("*", ""), reading))
    return table


def _rows(name: str) -> list[str]:
    return files("newsclean").joinpath("data/tables", name).read_text(encoding="utf-8").splitlines()
