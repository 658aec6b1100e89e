"""Rule files: TOML, checked when they are loaded, so that a wrong key is named before anything is cleaned."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from newsclean.errors import RuleError, nearest
from newsclean.model import REMOVED_KINDS
from newsclean.rules.rule import WHERE, Rule, compile_pattern
from newsclean.rules.rule_set import RuleSet

_REQUIRED = ("id", "kind", "where", "what", "pattern", "removes", "keeps")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+")


def load(file: Path | Traversable) -> tuple[Rule, ...]:
    """Read and check one rule file.

    Raises RuleError naming the file, the rule and the key that is wrong.
    """
    name = str(file)
    try:
        tables = tomllib.loads(file.read_bytes().decode("utf-8"))
    except OSError as error:
        raise RuleError(f"{name}: cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RuleError(f"{name}: not a rule file: {error}") from error
    for key in tables:
        if key != "rule":
            raise RuleError(f"{name}: unknown key {key!r}{nearest(key, ['rule'])}")
    rows = tables.get("rule", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise RuleError(f"{name}: 'rule' must be written as [[rule]] tables")
    rules = tuple(_rule(row, name, number) for number, row in enumerate(rows, 1))
    _check_unique(rules)
    return rules


@cache
def builtin() -> tuple[Rule, ...]:
    """Return the rules that newsclean ships, and those of installed packs (entry point `newsclean.rules`)."""
    packs: list[Traversable] = [resources.files("newsclean").joinpath("data/rules")]
    packs += [resources.files(entry.load()) for entry in metadata.entry_points(group="newsclean.rules")]
    rules: list[Rule] = []
    for pack in packs:
        for file in sorted(pack.iterdir(), key=lambda f: f.name):
            if file.name.endswith(".toml"):
                rules += load(file)
    _check_unique(rules)
    return tuple(rules)


def select(files: Iterable[str | Path], off: Iterable[str] = ()) -> RuleSet:
    """Return the shipped rules and those of `files`, without those named in `off`.

    Raises RuleError for a file that cannot be read and for an unknown id.
    """
    rules = list(builtin())
    for file in files:
        rules += load(Path(file))
    _check_unique(rules)
    known = {rule.id for rule in rules}
    unwanted = set(off)
    for rule_id in sorted(unwanted - known):
        raise RuleError(f"no rule {rule_id!r}{nearest(rule_id, known)}")
    return RuleSet(tuple(rule for rule in rules if rule.id not in unwanted))


def _rule(row: dict[str, Any], file: str, number: int) -> Rule:
    at = f"{file}: rule {row.get('id', number)!r}"
    for key in row:
        if key not in _REQUIRED:
            raise RuleError(f"{at}: unknown key {key!r}{nearest(key, _REQUIRED)}")
    for key in _REQUIRED:
        if key not in row:
            raise RuleError(f"{at}: key {key!r} is missing")
        wanted = list if key in ("removes", "keeps") else str
        if not isinstance(row[key], wanted) or not row[key] or not all(isinstance(item, str) for item in row[key]):
            what = "a list of at least one string" if wanted is list else "a string that is not empty"
            raise RuleError(f"{at}: key {key!r} must be {what}")
    if not _ID.fullmatch(row["id"]):
        raise RuleError(f"{at}: key 'id' must be family.what-is-found in kebab-case")
    for key, known in (("kind", REMOVED_KINDS), ("where", WHERE)):
        if row[key] not in known:
            raise RuleError(f"{at}: key {key!r}: unknown {key} {row[key]!r}{nearest(row[key], known)}")
    _check_pattern(row["pattern"], at)
    values = {key: row[key] for key in _REQUIRED if key not in ("removes", "keeps")}
    return Rule(**values, removes=tuple(row["removes"]), keeps=tuple(row["keeps"]), pack=Path(file).stem)


def _check_pattern(pattern: str, at: str) -> None:
    try:
        regex = compile_pattern(pattern)
    except re.error as error:
        raise RuleError(f"{at}: key 'pattern': {error}") from error
    if regex.match(""):
        raise RuleError(f"{at}: key 'pattern' matches the empty string")


def _check_unique(rules: Sequence[Rule]) -> None:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise RuleError(f"{rule.pack}: rule {rule.id!r}: key 'id' is used twice")
        seen.add(rule.id)
