"""A headline pasted piece by piece: each goes on where the one before it ended, and behind its end it starts again.

夜班公 · 交今天 · 开通夜 · 班公交: the pieces are cut by length, so that many are no words. An article uses the words of
its headline in their order too, but whole, and where its sentences need them. So a chain of pieces is weighed by what
each costs its sentence and by the words that it cuts; the best is found by dynamic programming over the headline.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.headline.places import SIGNS, headlines
from newsclean.find.words import cost, counted, is_word, surprise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.matching import Page

Span = tuple[int, int]

_FEWEST, _MOST = 5, 49  # characters of a headline
_SHORTEST, _LONGEST = 2, 8  # of a piece
_APART = 4  # characters between two pieces at least
_AROUND = 6  # characters beside a piece that are weighed
_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[a-z0-9]{2}")
_PROSE = re.compile("[。,!?]")
# Nats a character; what belongs costs 3 to 5 (`surprise`).
_BELONGS = 5.5
# Nats.
_MOST_OF_ONE = 6.0  # a name is as foreign as what is pasted
_GOES_ON = 4.0  # for a piece that begins where the one before it ended
_CUT = 1.5  # for a cut through a word
_ENOUGH, _ENOUGH_OF_ONE = 15.0, 35.0
_EACH = 2.0
_PIECES, _CUTS = 4, 2
_UNIFORM = 0.8


class _Place(NamedTuple):
    """Where a piece of the headline stands: its start in the text, in the headline, its end in the text."""

    start: int
    first: int
    end: int


class _Chain(NamedTuple):
    """Pieces that follow each other: their worth, how many, how many cuts of words; the last one and what is before."""

    worth: float
    pieces: int
    cuts: int
    cut: bool
    piece: Span
    before: _Chain | None


def find_ring(page: Page) -> list[Span]:
    r"""Return the spans of the pieces of a headline that were pasted in turn, sorted.

    >>> from newsclean.matching import read_page
    >>> page = read_page(
    ...     "夜班公交今天开通\n老码头站夜班公亮起了灯。护士坐上头班车,交今天她等了三年。"
    ...     "车上开通夜还有摊主,班公交他们刚收摊。"
    ... )
    >>> [page.text[start:end] for start, end in find_ring(page)]
    ['夜班公', '交今天', '开通夜', '班公交']
    """
    chains = [chain for text in _headlines(page) if (chain := best_chain(text, page)) and _is_believed(chain)]
    if not chains:
        return []
    chain = max(chains, key=lambda each: each.worth)
    return _pasted(list(_told(chain)), page.folded)


def _told(chain: _Chain | None) -> Iterator[_Chain]:
    while chain is not None:
        yield chain
        chain = chain.before


def _pasted(chain: list[_Chain], folded: str) -> list[Span]:
    """Return the pieces that cut words; whole words only where all have one length, and if they stand there once."""
    pieces = [each.piece for each in reversed(chain)]
    sizes = Counter(end - start for start, end in pieces)
    size, times = sizes.most_common(1)[0]
    uniform = times >= _UNIFORM * len(pieces)
    ends = [0, *(end for _, end in pieces), len(folded)]
    starts = [0, *(start for start, _ in pieces), len(folded)]
    kept = []
    for at, ((start, end), each) in enumerate(zip(pieces, reversed(chain), strict=True)):
        piece = folded[start:end]
        whole = uniform and len(piece) == size > _SHORTEST and folded.count(piece, ends[at], starts[at + 2]) == 1
        if len(_HAN.findall(piece)) >= _SHORTEST and (each.cut or whole):
            kept.append((start, end))
    # an honest article takes apart what its headline joins (社会 and 主义), but into words
    return kept if sum(_cuts_words(folded[start:end]) for start, end in kept) >= _CUTS else []


def _is_believed(chain: _Chain) -> bool:
    """Tell whether a chain cuts words as no sentence does, with pieces that its sentences do not need.

    The chains of 218 clean articles cut one word at most, and are worth 31, all of it for going on from each other.
    """
    enough = chain.worth >= (_ENOUGH if chain.cuts > 1 else _ENOUGH_OF_ONE)
    own = chain.worth - _GOES_ON * (chain.pieces - 1)
    return (
        enough and chain.pieces >= _PIECES and chain.cuts > 0 and own >= (0 if chain.cuts > 1 else _EACH * chain.pieces)
    )


def _headlines(page: Page) -> list[str]:
    texts = dict.fromkeys(SIGNS.sub("", text) for text in headlines(page))
    return [text for text in texts if _FEWEST <= len(text) <= _MOST]


def best_chain(headline: str, page: Page) -> _Chain | None:
    """Return the chain of pieces of a headline, each going on from the one before, that is worth most."""
    places = sorted(_places(headline, page))
    if len(places) < _PIECES:
        return None
    if len({place.first for place in places if _cuts_words(page.folded[place.start : place.end])}) < _CUTS:
        return None
    size = len(headline)
    open_at: list[_Chain | None] = [None] * size  # the best chain that goes on at each character of the headline
    late: list[tuple[int, _Chain]] = []  # chains that end too near to be gone on with, by where they go on
    best: _Chain | None = None
    for place in places:
        for after, chain in late:
            other = open_at[after]
            if chain.piece[1] + _APART <= place.start and (other is None or chain.worth > other.worth):
                open_at[after] = chain
        late = [each for each in late if each[1].piece[1] + _APART > place.start]
        after = (place.first + place.end - place.start) % size
        breaks = _broken(headline, place.first), _broken(headline, after)
        chain = _extended(open_at[place.first], place, _worth(page.folded, place.start, place.end), breaks)
        late.append((after, chain))
        if best is None or chain.worth > best.worth:
            best = chain
    return best


def _extended(before: _Chain | None, place: _Place, worth: float, breaks: tuple[float, float]) -> _Chain:
    """Return a chain with one more piece, or the piece alone if the chain is worth nothing."""
    span, cut = (place.start, place.end), max(breaks) > _CUT
    gain = _GOES_ON + breaks[0] + (before.worth if before else 0.0)
    if before is None or gain <= 0:
        return _Chain(worth, 1, 0, cut, span, None)
    return _Chain(gain + worth, before.pieces + 1, before.cuts + (breaks[0] > _CUT), cut, span, before)


def _cuts_words(piece: str) -> bool:
    """Tell what is neither a word nor two of them: a cheap look at what may be cut by length."""
    return not (is_word(piece) or any(is_word(piece[:at]) and is_word(piece[at:]) for at in range(2, len(piece) - 1)))


def _places(headline: str, page: Page) -> Iterator[_Place]:
    """Give where two and more characters of the headline stand side by side in lines of prose, as far as they go."""
    lines = [(line.start, line.end) for line in page.lines if _PROSE.search(line.folded)]
    if not lines:
        return
    folded, last = page.folded, lines[-1][1]
    ring = headline + headline[: _LONGEST - 1]
    for at in range(len(headline)):
        start = folded.find(ring[at : at + 2], lines[0][0], last)
        while start >= 0:
            if start < lines[bisect_right(lines, (start, last)) - 1][1] and folded[start - 1] != headline[at - 1]:
                end = start + _shared(ring, at, folded, start, last)
                if _is_whole(folded, start, end):
                    yield _Place(start, at, end)
            start = folded.find(ring[at : at + 2], start + 1, last)


def _shared(ring: str, at: int, folded: str, start: int, end: int) -> int:
    length = 2
    most = min(_LONGEST, len(ring) - at, end - start)
    while length < most and ring[at + length] == folded[start + length]:
        length += 1
    return length


def _is_whole(folded: str, start: int, end: int) -> bool:
    """Tell whether no run of letters and digits is cut."""
    return not (_LATIN.match(folded, start - 1) or _LATIN.match(folded, end - 1))


def _worth(folded: str, start: int, end: int) -> float:
    """Return by how much a piece costs its sentence more than what belongs there, in nats."""
    left = folded[max(0, start - _AROUND) : start].rpartition("\n")[2]
    right = folded[end : end + _AROUND].partition("\n")[0]
    piece = folded[start:end]
    return min((surprise(left, piece, right) - _BELONGS) * counted(piece), _MOST_OF_ONE)


def _broken(headline: str, at: int) -> float:
    """Return what a cut between hanzi of a headline costs its words, in nats: nothing between two of them."""
    if not _HAN.match(headline, at) or not at or not _HAN.match(headline, at - 1):
        return 0.0
    left, right = headline[max(0, at - _AROUND) : at], headline[at : at + _AROUND]
    return cost(left) + cost(right) - cost(left + right)
