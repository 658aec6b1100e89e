"""Read GBK text again that was read one byte off: the cheapest way through a text with two states.

A text that lost or gained a byte shows, from there on, characters made of the second half of one and the first half
of the next. *Aligned*, a shown character is what was written; *shifted*, the byte before it (`pending`) and its first
byte are. The way is found by dynamic programming (Viterbi), the cost being the improbability of what is read and a
price for every byte that must have been lost. Both gbk_shift and pinyin_gloss read their text this way.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean.likelihood import log_probabilities
from newsclean.repair.context import Guess, Open, readings, settle, word_gain
from newsclean.repair.gbk import code_of, into_user_area, out_of_user_area, pairs, with_lead, with_trail

if TYPE_CHECKING:
    from collections.abc import Iterator

ALIGNED = -1
_CUTS = (b"\xa3\xa1", b"\xa3\xbb")  # ！ and ；: sites cut their text at these bytes, also where they are 。 and a quote
LOST = "?\ufffd"  # what a decoder shows for a byte that fits nowhere

# Prices in nats: high enough that clean text with two rare names beside each other never pays them.
_START, _START_SEEN = 11.0, 7.0  # a byte lost without a trace; with a mark of LOST
_END, _END_SEEN, _END_INSIDE = 3.0, 2.0, 9.0  # at a character that is no code; at a mark; before a whole code
_USER_AREA = 2.0  # a code of the user-defined area, which shows nothing: one shifted code in seven is one
_WIDTH = 2.0  # an ASCII character that was full-width


class Symbol(NamedTuple):
    """A character of the damaged text, or a gloss: its span, GBK code, log-probability and, of a gloss, its reading.

    A gloss is `split` when its bracket stands inside a character, so that the byte before it is lost.
    """

    start: int
    end: int
    text: str
    code: bytes
    nats: float
    reading: str = ""
    split: bool = False


class Node(NamedTuple):
    """A step on a way: what it costs so far, the step before, the symbol after it, the state, what is read."""

    cost: float
    back: Node | None
    at: int
    pending: int
    out: str
    options: str = ""


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


def spell(text: str, start: int, end: int) -> list[Symbol]:
    """Return the characters of a span as symbols."""
    part = text[start:end]
    nats = log_probabilities(part).tolist()
    return [Symbol(start + i, start + i + 1, char, code_of(char), nats[i]) for i, char in enumerate(part)]


def read_again(symbols: list[Symbol], *, starts: bool) -> list[Run]:
    """Return the stretches that read better one byte off; `starts` lets a stretch begin without a split gloss."""
    path = _path(_cheapest(symbols, starts=starts))
    runs: list[Run] = []
    inside: list[Node] = []
    for node in path:
        if inside or node.pending != ALIGNED or node.options:
            inside.append(node)
            if node.pending == ALIGNED:
                runs.append(_run(symbols, inside))
                inside = []
    return runs


def _cheapest(symbols: list[Symbol], *, starts: bool) -> Node:
    size = len(symbols)
    ahead: list[dict[int, Node]] = [{} for _ in range(size + 3)]
    ahead[0][ALIGNED] = Node(0.0, None, 0, ALIGNED, "")
    for at in range(size + 1):
        here = ahead[at]
        for pending in (*(state for state in here if state != ALIGNED), ALIGNED):  # a shifted way may end here
            if pending not in here:
                continue
            node = here[pending]
            for step in _aligned(symbols, node, starts) if pending == ALIGNED else _shifted(symbols, node):
                known = ahead[step.at].get(step.pending)
                if known is None or step.cost < known.cost:
                    ahead[step.at][step.pending] = step
        if at < size:
            ahead[at] = {}
    return ahead[size][ALIGNED]


def _aligned(symbols: list[Symbol], node: Node, starts: bool) -> Iterator[Node]:
    if node.at >= len(symbols):
        return
    symbol = symbols[node.at]
    after = node.at + 1
    if symbol.reading:
        before = _last_byte(symbols, node.at)
        if not symbol.split:
            yield Node(node.cost, node, after, ALIGNED, "")
        for trail in trails_read(before, symbol.reading) if symbol.split else ():
            yield Node(node.cost, node, after, trail, "")
        return
    yield Node(node.cost - symbol.nats, node, after, ALIGNED, symbol.text)
    if starts:
        yield from _begin(node, symbol, after, _START)
        if symbol.text in LOST and after < len(symbols):
            yield from _begin(node, symbols[after], after + 1, _START_SEEN)


def _begin(node: Node, symbol: Symbol, after: int, price: float) -> Iterator[Node]:
    """Begin a shifted stretch: the character before `symbol`, or its own, lost one byte."""
    code = symbol.code or full_width(symbol.text)
    if len(code) != 2:
        return
    options = with_trail(code[0])
    if code in _CUTS:
        price = _START_SEEN
    elif price == _START:
        options = options[:40] + with_lead(code[0])[:40]
    if options:
        cost = node.cost + price - _nats(options[0]) + (0.0 if symbol.code else _WIDTH)
        yield Node(cost, node, after, code[1], options[0], options)


def _shifted(symbols: list[Symbol], node: Node) -> Iterator[Node]:
    pending = node.pending
    if node.at >= len(symbols):
        yield from _finish(node, node.at, _END)
        return
    symbol = symbols[node.at]
    after = node.at + 1
    if symbol.reading:
        if not symbol.split:
            yield Node(node.cost, node, after, pending, "")
        else:
            for trail in trails_read(pending, symbol.reading):
                yield Node(node.cost, node, after, ALIGNED, pairs()[pending << 8 | trail][0])
        return
    if symbol.text in LOST:
        yield from _finish(node, after, _END_SEEN)
        return
    yield from _finish(node, node.at, _END_INSIDE if symbol.code else _END)
    code = symbol.code or full_width(symbol.text)
    if code and (read := pairs().get(pending << 8 | code[0])):
        cost = node.cost - read[1] - word_gain(node.out, read[0]) + (0.0 if symbol.code else _WIDTH)
        yield Node(cost, node, after, code[1], read[0])
    if not symbol.code and symbol.text.isascii() and (read := pairs().get(pending << 8 | ord(symbol.text))):
        yield Node(node.cost - read[1], node, after, ALIGNED, read[0])
    if symbol.code:
        yield from _over_user_area(node, symbol, after)


def _finish(node: Node, after: int, price: float) -> Iterator[Node]:
    """End a shifted stretch: the character whose first byte is pending lost its second."""
    options = with_lead(node.pending)
    if options:
        yield Node(node.cost + price - _nats(options[0]), node, after, ALIGNED, options[0], options)


def _over_user_area(node: Node, symbol: Symbol, after: int) -> Iterator[Node]:
    """Read on behind a code that shows nothing: it was the end of one character and the start of another."""
    first, second = into_user_area(node.pending), out_of_user_area(symbol.code[0])
    if first and second:
        cost = node.cost + _USER_AREA - _joint(first, second)
        middle = Node(cost, node, node.at, node.pending, first[0], first)
        yield Node(cost, middle, after, symbol.code[1], second[0], second)


@cache
def _joint(first: str, second: str) -> float:
    """Return the log-probability of the likeliest two characters of two sets, as a word where they make one."""
    return max(_nats(one) + _nats(two) + word_gain(one, two) for one in first[:12] for two in second[:60])


def full_width(char: str) -> bytes:
    """Return the GBK code of the full-width form of an ASCII character, which NFKC folds away."""
    return bytes((0xA3, ord(char) + 0x80)) if "!" <= char <= "~" else b""


def trails_read(lead: int, reading: str) -> list[int]:
    """Return the second bytes that make a Traditional character of this reading.

    >>> [hex(byte) for byte in trails_read(0x83, "yōu")]
    ['0x9e']
    """
    known = readings()
    return [
        trail
        for trail in range(0x40, 0xFF)
        if (pair := pairs().get(lead << 8 | trail)) and known.get(pair[0]) == reading
    ]


def _last_byte(symbols: list[Symbol], at: int) -> int:
    while at and symbols[at - 1].reading:
        at -= 1
    if not at:
        return 0
    code = symbols[at - 1].code or full_width(symbols[at - 1].text)
    return code[-1] if code else 0


def _nats(char: str) -> float:
    code = code_of(char)
    return pairs()[code[0] << 8 | code[1]][1]


def _path(node: Node | None) -> list[Node]:
    path = []
    while node is not None and node.back is not None:
        path.append(node)
        node = node.back
    return path[::-1]


def _run(symbols: list[Symbol], nodes: list[Node]) -> Run:
    first, last = nodes[0].back, nodes[-1]
    assert first is not None
    shown = symbols[first.at : last.at]
    before = "".join(symbol.text for symbol in symbols[max(0, first.at - 2) : first.at] if not symbol.reading)
    behind = "".join(symbol.text for symbol in symbols[last.at : last.at + 6] if not symbol.reading)
    after, guesses = settle([_open(symbols, node) for node in nodes], before, behind)
    gain = -sum(symbol.nats for symbol in shown) - (last.cost - first.cost)
    known = sum(len(node.out) for node in nodes if not node.options)
    return Run(shown[0].start, shown[-1].end, after, guesses, known, gain, shown[0].text in LOST)


def _open(symbols: list[Symbol], node: Node) -> Open:
    """Return what a step reads, and what shows it: the symbols of the step and the one that shows its first byte."""
    assert node.back is not None
    first, last = symbols[max(0, node.back.at - 1)], symbols[min(node.at, len(symbols)) - 1]
    return Open(node.options or node.out, first.start, last.end, bool(node.options))
