"""Clean the text that another extractor takes from pages with gold; print what goes of bodies and stays of pages.

    python benchmarks/left_over.py PAGES [--show]

PAGES holds one directory a page: page.html and gold.json with `kind` and `body`. The text is that of trafilatura with
its default settings, given to `clean_extracted` without the page. A line is body if most of its 4-grams are in the gold
body. Credits and headlines count as neither, since a cleaner moves them to the metadata. The sorts of lines are
those that extractors of Chinese news leave: see SORTS.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from fit_extraction import furniture, grams, norm, part

import newsclean

SORTS = {
    "source, date": r"来源[:：]|來源[:：]|稿源|^\W*(19|20)\d\d\s?[-/.年]\s?\d{1,2}",
    "editor": r"[责責][任编編]|[编編][辑輯][:：]",
    "disclaimer": r"免[责責]|不代表|版[权權]所有|未[经經].{0,8}授[权權]|转[载載].{0,6}注明",
    "comments": r"评论|評論|跟帖|我来说|網友|网友",
    "share, print": r"分享|打印|列印|收藏|关闭|關閉|转发|轉寄",
    "font size": r"字[号號体體]|大\W{0,2}中\W{0,2}小",
    "original title": r"^\W*原[标標][题題]",
    "previous, next": r"上一[篇页頁则則]|下一[篇页頁则則]",
    "related": r"^\W*(相[关關]|推[荐薦]|热[门點点]|熱門|延伸|更多|排行).{0,12}$",
}
MOVED = {"title", "byline", "dateline"}
LONGEST = 60  # characters: a longer line with one of the words may be prose


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("--show", action="store_true", help="print the lines that are treated wrongly")
    options = parser.parse_args()
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    cleaner = newsclean.Cleaner(script="keep")
    left: dict[str, Counter[bool]] = {sort: Counter() for sort in SORTS}
    body = lost = 0
    for path in sorted(options.pages.iterdir()):
        gold = json.loads((path / "gold.json").read_text(encoding="utf-8"))
        html = (path / "page.html").read_bytes().decode("utf-8", "replace")
        text = trafilatura.extract(html) if gold.get("kind") == "news" and gold.get("body") else None
        if not text:
            continue
        whole, gold_lines = grams(norm(gold["body"])), {norm(line) for line in gold["body"].split("\n")}
        edits = cleaner.clean_extracted(text).removed
        lines = Counter(map(norm, text.split("\n")))
        kept = lines - gone(text, edits)
        unlost = lines - gone(text, [edit for edit in edits if edit.kind not in MOVED])
        for line in text.split("\n"):
            inside = part(norm(line), whole, gold_lines)
            stays = kept[norm(line)] > 0
            if inside > 0.5 and not furniture(line):
                body += len(norm(line))
                lost += 0 if unlost[norm(line)] else len(norm(line))
                if options.show and not unlost[norm(line)]:
                    print(f"  lost: {path.name}: {line[:70]}")
            sort = next((name for name, said in SORTS.items() if re.search(said, line)), None)
            if sort and inside < 0.2 and len(line) <= LONGEST:
                left[sort][stays] += 1
                if options.show and stays:
                    print(f"  left: {sort}: {path.name}: {line[:70]}")
    print(f"of {body} characters of bodies {lost} went ({lost / body:.2%})")
    for sort, count in left.items():
        print(f"{sort}: {count[False]} of {count.total()} lines went")
    went, total = sum(count[False] for count in left.values()), sum(count.total() for count in left.values())
    print(f"together {went} of {total} ({went / total:.1%})")


def gone(text: str, edits: Iterable[newsclean.Edit]) -> Counter[str]:
    """Return the lines of which nothing but white space and marks stays, as often as they went."""
    taken = bytearray(len(text))
    for edit in edits:
        taken[edit.start : edit.end] = b"\1" * (edit.end - edit.start)
    lines: Counter[str] = Counter()
    at = 0
    for line in text.split("\n"):
        lines[norm(line)] += not any(char.isalnum() and not taken[i] for i, char in enumerate(line, at))
        at += len(line) + 1
    return lines


if __name__ == "__main__":
    sys.exit(main())
