"""What speaks for and against a name being pasted where it stands: the name itself, and its sentence.

The lexicon, the tails, mixed scripts and odd spellings speak for an insertion, and so does a sentence that reads
better without it; a verb or preposition that governs the name, what it owns, and quotation marks speak against it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclean.find.brands.candidates import SLOT, Candidate
from newsclean.find.brands.families import is_inside, may_be_subject, trades
from newsclean.find.brands.needed import is_led_to, is_object, is_owner, is_subject, stands_apart
from newsclean.find.brands.replaced import begins_without
from newsclean.find.brands.tails import GAMBLING, PAIRS, SLOGAN, TAIL, WAY_IN, is_rich
from newsclean.find.brands.topics import CLAIMS
from newsclean.find.tables import rows
from newsclean.find.words import is_word, surprise

if TYPE_CHECKING:
    from collections import Counter

WEIGHTS = {
    "strong name": 3.0,
    "weak name": 0.5,
    "tail": 1.0,
    "second tail": 1.0,
    "gambling": 1.0,
    "mixed script": 1.0,
    "digits": 1.0,
    "numbered name": 0.5,
    "claims a country": 1.5,
    "spelling": 2.0,
    "in brackets": 1.5,
    "sibling": 3.5,
    "splits a word": 1.5,
    "plain form": -1.5,
    "inside a phrase": 1.5,
    "slot": 0.5,
    "no link to what follows": 1.0,
    "foreign": 1.0,
    "at home": -1.0,
    "repeated": 1.0,
    "company": 1.5,
    "beside a headline": 2.0,
    "replaces a name": 1.0,
    "stands for a name": 3.0,
    "trade without a name": -3.0,
    "governed": -2.0,
    "behind a preposition": -0.5,
    "governs": -2.0,
    "quoted": -2.0,
    "listed": -2.0,
    "told of": -3.0,
    "part of a name": -6.0,
    "written of": -3.5,
    "topic": -10.0,
}
"""What each piece of evidence adds; judged on clean news bodies and on polluted copies of them."""

_LONGER = re.compile("室[里内外的,。]|[旧遗原]址|门[前口外]")  # 棋牌室 and 赌场旧址 are places that a sentence tells of
_JOINT_BEFORE = re.compile(r"[^\n](\s*[-_|—]+\s*| +)\Z")
_JOINT_BEHIND = re.compile(r"(?:\s*[-_|—:]\s*| +)(?=[\u3400-\u9fff]{4})")
_HEAD = 100  # characters in which the headline begins
_PREPOSITIONS = frozenset("在从由对据到向被把将让为给于")
_LOCALIZERS = frozenset("后前时上里中内间")
_LOUD = re.compile(f"{GAMBLING.pattern}|{SLOGAN}|资料|好彩|全站")
_NUMBERED = re.compile(r"\d{3}|[a-z]\d{2}")


def is_governed(folded: str, start: int, end: int) -> bool:
    """Tell a name that its sentence asks for, or that what follows belongs to."""
    return is_object(folded, start) or folded[start - 1 : start] in _PREPOSITIONS or is_owner(folded, end)


def beside_headline(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return a name with the joint between it and the line that it begins or ends; nothing more inside a line.

    >>> text = "乐鱼体育-渡船涨价"
    >>> text[slice(*beside_headline(text, 0, 4))]
    '乐鱼体育-'
    """
    before, behind = _JOINT_BEFORE.search(folded, max(0, start - 5), start), _JOINT_BEHIND.match(folded, end)
    if folded[end : end + 1] in ("", "\n") and before:
        return before.end() - len(before[1]), end
    if start < _HEAD and folded[start - 1 : start] in ("", "\n") and behind:  # further down it heads another's headline
        return start, behind.end()
    return start, end


def is_form(candidate: Candidate, name: str) -> bool:
    """Tell a name of no lexicon with one trade or way in, which a firm may bear as well."""
    odd = candidate.sibling or candidate.spelled or _is_mixed(name) or is_rich(name)
    return candidate.strength == "shape" and not odd


def _is_mixed(name: str) -> bool:
    return bool(re.search("[a-z]", name) and re.search("[\u3400-\u9fff]", re.sub(WAY_IN, "", name)))


def _splits_word(left: str, right: str) -> bool:
    """Tell whether a word of three or four characters is whole again without the name: 物归…原主."""
    ends = ((n, m) for n in (1, 2, 3) for m in (1, 2, 3) if n <= len(left) and m <= len(right))
    return any(3 <= n + m <= 4 and is_word(left[-n:] + right[:m]) for n, m in ends)


@cache
def _listed() -> frozenset[str]:
    """Return the names of the lexicon that firms might bear: what is odd in them says nothing of their place."""
    return frozenset(name for name, _ in rows("brands") if not re.search(WAY_IN, name.removesuffix("平台")))


def evidence(folded: str, candidate: Candidate, forms: Counter[str]) -> list[str]:
    """Name what speaks for and against a candidate being pasted in."""
    name = folded[candidate.start : candidate.end]
    strength, extra = candidate.strength, candidate.spelled or candidate.sibling
    listed = name in _listed() or name.removesuffix("平台") in _listed()
    own = listed and strength == "strong"
    tails = [] if own else TAIL.findall(name)
    mixed = _is_mixed(name)
    plain = not extra and (listed or not (strength == "strong" or is_rich(name)))
    claims = 0 if own else len(tails) + 2 * bool(_NUMBERED.search(name)) + mixed + bool(_LOUD.search(name))
    found = [
        ("strong name", strength == "strong"),
        ("weak name", strength == "weak"),
        ("tail", bool(tails)),
        ("second tail", len(tails) > 1),
        ("gambling", not own and bool(GAMBLING.search(name))),
        ("mixed script", not own and mixed),
        ("digits", not own and bool(re.search(r"\d{3,}", name))),
        ("numbered name", not own and strength != "shape" and bool(_NUMBERED.search(name))),
        ("claims a country", bool(re.search(r"\((?:中国|官方)", name))),
        ("spelling", candidate.spelled),
        ("in brackets", name[0] in "【[〖〔" or (name[0] == "(" and is_rich(name))),
        ("sibling", candidate.sibling),
        ("repeated", forms[name] > 1),
        ("trade without a name", strength == "weak" and name in trades()),
    ]
    place = _of_place(folded, candidate, plain, claims > (strength == "weak"))
    return [sign for sign, holds in (*found, *place) if holds]


def _of_place(folded: str, candidate: Candidate, plain: bool, loud: bool) -> list[tuple[str, bool]]:
    """Say what the sentence tells of a name in it: whether it needs it, and how it reads around it."""
    start, end = candidate[:2]
    name, left, right = folded[start:end], folded[max(0, start - 8) : start].rstrip(" "), folded[end : end + 8]
    beside = beside_headline(folded, start, end) != (start, end)
    foreign = surprise(left.rpartition("\n")[2][-6:], name, right.partition("\n")[0][:6])
    replaces = candidate.strength == "strong" and bool(CLAIMS.search(name)) and begins_without(folded, start, end)
    owner, apart = is_owner(folded, end), stands_apart(folded, end)
    second = len(TAIL.findall(name)) > 1
    bracketed = PAIRS.get(name[0]) == name[-1] and right[:1] in ",。、"
    preposition = left[-1:] in _PREPOSITIONS
    loose = loud and apart and right[:1] not in _LOCALIZERS
    led = (plain and is_led_to(folded, start)) or (preposition and (plain or not loose))
    return [
        ("splits a word", _splits_word(left, right)),
        ("plain form", is_form(candidate, name) and may_be_subject(left, right)),
        ("inside a phrase", is_inside(left, right) and not owner),
        ("slot", not left or left[-1] in SLOT),
        ("no link to what follows", apart),
        ("foreign", foreign >= 6.0),
        ("at home", foreign < 5.0 and not (second or re.search(r"\d{3}", name))),
        ("beside a headline", beside),
        ("governed", led or is_object(folded, start)),
        ("behind a preposition", preposition and loose and not led),
        ("told of", plain and not beside and is_subject(folded, start, end)),
        ("replaces a name", replaces),
        ("governs", owner and not (beside or replaces or bracketed)),
        ("quoted", left[-1:] in ("“", "《") or right[:1] in ("”", "》")),
        ("listed", left[-1:] in ("、", ":") and right[:1] in ("、", "等", "…")),
        ("part of a name", bool(_LONGER.match(right))),
    ]
