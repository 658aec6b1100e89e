"""How often the finders take a name out of a sentence that tells of it: brands/told.txt with names of every kind.

    python benchmarks/told_brands.py ARTICLES... [--seeds N] [--show N]

ARTICLES are as those of find_pollution.py; each sentence is told, once in each of them that chance picks, as a
paragraph or inside one, of a name that the lexicon has for sure, of one that firms share, and of one that it lacks.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from random import Random

from find_pollution import articles

from newsclean.find import find_spam
from newsclean.find.tables import rows
from newsclean.matching import read_page

_SEARCHED = re.compile(
    r"官网|官方网站|下载|注册|资料|一码|一肖|\d{4}|app$|计划|网[投址]|赢家|王中王|上下分|手机版|精准"
)
_NEW = ("岚鲸体育", "澜驰国际", "炫禾电竞", "珑跃娱乐", "KVD体育", "汐舟app", "铂鹿平台", "骏澄棋牌", "泊鲸官网")


def names() -> dict[str, list[str]]:
    """Return names by their kind; what only those who paste them say (乐鱼官网, 一肖一码) is left out."""
    known = [(name, sort) for name, sort in rows("brands") if not _SEARCHED.search(name)]
    kinds = {kind: [name for name, sort in known if sort == kind] for kind in ("strong", "weak")}
    return kinds | {"new": list(_NEW)}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    bodies = [body for _, body in articles(options.paths) if body.count("。\n") > 2]
    frames = (Path(__file__).parent / "brands" / "told.txt").read_text(encoding="utf-8").splitlines()
    print(f"{len(frames)} sentences, {options.seeds} times each")
    for kind, words in names().items():
        random = Random(kind)
        taken = []
        for frame in frames * options.seeds:
            body, told = random.choice(bodies), frame.format(random.choice(words))
            at = random.choice([found.end() for found in re.finditer("。\n", body)])
            page = read_page(body[:at] + told + random.choice(("", "\n")) + body[at:])
            if any(mark.start < at + len(told) and at < mark.end for mark in find_spam(page)[0]):
                taken.append(told)
        print(f"{kind:8} {len(taken) / len(frames) / options.seeds:.3f}")
        for told in random.sample(taken, min(options.show, len(taken))):
            print("   ", told)


if __name__ == "__main__":
    main()
