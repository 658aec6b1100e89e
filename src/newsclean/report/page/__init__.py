"""The audit page: one HTML file that holds its text, its looks, its plots and its records, and asks for nothing else.

The page runs from a disk. Its Content-Security-Policy lets in the very script and style that stand in it, by their
hashes, and nothing from outside; what a record holds is text and never becomes markup.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from functools import cache, partial
from importlib import resources
from typing import Any

from newsclean.errors import ConfigError
from newsclean.report.document import Document, dumps
from newsclean.report.page.packing import Packed, fold, pack, whole_characters

# Bytes of a page: a browser opens this at once, and a mail server takes it.
LIMIT = 20_000_000
# Characters that stay on either side of what went, when a page would be larger than its limit.
_WINDOWS = (800, 400, 200, 100, 40)
_SCRIPTS = (
    *("dom", "words", "kinds", "text", "load", "route", "filter", "charts", "overview"),
    *("verdicts", "list", "fields", "record", "inspect", "rules", "compare", "review", "keys", "main"),
)
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
    has_plots = document.totals.records > 1
    parts = {
        "title": whole_characters(document.title),
        "script": _joined("script", _SCRIPTS, "js", _file("vendor/echarts.js") if has_plots else ""),
        "style": _joined("style", _STYLES, "css"),
        "words": _inline(json.dumps(json.loads(_file("words.json")), ensure_ascii=False, separators=(",", ":"))),
    }
    packed = _fitting(document, limit - sum(len(part.encode()) for part in parts.values()))
    page: str = template.render(
        parts, policy=_policy(parts["script"], parts["style"]), head=_written(packed), blocks=packed.blocks
    )
    return page


def _fitting(document: Document, room: int) -> Packed:
    packed = pack(document)
    for window in _WINDOWS:
        if len(_written(packed)) + sum(map(len, packed.blocks)) <= room:
            break
        packed = pack(document, partial(fold, window=window))
    return packed


def _written(packed: Packed) -> str:
    return _inline(dumps(packed.head).decode())


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


def _inline(text: str) -> str:
    r"""Escape JSON so that nothing in it can end the script element that holds it.

    >>> print(_inline('"</script>"'))
    "\u003c/script\u003e"
    """
    for character in "<>&\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _joined(folder: str, names: Sequence[str], ending: str, before: str = "") -> str:
    parts = [_file(f"{folder}/{name}.{ending}") for name in names]
    text = "\n".join(parts)
    return f'{before}\n(() => {{\n"use strict";\n{text}\n}})();\n' if ending == "js" else text


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
