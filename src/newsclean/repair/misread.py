"""Read text again whose bytes were decoded in the wrong encoding: the cheapest way through its bytes.

Every shown character has bytes in the encoding that it was wrongly read in. A way through them either keeps a shown
character or reads bytes in the right encoding; it costs the improbability of what is read, a price for every change
between the two, and one for every byte that was lost (shown as U+FFFD or `?`, or dropped).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import accumulate, groupby, product
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from newsclean.likelihood import log_probabilities
from newsclean.repair.context import Guess, Open, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

UNKNOWN = -1  # a byte of which only the place is known
_LOST = (UNKNOWN, ord("?"))

Step = tuple[int, str, float, bool]
"""What may be read at a byte: where it ends, the character (or those it may be), its price, whether it is a guess."""
Steps: TypeAlias = "Callable[[list[int], int], Iterator[Step]]"

# Prices in nats.
_ENTER = 8.0  # from shown text to misread text: what keeps clean text clean
_LEAVE = 4.0
_GUESS = 1.0  # a byte shown as lost
_DROPPED = 5.0  # a byte not shown at all
_UNSHOWN = 3.0  # one that the wrong encoding has no character for
_SPACE = 1.0  # a no-break space (byte A0) that became a space
_AGAIN = -6.0  # U+FFFD as what was misread: then it was misread before
_PLAUSIBLE = -11.0  # nats: what is rarer is no guess


@dataclass(frozen=True, slots=True)
class Misreading:
    """A wrong way of reading: what the bytes are in truth, and which bytes a shown character stands for."""

    encoding: str
    encode: Callable[[str], bytes]
    steps: Steps
    loss: float  # the share of its characters that may be lost, to be worth repair


class _Node(NamedTuple):
    cost: float
    back: _Node | None
    at: int  # in bytes
    options: str  # what is read here; of a byte that was lost, what it may be, likeliest first
    misread: bool = False
    guess: bool = False


@dataclass(frozen=True, slots=True)
class Reread:
    """A stretch that was misread: its span, what it reads, what it gains in nats, what of it is guessed or lost."""

    start: int
    end: int
    after: str
    gain: float
    read: int  # how many characters beyond ASCII it reads
    mean: float  # their mean log-probability
    guesses: tuple[Guess, ...]
    loss: float  # the share of characters that may be lost


def read_again(text: str, start: int, end: int, misreading: Misreading) -> list[Reread]:
    """Return the stretches between `start` and `end` that read better as misread text."""
    stream: list[int] = []
    owner: list[int] = []
    for at in range(start, end):
        code = [UNKNOWN] if text[at] == "\ufffd" else misreading.encode(text[at])
        stream += code or [0]  # a character outside the encoding: a byte that no character but it has
        owner += [at] * len(code or [0])
    owner.append(end)
    nats = log_probabilities(text[start:end]).tolist()
    path = _cheapest(text, start, stream, owner, nats, misreading)
    return _stretches(text, path, owner, [0.0, *accumulate(nats)], start, misreading)


def _cheapest(
    text: str, start: int, stream: list[int], owner: list[int], nats: list[float], misreading: Misreading
) -> list[_Node]:
    size = len(stream)
    shown: list[_Node | None] = [None] * (size + 4)
    misread: list[_Node | None] = [None] * (size + 4)
    shown[0] = _Node(0.0, None, 0, "")
    for at in range(size):
        plain, wrong = shown[at], misread[at]
        if not at or owner[at] != owner[at - 1]:  # between two shown characters
            plain = _cheaper(plain, wrong and wrong._replace(cost=wrong.cost + _LEAVE))
            assert plain is not None
            after = at + 1
            while owner[after] == owner[at]:
                after += 1
            cost = plain.cost - nats[owner[at] - start]
            shown[after] = _cheaper(shown[after], _Node(cost, plain, after, text[owner[at]]))
            wrong = _cheaper(wrong, plain._replace(cost=plain.cost + _ENTER))
        if wrong is not None:
            for after, options, price, guess in misreading.steps(stream, at):
                cost = wrong.cost + price - _nats(options[0])
                misread[after] = _cheaper(misread[after], _Node(cost, wrong, after, options, True, guess))
    last = _cheaper(shown[size], misread[size])
    path: list[_Node] = []
    while last is not None and last.back is not None:
        path.append(last)
        last = last.back
    return path[::-1]


def _cheaper(one: _Node | None, other: _Node | None) -> _Node | None:
    if one is None or other is None:
        return one or other
    return other if other.cost < one.cost else one


def _stretches(
    text: str, path: list[_Node], owner: list[int], nats: list[float], start: int, misreading: Misreading
) -> list[Reread]:
    """Cut a path into its misread stretches, without the plain ASCII at their ends."""
    stretches: list[Reread] = []
    for misread, group in groupby(path, key=lambda node: node.misread):
        nodes = list(group)
        while misread and nodes and _unchanged(text, nodes[0], owner):
            nodes = nodes[1:]
        while misread and nodes and _unchanged(text, nodes[-1], owner):
            nodes.pop()
        if misread and nodes:
            stretches.append(_stretch(text, nodes, owner, nats, start, misreading.loss))
    return stretches


def _stretch(text: str, nodes: list[_Node], owner: list[int], nats: list[float], start: int, loss: float) -> Reread:
    low, high = owner[_from(nodes[0])], owner[nodes[-1].at]
    opens = [Open(node.options, owner[_from(node)], owner[node.at - 1] + 1, node.guess) for node in nodes]
    after, guesses = settle(opens, text[max(0, low - 2) : low], text[high : high + 6])
    read = [_nats(node.options[0]) for node in nodes]
    gain = sum(read) - (nats[high - start] - nats[low - start])
    foreign = [value for node, value in zip(nodes, read, strict=True) if node.options > "\x7f"]
    return Reread(low, high, after, gain, len(foreign), sum(foreign) / max(1, len(foreign)), guesses, loss)


def _from(node: _Node) -> int:
    assert node.back is not None
    return node.back.at


def _unchanged(text: str, node: _Node, owner: list[int]) -> bool:
    return node.options == text[owner[_from(node)]] and node.at - _from(node) == 1


@cache
def _nats(char: str) -> float:
    return _AGAIN if char == "\ufffd" else float(log_probabilities(char)[0])


def utf8_steps(unshown: bytes = b"", lost_as: str = "gb18030") -> Steps:
    """Return the steps of UTF-8; `unshown` are bytes that the wrong encoding does not show, so that they often lack.

    `lost_as` is the decoder that shows a byte as lost before a byte with which it makes no code.
    """

    def steps(stream: list[int], at: int) -> Iterator[Step]:
        lead = stream[at]
        if 0 < lead < 0x80:
            yield at + 1, chr(lead), 0.0, False
        if 0xC2 <= lead < 0xE0:
            yield from _sequence(stream, at, lead, 1, lost_as)
        elif 0xE0 <= lead < 0xF0 or lead in _LOST:
            yield from _sequence(stream, at, UNKNOWN if lead in _LOST else lead, 2, lost_as)
        elif 0xF0 <= lead < 0xF5:
            yield from _sequence(stream, at, lead, 3, lost_as)
        if 0xE3 <= lead < 0xEA or lead == 0xE2:
            yield from _shortened(stream, at, unshown)

    return steps


def _sequence(stream: list[int], at: int, lead: int, size: int, lost_as: str) -> Iterator[Step]:
    rest = [UNKNOWN if byte in _LOST else byte for byte in stream[at + 1 : at + 1 + size]]
    if len(rest) < size:
        return
    lost = (lead, *rest).count(UNKNOWN)
    options = ""
    if lost:
        after = (*stream[at + 2 : at + 2 + size], 0)
        likely = [_strays(after[i], lost_as) if byte == UNKNOWN else (byte,) for i, byte in enumerate(rest)]
        options = _plausible("".join(_utf8(lead, known) for known in product(*likely)))
    if options := options or _utf8(lead, tuple(rest)):
        yield at + 1 + size, options, lost * _GUESS + rest.count(0x20) * _SPACE, lost > 0


def _shortened(stream: list[int], at: int, unshown: bytes) -> Iterator[Step]:
    """Yield the three-byte characters of which one or two bytes are not there at all."""
    byte = stream[at + 1] if at + 1 < len(stream) else 0
    if 0x80 <= byte < 0xC0 and (options := _one_missing(stream[at], byte, unshown)):
        yield at + 2, options, _UNSHOWN if unshown else _DROPPED, True
    if unshown and (options := _two_missing(stream[at], unshown)):
        yield at + 1, options, 2 * _UNSHOWN, True


@cache
def _one_missing(lead: int, byte: int, unshown: bytes) -> str:
    tails = unshown or bytes(range(0x80, 0xC0))
    return _decoded([bytes((lead, *rest)) for tail in tails for rest in ((byte, tail), (tail, byte))])


@cache
def _two_missing(lead: int, unshown: bytes) -> str:
    return _decoded([bytes((lead, one, other)) for one in unshown for other in unshown])


def _decoded(codes: list[bytes]) -> str:
    chars = dict.fromkeys(code.decode("utf-8", "ignore") for code in codes)
    return _plausible("".join(char for char in chars if len(char) == 1))


@cache
def _strays(after: int, lost_as: str) -> tuple[int, ...]:
    """Return the bytes of UTF-8 that a decoder of two bytes shows as lost before another: they make no code with it."""
    if after <= 0x80:
        return (UNKNOWN,)
    return tuple(byte for byte in range(0x80, 0xC0) if not bytes((byte, after)).decode(lost_as, "ignore"))


@cache
def _utf8(lead: int, rest: tuple[int, ...]) -> str:
    """Return the characters of a UTF-8 sequence: one, or the plausible ones where a byte is unknown."""
    if any(byte not in (UNKNOWN, 0x20) and not 0x80 <= byte < 0xC0 for byte in rest):
        return ""
    spaced = [0xA0 if byte == 0x20 else byte for byte in rest]
    unknown = (lead, *spaced).count(UNKNOWN)
    if unknown > 1 and len(rest) != 2:
        return ""
    leads = range(0xE3, 0xEA) if lead == UNKNOWN else (lead,)
    heads = [bytes((first,)) for first in leads]
    for byte in spaced:
        tails = range(0x80, 0xC0) if byte == UNKNOWN else (byte,)
        heads = [head + bytes((tail,)) for head in heads for tail in tails]
    chars = [char for head in heads if len(char := head.decode("utf-8", "ignore")) == 1]
    if not unknown:
        return "".join(chars)
    return _plausible("".join(chars))


def _plausible(chars: str) -> str:
    ranked = sorted(((_nats(char), char) for char in chars), reverse=True)
    return "".join(char for value, char in ranked[:60] if value > _PLAUSIBLE)


def two_byte_steps(encoding: str) -> Steps:
    """Return the steps of a two-byte encoding, as `utf8_steps` for UTF-8."""

    def steps(stream: list[int], at: int) -> Iterator[Step]:
        lead = stream[at]
        if 0 < lead < 0x80:
            yield at + 1, chr(lead), 0.0, False
        if at + 1 == len(stream):
            return
        trail = 0xA0 if stream[at + 1] == 0x20 else stream[at + 1]
        if UNKNOWN in (lead, trail):
            if options := _half(encoding, lead, trail):
                yield at + 2, options, _GUESS, True
        elif lead > 0x80 and trail >= 0x40 and (char := _two_bytes(encoding).get(lead << 8 | trail)):
            yield at + 2, char, _SPACE if stream[at + 1] == 0x20 else 0.0, False

    return steps


@cache
def _half(encoding: str, lead: int, trail: int) -> str:
    """Return the plausible characters of which one byte is known."""
    table = _two_bytes(encoding)
    if lead == trail:
        return ""
    return _plausible(
        "".join(
            char for code, char in table.items() if lead in (UNKNOWN, code >> 8) and trail in (UNKNOWN, code & 0xFF)
        )
    )


@cache
def _two_bytes(encoding: str) -> dict[int, str]:
    table = {}
    for lead in range(0x81, 0xFF):
        for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF)):
            char = bytes((lead, trail)).decode(encoding, "ignore")
            if len(char) == 1 and not "\ue000" <= char <= "\uf8ff":
                table[lead << 8 | trail] = char
    return table
