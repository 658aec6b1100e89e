"""Stretches of a page that may be pasted offers: they end as offers do, and two languages say where each begins.

What is sold has countless names, but few words close an offer (多少钱, 哪家好, 公司电话, 转让), and what stands before
it reads on with what stands behind. See newsclean.find.offers.model for the languages.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.junctions import opens
from newsclean.find.offers.model import KNOWN, LEAST, SLOTS, STEP
from newsclean.find.tables import rows
from newsclean.find.words import cost

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray

    from newsclean.find.offers.model import Offers

GATE, FLOOR = 5.0, 7.0
"""Nats by which what leads to an end must be likelier as an offer, and by which the whole stretch must be."""

CLOSED = frozenset(",。;、:!?)”》 \n")
_SHORTEST, _LONGEST = 3, 16
_SLOT = 4.0  # nats; two thirds of what is pasted stands behind a mark or 的, as one character in ten of news does
_LENGTH = 0.1  # nats a character: in doubt the words beside an offer are the sentence's
_OPENS, _TORN = 0.7, 2.0
_END = 0.8  # of the nats that say of how many trades a pair ends the offers
_BEYOND = 4.0  # nats; where an offer may end, it goes on as no offer does
_UNKNOWN = 0.5  # nats against a pair that nobody was seen to sell
_NEAR = 4.0


class Stretch(NamedTuple):
    """A stretch of a page that may be an offer, and the gain of reading it as one, in nats."""

    start: int
    end: int
    gain: float


def stretches(folded: str, model: Offers) -> list[Stretch]:
    """Return the likeliest stretches of a folded page, none of which overlaps another, in order."""
    import numpy as np

    text = f"\n{folded}\n"
    read = model.read(text)
    pairs = read[:-1].astype(np.intp) * len(model.odds) + read[1:]  # read of flat tables in half the time
    sold = model.sold.ravel().take(pairs)
    odds = model.odds.ravel().take(pairs).astype(np.int32)
    odds[odds == LEAST] = 4 * LEAST
    odds[sold == 0] -= int(_UNKNOWN * STEP)
    odds[1:][(sold[:-1] > KNOWN) & (sold[1:] == 0)] -= int(_BEYOND * STEP)
    sums = np.concatenate(([0], np.cumsum(odds)))  # of the pairs before each character
    run = sums - np.minimum.accumulate(sums)
    ends = np.flatnonzero((sold > KNOWN) & (run[1:] > GATE * STEP)) + 2
    if not len(ends):
        return []
    gains = _gains(read, sums, ends, model)
    likely = gains.max(axis=1) >= FLOOR
    found = (_begun(text, int(end), row) for end, row in zip(ends[likely], gains[likely], strict=True))
    return [Stretch(start - _place_before(text, start) - 1, end - 1, gain) for start, end, gain in _apart(found)]


def _gains(
    read: NDArray[np.uint16], sums: NDArray[np.int64], ends: NDArray[np.intp], model: Offers
) -> NDArray[np.float32]:
    """Return for each end, and each size from the shortest on, what is gained where that stretch is cut out."""
    import numpy as np

    sizes = np.arange(_SHORTEST, _LONGEST + 1)
    starts = ends[:, None] - sizes
    inside = np.maximum(starts, 1)
    before, first = read[inside - 1], read[inside]
    last, behind = read[ends - 1], read[ends]
    closed = model.last[last] + (_END * model.sold[read[ends - 2], last] - model.news[last, behind]) / STEP
    opened = model.first[first] + model.slot[before] * _SLOT
    counted = sums[ends - 1][:, None] - sums[inside] - model.news[before, first] + model.news[before, behind[:, None]]
    gains: NDArray[np.float32] = counted / STEP + opened + closed[:, None] - _LENGTH * sizes
    gains[starts < 1] = -np.inf
    return gains


def _begun(text: str, end: int, gains: NDArray[np.float32]) -> Stretch:
    """Return the stretch before an end that begins where it gains most and tears no word."""
    most = gains.max()
    near = [(end - _SHORTEST - i, float(gains[i])) for i in range(len(gains)) if gains[i] > most - _NEAR]
    start, gain = max(((at, gain - _TORN * _torn(text, at)) for at, gain in near), key=lambda pair: pair[1])
    closed = 0.0 if text[end] in CLOSED else opens(text, end)
    return Stretch(start, end, gain + _OPENS * closed - _TORN * _torn(text, end))


def _place_before(text: str, at: int) -> int:
    """Return how long the name of the place is that an offer is made for: 上海|管道疏通."""
    return next((size for size in (4, 3, 2) if text[max(0, at - size) : at].rstrip("市省") in _places()), 0)


@cache
def _places() -> frozenset[str]:
    return frozenset(row[0] for row in rows("places"))


def _torn(text: str, at: int) -> float:
    """Return how much better two stretches read as one where they meet, in nats."""
    if text[at - 1] in SLOTS or text[at] in CLOSED:
        return 0.0
    return max(0.0, cost(text[at - 2 : at]) + cost(text[at : at + 2]) - cost(text[at - 2 : at + 2]))


def _apart(found: Iterable[Stretch]) -> list[Stretch]:
    """Return the stretches that overlap none that gains more, in order; `found` is in the order of their ends."""
    kept: list[Stretch] = []
    for stretch in found:
        over = [each for each in kept[-_LONGEST:] if each.end > stretch.start]
        if all(stretch.gain > each.gain for each in over):
            del kept[len(kept) - len(over) :]
            kept.append(stretch)
    return kept
