"""Recall and body loss of the finders on polluted copies of clean articles, by kind and part of the lexicon.

    python benchmarks/find_pollution.py ARTICLES... [--seeds N] [--misses N]

ARTICLES are text files, folders of them, or JSON files that hold a list of texts or of {"title", "body"}. The headline
is the file's first line where the line has no full stop. Recall counts characters of the gold that a finder marked;
body loss counts marked characters outside the gold.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.find import find_spam
from newsclean.matching import read_page
from newsclean.testing import Polluted, pollute

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = (
    "cyclic_fragments",
    "headline_clauses",
    "brand",
    "brand_forms",
    "headline_brand",
    "decorated_brand",
    "advertisement",
    "query",
    "offer",
    "watermark",
    "link_farm",
    "random_symbols",
)


def articles(paths: list[Path]) -> Iterator[tuple[str | None, str]]:
    for path in paths:
        if path.is_dir():
            yield from articles(sorted(path.iterdir()))
        elif path.suffix == ".json":
            for row in json.loads(path.read_text(encoding="utf-8")):
                yield (None, row) if isinstance(row, str) else (row.get("title"), row.get("body") or "")
        elif path.suffix == ".txt":
            text = path.read_text(encoding="utf-8")
            first = text.partition("\n")[0]
            yield (first if "。" not in first else None, text)


def covered(done: Polluted, hint: str | None) -> tuple[int, int, list[str], list[str]]:
    """Return gold characters found, gold characters, gold pieces missed, and pieces of the body marked."""
    marks, _ = find_spam(read_page(done.text, hint))
    out = bytearray(len(done.text))
    for mark in marks:
        out[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
    found = total = 0
    missed = []
    for gold in done.marks:
        want = [i for i in range(gold.start, gold.end) if not done.text[i].isspace()]
        hit = sum(out[i] for i in want)
        found, total = found + hit, total + len(want)
        if hit < len(want):
            before, behind = done.text[max(0, gold.start - 6) : gold.start], done.text[gold.end : gold.end + 6]
            missed.append(f"{before}[{done.text[gold.start : gold.end]}]{behind}")
        out[gold.start : gold.end] = bytes(gold.end - gold.start)
    lost = "".join(c if out[i] and not c.isspace() else " " for i, c in enumerate(done.text)).split()
    return found, total, missed, lost


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--hint", action="store_true", help="tell the finders the headline")
    parser.add_argument("--kind", action="append")
    options = parser.parse_args()
    texts = [(title, body) for title, body in articles(options.paths) if len(body) >= 200]
    print(f"{len(texts)} articles, {sum(len(body) for _, body in texts)} characters, {options.seeds} seeds")
    head = ("kind", "lexicon", "articles", "pieces", "whole", "recall", "lost", "per 100,000")
    print("{:18} {:8} {:>8} {:>7} {:>7} {:>7} {:>5} {:>12}".format(*head))
    for kind in options.kind or KINDS:
        for lexicon in ("known", "unknown"):
            sums: Counter[str] = Counter()
            misses, losses = [], []
            for seed in range(options.seeds):
                for n, (title, body) in enumerate(texts):
                    done = pollute(body, [kind], seed * 10_000 + n, lexicon=lexicon, title=title)
                    if not done.marks:
                        continue
                    found, total, missed, lost = covered(done, title if options.hint else None)
                    sums.update(
                        articles=1,
                        found=found,
                        total=total,
                        pieces=len(done.marks),
                        missed=len(missed),
                        body=len(body),
                        lost=sum(map(len, lost)),
                    )
                    misses += missed
                    losses += lost
            if sums["articles"]:
                whole = 1 - sums["missed"] / sums["pieces"]
                recall, loss = sums["found"] / sums["total"], 1e5 * sums["lost"] / sums["body"]
                counts = f"{sums['articles']:8} {sums['pieces']:7}"
                print(f"{kind:18} {lexicon:8} {counts} {whole:7.4f} {recall:7.4f} {sums['lost']:5} {loss:12.2f}")
            for text in misses[: options.misses]:
                print("    missed", text.replace("\n", "/")[:150])
            for text in losses[: options.misses]:
                print("    lost", text[:100])


if __name__ == "__main__":
    main()
