"""From a page's source to the source text of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsclean.extract.article import find_article
from newsclean.extract.features import scores
from newsclean.extract.hidden import read_styles
from newsclean.extract.hints import Hints, page_hints
from newsclean.extract.meta import read_meta
from newsclean.extract.tree import Tree, read_tree
from newsclean.model import Flag, Mark

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PAGE = 4_000_000  # characters of a page that are parsed; the largest of 528 real news pages has 0.7 million
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE)
_TAGS = re.compile(
    r"<(/?)(?:p|div|td|tr|table|li|ul|h[1-6]|article|section|span|a|script)\b[^<>]{0,300}>", re.IGNORECASE
)
_INLINE_DATA = re.compile(r"data:[a-z]{1,20}/[\w.+-]{1,40};base64,[\w+/=]*", re.IGNORECASE)  # pictures, by the megabyte
_PIECE = r"""(?:[^<>"'\s/=]++|=<?|[\s/]++|"[^"]*+"|'[^']*+')"""  # of a tag
_CROWDED = re.compile(rf"(<[a-z]{_PIECE}{{4000}}+){_PIECE}++", re.IGNORECASE)
_NESTING = re.compile(r"</?(?!(?:p|br|h[1-6]|a|title|meta|script|style)\b)[a-z][^<>]{0,1000}>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LineHint:
    """What the page says of a line of the text: its tag, its part of link text (0 to 1), whether it is bold.

    `odds` are the log-odds that the line is body of the article, by itself and its place on the page.
    """

    tag: str
    links: float = 0.0
    bold: bool = False
    odds: float = 0.0


@dataclass(frozen=True, slots=True)
class Extracted:
    """The source text of a page's article, one block a line, with a hint for each line.

    `hints` is what the page says of itself. `marks` are spans of the text that the page holds but does not show.
    """

    text: str = ""
    hints: Hints = field(default_factory=lambda: Hints())
    lines: tuple[LineHint, ...] = ()
    marks: tuple[Mark, ...] = ()
    flags: tuple[Flag, ...] = ()


def looks_like_html(text: str) -> bool:
    """Say whether a text is the source of a page, and not an article with leftovers of markup.

    >>> looks_like_html("<!DOCTYPE html><html><body><p>江城今日晴。</p>"), looks_like_html("江城今日晴。<br>明日有雨。")
    (True, False)
    """
    start = text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE} \t\r\n")[:4096]
    if not start.startswith("<"):
        return False
    if _HTML.search(start[:1024]):
        return True
    tags = [match[1] for match in _TAGS.finditer(start)]
    return len(tags) >= 4 and "/" in tags


def extract(html: str, url: str | None = None) -> Extracted:
    r"""Extract the article of a page: headline, credits and body, without the page around them.

    >>> page = "<html><title>春汛平稳过境_江城网</title><h1>春汛平稳过境</h1><p>江城水务局通报,春汛平稳。</p></html>"
    >>> extract(page).text.split("\n")
    ['春汛平稳过境', '江城水务局通报,春汛平稳。']
    """
    source = shortened(html)
    root = parse(source[:MAX_PAGE])
    if root is None:
        return Extracted(flags=(Flag("no_body", 0, 0, "page cannot be parsed"),))
    styles = read_styles([style.text or "" for style in root.iter("style")])
    tree = read_tree(root, styles)
    title, meta = title_of(root), read_meta(root)
    titles = [text for text in (meta.get("title", ""), title) if text]
    odds = scores(tree, title, meta.get("description", ""))
    found = find_article(tree, odds, titles)
    text, lines, marks = _written(tree, found.lines() if found else [], odds)
    flags = []
    if len(source) > MAX_PAGE or tree.cut:
        flags.append(Flag("truncated", 0, len(text), "the page goes on beyond what is read of one"))
    if not text:
        flags.append(Flag("no_body", 0, 0, "page has no text"))
    return Extracted(text, page_hints(tree, found, meta, titles, url), lines, marks, tuple(flags))


def read_hints(html: str, url: str | None = None) -> Hints:
    """Read what a page says of its article, for a text that another extractor took from it.

    >>> read_hints("<title>春汛平稳过境_江城网</title><h1>春汛平稳过境</h1><p>江城水务局通报,春汛平稳。</p>").title
    '春汛平稳过境'
    """
    return extract(html, url).hints


def shortened(html: str) -> str:
    """Leave out the pictures that a very long page carries in itself."""
    return _INLINE_DATA.sub("", html) if len(html) > MAX_PAGE else html


def parse(html: str) -> _Element | None:
    """Parse a page, however broken; None for one without any element.

    libxml2 stops at 2048 open elements; a page that goes deeper is parsed again with nothing but its line breaks.
    It compares each attribute of a tag with all others, so a tag keeps a thousand or two of them.
    """
    html = _CROWDED.sub(r"\1", html)
    root, deep = _parsed(html)
    return _parsed(_NESTING.sub("<br>", html))[0] if deep else root


def _parsed(text: str) -> tuple[_Element | None, bool]:
    """Return the root of a page, and whether the parser gave up because of its depth."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, recover=True)
    try:
        root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):  # an empty document
        return None, False
    return root, any("depth" in entry.message for entry in parser.error_log[-1:])


def _written(tree: Tree, kept: list[int], odds: list[float]) -> tuple[str, tuple[LineHint, ...], tuple[Mark, ...]]:
    """Write lines as one text; say what the page says of each, and what of it is hidden."""
    hints, marks, at = [], [], 0
    hidden = prose = 0
    for i in kept:
        line = tree.lines[i]
        tag = tree.boxes[line.box].tag if tree.boxes else "body"
        hints.append(LineHint(tag, line.links / len(line.text), line.bold, odds[i]))
        for start, end, how in line.hidden:
            marks.append(Mark(at + start, at + end, "extract", "markup", f"hidden.{how}"))
            hidden += end - start
            prose += end - start if end - start >= 40 and not line.links else 0
        at += len(line.text) + 1
    # What a script unfolds is no hidden text: most of an article, or paragraphs that are a good part of it.
    if hidden > at / 2 or (hidden > at / 4 and prose > 0.6 * hidden):
        marks = []
    return "\n".join(tree.lines[i].text for i in kept), tuple(hints), tuple(marks)


def title_of(root: _Element) -> str:
    """Return the text of the title element."""
    element = root.find(".//title")
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())
