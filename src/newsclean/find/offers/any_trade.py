"""Offers of any trade pasted into sentences: 空调移机加氟, 无抵押贷款秒批, 【老虎机送体验金】.

No table need list the trade. Two languages are compared (newsclean.find.offers.model): how characters follow each other
in what spammers paste, and how they do in news. Where the former is likelier for a stretch, the stretch is found by the
best gain: it is sold rather than told, and the sentence reads on without it. Then its place is judged.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.junctions import opens
from newsclean.find.offers.model import LEAST, STEP, STOPS, offers
from newsclean.find.words import cost
from newsclean.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from newsclean.find.offers.model import Offers
    from newsclean.matching import Page

WEIGHTS = {
    "ends": 3.0,
    "of": 1.2,
    "comma": 0.82,
    "letters": 0.8,
    "opens": 0.37,
    "gain": 0.22,
    "size": -0.02,
    "dense": -0.15,
    "shut": -1.1,
    "small": -1.4,
    "known": -2.3,
    "other slot": -3.5,
    "topic": -3.5,
    "bias": -3.8,
    "quoted": -4.0,
    "line ends": -5.5,
}
"""What each trait adds to the log-odds of a stretch being pasted, for each unit of it."""

ALONE, BESIDE = 3.9, 1.6
"""The log-odds asked of a stretch, and of one on a page that has a sure one."""

GATE = 8.0
"""Nats by which a stretch must be likelier as an offer before anything else is asked."""

_SLOT = 2.8  # nats; two thirds of what is pasted stands behind a mark or 的, as one character in ten of news does
_LENGTH = 0.1  # nats a character: in doubt the words beside an offer are the sentence's
_END, _OPENS, _TORN = 7.0, 0.7, 1.0
_BEYOND = 4.0  # nats
_FLOOR, _NEAR = 8.0, 4.0
_SHORTEST, _LONGEST = 3, 26
_BEFORE, _BEHIND = 10, 7  # characters around what passed the gate where a stretch may begin and end
_HALF = 2.0
_BESIDE = 8  # characters beside these that say how a sentence reads there
_GROUP = 40  # characters
_SLOTS = frozenset(",、的。:;!?”\n")
_CLOSED = frozenset(",。;、:!?)”》\n")
_SMALL = frozenset(
    "的了在是和与被把将着过也都就他她我这那有为又却才还再已从对以及并但而其此该各每们之得向到来去起让给很"
)


class Stretch(NamedTuple):
    """A stretch of a page that may be an offer, and the gain of reading it as one, in nats."""

    start: int
    end: int
    gain: float


def find_offers(page: Page) -> list[Mark]:
    """Mark offers that are pasted into sentences.

    >>> from newsclean.matching import read_page
    >>> page = read_page("每天晚上,疏通下水道马桶他们把饭送上门,顺便看看煤气关了没有。")
    >>> [page.text[mark.start : mark.end] for mark in find_offers(page)]
    ['疏通下水道马桶']
    """
    found = [
        (stretch, _odds(traits))
        for stretch, traits in evidence(page.folded, stretches(page.folded, offers()), offers())
    ]
    asked = BESIDE if any(odds >= ALONE for _, odds in found) else ALONE
    return [
        Mark(stretch.start, stretch.end, "find", "injected_keyword", "injected.offer", confidence=0.8)
        for stretch, odds in found
        if odds >= asked
    ]


def _odds(traits: Mapping[str, float]) -> float:
    return sum(WEIGHTS[name] * value for name, value in traits.items())


def stretches(folded: str, model: Offers) -> list[Stretch]:
    """Return the likeliest stretches of a folded page, one for each place that passes the gate."""
    import numpy as np

    text = f"\n{folded}\n"
    ahead = np.cumsum(_odds_of_pairs(model.read(text), model))
    run = ahead - np.minimum.accumulate(ahead)
    peaks = np.flatnonzero(run > GATE * STEP)
    best = [_around(text, model, *group) for group in _groups((peaks + 1).tolist())]
    return _apart([stretch for stretch in best if stretch and stretch.gain >= _FLOOR])


def _odds_of_pairs(read: NDArray[np.uint16], model: Offers) -> NDArray[np.int32]:
    import numpy as np

    odds = model.odds[read[:-1], read[1:]].astype(np.int32)
    odds[odds == LEAST] = 4 * LEAST
    return odds


def _groups(peaks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield runs of places that stand side by side, none longer than a sentence."""
    first = last = -9
    for at in peaks:
        if at > last + 2 or at > first + _GROUP:
            if first >= 0:
                yield first, last
            first = at
        last = at
    if first >= 0:
        yield first, last


def _around(text: str, model: Offers, first: int, last: int) -> Stretch | None:
    """Return the best stretch around a place: by what stands so near that it has a say."""
    low = max(0, first - _BEFORE - _BESIDE)
    found = _best(text[low : last + _BEHIND + _BESIDE], model, first - low, last - low)
    return found and Stretch(found.start + low, found.end + low, found.gain)


@lru_cache(maxsize=128)  # a sentence comes back at the next look
def _best(text: str, model: Offers, first: int, last: int) -> Stretch | None:
    """Return the stretch around a place that gains most: it is sold, and the sentence reads on where it is cut out."""
    import numpy as np

    read = model.read(text)
    odds = _odds_of_pairs(read, model)
    low, high = max(1, first - _BEFORE), min(len(text) - 1, last + _BEHIND)
    starts = np.array([at for at in range(low, high) if text[at] not in STOPS], dtype=np.intp)
    if not len(starts) or high < low + _SHORTEST:
        return None
    ends = np.arange(low + _SHORTEST, high + 1)
    one, two, three = read[low - 1 : high - 2], read[low : high - 1], read[low + 1 : high]
    beyond = model.ends[one, two] & ~model.known[two, three]  # where an offer may end, it goes on as offers do
    sums = np.concatenate(
        [[0], np.cumsum(odds[low : high - 1] / STEP - _BEYOND * beyond)]
    )  # of the pairs from `low` on
    slot = np.array([_SLOT if text[at - 1] in _SLOTS else 0.0 for at in starts])
    before, behind = read[starts - 1], read[ends]
    opened = model.first[read[starts]] - model.news[before, read[starts]] / STEP + slot
    closed = model.last[read[ends - 1]] - model.news[read[ends - 1], behind] / STEP
    gain = sums[ends - 1 - low][None, :] - sums[starts - low][:, None] + opened[:, None] + closed[None, :]
    gain += model.news[before[:, None], behind[None, :]] / STEP
    gain += _END * model.ends[read[ends - 2], read[ends - 1]]
    size = ends[None, :] - starts[:, None]
    gain -= _LENGTH * size
    gain[(size < _SHORTEST) | (size > _LONGEST)] = -np.inf
    most = gain.max()
    if most < _FLOOR:
        return None
    near, by = gain.max(axis=1) > most - _NEAR, gain.max(axis=0) > most - _NEAR
    starts, ends, gain = starts[near], ends[by], gain[near][:, by]
    gain += np.array([_OPENS * _opens(text, at) - _TORN * _torn(text, at) for at in ends])
    gain -= np.array([_TORN * _torn(text, at) for at in starts])[:, None]
    i, j = np.unravel_index(int(np.argmax(gain)), gain.shape)
    return Stretch(int(starts[i]) - 1, int(ends[j]) - 1, float(gain[i, j]))


def _opens(text: str, at: int) -> float:
    return 0.0 if text[at] in _CLOSED else opens(text, at)


def _apart(found: Iterable[Stretch]) -> list[Stretch]:
    """Return of stretches in order those that overlap no neighbour that gains more."""
    kept: list[Stretch] = []
    for stretch in found:
        if kept and stretch.start < kept[-1].end:
            if stretch.gain > kept[-1].gain:
                kept[-1] = stretch
        else:
            kept.append(stretch)
    return kept


def evidence(
    folded: str, found: Sequence[Stretch], model: Offers, least: float = BESIDE
) -> list[tuple[Stretch, dict[str, float]]]:
    """Return what speaks for and against each stretch, by name; only of those that may have `least` log-odds."""
    text = f"\n{folded}\n"
    traits = ((stretch, _traits(text, stretch, model)) for stretch in found)
    likely = [(stretch, each) for stretch, each in traits if _odds(each) >= least]
    if not likely:
        return []
    topics = _topics(text, found, [stretch for stretch, _ in likely], model)
    return [(stretch, each | {"topic": topic}) for (stretch, each), topic in zip(likely, topics, strict=True)]


def _topics(text: str, found: Sequence[Stretch], asked: Iterable[Stretch], model: Offers) -> list[float]:
    """Return for each stretch how far the page says its pairs elsewhere: 1 for half of them or more."""
    import numpy as np

    read = model.read(text).astype(np.int64)
    pairs = read[:-1] * len(model.first) + read[1:]
    told = np.ones(len(pairs), dtype=bool)
    for start, end, _ in found:
        told[start : end + 1] = False
    prose = np.append(np.sort(pairs[told]), -1)  # searched below: an end that no pair equals
    topics = []
    for start, end, _ in asked:
        own = pairs[start + 1 : end - 1]  # the last, 电话 or 价格, stands in every trade's
        said = prose[np.searchsorted(prose[:-1], own)] == own
        topics.append(min(1.0, _HALF * float(said.mean())))
    return topics


def _traits(page: str, stretch: Stretch, model: Offers) -> dict[str, float]:
    """Return the traits of a stretch of a folded page that has a line break before and behind it."""
    start, end, gain = stretch.start + 1, stretch.end + 1, stretch.gain
    text, before, behind = page[start:end], page[start - 1], page[end]
    shut = behind in _CLOSED
    read = model.read(text)
    return {
        "bias": 1.0,
        "known": float(model.known[read[:-1], read[1:]].mean()),
        "ends": float(model.ends[read[-2], read[-1]]),
        "gain": gain,
        "dense": gain / len(text),
        "size": float(len(text)),
        "comma": float(before == ","),
        "of": float(before == "的"),
        "other slot": float(before in _SLOTS and before not in ",的"),
        "shut": float(shut),
        "opens": 0.0 if shut else opens(page, end),
        "quoted": float(before in "“《([【〔" or behind in "”》)]】〕" or _is_titled(page, start)),
        "letters": float(any(char.isascii() and char.isalnum() for char in text)),
        "small": float(sum(char in _SMALL for char in text)),
        "line ends": float(behind == "\n"),
    }


def _is_titled(page: str, at: int) -> bool:
    """Tell a place inside the name of a work, a project or a law."""
    low = max(0, at - _LONGEST)
    return page.rfind("《", low, at) > page.rfind("》", low, at)


def _torn(text: str, at: int) -> float:
    """Return how much better two stretches read as one where they meet, in nats."""
    if text[at - 1] in _SLOTS or text[at] in _CLOSED:
        return 0.0
    return max(0.0, cost(text[at - 2 : at]) + cost(text[at : at + 2]) - cost(text[at - 2 : at + 2]))
