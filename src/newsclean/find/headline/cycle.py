"""A cycle of fragments, and the judgement whether it is one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from statistics import fmean as mean
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.junctions import opens
from newsclean.find.tables import rows
from newsclean.find.words import ahead, cost, counted, is_word

if TYPE_CHECKING:
    from collections.abc import Sequence

AHEAD = 18
"""Code points behind a slot that are read."""

_STOP, _DIGIT = re.compile(r"[。!?;\n]"), re.compile("[0-9]")
_STRANGE = 5.5
_DOUBLED = 7.0
_SHORT_GAP = 5
_ROUNDS = 2.0
# An honest lead says the headline's words again, but never, twice, pieces that were cut across them.
_ROUNDS_TOLD, _ODD_TOLD = 1.5, 2
_MANY_ROUNDS = 2.25
_SURE = 33.0
_ODD = 0.25
_HEAVY = 13.5
_AT_HOME = 4.8
_PHRASE = 5.2
_CLOSE = 60
# Nats: four honest lists of words have -0.4 and less behind a word, and 2.7 and less for a place.
_SUBJECTS, _LIGHT = -0.3, 3.0


class Hit(NamedTuple):
    """A fragment at its place in the text."""

    start: int
    end: int
    fragment: str


@dataclass(frozen=True, slots=True)
class Cycle:
    """Fragments in their order, and every place where one of them was pasted."""

    fragments: tuple[str, ...]
    hits: tuple[Hit, ...]
    weight: float

    @property
    def periods(self) -> float:
        """How many rounds the fragments go."""
        return len(self.hits) / len(self.fragments)

    @property
    def title(self) -> str:
        """The pieces joined from the one that stands first: the headline, but for what was folded into a piece."""
        first = self.fragments.index(self.hits[0].fragment)
        return "".join(self.fragments[first:] + self.fragments[:first])


@lru_cache(maxsize=1024)  # a place is weighed for every order that it may belong to
def foreign(folded: str, start: int, fragment: str) -> float:
    """Return how foreign a fragment is where it stands, in nats for each character; a word twice is."""
    if _is_doubled(fragment):
        return _DOUBLED
    costs = ahead(folded[start : start + AHEAD])
    return (costs[0] - costs[len(fragment)]) / counted(fragment)


def holds(cycle: Cycle, folded: str, titles: Sequence[str]) -> bool:
    """Weigh a cycle: rounds, headline, how foreign its fragments are, and whether the clauses are parallel."""
    gaps = [folded[a.end : b.start] for a, b in pairwise(cycle.hits)]
    heads = len({_DIGIT.sub("0", folded[hit.end : hit.end + 2]) for hit in cycle.hits}) / len(cycle.hits)
    share = strange(cycle, folded)
    cost_each = mean(foreign(folded, hit.start, hit.fragment) for hit in cycle.hits)
    sure = share >= _ODD and (cycle.weight >= _SURE or (cycle.periods >= _MANY_ROUNDS and share >= 2 * _ODD))
    told = any(_spells(cycle, title) for title in titles)
    rounds = _ROUNDS_TOLD if told and _odd_twice(cycle) >= _ODD_TOLD else _ROUNDS
    if cycle.periods < rounds or len(set(gaps)) < (0.6 if sure else 0.8) * len(gaps):
        return False  # the same text twice
    if told:
        return cost_each >= 4.5
    if (
        _acts(cycle, folded, share)
        or _is_parallel(cycle, folded)
        or median(map(len, gaps)) < _SHORT_GAP
        or heads < (0.5 if sure else 0.75)
    ):
        return False
    if cycle.periods >= _MANY_ROUNDS:
        return cycle.weight >= _HEAVY and cost_each >= _AT_HOME
    phrase = together(cycle, folded) and max(map(len, gaps)) <= _CLOSE
    return sure or (phrase and cost_each >= _PHRASE and cycle.weight >= _HEAVY)


def together(cycle: Cycle, folded: str) -> bool:
    """Tell whether two neighbours of the cycle stand on the page as one: the headline's phrase that was cut."""
    pairs = zip(cycle.fragments, (*cycle.fragments[1:], cycle.fragments[0]), strict=True)
    return any(a + b in folded for a, b in pairs)


def _acts(cycle: Cycle, folded: str, share: float) -> bool:
    """Tell words behind which the sentences go on with what they do: 原告撤回, 被告还款."""
    goes_on = mean(opens(folded, hit.end) for hit in cycle.hits) < _SUBJECTS
    return goes_on and share < 2 * _ODD and cycle.weight < _LIGHT * len(cycle.hits)


def _is_parallel(cycle: Cycle, folded: str) -> bool:
    """Tell people or things that act in turn: none stands behind 的, and half are names or the same one begins."""
    if any(folded[hit.start - 1] in "的是" for hit in cycle.hits):
        return False
    if 2 * sum(_is_name(fragment, cycle, folded) for fragment in cycle.fragments) >= len(cycle.fragments):
        return True
    begins = {cycle.hits[0].fragment}
    begins |= {b.fragment for a, b in pairwise(cycle.hits) if _STOP.search(folded, a.end, b.start)}
    return len(begins) == 1


def _spells(cycle: Cycle, title: str) -> bool:
    """Tell whether the fragments, but for one, are pieces of the headline, and their heads go through it in order."""
    whole = sum(pieces(fragment, title) == len(fragment) for fragment in cycle.fragments)
    places = [title.find(fragment[:2]) for fragment in cycle.fragments]
    turns = sum(b < a for a, b in pairwise([*places, places[0]]))
    return whole >= len(cycle.fragments) - 1 and turns <= 2 and len(title) >= 8


def pieces(text: str, title: str) -> int:
    """Return how much of a text is pieces of two characters and more of a headline, read from the left."""
    done = 0
    while done < len(text):
        size = next((n for n in range(len(text) - done, 0, -1) if text[done : done + n] in title), 0)
        if size < 2 and done + size < len(text):
            break
        done += size
        if not size:
            break
    return done


def strange(cycle: Cycle, folded: str) -> float:
    """Return the share of a cycle's fragments that are no words, and stand nowhere else as a name would."""
    odd = [fragment for fragment in cycle.fragments if _is_strange(fragment)]
    return sum(not _is_name(fragment, cycle, folded) for fragment in odd) / len(cycle.fragments)


def _odd_twice(cycle: Cycle) -> int:
    """Return how many fragments that are no words stand twice and more."""
    times = Counter(hit.fragment for hit in cycle.hits)
    return sum(n > 1 and _is_strange(fragment) for fragment, n in times.items())


def _is_name(fragment: str, cycle: Cycle, folded: str) -> bool:
    """Tell what may be a name: a surname with one or two characters, or what stands elsewhere too."""
    return is_name(fragment) or (_is_strange(fragment) and _stands_elsewhere(fragment, cycle, folded))


def is_name(fragment: str) -> bool:
    """Tell whether a fragment may be a person: a surname with one or two characters."""
    return len(fragment) in (2, 3) and fragment[0] in _surnames() and not is_word(fragment)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row[0] for row in rows("surnames") if row[-1] == "common")


def _stands_elsewhere(fragment: str, cycle: Cycle, folded: str) -> bool:
    """Tell whether a fragment stands outside the cycle, and not as a part of other words (民群 in 人民群众)."""
    hits = {hit.start for hit in cycle.hits}
    at = folded.find(fragment)
    while at >= 0:
        end = at + len(fragment)
        inside = is_word(folded[at - 1 : at + 1]) or is_word(folded[end - 1 : end + 1])
        if at not in hits and not inside:
            return True
        at = folded.find(fragment, end)
    return False


def _is_strange(fragment: str) -> bool:
    """Tell a piece that is no words: cut across them, or a word twice."""
    if fragment.endswith("某"):
        return False
    return _is_doubled(fragment) or (not is_word(fragment) and cost(fragment) / len(fragment) >= _STRANGE)


def _is_doubled(fragment: str) -> bool:
    half = len(fragment) // 2
    return half > 1 and fragment[:half] == fragment[half:]
