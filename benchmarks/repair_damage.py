"""Damage clean articles, repair them, and print how much comes back, by kind of damage.

    python benchmarks/repair_damage.py [ARTICLE.txt ...] [--seed N]

Without files: the articles in tests/articles. Lines are counted that the damage changed: `back` came back exactly,
`flagged` did not but carry a flag, `silent` did not and carry none.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable
from pathlib import Path

from newsclean.edits import Revision
from newsclean.repair import repair
from newsclean.testing import damage

Damage = Callable[[str, random.Random], str]


def by_line(change: Callable[[str, random.Random], str]) -> Damage:
    return lambda text, rng: "\n".join(change(line, rng) for line in text.split("\n"))


def dropped(line: str, rng: random.Random, lost: str) -> str:
    size = len(line.encode("gbk", "replace"))
    return damage.drop_byte(line, rng.randrange(2, size), lost) if size > 30 else line


def one_line(written: str, read: str, errors: str = "replace") -> Damage:
    def change(text: str, rng: random.Random) -> str:
        lines = text.split("\n")
        at = rng.choice([i for i, line in enumerate(lines) if line])
        lines[at] = damage.misread(lines[at], written, read, errors)
        return "\n".join(lines)

    return change


def base(text: str, name: str, *, traditional: bool) -> str:
    """Return the text as the encoding of a kind of damage holds it: what it has no code for is not the damage."""
    text = text.encode("gbk", "ignore").decode("gbk")
    text = damage.to_traditional(text) if traditional else text
    return text.encode("cp950", "ignore").decode("cp950") if name.startswith("big5") else text


KINDS: dict[str, tuple[Damage, bool]] = {  # the damage, and whether to a Traditional text
    "gloss, table 1": (lambda text, _: damage.gloss(text, 1), True),
    "gloss, table 2": (lambda text, _: damage.gloss(text, 2), True),
    "gloss, table 3": (lambda text, _: damage.gloss(text, 3), True),
    "gloss, table 3, spaced": (lambda text, _: damage.gloss(text, 3, spaced=True), True),
    "gloss, table 3, bytes dropped": (lambda text, _: damage.gloss(text, 3, lost=""), True),
    "byte lost, shown as ?": (by_line(lambda line, rng: dropped(line, rng, "?")), False),
    "byte lost, not shown": (by_line(lambda line, rng: dropped(line, rng, "")), False),
    "byte lost, Traditional": (by_line(lambda line, rng: dropped(line, rng, "?")), True),
    "cut on bytes, ?": (by_line(lambda line, _: damage.cut(line)), False),
    "cut on bytes, dropped": (by_line(lambda line, _: damage.cut(line, "")), False),
    "utf-8 as latin-1": (by_line(lambda line, _: damage.misread(line, "utf-8", "latin-1")), False),
    "utf-8 as cp1252": (by_line(lambda line, _: damage.misread(line, "utf-8", "cp1252")), False),
    "utf-8 as cp1252, undefined dropped": (
        by_line(lambda line, _: damage.misread(line, "utf-8", "cp1252", "ignore")),
        False,
    ),
    "utf-8 as cp1252, twice": (
        by_line(lambda line, _: damage.misread(damage.misread(line, "utf-8", "cp1252"), "utf-8", "cp1252")),
        False,
    ),
    "one line utf-8 as cp1252": (one_line("utf-8", "cp1252"), False),
    "one line utf-8 as gbk": (one_line("utf-8", "gbk"), False),
    "utf-8 as gbk": (by_line(lambda line, _: damage.misread(line, "utf-8", "gbk")), False),
    "utf-8 as gbk, no user area": (by_line(lambda line, _: line.encode().decode("gbk", "replace")), False),
    "gbk as latin-1": (by_line(lambda line, _: damage.misread(line, "gbk", "latin-1")), False),
    "big5 as latin-1": (by_line(lambda line, _: damage.misread(line, "big5", "latin-1")), True),
    "big5 as gbk": (by_line(lambda line, _: damage.misread(line, "big5", "gbk")), True),
    "gbk as big5": (by_line(lambda line, _: damage.misread(line, "gbk", "big5")), False),
}


def measure(text: str, change: Damage, rng: random.Random) -> tuple[int, int, int, int]:
    """Return lines changed, back, not back but flagged, not back and not flagged."""
    page = change(text, rng)
    revision, flags = repair(Revision(page, page))
    changed = back = flagged = silent = 0
    start = 0
    for clean, damaged, mended in zip(text.split("\n"), page.split("\n"), revision.text.split("\n"), strict=False):
        end = start + len(damaged)
        if damaged != clean:
            changed += 1
            back += mended == clean
            if mended != clean:
                noted = any(flag.start <= end and flag.end >= start for flag in flags)
                flagged, silent = flagged + noted, silent + (not noted)
        start = end + 1
    return changed, back, flagged, silent


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    choices = parser.parse_args()
    files = choices.files or sorted(Path("tests/articles").glob("*.txt"))
    texts = [file.read_text(encoding="utf-8") for file in files]
    print(f"{len(texts)} articles\n{'':36}{'lines':>7}{'back':>8}{'flagged':>9}{'silent':>8}")
    for name, (change, traditional) in KINDS.items():
        rng = random.Random(choices.seed)
        rows = [measure(base(text, name, traditional=traditional), change, rng) for text in texts]
        lines, back, flagged, silent = (sum(column) for column in zip(*rows, strict=True))
        share = [f"{100 * count / max(1, lines):.1f}%" for count in (back, flagged, silent)]
        print(f"{name:36}{lines:7}{share[0]:>8}{share[1]:>9}{share[2]:>8}")


if __name__ == "__main__":
    sys.exit(main())
