"""Head, body and tail found together: the best-scoring cut of the lines into three."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsclean.layout.weights import WEIGHTS, Weight

_TIE = 1e-9
_LEAST = 1.0
_FAR = 6.5  # a sentence of prose: nothing behind it belongs to the edge


@lru_cache(maxsize=256)
def score(features: tuple[str, ...]) -> Weight:
    """Add up a line's features, zone by zone."""
    weights = [WEIGHTS[name] for name in features]
    return Weight(sum(w.head for w in weights), sum(w.body for w in weights), sum(w.tail for w in weights))


def segment(scores: Sequence[Weight]) -> tuple[int, int]:
    """Return (start, end) of the body among the lines: the cut with the highest sum, the largest body among equals.

    The sum is over the lines alone, so cutting the body out and cutting again finds nothing more to cut.

    >>> prose, chrome = Weight(-3, 3, -3), Weight(2, -1, 2)
    >>> segment([chrome, prose, prose, chrome, chrome])
    (1, 3)
    """
    suffix = [0.0]  # what giving away the last k lines to the tail gains
    for weight in reversed(scores):
        suffix.append(suffix[-1] + weight.tail - weight.body)
    best, start, end = 0.0, 0, len(scores)
    prefix = best_prefix = 0.0
    first = 0
    for i in range(len(scores) + 1):
        if prefix > best_prefix + _TIE:
            best_prefix, first = prefix, i
        gain = best_prefix + suffix[len(scores) - i]
        if gain > best + _TIE or (gain > best - _TIE and i - first > end - start):
            best, start, end = gain, first, i
        if i < len(scores):
            prefix += scores[i].head - scores[i].body
    return start, end


def trim(gains: Iterable[float]) -> int:
    """Return how many lines of an edge are given away: as many as gain most together, the fewest among equals.

    `gains` come from the edge inwards, and are read no further than prose allows. Less than one clear line is no gain.

    >>> trim([2.6, -0.8, 2.6, -6.8, 9.0]), trim([0.6])
    (3, 0)
    """
    best, gain = _LEAST, 0.0
    count = 0
    for i, step in enumerate(gains, 1):
        gain += step
        if gain > best + _TIE:
            best, count = gain, i
        elif gain < best - _FAR:
            break
    return count
