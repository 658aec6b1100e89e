"""What a repair knows of Chinese beside single characters: words of two, readings of Traditional ones."""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from newsclean.likelihood import log_probabilities, of_codes
from newsclean.matching import fold
from newsclean.model import Flag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy as np
    from numpy.typing import NDArray

# Nats, judged: what stands before a number, at the end of a line, before a quote.
_BEFORE_YEAR = "到在于从於從自至"
_BEFORE_NUMBER = _BEFORE_YEAR + "约約达達近超共有为為第"
_LAST = {"。": 5.0, "！": 3.0, "？": 3.0, "”": 3.0, "》": 2.0, "）": 2.0}  # what a line ends in
_QUOTES = "“”《「」"
_AT_QUOTE = {"。": 4.0, "，": 3.0, "：": 3.0, "！": 3.0, "？": 3.0, "、": 2.0}  # what stands before a quote
_YEAR = re.compile("[12][0-9]{3}年").match
_MIXED = 3.0  # for a character of the other script
_SURE = 2.0  # by how many nats a guess must lead
_RARE, _RAREST = -9.5, -14.0  # nats
_WINDOW = 5  # characters
_REACH = 40  # characters around a crowd of rare ones
_LONG = 4000  # characters read in one piece
_PIECE = 65_536  # characters weighed at once


class Open(NamedTuple):
    """A character that is read from damaged text, or the characters that it may be, and the span that shows it."""

    options: str
    start: int
    end: int
    guess: bool


class Guess(NamedTuple):
    """A character chosen by its neighbours for a span, of so many; empty where none leads clearly."""

    start: int
    end: int
    char: str
    choices: int


def settle(opens: list[Open], before: str, after: str) -> tuple[str, tuple[Guess, ...]]:
    """Choose every open character by its neighbours; where none leads clearly, write U+FFFD."""
    text, guesses = "", []
    for i, this in enumerate(opens):
        char = this.options
        if this.guess:
            char = _chosen(opens, i, before + text, after)
            guesses.append(Guess(this.start, this.end, char, len(this.options)))
        text += char or "\ufffd" if this.guess else char
    return text, tuple(guesses)


def _chosen(opens: list[Open], i: int, before: str, after: str) -> str:
    if i + 1 < len(opens) and opens[i + 1].guess:
        char, lead = best_fit(opens[i].options, before, after or "x", opens[i + 1].options)
    else:
        follows = "".join(this.options for this in opens[i + 1 : i + 7])
        char, lead = best_fit(opens[i].options, before, follows or after)
    return char if lead >= _SURE else ""


def doubtful(guesses: tuple[Guess, ...], at: int = 0) -> list[Flag]:
    """Flag what was guessed (`guessed_character`, with the guess) and what nothing tells (`lost_text`).

    `at` is where the text begins that the guesses are placed in.
    """
    names = ("lost_text", "guessed_character")
    return [Flag(names[bool(guess.char)], at + guess.start, at + guess.end, guess.char) for guess in guesses]


class Crowd(NamedTuple):
    """A stretch of a line where rare characters crowd, widened by some characters, and its longest crowd."""

    start: int
    end: int
    core: str


def unlikely(text: str, others: Iterable[re.Match[str]] = ()) -> list[Crowd]:
    """Return where rare Han characters crowd as only wrong bytes make them: five that have under -9.5 nats on average.

    `others` are places to take in besides. Clean news has one such crowd in 1,000 characters, mostly of names.
    """
    places = sorted([*_rare_places(text), *(max(0, found.start() - _WINDOW) for found in others)])
    spans: list[tuple[int, int]] = []
    for at in places:
        if spans and at <= spans[-1][1]:
            spans[-1] = (spans[-1][0], at + _WINDOW)
        else:
            spans.append((at, at + _WINDOW))
    crowds: list[Crowd] = []
    for first, last in spans:
        for crowd in _by_line(text, first, min(last, len(text))):
            if crowds and crowd.start < crowds[-1].end and crowd.end - crowds[-1].start <= _LONG:
                start, _, core = crowds.pop()
                crowd = Crowd(start, crowd.end, max(core, crowd.core, key=len))
            crowds.append(crowd)
    return crowds


@lru_cache(maxsize=2)  # asked for one kind of damage after the other
def _rare_places(text: str) -> tuple[int, ...]:
    """Return where windows of characters begin that are too unlikely for news."""
    if text.isascii():
        return ()
    pieces = range(0, len(text), _PIECE)
    return tuple(start + at for start in pieces for at in _crowded(text[start : start + _PIECE + _WINDOW - 1]))


def _crowded(text: str) -> list[int]:
    import numpy as np

    nats = _rarity()[np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)]
    size = min(_WINDOW, len(text))
    windows = nats[size - 1 :].copy()
    for at in range(size - 1):
        windows += nats[at : at + len(windows)]
    places: list[int] = np.flatnonzero(windows < _RARE * size).tolist()
    return places


@cache
def _rarity() -> NDArray[np.float32]:
    """Return the log-probability of each code point if it is Chinese, bounded, else 0."""
    import numpy as np

    codes = np.arange(0x110000, dtype=np.uint32)
    chinese = (codes >= 0x2E80) & ((codes < 0x3040) | (codes > 0x312F))  # but kana and Zhuyin
    table = np.where(chinese, np.maximum(of_codes(codes), _RAREST), 0.0).astype(np.float32)
    table.flags.writeable = False
    return table


def _by_line(text: str, first: int, last: int) -> Iterator[Crowd]:
    """Widen a stretch and cut it at line breaks, and where it is longer than is read in one piece."""
    start, end = max(0, first - _REACH), min(len(text), last + _REACH)
    at = text.rfind("\n", start, first + 1) + 1 or start
    while at < min(end, last):
        line_end = text.find("\n", at, end)
        piece_end = min(end if line_end < 0 else line_end, at + _LONG)
        if piece_end > at:
            yield Crowd(at, piece_end, text[max(at, first) : min(piece_end, last)])
        at = piece_end + (piece_end == line_end)


def best_fit(options: str, before: str, after: str, seconds: str = "") -> tuple[str, float]:
    """Choose the character that fits best between two texts; return it and its lead over the next best, in nats.

    Where the character behind is open as well, `seconds` lists what it may be, likeliest first.

    >>> best_fit("间问门闻", "中国新", "网")[0]
    '闻'
    """
    scores = log_probabilities(options).tolist()
    ranked = sorted(
        (
            (_fit_between(char, nats, before, seconds or (after,)), char)
            for char, nats in zip(options, scores, strict=True)
        ),
        reverse=True,
    )
    return ranked[0][1], ranked[0][0] - ranked[1][0] if len(ranked) > 1 else math.inf


def _fit_between(char: str, nats: float, before: str, behind: Iterable[str]) -> float:
    """Return how well a character stands between its neighbours; where no word holds it, as a word by itself."""
    gain = max(
        _fit(before, char) + max((_fit(char, text) for text in behind), default=0.0),
        *(_gain_of_three(before, char, text) for text in behind),
    )
    nats = nats + gain if gain else min(nats, _alone().get(_plain(char), nats))
    return nats - _MIXED if _mixes_script(before, char) else nats


def _mixes_script(before: str, char: str) -> bool:
    """Say whether a character is of the other script than the text before it."""
    traditional = any(_plain(other) != other for other in before[-_REACH:])
    return char in _simplified() if traditional else _plain(char) != char


def _gain_of_three(before: str, char: str, after: str) -> float:
    around = "".join(map(_plain, before[-2:] + char + after[:2]))
    at = len(before[-2:])
    return max(_gains().get(around[start : start + 3], 0.0) for start in range(max(0, at - 2), at + 1))


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
    if after[:1] in ("", "\n"):
        return _LAST.get(before[-1:], 0.0)
    if before and after[0] in _QUOTES:
        return _AT_QUOTE.get(before[-1], 0.0)
    if before and after[0] in "0123456789":
        return 6.0 if before[-1] in (_BEFORE_YEAR if _YEAR(after) else _BEFORE_NUMBER) else 0.0
    return word_gain(before, after)


@cache
def _plain(char: str) -> str:
    return fold(char)


@cache
def _gains() -> dict[str, float]:
    """Return the Simplified words of two and three characters with their gain over chance, 0.5 nats coarse."""
    gains: dict[str, float] = {}
    for size in (2, 3):
        surprise = {word: nats for word, nats in _words() if len(word) == size}
        chance = log_probabilities("".join(surprise)).reshape(-1, size).sum(axis=1).tolist()
        gains.update((word, max(0.0, -nats - by)) for (word, nats), by in zip(surprise.items(), chance, strict=True))
    return gains


@cache
def _alone() -> dict[str, float]:
    """Return the log-probability of the characters that are words by themselves."""
    return {word: -nats for word, nats in _words() if len(word) == 1}


def _words() -> Iterator[tuple[str, float]]:
    for row in _rows("words.tsv"):
        nats, _, words = row.partition("\t")
        yield from ((word, float(nats)) for word in words.split(" ") if nats[0] != "#")


@cache
def _simplified() -> frozenset[str]:
    """Return the simplified forms of Traditional characters."""
    return frozenset(map(_plain, readings()))


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
