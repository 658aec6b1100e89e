"""Damaged text as the repair of shifted bytes reads it: its characters and glosses, and the steps of a way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from newsclean.likelihood import log_probabilities
from newsclean.repair.context import Guess
from newsclean.repair.gbk import code_of

LOST = "?\ufffd"  # what a decoder shows for a byte that fits nowhere


class Symbol(NamedTuple):
    """A character of the damaged text, or a gloss: its span, GBK code, log-probability and, of a gloss, its reading.

    A gloss is `split` when its bracket stands inside a character, so that the byte before it is lost; `known` are the
    characters of its reading that are glossed elsewhere on the page.
    """

    start: int
    end: int
    text: str
    code: bytes
    nats: float
    reading: str = ""
    split: bool = False
    known: str = ""


class Node(NamedTuple):
    """A step on a way: what it costs so far, the step before, the symbol after it, the state, what is read."""

    cost: float
    back: Node | None
    at: int
    pending: int
    out: str
    options: str = ""
    doubt: bool = False  # whether a code that shows nothing may as well have stood here


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch that reads otherwise: span of the text, what it reads, what of it is guessed, what it gains in nats."""

    start: int
    end: int
    after: str
    guesses: tuple[Guess, ...]
    known: int
    gain: float
    seen: bool  # whether it starts at a mark for a lost byte
    symbols: tuple[Symbol, ...]


def spell(text: str, start: int, end: int) -> list[Symbol]:
    """Return the characters of a span as symbols."""
    part = text[start:end]
    nats = log_probabilities(part).tolist()
    return [Symbol(start + i, start + i + 1, char, code_of(char), nats[i]) for i, char in enumerate(part)]
