"""Brands pasted into sentences: gambling and game platforms with 官网, 入口, app behind them.

No single sign decides: the evidence of a name and of its sentence is added up, with what the page writes about
(gambling, a team, a hotel, a company of that name) and what else was pasted into it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsclean.find.brands.candidates import Candidate, is_real, joined, named, shaped, stem_of
from newsclean.find.brands.evidence import WEIGHTS, beside_headline, evidence, is_form, is_governed
from newsclean.find.brands.families import families
from newsclean.find.brands.needed import is_subject
from newsclean.find.brands.replaced import HELD, begins_without, key_of, replacing
from newsclean.find.brands.runs import runs
from newsclean.find.brands.spread import claims_alone, spread, whole_lines
from newsclean.find.brands.tails import MORE, closed
from newsclean.find.brands.topics import CLAIMS, topic_of
from newsclean.find.words import is_word
from newsclean.model import Flag, Mark

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from newsclean.find.lexicon import Hit
    from newsclean.matching import Page

THRESHOLD = 3.5

_MOST_STEMS = 8
_WRITTEN_OF = re.compile(r"[”’》]|[\u3400-\u9fff]{0,2}(?:公司|集团|有限|商标|品牌|酒店|股份)")
_CLAIMS = frozenset(("tail", "mixed script", "digits", "claims a country", "spelling", "sibling"))
_LONG = 4
_IDLE = {"slot", "no link to what follows", "foreign"}
_NEEDED = frozenset(("governed", "governs", "quoted", "listed", "topic", "written of"))


def find_brands(page: Page, hits: Sequence[Hit], spelled: Sequence[Candidate] = ()) -> tuple[list[Mark], list[Flag]]:
    """Return marks of pasted brands among the hits of the lexicon, and flags where a name was replaced."""
    folded = page.folded
    candidates = joined([*named(folded, hits), *shaped(folded, hits), *runs(folded, hits), *spelled])
    unknown = {c: stem_of(folded[c.start : c.end]) for c in candidates if c.strength == "shape"}
    stems = [stem for stem in dict.fromkeys(unknown.values()) if stem][:_MOST_STEMS]
    real = {stem for stem in stems if is_real(folded, stem)}
    candidates = joined([*(c for c in candidates if unknown.get(c) not in real), *families(folded, hits)])
    if not candidates:
        return [], []
    candidates = joined([each.within(*closed(folded, each.start, each.end)) for each in candidates])
    signs = _signs(folded, candidates)
    scores = {c: _score(found) for c, found in signs.items()}
    company = _is_company(folded, signs, scores)
    stands_for = replacing(folded, signs, {c for c, score in scores.items() if score >= THRESHOLD})
    gaps = {c for c in signs if not HELD.isdisjoint(signs[c]) and key_of(folded[c.start : c.end]) in stands_for}
    if company:
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
    """Return the evidence of each candidate; what the page writes of is asked only if any of them may be pasted."""
    loose = [c for c in candidates if not is_governed(folded, *c[:2])]
    free = {folded[c.start : c.end] for c in loose if not is_subject(folded, *c[:2])}
    forms = Counter(name for c in loose if (name := folded[c.start : c.end]) in free)
    signs = {c: evidence(folded, c, forms) for c in candidates}
    hopes = [c.strength == "weak" and _CLAIMS.isdisjoint(found) for c, found in signs.items() if _is_hope(found)]
    if all(hopes) and len(hopes) < 2:
        return signs
    topics = topic_of(folded, candidates)
    written = {folded[c.start : c.end] for c in candidates if _WRITTEN_OF.match(folded, c.end)}
    written |= _alone(folded, candidates)
    for c, found in signs.items():
        name = folded[c.start : c.end]
        found += ["topic"] * (c in topics)
        form = is_form(c, name) and stem_of(name) in written
        found += ["written of"] * (form or (name in written and not CLAIMS.search(name)))
    return signs


def _is_hope(signs: Sequence[str]) -> bool:
    return _score(signs, HELD) + WEIGHTS["company"] >= THRESHOLD


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


def _mark(folded: str, candidate: Candidate, score: float) -> Mark:
    """Make the mark; the joint between a name and a headline goes with it."""
    span = beside_headline(folded, candidate.start, candidate.end)
    rule = "injected.spelled-brand" if candidate.spelled else "injected.brand"
    return Mark(*span, "find", "injected_keyword", rule, confidence=min(1.0, 0.5 + score / 12))
