"""One walk over the tree of a page: its lines in reading order, and the boxes that hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsclean.extract.hidden import Styles, hidden_by_attributes

if TYPE_CHECKING:
    from lxml.etree import _Element

# HTML Living Standard, 15.3 Rendering: elements that stand in a box of their own.
_BLOCK = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
    "optgroup", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
})  # fmt: skip
# What a reader never sees as text, or what is a control rather than text.
_SKIPPED = frozenset({
    "applet", "area", "audio", "base", "button", "canvas", "datalist", "embed", "frame", "head", "iframe",
    "input", "link", "map", "math", "meta", "noembed", "noframes", "noscript", "object", "option", "param",
    "picture", "progress", "script", "select", "style", "svg", "template", "textarea", "title", "track",
    "video",
})  # fmt: skip
_CELL = frozenset({"td", "th", "p"})  # what a row of figures is made of
_INLINE = frozenset({"a", "b", "em", "font", "i", "p", "span", "strong", "sub", "sup", "u"})
_SPACES = re.compile(r"[ \t\r\n\f]+")
# CSS Text 3, 4.1.3: a line break of the source between two wide characters is no space.
_WIDE_BREAK = re.compile(r"(?<=[\u2e80-\uffef])[ \t]*\r?\n[ \t\r\n]*(?=[\u2e80-\uffef])")

_CREDIT_NAMES = re.compile(
    r"source|laiyuan|media|js_name|origin|account|provider|author|zuozhe|writer|reporter|editor|bianji|zebian|zeren|date"
    r"|time|pub|byline|mp[-_]?name",
    re.IGNORECASE,
)
_MOST_NAMED = 1000
_CREDIT_LINE = 40  # characters; further on, a class named so stands in a sentence
MAX_LINES = 50_000  # the longest of 528 real news pages has 3,000


class Span(NamedTuple):
    """A piece of a line, half-open, that the page hides, and by what."""

    start: int
    end: int
    how: str


@dataclass(slots=True)
class Box:
    """A block element: its parent (an index, -1 for none) and the lines from `first` up to `last` that it holds."""

    parent: int
    tag: str
    names: str
    first: int
    last: int = 0


@dataclass(slots=True)
class Line:
    """A line of the page: its text, the box it stands in, how much of it is link text, and what of it is hidden."""

    text: str
    box: int
    links: int = 0
    hidden: tuple[Span, ...] = ()
    bold: bool = False

    def shown(self) -> str:
        """Return the text without what the page hides."""
        parts, done = [], 0
        for span in self.hidden:
            parts.append(self.text[done : span.start])
            done = span.end
        return "".join([*parts, self.text[done:]])


@dataclass(slots=True)
class Tree:
    """Lines in reading order and boxes in order of their start tags.

    `named` holds the short elements whose class or id speaks of a credit: line, class and id, text.
    `cut` says that the page went on after `MAX_LINES`.
    """

    lines: list[Line] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    named: list[tuple[int, str, str]] = field(default_factory=list)
    cut: bool = False


class _Walk:
    """The state of one walk: the open boxes, the line being gathered, and how many links and hiders are open."""

    def __init__(self, styles: Styles) -> None:
        self.tree = Tree()
        self.styles = styles
        self.open: list[int] = []
        self.pieces: list[str] = []
        self.length = 0
        self.in_link = 0
        self.links = 0
        self.bold = 0
        self.plain = 0
        self.hiders: list[str] = []
        self.hidden: list[Span] = []
        self.pre = 0
        self.row = False
        self.named = 0

    def say(self, text: str | None) -> None:
        if not text:
            return
        if self.pre and "\n" in text:
            for part in text.split("\n")[:-1]:
                self._add(part)
                self.end_line()
            text = text.rpartition("\n")[2]
        self._add(text)

    def _add(self, text: str) -> None:
        if "\n" in text:
            text = _WIDE_BREAK.sub("", text)
        text = _SPACES.sub(" ", text)
        if text[:1] == " " and (not self.pieces or self.pieces[-1][-1] == " "):
            text = text[1:]
        if not text:
            return
        if self.in_link:
            self.links += len(text.strip())
        elif not self.bold:
            self.plain += len(text.strip())
        if self.hiders:
            self.hidden.append(Span(self.length, self.length + len(text), self.hiders[0]))
        self.pieces.append(text)
        self.length += len(text)

    def end_line(self) -> None:
        if not self.pieces:
            return
        raw = "".join(self.pieces)
        text = raw.strip()
        if text:
            hidden = self.hidden and _shifted(self.hidden, len(raw) - len(raw.lstrip()), len(text))
            box = self.open[-1] if self.open else -1
            self.tree.lines.append(Line(text, box, min(self.links, len(text)), tuple(hidden or ()), not self.plain))
        self.pieces, self.hidden = [], []
        self.length = self.links = self.plain = 0

    def start(self, element: _Element, tag: str) -> None:
        if self.row and tag in _CELL:
            self._add(" ")
        elif tag in _BLOCK:
            self.end_line()
            names = f"{element.get('class', '')} {element.get('id', '')}"
            box = Box(self.open[-1] if self.open else -1, tag, names, len(self.tree.lines))
            self.open.append(len(self.tree.boxes))
            self.tree.boxes.append(box)
            self.pre += tag == "pre"
            self.row = tag == "tr" and _is_data(element)
        elif tag == "br":
            self.end_line()
        elif tag == "a":
            self.in_link += 1
        elif tag in ("b", "strong"):
            self.bold += 1

    def name(self, element: _Element, tag: str) -> None:
        """Note an element whose class or id says that it holds a credit, or that tells a time to machines."""
        stamp = element.get("datetime" if tag == "time" else "title", "") if tag in ("time", "abbr") else ""
        if 8 <= len(stamp) <= 40 and self.named < _MOST_NAMED:
            self.named += 1
            self.tree.named.append((len(self.tree.lines), "time", stamp))
        names = f"{element.get('class', '')} {element.get('id', '')}" if element.attrib else " "
        if names == " " or len(element) > 4 or self.named >= _MOST_NAMED or not _CREDIT_NAMES.search(names):
            return
        self.named += 1
        text = " ".join("".join(map(str, islice(element.itertext(), 12))).split())
        if 1 < len(text) <= 60:
            self.tree.named.append((len(self.tree.lines), names, text))
            if self.length < _CREDIT_LINE:  # credits side by side, which only margins part on the screen
                self._add(" ")

    def end(self, tag: str) -> None:
        if self.row and tag in _CELL:
            self._add(" ")
        elif tag in _BLOCK:
            self.end_line()
            self.pre -= tag == "pre"
            self.tree.boxes[self.open.pop()].last = len(self.tree.lines)
            self.row = False
        elif tag == "a":
            self.in_link -= 1
        elif tag in ("b", "strong"):
            self.bold -= 1

    def finish(self) -> Tree:
        """End the last line and the boxes that are still open."""
        self.end_line()
        self.tree.cut = len(self.tree.lines) >= MAX_LINES
        for index in self.open:
            self.tree.boxes[index].last = len(self.tree.lines)
        return self.tree


def read_tree(root: _Element, styles: Styles | None = None) -> Tree:
    """Walk a parsed page once and return its lines and boxes."""
    from lxml import etree

    styles = styles or {}
    walk = _Walk(styles)
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        tag = element.tag
        if not isinstance(tag, str):
            if event == "end":
                walk.say(element.tail)
            continue
        if event == "start":
            if tag in _SKIPPED:
                events.skip_subtree()
                continue
            how = hidden_by_attributes(element, styles) if element.attrib else ""
            if how:
                walk.hiders.append(how)
            walk.start(element, tag)
            walk.name(element, tag)
            walk.say(element.text)
        else:
            if tag not in _SKIPPED:
                walk.end(tag)
                if walk.hiders and element.attrib and hidden_by_attributes(element, styles):
                    walk.hiders.pop()
            walk.say(element.tail)
        if len(walk.tree.lines) >= MAX_LINES:
            break
    return walk.finish()


def _is_data(row: _Element) -> bool:
    """Whether a table row is one line of figures: several cells, each short and without boxes or breaks of its own."""
    return 2 <= len(row) <= 30 and all(_is_short(cell) for cell in row)


def _is_short(cell: _Element) -> bool:
    if cell.tag not in ("td", "th") or len(cell) > 2 or len(cell.text or "") > 40:
        return False
    return all(inner.tag in _INLINE and len(inner) < 2 and len(inner.text or "") <= 40 for inner in cell)


def _shifted(spans: list[Span], by: int, length: int) -> list[Span]:
    """Move spans left by what was stripped, join those that touch, and drop what is left of the line."""
    joined: list[Span] = []
    for span in spans:
        start, end = max(span.start - by, 0), min(span.end - by, length)
        if start >= end:
            continue
        if joined and joined[-1].end == start:
            start = joined.pop().start
        joined.append(Span(start, end, span.how))
    return joined
