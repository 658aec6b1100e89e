"""What each rule finds, in a sentence of each language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path

from newsclean.rules import select


def sentences(files: Iterable[str | Path] = ()) -> Mapping[str, Mapping[str, str | None]]:
    """Return the sentences of the shipped rules, of those in `files`, and of what code finds, by rule.

    >>> sentences()["layout.title"]["zh"]
    '标题，移入元数据'
    """
    table = resources.files("newsclean").joinpath("data/tables/sentences.tsv").read_text(encoding="utf-8")
    rows = [row.split("\t") for row in table.splitlines() if not row.startswith("#")]
    told: dict[str, Mapping[str, str | None]] = {rule: {"en": en, "zh": zh} for rule, en, zh in rows}
    for rule in select(files).rules:
        told[rule.id] = {"en": rule.what, "zh": told.get(rule.id, {}).get("zh")}
    return told
