"""What firms that build websites put between the paragraphs of others: 专注于网站建设、网页设计、小程序开发等业务."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from newsclean.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.matching import Line, Page

_THINGS = ("网站", "网页", "商城", "小程序", "app", "微信", "公众号", "h5", "seo", "企业站", "软件")
# Every branch begins with a character of its own: so the engine passes over what begins none.
_WORK = re.compile(
    "|".join(f"{thing}(?:建设|设计|制作|开发|优化|推广|改版|维护|定制|营销|程序)" for thing in _THINGS)
    + "|做网站|建网站|建站|域名|虚拟主机|云服务器(?:租用|托管)?|服务器(?:租用|托管)?|网络(?:推广|营销)|营销型|响应式"
    "|关键词(?:优化|排名)|百度(?:优化|推广)"
)
_OFFERS = re.compile(
    "专注|专业|(?:主要)?从事|主营|致力于|提供|服务项目|服务范围|欢迎|优惠|性价比|哪家[好强]|找.{2,20}[!,]|一条龙|一站式|立足|合理|划算|"
    "客户|客服|经验|等(?:业务|服务)|电话|热线|售[前后]|优质|请联系"
)
_TOLD = re.compile(
    "据|记者|学[院校生员]|培训|课程|大赛|政府|扶持|补贴|他|她|我[^们]|表示|说|介绍|去年|昨|今年|会议|警方|法院|诈骗|合同|被|了[,。]"
)
_SENTENCE = re.compile("[^。!?]+[。!?]*")
_FEWEST = 3


def find_builders(page: Page) -> Iterator[Mark]:
    r"""Yield the sentences by which a firm offers to build websites, on pages that are not about that.

    >>> from newsclean.matching import read_page
    >>> page = read_page("雪停了,路也通了。\n某某互联专注于网站建设、网页设计、小程序开发等业务,欢迎来电。")
    >>> [page.text[mark.start : mark.end][:4] for mark in find_builders(page)]
    ['某某互联']
    """
    if "网" not in page.folded:
        return
    named = [(line, works) for line in page.lines if (works := len(set(_WORK.findall(line.folded))))]
    offers = [line for line, _ in named if _OFFERS.search(line.folded)]
    if len(offers) == len(named) and max((works for _, works in named), default=0) >= _FEWEST:
        for span in chain.from_iterable(map(_offered, offers)):
            yield Mark(*span, "find", "advertisement", "advertisement.web-builder", confidence=0.85)


def _offered(line: Line) -> Iterator[tuple[int, int]]:
    """Yield a line that is about such works, else the sentences of it that are."""
    sentences = list(_SENTENCE.finditer(line.folded))
    own = [found for found in sentences if _WORK.search(found.group()) and not _TOLD.search(found.group())]
    if 2 * len(own) >= len(sentences) and not _TOLD.search(line.folded):
        yield line.start, line.end
    else:
        yield from ((line.start + found.start(), line.start + found.end()) for found in own)
