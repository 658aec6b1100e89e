"""Whole searches for hospitals pasted into sentences: 儿童癫痫病哪里治得好, 治疗白癜风最好的医院在哪.

A search is an illness with who has it before it and what is asked behind it. A writer closes such a question with a
mark, or lets somebody ask it; a pasted one breaks into a sentence of a page that says nothing else of medicine.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.lexicon import Hit
from newsclean.find.signs import stands
from newsclean.find.tables import rows
from newsclean.find.words import is_word
from newsclean.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.matching import Page

THRESHOLD = 3.0

WEIGHTS = {
    "asks": 1.0,
    "asks for a clinic": 1.0,
    "breaks in": 1.5,
    "slot": 0.5,
    "another": 1.0,
    "nowhere else": 1.0,
    "mentioned": -1.5,
    "topic": -2.0,
    "topic of no clinic": -3.0,
    "governed": -2.0,
    "closed": -3.0,
}
"""What each piece of evidence adds; judged on clean news bodies and on news and advice about illnesses."""

_WHO = (
    "儿童|小儿|成人|成年人|小孩子?|孩子|宝宝|婴儿|婴幼儿|女性|女人|男性|男人|老人|老年人?|青少年|青年|孕妇|产后|中年|"
    "晚期|早期|轻度|重度"
)
_SEEK = "治疗|手术治疗|中医治疗|中药治疗|得了|得|患了|患有|患上|检查|预防|根治|治愈|医治|关于|专治"
_ASK_FIRST = "哪家(?:专科)?(?:医院)?|哪个(?:专科)?(?:医院)?|哪里(?:的医院)?|哪儿|什么医院|去哪|怎么|怎样|如何|什么药"
_NOUN = (
    "病人|患者|反复发作|症状|病因|病|症|专科医院|专科|医院|门诊|专家|医生|大夫|中医院|中医|西医|药物|药|偏方|手术|激光|早期|初期|中期|晚期|症状|图片|费用|价格|"
    "方法|治疗|办法|原因|病因|饮食|护理|遗传|寿命|危害|并发症|注意事项|康复|到底|究竟|患病|发作|发病"
)
_ASK = (
    "早期症状|初期症状|治疗方法|治疗费用|手术费用|症状图片|哪里|哪家|哪个|哪种|哪些|哪儿|在哪里?|去哪里?|怎么样|怎么|怎样|如何|能不能|能否|会不会|是不是|可不可以|可以|要不要|有没有|多少钱|多久|多长时间|"
    "多大|什么|最好|最有名|最权威|最专业|排名|排行榜?|电话|地址|吗|几天|好不好"
)
_CLINIC = re.compile(
    "最好|最有名|最权威|最专业|哪[家里个儿](?:专科|的|医院|看|治|能|有|最|比较|好|强|正规|专业|权威|便宜)|治得好|"
    "医院(?:在|排|电|地|哪)|多少钱|排名"
)
_SOUGHT = frozenset(("医院", "专科医院", "专科", "门诊", "方法", "办法", "药", "药物", "费用", "价格"))
_SHORT = 2
_OPEN = frozenset(
    ("怎么", "怎样", "如何", "能不能", "能否", "会不会", "是不是", "可不可以", "可以", "要不要", "有没有", "什么")
)
_ACT = (
    "治得好|治疗好|治好|治愈|根治|断根|治疗|医治|治|看|好|强|正规|靠谱|专业|权威|便宜|有名|要孩子|生孩子|怀孕|结婚|上学|遗传|传染|复发|吃药|"
    "用药|引起|回事|办|喝酒|恢复|彻底|调理|缓解|预防|检查|诊断|得|比较|效果|疗效"
)
_LINK = "的|在|是|有|能|会|最|要|和|该|用|去|才|能够|得"
_BEHIND = re.compile(f"(?P<ask>{_ASK})|(?P<noun>{_NOUN})|(?P<act>{_ACT})|(?P<link>{_LINK})")
_ILLNESS = re.compile(
    f"({_WHO}|{_SEEK}|看)((?:(?![的了和与及或们不会是有在就])[\u3400-\u9fff]){{0,4}}?(?:炎|癌|瘤|癜|疹|癣|疮|结石|溃疡|息肉|囊肿|增生|硬化|综合征|骨折|双眼皮))"
    f"(?=[\u3400-\u9fff]{{0,4}}(?:{_ASK}))"
)
_MAY_END = re.compile("[炎癌瘤癜疹癣疮]|结石|溃疡|息肉|囊肿|增生|硬化|综合征|骨折|双眼皮")
_LONGEST = 24
_MEDICINE = re.compile(
    "医保|集采|卫健|门诊部?|医院|患者|病人|医生|治疗|诊所|疾病|病情|病症|医学|手术|护士|药物|就诊|健康"
)
_GOVERNED = re.compile("[问“《‘「:]$|(?:搜索?|咨询|查询|了解|询问|想知道|不知道|打听|讨论|关于|一句|叫做|题为)$")
_CLOSED = re.compile(r"[”’》」?!。;,、:\s的了呢啊]|$|成为?|等|之类|是|这[个种]|问题")
_ASKED = re.compile("[^,。!;\n]{0,40}[?吗呢]")
_SLOT = frozenset(",、的。:;!?”\n ")


class _Query(NamedTuple):
    start: int
    end: int
    asks: bool


def find_queries(page: Page, hits: Sequence[Hit]) -> list[Mark]:
    """Mark searches for hospitals inside sentences.

    >>> from newsclean.find.lexicon import suspects
    >>> from newsclean.matching import read_page
    >>> page = read_page("退休工人坐在灯下,给送来的旧书儿童癫痫病哪里治得好补页、换线。")
    >>> [page.text[mark.start : mark.end] for mark in find_queries(page, suspects().scan(page.folded))]
    ['儿童癫痫病哪里治得好']
    """
    illnesses = [hit for hit in hits if hit.sort == "clinic"] + _unlisted(page.folded)
    queries = list(_queries(page.folded, sorted(illnesses)))
    if not any(query.asks for query in queries):
        return []
    rest = _without(page.folded, queries)
    said = len(_MEDICINE.findall(rest))
    return [
        Mark(query.start, query.end, "find", "injected_keyword", "injected.query", confidence=0.8)
        for query in queries
        if query.asks and sum(WEIGHTS[name] for name in evidence(page.folded, query, len(queries), said)) >= THRESHOLD
    ]


def _queries(folded: str, illnesses: Sequence[Hit]) -> Iterator[_Query]:
    """Yield the illnesses with what stands before and behind them as in a search."""
    done = 0
    for hit in illnesses:
        if hit.start < done:
            continue
        before = _before().search(folded[max(done, hit.start - _LONGEST) : hit.start])
        start = hit.start - len(before.group()) if before else hit.start
        end, asks = _tail(folded, hit.end)
        asks = asks or bool(before and re.search(_ASK_FIRST, before.group()))
        if end > hit.end or asks:
            yield _Query(start, end, asks)
            done = end


def _unlisted(folded: str) -> list[Hit]:
    """Return illnesses that no table lists, where somebody has or treats them: 小孩过敏性紫癜, 治疗腱鞘炎."""
    if not (stands(folded, "illness") and _MAY_END.search(folded)):
        return []
    return [Hit(found.start(2), found.end(2), "illness", "clinic") for found in _ILLNESS.finditer(folded)]


def _tail(folded: str, start: int) -> tuple[int, bool]:
    """Return where a search that begins with an illness ends, and whether it asks something."""
    at = start
    ends = [start]
    asks = whole = False
    while at - start < _LONGEST and (found := _BEHIND.match(folded, at)):
        kind, text = found.lastgroup, found.group()
        if kind == "noun" and asks and whole and text not in _SOUGHT:
            break  # the sentence goes on: 多少钱|医生把我
        at = found.end()
        asks = asks or kind == "ask"
        if kind != "link" and not (asks and text in "病症"):
            ends.append(at)
            whole = text not in _OPEN
    while whole and len(ends) > 2 and _begins_word(folded, ends[-2], ends[-1]):
        ends.pop()
    return (ends[-1], asks) if whole else (start, False)


def _begins_word(folded: str, start: int, end: int) -> bool:
    """Tell whether the last part of a search is the beginning of a word that the sentence says: 看|中了, 电话|费."""
    return end < len(folded) and is_word(folded[start : end + 1]) and end - start <= _SHORT


@cache
def _before() -> re.Pattern[str]:
    """Return what stands before an illness in a search: a place, who has it, what is sought."""
    places = "|".join(row[0] for row in rows("places"))
    return re.compile(f"(?:(?:{places})[市省]?(?:看|治)?|{_WHO}|{_SEEK}|{_ASK_FIRST}|(?<=[家里院])[治看])+$")


def _without(folded: str, queries: Sequence[_Query]) -> str:
    parts, done = [], 0
    for query in queries:
        parts.append(folded[done : query.start])
        done = query.end
    return "\n".join([*parts, folded[done:]])


def evidence(folded: str, query: _Query, queries: int, said: int) -> list[str]:
    """Name what speaks for and against a search being pasted in; `said` are the words of medicine beside it."""
    left, right = folded[max(0, query.start - 4) : query.start], folded[query.end : query.end + 2]
    found = [
        ("asks", query.asks),
        ("asks for a clinic", bool(_CLINIC.search(folded, query.start, query.end))),
        ("breaks in", not _CLOSED.match(right)),
        ("slot", left[-1:] in _SLOT),
        ("another", queries > 1),
        ("nowhere else", not said),
        ("mentioned", said == 1),
        ("topic", said > 1),
        ("topic of no clinic", said > 1 and not _CLINIC.search(folded, query.start, query.end)),
        ("governed", bool(_GOVERNED.search(left))),
        ("closed", bool(_CLOSED.match(right) or _ASKED.match(folded, query.end))),
    ]
    return [name for name, holds in found if holds]
