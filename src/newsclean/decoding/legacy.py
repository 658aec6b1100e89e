"""GB18030 against Big5: the likelihood of the same bytes under one table for both scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean import likelihood
from newsclean.decoding.double_byte import CODECS
from newsclean.decoding.euc_tw import read_euc_tw
from newsclean.decoding.reading import REPLACEMENT
from newsclean.decoding.realign import likelihood_of_best

if TYPE_CHECKING:
    from collections.abc import Sequence

_RUN = re.compile(rb"[\x80-\xff][\x30-\x39\x40-\x7e\x80-\xff]*")
_BREAK = re.compile(rb"[\x00-\x2f]")
_SAMPLE = 600
_LARGE_SAMPLE = 4000

_CLEAR = 25.0
"""Nats between two families that end the search."""

_GOOD = -4.2
"""Nats per byte: real Chinese has -2.9 in the median, -4.3 at the second percentile."""

_CUT = -9.0
_PRIOR = 6.0
"""Nats that a declaration is worth: less than two characters."""


class Ranking(NamedTuple):
    """The likeliest family for some bytes: `score` in nats per byte of a sample of `size` bytes."""

    family: str
    score: float
    size: int


def rank(raw: bytes, runs: Sequence[bytes], declared: frozenset[str] = frozenset()) -> Ranking:
    """Rank the families by likelihood on a sample of the non-ASCII bytes, and on a larger one where that is in doubt.

    `declared` are families with a prior of a few nats, never more.
    """
    best = Ranking("gb", 0.0, 0)
    for size in (_SAMPLE, _LARGE_SAMPLE):
        joined = b"\n".join(runs if size == _SAMPLE else sample(raw, size))
        scores = {name: _PRIOR * (name in declared) + _read_whole(joined, name) for name in CODECS}
        if max(scores.values()) < _GOOD * len(joined):
            scores = {name: _PRIOR * (name in declared) + likelihood_of_best(joined, name) for name in CODECS}
        family = max(CODECS, key=lambda name: scores[name])
        best = Ranking(family, scores[family] / max(len(joined), 1), len(joined))
        if len(joined) < size or (scores[family] - min(scores.values()) > _CLEAR and best.score > _GOOD):
            break
    return best


def rank_euc_tw(runs: Sequence[bytes]) -> float:
    """Return the nats per byte of a sample read as EUC-TW."""
    joined = b"\n".join(runs)
    return likelihood.total(read_euc_tw(joined).text) / max(len(joined), 1)


def sample(raw: bytes, size: int = _SAMPLE) -> list[bytes]:
    """Return runs of non-ASCII bytes, of about `size` bytes in all: half from the beginning, half from the middle."""
    runs, end = _take(raw, 0, size // 2)
    if sum(map(len, runs)) < size // 2:
        return runs
    # the middle of what is left, from an ASCII byte that no character holds
    middle = _BREAK.search(raw, max(end, len(raw) // 2))
    return runs + _take(raw, middle.start() if middle else end, size - size // 2)[0]


def _take(raw: bytes, start: int, size: int) -> tuple[list[bytes], int]:
    runs: list[bytes] = []
    for found in _RUN.finditer(raw, start):
        runs.append(found[0][:size])
        size -= len(runs[-1])
        start = found.start() + len(runs[-1])
        if size <= 0:
            break
    return runs, start


def _read_whole(joined: bytes, family: str) -> float:
    """Return the log-probability of a sample as it stands, or without its first byte, in nats."""
    codec = CODECS[family][0]
    nats = _total(joined.decode(codec, "replace"))
    if nats > _GOOD * len(joined):
        return nats
    return max(nats, _CUT + _total(joined[1:].decode(codec, "replace")))


def _total(text: str) -> float:
    errors = text.count(REPLACEMENT)
    # a sample is cut at its ends, and Big5 has more characters than any one codec
    return likelihood.total(text) + 8.0 * min(errors, 2)
