"""What is left of HTML, BBCode, templates, style sheets and scripts, and lines that are lost for good."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsclean.model import Flag, Mark
from newsclean.repair.code import find_code

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCK = (
    "address|article|aside|blockquote|br|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|"
    "nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_INLINE = (
    "a|abbr|acronym|area|audio|b|base|bd[io]|big|blink|body|button|canvas|caption|cite|code|col|colgroup|data|datalist|"
    "del|details|dfn|em|embed|fieldset|font|frame|frameset|head|html|i|iframe|img|input|ins|kbd|label|legend|link|map|"
    "mark|marquee|menu|meta|meter|nobr|noframes|noscript|object|optgroup|option|output|param|path|picture|progress|q|"
    "rb|rp|rt|rtc|ruby|s|samp|script|select|slot|small|source|span|strike|strong|style|sub|summary|sup|svg|template|"
    "textarea|time|title|track|tt|u|var|video|wbr|[a-z]{1,12}(?:-[a-z]{1,12})+|o:p|(?:st1|v|w):[a-z]{1,20}"
)
_TAG = re.compile(
    rf"[<＜] ?(?P<close>/?) ?(?:(?P<block>{_BLOCK})|(?P<inline>{_INLINE}))(?P<rest>(?:[\s/][^<>＜＞]*)?)[>＞]",
    re.IGNORECASE,
)
_ATTRIBUTES = r"(?:[a-z][a-z-]{0,20}=\"[^\"<>\n]{0,300}\"\s?){1,20}"
_HALF_TAG = re.compile(  # one whose other half was cut away
    rf"<(?:{_BLOCK}|{_INLINE})\s{_ATTRIBUTES}(?![^<>\n]{{0,300}}>)|(?<![a-z0-9<\" ]){_ATTRIBUTES}/?>", re.IGNORECASE
)
_EATEN = re.compile(rf"(?<=[?\ufffd])(?:/(?P<inline>{_INLINE})|/(?:{_BLOCK})|[bh]r\s?/?)>", re.IGNORECASE)
_DECLARATION = re.compile(
    r"<!(?:DOCTYPE|\[CDATA\[|\[(?:if|endif)|--)[^<>]*>|\]\]>|<\?(?:xml|php)[^<>]*>|<!\[endif\]|<!--|-->", re.IGNORECASE
)
_BB_INLINE = (
    "align|b|backcolor|blockquote|caption|center|code|color|email|embed|flash|float|fly|font|free|gallery|glow|h[1-6]|"
    "hide|hr|i|img|indent|left|list|media|move|p|page|pre|quote|right|s|shadow|size|sub|sup|table|td|tr|u|url"
)
_BBCODE = re.compile(
    rf"\[(?P<holder>img|attach|attachimg|flash|media|video|audio|emot|embed|postbg|qq|swf|mp3|youtube)\b(?:=[^\[\]\n]{{0,200}})?\][^\[\]\n]{{0,300}}\[/(?P=holder)\]"
    rf"|\[(?P<close>/?)(?P<name>{_BB_INLINE})(?P<value>=[^\[\]\n]{{0,200}})?\]"
    r"|\[(?P<short>[a-z_]{2,20})(?: [a-z_-]{1,20}=(?:\"[^\"\[\]\n]{0,200}\"|[\w:/.-]{1,80})){1,12} ?/?\]",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(
    r"\{\{[ \t]*[!-z|~ ]{0,100}\}\}|\{%[ -z|~]{0,100}%\}|<%[=#@]?[ -;=?-~]{0,200}%>|(?<![\w@])@@[A-Za-z_][\w.]{0,40}@@"
    r"|\[!--[\w.:]{1,60}--\]"
    r"|_ueditor_page_break_tag_|\{/?(?:dede|pboot|eyou|pc|cms|aspcms|maccms):[ -z|~]{0,200}\}"
    r"|\{[a-z]{2,10}:[a-z][\w.:]{2,40} ?/\}"
    r"|\{/?[a-z][\w.:]{0,30}(?: [\w:-]{1,20}=(?:\"[^\"{}\n]{0,60}\"|'[^'{}\n]{0,60}'))+ ?/?\}"
    r"|\{\$[A-Za-z_][\w.\[\]'\">-]{0,60}\}|\$\{[a-z_][\w.]{0,60}\}"  # in capitals it is a shell's, which texts speak of
    r"|<!--#[ -;=?-~]{0,200}-->",
    re.ASCII,
)
_MARKDOWN = re.compile(
    r"(?P<picture>!\[[^\[\]\n]{0,200}\]\([^()\n]{0,400}\))"
    r"|\[(?P<words>[^\[\]\n]{1,200})\]\((?:https?:)?//[^()\s]{3,400}(?: +\"[^\"\n]{0,100}\")?\)"
)
_SIGNS = re.compile(r"[<＜>\[{\]@_\ufffd锟};]").finditer  # at one of which _GATE must match
_GATE = re.compile(
    r"[<＜][/ ]{0,2}[a-zA-Z!?%]|(?<=--)>|\[/?[a-zA-Z!]|\{|\]\]>|@@[A-Za-z_]|_ueditor_|\ufffd\ufffd|锟斤拷锟"
    r"|[};][ \t]*(?:\n|$)|\]\("
).match

_SPEAKS_BEFORE = re.compile(
    r"(?:使用|用|写作|寫作|标签|標籤|标记|標記|元素|语法|語法|写成|寫成|加上|插入|输入|輸入)[了着]?\s?[“\"「『`'‘]?$"
).search
_SPEAKS_AFTER = re.compile(
    r"[”\"」』`'’]?\s?(?:标签|標籤|标记|標記|元素|属性|屬性|占位|语法|語法|代码|代碼|变量|變數|命令|的写法|语句)"
).match
_WEB = re.compile("标签|標籤|(?i:html)|浏览器|瀏覽器|网页代码|網頁程式").search
_NEAR = 24  # characters
_COLONS = ("：", ":")
_SHOWN = 60  # characters
_QUOTED = {"“": "”", "「": "」", "『": "』", "`": "`", "‘": "’", "《": "》"}
_HANZI = re.compile("[㐀-鿿]")


@dataclass(slots=True)
class _Piece:
    """A piece of markup: its span, its rule, and whether it parts two blocks."""

    start: int
    end: int
    rule: str
    block: bool = False


def find_markup(text: str) -> tuple[list[Mark], list[Flag]]:
    r"""Mark leftovers of markup: tags, comments, BBCode, templates, lines of code, lines of replacement characters.

    A tag of a block (`<br>`, `</p>`) between two texts becomes a line break, of kind `spacing`. What only looks like
    markup stays: comparisons, Chinese in angle brackets, a tag that the text speaks about.

    >>> [(m.kind, m.after) for m in find_markup("他说。<br>她<b>笑</b>了,a < b,<意见>。")[0]]
    [('spacing', '\n'), ('markup', ''), ('markup', '')]
    """
    eaten = _eaten(text)
    if not eaten and not any(_GATE(text, sign.start()) for sign in _SIGNS(text)):
        return [], []
    pieces = [
        *eaten,
        *_contents(text),
        *_tags(text),
        *_bbcode(text),
        *_markdown(text),
        *_templates(text),
        *(_Piece(*line) for line in find_code(text)),
    ]
    return _marks(text, sorted(pieces, key=lambda piece: (piece.start, -piece.end))), []


def _eaten(text: str) -> list[_Piece]:
    """Return tags whose first mark was taken for the second byte of a cut character: `?/p>`, `?br>`."""
    if ">" not in text:
        return []
    return [_Piece(*found.span(), "markup.cut-tag", not found["inline"]) for found in _EATEN.finditer(text)]


def _contents(text: str) -> Iterator[_Piece]:
    """Yield comments, scripts and style sheets with what they hold, unless that is Chinese prose."""
    lower = text.lower() if len(text.lower()) == len(text) else text
    for opening, closing in (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>")):
        at = lower.find(opening)
        while at >= 0:
            end = lower.find(closing, at)
            if end < 0:
                break
            end += len(closing)
            if end - at <= 20_000 and _is_code(text[at:end]) and not _spoken_of(text, at, end):
                yield _Piece(at, end, "markup.element")
            at = lower.find(opening, end)


def _is_code(content: str) -> bool:
    return len(content) <= 60 or 5 * len(_HANZI.findall(content)) < len(content)


def _tags(text: str) -> Iterator[_Piece]:
    if "<" not in text and "＜" not in text:
        return
    shown = 0
    for found in _TAG.finditer(text):
        name = found["block"] or found["inline"]
        shown = max(shown, _end_of_shown(text, found))
        if found.end() <= shown or _spoken_of(text, *found.span()) or _is_comparison(text, found, name):
            continue
        if not found["rest"] and _WEB(text, max(0, found.start() - _NEAR), found.end() + _NEAR):
            continue
        yield _Piece(*found.span(), "markup.tag", bool(found["block"]))
    for found in _DECLARATION.finditer(text):
        yield _Piece(*found.span(), "markup.declaration")
    for found in _HALF_TAG.finditer(text) if '="' in text else ():
        yield _Piece(*found.span(), "markup.cut-tag")


def _end_of_shown(text: str, found: re.Match[str]) -> int:
    """Return where an element ends that a sentence shows, as in `他写下：<p>我的家乡</p>。`; 0 where it is none.

    It stands behind a colon, has no attributes, and closes soon, on its line: an editor's leftovers seldom do.
    """
    if not found["block"] or found["close"] or found["rest"] or text[found.start() - 1 : found.start()] not in _COLONS:
        return 0
    closing = f"</{found['block']}>"
    at = text.find(closing, found.end(), found.end() + _SHOWN)
    return 0 if at < 0 or "\n" in text[found.end() : at] else at + len(closing)


def _is_comparison(text: str, found: re.Match[str], name: str) -> bool:
    """Whether `a<b>c` compares: a tag of one letter, right behind a letter or digit, that is never closed."""
    before = text[found.start() - 1 : found.start()]
    beside = before.isascii() and (before.isalnum() or found[0][1] == " ")
    return len(name) == 1 and not found["close"] and beside and f"</{name}>" not in text


def _bbcode(text: str) -> Iterator[_Piece]:
    if "[" not in text:
        return
    found = list(_BBCODE.finditer(text))
    closed = {str(match["name"]).lower() for match in found if match["close"]}
    for match in found:
        if (
            match["holder"]
            or match["short"]
            or match["close"]
            or match["value"]
            or str(match["name"]).lower() in closed
        ):
            yield _Piece(*match.span(), "markup.bbcode")


def _markdown(text: str) -> Iterator[_Piece]:
    """Yield pictures, and what makes a link of the words between, whose address is a place on the net."""
    if "](" not in text:
        return
    for found in _MARKDOWN.finditer(text):
        if found["picture"]:
            yield _Piece(*found.span(), "markup.markdown")
        elif not _spoken_of(text, *found.span()):
            yield _Piece(found.start(), found.start("words"), "markup.markdown")
            yield _Piece(found.end("words"), found.end(), "markup.markdown")


def _templates(text: str) -> Iterator[_Piece]:
    for found in _TEMPLATE.finditer(text):
        if not _spoken_of(text, *found.span()):
            yield _Piece(*found.span(), "markup.template")
    for found in _STYLE.finditer(text) if "{" in text else ():
        if not _HANZI.search(found[0]) and not _spoken_of(text, *found.span()):
            yield _Piece(*found.span(), "markup.style")


def _spoken_of(text: str, start: int, end: int) -> bool:
    """Whether the text speaks about this markup: it is quoted alone, or named beside."""
    closing = _QUOTED.get(text[start - 1 : start])
    if closing and text[end : end + 1] == closing:
        return True
    return bool(_SPEAKS_AFTER(text, end) or _SPEAKS_BEFORE(text[max(0, start - 6) : start]))


_STYLE = re.compile(  # a style rule glued to text, as some editors of government sites paste it
    r"(?:[.#]?[A-Za-z_][\w.#:>,* -]{0,80})\{[^{}]{0,400}?\b"
    r"(?:margin|padding|font|line-height|color|text-align|text-indent|border|background|width|height|display)"
    r"[a-z-]{0,20}\s*:[^{}]{0,400}\}",
    re.ASCII,
)


def _marks(text: str, pieces: list[_Piece]) -> list[Mark]:
    """Turn pieces into marks: of a run of neighbours, one becomes the line break if any of them parts blocks."""
    marks: list[Mark] = []
    at = 0
    while at < len(pieces):
        run, end, broken = [pieces[at]], pieces[at].end, False
        at += 1
        while at < len(pieces) and not text[end : pieces[at].start].strip():
            broken = broken or "\n" in text[end : pieces[at].start]
            if pieces[at].end > end:
                run.append(pieces[at])
                end = pieces[at].end
            at += 1
        parts = any(piece.block for piece in run) and not broken and not _at_line_edge(text, run[0].start, end)
        for piece in run:
            new_line = parts and piece.block
            parts = parts and not new_line
            kind = "spacing" if new_line else "markup"
            marks.append(Mark(piece.start, piece.end, "repair", kind, piece.rule, "\n" if new_line else ""))
    return marks


def _at_line_edge(text: str, start: int, end: int) -> bool:
    before, after = (
        text[max(0, start - 40) : start].rstrip(" \t\N{IDEOGRAPHIC SPACE}"),
        text[end : end + 40].lstrip(" \t\N{IDEOGRAPHIC SPACE}"),
    )
    return not before or before[-1] == "\n" or not after or after[0] == "\n"
