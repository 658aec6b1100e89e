"""The lines of a review: what was judged, and the text around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

from newsclean.edits import Revision
from newsclean.errors import RecordError
from newsclean.model import REPAIR_KINDS, Edit
from newsclean.repair import repair
from newsclean.rules.exceptions import squeeze

_NEAR = 40  # characters on either side of a text that say where it stands
VERDICTS = ("keep", "noise")
_RULE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+")
_STRINGS = ("text", "before", "after", "rule", "kind", "note", "source", "url")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A removal that was wrong (`keep`), or text that should have gone (`noise`).

    `before` and `after` are some characters around the text; `start` and `end` are its place in `source`, where the
    whole source is at hand. `place` is where the verdict itself was read.
    """

    place: str
    verdict: str
    text: str
    before: str = ""
    after: str = ""
    rule: str | None = None
    kind: str | None = None
    note: str = ""
    index: int | None = None
    url: str | None = None
    start: int = 0
    end: int = 0
    source: str | None = None

    def placed(self, source: str | None) -> Verdict:
        """Return the verdict with its source, if its text stands there where it says."""
        found = source is not None and source[self.start : self.end] == self.text
        return replace(self, source=source if found else None)


def read_verdict(place: str, found: Mapping[str, Any]) -> Verdict:
    """Read a verdict; raise `RecordError` where it is none, or none that can be applied.

    >>> read_verdict("review.jsonl:1", {"verdict": "keep", "rule": "related.heading", "text": "看点"}).text
    '看点'
    """
    strings = {name: found[name] for name in _STRINGS if found.get(name) is not None}
    numbers = {name: found[name] for name in ("index", "start", "end") if found.get(name) is not None}
    verdict = found.get("verdict")
    if verdict not in VERDICTS:
        raise RecordError(f"a verdict is keep or noise, not {verdict!r}")
    for values, wanted in ((strings, str), (numbers, int)):
        for name, value in values.items():
            if not isinstance(value, wanted):
                raise RecordError(f"{name!r} must be {'a string' if wanted is str else 'a number'}")
    if not squeeze(strings.get("text", "")):
        raise RecordError("'text' is missing or empty")
    if verdict == "keep" and strings.get("kind") in REPAIR_KINDS:
        raise RecordError(f"a repair ({strings['kind']}) is no removal; nothing can be excepted from it")
    if verdict == "keep" and not _RULE.fullmatch(strings.get("rule", "")):
        raise RecordError("'rule' must be the id of the rule that was wrong")
    source = strings.pop("source", None)
    return Verdict(place, verdict, **strings, **numbers).placed(source)


class Piece(NamedTuple):
    """A text with what stands before and after it on its line, or on its first and last, as the finders see them."""

    before: str
    text: str
    after: str


def repaired(verdict: Verdict) -> Piece:
    r"""Return the text of a verdict in its line, repaired as its page is, unless that leaves nothing of the text.

    >>> repaired(Verdict("", "keep", "路灯", before="甲\n我们的", after="&amp;桥\n乙"))
    Piece(before='我们的', text='路灯', after='&桥')
    """
    source, start, end = verdict.source, verdict.start, verdict.end
    if source is None:
        source, start = verdict.before + verdict.text + verdict.after, len(verdict.before)
        end = start + len(verdict.text)
    first = max(source.rfind("\n", 0, start) + 1, start - _NEAR)
    last = source.find("\n", end)
    last = min(len(source) if last < 0 else last, end + _NEAR)
    before, text, after = (_read(source, *span) for span in ((first, start), (start, end), (end, last)))
    return Piece(before, text if squeeze(text) else verdict.text, after)


def _read(source: str, start: int, end: int) -> str:
    """Return how a span of a source reads when the source is repaired."""
    parts, at = [], start
    for edit in _repairs(source):
        if start <= edit.start and edit.end <= end:
            parts += [source[at : edit.start], edit.after]
            at = edit.end
    return "".join([*parts, source[at:end]])


@lru_cache(maxsize=4)
def _repairs(source: str) -> tuple[Edit, ...]:
    return repair(Revision(source, source))[0].record()
