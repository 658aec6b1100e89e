"""Offers of any trade and searches for cures pasted into sentences: 空调移机加氟, 无抵押贷款秒批, 儿童癫痫病哪里治得好.

No table need list the trade or the illness. Two languages are compared (newsclean.find.offers.model): how characters
follow each other in what spammers paste, and how they do in news. What reads as pasted is judged by its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.find.junctions import leads, leads_first, opens
from newsclean.find.offers.model import KNOWN, SLOTS, STEP, offers
from newsclean.find.offers.stretches import CLOSED, stretches
from newsclean.model import Mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.find.offers.model import Offers
    from newsclean.find.offers.stretches import Stretch
    from newsclean.matching import Page

WEIGHTS = {
    "of": 2.0,
    "size": 0.55,
    "pause": 0.5,
    "opens": 0.4,
    "reads on": 0.3,
    "gain": 0.17,
    "predicate": -1.2,
    "led": -0.7,
    "trade": -1.0,
    "small": -1.3,
    "is": -0.5,
    "of predicate": -2.8,
    "bias": -3.3,
    "shut": -4.0,
    "line ends": -4.0,
    "listed": -5.0,
    "stop": -5.0,
    "quoted": -6.0,
    "topic": -7.0,
}
"""What each trait adds to the log-odds of a stretch being pasted, for each unit of it (benchmarks/fit_offers.py)."""

ALONE, BESIDE, LIKELY = 4.5, 2.0, 2.8
"""The log-odds asked of a stretch alone, and on a page with a sure one; of one of several, or of what is unlawful.

Stricter than fitted: of 60 sentences of news that open a clause with goods or a cure, 8 lose them, and 20 at 3.3.
"""
_UNLAWFUL = re.compile("代开|代孕|刻章|[假办]证|文凭|包过|发票|迷药|枪|秒批|下款")

_HALF = 2.0
_FEW = 50  # pairs; of fewer, how many are sold tells little
_TITLE = 26  # characters
_ASKING = re.compile(
    "(?:[问搜]|搜[索到]|咨询|查询|了解|询问|知道|打听|讨论|热议|关于|叫做?|题为|拨打|登录|访问|点击|这家)\\Z"
)
_SMALL = frozenset(
    "的了在是和与被把将着过也都就他她我这那有为又却才还再已从对以及并但而其此该各每们之得向到来去起让给很"
)


def find_offers(page: Page) -> list[Mark]:
    """Mark offers and searches that are pasted into sentences.

    >>> from newsclean.matching import read_page
    >>> page = read_page("每天晚上,疏通下水道马桶他们把饭送上门,顺便看看煤气关了没有。")
    >>> [page.text[mark.start : mark.end] for mark in find_offers(page)]
    ['疏通下水道马桶']
    """
    model = offers()
    found = [(each, odds(traits)) for each, traits in evidence(page.folded, stretches(page.folded, model), model)]
    likely = {page.folded[slice(*stretch[:2])] for stretch, each in found if each >= LIKELY}
    is_sure = len(likely) > 1 or any(_UNLAWFUL.search(text) for text in likely)
    asked = BESIDE if is_sure or any(each >= ALONE for _, each in found) else ALONE
    return [
        Mark(stretch.start, stretch.end, "find", "injected_keyword", "injected.offer", confidence=0.8)
        for stretch, each in found
        if each >= asked
    ]


def odds(traits: Mapping[str, float]) -> float:
    """Return the log-odds of a stretch with some traits being pasted."""
    return sum(WEIGHTS[name] * value for name, value in traits.items())


def evidence(
    folded: str, found: Sequence[Stretch], model: Offers, least: float = BESIDE
) -> list[tuple[Stretch, dict[str, float]]]:
    """Return what speaks for and against each stretch, by name; only of those that may have `least` log-odds."""
    text = f"\n{folded}\n"
    traits = [_traits(text, stretch, model) for stretch in found]
    judged = [*zip(found, traits, map(odds, traits), strict=True)]
    likely = [(stretch, each) for stretch, each, score in judged if score >= least]
    if not likely:
        return []
    pasted = [stretch for stretch, _, score in judged if score >= 0]
    topics = _topics(text, pasted, [stretch for stretch, _ in likely], model)
    return [(stretch, each | topic) for (stretch, each), topic in zip(likely, topics, strict=True)]


def _topics(text: str, pasted: Sequence[Stretch], asked: Sequence[Stretch], model: Offers) -> list[dict[str, float]]:
    """Return for each stretch how far the page says its pairs elsewhere: 1 for half of them or more."""
    import numpy as np

    read = model.read(text).astype(np.int64)
    pairs = read[:-1] * len(model.first) + read[1:]
    told = np.ones(len(pairs), dtype=bool)
    for start, end, _ in pasted:
        told[start : end + 1] = False
    prose = np.sort(pairs[told])
    sold = model.sold[read[:-1], read[1:]]
    trade = float((sold[told] > 0).sum()) / (len(prose) + _FEW)
    topics = []
    for start, end, _ in asked:
        name = np.flatnonzero(sold[start + 1 : end] <= KNOWN) + start + 1  # 电话 and 价格 stand in every trade's
        own = pairs[name]
        said = np.searchsorted(prose, own, "right") - np.searchsorted(prose, own, "left") > told[name]
        topics.append({"topic": min(1.0, _HALF * float(said.mean())) if len(own) else 0.0, "trade": 10 * trade})
    return topics


def _traits(page: str, stretch: Stretch, model: Offers) -> dict[str, float]:
    """Return the traits of a stretch of a folded page that has a line break before and behind it."""
    start, end = stretch.start + 1, stretch.end + 1
    text, before, behind = page[start:end], page[start - 1], page[end]
    shut, slot = behind in CLOSED, before in SLOTS
    read, around = model.read(text), model.read(before + behind)
    return {
        "bias": 1.0,
        "gain": stretch.gain,
        "size": float(len(text)),
        "of": float(before == "的"),
        "led": float(not slot and leads(page, start)),
        "pause": float(before == "、"),
        "listed": float(before == "、" and behind in "、和及与等"),
        "stop": float(slot and before not in ",的、"),
        "reads on": float(model.news[around[0], around[1]] - model.news[read[-1], around[1]]) / STEP,
        "of predicate": float(before == "的" and leads_first(page[end : end + 4])),
        "is": float(behind == "是"),
        "predicate": float(before != "的" and leads_first(page[end : end + 4])),
        "shut": float(shut),
        "opens": 0.0 if shut else opens(page, end),
        "line ends": float(behind == "\n"),
        "small": float(sum(char in _SMALL for char in text) + (text[-3:-2] == "的" and text[-4:-3] != "好")),
        "quoted": float(before in "“《([【〔" or behind in "”》)]】〕" or _is_named(page, start)),
    }


def _is_named(page: str, at: int) -> bool:
    """Tell a place inside the name of a work, a project or a law, or behind a verb of asking and looking for."""
    low = max(0, at - _TITLE)
    return page.rfind("《", low, at) > page.rfind("》", low, at) or bool(_ASKING.search(page, low, at))
