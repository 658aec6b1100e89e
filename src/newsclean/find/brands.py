"""Brands pasted into sentences: gambling and game platforms with 官网, 入口, app behind them.

No single sign decides. The lexicon, the tails, mixed scripts and odd spellings speak for an insertion, and so does a
sentence that reads better without it; a page that writes about gambling, a team, a hotel or a company of that name,
a verb or preposition that governs the name, and quotation marks speak against it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.words import cost, surprise
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
    "spelling": 2.0,
    "slot": 0.5,
    "no link to what follows": 1.0,
    "foreign": 1.0,
    "at home": -1.0,
    "repeated": 0.5,
    "company": 1.0,
    "headline suffix": 2.0,
    "governed": -2.0,
    "governs": -2.0,
    "quoted": -2.0,
    "topic": -4.0,
}
"""What each piece of evidence adds; judged on clean news bodies and on polluted copies of them."""

_TAIL = (
    "官方网站|官网|官方|入口|app|登录|登陆|注册|下载|手机版|网页版|安卓版|苹果版|最新版|最新|网址|平台|客户端|体验金|开户|代理|首页|全站|综合|在线|线上|"
    r"游戏大厅|大厅|百科|集团|中国|版|-?no\.?1|v\d+(?:\.\d+)*"
)
_DOMAIN = "精准资料|资料大全|娱乐城|体育|娱乐|棋牌|电竞|真人|彩票|国际|投注|视讯|电子|游戏|直播|赌场|百家乐|捕鱼|会员"
_GAMBLING = re.compile(
    "娱乐城|棋牌|真人|彩票|投注|赌|百家乐|捕鱼|精准|一肖|一码|中特|开奖|时时彩|快三|老虎机|六合彩|牛牛|王中王|游戏大厅"
)
_BEHIND = re.compile(
    rf"(?:\s?(?:{_DOMAIN}|{_TAIL}|[a-z]+\d*|\d{{2,}}(?![年月日,.]\d|[年月日人万亿个家名])|\((?:中国|官方)?[^()\n]{{0,4}}\)))*"
)
_SHAPE = re.compile(
    rf"(?:(?P<latin>(?<![a-z0-9])[a-z]{{1,8}}\d{{0,4}})?(?P<stem>[\u3400-\u9fff]{{2,4}}?)?)"
    rf"(?P<domain>{_DOMAIN})?(?P<digits>\d{{3,5}})?(?P<tails>(?:{_TAIL})+)?"
)
_SLOT = frozenset(",、的。:;!?是”")
_GOVERNED = re.compile(
    r"(?:登录|登陆|通过|打开|下载|进入|访问|关注|使用|搜索|名为|名叫|叫做|称为|使用|安装|注册|旗下|包括|例如|比如|对阵|战胜|击败|迎战|加盟|客场|主场|收购|起诉|"
    r"[在从由对据到向与和跟被把将让为给于及等款叫名称如])$|[“‘《<(]$"
)
_GOVERNS = re.compile(
    r"[”’》>)]|[在将的是已为于与和有及也还会被由把给向称说等之上中里内外对跟到曾并获]|表示|发布|公布|显示|宣布|推出|公司|集团|股份|酒店|大厦|广场|度假|大桥|机场|战队|"
    r"俱乐部|队|选手|品牌|旗下|方面|官方|负责人|创始人|总裁|市场|业务|用户|玩家|上线|下架|可|能|以|因|案|团伙|网站|等|[,。、;:!?]|$"
)
_TOPIC = re.compile(
    r"赌博|赌场|赌客|赌球|赌资|赌徒|赌注|聚赌|涉赌|网赌|禁赌|博彩|下注|投注站|体彩|福彩|诈骗|涉案|犯罪嫌疑|战队|kpl|王者荣耀|英雄联盟|电竞|电子竞技|"
    r"赞助商?|奢侈品|开云集团|古驰|gucci|假日酒店|度假村|度假酒店|酒店集团|手游|网络游戏|游戏公司|游戏产业"
)
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
    topic = _is_topic(page.folded, candidates)
    forms = Counter(page.folded[c.start : c.end] for c in candidates)
    scores = {c: _score(page.folded, c, forms, topic) for c in candidates}
    company = any(score >= THRESHOLD and c.strength != "weak" for c, score in scores.items())
    marks, flags = [], []
    for candidate, score in scores.items():
        if score + (WEIGHTS["company"] if company else 0.0) < THRESHOLD:
            continue
        if candidate.strength == "weak" and not company and score < THRESHOLD + 1:
            continue
        marks.append(_mark(candidate, score))
        if _EMPTY_BEFORE.search(page.folded[max(0, candidate.start - 6) : candidate.start]) and _ORG.match(
            page.folded, candidate.end
        ):
            flags.append(
                Flag("replaced_name", candidate.start, candidate.end, page.text[candidate.start : candidate.end])
            )
    return marks, flags


def _mark(candidate: Candidate, score: float) -> Mark:
    start = candidate.start
    rule = "injected.spelled-brand" if candidate.spelled else "injected.brand"
    return Mark(start, candidate.end, "find", "injected_keyword", rule, confidence=min(1.0, 0.5 + score / 12))


def _named(folded: str, hits: Sequence[Hit]) -> Iterator[Candidate]:
    """Yield the brands of the lexicon with what belongs to them behind and before."""
    for hit in hits:
        if hit.group == "brand" and not _inside_word(folded, hit):
            behind = _BEHIND.match(folded, hit.end)
            end = behind.end() if behind else hit.end
            yield Candidate(_mixed_start(folded, hit.start), end, hit.sort)


def _inside_word(folded: str, hit: Hit) -> bool:
    """Tell a Latin name that is a piece of a longer one, such as `ag8` in `bag80`."""
    first, last = folded[hit.start], folded[hit.end - 1]
    before, after = folded[hit.start - 1 : hit.start], folded[hit.end : hit.end + 1]
    return (_latin(first) and _latin(before)) or (
        last.isalpha() and _latin(last) and after.isascii() and after.isalpha()
    )


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _mixed_start(folded: str, start: int) -> int:
    found = re.search(r"(?<![a-z0-9])[a-z]{1,8}\d{0,4}$", folded[max(0, start - 13) : start])
    return start - len(found.group()) if found else start


def _shaped(folded: str, hits: Sequence[Hit]) -> Iterator[Candidate]:
    """Yield what has the shape of a brand with its tails: a stem that is no word, a trade, a way in."""
    done = -1
    for hit in hits:
        if hit.group != "tail" or hit.start < done:
            continue
        behind = _BEHIND.match(folded, hit.start)
        end = behind.end() if behind else hit.end
        done = end
        start = _stem_start(folded, hit.start)
        if start < hit.start and _has_shape(folded[start : hit.start], folded[hit.start : end]):
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
    for cut in range(max(first, end - 5), end - 1):
        if cut == 0 or folded[cut - 1] in _SLOT or folded[cut - 1] == "\n":
            return cut
    starts = list(range(max(first, end - 4), end - 1))
    left = max(0, end - 10)
    return min(starts, key=lambda cut: cost(folded[left:cut]) + 6.5 * (end - cut), default=end)


def _has_shape(stem: str, tails: str) -> bool:
    mixed = stem[0].isascii() and not stem.isascii()
    domain = re.match(_DOMAIN, tails)
    count = len(re.findall(f"{_DOMAIN}|{_TAIL}", tails))
    digits = bool(re.search(r"\d{3,}", tails + stem))
    return (
        count >= 2
        or (bool(domain) and (mixed or digits or stem.isascii() or bool(_GAMBLING.search(tails))))
        or (mixed and count >= 1)
    )


def _joined(candidates: list[Candidate]) -> list[Candidate]:
    """Join candidates that overlap or touch: the strongest names the whole."""
    rank = {"strong": 0, "weak": 1, "shape": 2}
    joined: list[Candidate] = []
    for candidate in sorted(candidates):
        if joined and candidate.start <= joined[-1].end:
            last = joined.pop()
            strength = min(last.strength, candidate.strength, key=rank.__getitem__)
            spelled = last.spelled or candidate.spelled
            candidate = Candidate(last.start, max(last.end, candidate.end), strength, spelled)
        joined.append(candidate)
    return joined


def _is_topic(folded: str, candidates: Sequence[Candidate]) -> bool:
    """Tell whether the page, without the candidates, writes about gambling, teams, hotels or games."""
    parts, done = [], 0
    for candidate in candidates:
        parts.append(folded[done : candidate.start])
        done = candidate.end
    parts.append(folded[done:])
    found = set(_TOPIC.findall("\n".join(parts)))
    return len(found) >= 1


def _score(folded: str, candidate: Candidate, forms: Counter[str], topic: bool) -> float:
    return sum(WEIGHTS[name] for name in evidence(folded, candidate, forms, topic))


def evidence(folded: str, candidate: Candidate, forms: Counter[str], topic: bool) -> list[str]:
    """Name what speaks for and against a candidate being pasted in."""
    start, end = candidate[:2]
    name = folded[start:end]
    left, right = folded[max(0, start - 8) : start], folded[end : end + 8]
    tails = re.findall(f"{_DOMAIN}|{_TAIL}", name)
    line_end = not right or right[0] == "\n"
    suffix = line_end and left[-1:] in ("-", "_", "|", "—") and left[-2:-1] != "\n"
    foreign = surprise(left.rpartition("\n")[2][-6:], name, right.partition("\n")[0][:6])
    found = [
        ("strong name", candidate.strength == "strong"),
        ("weak name", candidate.strength == "weak"),
        ("tail", bool(tails)),
        ("second tail", len(tails) > 1),
        ("gambling", bool(_GAMBLING.search(name))),
        (
            "mixed script",
            bool(re.search("[a-z]", name)) and bool(re.search("[\u3400-\u9fff]", re.sub(_TAIL, "", name))),
        ),
        ("digits", bool(re.search(r"\d{3,}", name))),
        ("spelling", candidate.spelled),
        ("slot", not left or left[-1] in _SLOT or left[-1] == "\n"),
        ("no link to what follows", bool(re.match("[\u3400-\u9fff“《]", right)) and not _GOVERNS.match(right)),
        ("foreign", foreign >= 6.0),
        ("at home", foreign < 5.0),
        ("repeated", forms[name] > 1),
        ("headline suffix", suffix),
        ("governed", bool(_GOVERNED.search(left))),
        ("governs", not suffix and bool(_GOVERNS.match(right))),
        ("quoted", left[-1:] in ("“", "《") or right[:1] in ("”", "》")),
        ("topic", topic),
    ]
    return [name for name, holds in found if holds]
