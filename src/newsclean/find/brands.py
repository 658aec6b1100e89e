"""Brands pasted into sentences: gambling and game platforms with 官网, 入口, app behind them.

No single sign decides. The lexicon, the tails, mixed scripts and odd spellings speak for an insertion, and so does a
sentence that reads better without it; a page that writes about gambling, a team, a hotel or a company of that name,
a verb or preposition that governs the name, and quotation marks speak against it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.words import cost, is_word, surprise
from newsclean.model import Flag, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    "claims a country": 1.5,
    "spelling": 2.0,
    "slot": 0.5,
    "no link to what follows": 1.0,
    "foreign": 1.0,
    "at home": -1.0,
    "repeated": 1.0,
    "company": 1.0,
    "headline suffix": 2.0,
    "replaces a name": 1.0,
    "governed": -2.0,
    "governs": -2.0,
    "quoted": -2.0,
    "written of": -3.5,
    "topic": -10.0,
}
"""What each piece of evidence adds; judged on clean news bodies and on polluted copies of them."""

_WAY_IN = (
    r"官方网站|官网|官方版|入口|app|登录|登陆|注册|下载|手机版|网页版|安卓版|苹果版|最新版|最新网址|网址|客户端|"
    r"体验金|开户|游戏大厅|百科|平台|-?no\.1|线路检测中心|线路检测|总站|盘口|网投|备用网址|一触即发|天生赢家"
)
_DOMAIN = (
    "精准资料|资料大全|资料免费大全|竞猜|菠菜|王中王|国际娱乐|娱乐城|"
    "体育|娱乐|棋牌|电竞|真人|彩票|视讯|投注|百家乐|捕鱼|赌场"
)
_VAGUE = "国际|电子|游戏|会员|在线|旗舰厅|精准|最新|免费|足球|篮球|手机|备用|正版"
_GAMBLING = re.compile(
    "娱乐城|棋牌|真人|彩票|投注|赌|百家乐|捕鱼|精准|一肖|一码|中特|开奖|时时彩|快三|国际娱乐|竞猜|菠菜|线路检测|网投|盘口|老虎机|六合彩|牛牛|王中王|游戏大厅"
)
_MORE = (
    rf"\s?(?:{_DOMAIN}|{_WAY_IN}|(?:{_VAGUE})(?={_DOMAIN}|{_WAY_IN}|\d{{3}})|v\d+(?:\.\d+)*"
    r"|\d{3,}[a-z]{0,3}(?![\da-z]|[年月日,.]\d|[年月日人万亿个家名元])|\((?:中国|官方)[^()\n]{0,4}\)|\([a-z]{2,8}\d{0,3}\))"
)
_BEHIND = re.compile(f"(?:{_MORE})*")
_BEHIND_NAME = re.compile(f"(?:{_MORE}|[a-z]{{2,9}}(?![a-z0-9]|\\s[a-z]))*")
_OUTLETS = re.compile("(?:央视|腾讯|新浪|搜狐|网易|新华|人民|中国|东方|凤凰|五星|咪咕|优酷|爱奇艺|抖音|快手)$")
_LATIN_OUTLETS = re.compile(r"cctv\d*|pptv|qq|nba|cba|fifa|bbc|espn|tvb|pp|keep|uefa|abc|fox|vr|ai|ip|app|ktv|\d+")
_SLOT = frozenset(",、的。:;!?是”\n")
_ENDS = frozenset("站区县局院园厂队村校会部厅团所")
_STEM = 8.0
_GOVERNED = re.compile(
    r"(?:登录|登陆|通过|打开|下载|进入|访问|关注|使用|搜索|名为|名叫|叫做|称为|使用|安装|注册|旗下|包括|例如|比如|对阵|战胜|击败|迎战|加盟|客场|主场|收购|起诉|"
    r"[在从由对据到向与和跟被把将让为给于及等款叫名称如])$|[“‘《<(]$"
)
_GOVERNS = re.compile(
    r"[”’》>)]|[的]|表示|发布|公布|显示|宣布|推出|公司|集团|股份|酒店|大厦|广场|度假|大桥|机场|战队|俱乐部|队|选手|品牌|旗下|方面|官方|负责人|创始人|"
    r"总裁|市场|业务|用户|玩家|上线|下架|案|团伙|网站|等[,。、\d]|[,。、;:!?]|$"
)
_LINKS = re.compile(r"[在将是已为于与和有及也还会被由把给向称说之上中里内外对跟到曾并获可能以因等][^的]")
_GAMBLING_NEWS = r"赌博|赌场|赌客|赌球|赌资|赌徒|赌注|聚赌|涉赌|网赌|禁赌|博彩|下注|体彩|福彩|彩民"
_TOPICS = (
    # whose name, and the words of the news that may name it
    (re.compile(""), re.compile(_GAMBLING_NEWS)),
    (re.compile("超玩会|雷竞技|电竞|完美"), re.compile("战队|kpl|王者荣耀|英雄联盟|电竞|电子竞技|季后赛|选手")),
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
_CLAIM = re.compile(
    r"\d{4}|\((?:中国|官方)|游戏大厅|赌|网投|官网|官方网站|入口|登录|登陆|注册|下载|娱乐|棋牌|真人|手机版|网页版|app"
)
_LONGER = re.compile("体育[馆场局报台中学生用系项课老教部频产事总公]|娱乐[圈场新业]|国际[机会社关化]|电子[商信元产]")
_WRITTEN_OF = re.compile(r"[”’》]|[\u3400-\u9fff]{0,2}(?:公司|集团|有限|商标|品牌|酒店|股份)")
_CLAIMS = frozenset(("tail", "mixed script", "digits", "claims a country", "spelling"))
_ORG = re.compile(
    r"(?:集团|公司|党委|党员|党支部|领导|召开|举行|组织|开展|举办|机关|有限|学院|医院|总经理|董事长|纪委|职工|员工|工会|团委|成功|荣获)"
)
_EMPTY_BEFORE = re.compile(r"(?:^|[\n。!?:]|来源:)\s*$")


class Candidate(NamedTuple):
    """A stretch that may be a pasted brand, with offsets in the text; `strength` is strong, weak or shape."""

    start: int
    end: int
    strength: str
    spelled: bool = False


def find_brands(page: Page, hits: Sequence[Hit], spelled: Sequence[Candidate] = ()) -> tuple[list[Mark], list[Flag]]:
    """Return marks of pasted brands among the hits of the lexicon, and flags where a name was replaced."""
    candidates = _joined([*_named(page.folded, hits), *_shaped(page.folded, hits), *spelled])
    if not candidates:
        return [], []
    topics = _topic_of(page.folded, candidates)
    forms = Counter(page.folded[c.start : c.end] for c in candidates if not _in_syntax(page.folded, c))
    written = {page.folded[c.start : c.end] for c in candidates if _WRITTEN_OF.match(page.folded, c.end)}
    signs = {c: evidence(page.folded, c, forms, c in topics, written) for c in candidates}
    scores = {c: sum(WEIGHTS[sign] for sign in found) for c, found in signs.items()}
    company = any(score >= THRESHOLD and c.strength != "weak" for c, score in scores.items())
    marks, flags = [], []
    for candidate, score in scores.items():
        if score + (WEIGHTS["company"] if company else 0.0) < THRESHOLD:
            continue
        if candidate.strength == "weak" and not company and not _CLAIMS.intersection(signs[candidate]):
            continue
        marks.append(_mark(page.folded, candidate, score))
        if _replaces(page.folded, candidate.start, candidate.end):
            flags.append(
                Flag("replaced_name", candidate.start, candidate.end, page.text[candidate.start : candidate.end])
            )
    return marks, flags


def _replaces(folded: str, start: int, end: int) -> bool:
    """Tell whether the sentence would begin with 集团 or 召开 without the name."""
    return bool(_EMPTY_BEFORE.search(folded[max(0, start - 6) : start]) and _ORG.match(folded, end))


def _in_syntax(folded: str, candidate: Candidate) -> bool:
    """Tell a name that its sentence governs, or that governs what follows."""
    left, right = folded[max(0, candidate.start - 8) : candidate.start], folded[candidate.end : candidate.end + 8]
    return bool(_GOVERNED.search(left) or _GOVERNS.match(right))


def _mark(folded: str, candidate: Candidate, score: float) -> Mark:
    """Make the mark; of a headline's suffix the dash before it goes too."""
    start = candidate.start
    if folded[candidate.end : candidate.end + 1] in ("", "\n"):
        dash = re.search(r"\s*[-_|—]+\s*$", folded[max(0, start - 4) : start])
        start -= len(dash.group()) if dash else 0
    rule = "injected.spelled-brand" if candidate.spelled else "injected.brand"
    return Mark(start, candidate.end, "find", "injected_keyword", rule, confidence=min(1.0, 0.5 + score / 12))


def _named(folded: str, hits: Sequence[Hit]) -> Iterator[Candidate]:
    """Yield the brands of the lexicon with what belongs to them behind and before."""
    for hit in hits:
        if hit.group == "brand" and not _inside_word(folded, hit) and not _is_longer(folded, hit):
            behind = _BEHIND_NAME.match(folded, hit.end)
            end = behind.end() if behind else hit.end
            yield Candidate(_mixed_start(folded, hit.start), end, hit.sort)


def _inside_word(folded: str, hit: Hit) -> bool:
    """Tell a Latin name that is a piece of a longer one, such as `ag8` in `bag80`."""
    first, last = folded[hit.start], folded[hit.end - 1]
    before, after = folded[hit.start - 1 : hit.start], folded[hit.end : hit.end + 1]
    return (_latin(first) and _latin(before)) or (
        last.isalpha() and _latin(last) and after.isascii() and after.isalpha()
    )


def _is_longer(folded: str, hit: Hit) -> bool:
    """Tell a Han name that is the start of a longer one, such as 江南体育 in 江南体育馆."""
    return not folded[hit.start].isascii() and bool(_LONGER.match(folded, hit.end - 2))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _mixed_start(folded: str, start: int) -> int:
    found = re.search(r"(?<![a-z0-9])(?:[a-z]{1,8}\d{0,4}|\d{3})$", folded[max(0, start - 13) : start])
    return start - len(found.group()) if found else start


def _shaped(folded: str, hits: Sequence[Hit]) -> Iterator[Candidate]:
    """Yield what has the shape of a brand with its tails: a stem that is no word, a trade, a way in."""
    done = -1
    for hit in hits:
        if hit.group != "tail" or hit.start < done:
            continue
        vague = re.match(_VAGUE, folded[hit.start : hit.end])
        behind = _BEHIND_NAME.match(folded, hit.end if vague else hit.start)
        end = behind.end() if behind else hit.end
        done = end
        first = hit.start - 2 if folded.endswith("平台", 0, hit.start) else hit.start
        start = _stem_start(folded, first)
        if start < first < end and _has_shape(folded[start:first], folded[first:end]):
            yield Candidate(start, end, "shape")


def _stem_start(folded: str, end: int) -> int:
    """Return where the stem before a tail begins: at a slot, at a change of script, or where the rest reads best."""
    found = re.search(r"(?<![a-z0-9])(?:[a-z]{1,8}\d{0,5})?[\u3400-\u9fff]{0,7}$", folded[max(0, end - 20) : end])
    if not found or not found.group():
        return end
    run = found.group()
    first = end - len(run)
    if run[0].isascii():
        return first
    for cut in range(end - 2, max(first, end - 5) - 1, -1):
        if cut == 0 or folded[cut - 1] in _SLOT or folded[cut - 1] in _ENDS:
            return cut + 2 if end - cut >= 4 and is_word(folded[cut : cut + 2]) else cut
    left = max(0, end - 10)
    starts = range(max(first, end - 4), end - 1)
    return min(starts, key=lambda cut: cost(folded[left:cut]) + _STEM * (end - cut), default=end)


def _has_shape(stem: str, tails: str) -> bool:
    """Tell whether a stem with its tails names a platform: a trade and a way in, or a trade of gamblers."""
    mixed = stem[0].isascii() and not stem.isascii() and len(re.findall("[\u3400-\u9fff]", stem)) <= 3
    domain = re.match(rf"(?:{_VAGUE})?(?:{_DOMAIN})", tails)
    vague = re.match(_VAGUE, tails)
    ways = len(set(re.findall(_WAY_IN, tails)))
    odd = mixed or re.search(r"\d{3,}|[a-z]{2,}$", tails) or (stem.isascii() and not _LATIN_OUTLETS.search(stem))
    if domain and (odd or _GAMBLING.search(tails)):
        return True
    if is_word(stem) or _OUTLETS.search(stem):
        return ways >= 2 and bool(domain or vague)
    return ways >= 2 or (ways == 1 and bool(domain or vague or mixed)) or (bool(vague) and mixed)


def _joined(candidates: list[Candidate]) -> list[Candidate]:
    """Join candidates that overlap or touch: the strongest names the whole."""
    rank = {"strong": 0, "weak": 1, "shape": 2}
    joined: list[Candidate] = []
    for candidate in sorted(candidates):
        if joined and candidate.strength == "shape" and candidate.start == joined[-1].end:
            continue
        if joined and candidate.start <= joined[-1].end:
            last = joined.pop()
            strength = min(last.strength, candidate.strength, key=rank.__getitem__)
            spelled = last.spelled or candidate.spelled
            candidate = Candidate(last.start, max(last.end, candidate.end), strength, spelled)
        joined.append(candidate)
    return joined


def _topic_of(folded: str, candidates: Sequence[Candidate]) -> set[Candidate]:
    """Return the candidates that the page, without them, writes about: gambling, teams, hotels, companies."""
    parts, done = [], 0
    for candidate in candidates:
        parts.append(folded[done : candidate.start])
        done = candidate.end
    rest = "\n".join([*parts, folded[done:]])
    written = [whose for whose, words in _TOPICS if words.search(rest)]
    if _TOPICS[0][0] in written:
        return set(candidates)
    return {
        candidate
        for candidate in candidates
        if not _CLAIM.search(folded, candidate.start, candidate.end)
        and any(whose.search(folded, candidate.start, candidate.end) for whose in written)
    }


def _stands_apart(right: str) -> bool:
    return bool(re.match("[\u3400-\u9fff“《]", right)) and not _GOVERNS.match(right) and not _LINKS.match(right)


def evidence(folded: str, candidate: Candidate, forms: Counter[str], topic: bool, written: set[str]) -> list[str]:
    """Name what speaks for and against a candidate being pasted in."""
    start, end = candidate[:2]
    name = folded[start:end]
    left, right = folded[max(0, start - 8) : start], folded[end : end + 8]
    tails = re.findall(f"{_DOMAIN}|{_WAY_IN}", name)
    line_end = not right or right[0] == "\n"
    suffix = line_end and left[-1:] in ("-", "_", "|", "—") and left[-2:-1] != "\n"
    foreign = surprise(left.rpartition("\n")[2][-6:], name, right.partition("\n")[0][:6])
    replaces = candidate.strength == "strong" and bool(_CLAIM.search(name)) and _replaces(folded, start, end)
    found = [
        ("strong name", candidate.strength == "strong"),
        ("weak name", candidate.strength == "weak"),
        ("tail", bool(tails)),
        ("second tail", len(tails) > 1),
        ("gambling", bool(_GAMBLING.search(name))),
        (
            "mixed script",
            bool(re.search("[a-z]", name)) and bool(re.search("[\u3400-\u9fff]", re.sub(_WAY_IN, "", name))),
        ),
        ("digits", bool(re.search(r"\d{3,}", name))),
        ("claims a country", bool(re.search(r"\((?:中国|官方)", name))),
        ("spelling", candidate.spelled),
        ("slot", not left or left[-1] in _SLOT or left[-1] == "\n"),
        ("no link to what follows", _stands_apart(right)),
        ("foreign", foreign >= 6.0),
        ("at home", foreign < 5.0 and len(tails) < 2 and not re.search(r"\d{3}", name)),
        ("repeated", forms[name] > 1),
        ("headline suffix", suffix),
        ("governed", bool(_GOVERNED.search(left))),
        ("replaces a name", replaces),
        ("governs", not suffix and not replaces and bool(_GOVERNS.match(right))),
        ("quoted", left[-1:] in ("“", "《") or right[:1] in ("”", "》")),
        ("written of", name in written and not _CLAIM.search(name)),
        ("topic", topic),
    ]
    return [name for name, holds in found if holds]
