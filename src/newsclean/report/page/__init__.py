"""The audit page: one HTML file that holds its text, its looks, its plots and its records, and asks for nothing else.

The page runs from a disk. Its Content-Security-Policy lets in the very script and style that stand in it, by their
hashes, and nothing from outside; what a record holds is text and never becomes markup.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, partial
from html import escape
from importlib import resources
from typing import Any

from newsclean.errors import ConfigError
from newsclean.report.document import Document, dumps
from newsclean.report.page.packing import Packed, estimate, fold, pack, whole, whole_characters

# Bytes of a page: a browser opens this at once, and a mail server takes it.
LIMIT = 20_000_000
# Characters that stay on either side of what went, when a page would be larger than its limit.
_WINDOWS = (1600, 1200, 800, 600, 450, 350, 250, 180, 120, 80, 40)
_AROUND = 20_000  # bytes of the template, and of the tags around 10,000 records
_ABOUT = 1.05  # how far an estimate of a page may be wrong
_SCRIPTS = (
    *("dom", "words", "kinds", "text", "load", "route", "filter", "charts", "overview"),
    *("verdicts", "list", "fields", "record", "inspect", "rules", "compare", "review", "keys", "main"),
)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_STYLES = ("base", "overview", "records", "spans", "tables", "narrow", "print")


def render(document: Document, *, limit: int = LIMIT) -> str:
    """Write a document as one HTML file.

    A page of more than `limit` bytes leaves out the middle of long kept passages, ever closer to what was changed;
    the page says where, and how much. Raise ConfigError where Jinja2 is not installed.

    >>> from newsclean.report.document import Totals
    >>> "default-src 'none'" in render(Document("甲报", "newsclean", Totals()))
    True
    """
    template = _template()
    plots = _file("vendor/echarts.js") if document.totals.records > 1 else ""
    script = _ascii(f'{plots}\n(() => {{\n"use strict";\n{_joined("script", _SCRIPTS, "js")}\n}})();\n', "\\u{:04x}")
    style = _ascii(_joined("style", _STYLES, "css"), "\\{:x} ")
    words = _inline(json.loads(_file("words.json")))
    packed = _fitting(document, limit - _AROUND - sum(map(len, (script, style, words))))
    page: str = template.render(
        title=_ascii(str(escape(whole_characters(document.title))), "&#{};"),
        policy=_policy(script, style),
        script=script,
        style=style,
        words=words,
        head=_head(packed),
        blocks=packed.blocks,
    )
    return page


def _fitting(document: Document, room: int) -> Packed:
    """Pack a document into a room of bytes, with as little left out as that takes."""

    def fits(window: int) -> bool:
        return estimate(document.records, partial(fold, window=window)) <= room

    if estimate(document.records, whole) <= _ABOUT * room:
        packed = pack(document, whole)
        if _size(packed) <= room:
            return packed
    likely = bisect_left(_WINDOWS, True, key=fits)
    for window in _WINDOWS[likely:] or _WINDOWS[-1:]:
        packed = pack(document, partial(fold, window=window))
        if _size(packed) <= room:
            break
    return packed


def _size(packed: Packed) -> int:
    return len(_head(packed)) + sum(map(len, packed.blocks))


def _head(packed: Packed) -> str:
    return _inline(json.loads(dumps(packed.head)))


def _policy(script: str, style: str) -> str:
    allowed = {
        "default-src": "'none'",
        "script-src": _hash(script),
        "style-src": _hash(style),
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "default",
    }
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _inline(value: Any) -> str:
    r"""Write JSON so that nothing in it can end the script element that holds it.

    >>> print(_inline("</script>桥"))
    "\u003c/script\u003e\u6865"
    """
    text = json.dumps(value, separators=(",", ":"))
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _ascii(text: str, form: str) -> str:
    """Escape all but ASCII: such a page is right in any charset, and takes half the memory while it is made."""
    return _NOT_ASCII.sub(lambda found: form.format(ord(found[0])), text)


def _joined(folder: str, names: Sequence[str], ending: str) -> str:
    return "\n".join(_file(f"{folder}/{name}.{ending}") for name in names)


@cache
def _file(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def _template() -> Any:
    try:
        from jinja2 import Environment, StrictUndefined
    except ModuleNotFoundError:
        raise ConfigError("the audit page needs Jinja2: pip install 'newsclean[report]'") from None
    return Environment(autoescape=True, undefined=StrictUndefined).from_string(_file("page.html.j2"))
