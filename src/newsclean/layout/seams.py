"""Lines that hold more than one thing in one breath: path, headline, credits and text, or text and the page's foot.

Copies of a page by hand or by a careless program lose its line breaks. Where a seam shows, the line is read as several;
the text itself is not touched, and what is kept of a line stays together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from newsclean.layout.chrome import opens_with_chrome, read_chrome
from newsclean.layout.seen import Seen
from newsclean.layout.title import is_named
from newsclean.layout.wording import LIKELY, wording
from newsclean.matching import Line, Page

_HEADER_LINES, _SHORTEST = 12, 24
_PATH = re.compile(
    r"(?=[^。]{0,30}(?:首页|主页|位置|正文))(?:[^ >。,]{0,8}(?:位置|导航)是?[: ]{0,3})?"
    r"(?:[^ >»›→/|。,:]{1,8} ?[>»›→/|]{1,2} ?){1,6}(?:(?:正文|详情|内容)(?=[ |:]))?[ |:]*"
)
_DATE = re.compile(
    r"(?:(?:发布|发表|更新)?(?:时间|日期)[: ]{1,2}|(?:发布|发表|更新)[于: ]{1,2})?"
    r"(?<!\d)(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?P<clock> ?\d{1,2}:\d\d(?::\d\d)?)?(?!\d)"
)
_LABEL = re.compile(r"(?:来源|稿源|作者|编辑|责编|责任编辑|记者|点击|浏览|阅读|字号|字体|发布者?)[: (]")
_NO_HEADLINE = re.compile("。|https?:|[,;:、]$|^[^\u4e00-\u9fff]*$")
_WINDOW, _HEADLINE, _SECTION = 160, range(6, 61), range(2, 6)
_FIELD = 20  # characters: a longer piece of a header is text
_TEXT, _OPENS = re.compile("[,。!?;]"), re.compile(r"[(【“].{0,20}$|.*[讯电]$")
_LAST_STOP, _FOOT = re.compile(r"[。!?][”’)]{0,2}(?=[^。!?]{4,120}$)"), 124
_GAP = re.compile(" {2,}| (?=(?:相关|推荐|热门|延伸)[\u4e00-\u9fff]{2,4}:)")
_HEADING = re.compile(
    "(?:[“《【][^”》】]{1,14}[”》】][\u4e00-\u9fff]{0,4})?"
    "(?:往期|相关|推荐|延伸|拓展|热门|精彩|更多)[\u4e00-\u9fff]{0,6}[: >]{0,3}"
)
_ENDS = "。!?…”’"
_BRACKETED = re.compile(r"\([^()]{4,40}\) *(?=.)")


def split_lines(page: Page, seen: Sequence[Seen]) -> Page:
    r"""Return a page whose lines are parted at their seams; its text is the same.

    >>> from newsclean.layout import see
    >>> from newsclean.matching import read_page
    >>> page = read_page("首页 > 正文 渡口换了新船 2021-03-05 来源：临海晚报 老艄公把旧船留给了学校。【打印】")
    >>> seen = [see(line.folded, (), None) for line in page.lines]
    >>> [line.text for line in split_lines(page, seen).lines]
    ['首页 > 正文', '渡口换了新船', '2021-03-05 来源：临海晚报', '老艄公把旧船留给了学校。', '【打印】']
    """
    lines: list[Line] = []
    in_header = True
    for i, line in enumerate(page.lines):
        in_header = in_header and i < _HEADER_LINES
        cuts: list[int] = []
        if in_header:
            near = [other.folded for other in page.lines[max(0, i - 2) : i + 4] if other is not line]
            cuts += _header_seams(line.folded, near, credit=bool(seen[i].credit))
            in_header = not _is_text(line.folded[cuts[-1] if cuts else 0 :])
        if line.folded[-1] not in _ENDS:
            cuts += _foot_seams(line.folded)
        lines += _parted(line, cuts) if cuts else (line,)
    return replace(page, lines=tuple(lines)) if len(lines) > len(page.lines) else page


def _is_text(folded: str) -> bool:
    return len(folded) > _SHORTEST and "。" in folded


def _header_seams(folded: str, near: Sequence[str], *, credit: bool) -> Iterator[int]:
    """Give where the headline, the credits and the text begin in a line that starts with the page's header.

    A line of credits is one, unless a path stands before it.
    """
    path = _PATH.match(folded)
    start = _path_end(folded, path.end(), near) if path else 0
    if start and len(folded) - start >= _HEADLINE.start:
        yield start
    if credit and not start:
        return
    date = _DATE.search(folded, start + _HEADLINE.start, min(len(folded), _WINDOW))
    if date is None or not _dates_page(folded, start, date):
        return
    yield date.start()
    text = _header_end(folded, date.end())
    if text < len(folded):
        yield text


def _path_end(folded: str, at: int, near: Sequence[str]) -> int:
    """Return where a path ends: its last section may be glued to the headline, which a line near it shows alone."""
    rest = folded[at:]
    for line in near:
        if len(line) in _HEADLINE and rest.endswith(line):
            return len(folded) - len(line)
        if len(line) in _SECTION and rest.startswith(line) and len(rest) - len(line) >= _HEADLINE.start:
            return at + len(line)
    return at


def _dates_page(folded: str, start: int, date: re.Match[str]) -> bool:
    """Say whether a date stands between a headline and credits, or by itself with its clock or behind a path."""
    above, behind = folded[start : date.start()].strip(), folded[date.end() : date.end() + 3]
    if len(above) not in _HEADLINE or _NO_HEADLINE.search(above) or is_named(above):
        return False
    if _LABEL.match(folded, date.end() + len(behind) - len(behind.lstrip(" |"))):
        return True
    spaced = folded[date.start() - 1] == " " or not folded[date.start()].isdigit()
    return spaced and bool(date["clock"] or start) and (not behind or behind[0] in " |")


def _header_end(folded: str, at: int) -> int:
    """Return where the text begins behind a date: at the first piece that is no field of a header."""
    while at < len(folded):
        while at < len(folded) and folded[at] in " |":
            at += 1
        end = folded.find(" ", at)
        end = len(folded) if end < 0 else end
        piece = folded[at:end]
        if len(piece) > _FIELD or _TEXT.search(piece) or _OPENS.fullmatch(piece):
            return at
        at = end
    return at


def _foot_seams(folded: str) -> list[int]:
    """Return where the foot of the page begins behind the last sentence of a line."""
    if len(folded) < _SHORTEST or folded.endswith("..") or "。" not in folded:
        return []
    stop = _LAST_STOP.search(folded, max(0, len(folded) - _FOOT))
    if stop is None:
        return []
    credit = _BRACKETED.match(folded, stop.end())  # (责任编辑:林晓)上一篇:……
    at = credit.end() if credit else stop.end()
    foot = folded[at:].strip()
    opens = folded[at] in " 【[〔" or opens_with_chrome(foot)
    button = any(read_chrome(foot.split(gap)[0]).hits for gap in ("  ", " "))
    if not (_HEADING.fullmatch(foot) or (opens and (button or wording(foot) > LIKELY))):
        return []
    return [*([stop.end()] if credit else []), at, *(gap.end() for gap in _GAP.finditer(folded, at + 2))]


def _parted(line: Line, cuts: list[int]) -> Iterator[Line]:
    bounds = [0, *cuts, len(line.folded)]
    gap = line.gap
    for a, b in pairwise(bounds):
        piece = line.folded[a:b].strip()
        if piece:
            first = a + line.folded[a:b].index(piece[0])
            last = first + len(piece)
            yield Line(line.start + first, line.start + last, line.text[first:last], piece, gap)
            gap = 0
