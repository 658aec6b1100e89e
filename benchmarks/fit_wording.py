"""Fit the weights of newsclean.layout.wording and .kinds on labelled lines, and measure them on lines of other sites.

    python benchmarks/fit_wording.py PAGES [--write]

PAGES holds one directory a page: page.html and gold.json with `host`, `kind`, `body`. Lines of furniture are those of
the pages above and below the gold body, what the cases of tests/cases take out, what rules remove in their examples,
and the forms of benchmarks/wording, one file a kind; lines of articles are bodies and their clauses, what rules keep in
their examples, and benchmarks/wording/content.txt. Titles of other articles read like articles, and count a little as
such; their kind is `related`. The figures are of five-fold cross-validation (no site, case, form or rule in both halves
of a fold) and, for a fit on everything else, of the held-out and blind cases, which no fit ever sees.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from wording_lines import Line, all_lines, of_cases

from newsclean.layout.kinds import KINDS
from newsclean.layout.wording import BIAS, UNIT, evenness, parts, traits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

TABLES = Path(__file__).parents[1] / "src/newsclean/data/tables"
SIZE, FEWEST, RIDGE = 12_000, 3, 2.0  # parts in the table; groups that show a part; strength of the penalty
KIND_SIZE, KIND_RIDGE = 4_000, 1.0
UNSEEN = ("heldout", "blind", "blind2", "blind3", "blind4", "blind5", "blind6", "blind7")
FLOORS = (1.2, 2.2, 3.2)

Weights = dict[str, "NDArray[np.float64]"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    lines = all_lines(options.pages)
    kinds = [line for line in lines if 0 < len(line.kinds) < len(KINDS)]
    cross_validate(lines, kinds)
    furniture, kind = smallest(fit(lines), lines, SIZE), smallest(fit_kinds(kinds), kinds, KIND_SIZE)
    for folder in UNSEEN:
        unseen = [*of_cases(folder)]
        print_rates(folder, [(line.furniture, float(score(line.text, furniture)[0])) for line in unseen])
        print_kinds(folder, [(line.kinds, guess(line.text, kind)) for line in unseen if line.kinds])
    if options.write:
        write_table(furniture)
        write_kinds(kind)


class Design(NamedTuple):
    """Which parts and traits each line shows, as the entries of a sparse matrix."""

    names: list[str]
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: NDArray[np.float64]
    lines: int


def design(lines: Sequence[Line]) -> Design:
    groups: dict[str, set[str]] = defaultdict(set)
    split = [parts(line.text) | traits(line.text) for line in lines]
    for line, found in zip(lines, split, strict=True):
        for part in found:
            groups[part].add(line.group)
    names = [part for part, shown in sorted(groups.items()) if len(shown) >= FEWEST]
    index = {part: i for i, part in enumerate(names)}
    rows, columns = np.array([(i, index[part]) for i, found in enumerate(split) for part in found if part in index]).T
    even = np.array([evenness(len(line.text)) for line in lines])
    is_trait = np.array([name.startswith("=") and len(name) > 1 for name in names])
    return Design(names, rows, columns, np.where(is_trait[columns], 1.0, even[rows]), len(lines))


def fit(lines: Sequence[Line]) -> Weights:
    """Logistic regression with a ridge, both sides of equal weight."""
    labels = np.array([[line.furniture] for line in lines], dtype=float)
    weights = np.array([line.weight for line in lines])
    for side in (labels[:, 0] == 0, labels[:, 0] == 1):
        weights[side] *= len(lines) / 2 / weights[side].sum()
    return descend(design(lines), labels, weights, RIDGE)


def fit_kinds(lines: Sequence[Line]) -> Weights:
    """Softmax regression with a ridge; rare kinds count more, yet less than as much as common ones."""
    labels = np.array([[(kind in line.kinds) / len(line.kinds) for kind in KINDS] for line in lines])
    weights = np.array([line.weight for line in lines])
    share = (weights[:, None] * labels).sum(axis=0)
    weights *= (labels * share**-0.5).sum(axis=1)
    return descend(design(lines), labels, weights * len(lines) / weights.sum(), KIND_RIDGE)


def descend(shown: Design, labels: NDArray[np.float64], weights: NDArray[np.float64], ridge: float) -> Weights:
    """Fit by gradient steps of adapted size (Adam)."""
    one = labels.shape[1] == 1
    beta = np.zeros((len(shown.names) + 1, labels.shape[1]))
    mean, spread = np.zeros_like(beta), np.zeros_like(beta)
    for step in range(1, 251):
        odds = beta[-1] + columns_of(
            np.bincount(shown.rows, shown.values * column[shown.columns], shown.lines) for column in beta.T
        )
        chance = 1 / (1 + np.exp(-odds)) if one else np.exp(odds - np.logaddexp.reduce(odds, axis=1)[:, None])
        error = weights[:, None] * (chance - labels)
        slope = columns_of(
            np.bincount(shown.columns, shown.values * column[shown.rows], len(shown.names)) for column in error.T
        )
        slope = np.vstack([slope + ridge * beta[:-1], error.sum(axis=0)])
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        pace = 0.1 if step < 150 else 0.02
        beta -= pace * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return dict(zip([*shown.names, BIAS], beta, strict=True))


def columns_of(columns: object) -> NDArray[np.float64]:
    return np.stack([*columns], axis=1)


def smallest(weights: Weights, lines: Sequence[Line], size: int) -> Weights:
    """Keep the parts that weigh most over all lines; the others change hardly any line."""
    count = Counter(part for line in lines for part in parts(line.text) | traits(line.text))
    by_use = sorted(weights, key=lambda part: (-np.abs(weights[part]).max() * min(count[part], 40) ** 0.5, part))
    kept = {part: weights[part] for part in by_use[:size] if np.round(UNIT * weights[part]).any()}
    return {BIAS: weights[BIAS]} | kept


def score(text: str, weights: Weights) -> NDArray[np.float64]:
    sums = [sum((weights[name] for name in found & weights.keys()), 0.0) for found in (parts(text), traits(text))]
    return evenness(len(text)) * sums[0] + sums[1] + weights[BIAS]


def guess(text: str, weights: Weights) -> str:
    return KINDS[int(np.argmax(score(text, weights)))]


def cross_validate(lines: Sequence[Line], kinds: Sequence[Line]) -> None:
    groups = sorted({line.group for line in lines})
    random.Random(1).shuffle(groups)
    part_of = {group: i % 5 for i, group in enumerate(groups)}
    scored: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    guessed: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for k in range(5):
        others, same = ([line for line in lines if (part_of[line.group] == k) == side] for side in (False, True))
        weights = smallest(fit(others), others, SIZE)
        for line in same:
            scored[line.source].append((line.furniture, float(score(line.text, weights)[0])))
        others, same = ([line for line in kinds if (part_of[line.group] == k) == side] for side in (False, True))
        weights = smallest(fit_kinds(others), others, KIND_SIZE)
        for line in same:
            guessed[line.source].append((line.kinds, guess(line.text, weights)))
    for source, rows in scored.items():
        print_rates(source, rows)
    print(f"all: area under the curve {area([row for rows in scored.values() for row in rows]):.4f}")
    for source, pairs in guessed.items():
        print_kinds(source, pairs)


def print_rates(name: str, scored: Sequence[tuple[bool, float]]) -> None:
    for side, side_name in ((True, "furniture"), (False, "article")):
        found = [value for label, value in scored if label == side]
        if found:
            rates = ", ".join(f"over {floor}: {np.mean(np.array(found) > floor):.1%}" for floor in FLOORS)
            print(f"{name}, {side_name}: {len(found)} lines; {rates}")
    print(f"{name}: area under the curve {area(scored):.4f}")


def print_kinds(name: str, pairs: Sequence[tuple[tuple[str, ...], str]]) -> None:
    right = {kind: [got in kinds for kinds, got in pairs if kind in kinds] for kind in KINDS}
    each = ", ".join(f"{kind} {np.mean(found):.0%} of {len(found)}" for kind, found in right.items() if found)
    print(f"{name}, kind: {np.mean([got in kinds for kinds, got in pairs]):.1%} of {len(pairs)} right ({each})")


def area(scored: Sequence[tuple[bool, float]]) -> float:
    """How often a line of furniture scores higher than a line of an article."""
    ranked = np.array([label for label, _ in sorted(scored, key=lambda row: row[1])])
    return float(np.cumsum(~ranked)[ranked].sum() / max(1, ranked.sum() * (~ranked).sum()))


def write_table(weights: Weights) -> None:
    levels: dict[int, list[str]] = defaultdict(list)
    for part, weight in weights.items():
        levels[round(UNIT * float(weight[0]))].append(part)
    rows = ["\t".join([str(level), *sorted(levels[level])]) for level in sorted(levels)]
    (TABLES / "wording.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def write_kinds(weights: Weights) -> None:
    rows = [f"{part}\t{' '.join(str(round(UNIT * float(w))) for w in weights[part])}" for part in sorted(weights)]
    (TABLES / "wording_kinds.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
