"""Runs of the words of adult film sites pasted into sentences: 久久精品影院, 免费视频在线观看.

No writer sets three of these words side by side but where such sites are the news; 免费在线观看 alone is common, so
a run of plain words counts only on a page that holds one of the others.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean.model import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.find.lexicon import Hit
    from newsclean.matching import Page

_WORDS = (
    "久久|精品|免费看?|视频|在线看?|观看|播放|影院|影视|国产|高清|无码|有码|[一二三]区|欧美|亚洲|日韩|日本|成人|午夜|福利|人妻|熟女|少妇|偷人|"
    "麻豆|综合|专区|大片|电影|网站|字幕|乱码|(?<![a-z])av(?![a-z])|不卡|自拍|偷拍|激情|首页|完整版|无删减|18禁|黄色|毛片|a片|"
    "三级片?|无遮挡|一级|大全"
)
_WORD = re.compile(_WORDS)
_RUN = re.compile(f"(?:{_WORDS}){{2,}}")
_PLAIN = re.compile(
    "免费看?|视频|在线看?|观看|播放|高清|影院|影视|网站|首页|电影|大片|字幕|国产|精品|欧美|亚洲|日韩|日本|综合|专区|福利|激情|"
    "完整版|无删减|大全|黄色|一级|少妇|偷拍|自拍|午夜|成人|[一二三]区|三级片?"
)
_SURE_PAIR = re.compile("(?:日韩|欧美|亚洲)+国产精品|国产精品(?:日韩|欧美|亚洲|久久)|黄色网站|少妇人妻|偷人|18禁")
_FEWEST, _MANY = 3, 4
_NEWS = re.compile("色情|淫秽|扫黄|低俗|涉黄|净网")
_READS_ON = re.compile(r"[的地了]|[,。、;:!?”》)]|\Z|\n")
_ALLOWS = re.compile("(?:可|可以|能|能够|将|供|提供|会|上|中|后|了|进行|通过|“|《|支持|开放|网络|网上|个|部)\\Z")


def find_films(page: Page, hits: Sequence[Hit]) -> list[Mark]:
    """Mark runs of the words of adult film sites, unless the page writes about such sites.

    >>> from newsclean.find.lexicon import suspects
    >>> from newsclean.matching import read_page
    >>> page = read_page("渡轮从北码头久久精品影院开往对岸。乘客免费视频在线观看排成长队。")
    >>> [page.text[mark.start : mark.end] for mark in find_films(page, suspects().scan(page.folded))]
    ['久久精品影院', '免费视频在线观看']
    """
    words = [hit for hit in hits if hit.group == "film" or hit.sort == "adult"]
    if not any(a.end == b.start for a, b in pairwise(words)) or _NEWS.search(page.folded):
        return []
    runs = [run for run in _RUN.finditer(page.folded) if _counted(run) >= _FEWEST or _SURE_PAIR.search(run.group())]
    sure = any(_is_sure(run.group()) for run in runs)
    pasted = [run for run in runs if _is_sure(run.group()) or _is_pasted(page.folded, run, _FEWEST if sure else _MANY)]
    return [
        Mark(run.start(), run.end(), "find", "injected_keyword", "injected.films", confidence=0.9)
        for run in pasted
        if page.folded[run.start() - 1 : run.start()] not in ("“", "《")
    ]


def _counted(run: re.Match[str]) -> int:
    return len(_WORD.findall(run.group()))


def _is_sure(run: str) -> bool:
    return run.startswith("久久") or bool(_SURE_PAIR.search(run)) or bool(_PLAIN.sub("", run))


def _is_pasted(folded: str, run: re.Match[str], fewest: int) -> bool:
    """Tell a run of so many plain words that the sentence neither asks for nor reads on from."""
    if _counted(run) < fewest:
        return False
    before = folded[max(0, run.start() - 4) : run.start()]
    return not _ALLOWS.search(before) and not _READS_ON.match(folded, run.end())
