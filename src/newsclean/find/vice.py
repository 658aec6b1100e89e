"""Rows of what adult film sites and casinos are called: the keywords that a captured page opens or ends with."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsclean.find.lexicon import suspects

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(
    r"[无有]码|[一二三]区|高清|免费|在线|视频|影院|字幕|少妇|熟女|人妻|福利|乱码|国产|日[韩本]|欧美|亚洲|超碰|大片|专区|激情|久久|成人|偷拍|自拍|"
    r"av|色|美女|午夜|直播秀|老司机|无删减|观看|播放|资源|三级|麻豆|裸|性爱|[a黄毛]片|精品|综合|乱伦|巨乳|不卡|无遮挡|一本道|四虎|丝袜|"
    r"色区|地址发布|发布页"
)
_EXPLICIT = re.compile(
    r"[无有]码|一区|熟女|人妻|少妇|[偷自]拍|成人|(?<![a-z])av(?![a-z])|影音先锋|99re|色综|乱码|三级|麻豆|裸聊|情色|性爱|[a黄毛]片|福利姬|久久|精品|老司机|"
    r"无删减|午夜影院|乱伦|巨乳|无遮挡|人人超碰|一本道|四虎|丝袜美腿|色区|野战在线"
)
_SOFT = re.compile("久久|精品|一区|三级|成人|自拍")  # of which honest rows are made too: 东一区, 三级医院, 成人高考
_SURE = re.compile(
    "(?:国产|亚洲|欧美|日韩)精品|精品(?:国产|视频|久久)|久久(?:精品|久|婷婷|综合)|一区二区|(?:亚洲|日韩|欧美|国产){2}"
)
_GAMES = re.compile(
    "赌场|竞猜|投注|下注|荷官|捕鱼平台|捕鱼游戏|彩票开奖|娱乐城|棋牌|百家乐|真人娱乐|彩票网|网投|博彩|老虎机|六合彩|时时彩|赛车pk|幸运飞艇|"
    "真钱|买球|开户送|体验金"
)
_LAW = re.compile("赌博|赌客|涉赌|色情|淫秽|扫黄|涉黄|净网")
_FEW, _PILE = 3, 6
_MOST, _MANY = 0.7, 0.6
_STRING, _LONGEST = 12, 20  # characters of a string, of one keyword
_PROSE = re.compile("[“”《》:]")


@lru_cache(maxsize=512)  # a line comes back at the next look
def sells_vice(tokens: tuple[str, ...]) -> bool:
    """Tell the keywords of film sites or of casinos, in a row or in one breath.

    >>> sells_vice(("澳门太阳城", "葡京娱乐", "永利皇宫官网")), sells_vice(("亚洲欧美一区二区三区人妻无码久久",))
    (True, True)
    """
    if len(tokens) < _FEW:
        return all(map(_is_string, tokens))
    return _of_films(tokens) or _of_casinos(tokens)


def names_vice(text: str) -> bool:
    """Tell a keyword of casinos: a name that is theirs alone, another with a way in, or a game for money."""
    hits = suspects().scan(text)
    names = {hit.sort for hit in hits if hit.group == "brand"}
    way_in = any(hit.group == "tail" for hit in hits)
    return "strong" in names or ("weak" in names and way_in) or bool(_GAMES.search(text))


def writes_of_vice(folded: str) -> bool:
    """Tell a page whose news such sites are."""
    return bool(_LAW.search(folded))


def _is_string(text: str) -> bool:
    said = sum(map(len, _WORD.findall(text)))
    words = _EXPLICIT.findall(_SOFT.sub("", text))
    return len(text) >= _STRING and said >= _MOST * len(text) and bool(words or _SURE.search(text))


def _of_films(tokens: Sequence[str]) -> bool:
    row = " ".join(tokens)
    if len(row) > _LONGEST * len(tokens) or _PROSE.search(row):
        return False
    if not (_EXPLICIT.search(_SOFT.sub("", row)) or _SURE.search(row)):
        return False
    named = sum(bool(_WORD.search(token)) for token in tokens)
    explicit = sum(bool(_EXPLICIT.search(token)) for token in tokens)
    return explicit > 1 and (named >= _MANY * len(tokens) if len(tokens) >= _PILE else named == len(tokens))


def _of_casinos(tokens: Sequence[str]) -> bool:
    row = " ".join(tokens)
    if not (_GAMES.search(row) or any(hit.group == "brand" for hit in suspects().scan(row))):
        return False
    named = sum(map(names_vice, tokens))
    return named >= _FEW and named >= _MOST * len(tokens)
