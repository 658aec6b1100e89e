"""The values that pass between stages and to users: frozen, without behaviour beyond views of themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

REMOVED_KINDS = (
    "navigation",
    "byline",
    "dateline",
    "title",
    "disclaimer",
    "copyright",
    "reprint_notice",
    "related",
    "link_farm",
    "advertisement",
    "injected_keyword",
    "engagement",
    "markup",
    "duplicate",
    "profile",
)
REPAIR_KINDS = ("mojibake", "gbk_shift", "pinyin_gloss", "entity", "invisible", "width", "spacing", "script")


class Mark(NamedTuple):
    """What a stage says about a span of the text it was given: nothing changes until `edits` applies it.

    `start` and `end` are code points, half-open, never empty. `after` is the replacement: empty for a removal.
    `confidence` is between 0 and 1.

    >>> Mark(0, 2, "layout", "navigation", "navigation.login")
    Mark(start=0, end=2, stage='layout', kind='navigation', rule='navigation.login', after='', confidence=1.0)
    """

    start: int
    end: int
    stage: str
    kind: str
    rule: str
    after: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Edit:
    """One change on record: `before` is the source between `start` and `end`, `after` what stands there now.

    `confidence` is between 0 and 1, to two digits; 1 also where the stage states none.
    """

    start: int
    end: int
    before: str
    after: str
    stage: str
    kind: str
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Flag:
    """What a person should look at and no rule can mend; `start` and `end` are code points of the source."""

    flag: str
    start: int
    end: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Byline:
    """Who made the article, each in the role that the page gives."""

    source: str | None = None
    authors: tuple[str, ...] = ()
    reporters: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dateline:
    """The 电头 of a report, such as 新华社 / 北京 / 8月1日."""

    agency: str | None = None
    place: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Encoding:
    """How bytes became text: `how` is bom, declared, detected, given or text."""

    name: str = "utf-8"
    how: str = "text"
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class Undecodable:
    """A byte of the input that stands as U+FFFD in the text: its offset in the bytes and its value."""

    offset: int
    value: int


@dataclass(frozen=True, slots=True)
class Script:
    """The script of the body before and after: simplified, traditional, mixed or none."""

    detected: str = "none"
    output: str = "none"


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article with the record of everything that was changed to get it.

    `edits` are sorted and disjoint; with `text` they give the source back (`restore`).
    """

    text: str = ""
    title: str | None = None
    byline: Byline = Byline()
    published: str | None = None
    dateline: Dateline | None = None
    id: str | None = None
    url: str | None = None
    script: Script = Script()
    encoding: Encoding = Encoding()
    edits: tuple[Edit, ...] = ()
    flags: tuple[Flag, ...] = ()
    undecodable: tuple[Undecodable, ...] = ()

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the body, in order."""
        return self.text.split("\n") if self.text else []

    @property
    def removed(self) -> list[Edit]:
        """The edits that took text out, or moved it into the metadata."""
        return [edit for edit in self.edits if edit.kind in _REMOVED]

    @property
    def repairs(self) -> list[Edit]:
        """The edits that mended, converted or respaced text."""
        return [edit for edit in self.edits if edit.kind not in _REMOVED]

    def restore(self) -> str:
        """Give back the decoded input (for HTML: the extracted text), character by character."""
        from newsclean.edits import revert

        return revert(self.text, self.edits)

    def to_dict(self, provenance: str = "full") -> dict[str, Any]:
        """Return the JSON record; `provenance` is full, summary (no texts of repairs, no ledger) or none."""
        from newsclean.record import to_dict

        return to_dict(self, provenance)


_REMOVED = frozenset(REMOVED_KINDS)
