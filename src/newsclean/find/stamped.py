"""A site's name and address stamped into sentences: [北港热线www.bg.example], 【半山新闻网】, 北港热线-北港人的网站.

What a sentence asks its readers to visit stands behind a verb or a noun that governs it, or says what to do there.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.matching import Page

_KINDS = "网站?|热线|论坛|文学|小说|在线|文库|书库|资讯|社区|之窗|频道|门户|信息港"
_NAME = rf"[\u3400-\u9fff]{{2,7}}?(?:{_KINDS})"
_ADDRESS = r"(?:https?://|www\.)[a-z0-9./_-]{4,60}"
_DONE_THERE = "查询|预约|报名|了解|下载|查看|登录|登陆|办理|申请|购|上|可|进行|提交|或|及|和|公布|公示|发布"
_BETWEEN = re.compile(
    r"(?:(?<=[。!?”])[(\[【]?"
    r"(?:本文(?:来自|由|首发于?)|首发于?|转[自载]于?|来自|欢迎访问|手机用户请(?:浏览|访问)|请(?:记住|收藏)|更多[^,。\s]{2,10}(?:尽在|请看|关注))?"
    rf"(?:[\u3400-\u9fff]{{2,7}}(?:{_KINDS})[\s:]?)?|(?<=,)[(\[【]?)"
    r"(?:https?://|www\.|(?<=浏览|访问|记住)m\.)[a-z0-9./_-]{4,60}"
    rf"(?:阅读[^。]{{0,14}}。?)?[)\]】]?(?=[\u3400-\u9fff“])(?!{_DONE_THERE})"
)
_REMEMBER = re.compile(  # 记住网址m.7bi🙄ku.example, of sites of novels
    r"(?<=[。!?…”\n])[ ]*(?:请|天才)?(?:(?:一秒)?记住|收藏)(?:本站|网址|域名|地址|最新|本书|首发|我们的|[ :,]){1,5}"
    r"[a-z0-9][a-z0-9.\U0001f300-\U0001faff-]{2,30}\.[a-z]{2,8}(?:/[a-z0-9/]*)?(?:[,]?(?:下次更方便|方便(?:下次)?阅读|最快更新|无弹窗)[!。]?)?"
)
_LENTICULAR = re.compile(
    r"(?<=[\u3400-\u9fff,、])【(?P<name>[\u3400-\u9fff]{2,8}(?:网|论坛|在线|资讯网?|频道))】(?=[\u3400-\u9fff])"
)
_BRACKETED = re.compile(
    rf"[(\[【〔]\s?(?P<name>{_NAME})[\s:,-]{{0,2}}(?P<address>(?:https?://|www\.)?[a-z0-9-]{{2,30}}\.[a-z0-9./_-]{{2,40}})?\s?"
    rf"[)\]】〕](?=[\u3400-\u9fff“])(?!{_DONE_THERE})"
)
_GOVERNED = re.compile(
    f"(?:{_KINDS}|官网|网[址页]|平台|系统|登[录陆]|访问|浏览|链接|地址|客户端|主页|[于见为是至到如即据在自与和由向])\\s?$"
)
_OFFICIAL = re.compile(r"\.gov|\.edu|政府|教育")
_OWN = re.compile(
    rf"(?:来源|稿源|出处)\s?:\s?(?P<source>{_NAME})(?![\u3400-\u9fff])"
    rf"|(?P<owner>{_NAME})\s?(?:独家|版权所有|all rights)|欢迎(?:访问|光临|来到)(?P<host>{_NAME})"
)
_FEWEST, _MOST = 3, 4  # a page has few names of its own


def find_stamped(page: Page) -> Iterator[tuple[int, int]]:
    """Yield the spans of a site's name, address and slogan that break into a sentence or stand between two.

    >>> from newsclean.matching import read_page
    >>> page = read_page("载有六百个标准箱的[北港热线www.bg.example]货轮离岸。")
    >>> [page.text[slice(*span)] for span in find_stamped(page)]
    ['[北港热线www.bg.example]']
    """
    folded = page.folded
    if any(address in folded for address in ("http", "www.", "m.")):
        yield from (found.span() for found in _BETWEEN.finditer(folded))
    if "记住" in folded or "收藏" in folded:
        yield from (found.span() for found in _REMEMBER.finditer(folded))
    sure = list(_LENTICULAR.finditer(folded)) if "【" in folded else []
    found = [each for each in _BRACKETED.finditer(folded) if not _is_asked(folded, each)]
    own = _own_names(folded, found) | {each["name"] for each in sure}
    sure += (each for each in found if each["address"] or each["name"] in own)
    sure += (each for name in sorted(own)[:_MOST] for each in _slogans(name).finditer(folded))
    yield from (each.span() for each in sure)


def _is_asked(folded: str, found: re.Match[str]) -> bool:
    """Tell an address that the sentence names for its readers, or an office's."""
    before = folded[max(0, found.start() - 4) : found.start()]
    return before[-1:] in ("", "\n") or bool(_GOVERNED.search(before) or _OFFICIAL.search(found.group()))


def _own_names(folded: str, found: list[re.Match[str]]) -> set[str]:
    """Return the names in brackets that the page calls its site, or that have an address there, or stand only there."""
    stamped = Counter(each["name"] for each in found)
    if not stamped:
        return set()
    own = {each[each.lastgroup or 0] for each in _OWN.finditer(folded)}
    addressed = {each["name"] for each in found if each["address"]}
    often = {name for name, n in stamped.most_common(_MOST) if n >= _FEWEST and n == folded.count(name)}
    return addressed | often | (own & stamped.keys())


def _slogans(name: str) -> re.Pattern[str]:
    """Match a name with what the site says of itself or with its address, inside a sentence."""
    return re.compile(
        rf"(?<=[\u3400-\u9fff,、]){re.escape(name)}(?:\s?[-—_|·]+\s?[\u3400-\u9fff]{{2,12}}(?:网站?|家园|门户|社区|平台|论坛)|\s?{_ADDRESS})"
        rf"(?=[\u3400-\u9fff“])(?!{_DONE_THERE})"
    )
