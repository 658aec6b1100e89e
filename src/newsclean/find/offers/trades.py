"""Keywords of trades pasted into sentences: 上海白癜风医院哪家好, 深圳劳务派遣公司.

The pieces (place, trade, 哪家好) stand side by side as no writer puts them; a page that writes about the trade, or a
sentence that governs the phrase, keeps it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsclean.find.contacts import CONTACT
from newsclean.find.lexicon import Hit, trade_words
from newsclean.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.matching import Page

THRESHOLD = 3.5

WEIGHTS = {
    "service": 1.5,
    "place": 1.0,
    "question": 1.5,
    "slot": 0.5,
    "stands apart": 1.0,
    "repeated": 0.5,
    "governed": -2.0,
    "governs": -2.0,
    "quoted": -2.0,
    "sold against the law": 1.0,
    "call": 1.5,
    "written of nowhere": 0.5,
    "machine": 1.0,
    "second machine": 1.0,
    "subject": -3.0,
    "topic": -10.0,
}
"""What each piece of evidence adds; judged on clean news bodies and on articles about these trades."""

_FIELDS = {
    # words by which a page shows that it writes about a trade
    "clinic": "医保|集采|卫健|门诊|医院|患者|病人|医生|治疗|门诊|诊所|疾病|病情",
    "dispatch": "劳务|用工|派遣|人力资源|劳动合同|农民工|招聘",
    "invoice": "发票|税务|增值税|刻章|假证|工商注册|执照",
    "loan": "贷款|信贷|借款|网贷|征信|配资|期货|证券|利率",
    "adult": "色情|淫秽|扫黄|低俗|卖淫|嫖",
    "removal": "搬家|疏通|家政|回收|维修|开锁|托运|物流|货运",
    "tutoring": "培训|补习|辅导班|自考|成考|驾校|考研|家教",
    "machine": "设备|机械|厂商|制造|产量|销量|上涨|下跌|涨价|采购|矿山|工厂|车间|工地|钢铁|建材",
    "trade": "厂家|设备|钢管|阀门|装修|推广|刷单|外挂|高仿|代练|网站",
}
_UNLAWFUL = re.compile(
    "代开|加微信|刻章|代还|口子|秒下款|下款|免留车|换现金|外送茶|黑户|套现|不看征信|秒批|私人放款|文凭办理|学历办理|办理学历|代写|代发|包过|侦探|催情|迷药|无抵押|借钱|代考|毕业证|学信网可查|刻公章|私服|传奇|sf|代练|开箱网站|"
    "外围|美女|约炮|裸聊|直播|比分网|买球|体验金|百家乐|荷官|发牌|币安|usdt|合约跟单|左旋肉碱|瘦身排毒|增大|虫夏草批发|燕窝批发|开票|先验后付|芝麻分"
)
_CRIME = re.compile("警方|法院|检察|刑拘|犯罪|涉案|查处|牟利|判处|被告|诈骗|非法|取缔")
_SUBJECT = re.compile(
    "的(?:电话|电话号码|手机号|微信|广告|传单|小广告)$"
)  # what a sentence tells of, not what a keyword says
_ACTING = re.compile("[一每][篇份张本次]|[成让使屡曾不都就又从比越能要可以却才再]")
_TOPICAL = 2
_MANY_MACHINES = "many machines"
_WAY = re.compile(
    "(?:app|下载|24h|24小时|平台|网站|口子|软件|中介|热线|哪里能借钱|怎么借钱|哪里借|推荐|免费|秒批|秒下|发布网|发布站|送货上门|优惠|领取|预约|"
    "跟单|技巧|网址|安全可靠|高清观看|观看|捷报)*(?![a-z])"
)
_KIND = re.compile("(?:[小大中微]型|二手|全自动|半自动|自动|不锈钢|多功能|新型|移动式|立式|卧式|电动|液压|工业)+\\Z")
_OFFER = re.compile(
    "(?:办理|代办|快速|新开|正规|全国各地|全国|专业|免费|最新|nba|cba|英超|欧冠|中超|cctv\\d?|20\\d\\d)+\\Z"
)
_SLOT = frozenset(",、的。:;!?是”\n")
_GAP = re.compile(r"[\u3400-\u9fff]{0,2}")
_LINKS = ("", "的", "专科", "专业")
_GOVERNED = re.compile(
    r"[在从由对据到向与和跟被把将让为给于及等称以][\u3400-\u9fff]{0,2}$|[“‘《<(]$|(?:一家|多家|这家|某|该|到|去|开|办)$"
)
_GOVERNS = re.compile(
    r"[”’》>)]|[\d一二两三四五六七八九十百千]+[余多]?[台套辆部条座吨]|[的在将是已为于与和有及也还会被由把给向称说等]|[,。、;:!?]|$|表示|负责人|工作人员|医生|员工|工(?!作|程|厂|业)|师傅|店主|老板|夫妻|法定代表人|行业|市场|业务"
)


def find_trades(page: Page, hits: Sequence[Hit]) -> list[Mark]:
    """Mark keyword phrases of trades inside sentences.

    >>> from newsclean.find.lexicon import suspects
    >>> from newsclean.matching import read_page
    >>> page = read_page("会议强调,上海白癜风医院哪家好代表们要加强基层党建工作。")
    >>> [page.text[mark.start : mark.end] for mark in find_trades(page, suspects().scan(page.folded))]
    ['上海白癜风医院哪家好']
    """
    fields = {hit.sort for hit in hits if hit.group == "service"}
    if not fields:
        return []
    phrases = [
        phrase
        for line, found in trade_words().scan_lines(page)
        if any(hit.group == "service" for hit in found)
        for phrase in _phrases(line.folded, line.start, found)
    ]
    forms = Counter(page.folded[first.start : last.end] for first, last, _ in phrases)
    rest = _without(page.folded, [(first.start, last.end) for first, last, _ in phrases])
    machines = {page.folded[hit.start : hit.end] for hit in hits if hit.sort == "machine"}
    crime = len(_CRIME.findall(rest))  # a page on crime tells what is sold against the law
    said = {field: len(re.findall(_FIELDS[field], rest)) + crime for field in fields}
    topics = {field for field in fields if said[field] >= _TOPICAL}
    topics |= {f"no {field}" for field in fields if not said[field]}
    if len(machines) > 1:
        topics.add(_MANY_MACHINES)
    return [
        Mark(first.start, last.end, "find", "injected_keyword", "injected.trade", confidence=0.8)
        for first, last, names in phrases
        if _is_keyword(page.folded, first, last, names)
        and _score(page.folded, first, last, names, forms, topics) >= THRESHOLD
    ]


def _is_keyword(folded: str, first: Hit, last: Hit, names: Sequence[Hit]) -> bool:
    """Tell a trade with a place, a question or a call, a machine, or what is sold against the law and does nothing."""
    if first.group == "place" or last.sort in ("question", "price", "call", "contact") or names[0].sort == "machine":
        return True
    return bool(_UNLAWFUL.search(folded, first.start, last.end)) and not _ACTING.match(folded, last.end)


def _phrases(folded: str, offset: int, hits: Sequence[Hit]) -> Iterator[tuple[Hit, Hit, list[Hit]]]:
    """Yield runs of pieces that touch, or have two characters between them, with a trade among them."""
    run: list[Hit] = []
    for hit in [*hits, None]:
        touches = hit and run and run[-1].group == "service" and hit.start == run[-1].end
        if hit and hit.sort in ("call", "contact") and not touches:
            hit = None
        if hit and run and _goes_on(folded, run, hit, offset):
            run.append(hit)
            continue
        services = [each for each in run if each.group == "service"]
        if services:
            first = next(each for each in run if each.group in ("service", "place"))
            if first.sort == "machine":
                first = _with(_KIND, folded, first, offset)
            elif _UNLAWFUL.search(folded, first.start - offset, run[-1].end - offset):
                first = _with(_OFFER, folded, first, offset)
            yield first, _with_way(folded, run[-1], offset), services
        run = [hit] if hit else []


def _goes_on(folded: str, run: Sequence[Hit], hit: Hit, offset: int) -> bool:
    """Tell whether a piece belongs to the run before it: places stand first, what is asked touches the trade."""
    gap = folded[run[-1].end - offset : hit.start - offset]
    if any(each.group == "service" for each in run):
        small = hit.group == "filler" and hit.end - hit.start == 1
        linked = gap in _LINKS or (hit.group == "service" and bool(_GAP.fullmatch(gap)))
        return linked and hit.group != "place" and not small
    if hit.group == "place":
        return not gap
    return bool(_GAP.fullmatch(gap)) and ("的" not in gap or (gap == "的" and run[-1].group == "filler"))


def _with(before: re.Pattern[str], folded: str, name: Hit, offset: int) -> Hit:
    """Take in what stands before a name: how a machine is made (小型, 不锈钢), what is done of a trade (办理)."""
    found = before.search(folded[max(0, name.start - offset - 6) : name.start - offset])
    return name._replace(start=name.start - len(found.group())) if found else name


def _with_way(folded: str, last: Hit, offset: int) -> Hit:
    """Take in the way to the seller behind a trade: app, 24h, line:abc123."""
    at = last.end - offset
    way = _WAY.match(folded, at)
    at = way.end() if way else at
    contact = CONTACT.match(folded, at + (folded[at : at + 1] == " "))
    return last._replace(end=(contact.end() if contact else at) + offset)


def _without(folded: str, spans: Sequence[tuple[int, int]]) -> str:
    parts, done = [], 0
    for start, end in spans:
        parts.append(folded[done:start])
        done = max(done, end)
    return "\n".join([*parts, folded[done:]])


def _score(folded: str, first: Hit, last: Hit, names: Sequence[Hit], forms: Counter[str], topics: set[str]) -> float:
    return sum(WEIGHTS[name] for name in evidence(folded, first, last, names, forms, topics))


def evidence(
    folded: str, first: Hit, last: Hit, names: Sequence[Hit], forms: Counter[str], topics: set[str]
) -> list[str]:
    """Name what speaks for and against a phrase being pasted in."""
    text = folded[first.start : last.end]
    left, right = folded[max(0, first.start - 4) : first.start], folded[last.end : last.end + 6]
    inside = trade_words().scan(text)
    found = [
        ("service", True),
        ("place", first.group == "place"),
        ("question", any(hit.sort in ("question", "price") for hit in inside) or text.endswith("厂家")),
        ("slot", not left or left[-1] in _SLOT),
        ("stands apart", bool(re.match("[\u3400-\u9fff“《]", right)) and not _GOVERNS.match(right)),
        ("repeated", forms[text] > 1),
        ("governed", bool(_GOVERNED.search(left))),
        ("governs", bool(_GOVERNS.match(right))),
        ("quoted", left[-1:] in ("“", "《") or right[:1] in ("”", "》")),
        ("sold against the law", bool(_UNLAWFUL.search(text))),
        ("call", any(hit.sort in ("call", "contact") for hit in inside)),
        ("written of nowhere", names[0].sort != "machine" and all(f"no {name.sort}" in topics for name in names)),
        ("machine", names[0].sort == "machine"),
        ("second machine", names[0].sort == "machine" and _MANY_MACHINES in topics),
        ("subject", bool(_SUBJECT.search(text))),
        ("topic", any(name.sort in topics for name in names)),
    ]
    return [name for name, holds in found if holds]
