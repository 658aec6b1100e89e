"""Tools for tests and evaluations.

`pollute` puts the junk of scraper sites into a clean article, with gold; `check_rules` runs a rule file's examples.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsclean.testing.pollution import KINDS, Polluted, pollute
    from newsclean.testing.rule_cases import check_rules

__all__ = ["KINDS", "Polluted", "check_rules", "pollute"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    home = "rule_cases" if name == "check_rules" else "pollution"
    value = getattr(import_module(f"newsclean.testing.{home}"), name)
    globals()[name] = value
    return value
