"""Tools for tests and evaluations: `pollute` puts the junk of scraper sites into a clean article, with gold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsclean.testing.pollution import KINDS, Polluted, pollute

__all__ = ["KINDS", "Polluted", "pollute"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module("newsclean.testing.pollution"), name)
    globals()[name] = value
    return value
