"""Write rules and exceptions as a rule file that a person can read on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from newsclean.rules import Exemption, Rule

_KEYS = ("id", "kind", "where", "what", "pattern", "removes", "keeps")


def write_rules(rules: Iterable[Rule], exceptions: Iterable[Exemption]) -> str:
    """Return the TOML of rules and exceptions, each a table, with an empty line between two.

    >>> print(write_rules((), [Exemption("related.heading", "看点", "今日看点")]), end="")
    [[exception]]
    rule = "related.heading"
    text = "看点"
    line = "今日看点"
    """
    tables = [_table("rule", [(key, getattr(rule, key)) for key in _KEYS]) for rule in rules]
    tables += [
        _table("exception", [(key, getattr(row, key)) for key in ("rule", "text", "line", "what")])
        for row in exceptions
    ]
    return "\n".join(tables)


def _table(name: str, values: Iterable[tuple[str, str | Sequence[str] | None]]) -> str:
    return "".join([f"[[{name}]]\n", *(f"{key} = {_value(value)}\n" for key, value in values if value)])


def _value(value: str | Sequence[str] | None) -> str:
    if isinstance(value, str):
        return _string(value)
    return "[" + ", ".join(map(_string, value or ())) + "]"


def _string(text: str) -> str:
    """Write a basic string of TOML: JSON's, but for DEL and lone surrogates, which a file cannot hold."""
    held = text.encode("utf-8", "replace").decode()
    return json.dumps(held, ensure_ascii=False).replace("\x7f", "\\u007f")
