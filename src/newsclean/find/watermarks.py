"""Stamps of a site on its paragraphs: one string that opens or closes them; inside them, see `stamped`.

What stamps each paragraph is no part of any; what a writer repeats (a speaker's name, 会议强调, a refrain) is needed
by the sentence behind it, or stands in brackets as a stage direction.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean.find.stamped import find_stamped
from newsclean.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.matching import Line, Page

_FEWEST = 3
_SHARE = 0.6
_PARAGRAPH = 20
_KEY = 4
_LONGEST = 40
_STOP = "。!?…”’)"
_SITE = re.compile(
    r"网|论坛|资讯|频道|在线|网站|文库|书库|小说|阅读|收藏|首发|原创|版权|公众号|客户端|关注|尽在|请看|本站|下载|www|\.com|\.cn|app|@"
)
_OUTLET = re.compile("(?:社|网|报|台|站|中心|编辑部|出版部|协会|书院)$|" + _SITE.pattern)
_LINE = range(_KEY, 17)  # characters of a stamp on a line of its own
_NO_STAMP = re.compile(r"(?<!资)讯|[电:说称问答]|记者|通讯员|\d|[^\w】)]$|^[(\[〔]")
_NEEDED = re.compile("[,:、的了是在将与和及为向发讯记介称说表消据对用也都被把()还就从以到由等]|$")


def find_watermarks(page: Page) -> list[Mark]:
    r"""Mark strings that a site stamps on its paragraphs.

    >>> from newsclean.matching import read_page
    >>> told = "梨园开了园,人人说好。", "雪下了一夜,路还通。", "客商来得早,梨卖得快。"
    >>> page = read_page("\n".join(f"果园通信息网 {sentence}果园通信息网" for sentence in told))
    >>> [page.text[mark.start : mark.end] for mark in find_watermarks(page)][:2]
    ['果园通信息网', '果园通信息网']
    """
    lines = [line for line in page.lines if len(line.folded) >= _PARAGRAPH]
    spans = {*find_stamped(page), *_stamp_lines(page)}
    if len(lines) >= _FEWEST:
        closing = _closing(_stamps(lines, closing=True))
        opening = _opening(_stamps(lines, closing=False), closing)
        spans |= {(line.end - len(text), line.end) for text in closing for line in page.lines if _ends(line, text)}
        spans |= {
            (line.start, line.start + len(t)) for t in opening for line in page.lines if line.folded.startswith(t)
        }
    return [Mark(a, b, "find", "injected_keyword", "injected.watermark", confidence=0.9) for a, b in sorted(spans)]


def _stamp_lines(page: Page) -> Iterator[tuple[int, int]]:
    """Give the lines on which a site sets its name again and again between the paragraphs."""
    short = [line for line in page.lines if len(line.folded) in _LINE]
    times = Counter(line.folded for line in short) if len(short) >= _FEWEST else Counter()
    names = {text for text, n in times.items() if n >= _FEWEST and _OUTLET.search(text) and not _NO_STAMP.search(text)}
    if names:
        below = {line.start for above, line in pairwise(page.lines) if above.folded[-1] in _STOP}
        told = Counter(line.folded for line in short if line.start in below)
        yield from (
            (line.start, line.end) for line in short if line.folded in names and told[line.folded] >= _FEWEST - 1
        )


def _stamps(lines: Sequence[Line], *, closing: bool) -> dict[str, list[Line]]:
    """Return the strings that open or close most paragraphs, each as long as they all have it."""
    keys = [line.folded[-_KEY:] if closing else line.folded[:_KEY] for line in lines]
    most = sorted(keys)[len(keys) // 2]  # what more than half of them have stands in their middle
    if keys.count(most) < max(_FEWEST, _SHARE * len(lines)):
        return {}
    group = [line for line, key in zip(lines, keys, strict=True) if key == most]
    texts = [line.folded[::-1] if closing else line.folded for line in group]
    stamp = _shared(min(texts), max(texts))
    return {stamp[::-1] if closing else stamp: group}


def _shared(one: str, other: str) -> str:
    """Return the common beginning of the first and the last of sorted texts, which all of them have."""
    size = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[: min(size, _LONGEST)]


def _closing(stamps: dict[str, list[Line]]) -> list[str]:
    """Return what of the shared ends is a stamp: it stands behind the last stop of each paragraph."""
    found = []
    for text, group in stamps.items():
        stamp = text[max(text.rfind(stop) for stop in _STOP) + 1 :].lstrip()
        if len(stamp) < _KEY or _NO_STAMP.search(stamp) or (stamp[0] == "【" and not _SITE.search(stamp)):
            continue
        if all(_ends(line, stamp) for line in group):
            found.append(stamp)
    return found


def _ends(line: Line, stamp: str) -> bool:
    """Tell whether a stamp stands behind a stop at the end of a line."""
    text = line.folded
    return text.endswith(stamp) and text[-len(stamp) - 3 : -len(stamp)].rstrip()[-1:] in tuple(_STOP)


def _opening(stamps: dict[str, list[Line]], closing: Sequence[str]) -> list[str]:
    """Return what of the shared beginnings is a stamp: a site's name that no sentence needs, or a closing one."""
    found = []
    for text, group in stamps.items():
        both = next((other for other in closing if text.startswith(other)), None)
        stamp = both or text.split(" ")[0].rstrip(",")
        named = len(stamp) >= _KEY and _SITE.search(stamp) and not _NO_STAMP.search(stamp)
        if both or (named and not any(_NEEDED.match(line.folded[len(stamp) :].lstrip()) for line in group)):
            found.append(stamp)
    return found
