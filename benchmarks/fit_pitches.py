"""Weigh the traits of pitches: a logistic regression over labelled pieces and the sentences of clean articles.

    python benchmarks/fit_pitches.py ARTICLES...

ARTICLES are as those of find_pollution.py; their sentences that hold a word of advertising language are negatives
beside benchmarks/pitches/tells.txt, the positives are benchmarks/pitches/sells.txt. Prints the weights, what is found
at the thresholds over five folds, and the pieces that are hardest to tell.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from find_pollution import articles

from newsclean.find.adverts import pitches
from newsclean.matching import fold, read_page

HERE = Path(__file__).parent / "pitches"
_HARDSHIP = 3.0  # what a labelled piece counts against a sentence of an article
_PENALTY = 2e-4


def lines(name: str) -> list[str]:
    return [fold(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def sentences(paths: list[Path]) -> list[str]:
    found = []
    for _, text in articles(paths):
        page = read_page(text)
        for line in pitches.suspected(page):
            found += [page.folded[p.start : p.end] for p in pitches.pieces(line) if p.end - p.start <= 80]
    return found


def fit(rows: np.ndarray, sold: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Return the weights of a regularised logistic regression, the bias last, by gradient descent with momentum."""
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    found, pace = np.zeros(rows.shape[1]), np.zeros(rows.shape[1])
    spared = np.array([_PENALTY] * (rows.shape[1] - 1) + [0.0])
    for _ in range(6000):
        wrong = (1 / (1 + np.exp(-(rows @ found))) - sold) * weight / weight.sum()
        pace = 0.9 * pace - 0.5 * (rows.T @ wrong + spared * found)
        found = found + pace
    return found


def without(off: str, traits: list[tuple[str, ...]], sells: int, tells: int) -> str:
    """Return how many of the labelled pieces read as pitches without a trait, by the weights that are in use."""
    kept = {name: weight for name, weight in pitches.WEIGHTS.items() if name != off}
    if off == "all that speaks against":
        kept = {name: max(0.0, weight) if name != "bias" else weight for name, weight in kept.items()}
    odds = [sum(kept.get(name, 0.0) for name in ("bias", *row)) for row in traits]
    counts = [
        sum(score >= asked for score in part)
        for part in (odds[:sells], odds[sells : sells + tells])
        for asked in (pitches.GLUED, pitches.ALONE)
    ]
    return "".join(f"{count:6}" for count in counts)


def main() -> None:
    sells, tells = lines("sells.txt"), lines("tells.txt")
    told = sentences([Path(path) for path in sys.argv[1:]])
    texts = [*sells, *tells, *told]
    traits = [pitches.evidence(text) for text in texts]
    names = sorted({name for row in traits for name in row})
    rows = np.array([[name in row for name in names] for row in traits], dtype=float)
    sold = np.array([1.0] * len(sells) + [0.0] * (len(texts) - len(sells)))
    weight = np.array([_HARDSHIP] * (len(sells) + len(tells)) + [1.0] * len(told))
    found = fit(rows, sold, weight)
    for name, value in sorted(zip([*names, "bias"], found, strict=True), key=lambda pair: -pair[1]):
        print(f'    "{name}": {value:.1f},')
    part = np.random.default_rng(0).integers(0, 5, len(texts))
    odds = np.zeros(len(texts))
    for k in range(5):
        here = part == k
        odds[here] = np.hstack([rows[here], np.ones((here.sum(), 1))]) @ fit(rows[~here], sold[~here], weight[~here])
    for threshold in (pitches.GLUED, pitches.ALONE):
        over = odds >= threshold
        print(
            f"over {threshold}: {over[: len(sells)].mean():.2f} of {len(sells)} pitches, "
            f"{over[len(sells) : -len(told)].sum()} of {len(tells)} tempting lines, "
            f"{over[-len(told) :].sum()} of {len(told)} sentences"
        )
    print("switched off".ljust(20) + "pitches over 1.0 and 2.7, tempting lines over 1.0 and 2.7")
    for off in ["", *pitches.WEIGHTS, "all that speaks against"]:
        print((off or "nothing").ljust(20) + without(off, traits, len(sells), len(tells)))
    order = np.argsort(odds)
    for i in [i for i in order if sold[i]][:25] + [i for i in order[::-1] if not sold[i]][:25]:
        print(f"{odds[i]:6.1f} {'pitch' if sold[i] else 'no pitch':9}{texts[i]}")


if __name__ == "__main__":
    main()
