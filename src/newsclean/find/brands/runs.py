"""Rows of the words of one trade that are nobody's name: 澳门2024正版资料免费大全, 久久精品影院.

Nobody sets such words side by side but where lotteries or film sites are the news. 免费在线观看 alone is common, so a
row of plain words counts only where there are many of them, or beside a row that holds one of the others.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean.find.brands.candidates import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclean.find.lexicon import Hit

_CODE = (
    r"(?:[一二三四五六七八九十]|(?<!\d)\d)肖|(?:[平中一]|平[一二三])特(?![产别色殊定点征长质有急大警邀写])|特[马码肖]|[三四两]期必[出中开]|"
    r"天天[开]?好彩|二四六(?=天天|好彩)|跑狗|玄机图?|六舍彩|澳彩|开好彩|新[奥澳]门?(?:历史|开奖)+记录|4949(?:cc|tk)?"
)
_TELLER = "管家婆|白小姐|曾道人|刘伯温|黄大仙|王中王|六合彩?(?!区)|6合彩?"
_WHERE = f"{_TELLER}|新澳门?|澳门|香港|新奥门?|老[澳奥]门?|新粤门|马会"
_LIKELY = (
    r"(?:正版|精准|免费|内部|马会)资料|资料(?:免费|大全|公开)|开奖(?:结果|记录|直播|现场|资料)|期期准|\d{4}开奖|[一二三四五六七八九十]码|"
    r"一句话|必[中开]|7{4,}8+|\d{3,4}(?:cc|tk)"
)
_OF_TIPS = (
    f"{_CODE}|{_WHERE}|[一二三四五六七八九十]码|一句话|必[中开]|7{{4,}}8+|\\d{{3,4}}(?:cc|tk)|20\\d\\d年?|\\d{{3,4}}|今[晚期]|天天|每期|[正全]版|"
    "最?准|精准|免费|全年|内部|资料|大全|开奖|结果|记录|现场|直播|历史|查询|开什么|彩票|传真|挂牌|全篇|公开|期期|一期|公式|规律|号码|"
    "走势图?|最新|更新|图库|官网|入口|app|下载|[+|]"
)
_TIPS = re.compile(f"(?:{_OF_TIPS}){{2,}}")
_TIP = re.compile(_OF_TIPS)
_HAS_CODE, _HAS_TELLER, _HAS_WHERE, _HAS_LIKELY = map(re.compile, (_CODE, _TELLER, _WHERE, _LIKELY))
_AT_END = re.compile("(?:[|+]|(?<![奖+])(?:现场|历史|公开|查询|下载|结果))\\Z")
_TOP = re.compile(
    "(?:澳门|全球|亚洲|国内)?十大(?:正规|靠谱|信誉|最佳|在线|官方)*(?:网投|赌博|博彩|娱乐|网赌|棋牌|真人|电子)"
    "(?:正规|靠谱|信誉|在线|官方|游戏)*(?:平台|网站|app|官网)(?:排行榜?|排名|推荐|大全)?"
)
_BETS = re.compile(
    "(?:20\\d\\d)?(?:世界杯|欧洲杯|欧冠|英超|nba|足球|篮球|电竞|滚球|外围)+(?:买球|投注|赌球|下注|押注|竞猜|外围|滚球)+"
    "(?:网站|网址|网|平台|app|官网|入口|软件|下载|登录|注册|大厅)+"
)

_OF_FILMS = (
    r"久久|精品|免费看?|视频|在线看?|观看|播放|影院|影视|国产|高清|无码|有码|[一二三]区(?!域)|欧美|亚洲|日韩|日本|成人|午夜|福利|人妻|熟女|少妇|偷人|"
    r"麻豆|综合|专区|大片|电影|网站|字幕|乱码|(?<![a-z])[am]v(?![a-z])|不卡|自拍|偷拍|激情|首页|完整版|无删减|18禁|黄色|毛片|a片|"
    r"三级片?|无遮挡|一级|大全|(?<!\d)91(?!\d)|传媒|映画"
)
_FILMS = re.compile(f"(?:{_OF_FILMS}){{2,}}")
_FILM = re.compile(_OF_FILMS)
_PLAIN = re.compile(
    "免费看?|视频|在线看?|观看|播放|高清|影院|影视|网站|首页|电影|大片|字幕|国产|精品|欧美|亚洲|日韩|日本|综合|专区|福利|激情|"
    "完整版|无删减|大全|黄色|一级|少妇|偷拍|自拍|午夜|成人|[一二三]区(?!域)|三级片?|传媒|mv"
)
_SURE_FILM = re.compile(
    "(?:日韩|欧美|亚洲)+国产精品|国产精品(?:日韩|欧美|亚洲|久久)|(?:国产|日韩|欧美|亚洲|精品)[一二三]区(?!域)|黄色网站|少妇人妻|偷人|18禁|"
    "麻豆(?:传媒|视频|映画)|91(?:国产|精品|麻豆|视频)"
)
_FEWEST, _MANY = 3, 4
_LONGEST = 30  # characters of a run on either side of the word that tells it
_APART = 2  # characters: 麻豆传媒mv在线
_READS_ON = re.compile(r"[的地了]|[,。、;:!?”》)]|\Z|\n")
_ALLOWS = re.compile("(?:可|可以|能|能够|将|供|提供|会|上|中|后|了|进行|通过|“|《|支持|开放|网络|网上|个|部)\\Z")


def runs(folded: str, hits: Sequence[Hit]) -> Iterator[Candidate]:
    """Yield runs of the words of lottery tips, bets on matches, lists of gambling sites, and film sites.

    >>> from newsclean.find.lexicon import suspects
    >>> text = "渡口的澳门2024正版资料免费大全广场,渡轮从北码头久久精品影院开往对岸"
    >>> [text[each.start : each.end] for each in runs(text, suspects().scan(text))]
    ['澳门2024正版资料免费大全', '久久精品影院']
    """
    for start, end in _around([hit for hit in hits if hit.group in ("tip", "brand")]):
        yield from _tips(folded, start, end)
    words = [hit for hit in hits if hit.group == "film" or hit.sort == "adult"]
    if any(b.start - a.end <= _APART for a, b in pairwise(words)):
        yield from _films(folded)


def _around(hits: Iterable[Hit]) -> Iterator[tuple[int, int]]:
    """Yield where runs may stand that hold one of some hits; what lies close is one place."""
    start = end = 0
    for hit in hits:
        if hit.start - _LONGEST > end:
            if end:
                yield start, end
            start = hit.start - _LONGEST
        end = hit.end + _LONGEST
    if end:
        yield start, end


def _tips(folded: str, start: int, end: int) -> Iterator[Candidate]:
    for run in _TIPS.finditer(folded, start, end):
        if _of_lottery(run.group()):
            at_end = _AT_END.search(run.group())  # which may as well begin what the sentence says
            yield Candidate(run.start(), run.end() - (len(at_end.group()) if at_end else 0), "strong")
    for found in _TOP.finditer(folded, start, end):
        yield Candidate(found.start(), found.end(), "strong")
    for found in _BETS.finditer(folded, start, end):
        yield Candidate(found.start(), found.end(), "weak")


def _of_lottery(run: str) -> bool:
    """Tell words of lottery tips: a code, or who and where with what they give."""
    words = len(_TIP.findall(run))
    if words > 1 and _HAS_CODE.search(run):
        return True
    likely = _HAS_WHERE.search(run) and _HAS_LIKELY.search(run)
    return bool(likely and (words >= _FEWEST or _HAS_TELLER.search(run)))


def _films(folded: str) -> Iterator[Candidate]:
    found = [run for run in _FILMS.finditer(folded) if _counted(run) >= _FEWEST or _SURE_FILM.search(run.group())]
    fewest = _FEWEST if any(_is_sure(run.group()) for run in found) else _MANY
    for run in found:
        quoted = folded[run.start() - 1 : run.start()] in ("“", "《")
        if not quoted and (_is_sure(run.group()) or _is_pasted(folded, run, fewest)):
            yield Candidate(run.start(), run.end(), "strong")


def _counted(run: re.Match[str]) -> int:
    return len(_FILM.findall(run.group()))


def _is_sure(run: str) -> bool:
    return run.startswith("久久") or bool(_SURE_FILM.search(run)) or bool(_PLAIN.sub("", run))


def _is_pasted(folded: str, run: re.Match[str], fewest: int) -> bool:
    """Tell a run of so many plain words that the sentence neither asks for nor reads on from."""
    if _counted(run) < fewest:
        return False
    before = folded[max(0, run.start() - 4) : run.start()]
    return not _ALLOWS.search(before) and not _READS_ON.match(folded, run.end())
