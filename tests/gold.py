"""The gold cases of this folder, and the form's parser; from the shell, write every case as a page and its gold.

    python tests/gold.py CASES OUT     write NAME.txt (the raw bytes) and NAME.json (the gold) for every case

``tests/cases/README.md`` describes the form.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.testing.cases import PEOPLE, Case, CaseError, parse, read

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CASES", "PEOPLE", "Case", "CaseError", "case_files", "line_cases", "main", "parse", "read"]
CASES = Path(__file__).parent / "cases"


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
