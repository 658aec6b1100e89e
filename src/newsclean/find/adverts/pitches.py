"""Pitches in any wording: what offers, assures, urges and sells in the clipped language of adverts.

A piece is a line of its own, or what stands in a paragraph behind a stop. What it says is counted in classes (an
assurance, a lure, an urge, a trade, a way to reach the seller) and weighed against what stories have: sayings, people,
tenses, a stop at the end. The weights are a logistic regression over labelled pieces and the sentences of clean news
(benchmarks/fit_pitches.py), rounded.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, takewhile
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.adverts.told import without
from newsclean.find.contacts import CONTACT, QUOTED
from newsclean.find.lexicon import Hit, suspects
from newsclean.find.tables import rows
from newsclean.find.vice import writes_of_vice
from newsclean.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import ahocorasick_rs

    from newsclean.matching import Line, Page

WEIGHTS = {
    "open": 3.5,
    "reach": 3.1,
    "clauses": 3.0,
    "covered": 2.0,
    "game": 1.9,
    "lure+": 1.5,
    "trade": 1.4,
    "account": 1.3,
    "urge": 1.3,
    "landline": 1.3,
    "assure+": 1.2,
    "bargain": 1.1,
    "lure": 1.0,
    "urge+": 1.0,
    "exclaims": 1.0,
    "boast+": 0.9,
    "promise": 0.9,
    "game+": 0.9,
    "boast": 0.7,
    "assure": 0.6,
    "trade+": 0.5,
    "slogan": 0.3,
    "says": -0.3,
    "long": -0.5,
    "address": -0.5,
    "tense": -1.4,
    "governs": -2.1,
    "civic": -2.1,
    "one clause": -2.1,
    "people": -2.3,
    "stop": -2.6,
    "quoted": -3.0,
    "label": -3.5,
    "told": -4.0,
    "menu": -4.7,
    "bias": -6.3,
}
"""The log-odds that each trait adds to a piece being a pitch."""

ALONE, GLUED, BESIDE = 2.7, 1.0, -2.0
"""The log-odds asked of a line or a piece in it, of a paragraph's open end behind a stop, of a piece beside a pitch.

One paragraph in 250 of clean news has an open end that is no note in brackets, one line in five is a short one.
"""

_SHORTEST, _LONGEST = 4, 80
_SIGNATURE = 24  # characters
_OFFERS = frozenset(("promise", "bargain", "reach"))
_ROW = 4
_CLOSED_WORDS = 3
_SHOUTED, _NAMED, _OWN_WORDS = 3.0, 2.0, 0.6
_CLASSES = ("assure", "lure", "urge", "trade", "game", "boast")
_SELLING = _OFFERS.union(_CLASSES, ("account", "exclaims"))
_NUMBER = "(?:[0-9]+|[一二三四五六七八九十百两几半]+)"
_TRAITS = {
    "bargain": rf"{_NUMBER}折|[买充存满][^,。]{{1,6}}[送减返得]|(?:立|直|再|下单|首单)[减降]|低[至于]|[0零](?:元|首付)"
    rf"|(?:仅|只)[剩限需余售卖要收][^,。]{{0,6}}[0-9元块厘万席套天名]|最后.{{1,3}}[席套天名]|{_NUMBER}[元万]起",
    "promise": r"不[^,。]{1,5}不[收要付]|先[^,]{1,4}[后再]|[后再](?:付|给)[款钱]|包[办赔过中赢教会拿成]|一[招贴次]|"
    rf"{_NUMBER}(?:天|个?小时|分钟|秒钟?|招|个月)[内就]?(?:见效|出证|下证|到|放款|瘦|解决|搞定|断根|拿证|上门|回心|上首页|审核|长出)|"
    r"根治|断根|免[考费担押培检抵会人]|无[痛需忧效副]|不用(?:会员|手术|出门|愁|染|再)|稳定不|秒[到批过提审赔]|不满意|"
    r"随[^,]随|当天|立[得享等]|即[享可买住领]",
    "reach": r"(?:联系|咨询|找|加|私|报名)(?:我|小[\u4e00-\u9fff](?![\u4e00-\u9fff]{3}))|"
    "(?:联系|咨询|找|加|私|报名).{0,2}(?:老师|经理|客服|助理|微|扣|群|v|q)|"
    r"暗号|扣1|回复.{0,4}(?:参加|领取|进群)|点[开击我此这].{0,2}[领就看进查获报链即玩下]|(?:支持|欢迎)(?:验证|验货|定|退换|来)|"
    r"要的|勿扰|有意|电话(?:预约|询价|打来|咨询)|扫码|下方|恭迎|品鉴|即玩|索取|戳",
    "account": r"(?:加|q|扣|群|v|微|信|号|x)[a-z::是]{0,4}\s?[a-z]{0,5}[0-9]{4,}",
    "exclaims": "!",
    "says": "说|表示|介绍|告诉|称|据|记者|报道|获悉|发现|警方|民警|判|(?<![包可])查|被|以[^0-9]{1,8}为名|骗",
    "tense": "了|(?<![包保不考])过[^户审滤]|着|曾|去年|今年|昨|前年|起来|以来|已经|后来|当时|只好|赶上|卖出|"
    "却|又|老板是|正在",
    "people": "他|她|我们(?!帮|给您|为您|提供|专)|(?<![戳点击加找扫系])我[^做们]|咱|[村居市]民|群众|老人|消费者|患者|"
    "学生|家长|农户|[乘旅]客|读者|观众|球迷|网友",
    "civic": "政府|公交|地铁|换乘|发放|补贴|补助|政策|新政|医保|人社|社区|街道|派出所|[县市区局院馆]|委员会|公益|"
    "义诊|图书|志愿|农[^家]|编辑|投稿|线索|本[报台]|失物|停水|捐款|寻人",
    "quoted": "[“”《》]",
    "governs": "的",
    "told": "成人|儿童|小孩|成交|起拍|门票|票价|游客|免票|演出|比赛|[月日][0-9]|上调|下调|纠纷|调查|维权|专家[:说]|"
    "[0-9]月[0-9]|(?:致歉|吗|下降|增长|上涨)$",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _TRAITS.items()}
_CELL = re.compile(r"[^\s|·/,]+(?:[\s|·/]+|$)")
_LABEL = re.compile("(?!电话|热线|联系|微信|咨询|q|v|群|加)[^,。:]{2,6}:")
_CLAUSE = re.compile("[,、!?。: |]+")
_STOP = re.compile(r"[。!?…]+[”’)]*|(?<=】)(?=[\u3400-\u9fff“])")
_NUMBERED = re.compile(r"(?:第?[一二三四五六七八九十]{1,3}[、是]|\((?:\d|[一二三四五六七八九十])\))")
_LABELS = 6  # characters; 联系我们: announces nothing
_CLOSED = re.compile(r"(?:[。…”’):]|\.\.)$")
_HAN = re.compile(r"[\u3400-\u9fff]{2}")


class Piece(NamedTuple):
    """A line, or what stands in it between two stops, with offsets in the page, and the log-odds asked of it."""

    start: int
    end: int
    asked: float


def find_pitches(page: Page, hits: Sequence[Hit] | None = None) -> list[Mark]:
    r"""Mark pitches: lines of their own, and pieces glued behind a sentence.

    `hits` are those of `suspects`, if they are at hand.

    >>> from newsclean.matching import read_page
    >>> page = read_page("潮水退到最远,孩子们提着桶去赶海。各类文凭包过包查,非诚勿扰\n傍晚,校长吹响了哨子。")
    >>> [page.text[mark.start : mark.end] for mark in find_pitches(page)]
    ['各类文凭包过包查,非诚勿扰']
    """
    hits = suspects().scan(page.folded) if hits is None else hits
    brands = [hit for hit in hits if hit.group == "brand"]
    sold = [_sold(page, [_easier(page, piece, brands) for piece in pieces(line)]) for line in suspected(page)]
    if not any(sold):
        return []
    prose = without(page.folded, [piece[:2] for row in sold for piece in row])
    return [
        Mark(piece.start, piece.end, "find", "advertisement", "advertisement.pitch", confidence=0.8)
        for row in sold
        if not any(_is_told(page, piece, prose) for piece in row)
        for piece in row
    ]


def suspected(page: Page) -> Iterator[Line]:
    """Yield the lines with a word of advertising language or a number at the end, neither announced nor points."""
    places = [start for _, start, _ in pitch_words().automaton.find_matches_as_indexes(page.folded)]
    i = 0
    announced = False
    for line in page.lines:
        i = bisect_left(places, line.start, i)
        last = line.folded[-1]
        worded = i < len(places) and places[i] < line.end
        told = worded or (last.isascii() and last.isalnum() and _is_signed(line.folded))
        if told and not announced and not _NUMBERED.match(line.folded):
            yield line
        announced = last == ":" and len(line.folded) > _LABELS


def _is_signed(folded: str) -> bool:
    """Tell a line that ends with somebody's number or account."""
    tail = folded[-_SIGNATURE:]
    return any(found["account"] and found.end() == len(tail) for found in CONTACT.finditer(tail))


def pieces(line: Line) -> list[Piece]:
    """Cut a line at its stops; a short line that holds no full stop is one piece."""
    text = line.folded
    if len(text) <= _LONGEST and "。" not in text[:-1] and "…" not in text[:-1]:
        return [Piece(line.start, line.end, ALONE)]
    row, done = [], 0
    for end in (*(found.end() for found in _STOP.finditer(text)), len(text)):
        body = text[done:end].strip()
        if body:
            start = line.start + text.index(body, done)
            asked = GLUED if done and not _CLOSED.search(body) and end == len(text) else ALONE
            row.append(Piece(start, start + len(body), asked))
        done = end
    return row


def _easier(page: Page, piece: Piece, brands: Sequence[Hit]) -> Piece:
    """Ask less of a piece that names a brand of casinos and lotteries, and sells without the name too."""
    first, last = (bisect_left(brands, at, key=lambda hit: hit.start) for at in (piece.start, piece.end))
    if first == last:
        return piece
    text = page.folded[piece.start : piece.end]
    for hit in reversed(brands[first:last]):
        text = text[: hit.start - piece.start] + text[hit.end - piece.start :]
    sells = bool(text) and not _SELLING.isdisjoint(evidence(text))
    return piece._replace(asked=piece.asked - _NAMED) if sells else piece


def _sells(page: Page, piece: Piece, asked: float) -> bool:
    text = page.folded[piece.start : piece.end]
    if not _SHORTEST <= len(text) <= _LONGEST or text[0] in "“《" or QUOTED.search(text):
        return False
    words = len(pitch_words().automaton.find_matches_as_indexes(text))
    if text[-1] == "。" and asked >= ALONE and words < _CLOSED_WORDS:
        return False  # a sentence; few words are not enough, and most sentences stop here
    if not words and asked > BESIDE and _OFFERS.isdisjoint(evidence(text)):
        return False  # a number with nothing that sells
    return odds(text) >= asked


def _sold(page: Page, row: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a line that sell, and those beside them that are half a pitch themselves."""
    sold = {i for i, piece in enumerate(row) if _sells(page, piece, piece.asked)}
    for i in sorted(sold):
        for beside in (range(i - 1, -1, -1), range(i + 1, len(row))):
            sold.update(takewhile(lambda at: _sells(page, row[at], BESIDE), beside))
    return [row[i] for i in sorted(sold)]


def _is_told(page: Page, piece: Piece, prose: str) -> bool:
    """Tell whether the page itself writes what a piece says, or of its trade unless the piece shouts it."""
    text = page.folded[piece.start : piece.end]
    pairs = [text[i : i + 2] for i in range(len(text) - 1) if _HAN.fullmatch(text, i, i + 2)]
    if sum(pair in prose for pair in pairs) > _OWN_WORDS * len(pairs):
        return True
    said = pitch_words().said(text)
    if "game" in said and writes_of_vice(prose):
        return True
    named = said.get("trade", set()) | said.get("game", set())
    return any(word in prose for word in named) and odds(text) < piece.asked + _SHOUTED


def odds(text: str) -> float:
    """Return the log-odds that a folded piece is a pitch, by its wording alone.

    >>> odds("点此免费领取护膝一对") > ALONE > 0 > odds("专家免费为村民看病,还送了药")
    True
    """
    return sum(WEIGHTS[name] for name in ("bias", *evidence(text)))


@lru_cache(maxsize=512)  # a line comes back at the next look
def evidence(text: str) -> tuple[str, ...]:
    """Name the traits of a folded piece.

    >>> evidence("文凭包过包查,非诚勿扰")
    ('promise', 'reach', 'assure', 'urge', 'trade', 'open', 'covered', 'slogan')
    """
    said = pitch_words().said(text)
    clauses = [len(clause) for clause in _CLAUSE.split(text) if clause]
    ways = {name for found in CONTACT.finditer(text) for name in found.groupdict() if found[name]}
    found = [name for name, pattern in _PATTERNS.items() if pattern.search(text)]
    found += [name for name in _CLASSES if name in said]
    found += [f"{name}+" for name in _CLASSES if len(said.get(name, ())) > 1]
    found += sorted(ways)
    shape = (
        ("open", not _CLOSED.search(text) and text[-1] not in "!?;"),
        ("stop", text[-1] == "。"),
        ("covered", 2 * sum(map(len, chain.from_iterable(said.values()))) > len(text)),
        ("one clause", len(clauses) == 1),
        ("clauses", len(clauses) > 2),
        ("slogan", len(clauses) > 1 and sum(clauses) <= 7.5 * len(clauses) and "的" not in text),
        ("long", len(text) > 50),
        ("label", bool(_LABEL.match(text))),
        ("menu", len(_CELL.findall(text)) >= _ROW and sum(clauses) <= 6 * len(clauses)),
    )
    return (*found, *(name for name, holds in shape if holds))


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of advertising language, each with its class, and the automaton that finds them."""

    words: tuple[tuple[str, str], ...]
    automaton: ahocorasick_rs.AhoCorasick

    def said(self, text: str) -> dict[str, set[str]]:
        """Return the words of each class that stand in a folded text."""
        found: dict[str, set[str]] = {}
        for i, _, _ in self.automaton.find_matches_as_indexes(text):
            word, name = self.words[i]
            found.setdefault(name, set()).add(word)
        return found


@cache
def pitch_words() -> _Words:
    """Return the words of advertising language."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    words = tuple((word, name) for name, listed in rows("pitches") for word in listed.split(" "))
    automaton = AhoCorasick([word for word, _ in words], matchkind=MatchKind.LeftmostLongest, store_patterns=False)
    return _Words(words, automaton)
