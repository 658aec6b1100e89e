"""Lines of a page's own scripts and styles, and lines on which every character is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HANZI = re.compile("[㐀-鿿]")
# A page that speaks of code may quote some: there only what pages run for themselves goes.
_SPEAKS_OF_CODE = re.compile(
    "[代源]码|[代源]碼|程式碼|脚本|腳本|函[数數]|变量|變數|[语語]句|[编編]程|程式設計|[语語]法|(?i:python|java|html|css|json|sql)"
).search
_OWN = re.compile(
    r"document\.(?:write|getElement|cookie|createElement)|window\.[\w$]+\s*=|\(?adsbygoogle|_hmt\.push|bdshare|gtag\("
    r"|\$\((?:function|document|['\"#.])|^(?:var|let|const)\s+[\w$]+\s*=.*;\s*$|^BAIDU_CLB_"
    r"|^\(?function\s*[\w$]*\s*\([\w$, ]*\)\s*\{|^@(?:media|import|charset|font-face)\b"
    r"|^[.#]?[\w\-.#:,> *]{1,200}\{[^{}]*(?:[\w-]+\s*:[^{};]*[;}])|^[.#][\w\-.#:,> ]{1,200}\{\s*$",
    re.ASCII,
)
_TAIL = re.compile(  # what goes on with it
    r"[\s{}();,]*$|[\w-]{2,40}\s*:[^;\n]{1,200};\s*$|[\w$.]+\(.*\);?\s*$|(?:if|else|for|return|try|catch)\b.*[{};]\s*$",
    re.ASCII,
)
_ANY = re.compile(  # marks alone, attributes alone, or what calls, assigns or braces and ends like a statement
    r"[\s{}()\[\];,]*(?:\};|\)\s?;|\}\))[\s{}()\[\];,]*$|/\*|\*+/$|//\s*(?:-->|<!\[CDATA\[|\]\]>)$"
    r"|(?:[a-z][a-z-]{1,20}=(?:\"[^\"]{0,300}\"|'[^']{0,300}')\s*){1,20}/?>?$"
    r"|(?=.*[A-Za-z])(?=.*(?:[A-Za-z_$\])]\((?!\d{4}\b)|[{}]|[\w\])'\"]\s?=[^=])|(?:return|break|continue|throw)\b).*[;{}]\)?\s*$",
    re.ASCII,
).match
_OF_WORD = re.compile(r"\bmso-[a-z-]{2,40}:|Style Definitions|\bMsoNormal|EN-US (?:ZH-|X-NONE)").search
_LOST_LINE = re.compile(r"\s*(?:\ufffd[\ufffd\s]*|(?:锟斤拷){2,}[锟斤拷]{0,2}\s*)$")


def find_code(text: str) -> Iterator[tuple[int, int, str]]:
    r"""Yield the span and the rule of each line of code that belongs to the page, and of each lost line.

    >>> page = "船开了。\nif (isMobile()) {\n  show('ad');\n}\n江面起了雾。"
    >>> [page[start:end].strip() for start, end, _ in find_code(page)]
    ['if (isMobile()) {', "show('ad');", '}']
    """
    start, inside = 0, False
    quotes: bool | None = None
    for line in text.split("\n"):
        end = start + len(line)
        body = line.strip()
        if body.isascii():
            code = bool(_OWN.search(body) or (inside and _TAIL.match(body)))
            if body and not code and _ANY(body):
                quotes = _quotes_code(text) if quotes is None else quotes
                code = not quotes
        else:
            code = "-" in body and bool(_OF_WORD(body)) and 5 * len(_HANZI.findall(body)) < len(body)
        inside = code or (inside and not body)
        if body and code:
            yield start, end, "markup.code-line"
        elif body and body[0] in "\ufffd锟" and _LOST_LINE.match(line):
            yield start, end, "markup.lost-line"
        start = end + 1


def _quotes_code(text: str) -> bool:
    return any(_SPEAKS_OF_CODE(line) for line in text.split("\n") if _HANZI.search(line))
