"""Set single lines into a page, one at a time, and print how many the cleaner treats as gold says.

    python benchmarks/lines.py [--show]

A line to be removed counts if it alone goes; a line to be kept counts if the whole body stays.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent / "tests"
sys.path.insert(0, str(TESTS))
import gold  # noqa: E402
import newsclean  # noqa: E402


def norm(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--show", action="store_true", help="print the lines that are treated wrongly")
    show = parser.parse_args().show
    cleaner = newsclean.Cleaner(script="keep")
    for folder in (gold.CASES / "lines", gold.CASES / "heldout" / "lines"):
        right, total = Counter(), Counter()
        for case in gold.line_cases(folder):
            kind = str(case.removed[0]["kind"]) if case.removed else "kept"
            body = [norm(paragraph) for paragraph in cleaner.clean(case.data).paragraphs]
            good = body == [norm(paragraph) for paragraph in case.keep]
            total[kind] += 1
            right[kind] += good
            if show and not good:
                print(f"  {kind}: {case.name}")
        rates = ", ".join(f"{kind} {right[kind]}/{total[kind]}" for kind in sorted(total))
        print(f"{folder.relative_to(gold.CASES)}: {sum(right.values())}/{sum(total.values())}: {rates}")


if __name__ == "__main__":
    main()
