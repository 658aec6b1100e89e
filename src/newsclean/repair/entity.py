"""HTML entities that were left in the text."""

from __future__ import annotations

import re
from html.entities import html5

from newsclean.model import Flag, Mark

_BARE = (  # no word of any language: safe without the ampersand, and without the semicolon
    "nbsp|ensp|emsp|thinsp|ldquo|rdquo|lsquo|rsquo|hellip|mdash|ndash|middot|quot|laquo|raquo|bull"
)
_ENTITY = re.compile(
    rf"""[&＆](?:amp[;；])*(?:
        [#＃](?:[xX](?P<hex>[0-9a-fA-F]{{1,6}})|(?P<decimal>[0-9]{{1,7}}))(?:[;；]|(?![0-9a-zA-Z]))
        |(?P<named>[A-Za-z][A-Za-z0-9]{{1,31}})[;；]
        |(?P<open>{_BARE}|amp|lt|gt|copy|reg)(?![A-Za-z0-9=_]))
    |(?<![A-Za-z0-9&＆_/.])(?:amp[;；])?(?P<bare>{_BARE})[;；]""",
    re.VERBOSE,
)
_BARE_END = re.compile("[;；](?<=[phtol].)")  # the last letters of _BARE
_URL = re.compile(r"(?:https?://|www\.)[!-~]+")
_MENTION = re.compile(
    r"\s?(?:实体字符|實體字元|字符实体|转义符|转义字符|跳脫字元"
    r"|(?:表示|代表)(?:一个)?(?:不换行)?空格)"
).match
_QUOTED = {"“": "”", '"': '"', "「": "」", "『": "』", "`": "`", "‘": "’", "'": "'"}
# HTML reads numbers 128 to 159 as windows-1252 (WHATWG HTML, "numeric character reference end state").
_WINDOWS = {code: char for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", "replace")) != "\ufffd"}


def find_entity(text: str) -> tuple[list[Mark], list[Flag]]:
    """Mark what an HTML entity stands for: named, numbered, escaped twice, or maimed (`&nbsp`, `nbsp;`).

    A name that a web address carries, and an entity that the text speaks about, stay.

    >>> [mark.after for mark in find_entity("甲&amp;nbsp;乙&#20013;AT&T")[0]]
    [' ', '中']
    """
    if "&" not in text and "＆" not in text and not _BARE_END.search(text):
        return [], []
    addresses = [found.span() for found in _URL.finditer(text)]
    marks, at = [], 0
    for found in _ENTITY.finditer(text):
        while at < len(addresses) and addresses[at][1] <= found.start():
            at += 1
        if at < len(addresses) and addresses[at][0] <= found.start() and not _ends(found[0]):
            continue
        after = _meaning(found)
        if after is not None and not _mentioned(text, *found.span()):
            marks.append(Mark(*found.span(), "repair", "entity", "entity.left-in-text", after))
    return marks, []


def _ends(entity: str) -> bool:
    return entity[-1] in ";；"


def _meaning(found: re.Match[str]) -> str | None:
    """Return what an entity stands for, None where it is none."""
    if digits := found["hex"] or found["decimal"]:
        code = int(digits, 16 if found["hex"] else 10)
        if code in _WINDOWS:
            return _WINDOWS[code]
        return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else None
    name = found["named"] or found["open"] or found["bare"]
    meaning = html5.get(f"{name};")
    if meaning is None and name.isupper():
        meaning = html5.get(f"{name.lower()};")
    return " " if meaning == "\N{NO-BREAK SPACE}" else meaning


def _mentioned(text: str, start: int, end: int) -> bool:
    """Whether the text speaks about the entity: it stands alone in quotes, or its kind follows."""
    closing = _QUOTED.get(text[start - 1 : start])
    return (closing is not None and text[end : end + 1] == closing) or bool(_MENTION(text, end))
