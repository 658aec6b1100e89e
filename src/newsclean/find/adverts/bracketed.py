"""Adverts in brackets inside a sentence or behind it: (戳这里领取优惠券), 【真人荷官在线发牌】, [贷款加微信abc123].

Round brackets mostly explain the words before them, square ones name a button or a title that the sentence speaks of;
so less is asked of square ones behind a stop or a comma, where no word leads to them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.find.adverts import keyword, pitches
from newsclean.find.adverts.told import pairs_of, without
from newsclean.find.vice import names_vice, writes_of_vice
from newsclean.model import Mark

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from newsclean.matching import Page

_BRACKETS = re.compile(r"(?P<round>\()([^()\[\]【】〔〕\n]{4,40})\)|[\[【〔]([^()\[\]【】〔〕\n]{4,40})[\]】〕]")
_INSIDE = re.compile(r"[\u3400-\u9fff,、;。!?…”%\d]")
_SLOTS = "。!?…”,、;"
_TITLED = re.compile(
    "[的、]|按钮|选项|菜单|页面|专区|专场|活动|课程|栏目|服务|业务|项目|功能|链接|字样|图标|环节|板块|即可|是"
)
_LABEL = re.compile("(?:广告|推广):")
_SHOUT = re.compile("(?:请|快)?(?:戳|点[击我此这开]|猛戳|加|扫|私信|搜|关注|回复|下载|长按|免费领)")
_ASKED_WITHIN, _ASKED_BEHIND, _ASKED_SQUARE = 2.0, 1.0, 0.5  # log-odds, as `pitches` weighs
_ASKED_KEYWORDS = 3.0  # as `keyword` weighs
_AGAINST = frozenset(("quoted", "people", "civic", "told", "says", "tense", "label", "official", "narrative"))
_WAYS = frozenset(("account", "address"))
_OWN = 0.4


def find_bracketed(page: Page) -> list[Mark]:
    """Mark adverts in brackets inside sentences and behind them.

    >>> from newsclean.matching import read_page
    >>> page = read_page("雪停了(点击领取新人红包),路也通了。校长吹响【真人荷官在线发牌】哨子。")
    >>> [page.text[mark.start : mark.end] for mark in find_bracketed(page)]
    ['(点击领取新人红包)', '【真人荷官在线发牌】']
    """
    if not any(sign in page.folded for sign in "([【〔"):
        return []
    selling = [found for found in _BRACKETS.finditer(page.folded) if _sells(page.folded, found)]
    if not selling:
        return []
    prose = without(page.folded, [found.span() for found in selling])
    pairs, of_vice = pairs_of(prose), writes_of_vice(prose)
    return [
        Mark(*found.span(), "find", "advertisement", "advertisement.bracketed-inside", confidence=0.85)
        for found in selling
        if not _is_told(_content(found), pairs, of_vice=of_vice)
    ]


def _content(found: re.Match[str]) -> str:
    return _LABEL.sub("", found[2] or found[3])


def _sells(folded: str, found: re.Match[str]) -> bool:
    """Tell brackets that break into a sentence or follow it, by what they say."""
    before = folded[found.start() - 1 : found.start()]
    if not before or not _INSIDE.match(before):
        return False
    text = _content(found)
    traits, keywords = pitches.evidence(text), keyword.evidence(text, whole=False)
    if not _AGAINST.isdisjoint((*traits, *keywords)):
        return False
    odds, slot = pitches.odds(text), before in _SLOTS
    if found["round"] or not slot:
        trade = "service" in keywords or "trade" in traits
        shouts = "lure" in traits and bool(_SHOUT.match(text) or _is_labelled(found))
        asked = _ASKED_BEHIND if slot else _ASKED_WITHIN
        return (trade and not _WAYS.isdisjoint(keywords)) or (shouts and odds >= asked) or _is_casino(found)
    if _TITLED.match(folded, found.end()):
        return False
    score = sum(keyword.WEIGHTS[name] for name in keywords)
    return odds >= _ASKED_SQUARE or score >= _ASKED_KEYWORDS or names_vice(text)


def _is_labelled(found: re.Match[str]) -> bool:
    return bool(_LABEL.match(found[2] or found[3]))


def _is_casino(found: re.Match[str]) -> bool:
    return not found["round"] and names_vice(_content(found))


def _is_told(text: str, pairs: AbstractSet[str], *, of_vice: bool) -> bool:
    """Tell whether the page itself says what stands in the brackets, or writes about casinos where it names one."""
    said = pairs_of(text)
    return (of_vice and names_vice(text)) or len(said & pairs) > _OWN * len(said)
