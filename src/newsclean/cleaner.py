"""The way of a page: decode, extract, repair, cut, find, convert; every stage marks and `edits` changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from newsclean import edits
from newsclean.body import Found, find_body
from newsclean.decode import decode
from newsclean.edits import Offsets, Revision
from newsclean.errors import ConfigError, nearest
from newsclean.model import REMOVED_KINDS, Article, Byline, Dateline, Encoding, Flag, Script
from newsclean.repair import repair
from newsclean.rules import RuleSet, select
from newsclean.script import convert, detect_script, find_conversions

PUNCTUATION = ("keep", "fullwidth")
FORMS = ("auto", "text", "html")
# Under this share of the text a person should look: a gallery, a log-in wall, or a wrong cut.
_MOSTLY_REMOVED = 0.25
