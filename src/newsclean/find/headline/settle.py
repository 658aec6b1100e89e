"""From an order of keys to a cycle: where each fragment ends, and which of its places were pasted.

The end is where the text is told shortest: a fragment is spelled once, and all that is left of the sentences has to
be read as words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from statistics import fmean as mean
from typing import TYPE_CHECKING

from newsclean.find.headline.cycle import AHEAD, Cycle, Hit, foreign, is_name
from newsclean.find.headline.rounds import KINDS, Slot, Slots, Step, by_keys, chain, distance
from newsclean.find.words import ahead, is_word

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 8
_SPELLED = 10.0
_STRANGE_TO_TITLE = 12.0
_OF_TITLE = 4.0
_NOT_TAKEN = 2.0
_SAID = 4.0
_AT_HOME = 4.5
_SCALE = 3.0
_BASE = 0.3
_BEFORE_HEAD = 1.0
_AT_LINE_END = 0.6
_RARE = 0.3
_LEAST, _MOST = -0.7, 1.3
_ORDINARY = 3.9
_PHRASE = 5.0
_LONG = 6
_CLEARLY = 0.05
_CLEARLY_WORD = 0.5
_CLAUSE = 28
_SENTENCE = 60
_LOOKS = 3
# By keys alone; 475 cycles put into articles weigh 8.8 and more, most orders by chance less.
_LIGHTEST = 7.5
_RARE_SLOTS = frozenset(":;了…")
_STOPS = frozenset(",、;:。!?).%/")
_SLOT_CHARS = frozenset("的,。、!?:;是了”’》…\n")
_AMOUNT = re.compile(r"\d+[年月日元万亿个号时点%]")
_HAN = re.compile("[\u3400-\u9fff]+")


def settle(keys: Sequence[str], slots: Slots, folded: str, title: str) -> Cycle | None:
    """Return the cycle whose fragments begin with the keys, in their order, or None."""
    found = _fragments(list(keys), slots, folded, title)
    if not found:
        return None
    fragments = found
    weight, steps = chain((), 0)
    for _ in range(_LOOKS):
        weight, steps = chain(_weighed(fragments, slots, folded), len(fragments))
        grown = [_end(_of(i, steps), folded, title) or fragment for i, fragment in enumerate(fragments)]
        noise = [i for i in range(len(grown)) if len(grown) > KINDS and _is_noise(i, grown, steps, folded, title)][:1]
        if grown == fragments and not noise:
            break
        fragments = [fragment for i, fragment in enumerate(grown) if i not in noise]
    else:
        weight, steps = chain(_weighed(fragments, slots, folded), len(fragments))
    hits = _sure(steps, fragments, slots, folded)
    kinds = {hit.fragment for hit in hits}
    if len(kinds) < KINDS:
        return None
    return Cycle(tuple(each for each in fragments if each in kinds), tuple(hits), weight)


def _sure(steps: Sequence[Step], fragments: Sequence[str], slots: Slots, folded: str) -> list[Hit]:
    """Leave out words at the ends of the way, and steps that another place of the round is as good for."""
    taken = list(steps)
    while len(taken) > 1 and _is_far(taken[-1].start - taken[-2].end, fragments[taken[-1].at]):
        taken.pop()
    while len(taken) > 1 and _is_far(taken[1].start - taken[0].end, fragments[taken[0].at]):
        taken.pop(0)
    others = _weighed(fragments, slots, folded)
    margin = [_CLEARLY_WORD if is_word(each) or is_name(each) else _CLEARLY for each in fragments]
    ends = [0, *(step.end for step in taken)]
    starts = [*(step.start for step in taken[1:]), len(folded)]
    return [
        Hit(step.start, step.end, fragments[step.at])
        for step, left, right in zip(taken, ends, starts, strict=False)
        if not any(
            left < each.start < right and each.start != step.start and _rivals(each, step, left, right, margin[step.at])
            for each in others
            if each.at == step.at
        )
    ]


def _rivals(other: Step, step: Step, left: int, right: int, margin: float) -> bool:
    """Tell whether another place between the same neighbours is nearly as good."""
    loss = distance(other.start - left) - distance(step.start - left)
    loss += distance(right - other.end) - distance(right - step.end) if right - step.end < _SENTENCE else 0.0
    return other.weight - loss > step.weight - margin


def _is_far(gap: int, fragment: str) -> bool:
    """Tell whether the first or last fragment stands too far from the others: a word at the width of a clause."""
    return gap > (_CLAUSE if is_word(fragment) else _SENTENCE)


def _of(at: int, steps: Sequence[Step]) -> tuple[Slot, ...]:
    return tuple([step.slot for step in steps if step.at == at])


def _fragments(keys: list[str], slots: Slots, folded: str, title: str) -> list[str]:
    """Return the fragments that stand for keys; keys that stand inside other fragments are left out."""
    for _ in range(_LOOKS):
        if len(keys) < KINDS:
            break
        places = by_keys(keys, slots)
        weight, steps = chain(places, len(keys))
        if len(steps) < 2 * KINDS or weight < _LIGHTEST:
            break
        fragments = [_end(_of(i, steps), folded, title) for i in range(len(keys))]
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
    if len(slots) < 2:
        return ""
    costs = [ahead(folded[slot.start : slot.start + AHEAD]) for slot in slots]
    best, shortest = "", float("inf")
    for size in range(2, _LONGEST + 1):
        saved: dict[str, list[tuple[float, ...]]] = {}
        for slot, cost in zip(slots, costs, strict=True):
            if len(slot.run) >= size:
                saved.setdefault(slot.run[:size], []).append(cost)
        again = {text: each for text, each in saved.items() if len(each) > 1}
        shared = [(_spelling(text, title) - _saved(text, each, slots, folded), text) for text, each in again.items()]
        if not shared:
            break
        told, text = min(shared)
        if told < shortest:
            best, shortest = text, told
    return best


def _saved(text: str, costs: Sequence[Sequence[float]], slots: Sequence[Slot], folded: str) -> float:
    """Return what a fragment saves of the text, in nats: little for an end that other slots lack and the page says."""
    size = len(text)
    said = next((at for at in range(2, size - 1) if _is_said(text, at, len(costs), slots, folded)), size)
    return sum(
        each[0] - each[said] + min(_SAID * (size - said), each[said] - each[size]) + _NOT_TAKEN for each in costs
    )


def _is_said(text: str, at: int, times: int, slots: Sequence[Slot], folded: str) -> bool:
    shared = sum(slot.run.startswith(text[:at]) for slot in slots)
    return shared > times and folded.count(text[at:]) > times


def _spelling(text: str, title: str) -> float:
    """Return what a fragment costs to spell, in nats: less where it is made of pieces of the headline."""
    if not title:
        return _SPELLED * len(text)
    told, done = 0.0, 0
    while done < len(text):
        size = next((n for n in range(len(text) - done, 1, -1) if text[done : done + n] in title), 1)
        told += _OF_TITLE if size > 1 else _STRANGE_TO_TITLE
        done += size
    return told


def _weighed(fragments: Sequence[str], slots: Slots, folded: str) -> list[Step]:
    """Return the places where whole fragments stand, each with what speaks for it.

    A fragment whose removal would leave a stop behind 的 is text; one before the head of another is rather text, the
    phrase that was cut up.
    """
    heads = {fragment[:2] for fragment in fragments}
    steps = []
    for at, fragment in enumerate(fragments):
        for slot in slots.get(fragment[:2], ()):
            end = slot.start + len(fragment)
            if slot.run.startswith(fragment) and folded[end : end + 1] not in _STOPS:
                weight = _BASE + (foreign(folded, slot.start, fragment) - _AT_HOME) / _SCALE
                weight += _AT_LINE_END if folded[end : end + 1] in ("", "\n") else 0.0
                weight -= _RARE if folded[slot.start - 1] in _RARE_SLOTS else 0.0
                weight -= _BEFORE_HEAD if folded[end : end + 2] in heads and is_word(fragment) else 0.0
                steps.append(Step(slot.start, end, at, max(_LEAST, min(_MOST, weight)), slot))
    return steps


def _is_noise(at: int, fragments: Sequence[str], steps: Sequence[Step], folded: str, title: str) -> bool:
    """Tell a kind that is text: an amount, words made of the others, what is at home or mostly missing."""
    mine = [step.start for step in steps if step.at == at]
    if not mine:
        return True
    fragment = fragments[at]
    others = "".join(each for i, each in enumerate(fragments) if i != at)
    plain = is_word(fragment) or is_name(fragment) or _AMOUNT.fullmatch(fragment)
    if plain and all(char in others for char in fragment):
        return True
    if title and fragment in title:
        return False
    if title and is_name(fragment) and fragment[:2] not in title:
        return True
    n = len(fragments)
    holes = sum((b.at - a.at) % n > (at - a.at) % n > 0 for a, b in pairwise(steps))
    if not holes and len(mine) > 2 and not _AMOUNT.fullmatch(fragment):
        return False
    least = _PHRASE if len(fragment) >= _LONG else _ORDINARY
    if _AMOUNT.fullmatch(fragment) or mean(foreign(folded, start, fragment) for start in mine) < least:
        return True
    if len(fragment) == 3 and is_name(fragment) and folded.count(fragment) > len(mine):
        return True
    return holes > 0 and len(mine) <= max(2, holes)


def widened(cycle: Cycle, folded: str) -> Cycle:
    """Take in what stands before every occurrence of a fragment back to the slot: 的 or 是 inside the fragment."""
    before: dict[str, str] = {}
    for fragment in cycle.fragments:
        starts = [hit.start for hit in cycle.hits if hit.fragment == fragment]
        for n in range(1, 5):
            lefts = {folded[start - n : start] for start in starts}
            if len(starts) < 2 or len(lefts) > 1 or not all(map(_HAN.fullmatch, lefts)):
                break
            if all(folded[start - n - 1] in _SLOT_CHARS for start in starts):
                before[fragment] = lefts.pop()
                break
    hits = tuple(Hit(h.start - len(b), h.end, b + h.fragment) for h in cycle.hits for b in [before.get(h.fragment, "")])
    fragments = tuple(before.get(fragment, "") + fragment for fragment in cycle.fragments)
    return Cycle(fragments, hits, cycle.weight)
