"""Link farms: piles of keywords, of cut-off headlines, of links and addresses, at the head, the middle or the tail.

A unit is a line, or what stands in a line behind the last sentence or behind a licence number; or several short lines
in a row. Its tokens say what it is: a service said of many cities, words of one trade, headlines cut at one length.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.lexicon import suspects, trade_words
from newsclean.find.rows import FEWEST, is_row, is_string
from newsclean.find.vice import sells_vice, writes_of_vice
from newsclean.find.words import cost
from newsclean.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.matching import Line, Page

THRESHOLD = 3.0
# The longest name of a linked site: short sub-headings may stand below a block that was put inside the article.
_TAIL_NAME = 12
_INNER_NAME = 8
_BESIDE_ADDRESS = 12

_HEADING = re.compile(
    r"(?:友情链接|友情连接|友情联接|友链|合作伙伴|合作网站|链接交换|交换链接|热门搜索词?|热门关键词|相关搜索词?|(?:各?[县区市州]{2,3}|地方|兄弟|部门|常用)(?:网站|站点|政府)?链接|城市分站|热门城市|服务城市|分站导航)"
)
_OF_HEADINGS = ("链", "联接", "连接", "合作", "热门", "搜索", "分站", "城市")
_BEHIND_HEADING = re.compile(r"[】\]]?\s*[:|\s>]")
_LINKED = re.compile(
    "(?:网|站|论坛|商城|公司|厂家?|店|优化|推广|加盟|批发|查询|预报|预订|黄页|之家|信息|建设|开发|修复|采购|配件|配方|招聘|导航|"
    "下载|大全|平台|社区|频道|在线|门户|百科|新闻|政府|医院|培训|服务|维修|出租|租赁|回收|搬家|贷款|装修|旅游|摄影|软件|游戏|"
    "小说|视频|图片|天气|地图|股票|汽车|房产|手机|电脑|[a-z0-9])$"
)
_LICENCE = re.compile(r"icp[备证]\s?[\d-]+号?(?:-\d+)?|公网安备\s?\d+号|all rights reserved\.?|版权所有")
_SENTENCE = re.compile(r"[。!?…][”’)]*")
_SPLIT = re.compile(r"\s*[|,、·/_;]\s*|\s+[-il~>]\s+|\s+|(?<=[\u3400-\u9fff])[-.](?=[\u3400-\u9fffa-z])")
_URL = re.compile(
    r"(?:https?://|www\.)[a-z0-9./?=&%#~:+@_-]+|(?<![\w.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|cn|cc|top|vip|xyz)(?:/[a-z0-9./?=&%#_-]*)?(?![\w.])"
)
# What stands around a pile: 【首页】, bullets, a glyph that was lost.
_FRAME = re.compile(r"^[·\-*#■●◆>|\s]+|[\s|_-]+[?…]*$|【[\u3400-\u9fff]{2,4}】")
_BEFORE, _BEHIND = frozenset("·-*#■●◆>| "), frozenset("|_- ?…")
_SHORTEST_PILE = 12  # characters
_STOPS = "。!"
_ENDED = re.compile("[。!?…]$")
_REFERENCES = re.compile(r"参考|来源|附件|资料|附:|链接地址|官网|原文|查询|报名|注释|网址")
_TRADE = re.compile(
    r"公司|医院|哪家|厂家?|价格|出租|租赁|维修|装修|施工|回收|店|工程队|施工队|服务|中介|诊所|门诊|培训|代办|代理|定制|批发|安装|维修点|翻新|整理|制作|疏通|贷款|发票|招聘|网$"
)
_BODY = re.compile(
    r"市[政委场]|省[政委]|区[政委]|县[政委]|局|厅|委关于|办公|人民|政府|全国|全市|全省|全区|本市|^[市省县区镇乡][\u3400-\u9fff]|[\u3400-\u9fff]{1,3}[市区县镇]"
)
_FOOTER = re.compile(r"本站|本网|版权|侵权|侵犯|转载|联系我们|客服|立场|投资建议|备案|免责|举报")
_CIVIC = re.compile("[市区县省州站台报局院校队社团会委府员港园馆路厅处所方]$|日报|晚报|大学|分公司|分行|晴|多云|雨|雪")
_DANGLING = re.compile(r"(?:关于|[、,:的与和在于为将及对等从向])$")


class Unit(NamedTuple):
    """A stretch that may be a farm, with offsets in the page, its folded text, and whether a licence stands before."""

    start: int
    end: int
    text: str
    behind_licence: bool


def find_link_farms(page: Page) -> list[Mark]:
    r"""Mark piles of keywords, cut-off headlines, names of linked sites, and addresses.

    >>> from newsclean.matching import read_page
    >>> page = read_page(
    ...     "全市召开会议。\n北京搬家公司 上海搬家公司 广州搬家公司 天津搬家公司 成都搬家公司 武汉搬家公司"
    ... )
    >>> [(mark.rule, page.text[mark.start : mark.end][:6]) for mark in find_link_farms(page)]
    [('link-farm.keywords', '北京搬家公司')]
    """
    tail = _tail(page)
    marks = [*_piles(page, tail), *_columns(page, tail), *_addresses(page), *_headed(page, tail)]
    return sorted(marks)


def _tail(page: Page) -> int:
    """Return the offset behind the last line of the article that ends a sentence."""
    for line in reversed(page.lines):
        if len(line.folded) >= 15 and _SENTENCE.search(line.folded[-3:]) and not _FOOTER.search(line.folded):
            return line.end
    return 0


def _mark(start: int, end: int, rule: str, confidence: float = 0.9) -> Mark:
    return Mark(start, end, "find", "link_farm", f"link-farm.{rule}", confidence=confidence)


def _piles(page: Page, tail: int) -> Iterator[Mark]:
    for line in page.lines:
        if line.folded[-1] in _STOPS:
            continue  # as most lines; no frame holds a stop
        text = _FRAME.sub("", line.folded) if _may_be_framed(line.folded) else line.folded
        if len(text) < _SHORTEST_PILE or _ENDED.search(text):
            continue
        told = _tells_of_vice(page)
        if not told and sells_vice(tuple(_tokens(text))):
            yield _mark(line.start, line.end, "keywords")
            continue
        for unit in _units(line):
            if unit.behind_licence and _HEADING.match(unit.text):
                yield _mark(unit.start, unit.end, "friends")
                continue
            below = unit.start >= tail or unit.behind_licence
            glued = unit.start > line.start and is_string(unit.text)
            rule = "keywords" if glued else _judge(tuple(_tokens(unit.text)), below, told)
            if rule:
                yield _mark(unit.start, unit.end, rule)


def _may_be_framed(folded: str) -> bool:
    return folded[0] in _BEFORE or folded[-1] in _BEHIND or "【" in folded


@lru_cache(maxsize=2)
def _tells_of_vice(page: Page) -> bool:
    """Tell a page whose sentences are about the sites that the keywords of farms name."""
    return writes_of_vice(page.folded) and any(
        writes_of_vice(line.folded) for line in page.lines if _ENDED.search(line.folded)
    )


def _units(line: Line) -> Iterator[Unit]:
    """Yield the stretch behind the last licence number or sentence of a line; else the line."""
    text = line.folded
    ends = [found.end() for found in _LICENCE.finditer(text)]
    licence = max(ends, default=0)
    last = max((found.end() for found in _SENTENCE.finditer(text, licence)), default=licence)
    rest = text[last:]
    start = last + len(rest) - len(rest.lstrip(" ,.|-·"))
    if len(text) - start >= 20:
        yield Unit(line.start + start, line.end, text[start:], bool(licence))


def _tokens(text: str) -> list[str]:
    return [token for token in _SPLIT.split(text) if token]


@lru_cache(maxsize=512)  # a line comes back at the next look
def _judge(tokens: tuple[str, ...], tail: bool, told: bool) -> str:
    """Return the rule by which tokens are a farm, or nothing."""
    urls = sum("." in token and bool(_URL.fullmatch(token)) for token in tokens)
    if urls >= 3 and urls >= 0.8 * len(tokens):
        return "addresses"
    if tail and is_row(tokens):
        return "keywords"
    if not told and sells_vice(tokens):
        return "keywords"
    if len(tokens) < FEWEST or sum(map(len, tokens)) > 40 * len(tokens):
        return ""
    if _one_trade(tokens):
        return "keywords"
    return "cut-titles" if _cut_titles(tokens, tail) else ""


def _one_trade(tokens: Sequence[str]) -> bool:
    """Tell whether the tokens sell: one service of many cities, or words of the lexicon in most of them."""
    suffixes = Counter(token[-size:] for token in tokens for size in (3, 4) if len(token) > size)
    if suffixes:
        suffix, n = max(suffixes.items(), key=lambda item: (item[1], len(item[0])))
        if n >= 5 and n >= 0.6 * len(tokens) and _TRADE.search(suffix):
            return True
    if _one_of_many_places(tokens):
        return True
    if sum(hit.group in ("service", "brand") for hit in suspects().scan(" ".join(tokens))) < 4:
        return False
    sold = sum(any(hit.group in ("service", "brand") for hit in suspects().scan(token)) for token in tokens)
    return sold >= 4 and sold >= 0.4 * len(tokens)


def _one_of_many_places(tokens: Sequence[str]) -> bool:
    """Tell one thing that is said of many places, unless it is what places have: a station, a bureau, a paper."""
    if sum(hit.group == "place" for hit in trade_words().scan(" ".join(tokens))) < 5:
        return False
    said: Counter[str] = Counter()
    for token in tokens:
        hit = next(iter(trade_words().scan(token)), None)
        if hit and hit.group == "place" and hit.start == 0:
            said[token[hit.end :]] += 1
    thing, n = max(said.items(), key=lambda item: item[1], default=("", 0))
    return n >= 5 and n >= 0.8 * len(tokens) and len(thing) >= 2 and not _CIVIC.search(thing)


def _cut_titles(tokens: Sequence[str], tail: bool) -> bool:
    """Tell headlines cut at one length: they break off inside words, and begin with places and offices."""
    length, n = Counter(map(len, tokens)).most_common(1)[0]
    if length < 5 or n < 0.7 * len(tokens):
        return False
    broken = sum(map(_broken, tokens)) / len(tokens)
    named = sum(bool(_BODY.search(token)) for token in tokens) / len(tokens)
    dangling = sum(bool(_DANGLING.search(token)) for token in tokens)
    twice = len(set(tokens)) < len(tokens)
    weight = (broken >= 0.25) + (named >= 0.2) + (dangling > 0) + twice + (len(tokens) >= 8) + tail
    return (weight >= 4 or min(broken, named) >= 0.4) and (dangling > 0 or named >= 0.2)


def _broken(token: str) -> bool:
    """Tell whether a token breaks off inside a word: its last character stands alone and costs much."""
    return len(token) > 2 and cost(token) - cost(token[:-1]) >= 7.0


def _columns(page: Page, tail: int) -> Iterator[Mark]:
    """Judge short lines in a row as the tokens of one pile."""
    if len(page.lines) < FEWEST:
        return
    run: list[Line] = []
    for line in (*page.lines, None):
        if line is not None and len(line.folded) <= 16 and not _SENTENCE.search(line.folded[-2:]):
            run.append(line)
            continue
        if (
            len(run) >= FEWEST
            and not any(each.folded.endswith(":") for each in run)
            and _judge(tuple(each.folded for each in run), run[0].start >= tail, _tells_of_vice(page))
        ):
            yield from (_mark(each.start, each.end, "keywords") for each in run)
        run = []


def _addresses(page: Page) -> Iterator[Mark]:
    """Mark three lines and more in a row that hold an address and little else, but for references."""
    if page.folded.count(".") < 3:
        return
    run: list[Line] = []
    before = ""
    for line in (*page.lines, None):
        if line is not None and _is_address(line.folded):
            run.append(line)
            continue
        if len(run) >= 3 and not (len(before) <= 20 and _REFERENCES.search(before)):
            yield from (_mark(each.start, each.end, "addresses") for each in run)
        run, before = [], line.folded if line is not None else ""


def _is_address(text: str) -> bool:
    """Tell a line that holds an address, of no office or school, and little else."""
    if "." not in text or not _URL.search(text) or ".gov" in text or ".edu" in text:
        return False
    return len(_URL.sub("", text)) <= _BESIDE_ADDRESS


def _headed(page: Page, tail: int) -> Iterator[Mark]:
    """Mark a heading such as 友情链接 and the names behind and under it."""
    if not any(word in page.folded for word in _OF_HEADINGS):
        return
    lines = iter([*page.lines, None])
    line = next(lines)
    while line is not None:
        heading, text = line, line.folded.lstrip("【[■●>· ")
        line = next(lines)
        found = _HEADING.match(text)
        if not found or not (len(text) <= 12 or _BEHIND_HEADING.match(text, found.end())):
            continue
        inner = heading.start < tail
        under = []
        while line is not None and _is_name(line.folded, _INNER_NAME if inner else _TAIL_NAME):
            under.append(line)
            line = next(lines)
        while inner and under and not _LINKED.search(under[-1].folded):
            under.pop()  # a sub-heading of the article that goes on below
        names = [name for row in (text[found.end() :], *(each.folded for each in under)) for name in _tokens(row)]
        linked = sum(bool(_LINKED.search(name)) for name in names)
        if not inner or text.startswith("友情") or (len(names) >= FEWEST and 2 * linked >= len(names)):
            yield from (_mark(each.start, each.end, "friends") for each in (heading, *under))


def _is_name(text: str, longest: int) -> bool:
    """Tell the name of a linked site, or a row of them, from a footer line."""
    if re.search(r"©|copyright|icp|备案|版权|许可|联系|关于我们|电话|邮箱|地址|编辑|来源|记者|[。!?@:“”]|\d{4}", text):
        return False
    inside = longest < _TAIL_NAME and re.search(r"\d|摘自|来源|本报", text)
    return not inside and all(len(token) <= longest for token in _tokens(text))
