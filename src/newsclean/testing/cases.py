"""Gold cases in a compact form: a page with what a cleaner must make of it, to be read and checked.

`tests/cases/README.md` of the source describes the form.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.model import REMOVED_KINDS

if TYPE_CHECKING:
    from newsclean.cleaner import Cleaner

KINDS = set(REMOVED_KINDS) - {"byline", "dateline", "title"}
PEOPLE = ("authors", "reporters", "editors", "photographers", "contributors")
FIELDS = {"note", "meta", "title", "published", "source", "dateline", "encoding", *PEOPLE}
ROLES = frozenset("TMKEX")
INLINE = re.compile(r"\{\{(?:\+(?P<injected>.*?)|m:(?P<meta>.*?)|(?P<before>[^{}]*?)=(?P<after>[^{}]*?))\}\}")
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


class CaseError(ValueError):
    """A case file does not follow the form."""


@dataclass
class Case:
    """One page: its raw bytes, and the gold that a cleaned article is held against."""

    name: str
    header: dict[str, str]
    raw: str = ""
    keep: list[str] = field(default_factory=list)
    either: list[str] = field(default_factory=list)
    removed: list[dict[str, object]] = field(default_factory=list)
    injected: list[str] = field(default_factory=list)
    repairs: list[dict[str, str]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    @property
    def encoding(self) -> str:
        """The Python codec of the page."""
        return self.header.get("encoding", "utf-8")

    @property
    def data(self) -> bytes:
        """The very bytes of the page."""
        return self.raw.encode(self.encoding)

    @property
    def gold(self) -> dict[str, object]:
        """The gold as one JSON object; a field that the case does not state is not there."""
        return {
            "id": self.name,
            "raw": self.name + ".txt",
            "encoding": self.encoding,
            **self._metadata(),
            "keep": self.keep,
            "either": self.either,
            "removed": self.removed,
            "injected": self.injected,
            "repairs": self.repairs,
        }

    def _metadata(self) -> dict[str, object]:
        stated = dict(self.header)
        if stated.get("meta") == "all":
            stated = dict.fromkeys(("title", "published", "source", "dateline", *PEOPLE), "") | stated
        byline: dict[str, object] = {name: _names(stated[name]) for name in PEOPLE if name in stated}
        if "source" in stated:
            byline["source"] = stated["source"] or None
        found: dict[str, object] = {name: stated[name] or None for name in ("title", "published") if name in stated}
        if "dateline" in stated:
            parts = dict(zip(("agency", "place", "date"), map(str.strip, stated["dateline"].split("|")), strict=False))
            found["dateline"] = {name: value for name, value in parts.items() if value} or None
        return found | {"byline": byline}


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(";") if name.strip()]


def parse(text: str, name: str = "case") -> Case:
    """Parse the text of a case file; a line that does not follow the form raises `CaseError` with its number."""
    head, rule, body = text.partition("\n---\n")
    if not rule:
        raise CaseError(f"{name}: no line of three dashes after the header")
    case = Case(name, _header(head, name))
    open_paragraph = ""
    for number, line in enumerate(body.split("\n"), head.count("\n") + 3):
        if not line.strip():
            continue
        if line.strip() == "_":
            case.raw += "\n"
            continue
        role, glued, kinds, written = _split(line, f"{name}:{number}")
        raw, clean = _readings(case, written)
        case.raw += raw if glued else raw + "\n"
        if role == "K" and glued:
            open_paragraph += clean
            continue
        if role == "K" or open_paragraph:
            case.keep.append((open_paragraph + (clean if role == "K" else "")).strip())
            open_paragraph = ""
        _file_away(case, role, kinds, raw.strip(), clean.strip())
    if open_paragraph:
        case.keep.append(open_paragraph.strip())
    return case


def _header(head: str, name: str) -> dict[str, str]:
    header = {}
    for line in head.splitlines():
        key, _, value = line.partition(" ")
        if key[:1] != "@" or key[1:] not in FIELDS or key[1:] in header:
            raise CaseError(f"{name}: header line {line!r}")
        header[key[1:]] = value.strip()
    return header


def _split(line: str, place: str) -> tuple[str, bool, list[str], str]:
    """Take a line apart: its role, whether the next line is glued on, the kinds of an X, and the text as written."""
    role, _, text = line.partition(" ")
    kinds: list[str] = []
    if role in {"X", "x"}:
        kind, _, text = text.partition(" ")
        kinds = kind.split("|")
        if not set(kinds) <= KINDS:
            raise CaseError(f"{place}: kind {kind!r}")
    if role.upper() not in ROLES or not text:
        raise CaseError(f"{place}: {line!r} has no role or no text")
    return role.upper(), role.islower(), kinds, ESCAPE.sub(lambda m: chr(int(m[1], 16)), text.removeprefix("|"))


def _readings(case: Case, written: str) -> tuple[str, str]:
    """Give the text as the page has it and as the cleaned article has it, and note what is between."""
    for found in INLINE.finditer(written):
        if found["injected"] is not None:
            case.injected.append(found["injected"])
        elif found["meta"] is None:
            case.repairs.append({"before": found["before"], "after": found["after"]})
    raw = INLINE.sub(lambda m: next(m[g] for g in ("injected", "meta", "before") if m[g] is not None), written)
    return raw, INLINE.sub(lambda m: m["after"] or "", written)


def _file_away(case: Case, role: str, kinds: list[str], raw: str, clean: str) -> None:
    if role == "T":
        case.titles.append(raw)
    elif role == "E":
        case.either.append(clean)
    elif role == "X":
        case.removed.append({"kind": kinds[0], "text": raw} | ({"kinds": kinds} if len(kinds) > 1 else {}))


def read(path: Path) -> Case:
    """Read one case file."""
    return parse(path.read_text(encoding="utf-8"), path.stem)


def check_case(case: Case, cleaner: Cleaner) -> list[str]:
    r"""Clean the page of a case and return a sentence for each paragraph that is missing or too many.

    Texts are compared after NFKC and without white space; the cleaner should leave the script as it is.

    >>> from newsclean import Cleaner
    >>> check_case(parse("@note a page\n---\nK 雨停了。\nK 返回首页"), Cleaner(script="keep"))
    ['case: does not keep 返回首页']
    """
    either = set(map(_bare, case.either))
    wanted = Counter(map(_bare, case.keep))
    got = Counter(bare for bare in map(_bare, cleaner.clean(case.data, form="text").paragraphs) if bare not in either)
    missing = [f"{case.name}: does not keep {text}" for text in wanted - got]
    return missing + [f"{case.name}: leaves {text}" for text in got - wanted]


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
