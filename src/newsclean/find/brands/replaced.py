"""Brands that stand for a firm or a school all over a page: its name is lost, and the gap is flagged.

Who replaces a name replaces it where it is governed, owns and acts, so that the sentence needs the brand. What tells
it is that the page claims the brand as only its sellers do (官方网站-最新版下载), or gives it what no casino has: a
party branch, pupils, a trade union.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsclean.find.brands.candidates import named, shaped
from newsclean.find.brands.runs import runs
from newsclean.find.brands.tails import CLAIM, core, is_rich
from newsclean.find.brands.topics import CLAIMS
from newsclean.find.lexicon import suspects
from newsclean.matching import fold
from newsclean.model import Flag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.find.brands.candidates import Candidate

HELD = frozenset(("governed", "governs", "told of", "written of", "behind a preposition"))
"""Signs that a sentence needs the name, which say nothing where the name was another."""

_OF_OFFICES = re.compile(
    "(?:控股|股份)?(?:集团|公司)?(?:总部|机关|全体)?(?:党委|党支部|党总支|党组|党员|党建|团委|工会|纪委|妇联|教职工|师生|校友|第[一二三四五六七八九十]+[中小]|"
    "附属|校区|校长|院长|(?:外国语|职业|[\u3400-\u9fff]{0,2})学院|大学|中学|小学|幼儿园|护理部)"
)
_ORG = re.compile(
    "集团|公司|党委|党员|党支部|领导|召开|举行|组织|开展|举办|机关|有限|学院|医院|总经理|董事长|纪委|职工|员工|工会|团委|成功|荣获"
)
_EMPTY_BEFORE = re.compile(r"(?:^|[\n。!?:]|来源:)\s*$")


def key_of(name: str) -> str:
    """Return what the forms of a name have in common.

    >>> key_of("乐鱼体育(中国)官方网站"), key_of("乐鱼体育")
    ('乐鱼', '乐鱼')
    """
    return core(re.sub(CLAIM, "", name)) or name


def replacing(folded: str, signs: Mapping[Candidate, Sequence[str]], sure: set[Candidate]) -> set[str]:
    """Return the keys of brands that stand for others: sure and in a loud form, or with what offices have."""
    names = {c: folded[c.start : c.end] for c, found in signs.items() if "topic" not in found}
    often = Counter(map(key_of, names.values()))
    claimed = {key_of(name) for c, name in names.items() if c in sure and is_rich(name)}
    branches = (c for c in names if _OF_OFFICES.match(folded, c.end))
    brands = {key_of(names[c]) for c in branches if c.strength == "strong" or CLAIMS.search(names[c])}
    return claimed | {key for key in brands if often[key] > 1}


def replaced_source(text: str, source: str | None) -> Flag | None:
    """Flag a source that is nothing but a brand: it stands where an outlet stood.

    >>> replaced_source("来源:开云体育官网", "开云体育官网").detail, replaced_source("来源:开云晚报", "开云晚报")
    ('开云体育官网', None)
    """
    folded = fold(source or "").strip()
    hits = suspects().scan(folded)
    found = [*named(folded, hits), *runs(folded, hits), *(shaped(folded, hits) if len(hits) > 1 else ())]
    whole = [c for c in found if (c.start, c.end) == (0, len(folded))]
    if not source or not any(c.strength != "weak" or CLAIMS.search(folded) for c in whole):
        return None
    at = max(text.find(source), 0)
    return Flag("replaced_name", at, at + len(source), source)


def begins_without(folded: str, start: int, end: int) -> bool:
    """Tell whether a sentence would begin with 集团 or 召开 without the name, or a branch be nobody's."""
    if _EMPTY_BEFORE.search(folded[max(0, start - 6) : start]):
        return bool(_ORG.match(folded, end))
    return folded[start - 1 : start] not in ("的", "、") and bool(_OF_OFFICES.match(folded, end))
