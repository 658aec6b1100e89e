"""Brands pasted into sentences: gambling and game platforms with 官网, 入口, app behind them.

No single sign decides. The lexicon, the tails, mixed scripts and odd spellings speak for an insertion, and so does a
sentence that reads better without it; a page that writes about gambling, a team, a hotel or a company of that name,
a verb or preposition that governs the name, and quotation marks speak against it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from newsclean.find.brands.candidates import SLOT, Candidate, bare, joined, named, real_names, shaped, stem_of
from newsclean.find.brands.families import families, is_inside, may_be_subject, trades
from newsclean.find.brands.needed import is_led_to, is_object, is_owner, is_subject, stands_apart
from newsclean.find.brands.replaced import HELD, begins_without, key_of, replacing
from newsclean.find.brands.runs import runs
from newsclean.find.brands.spread import claims_alone, spread, whole_lines
from newsclean.find.brands.tails import GAMBLING, MORE, PAIRS, SLOGAN, TAIL, WAY_IN, closed, is_rich
from newsclean.find.brands.topics import CLAIMS, topic_of
from newsclean.find.tables import rows
from newsclean.find.words import is_word, surprise
from newsclean.model import Flag, Mark

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from newsclean.find.lexicon import Hit
    from newsclean.matching import Page

THRESHOLD = 3.5

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
    "headline suffix": 2.0,
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
_MOST_STEMS = 8
_PREPOSITIONS = frozenset("在从由对据到向被把将让为给于")
_LOCALIZERS = frozenset("后前时上里中内间")
_LOUD = re.compile(f"{GAMBLING.pattern}|{SLOGAN}|资料|好彩|全站")
_NUMBERED = re.compile(r"\d{3}|[a-z]\d{2}")
_WRITTEN_OF = re.compile(r"[”’》]|[\u3400-\u9fff]{0,2}(?:公司|集团|有限|商标|品牌|酒店|股份)")
_CLAIMS = frozenset(("tail", "mixed script", "digits", "claims a country", "spelling", "sibling"))
_LONG = 4
_IDLE = {"slot", "no link to what follows", "foreign"}
_NEEDED = frozenset(("governed", "governs", "quoted", "listed", "topic", "written of"))


def find_brands(page: Page, hits: Sequence[Hit], spelled: Sequence[Candidate] = ()) -> tuple[list[Mark], list[Flag]]:
    """Return marks of pasted brands among the hits of the lexicon, and flags where a name was replaced."""
    folded = page.folded
    candidates = joined([*named(folded, hits), *shaped(folded, hits), *runs(folded, hits), *spelled])
    if any(c.strength == "shape" for c in candidates):
        real = real_names(folded)
        candidates = [c for c in candidates if c.strength != "shape" or stem_of(folded[c.start : c.end]) not in real]
    candidates = joined([*candidates, *families(folded, hits)])
    if not candidates:
        return [], []
    candidates = joined([each.within(*closed(folded, each.start, each.end)) for each in candidates])
    signs = _signs(folded, candidates)
    scores = {c: _score(found) for c, found in signs.items()}
    company = _is_company(folded, signs, scores)
    stands_for = replacing(folded, signs, {c for c, score in scores.items() if score >= THRESHOLD})
    gaps = {c for c in signs if not HELD.isdisjoint(signs[c]) and key_of(folded[c.start : c.end]) in stands_for}
    if company:
        alone = [c for c in bare(folded, hits) if _is_free(c, candidates)]
        more = _signs(folded, alone)
        signs |= {c: found for c, found in more.items() if _IDLE.issubset(found) and "written of" not in found}
        scores = {c: _score(found, {"told of"}) for c, found in signs.items()}
    scores |= {c: _score([*signs[c], "stands for a name"], HELD) for c in gaps}
    pasted = sorted(c for c, found in signs.items() if _is_pasted(c, scores[c], company, found))
    if not pasted:
        return [], []
    marks = [
        _mark(folded, each.within(*span), scores[each])
        for each, span in zip(pasted, spread(folded, [each[:2] for each in pasted]), strict=True)
    ]
    if company:
        marks += [Mark(*span, "find", "injected_keyword", "injected.brand") for span in claims_alone(folded)]
    flags = [
        Flag("replaced_name", each.start, each.end, page.text[each.start : each.end])
        for each in pasted
        if each in gaps or begins_without(folded, each.start, each.end)
    ]
    return whole_lines(page, _disjoint(marks)), flags


def _score(signs: Iterable[str], but: Collection[str] = ()) -> float:
    return sum(WEIGHTS[sign] for sign in signs if sign not in but)


def _signs(folded: str, candidates: Sequence[Candidate]) -> dict[Candidate, list[str]]:
    topics = topic_of(folded, candidates)
    loose = [c for c in candidates if not _is_governed(folded, *c[:2])]
    free = {folded[c.start : c.end] for c in loose if not is_subject(folded, *c[:2])}
    forms = Counter(name for c in loose if (name := folded[c.start : c.end]) in free)
    written = {folded[c.start : c.end] for c in candidates if _WRITTEN_OF.match(folded, c.end)}
    written |= _alone(folded, candidates)
    return {c: evidence(folded, c, forms, c in topics, written) for c in candidates}


def _is_company(folded: str, signs: Mapping[Candidate, Sequence[str]], scores: Mapping[Candidate, float]) -> bool:
    """Tell a page that was pasted into: it holds a sure name, or weak ones that no sentence needs.

    One such name in all its places, or two long ones between commas and clauses.
    """
    if any(score >= THRESHOLD and c.strength != "weak" for c, score in scores.items()):
        return True
    weak: dict[str, list[tuple[Candidate, Sequence[str]]]] = {}
    for c, found in signs.items():
        if c.strength == "weak":
            weak.setdefault(folded[c.start : c.end], []).append((c, found))
    if any(_is_strewn(folded, name, places) for name, places in weak.items()):
        return True
    idle = (c for places in weak.values() for c, found in places if _IDLE.issubset(found))
    behind = {folded[c.start : c.end] for c in idle if folded[c.start - 1 : c.start] in (",", "。")}
    return sum(len(name) >= _LONG for name in behind) > 1


def _is_strewn(folded: str, name: str, places: Sequence[tuple[Candidate, Sequence[str]]]) -> bool:
    """Tell a name that is no word, stands where no sentence asks for it, and before another word each time."""
    if len(places) < 2 or is_word(name) or not all(_NEEDED.isdisjoint(found) for _, found in places):
        return False
    idle = [c for c, found in places if _IDLE.issubset(found) and "told of" not in found]
    return len({folded[c.end : c.end + 2] for c in idle}) > max(1, len(places) / 2)


def _is_free(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    at = bisect_left(others, candidate)
    before = at == 0 or others[at - 1].end <= candidate.start
    return before and (at == len(others) or others[at].start >= candidate.end)


def _is_pasted(candidate: Candidate, score: float, company: bool, signs: Sequence[str]) -> bool:
    if score + (WEIGHTS["company"] if company else 0.0) < THRESHOLD:
        return False
    return candidate.strength != "weak" or company or not _CLAIMS.isdisjoint(signs)


def _disjoint(marks: Sequence[Mark]) -> list[Mark]:
    """Return marks in order, without those that begin inside an earlier one."""
    kept: list[Mark] = []
    for mark in sorted(marks):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _alone(folded: str, candidates: Sequence[Candidate]) -> set[str]:
    """Return the stems of unknown names that the page also writes without a tail; only the first few are looked up."""
    unknown = (c for c in candidates if c.strength == "shape" and not (c.sibling or c.spelled))
    stems = dict.fromkeys(stem for c in unknown if (stem := stem_of(folded[c.start : c.end])))
    return {
        stem
        for stem in list(stems)[:_MOST_STEMS]
        if re.search(rf"{re.escape(stem)}(?!{MORE}|国际|电子|[a-z\d])", folded)
    }


def _is_governed(folded: str, start: int, end: int) -> bool:
    """Tell a name that its sentence asks for, or that what follows belongs to."""
    return is_object(folded, start) or folded[start - 1 : start] in _PREPOSITIONS or is_owner(folded, end)


def _mark(folded: str, candidate: Candidate, score: float) -> Mark:
    """Make the mark; of a headline's suffix the dash before it goes too."""
    start = candidate.start
    if folded[candidate.end : candidate.end + 1] in ("", "\n"):
        dash = re.search(r"\s*[-_|—]+\s*$", folded[max(0, start - 4) : start])
        start -= len(dash.group()) if dash else 0
    rule = "injected.spelled-brand" if candidate.spelled else "injected.brand"
    return Mark(start, candidate.end, "find", "injected_keyword", rule, confidence=min(1.0, 0.5 + score / 12))


def _splits_word(left: str, right: str) -> bool:
    """Tell whether a word of three or four characters is whole again without the name: 物归…原主."""
    ends = ((n, m) for n in (1, 2, 3) for m in (1, 2, 3) if n <= len(left) and m <= len(right))
    return any(3 <= n + m <= 4 and is_word(left[-n:] + right[:m]) for n, m in ends)


@cache
def _listed() -> frozenset[str]:
    """Return the names of the lexicon that firms might bear: what is odd in them says nothing of their place."""
    return frozenset(name for name, _ in rows("brands") if not re.search(WAY_IN, name.removesuffix("平台")))


def evidence(folded: str, candidate: Candidate, forms: Counter[str], topic: bool, written: set[str]) -> list[str]:
    """Name what speaks for and against a candidate being pasted in."""
    name = folded[candidate.start : candidate.end]
    strength, extra = candidate.strength, candidate.spelled or candidate.sibling
    listed = name in _listed() or name.removesuffix("平台") in _listed()
    own = listed and strength == "strong"
    tails = [] if own else TAIL.findall(name)
    mixed = bool(re.search("[a-z]", name) and re.search("[\u3400-\u9fff]", re.sub(WAY_IN, "", name)))
    form = strength == "shape" and not (extra or mixed or is_rich(name))
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
        ("written of", (name in written and not CLAIMS.search(name)) or (form and stem_of(name) in written)),
        ("topic", topic),
    ]
    place = _of_place(folded, candidate, form, plain, claims > (strength == "weak"))
    return [sign for sign, holds in (*found, *place) if holds]


def _of_place(folded: str, candidate: Candidate, form: bool, plain: bool, loud: bool) -> list[tuple[str, bool]]:
    """Say what the sentence tells of a name in it: whether it needs it, and how it reads around it."""
    start, end = candidate[:2]
    name, left, right = folded[start:end], folded[max(0, start - 8) : start].rstrip(" "), folded[end : end + 8]
    suffix = right[:1] in ("", "\n") and left[-1:] in ("-", "_", "|", "—") and left[-2:-1] != "\n"
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
        ("plain form", form and may_be_subject(left, right)),
        ("inside a phrase", is_inside(left, right) and not owner),
        ("slot", not left or left[-1] in SLOT),
        ("no link to what follows", apart),
        ("foreign", foreign >= 6.0),
        ("at home", foreign < 5.0 and not (second or re.search(r"\d{3}", name))),
        ("headline suffix", suffix),
        ("governed", led or is_object(folded, start)),
        ("behind a preposition", preposition and loose and not led),
        ("told of", plain and is_subject(folded, start, end)),
        ("replaces a name", replaces),
        ("governs", owner and not (suffix or replaces or bracketed)),
        ("quoted", left[-1:] in ("“", "《") or right[:1] in ("”", "》")),
        ("listed", left[-1:] in ("、", ":") and right[:1] in ("、", "等", "…")),
        ("part of a name", bool(_LONGER.match(right))),
    ]
