"""Run the rules over article bodies, where hardly anything should go, and print what each rule takes there.

    python benchmarks/rule_precision.py [--examples N] [--rule ID]

Bodies are those of tests/articles, the gold paragraphs of tests/cases/clean and, where a folder `shared` stands beside
the repository, its gold and the bodies of its pages. A hit is not yet a mistake: gold bodies of pages hold noise too.
"""

from __future__ import annotations

import argparse
import json
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent / "tests"
SHARED = TESTS.parent.parent / "shared"
sys.path.insert(0, str(TESTS))
import gold as cases  # noqa: E402
import newsclean  # noqa: E402
from newsclean.rules import builtin  # noqa: E402


def bodies() -> Iterator[tuple[str, str]]:
    for path in sorted((TESTS / "articles").rglob("*.txt")):
        yield path.stem, path.read_text(encoding="utf-8").strip()
    for path in sorted((TESTS / "cases" / "clean").glob("*.case")):
        yield path.stem, "\n".join(cases.read(path).gold["keep"])
    for path in sorted((SHARED / "gold").glob("seed-*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        yield path.stem, "\n".join(record.get("keep_traditional", record["keep"]))
    if (SHARED / "pages" / "dev.tar.xz").exists():
        yield from page_bodies(SHARED / "pages" / "dev.tar.xz")


def page_bodies(archive: Path) -> Iterator[tuple[str, str]]:
    with tarfile.open(archive) as pages:
        for member in pages:
            file = pages.extractfile(member) if member.name.endswith("gold.json") else None
            body = json.load(file).get("body") if file else None
            if body:
                yield Path(member.name).parent.name, body if isinstance(body, str) else "\n".join(body)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--examples", type=int, default=3, help="how many hits of each rule to print")
    parser.add_argument("--rule", help="print this rule alone")
    options = parser.parse_args()
    cleaner = newsclean.Cleaner(script="keep")
    hits: Counter[str] = Counter()
    examples = defaultdict(list)
    texts = characters = taken = 0
    for name, body in bodies():
        texts, characters = texts + 1, characters + len(body)
        for edit in cleaner.clean(body).removed:
            hits[edit.rule] += 1
            taken += len(edit.before)
            examples[edit.rule].append(f"{name}: {edit.before[:60]!r}")
    print(f"{texts} bodies, {characters} characters, {taken} taken ({taken / characters:.2%})")
    for rule, count in hits.most_common():
        if options.rule in (None, rule):
            print(f"{count:5}  {rule}")
            print("".join(f"         {example}\n" for example in examples[rule][: options.examples]), end="")
    print(f"{sum(rule.id not in hits for rule in builtin())} of {len(builtin())} rules take nothing")


if __name__ == "__main__":
    main()
