"""What a page with suspicious names writes about: gambling, teams, hotels, firms of such a name."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean.find.brands.tails import core

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.find.brands.candidates import Candidate

_LINK_NEWS = "黑链|暗链|网页篡改|链接买卖|买卖链接|植入链接|非法控制计算机"
_TOLD = re.compile(
    rf"{_LINK_NEWS}|赌博|赌球|赌资|聚赌|涉赌|网赌|禁赌|博彩|体彩|福彩|彩民|涉案网[址站]|诈骗网站|虚假平台|反诈|色情|淫秽|扫黄|涉黄|净网"
)
_OF_GAMBLING = re.compile("赌场|赌客|赌徒|赌注|赌台|下注|输钱|庄家")

_TOPICS = (
    # whose name, and the words of the news that may name it
    (re.compile("超玩会|雷竞技|电竞|完美"), re.compile("战队|kpl|王者荣耀|英雄联盟|电竞|电子竞技|季后赛|选手")),
    (re.compile("超玩会"), re.compile("联赛|夺冠|[首总]冠|赛季|决赛|狼队")),
    (re.compile("体育|欧宝|万博|必威|亚博|bet|kaiyun|乐鱼|开云"), re.compile("赞助|冠名|球衣广告|俱乐部合作")),
    (re.compile("开云|kering"), re.compile("奢侈品|古驰|gucci|圣罗兰|巴黎世家|皮诺")),
    (
        re.compile("皇冠|威尼斯人|永利|银河|金沙|葡京|巴黎人|新濠|太阳城|澳门"),
        re.compile("酒店|度假|旅游|游客|景区|会展|建筑|演唱会"),
    ),
    (
        re.compile("九游|爱游戏|游戏|雷火|完美|电子|棋牌"),
        re.compile("手游|网游|网络游戏|游戏公司|游戏产业|游戏厂商|玩家|版号"),
    ),
)
_AND = re.compile("[”’》]?[、和与及或][“‘《]?")
CLAIMS = re.compile(
    r"\d{4}|\((?:中国|官方)|游戏大厅|赌|网投|官网|官方网站|入口|登录|登陆|注册|下载|娱乐|棋牌|真人|手机版|网页版|app|全站|精准|[新一][2二莆浦码肖]"
)
"""What only those who paste names add to them; a page that writes of such a trade does not excuse it."""


def topic_of(folded: str, candidates: Sequence[Candidate]) -> set[Candidate]:
    """Return the candidates that the page, without them, writes about: gambling, teams, hotels, companies."""
    parts, done = [], 0
    for candidate in candidates:
        parts.append(folded[done : candidate.start])
        done = candidate.end
    rest = "\n".join([*parts, folded[done:]])
    written = [whose for whose, words in _TOPICS if len(words.findall(rest)) > 1]
    if _TOLD.search(rest) or len(_OF_GAMBLING.findall(rest)) > 1 or _in_a_row(folded, candidates):
        return set(candidates)
    told = {stem for c in candidates if _is_told(folded, c) and (stem := core(folded[c.start : c.end]))}
    return {
        candidate
        for candidate in candidates
        if (told and core(folded[candidate.start : candidate.end]) in told)
        or (
            not CLAIMS.search(folded, candidate.start, candidate.end)
            and any(whose.search(folded, candidate.start, candidate.end) for whose in written)
        )
    }


def _is_told(folded: str, candidate: Candidate) -> bool:
    """Tell a name in quotation marks, or one that something is said to have."""
    left = folded[max(0, candidate.start - 3) : candidate.start]
    quoted = (
        left[-1:] in ("“", "‘", "《")
        and not candidate.sibling
        and folded[candidate.end : candidate.end + 1] in ("”", "’", "》")
    )
    return quoted or left.endswith(("名叫", "名为", "叫做", "称为"))


def _in_a_row(folded: str, candidates: Sequence[Candidate]) -> bool:
    """Tell whether the page names two brands in one breath, as a report on brands does and no insertion."""
    return any(
        a.strength != "shape" and b.strength != "shape" and _AND.fullmatch(folded, a.end, b.start)
        for a, b in pairwise(candidates)
    )
