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
from newsclean.matching import fold
from newsclean.model import REMOVED_KINDS
from newsclean.rules.exceptions import Exceptions, Exemption, squeeze
from newsclean.rules.rule import WHERE, Rule, compile_pattern
from newsclean.rules.rule_set import RuleSet

_TABLES = ("rule", "exception")
_REQUIRED = ("id", "kind", "where", "what", "pattern", "removes", "keeps")
_OF_EXCEPTION = ("rule", "text", "line", "what")
_RANGE = re.compile("([^\x00-\x7f])-([^\x00-\x7f])")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+")


def load(file: Path | Traversable) -> tuple[Rule, ...]:
    """Read and check the rules of one rule file.

    Raises RuleError naming the file, the rule and the key that is wrong.
    """
    rules = tuple(_rule(row, str(file), number) for number, row in enumerate(_tables(file)["rule"], 1))
    _check_unique(rules)
    return rules


def load_exceptions(file: Path | Traversable) -> tuple[Exemption, ...]:
    """Read and check the exceptions of one rule file; raises RuleError as `load` does."""
    return tuple(_exception(row, str(file), number) for number, row in enumerate(_tables(file)["exception"], 1))


def _tables(file: Path | Traversable) -> dict[str, list[dict[str, Any]]]:
    """Read a rule file and return its tables by name."""
    name = str(file)
    try:
        found = tomllib.loads(file.read_bytes().decode("utf-8"))
    except OSError as error:
        raise RuleError(f"{name}: cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RuleError(f"{name}: not a rule file: {error}") from error
    for key, rows in found.items():
        if key not in _TABLES:
            raise RuleError(f"{name}: unknown key {key!r}{nearest(key, _TABLES)}")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise RuleError(f"{name}: {key!r} must be written as [[{key}]] tables")
    return {table: [] for table in _TABLES} | found


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
    """Return the shipped rules and those of `files` with their exceptions, without the rules named in `off`.

    Raises RuleError for a file that cannot be read and for an unknown id.
    """
    rules, exceptions = list(builtin()), list[Exemption]()
    for file in map(Path, files):
        rules += load(file)
        exceptions += load_exceptions(file)
    _check_unique(rules)
    known = {rule.id for rule in rules}
    unwanted = set(off)
    for rule_id in sorted(unwanted - known):
        raise RuleError(f"no rule {rule_id!r}{nearest(rule_id, known)}")
    return RuleSet(tuple(rule for rule in rules if rule.id not in unwanted), Exceptions(tuple(exceptions)))


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


def _exception(row: dict[str, Any], file: str, number: int) -> Exemption:
    at = f"{file}: exception {number}"
    for key in row:
        if key not in _OF_EXCEPTION:
            raise RuleError(f"{at}: unknown key {key!r}{nearest(key, _OF_EXCEPTION)}")
        if not isinstance(row[key], str) or not squeeze(row[key]):
            raise RuleError(f"{at}: key {key!r} must be a string that is not empty")
    for key in ("rule", "text"):
        if key not in row:
            raise RuleError(f"{at}: key {key!r} is missing")
    if not _ID.fullmatch(row["rule"]):
        raise RuleError(f"{at}: key 'rule' must be the id of a rule, such as 'related.heading'")
    if squeeze(row["text"]) not in squeeze(row.get("line", row["text"])):
        raise RuleError(f"{at}: key 'line' must hold the text of key 'text'")
    return Exemption(**row)


def _check_pattern(pattern: str, at: str) -> None:
    try:
        regex = compile_pattern(pattern)
    except re.error as error:
        raise RuleError(f"{at}: key 'pattern': {error}") from error
    if regex.match(""):
        raise RuleError(f"{at}: key 'pattern' matches the empty string")
    for first, last in _RANGE.findall(pattern):
        if ord(fold(last)) - ord(fold(first)) != ord(last) - ord(first):
            raise RuleError(f"{at}: key 'pattern': {first}-{last} is another range on folded text: list its characters")


def _check_unique(rules: Sequence[Rule]) -> None:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise RuleError(f"{rule.pack}: rule {rule.id!r}: key 'id' is used twice")
        seen.add(rule.id)
