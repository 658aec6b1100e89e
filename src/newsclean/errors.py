"""The errors that users meet; all derive from `NewscleanError`."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class NewscleanError(Exception):
    """Base of every error that newsclean raises on purpose."""


class ConfigError(NewscleanError):
    """A wrong option: names the key and, where there is one, the nearest right name."""


class RuleError(ConfigError):
    """A wrong rule file: names the file, the rule and the key."""


class ExtraError(ConfigError, ImportError):
    """A package that is not installed: names the extra that brings it."""


class RecordError(NewscleanError):
    """A record of a stream that could not be read: names its place and the reason."""


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint at the known name nearest to `name`, or nothing.

    >>> nearest("advertisment", ["advertisement", "related"])
    "; did you mean 'advertisement'?"
    """
    close = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
