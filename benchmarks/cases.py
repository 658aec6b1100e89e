"""Hold the cleaner against the gold cases of tests/cases (or any folder in that form) and print what is wrong.

    python benchmarks/cases.py [--script keep] [--show N] [FOLDER]...

A case is exact if its paragraphs are the gold's, after NFKC and without white space. `lost` counts characters of gold
paragraphs that are missing, `extra` characters of paragraphs that gold does not keep.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent / "tests"
sys.path.insert(0, str(TESTS))
import gold as cases  # noqa: E402
import newsclean  # noqa: E402

SETS = ("", "heldout/", "blind/", "blind2/", "blind3/", "blind4/", "blind5/", "blind6/", "blind7/")
FOLDERS = tuple(f"{part}{side}" for part in SETS for side in ("polluted", "clean"))


def norm(text: str | None) -> str:
    return "".join(unicodedata.normalize("NFKC", text or "").split())


def wrong_fields(gold: dict, article: newsclean.Article) -> list[str]:
    record = article.to_dict("none")
    wrong = []
    if "title" in gold and norm(gold["title"]) != norm(record["title"]):
        wrong.append(f"title: wanted {gold['title']!r}, got {record['title']!r}")
    if "published" in gold:  # gold may state less than the page's seconds
        wanted, got = gold["published"] or "", record["published"] or ""
        if not got.startswith(wanted) or (got and not wanted):
            wrong.append(f"published: wanted {wanted!r}, got {got!r}")
    for field, wanted in gold.get("byline", {}).items():
        got = record["byline"][field]
        same = norm(wanted) == norm(got) if field == "source" else sorted(map(norm, wanted)) == sorted(map(norm, got))
        if not same:
            wrong.append(f"{field}: wanted {wanted!r}, got {got!r}")
    if "dateline" in gold:
        wanted = {k: norm(v) for k, v in (gold["dateline"] or {}).items()}
        got = {k: norm(v) for k, v in (record["dateline"] or {}).items() if v}
        if {k: got.get(k) for k in wanted} != wanted or (not wanted and got):
            wrong.append(f"dateline: wanted {gold['dateline']!r}, got {record['dateline']!r}")
    return wrong


def wrong_kinds(gold: dict, article: newsclean.Article) -> list[str]:
    removed = [(edit.kind, norm(edit.before)) for edit in article.removed]
    missed = []
    for row in gold["removed"]:
        kinds, want = row.get("kinds", [row["kind"]]), norm(row["text"])
        if not any(kind in kinds and (want in text or (text and text in want)) for kind, text in removed):
            missed.append(f"{row['kind']}: {row['text'][:50]!r}")
    return missed


def measure(case: cases.Case, cleaner: newsclean.Cleaner) -> dict:
    gold = case.gold
    article = cleaner.clean(case.data)
    keep, either = [norm(p) for p in gold["keep"]], {norm(p) for p in gold["either"]}
    out = [p for p in map(norm, article.paragraphs) if p and p not in either]
    missing, surplus = Counter(keep) - Counter(out), Counter(out) - Counter(keep)
    return {
        "name": case.name,
        "exact": out == keep,
        "restored": article.restore() == case.data.decode(case.encoding),
        "lost": list(missing),
        "extra": list(surplus),
        "meta": wrong_fields(gold, article),
        "kinds": wrong_kinds(gold, article),
        "removed": len(gold["removed"]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, default=[TESTS / "cases" / name for name in FOLDERS])
    parser.add_argument("--script", default="keep")
    parser.add_argument("--show", type=int, default=0, help="print what is wrong in this many cases of each folder")
    options = parser.parse_args()
    cleaner = newsclean.Cleaner(script=options.script)
    for folder in options.folders:
        rows = [measure(cases.read(path), cleaner) for path in sorted(folder.glob("*.case"))]
        if not rows:
            continue
        bad = [row for row in rows if not row["exact"] or row["meta"] or not row["restored"]]
        for row in [*bad, *(row for row in rows if row not in bad and row["kinds"])][: options.show]:
            print(f"  {row['name']}{'' if row['restored'] else ' NOT RESTORED'}")
            for label in ("lost", "extra", "meta", "kinds"):
                for text in row[label]:
                    print(f"      {label}: {text[:110]}")
        kinds = sum(row["removed"] for row in rows)
        print(
            f"{folder.relative_to(TESTS / 'cases') if folder.is_relative_to(TESTS) else folder}: "
            f"{sum(row['exact'] for row in rows)}/{len(rows)} exact, {len(rows) - len(bad)} with all metadata, "
            f"kinds {kinds - sum(len(row['kinds']) for row in rows)}/{kinds}, "
            f"restored {sum(row['restored'] for row in rows)}"
        )


if __name__ == "__main__":
    main()
