"""From an order of keys to a cycle: where each fragment ends, which of its places were pasted, and which kinds are.

The end is where the text is told shortest: a fragment is spelled once, and all that is left of the sentences has to
be read as words. A place is pasted if it is likely on all ways round the cycle together, so that of two equal places
between the same neighbours neither is; a kind is one if the cycle weighs clearly less without it.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from math import inf, log
from typing import TYPE_CHECKING

from newsclean.find.headline.cycle import AHEAD, Cycle, Hit, foreign
from newsclean.find.headline.rounds import HOLE, KINDS, Slot, Slots, Step, by_keys, rounds
from newsclean.find.junctions import opens
from newsclean.find.words import ahead, cost

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 8
_LOOKS = 6
# Nats. What a fragment costs to spell: of the page alone two characters and what is joined to them, else pieces of the
# headline and characters that it lacks. What it saves where it stands, and of what the page says elsewhere at most.
_SPELLED, _JOINED = 20.0, 5.0
_OF_TITLE, _STRANGE_TO_TITLE = 4.0, 12.0
_NOT_TAKEN, _SAID = 2.0, 6.0
# Nats for a place, by a logistic regression over 10,891 places of fragments in polluted articles; `_BASE` is less than
# fitted, since the places of an honest article count too.
_BASE, _AT_HOME, _FOREIGN = 2.0, 4.5, 0.32
_LONG, _OPENS, _AT_LINE_END = 1.5, 0.5, 1.5
_RARE, _GOES_ON_ELSEWHERE, _GOES_ON_TWICE = 4.0, 3.5, 1.3
_LIKELY, _PERHAPS = 0.8, 0.4
_OF_KIND = 4.5
# What comes again and is longer than most pieces is rather a name of the story: nats for each character beyond.
_PIECE, _NAME = 4, 2.0
# By keys alone; 475 cycles put into articles weigh 26 and more, most orders by chance less.
_LIGHTEST = 22.5
_RARE_SLOTS = frozenset(":;了…")
_STOPS = frozenset(",、;:。!?).%/")


def settle(keys: Sequence[str], slots: Slots, folded: str, title: str) -> Cycle | None:
    """Return the cycle whose fragments begin with the keys, in their order, or None."""
    grown = _fragments(list(keys), slots, folded, title)
    if not grown:
        return None
    for _ in range(_LOOKS):
        fragments = grown
        places = _weighed(fragments, slots, folded, title)
        weight, likely = rounds(places, len(fragments))
        taken = [place for place, chance in zip(places, likely, strict=True) if chance > _LIKELY]
        grown = [_end(_of(i, taken), folded, title) or fragment for i, fragment in enumerate(fragments)]
        if grown == fragments:
            grown = _without_chance(fragments, places, weight, likely)
        if grown == fragments:
            break
    hits = tuple(Hit(place.start, place.end, place.slot.run[: place.end - place.start]) for place in taken)
    kinds = {hit.fragment for hit in hits}
    if len(kinds) < KINDS:
        return None
    return Cycle(tuple(each for each in fragments if each in kinds), hits, weight)


def _without_chance(fragments: list[str], places: Sequence[Step], weight: float, likely: Sequence[float]) -> list[str]:
    """Leave out the kind that the cycle needs least, if its places may stand between the others by chance."""
    if len(fragments) == KINDS:
        return fragments
    worth, times = [0.0] * len(fragments), [0.0] * len(fragments)
    for place, chance in zip(places, likely, strict=True):
        worth[place.at] += chance * place.weight
        times[place.at] += chance
    spare = [_NAME * max(0, len(fragment) - _PIECE) for fragment in fragments]
    doubted = sorted(range(len(fragments)), key=lambda at: worth[at] + HOLE * times[at] - spare[at])[:2]
    heaviest, worst = max((_weight_without(at, places, len(fragments)) + spare[at], at) for at in doubted)
    return fragments if heaviest + _OF_KIND < weight else [*fragments[:worst], *fragments[worst + 1 :]]


def _weight_without(kind: int, places: Sequence[Step], kinds: int) -> float:
    others = [place._replace(at=place.at - (place.at > kind)) for place in places if place.at != kind]
    return rounds(others, kinds - 1, inf)[0]


def _of(at: int, places: Sequence[Step]) -> tuple[Slot, ...]:
    return tuple([place.slot for place in places if place.at == at])


def _fragments(keys: list[str], slots: Slots, folded: str, title: str) -> list[str]:
    """Return the fragments that stand for keys; keys that stand inside other fragments are left out."""
    for _ in range(_LOOKS):
        if len(keys) < KINDS:
            break
        places = by_keys(keys, slots)
        weight, likely = rounds(places, len(keys), _LIGHTEST)
        if weight < _LIGHTEST:
            break
        taken = [place for place, chance in zip(places, likely, strict=True) if chance > _PERHAPS]
        if len(taken) < 2 * KINDS:
            break
        fragments = [_end(_of(i, taken), folded, title) for i in range(len(keys))]
        kept = [i for i, each in enumerate(fragments) if each and not _is_inside(i, fragments, places)]
        if len(kept) == len(keys):
            return fragments
        keys = [keys[i] for i in kept]
    return []


def _is_inside(at: int, fragments: Sequence[str], places: Sequence[Step]) -> bool:
    """Tell whether most places of a key lie inside another fragment, behind its 的 or 是."""
    starts = [place.start for place in places if place.at == at]
    for i, fragment in enumerate(fragments):
        inside = fragment.find(fragments[at][:2], 1)
        if i != at and inside > 0:
            others = {place.start + inside for place in places if place.at == i}
            if 2 * sum(start in others for start in starts) >= len(starts):
                return True
    return False


@lru_cache(maxsize=256)  # orders of one page share most of their slots
def _end(slots: tuple[Slot, ...], folded: str, title: str) -> str:
    """Return the fragment that tells the text behind the slots shortest."""
    best, shortest = "", float("inf")
    for size in range(2, _LONGEST + 1):
        shared: dict[str, list[int]] = {}
        for slot in slots:
            if len(slot.run) >= size:
                shared.setdefault(slot.run[:size], []).append(slot.start)
        again = [(text, starts) for text, starts in shared.items() if len(starts) > 1]
        if not again:
            break
        told, text = min((_spelling(text, title) - _saved(text, at, len(slots), folded), text) for text, at in again)
        if told < shortest:
            best, shortest = text, told
    return best


def _saved(text: str, starts: Sequence[int], slots: int, folded: str) -> float:
    """Return what a fragment saves of the text, in nats: of words that the page says elsewhere little."""
    size, saved = len(text), 0.0
    others = max(0, folded.count(text[:2]) - slots)
    head = _SAID + log(len(folded) / (1 + others))
    for start in starts:
        costs = ahead(folded[start : start + AHEAD])
        said = next((at for at in range(2, size - 1) if _goes_on(start, at, size, starts, folded)), size)
        saved += min(head, costs[0] - costs[2]) + costs[2] - costs[said] + _NOT_TAKEN
    return saved


def _goes_on(start: int, at: int, size: int, starts: Sequence[int], folded: str) -> bool:
    """Tell whether the page says the end of a fragment elsewhere too with what is behind it: 食品|安."""
    text = folded[start + at : start + size + 1]
    return text[-1].isalnum() and folded.count(text) > sum(folded.startswith(text, each + at) for each in starts)


def _spelling(text: str, title: str) -> float:
    """Return what a fragment costs to spell, in nats: less where it is made of pieces of the headline."""
    if not title:
        return _SPELLED + cost(text) - cost(text[:2]) + _JOINED * (len(text) > 2)
    told, done = 0.0, 0
    while done < len(text):
        size = next((n for n in range(len(text) - done, 1, -1) if text[done : done + n] in title), 1)
        told += _OF_TITLE if size > 1 else _STRANGE_TO_TITLE
        done += size
    return told


def _weighed(fragments: Sequence[str], slots: Slots, folded: str, title: str) -> list[Step]:
    """Return the places where whole fragments stand, in order, each with what speaks for its being pasted."""
    places = []
    for at, fragment in enumerate(fragments):
        size = len(fragment)
        mine = [s for s in slots.get(fragment[:2], ()) if s.run.startswith(fragment)]
        behind = Counter(folded[slot.start + size : slot.start + size + 1] for slot in mine)
        long = size > 2 and folded.count(fragment) <= len(mine) + (fragment in title)
        for slot in mine:
            end = slot.start + size
            char = folded[end : end + 1]
            if char in _STOPS:  # a stop behind 的 would be left
                continue
            weight = _BASE + _LONG * long + _AT_LINE_END * (char in ("", "\n"))
            weight += _FOREIGN * (foreign(folded, slot.start, fragment) - _AT_HOME) + _OPENS * opens(folded, end)
            weight -= _RARE * (folded[slot.start - 1] in _RARE_SLOTS)
            if char.isalnum():
                elsewhere = folded.count(fragment + char) > behind[char]
                weight -= _GOES_ON_ELSEWHERE * elsewhere + _GOES_ON_TWICE * (behind[char] > 1)
            places.append(Step(slot.start, end, at, weight, slot))
    return sorted(places)
