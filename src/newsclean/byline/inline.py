"""Credits that share a paragraph with body text: the dateline before it, credits before and after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from newsclean.byline.dateline import find_dateline
from newsclean.byline.line import read_line
from newsclean.byline.people import is_name
from newsclean.byline.scan import Credits, Inline, credits_of, moved
from newsclean.byline.words import HAN, PHOTOGRAPHERS

_TAIL = re.compile(
    r"记者|作者|编辑|责编|编译|来源|稿源|摘自|摄|文[/╱:]|图[/╱:]|/[文图译]|╱[文图译]|译者|核稿|译[)\]】〕]$|通讯员|实习生|提供|供稿|撰文|撰稿|校对|审核|监制|采写|执笔|整理|"
    r"完[)\]】〕]?$|the end"
)
_OPENERS = re.compile(
    rf"[(\[【〔■□◎▲●◆]|(?<=[。!?…”’;]) *(?=[{HAN}])|(?<=[)\]】〕])(?=[{HAN}])"
    rf"|(?<=[{HAN}])[ /](?=[{HAN}]{{0,6}}记者 ?[{HAN}·]{{2,6}} ?摄$)"
)
_TAKEN = re.compile(rf"\((?:图/|摄影/)?(?:本报|本网)?(?:摄影)?(?:记者)? ?(?P<who>[{HAN}·]{{2,6}}?) ?摄\)")
_FINISH = frozenset("。!?…”’)]】〕》;%")
_ROLES = "作者|记者|编辑|责编|来源|稿源|摄影|校对|审核|撰文|通讯员|供稿|供图|监制|策划"
_LEADS = re.compile(f"{_ROLES}|素材|文")  # of which each lead has one
_LEAD = re.compile(
    r"[(\[【■□◎ ]{0,4}"
    rf"(?:[^。,!?:]{{0,16}}(?:{_ROLES})"
    r"[^。,!?:]{0,12}[: /|]"
    r"|[^。,!?:]{0,16}素材[^。,!?]{2,30}提供|文[:/|])"
)
_BREAKS = re.compile(
    r"“|【|▲|▼|◆|\s{2,}|→|(?:往期|相关|推荐|延伸|更多|精彩)+|上一篇|下一篇|点击|关注|扫码|扫一扫|长按|声明|免责|版权|特别|本文|转载|原标题|"
    r"阅读|热点|猜你|标签|关键词|分享|end"
)
_LEADING, _LONGEST_TAIL, _MOST_TRIES, _WINDOW = 24, 140, 24, 400


def find_inline(text: str, folded: str) -> list[Inline]:
    """Find the dateline at the start of a paragraph and the credits at its end, or those that it begins with.

    >>> from newsclean.matching import fold
    >>> text = "海滨网临海8月15日讯(记者 周远航)老码头重新开放。(完)"
    >>> [(text[part.start:part.end], part.kind) for part in find_inline(text, fold(text))]
    [('海滨网临海8月15日讯(记者 周远航)', 'dateline'), ('(完)', 'byline')]
    """
    parts: list[Inline] = []
    start, end = 0, len(folded)
    while (found := _opening(text, folded, start)) is not None:
        parts.append(found)
        start = found.end
    closings: list[Inline] = []
    while (found := _closing(text, folded, start, end)) is not None:
        closings.append(found)
        end = found.start
        if found.stays:
            break
    pictures = _pictures(text, folded, start, end) if "摄)" in folded else ()
    return [*parts, *pictures, *reversed(closings)]


def _pictures(text: str, folded: str, start: int, end: int) -> Iterator[Inline]:
    """Find who took the picture in the midst of a line: (记者甲摄)."""
    for match in _TAKEN.finditer(folded, start, end):
        if is_name(match["who"]):
            values = credits_of(text, PHOTOGRAPHERS, [match.span("who")])
            yield Inline(*match.span(), "byline", values, stays=True)


def _opening(text: str, folded: str, start: int) -> Inline | None:
    """Find a dateline or credits where the paragraph begins, or where others just ended: 〔某社〕(記者甲台北3日電)."""
    window, head = text[start : start + _WINDOW], folded[start : start + _WINDOW]
    found = (find_dateline(window, head) or _leading(window, head)) if head else None
    if found is None or not start:
        return found
    return replace(found, start=found.start + start, end=found.end + start, values=moved(found.values, start))


def _closing(text: str, folded: str, start: int, end: int) -> Inline | None:
    """Find where the credits at the end of a paragraph begin: the first point from which all is credit."""
    if end <= start or folded[end - 1] in "。!?…”,":
        return None  # as most paragraphs end, and no credit does
    low = max(start, end - _LONGEST_TAIL)
    if _TAIL.search(folded, low, end) is None:
        return None
    openers = [match.start() if match[0].strip() else match.end() for match in _OPENERS.finditer(folded, low, end)]
    for at in openers[-_MOST_TRIES:]:
        begin = at
        while begin > start and folded[begin - 1] == " ":
            begin -= 1
        if begin <= start or not _may_close(folded, at):
            continue
        read = read_line(text[at:end], folded[at:end])
        if read and _closes(read, folded[at]):
            return Inline(begin, end, "byline", moved(read.values, at), None, read.pictures)
        if (headed := _leading(text[at:end], folded[at:end])) and folded[begin - 1] in _FINISH:
            return replace(headed, start=begin, end=at + headed.end, values=moved(headed.values, at))
    return None


def _may_close(folded: str, at: int) -> bool:
    """Credits close a paragraph after the end of a sentence, in brackets, or behind a mark."""
    before = folded[max(0, at - 3) : at].rstrip()[-1:]
    return bool(before) and (before in _FINISH or folded[at] in "■□◎▲●◆([【〔/" or folded.endswith("摄"))


def _closes(read: Credits, first: str) -> bool:
    if read.ends and not read.values:
        return True
    return bool(read.roles) and bool(read.values or read.pictures) and (read.sure or first in "([【〔■□◎")


def _leading(text: str, folded: str) -> Inline | None:
    """Find credits at the start of a line that goes on with something else: an old list, a notice, a sentence."""
    if folded[0] in "“‘" or not _LEADS.search(folded, 0, _LEADING) or _LEAD.match(folded) is None:
        return None  # what somebody reads out, or any sentence
    cuts = [match.start() for match in _BREAKS.finditer(folded, 4, 160)][:12]
    for cut in reversed(cuts):
        read = read_line(text[:cut].rstrip(), folded[:cut].rstrip())
        if read and read.sure and read.values and not read.open_role and not read.pictures:
            return Inline(0, cut, "byline", read.values)
    return None
