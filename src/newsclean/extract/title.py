"""The headline of a page: without the site's name, the channel and what was put before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.extract.features import fold_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.extract.tree import Tree

_SITE = re.compile(
    r"[网網]$|[网網]站|新[闻聞]|[频頻]道|日[报報]|晚[报報]|早[报報]|[时時][报報]|[商都晨][报報]|周刊|[杂雜][志誌]|在[线線]|首[页頁]"
    r"|[财財][经經]|中心|[电電][视視]|[广廣]播|客[户戶]端|平台|公众号|通[讯訊]社|[门門][户戶]|官方|要[闻聞]|滚动|正文|[资資][讯訊]"
    r"|\.(?:com|cn|net|org|tw|hk)\b|^[A-Za-z .]{2,20}$"
)
_STRONG = re.compile(r"\s*(?:_|\||｜|--|—{2}|\s[-–—]\s|\s::?\s|»)\s*")
_WEAK = re.compile(r"\s*[-–—]\s*")
_ANY_DASH = re.compile(r"[_|｜–—»-]")
_TITLE_NAMES = re.compile(r"tit(?:le|_|\b|-)|headline|biaoti|h1|topic|bt\b", re.IGNORECASE)
_LABELLED = re.compile(r"^\s*(?:\[([^\]\[]{2,20})\]|【([^】【]{2,20})】)\s*")
_LEAST = 5
_MOST = 120
_REACH = 40  # lines before the body in which the headline is looked for


def choose_title(headline: str, given: Sequence[str], body: str) -> str | None:
    """Return the headline that the page shows, else the first title that is given, without what is not of it.

    `given` are titles of meta tags and of the title element, the surest first; `body` is the text of the article.
    """
    title = headline or next((trimmed for text in given if (trimmed := trim_title(text))), "")
    return without_label(title, body)[:300] or None


def find_headline(tree: Tree, first: int, given: Sequence[str]) -> int | None:
    """Return the line above the body that a given title contains, else the heading above it; None without one.

    `first` is the first line of the body; a headline may stand there too.
    """
    wanted = [folded for text in given if (folded := fold_title(text))]
    pieces = {fold_title(piece) for text in given if not _SITE.search(piece := _ANY_DASH.split(text)[0])}
    best, rank = None, (False, False, 0)
    for i in range(max(0, first - _REACH), min(first + 8, len(tree.lines))):
        line = tree.lines[i]
        text = fold_title(line.shown()) if len(line.text) <= _MOST else ""
        heading = _is_heading(tree, i)
        if len(text) < (2 if heading and text in pieces else _LEAST) or not any(text in title for title in wanted):
            continue
        starts = any(title.startswith(text) for title in wanted)
        if (len(text) >= 8 or heading) and (starts, heading, len(text)) > rank:
            best, rank = i, (starts, heading, len(text))
    return _heading_above(tree, first, given) if best is None else best


def _heading_above(tree: Tree, first: int, given: Sequence[str]) -> int | None:
    """Return the heading next above a body whose page names only the site in its title."""
    bare = not any(len(fold_title(trim_title(text))) >= 8 and not _SITE.search(trim_title(text)) for text in given)
    for i in range(first - 1, max(-1, first - 8), -1):
        line = tree.lines[i]
        if line.links or not 6 <= len(line.text) <= 60 or re.search(r"[。:：;；/]|\d{4}|[【】\[\]]", line.text):
            continue
        if bare or _is_heading(tree, i):
            return i
    return None


def _is_heading(tree: Tree, i: int) -> bool:
    box = tree.boxes[tree.lines[i].box] if tree.boxes else None
    return bool(box and (box.tag in ("h1", "h2") or _TITLE_NAMES.search(box.names)))


def trim_title(title: str) -> str:
    """Cut the names of site and channel from the end of a page's title.

    >>> trim_title("江城春汛平稳过境_要闻_江城网"), trim_title("春汛-平稳"), trim_title("江城春汛平稳过境-江城日报")
    ('江城春汛平稳过境', '春汛-平稳', '江城春汛平稳过境')
    """
    title = " ".join(title.split())
    cut = next(
        (found.start() for found in _STRONG.finditer(title) if len(fold_title(title[: found.start()])) > _LEAST), 0
    )
    head = title[:cut] if cut else title
    for found in reversed(list(_WEAK.finditer(head))):
        if len(fold_title(head[: found.start()])) > _LEAST and _SITE.search(head[found.end() :]):
            head = head[: found.start()]
        else:
            break
    return head.strip(" _|-–—")


def without_label(title: str, body: str) -> str:
    """Cut a bracketed label before a headline of which the article says nothing: the brand that a mirror put there.

    >>> without_label("[某某化妆品]江城春汛平稳", "江城水务局昨日通报,春汛平稳。" * 9)
    '江城春汛平稳'
    """
    found = _LABELLED.match(title)
    if not found or len(body) < 100:
        return title
    label, rest = found[1] or found[2], title[found.end() :]
    body = body.replace(title, "")
    known = any(label[i : i + 2] in body or label[i : i + 2] in rest for i in range(len(label) - 1))
    return title if known or len(label) < 4 or len(fold_title(rest)) <= _LEAST else rest
