"""What tells a line of the article from a line of the page around it: named features and their weights.

The score of a line is the log-odds that it is article text, a sum of features that people would name (link density,
prose nearby, the headline before it, what its boxes are called). The weights are a logistic regression over real
Chinese news pages (benchmarks/fit_extraction.py); the shape follows Kohlschütter, Fankhauser and Nejdl, "Boilerplate
Detection using Shallow Text Features" (WSDM 2010).
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import TYPE_CHECKING

from newsclean.extract.tree import Box, Line, Tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SENTENCE = re.compile(r"[。！？!?；…]")
_ENDED = re.compile(r"[。！？!?；…：][”’」』）)\"】]*$")
_COMMA = re.compile(r"[，,、]")
_CHROME = re.compile(
    r"copyright|版[权權]|icp|备案|許可|许可证|登[录錄陆]|注[册冊]|客服|联系|聯絡|首[页頁]|更多|相关|相關|推[荐薦]|热[门点]"
    r"|熱門|排行|评论|評論|分享|收藏|打印|列印|字[号號体體]|上一[篇页頁]|下一[篇页頁]|免责|声明|来源|來源|责任|編輯|编辑"
    r"|关[键鍵]|標籤|转载|轉載|举报|投稿|广告|廣告|订阅|會員|会员|搜索|搜尋|©|all rights",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"免[责責]|版[权權]|转载|轉載|著作權|本[网網站][^，。]{0,10}(?:声明|聲明|立场|立場|观点|刊载|赞同)|不代表|不承[担擔]"
    r"|未[经經][^，。]{0,8}授[权權]|侵[权權]|投资建议|投資建議|举报电话|許可證|许可证|all rights reserved|广告|聯絡我們"
    r"|facebook|特别声明|瀏覽器|浏览器|登[录錄入]|注册|密码|密碼|评论|評論|网友|網友|发言|cookie",
    re.IGNORECASE,
)
# What class names and ids call a box; names are in English or pinyin.
_NAMED = {
    "nav": r"nav|menu|crumb|header|masthead|banner|logo|login|search|tool|channel|loc[^a-k]|position|weizhi",
    "foot": r"foot|copyright|bottom|friend|partner",
    "comment": r"comment|pinglun|reply|cmt|guest|liuyan|discuss",
    "related": r"relat|recommend|tuijian|xiangguan|hot|rank|list|topic|more|read|links|tags?\b|other|like|guess|next"
    r"|prev|paihang",
    "share": r"share|bdshare|jiathis|weibo|fenxiang|social|sns",
    "advert": r"\bad|_ad|ads?\b|advert|gg\b|guanggao|promo|sponsor|app|qr|wechat|weixin",
    "side": r"side|right|aside|r_|_r\b|col2|secondary",
    "caption": r"pic|img|photo|caption|figure|image",
    "about": r"info|source|author|date|time|byline|meta|editor|from|laiyuan|bianji|zuozhe",
    "article": r"article|artic|content|text|zhengwen|neirong|story|detail|post_|entry|news|body|main|para",
}
_NAMED_PATTERNS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _NAMED.values())
_TAGGED = {"footer": 1, "nav": 0, "header": 0, "aside": 6}
_INNER = frozenset({
    "p", "li", "tr", "td", "dd", "dt", "h1", "h2", "h3", "h4", "pre", "center", "tbody", "ul", "ol", "dl",
})  # fmt: skip

FEATURES = (
    "bias", "length", "links", "ended", "sentences", "commas", "prose", "p", "item", "cell", "heading", "bold",
    "after_headline", "before_headline", "headline", "near_headline", "described",
    "prose_before", "prose_after", "share_of_box", "share_of_outer",
    "size_of_box", "links_of_box", "links_of_outer", "link_in_prose_box", "links_nearby", "chrome", "legal", "tiny",
    "prose_passed", "links_previous", "links_next", *(f"named_{name}" for name in _NAMED),
)  # fmt: skip


def holder(boxes: Sequence[Box], box: int) -> int:
    """Return the box that holds a paragraph's box: the first above it that is no paragraph, list, row or cell."""
    while box > 0 and (boxes[box].tag in _INNER):
        box = boxes[box].parent
    return max(box, 0)


def scores(tree: Tree, title: str, lead: str = "") -> list[float]:
    """Return for each line the log-odds that it is text of the article."""
    weights = _weights()
    return [sum(map(float.__mul__, weights, row)) for row in features(tree, title, lead)]


def features(tree: Tree, title: str, lead: str = "") -> Iterator[list[float]]:
    """Give the features of each line, in the order of `FEATURES`.

    `title` is the text of the title element, `lead` what the meta tags give as the page's description.
    """
    return _Measures(tree, title, lead).rows() if tree.lines else iter(())


def fold_title(text: str) -> str:
    """Return a headline without white space and punctuation, for comparison.

    >>> fold_title("江城：春汛 平稳（图）")
    '江城春汛平稳图'
    """
    return re.sub(r"[\W_]+", "", text).lower()


class _Measures:
    """The counts of a page that features are made of, with running sums so that any range costs one subtraction."""

    def __init__(self, tree: Tree, title: str, lead: str) -> None:
        self.lines, self.boxes = tree.lines, tree.boxes or [Box(-1, "body", "", 0, len(tree.lines))]
        self.density = [line.links / len(line.text) for line in self.lines]
        self.prose = [_prose(line) for line in self.lines]
        self.prose_sum = [0, *accumulate(self.prose)]
        self.link_sum = [0, *accumulate(line.links for line in self.lines)]
        self.length_sum = [0, *accumulate(len(line.text) for line in self.lines)]
        self.names = _names(self.boxes)
        self.headlines = headlines(self.lines, title)
        half = self.prose_sum[-1] / 2
        self.headline = max((i for i in self.headlines if self.prose_sum[i] < half), default=-1)
        self.lead = fold_title(lead[:300])
        self.around: dict[int, tuple[int, int, list[float]]] = {}

    def rows(self) -> Iterator[list[float]]:
        return (self.line(i) + self.place(i) + self.names[line.box] for i, line in enumerate(self.lines))

    def line(self, i: int) -> list[float]:
        """Features of the line itself, `bias` to `headline`."""
        line = self.lines[i]
        text, tag = line.text, self.boxes[line.box].tag
        return [
            1.0,
            min(math.log1p(len(text) - line.links), 5.0) / 5,
            self.density[i],
            float(bool(_ENDED.search(text[-12:]))),
            min(len(_SENTENCE.findall(text[:500])), 3) / 3,
            min(len(_COMMA.findall(text[:500])), 4) / 4,
            float(self.prose[i] > 0),
            float(tag == "p"),
            float(tag in ("li", "dd", "dt")),
            float(tag in ("td", "th")),
            float(tag in ("h1", "h2", "h3", "h4")),
            float(line.bold),
            float(0 <= self.headline < i),
            float(i < self.headline),
            float(i in self.headlines),
            1 / (1 + (i - self.headline) / 5) if 0 <= self.headline < i and self.prose[i] else 0.0,
            float(self.described(i)),
        ]

    def described(self, i: int) -> bool:
        """Whether the page's description begins with this line, or holds its beginning."""
        if not self.prose[i] or len(self.lead) < 20:
            return False
        text = fold_title(self.lines[i].text[:300])
        return text[:15] in self.lead or self.lead[:15] in text

    def place(self, i: int) -> list[float]:
        """Features of the line's place on the page, `prose_before` to `links_next`."""
        line = self.lines[i]
        first, last, box = self.box(holder(self.boxes, line.box))
        low, high = max(i - 3, first), min(i + 4, last)
        prose, density = self.prose_sum, self.density
        return [
            min((prose[i] - prose[low]) / 200, 1.0),
            min((prose[high] - prose[i + 1]) / 200, 1.0),
            *box,
            box[0] * (density[i] > 0.5),
            self.share_of_links(low, high),
            float(len(line.text) < 60 and bool(_CHROME.search(line.text))),
            min(len(_LEGAL.findall(line.text[:500])), 2) / (1 + len(line.text) / 100),
            float(len(line.text) <= 6),
            prose[i] / (prose[-1] + 200),
            density[i - 1] if i else 1.0,
            density[i + 1] if i + 1 < len(density) else 1.0,
        ]

    def box(self, index: int) -> tuple[int, int, list[float]]:
        """Range of lines of the box outside a line's own box, and the features of both: made once for each box."""
        known = self.around.get(index)
        if known:
            return known
        inner = self.boxes[index]
        outer = self.boxes[max(inner.parent, 0)]
        while outer.parent > 0 and (outer.first, outer.last) == (inner.first, inner.last):
            outer = self.boxes[outer.parent]
        total = self.prose_sum[-1] + 100
        size = self.prose_sum[inner.last] - self.prose_sum[inner.first]
        features = [
            size / total,
            (self.prose_sum[outer.last] - self.prose_sum[outer.first]) / total,
            min(math.log1p(size), 7.0) / 7,
            self.share_of_links(inner.first, inner.last),
            self.share_of_links(outer.first, outer.last),
        ]
        self.around[index] = outer.first, outer.last, features
        return self.around[index]

    def share_of_links(self, low: int, high: int) -> float:
        return (self.link_sum[high] - self.link_sum[low]) / max(self.length_sum[high] - self.length_sum[low], 1)


def headlines(lines: Sequence[Line], title: str) -> set[int]:
    """Return the lines that the title element begins with: the headline, wherever the page repeats it."""
    folded = fold_title(title)
    least = max(5, min(8, len(folded) // 2))
    found = set()
    for i, line in enumerate(lines):
        if least <= len(line.text) <= 90:
            text = fold_title(line.shown())
            if least <= len(text) <= 60 and folded.startswith(text[:40]):
                found.add(i)
    return found


def _prose(line: Line) -> int:
    """Characters outside links of a line that reads as prose, else 0."""
    length = len(line.text)
    free = length - line.links
    if free < 20 or line.links >= 0.4 * length:
        return 0
    text = line.text[:500]
    return free if _COMMA.search(text) or _SENTENCE.search(text) else 0


def _names(boxes: Sequence[Box]) -> list[list[float]]:
    """What a box and the boxes around it are called, as one flag for each group of names."""
    named: list[list[float]] = []
    for box in boxes:
        flags = list(_flags(box.names)) if box.tag not in ("body", "html") else [0.0] * len(_NAMED)
        if box.tag in _TAGGED:
            flags[_TAGGED[box.tag]] = 1.0
        named.append([max(pair) for pair in zip(flags, named[box.parent], strict=True)] if box.parent >= 0 else flags)
    return named


@lru_cache(maxsize=4096)
def _flags(names: str) -> tuple[float, ...]:
    names = names[:200]
    return tuple(float(bool(pattern.search(names))) for pattern in _NAMED_PATTERNS)


@cache
def _weights() -> tuple[float, ...]:
    table = files("newsclean.data").joinpath("tables/extraction.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    weights = {name: float(weight) for name, weight in rows}
    return tuple(weights[name] for name in FEATURES)
