"""Gold cases in a compact form: parse a ``.case`` file into the raw page and what a cleaner must make of it.

    python tests/gold.py CASES OUT     write NAME.txt (the raw bytes) and NAME.json (the gold) for every case

``tests/cases/README.md`` describes the form.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = Path(__file__).parent / "cases"
KINDS = {
    "navigation",
    "disclaimer",
    "copyright",
    "related",
    "link_farm",
    "advertisement",
    "reprint_notice",
    "engagement",
    "duplicate",
    "markup",
    "injected_keyword",
}
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
        return self.header.get("encoding", "utf-8")

    @property
    def data(self) -> bytes:
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


def case_files(*folders: str) -> list[Path]:
    """List the case files of folders below ``tests/cases`` (all of them by default), in order of path."""
    return sorted(path for folder in folders or ("",) for path in (CASES / folder).rglob("*.case"))


def line_cases(folder: Path) -> Iterator[Case]:
    """Yield the frame's page once for every line of ``removed.tsv`` and ``kept.tsv``, with that line in its place."""
    frame = (folder / "frame.txt").read_text(encoding="utf-8")
    for row in (folder / "removed.tsv").read_text(encoding="utf-8").splitlines():
        kinds, place, text = row.split("\t")
        # what is removed at the tail stands below the editor's line, what is kept stands above it
        yield _framed(frame, "foot" if place == "tail" else place, f"X {kinds} {text}")
    for row in (folder / "kept.tsv").read_text(encoding="utf-8").splitlines():
        place, text = row.split("\t")
        yield _framed(frame, place, f"K {text}")


def _framed(frame: str, place: str, line: str) -> Case:
    page = frame.replace(f"%{place}\n", line + "\n")
    return parse(re.sub(r"^%\w+\n", "", page, flags=re.MULTILINE), line)


def main(cases: str, out: str) -> None:
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    paths = sorted(Path(cases).rglob("*.case"))
    for case in map(read, paths):
        (folder / f"{case.name}.txt").write_bytes(case.data)
        gold = json.dumps(case.gold, ensure_ascii=False, indent=1)
        (folder / f"{case.name}.json").write_text(gold, encoding="utf-8")
    print(f"{len(paths)} cases written to {folder}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
