"""The case runner for rule packs: a pack's own examples, for its own tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from newsclean.cleaner import Cleaner
from newsclean.rules import Exceptions, Exemption, Rule, failures, load, load_exceptions
from newsclean.rules.exceptions import squeeze


def check_rules(*files: str | Path) -> list[str]:
    r"""Run the examples of rule files and return a sentence for each that fails; none where all is well.

    An exception fails where its text does not stay in its own line, or keeps a rule of these files from its examples.

    Raises RuleError for a file that is no rule file.

    >>> import tempfile
    >>> with tempfile.NamedTemporaryFile("w", suffix=".toml", encoding="utf-8") as file:
    ...     _ = file.write('[[rule]]\nid = "a.b"\nkind = "related"\nwhere = "line"\nwhat = "甲"\n')
    ...     _ = file.write("pattern = '看点'\nremoves = ['看点']\nkeeps = ['今日看点']\n")
    ...     file.flush()
    ...     check_rules(file.name)
    []
    """
    rules, exceptions = read_rules(files)
    wrong = [failure for rule in rules for failure in failures(rule, Exceptions(exceptions))]
    return wrong + list(_unheld(exceptions, files))


def read_rules(files: Iterable[str | Path]) -> tuple[tuple[Rule, ...], tuple[Exemption, ...]]:
    """Read the rules and the exceptions of rule files; raises RuleError for a file that is none."""
    paths = [Path(file) for file in files]
    rules = tuple(rule for path in paths for rule in load(path))
    return rules, tuple(row for path in paths for row in load_exceptions(path))


def _unheld(exceptions: Iterable[Exemption], files: Iterable[str | Path]) -> Iterator[str]:
    cleaner = Cleaner(script="keep", rules=tuple(files))
    for number, row in enumerate(exceptions, 1):
        left = cleaner.clean(row.line or row.text, form="text").text
        if squeeze(row.text) not in squeeze(left):
            yield f"exception {number}: {row.text!r} does not stay (leaves {left!r})"
