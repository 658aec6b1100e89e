"""OpenCC's configurations mended for news: names and words that its dictionaries get wrong."""

from __future__ import annotations

import dataclasses
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from newsclean.script.chain import Chain
from newsclean.script.dictionaries import read_configuration

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def read_mended(name: str) -> Chain:
    """Return the conversion of a configuration, mended, and without output that few fonts can show.

    >>> read_mended("s2t").convert("余华等60余人"), read_mended("tw2s").convert("土著")
    ('余華等60餘人', '土著')
    """
    configuration = read_configuration(name, tofu=False)
    if name.startswith("s2"):
        words = dict(_read_words())
        tables = ({**configuration.tables[0], **words}, *configuration.tables[1:])
    elif name.endswith("2s"):
        words = {traditional: simplified for simplified, traditional in _read_words() if len(simplified) > 1}
        words |= _simplified_already({**configuration.tables[-1], **words})
        as_is = [{**table, **{word: word for word in words}} for table in configuration.tables[:-1]]
        tables = (*as_is, {**configuration.tables[-1], **words})
    else:
        return Chain.of(configuration)
    segments = configuration.segments and configuration.segments | {word for word in words if len(word) > 1}
    return Chain.of(dataclasses.replace(configuration, tables=tables, segments=segments))


def _simplified_already(table: Mapping[str, str]) -> dict[str, str]:
    """Return the words of a table's output that the table itself would change: 萧乾, which is in no dictionary.

    They stand in the Simplified half of a line in both scripts.
    """
    changed = {key for key, value in table.items() if key != value and len(key) == 1}
    return {
        word: word for word in table.values() if len(word) > 1 and word not in table and not changed.isdisjoint(word)
    }


@cache
def _read_words() -> tuple[tuple[str, str], ...]:
    text = resources.files("newsclean").joinpath("data/tables/script_words.tsv").read_text(encoding="utf-8")
    rows = (row.split("\t") for row in text.splitlines() if row and not row.startswith("#"))
    return tuple((simplified, traditional) for simplified, traditional in rows)
