"""Which lines of a page are the article: the best run of lines, completed by its box, with its head and tail.

The article is the run of lines whose scores have the largest sum (Pasternack and Roth, "Extracting Article Text from
the Web with Maximum Subsequence Segmentation", WWW 2009). A sub-heading is as short as a link title; in the best run
its neighbours carry it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from newsclean.extract.features import holder
from newsclean.extract.title import find_headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.extract.tree import Box, Line, Tree

_CLIP = 4.0  # no line alone decides where the article is
_SURE = 2.0  # a line above the run, under the headline, that is body nonetheless: the summary before a gallery
_HOPELESS = -5.0  # a line that no box redeems
_TAIL_REACH = 12
_LISTS = re.compile(
    r"comment|pinglun|reply|cmt|guest|liuyan|discuss|relat|recommend|tuijian|xiangguan|paihang|\brank", re.IGNORECASE
)
_PRUNED = re.compile(rf"{_LISTS.pattern}|share", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:来\s*源|來\s*源|稿源|出[处處]|作\s*者|[记記]\s*者|通[讯訊][员員]|[编編]\s*[辑輯]|[责責]\s*[编編]|校\s*[对對]|[审審]核|[监監]制"
    r"|供稿|撰文|采写|採訪|[摄攝]影|^文|[时時][间間]|日期|[发發]布|[发發]表|原[标標][题題])\s*[:：丨︱|｜/／]"
    r"|[记記]者[^，。]{1,12}[/／]|^[(（【\[](?:[责責]任?[编編]|[编編]|[记記]者|作者|来源|來源)"
)
_LISTED = re.compile(r"相[关關]|推[荐薦]|更多|[热熱][门門点點]|排行|[评評][论論]|延伸|猜你|最新文章|[阅閱][读讀]")
_DATE = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|\d{1,2}月\d{1,2}日")


@dataclass(frozen=True, slots=True)
class Found:
    """Lines of an article: its headline (None where the page shows none), credits before and after, and the body."""

    headline: int | None
    head: tuple[int, ...]
    body: tuple[int, ...]
    tail: tuple[int, ...]

    def lines(self) -> list[int]:
        """Return all of them, in the order of the page."""
        return sorted({*(() if self.headline is None else (self.headline,)), *self.head, *self.body, *self.tail})


def find_article(tree: Tree, scores: Sequence[float], titles: Sequence[str]) -> Found | None:
    """Return the lines of the article; None for a page without any.

    `titles` are what the page gives as its title: the title element, meta tags.
    """
    if not tree.lines:
        return None
    low, high = best_run(scores)
    body = _without_lists(tree, _completed(tree, scores, low, high))
    if not body:
        return None
    headline = find_headline(tree, body[0], titles)
    body = [i for i in body if i != headline]
    if not body:
        return Found(headline, (), (), ())
    start = max(0, body[0] - 6) if headline is None else headline + 1
    above = range(start, body[0])
    head = [i for i in above if is_credit(tree.lines[i])]
    body = [*(i for i in above if scores[i] > _SURE and headline is not None), *body]
    return Found(headline, tuple(head), tuple(body), tuple(_tail(tree, body)))


def best_run(scores: Sequence[float]) -> tuple[int, int]:
    """Return the half-open range of the largest sum; where all are negative, the surest line decides what is zero.

    >>> best_run([-1, 2, -1, 3, -4, 1]), best_run([-3, -2])
    ((1, 4), (1, 2))
    """
    lift = _lift(scores)
    best = total = 0.0
    low = high = start = 0
    for i, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, i
        total += min(max(score + lift, -_CLIP), _CLIP)
        if total > best:
            best, low, high = total, start, i + 1
    return low, high


def _lift(scores: Sequence[float]) -> float:
    """Return what makes the surest line of a page count as its article: nothing, where any is sure."""
    return max(0.0, 1.0 - max(scores))


def _completed(tree: Tree, scores: Sequence[float], low: int, high: int) -> list[int]:
    """Add what stands in the boxes that the run mostly fills: prices, captions, tables between two paragraphs."""
    lines, boxes = tree.lines, tree.boxes
    holders = [_outer(boxes, line.box) for line in lines]
    long = min(12, max(len(line.text) for line in lines[low:high]))  # short lines count only where all are: in verse
    free = [len(line.text) - line.links if len(line.text) >= long else 0 for line in lines]
    inside: dict[int, int] = {}
    whole: dict[int, int] = {}
    linked: dict[int, int] = {}
    for i, box in enumerate(holders):
        whole[box] = whole.get(box, 0) + free[i]
        linked[box] = linked.get(box, 0) + lines[i].links
        if low <= i < high:
            inside[box] = inside.get(box, 0) + free[i]
    total = sum(inside.values())
    filled = {
        box
        for box, part in inside.items()
        if part > 0.35 * total and part > (0.1 if linked[box] < 0.1 * whole[box] else 0.35) * whole[box]
    }
    least = _HOPELESS - _lift(scores)
    return [
        i
        for i, box in enumerate(holders)
        if low <= i < high or (box in filled and scores[i] > least and 2 * lines[i].links < len(lines[i].text))
    ]


def _outer(boxes: Sequence[Box], box: int) -> int:
    """Return the box that holds a paragraph's box; a box of one line is a paragraph, whatever its tag."""
    while boxes[box].last - boxes[box].first == 1:
        parent = max(boxes[box].parent, 0)
        if boxes[parent].tag in ("body", "html"):
            break
        box = parent
    return holder(boxes, box)


def _without_lists(tree: Tree, kept: list[int]) -> list[int]:
    """Drop small boxes that are lists of links, comments or recommendations."""
    lines = tree.lines
    flags = [0] * len(lines)
    for i in kept:
        flags[i] = 1
    count = [0, *accumulate(flags)]
    size = [0, *accumulate(len(line.text) * flag for line, flag in zip(lines, flags, strict=True))]
    links = [0, *accumulate(line.links * flag for line, flag in zip(lines, flags, strict=True))]
    dropped: set[int] = set()
    done = -1
    for box in tree.boxes:
        part = size[box.last] - size[box.first]
        if box.last <= done or not part or part >= 0.3 * size[-1]:
            continue
        linked = links[box.last] - links[box.first] > 0.7 * part and count[box.last] - count[box.first] >= 2
        named = box.tag != "p" and part < 0.2 * size[-1] and _PRUNED.search(box.names[:200])
        if linked or named:
            dropped.update(range(box.first, box.last))
            done = box.last
    return [i for i in kept if i not in dropped]


def _tail(tree: Tree, body: Sequence[int]) -> list[int]:
    """Return the credits after the body: the editor's line, the source; none after the first list or comment."""
    found = []
    last = max((i for i in body if len(tree.lines[i].text) >= 20), default=body[-1])
    inside = set(body)
    for i in range(last + 1, min(body[-1] + 1 + _TAIL_REACH, len(tree.lines))):
        line = tree.lines[i]
        if (len(line.text) <= 12 and _LISTED.search(line.text)) or _in_list(tree, line.box, last):
            break
        if is_credit(line) and not line.links and i not in inside:
            found.append(i)
    return found


def _in_list(tree: Tree, box: int, last: int) -> bool:
    """Whether a box after the line `last` stands in one that is named for comments or recommendations."""
    while box >= 0 and tree.boxes[box].first > last:
        if _LISTS.search(tree.boxes[box].names[:200]):
            return True
        box = tree.boxes[box].parent
    return False


def is_credit(line: Line) -> bool:
    """Say whether a line reads as a credit: short, no link list, with a date or the name of a role.

    >>> from newsclean.extract.tree import Line
    >>> is_credit(Line("2021-03-04 08:15 来源：江城日报", 0)), is_credit(Line("作者最新文章", 0))
    (True, False)
    """
    text = line.text
    if len(text) > 80 or line.links > 0.6 * len(text):
        return False
    return bool(_DATE.search(text) or _CREDIT.search(text))
