"""Fit the weights of newsclean's line scorer on pages with gold, and measure it host by host.

    python benchmarks/fit_extraction.py PAGES [--write]

PAGES holds one directory a page: page.html and gold.json with `host`, `kind`, `body`. The figures are of five-fold
cross-validation over hosts (no host is in both halves of a fold), three shuffles; --write then fits on all pages.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import numpy as np

from newsclean.extract.article import find_article
from newsclean.extract.features import FEATURES, features
from newsclean.extract.meta import read_meta
from newsclean.extract.page import parse, title_of
from newsclean.extract.tree import Tree, read_tree

TABLE = Path(__file__).parents[1] / "src/newsclean/data/tables/extraction.tsv"
BROKEN = 0.8  # pages of whose gold less than this is on the page at all teach nothing
SUFFIXES = {"com", "cn", "net", "org", "tw", "hk", "www", "gov"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    pages = [page for directory in sorted(args.pages.iterdir()) if (page := Page.read(directory))]
    hosts = sorted({page.host for page in pages})
    print(len(pages), "pages of", len(hosts), "hosts")
    for seed in (1, 2, 3):
        cross_validate(pages, hosts, seed)
    if args.write:
        write(fit([page for page in pages if page.teaches]))


class Page:
    """A page with its lines, their features and labels."""

    def __init__(self, name: str, gold: dict, html: str) -> None:
        self.name = name
        self.gold = norm("".join(line for line in gold["body"].split("\n") if not furniture(line)))
        gold_lines = {norm(line) for line in gold["body"].split("\n")}
        self.host = site(gold.get("host") or name)
        root = parse(html)
        self.title = title_of(root)
        self.tree: Tree = read_tree(root)
        self.rows = np.array(list(features(self.tree, self.title, read_meta(root).get("description", "")))).reshape(
            -1, len(FEATURES)
        )
        whole = grams(norm(gold["body"]))
        self.labels = np.array([part(norm(line.text), whole, gold_lines) for line in self.tree.lines])
        weights = np.array([min(len(line.text), 200) ** 0.5 for line in self.tree.lines])
        self.weights = weights / max(weights.mean(), 1) if len(weights) else weights
        everything = Counter(g for line in self.tree.lines for g in grams(norm(line.text)))
        self.teaches = sum((everything & whole).values()) > BROKEN * sum(whole.values())

    @classmethod
    def read(cls, directory: Path) -> Page | None:
        gold = json.loads((directory / "gold.json").read_text(encoding="utf-8"))
        if gold.get("kind") != "news" or not gold.get("body"):
            return None
        return cls(directory.name, gold, (directory / "page.html").read_bytes().decode("utf-8", "replace"))


def cross_validate(pages: list[Page], hosts: list[str], seed: int) -> None:
    order = hosts[:]
    random.Random(seed).shuffle(order)
    fold = {host: i % 5 for i, host in enumerate(order)}
    results = []
    for k in range(5):
        weights = fit([page for page in pages if fold[page.host] != k and page.teaches])
        for page in pages:
            if fold[page.host] == k:
                found = find_article(page.tree, list(page.rows @ weights), [page.title])
                results.append(measure(page, [page.tree.lines[i].text for i in found.lines()] if found else []))
    table = np.array(results)
    p, r, f = table.mean(axis=0)
    print(
        f"shuffle {seed}: P {p:.4f} R {r:.4f} F1 {f:.4f},"
        f" {(table[:, 2] >= 0.95).sum()} at .95, {(table[:, 2] < 0.5).sum()} under .5"
    )


def fit(pages: list[Page], ridge: float = 1.0) -> np.ndarray:
    """Logistic regression by Newton's method."""
    rows = np.vstack([page.rows for page in pages])
    labels = np.concatenate([page.labels > 0.6 for page in pages]).astype(float)
    weights = np.concatenate([page.weights for page in pages])
    beta = np.zeros(rows.shape[1])
    for _ in range(15):
        chance = 1 / (1 + np.exp(-rows @ beta))
        slope = rows.T @ (weights * (chance - labels)) + ridge * beta
        curve = (rows * (weights * chance * (1 - chance))[:, None]).T @ rows + ridge * np.eye(len(beta))
        beta -= np.linalg.solve(curve, slope)
    return beta


def write(weights: np.ndarray) -> None:
    head = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else []
    comments = [line for line in head if line.startswith("#")] or [
        "# What a feature of a line adds to the log-odds that it is article text; see SOURCES.md."
    ]
    body = [f"{name}\t{weight:.3f}" for name, weight in zip(FEATURES, weights, strict=True)]
    TABLE.write_text("\n".join([*comments, *body]) + "\n", encoding="utf-8")


def measure(page: Page, lines: list[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over 4-grams, without the headline and the credits, which a cleaner moves."""
    title = norm(page.title)
    body = [line for line in lines if not furniture(line) and not (len(line) > 5 and title.startswith(norm(line)))]
    return overlap(grams(norm("\n".join(body))), grams(page.gold))


FURNITURE = re.compile(
    r"来\s*源|來\s*源|[编編]\s*[辑輯]|[责責]\s*[编編]|作\s*者|[记記]者|(19|20)\d\d\s?[-/.年]|免[责責][声聲]明|特别声明|未[经經].{0,8}授[权權]|[时時][间間]|稿源"
)


def furniture(line: str) -> bool:
    return (len(line) <= 60 and not re.search("[。！？]", line) and bool(FURNITURE.search(line))) or bool(
        re.search("^免[责責][声聲]明", line)
    )


def norm(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def grams(text: str, n: int = 4) -> Counter[str]:
    return (
        Counter(text[i : i + n] for i in range(len(text) - n + 1))
        if len(text) >= n
        else Counter([text] if text else [])
    )


def part(line: str, whole: Counter[str], gold_lines: set[str]) -> float:
    """How much of a line is in the gold."""
    if len(line) < 4:
        return float(line in gold_lines)
    found = [gram in whole for gram in (line[i : i + 4] for i in range(len(line) - 3))]
    return sum(found) / len(found)


def overlap(one: Counter[str], two: Counter[str]) -> tuple[float, float, float]:
    common = sum((one & two).values())
    p, r = common / max(sum(one.values()), 1), common / max(sum(two.values()), 1)
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def site(host: str) -> str:
    """The registered name of a host: editions of one outlet share their templates."""
    parts = [part for part in host.split(".") if part not in SUFFIXES]
    return parts[-1] if parts else host


if __name__ == "__main__":
    sys.exit(main())
