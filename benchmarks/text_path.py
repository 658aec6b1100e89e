"""Measure the text path: MB/s on a mix of polluted pages, as a multiple of NFKC, where the time goes, how it scales.

    python benchmarks/text_path.py [--count 5000] [--profile] [--scaling] [--peer NAME=PYTHON ...]

The mix is made of the repository's own articles and pages, so it is the same everywhere: bodies of 1 to 6 kB of UTF-8,
polluted in up to three ways, and whole pages with their chrome. A share of the characters of each is changed at
random, so that no line of prose occurs twice and nothing can be gained by remembering lines.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

TESTS = Path(__file__).resolve().parent.parent / "tests"
sys.path.insert(0, str(TESTS))
import gold  # noqa: E402
from newsclean.script import detect_script  # noqa: E402
from newsclean.testing import KINDS, pollute  # noqa: E402


def mix(count: int, seed: int = 8) -> list[str]:
    """Return pages to clean: two thirds bodies with pollution, one third whole pages of sites."""
    random = Random(seed)
    texts = [path.read_text(encoding="utf-8").strip() for path in sorted((TESTS / "articles").glob("*.txt"))]
    simplified = [text for text in texts if detect_script(text) == "simplified"]
    traditional = [text for text in texts if detect_script(text) == "traditional"]
    pages = [case.raw for case in map(gold.read, gold.case_files("polluted", "clean"))]
    return [
        _page(random, pages) if i % 3 == 2 else _body(random, traditional if i % 5 == 4 else simplified)
        for i in range(count)
    ]


def _page(random: Random, pages: list[str]) -> str:
    return varied(random.choice(pages), random)


def _body(random: Random, bodies: list[str]) -> str:
    due = random.randint(350, 2000)
    parts = random.choice(bodies).split("\n")
    while sum(map(len, parts)) < due:
        parts += random.choice(bodies).split("\n")[1:]
    kinds = random.sample(KINDS, random.randint(0, 3))
    return pollute(varied("\n".join(parts)[:due], random), kinds, random.randrange(1 << 30)).text


def varied(text: str, random: Random) -> str:
    """Exchange one Han character in fifty with another of the same text."""
    chars = list(text)
    han = [i for i, char in enumerate(chars) if "\u4e00" <= char <= "\u9fff"]
    for _ in range(len(han) // 100):
        i, k = random.choice(han), random.choice(han)
        chars[i], chars[k] = chars[k], chars[i]
    return "".join(chars)
