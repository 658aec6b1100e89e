"""newsclean: clean scraped Chinese news, with every removal on record.

Importing does no work: each name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsclean.cleaner import Cleaner, clean, clean_extracted
    from newsclean.decoding import Decoded, decode
    from newsclean.errors import ConfigError, NewscleanError, RecordError, RuleError
    from newsclean.model import Article, Byline, Dateline, Edit, Encoding, Flag, Script
    from newsclean.script import convert, detect_script

__all__ = [
    "Article",
    "Byline",
    "Cleaner",
    "ConfigError",
    "Dateline",
    "Decoded",
    "Edit",
    "Encoding",
    "Flag",
    "NewscleanError",
    "RecordError",
    "RuleError",
    "Script",
    "clean",
    "clean_extracted",
    "convert",
    "decode",
    "detect_script",
]
_HOMES = {
    "cleaner": ("Cleaner", "clean", "clean_extracted"),
    "decoding": ("Decoded", "decode"),
    "errors": ("ConfigError", "NewscleanError", "RecordError", "RuleError"),
    "model": ("Article", "Byline", "Dateline", "Edit", "Encoding", "Flag", "Script"),
    "script": ("convert", "detect_script"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        try:
            return version("newsclean")
        except PackageNotFoundError:
            return "0"
    if name in _HOME:
        value = getattr(import_module(f"newsclean.{_HOME[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'newsclean' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
