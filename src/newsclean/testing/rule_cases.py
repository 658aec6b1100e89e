"""The case runner for rule packs: a pack's own examples, for its own tests."""

from __future__ import annotations

from pathlib import Path

from newsclean.rules import failures, load


def check_rules(file: str | Path) -> list[str]:
    r"""Run the examples of a rule file and return a sentence for each that fails; none where all is well.

    Raises RuleError for a file that is no rule file.

    >>> import tempfile
    >>> with tempfile.NamedTemporaryFile("w", suffix=".toml", encoding="utf-8") as file:
    ...     _ = file.write('[[rule]]\nid = "a.b"\nkind = "related"\nwhere = "line"\nwhat = "甲"\n')
    ...     _ = file.write("pattern = '看点'\nremoves = ['看点']\nkeeps = ['今日看点']\n")
    ...     file.flush()
    ...     check_rules(file.name)
    []
    """
    return [failure for rule in load(Path(file)) for failure in failures(rule)]
