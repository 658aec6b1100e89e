"""Keywords of lottery tips pasted into sentences: 澳门2024正版资料免费大全, 香港6合开奖结果+记录, 十大正规网投平台."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.find.brands.candidates import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.find.lexicon import Hit

_WORDS = re.compile(
    "(?:新澳门|澳门|香港|新澳|新奥|老澳|20\\d\\d(?!年)|今[晚期]|天天|每期|正版|精准|免费|全年|内部|资料|大全|开奖|结果|记录|现场|直播|"
    "历史|查询|六合彩?|6合彩?|开?好彩|彩票|[一二三四五六七八九]肖|[一二三]码|100|中特|平特|特[马码]|王中王|管家婆|白小姐|马会|"
    "传真|必中|准|挂牌|全篇|公开|期期|公式|规律|号码|走势图?|官网|入口|app|下载|\\+){3,}"
)
_SURE = re.compile(
    "(?:正版|精准|免费|内部|马会)资料|资料(?:免费|大全|公开)|[一二三四五六七八九]肖|[一二三]码|王中王|开奖(?:结果|记录|直播|现场)|好彩|"
    "六合|6合|管家婆|白小姐|特[马码]|平特|中特"
)
_OF_WHERE = re.compile("澳门|香港|新澳|新奥|老澳|马会|六合|6合|[一三六]肖")
_AT_END = re.compile("(?<![奖+])(?:现场|历史|公开|查询|下载|结果)\\Z")
_TOP = re.compile(
    "(?:澳门|全球|亚洲|国内)?十大(?:正规|靠谱|信誉|最佳|在线|官方)*(?:网投|赌博|博彩|娱乐|网赌|棋牌|真人|电子)"
    "(?:正规|靠谱|信誉|在线|官方|游戏)*(?:平台|网站|app|官网)(?:排行榜?|排名|推荐|大全)?"
)

_BETS = re.compile(
    "(?:20\\d\\d)?(?:世界杯|欧洲杯|欧冠|英超|nba|足球|篮球|电竞|滚球|外围)+(?:买球|投注|赌球|下注|押注|竞猜|外围|滚球)+"
    "(?:网站|网址|网|平台|app|官网|入口|软件|下载|登录|注册|大厅)+"
)


def lotteries(folded: str, hits: Sequence[Hit]) -> Iterator[Candidate]:
    """Yield runs of the words of lottery tips, of bets on matches, and of lists of gambling sites.

    >>> from newsclean.find.lexicon import suspects
    >>> text = "渡口的澳门2024正版资料免费大全广场"
    >>> [text[each.start : each.end] for each in lotteries(text, suspects().scan(text))]
    ['澳门2024正版资料免费大全']
    """
    if not any(hit.group in ("tip", "brand") for hit in hits):
        return
    for run in _WORDS.finditer(folded) if _OF_WHERE.search(folded) else ():
        if _SURE.search(run.group()) and _OF_WHERE.search(run.group()):
            yield Candidate(run.start(), run.end() - 2 * bool(_AT_END.search(run.group())), "strong")
    for found in _TOP.finditer(folded) if "十大" in folded else ():
        yield Candidate(found.start(), found.end(), "strong")
    for found in _BETS.finditer(folded):
        yield Candidate(found.start(), found.end(), "weak")
