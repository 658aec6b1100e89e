"""One scan of a page for every literal of the stage's lexicons, and what the scan found."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    import ahocorasick_rs

    from newsclean.matching import Line, Page


class Hit(NamedTuple):
    """A literal of the lexicon in a folded text, with its group and its class within the group.

    `group` is brand, service, illness, sale, tail, tip (of lotteries), film, damage; in keywords also place, filler.
    """

    start: int
    end: int
    group: str
    sort: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Literals with their groups, and the automaton that finds them all at once."""

    entries: tuple[tuple[str, str], ...]
    automaton: ahocorasick_rs.AhoCorasick

    def scan(self, folded: str, start: int = 0) -> list[Hit]:
        """Return the leftmost, longest literals of a folded text, in order, their offsets raised by `start`."""
        found = self.automaton.find_matches_as_indexes(folded)
        return [Hit(a + start, b + start, *self.entries[i]) for i, a, b in found]

    def scan_lines(self, page: Page) -> Iterator[tuple[Line, list[Hit]]]:
        """Yield the lines of a page that hold literals, with these; their offsets are those of the page."""
        hits = self.scan(page.folded)
        starts = [hit.start for hit in hits]
        first = 0
        for line in page.lines:
            last = bisect_left(starts, line.end, first)
            if last > first:
                yield line, hits[first:last]
            first = last


@cache
def suspects() -> Lexicon:
    """Return the literals that raise a suspicion: brands, trades, the words of a pitch, and the tails of brands.

    >>> [hit.sort for hit in suspects().scan("深圳东门劳务外包")]
    ['dispatch']
    """
    words = {text: (group, group) for text, group in rows("runs")}
    words |= {text: ("damage", sort) for text, sort in rows("damage")}
    words |= {text: ("sale", sort) for text, sort in rows("sales")}
    words |= dict.fromkeys(TAILS, ("tail", "tail"))
    words |= {text: ("service", sort) for text, sort in rows("services")}
    words |= {text: ("brand", sort) for text, sort in rows("brands")}
    return _build(words)


@cache
def trade_words() -> Lexicon:
    """Return what a keyword advert is made of: trades, the words of a pitch, and places."""
    words = {text: ("sale", sort) for text, sort in rows("sales")}
    words |= {row[0]: ("place", "place") for row in rows("places")}
    words |= {row[0]: ("illness", "clinic") for row in rows("illnesses")}
    words |= {text: ("service", sort) for text, sort in rows("services")}
    words |= dict.fromkeys(_FILLERS, ("filler", "filler"))
    return _build(words)


def selling(text: str) -> list[Hit]:
    """Return what sells in a folded text; an illness is told of as often as it is treated for money.

    >>> [text[hit.start : hit.end] for text in ["糖尿病劳务外包"] for hit in selling(text)]
    ['劳务外包']
    """
    return [hit for hit in trade_words().scan(text) if hit.group != "illness"]


TAILS = (
    *("官方网站", "官网", "入口", "app", "登录", "登陆", "注册", "下载", "手机版", "网页版", "安卓版", "苹果版"),
    *("最新版", "网址", "客户端", "体育", "娱乐", "棋牌", "电竞", "真人", "彩票", "游戏大厅", "国际", "开户"),
    *("精准资料", "投注", "电子", "视讯", "娱乐城", "游戏", "体验金", "百科", "线路检测", "竞猜", "菠菜", "网投"),
    *("资料免费大全", "娱乐场", "球友会", "旗舰厅"),
)
"""What follows a brand in injected text: the trade it claims, and the way in (入口, 官网, app, 登录)."""

_FILLERS = (
    *("公司", "医院", "中心", "工厂", "厂家", "专业", "治疗", "最好", "正规", "附近", "本地", "哪家", "哪个", "哪里"),
    *("市", "区", "县", "镇", "省"),
)


def _build(words: dict[str, tuple[str, str]]) -> Lexicon:
    from ahocorasick_rs import AhoCorasick, MatchKind

    automaton = AhoCorasick(list(words), matchkind=MatchKind.LeftmostLongest, store_patterns=False)
    return Lexicon(tuple(words.values()), automaton)
