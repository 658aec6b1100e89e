"""Fit the weights of newsclean.layout.wording on labelled lines, and measure them on lines of other sites.

    python benchmarks/fit_wording.py PAGES [--write]

PAGES holds one directory a page: page.html and gold.json with `host`, `kind`, `body`. Lines of furniture are those of
the pages above and below the gold body, what the cases of tests/cases take out, what rules remove in their examples,
and benchmarks/wording/chrome.txt; lines of articles are bodies and their clauses, what rules keep in their examples,
and benchmarks/wording/content.txt. Titles of other articles read like articles, and count a little as such. The figures
are of five-fold cross-validation (no site, case or rule in both halves of a fold) and, for a fit on everything else,
of the held-out cases, which no fit ever sees.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from fit_extraction import Page, furniture

from newsclean.layout.wording import BIAS, UNIT, evenness, parts, traits
from newsclean.matching import fold

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
import gold  # noqa: E402

if TYPE_CHECKING:
    from numpy.typing import NDArray

HERE = Path(__file__).parent / "wording"
TABLE = ROOT / "src/newsclean/data/tables/wording.tsv"
SIZE, FEWEST, RIDGE = 10_000, 3, 2.0  # parts in the table; groups that show a part; strength of the penalty
LONGEST, NEAR = 200, 25  # characters of a line; lines between it and the body
SKIPPED = {"markup", "duplicate", "injected_keyword"}  # their own finders know them by other means
LISTED = re.compile("相关|推荐|阅读|更多|[>»…:]|往期|热")
LABELLED = re.compile(r"标 *题|题 *目|\W?转[帖贴载]")
CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)(\?)?|\(([^()]+)\)\?")  # (a|b), and (a)? which may be left out
FLOORS = (1.2, 2.2, 3.2)


class Line(NamedTuple):
    """A folded line, whether it is furniture, how much it counts, and what it may not be measured beside."""

    group: str
    source: str
    text: str
    furniture: bool
    weight: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    lines = [*of_pages(options.pages), *of_cases("polluted", "clean"), *of_rules(), *of_files()]
    cross_validate(lines)
    weights = smallest(fit(lines), lines)
    report("held out", [*of_cases("heldout")], weights)
    if options.write:
        write(weights)


def of_pages(folder: Path) -> Iterator[Line]:
    for page in (page for path in sorted(folder.iterdir()) if (page := Page.read(path))):
        body = [i for i, line in enumerate(page.tree.lines) if page.labels[i] > 0.8 and len(line.text) >= 20]
        if not body:
            continue
        yield Line(page.host, "page title", fold(page.title).strip(), False, 1.0)
        for i, line in enumerate(page.tree.lines):
            text = fold(line.text).strip()[:LONGEST]
            if body[0] <= i <= body[-1] and page.labels[i] > 0.8 and not furniture(line.text):
                yield Line(page.host, "page body", text, False, 0.3)
                clauses = (clause.strip("“”() ") for clause in re.split("[。!?;,]", text))
                yield from (Line(page.host, "page clause", c, False, 0.1) for c in clauses if 4 <= len(c) <= 24)
            away = max(body[0] - i, i - body[-1])
            if 0 < away <= NEAR and page.labels[i] < 0.15 and text and len(line.text) <= LONGEST:
                linked = line.links > 0.8 * len(text.replace(" ", "")) and len(text) >= 9
                if linked or (len(text) >= 8 and line.text.strip() in page.title):
                    yield Line(page.host, "link title", text, False, 0.2)
                else:
                    yield Line(page.host, "page furniture", text, True, (0.5 if line.links else 1.0) / (1 + away / 8))


def of_cases(*folders: str) -> Iterator[Line]:
    for case in map(gold.read, gold.case_files(*folders)):
        for text in lines_of(case.titles):
            if not LABELLED.match(text):
                yield Line(case.name, "case title", text, False, 2.0)
        for text in lines_of(case.keep):
            yield Line(case.name, "case body", text[:LONGEST], False, 2.0 if len(text) < 60 else 0.7)
        for row in case.removed:
            for text in lines_of([str(row["text"])]):
                title = row["kind"] == "related" and not LISTED.search(text)
                if row["kind"] not in SKIPPED and len(text) <= LONGEST:
                    yield Line(case.name, "case furniture", text, not title, 0.2 if title else 1.5)


def of_rules() -> Iterator[Line]:
    for path in sorted((ROOT / "src/newsclean/data/rules").glob("*.toml")):
        for rule in tomllib.loads(path.read_text(encoding="utf-8"))["rule"]:
            if rule["kind"] not in SKIPPED:
                yield from (Line(rule["id"], "rule", text, True, 1.0) for text in lines_of(rule["removes"]))
                yield from (Line(rule["id"], "rule", text, False, 1.0) for text in lines_of(rule["keeps"]))


def of_files() -> Iterator[Line]:
    fillers = dict(row.split("\t", 1) for row in (HERE / "fillers.tsv").read_text(encoding="utf-8").splitlines())
    chance = random.Random(5)
    for name, chrome, weight in (("chrome", True, 2.0), ("content", False, 3.0)):
        for form in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            times = 12 if CHOICE.search(form) else 3 if "{" in form else 1
            for _ in range(times if not form.startswith("# ") else 0):
                yield Line(form, name, fold(filled(form, fillers, chance)).strip(), chrome, weight / times**0.5)
    for name, chrome, weight in (("removed", True, 1.0), ("kept", False, 2.0)):
        for row in (gold.CASES / f"lines/{name}.tsv").read_text(encoding="utf-8").splitlines():
            text = fold(row.split("\t")[-1]).strip()
            if row.split("\t")[0] not in SKIPPED:
                yield Line(text, "single lines", text, chrome, weight)
    for path in sorted((ROOT / "tests/articles").glob("*.txt")):
        for text in lines_of([path.read_text(encoding="utf-8")]):
            yield Line(path.stem, "article", text[:LONGEST], False, 0.7)


def lines_of(texts: Iterable[str]) -> Iterator[str]:
    return (line for text in texts for line in map(str.strip, fold(text).split("\n")) if line)


def filled(form: str, fillers: dict[str, str], chance: random.Random) -> str:
    form = CHOICE.sub(lambda m: chance.choice([*(m[1] or m[3]).split("|"), *([""] if m[2] or m[3] else [])]), form)
    number = str(chance.choice([chance.randint(10 ** (k - 1), 10**k) for k in (1, 2, 4, 8)]))
    return re.sub(r"\{(\w)\}", lambda m: number if m[1] == "N" else chance.choice(fillers[m[1]].split("\t")), form)


def fit(lines: list[Line]) -> dict[str, float]:
    """Logistic regression with a ridge, both sides of equal weight, by gradient steps of adapted size (Adam)."""
    groups: dict[str, set[str]] = defaultdict(set)
    split = [parts(line.text) | traits(line.text) for line in lines]
    for line, found in zip(lines, split, strict=True):
        for part in found:
            groups[part].add(line.group)
    names = [part for part, shown in sorted(groups.items()) if len(shown) >= FEWEST]
    index = {part: i for i, part in enumerate(names)}
    pairs = [(i, index[part]) for i, found in enumerate(split) for part in found if part in index]
    rows, columns = np.array(pairs).T
    even = np.array([evenness(len(line.text)) for line in lines])
    is_trait = np.array([name.startswith("=") and len(name) > 1 for name in names])
    values = np.where(is_trait[columns], 1.0, even[rows])
    labels = np.array([line.furniture for line in lines], dtype=float)
    weights = np.array([line.weight for line in lines])
    for side in (labels == 0, labels == 1):
        weights[side] *= len(lines) / 2 / weights[side].sum()

    beta = np.zeros(len(names) + 1)
    mean, spread = np.zeros_like(beta), np.zeros_like(beta)
    for step in range(1, 251):
        odds = np.bincount(rows, values * beta[columns], len(lines)) + beta[-1]
        error = weights * (1 / (1 + np.exp(-odds)) - labels)
        slope = np.append(np.bincount(columns, values * error[rows], len(names)) + RIDGE * beta[:-1], error.sum())
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        pace = 0.1 if step < 150 else 0.02
        beta -= pace * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return dict(zip([*names, BIAS], beta.tolist(), strict=True))


def smallest(weights: dict[str, float], lines: list[Line]) -> dict[str, float]:
    """Keep the parts that weigh most over all lines; the others change hardly any line."""
    count: dict[str, int] = defaultdict(int)
    for line in lines:
        for part in parts(line.text) | traits(line.text):
            count[part] += 1
    by_use = sorted(weights, key=lambda part: (-abs(weights[part]) * min(count[part], 40) ** 0.5, part))
    return {BIAS: weights[BIAS]} | {part: weights[part] for part in by_use[:SIZE] if round(UNIT * weights[part])}


def score(text: str, weights: dict[str, float]) -> float:
    of_parts, of_traits = (sum(weights.get(name, 0.0) for name in found) for found in (parts(text), traits(text)))
    return evenness(len(text)) * of_parts + of_traits + weights[BIAS]


def cross_validate(lines: list[Line]) -> None:
    groups = sorted({line.group for line in lines})
    random.Random(1).shuffle(groups)
    part_of = {group: i % 5 for i, group in enumerate(groups)}
    results: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    for k in range(5):
        weights = smallest(fit([line for line in lines if part_of[line.group] != k]), lines)
        for line in lines:
            if part_of[line.group] == k:
                results[line.source].append((line.furniture, score(line.text, weights)))
    for source, scored in results.items():
        print_rates(source, scored)


def report(name: str, lines: list[Line], weights: dict[str, float]) -> None:
    scored = [(line.furniture, score(line.text, weights)) for line in lines]
    print_rates(name, scored)
    print(f"area under the curve {area(np.array([y for y, _ in scored]), np.array([s for _, s in scored])):.4f}")


def print_rates(name: str, scored: list[tuple[bool, float]]) -> None:
    for side, name_ in ((True, "furniture"), (False, "article")):
        found = [value for label_, value in scored if label_ == side]
        if found:
            rates = ", ".join(f"over {floor}: {np.mean(np.array(found) > floor):.1%}" for floor in FLOORS)
            print(f"{name}, {name_}: {len(found)} lines; {rates}")


def area(labels: NDArray[np.bool_], scores: NDArray[np.float64]) -> float:
    """How often a line of furniture scores higher than a line of an article."""
    ranked = labels[np.argsort(scores)]
    return float(np.cumsum(~ranked)[ranked].sum() / max(1, ranked.sum() * (~ranked).sum()))


def write(weights: dict[str, float]) -> None:
    levels: dict[int, list[str]] = defaultdict(list)
    for part, weight in weights.items():
        levels[round(UNIT * weight)].append(part)
    rows = ["\t".join([str(level), *sorted(levels[level])]) for level in sorted(levels)]
    TABLE.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
