"""Rows of a few keywords, and strings of them without a sign: what sells is told by its ends and by its likeness."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean.find.lexicon import suspects, trade_words

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST = 6
"""Keywords that are a pile; fewer need more evidence."""

_SELLING = re.compile(
    "(?:价格|报价|方案|招聘|电话|公司|厂家?|培训班?|租赁|定[做制]|多少钱|哪家好|批发|维修|安装|预订|推荐|攻略|工作室|代理|加盟|排名|"
    "排行榜|招商|出租|转让|中介|费用|[专门]?店|场子|茶楼|资源群|快餐|论坛|官网|下载)$"
)
_LOCAL = re.compile(
    "(?:搬家|开锁|换锁|疏通.{0,3}|维修|二手车|保洁|月嫂|家政|回收|租车|贷款|办证|代驾|驾校|婚庆|跑腿|防水)$"
)
_VARIANT = re.compile(
    "(?:视频|图片|加盟|设计|装修|改造|价格|多少钱|哪家好|公司|网站|官网|电话|厂家?|招聘|大全|下载|登录|app)$"
)
_OFFERED = re.compile(
    "租赁|疏通|搬家|维修|回收|开锁|办证|刻章|加盟|装修|多少钱|注册|记账|贷款|下载|棋牌|斗地主|老虎机|捕鱼|真人|代办|代开|哪家好"
)
_STRING = re.compile(r"[\u3400-\u9fffa-z0-9 ]{16,120}")
_PROSE = re.compile("[的了着说是在把被从与就也都还]")
_OFFICES = re.compile("[市省县区州][委政局]|[政党]?委关于|[局厅院]|人民|政府|全[国市省县区州]|[书领]记|国务|供销|妇联")


def is_row(tokens: Sequence[str]) -> bool:
    """Tell a row of few keywords below an article: of one name or of one trade.

    >>> is_row(["防水补漏公司", "钢结构报价", "二手变压器回收", "开锁换锁电话"])
    True
    """
    if len(tokens) < 3 or sum(map(len, tokens)) > 16 * len(tokens):
        return False
    return (len(tokens) < FEWEST and _few(tokens)) or _sold(tokens) or _variants(tokens)


def is_string(text: str) -> bool:
    """Tell keywords and cut-off headlines in one breath: no sign, no word of prose, several trades in it.

    >>> is_string("临江叉车租赁电话武陵疏通下水道县农业局关市供销社召")
    True
    """
    if not _STRING.fullmatch(text) or len(_PROSE.findall(text)) > 1:
        return False
    offered = len(set(_OFFERED.findall(text)))
    named = sum(hit.group == "place" for hit in trade_words().scan(text)) + len(_OFFICES.findall(text))
    return offered >= 2 and offered + named >= 3


def _sold(tokens: Sequence[str]) -> bool:
    """Tell a row each of whose words ends as what is sold does, or one question of several things."""
    ends = sum(bool(_SELLING.search(token) or _LOCAL.search(token)) for token in tokens)
    if len(tokens) > 3 and ends == len(tokens):
        return True
    same = Counter(token[-4:] for token in tokens if len(token) > 4).most_common(1)
    return bool(same) and same[0][1] == len(tokens) and bool(_SELLING.search(same[0][0]))


def _variants(tokens: Sequence[str]) -> bool:
    """Tell one name in many keywords: most share their pairs of characters with the others, and some sell it."""
    if len(tokens) < 4 or sum(bool(_VARIANT.search(token)) for token in tokens) < 3:
        return False
    pairs = [{a + b for a, b in pairwise(token)} for token in tokens]
    count = Counter(pair for each in pairs for pair in each)
    alike = sum(5 * sum(count[pair] > 1 for pair in each) >= len(each) > 0 for each in pairs)
    return alike >= 0.8 * len(tokens)


def _few(tokens: Sequence[str]) -> bool:
    """Tell three to five tokens: one name with all that is sold of it."""
    ends = [found.group() for token in tokens if (found := _SELLING.search(token))]
    alike = max(Counter(token[:2] for token in tokens).values())
    long = sum(map(len, tokens)) >= 5 * len(tokens)
    served = sum(
        bool(_LOCAL.search(token)) or any(hit.group == "service" for hit in suspects().scan(token)) for token in tokens
    )
    if len(tokens) > 3 and alike >= 0.8 * len(tokens) and served >= 0.5 * len(tokens):
        return True
    return long and alike >= 0.6 * len(tokens) and len(ends) >= 0.8 * len(tokens) and len(set(ends)) >= 3
