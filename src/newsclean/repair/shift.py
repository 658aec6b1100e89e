"""Read GBK text again that was read one byte off: the cheapest way through a text with two states.

A text that lost or gained a byte shows, from there on, characters made of the second half of one and the first half
of the next. *Aligned*, a shown character is what was written; *shifted*, the byte before it (`pending`) and its first
byte are. The way is found by dynamic programming (Viterbi), the cost being the improbability of what is read and a
price for every byte that must have been lost. Both gbk_shift and pinyin_gloss read their text this way.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from newsclean.repair.context import Open, readings, settle, word_gain
from newsclean.repair.gbk import (
    AREAS,
    Half,
    between_areas,
    code_of,
    full_width,
    into_area,
    out_of_area,
    pairs,
    read_out_of_area,
    trails_read,
    with_lead,
    with_trail,
)
from newsclean.repair.symbols import LOST, Node, Run, Symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ALIGNED = -1
_HIDDEN = 256  # states from here on: the first byte is known only to end a code that shows nothing, of either area,
_TIMES = 3  # for the first, second or third such code in a row
_CUTS = (b"\xa3\xa1", b"\xa3\xbb")  # ！ and ；: sites cut their text at these bytes, also where they are 。 and a quote
_STOP = Half("。", -3.9)

# Prices in nats: high enough that clean text with two rare names beside each other never pays them.
_START, _START_SEEN, _START_CUT = 11.0, 7.0, 2.0  # a byte lost without a trace; with a mark of LOST; before a cut, too
_END, _END_SEEN, _END_INSIDE = 3.0, 2.0, 9.0  # at a character that is no code; at a mark; before a whole code
_UNKNOWN = 8.0  # a character of which nothing is known
_KEPT = 30.0  # a gloss inside a character that no character explains, a first byte of no character
_BEHIND = 35.0  # how far a way may lie behind the one that keeps the text: no damage costs more before it pays
_CLEAR = 2.0  # by which a character must be likelier than two with a code between them that shows nothing
_WIDTH = 2.0  # an ASCII character that was full-width


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
        known = [state for state in here if 0 <= state < _HIDDEN]
        for state in (*known, *range(_HIDDEN, _HIDDEN + len(AREAS) * _TIMES), ALIGNED):  # in this order one leads on
            if state in here and here[state].cost < here.get(ALIGNED, here[state]).cost + _BEHIND:
                for step in _steps(symbols, here[state], starts):
                    best = ahead[step.at].get(step.pending)
                    if best is None or step.cost < best.cost:
                        ahead[step.at][step.pending] = step
        if at < size:
            ahead[at] = {}
    return ahead[size][ALIGNED]


def _steps(symbols: list[Symbol], node: Node, starts: bool) -> Iterator[Node]:
    if node.pending == ALIGNED:
        return _aligned(symbols, node, starts)
    return _shifted(symbols, node) if node.pending < _HIDDEN else _hidden(symbols, node)


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
        if symbol.split:
            yield Node(node.cost + _KEPT, node, after, ALIGNED, symbol.text)
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
    half = _STOP if code in _CUTS else with_trail(code[0])
    if code in _CUTS:
        price = _START_CUT if price == _START_SEEN else _START_SEEN
    price += 0.0 if symbol.code else _WIDTH
    if half.chars:
        yield _open(node, after, code[1], half, price)
    if price == _START and (half := with_lead(code[0])).chars:
        yield _open(node, after, code[1], half, price)


def _shifted(symbols: list[Symbol], node: Node) -> Iterator[Node]:
    pending = node.pending
    if node.at >= len(symbols):
        yield from _finish(node, node.at, _END)
        return
    symbol = symbols[node.at]
    after = node.at + 1
    if symbol.reading:
        if symbol.split:  # the bracket of any other would have ended the stretch
            for trail in trails_read(pending, symbol.reading):
                yield Node(node.cost, node, after, ALIGNED, pairs()[pending << 8 | trail][0])
            yield from _hide(node, into_area, pending, _HIDDEN)
            yield from _finish(node, node.at, _END_INSIDE)
        return
    if symbol.text in LOST:
        yield from _finish(node, after, _END_SEEN)
        return
    yield from _finish(node, node.at, _END_INSIDE if symbol.code else _END)
    code = symbol.code or full_width(symbol.text)
    if code and (read := pairs().get(pending << 8 | code[0])):
        cost = node.cost - read[1] - _gain(node, read[0]) + (0.0 if symbol.code else _WIDTH)
        hidden = max(into_area(pending, area).nats + out_of_area(area, code[0]).nats for area in range(len(AREAS)))
        yield Node(cost, node, after, code[1], read[0], doubt=read[1] < hidden + _CLEAR)
    if not symbol.code and symbol.text.isascii() and (read := pairs().get(pending << 8 | ord(symbol.text))):
        reading = symbols[after].reading if after < len(symbols) else ""
        if not reading or reading == readings().get(read[0]):
            yield Node(node.cost - read[1], node, after, ALIGNED, read[0])
    if symbol.code or symbol.text.isalpha():
        yield from _hide(node, into_area, pending, _HIDDEN)


def _hide(node: Node, halves: Callable[[int, int], Half], first: int, state: int) -> Iterator[Node]:
    """Read on over a code that shows nothing: it is the end of one character and the start of another."""
    for area in range(len(AREAS)):
        half = halves(first, area)
        if half.chars:
            yield _open(node, node.at, state + area, half, 0.0)


def _hidden(symbols: list[Symbol], node: Node) -> Iterator[Node]:
    """Go on behind a code that shows nothing."""
    times, area = divmod(node.pending - _HIDDEN, len(AREAS))
    symbol = symbols[node.at] if node.at < len(symbols) else None
    if times + 1 < _TIMES:
        yield from _hide(node, between_areas, area, node.pending - area + len(AREAS))
    if symbol is not None and symbol.code:
        half = out_of_area(area, symbol.code[0])
        if half.chars:
            yield _open(node, node.at + 1, symbol.code[1], half, 0.0)
    elif symbol is not None and (half := _last_half(symbols, node.at, area)).chars:
        yield _open(node, node.at + 1, ALIGNED, half, 0.0)
    else:
        seen = symbol is not None and symbol.text in LOST
        price = (_END_SEEN if seen else _END) + _UNKNOWN
        yield Node(node.cost + price, node, node.at + seen, ALIGNED, "\ufffd")


def _last_half(symbols: list[Symbol], at: int, area: int) -> Half:
    """Return the last character of a stretch, of which a code that shows nothing ends in the first byte.

    Its second byte is a letter, or lost in a split gloss that reads it; a gloss behind the letter reads it, too.
    """
    symbol = symbols[at]
    if symbol.split:
        return read_out_of_area(area, symbol.reading, symbol.known, range(0x40, 0xFF))
    if len(symbol.text) > 1 or not symbol.text.isascii():
        return Half("", 0.0)
    trail = ord(symbol.text)
    gloss = symbols[at + 1] if at + 1 < len(symbols) else symbol
    if not gloss.reading:
        return out_of_area(area, trail)
    return read_out_of_area(area, gloss.reading, gloss.known, range(trail, trail + 1))


def _finish(node: Node, after: int, price: float) -> Iterator[Node]:
    """End a shifted stretch: the character whose first byte is pending lost its second."""
    half = with_lead(node.pending)
    if half.chars:
        yield _open(node, after, ALIGNED, half, price)
    else:
        yield Node(node.cost + price + _KEPT, node, after, ALIGNED, "\ufffd")


def _open(node: Node, after: int, state: int, half: Half, price: float) -> Node:
    """Step on to a character that is not wholly known."""
    gain = 0.0 if node.options else _gain_of_any(half.chars, node.out[-1:], after=True)
    return Node(node.cost + price - half.nats - gain, node, after, state, half.chars[0], half.chars)


def _gain(node: Node, char: str) -> float:
    return _gain_of_any(node.options, char, after=False) if node.options else word_gain(node.out, char)


@cache
def _gain_of_any(options: str, neighbour: str, *, after: bool) -> float:
    """Return the mean gain (as probability) of what a character may be beside a neighbour."""
    if not neighbour:
        return 0.0
    weights = [math.exp(_nats(char)) for char in options]
    gains = [word_gain(neighbour, char) if after else word_gain(char, neighbour) for char in options]
    return math.log(sum(w * math.exp(g) for w, g in zip(weights, gains, strict=True)) / sum(weights))


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
    after, guesses = settle([_shown(symbols, node) for node in nodes], before, behind)
    gain = -sum(symbol.nats for symbol in shown) - (last.cost - first.cost)
    known = sum(len(node.out) for node in nodes if not node.options and not node.doubt)
    return Run(shown[0].start, shown[-1].end, after, guesses, known, gain, shown[0].text in LOST, tuple(shown))


def _shown(symbols: list[Symbol], node: Node) -> Open:
    """Return what a step reads, and what shows it: the symbols of the step and the one that shows its first byte."""
    assert node.back is not None
    first, last = symbols[max(0, node.back.at - 1)], symbols[min(node.at, len(symbols)) - 1]
    return Open(node.options or node.out, first.start, last.end, bool(node.options) or node.doubt)
