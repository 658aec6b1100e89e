"""The labelled lines that benchmarks/fit_wording.py learns from and is measured on."""

from __future__ import annotations

import random
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from fit_extraction import Page, furniture

from newsclean import convert
from newsclean.layout.kinds import KINDS
from newsclean.matching import fold

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
import gold  # noqa: E402

HERE = Path(__file__).parent / "wording"
LONGEST, NEAR = 200, 25  # characters of a line; lines between it and the body
SKIPPED = {"markup", "duplicate", "injected_keyword"}  # their own finders know them by other means
LISTED = re.compile(
    "相关|推荐|阅读|更多|[>»…:]|往期|热|排行|喜欢|都在|更新|关心|兴趣|想看|文章|作品|跟[帖贴]|换一|头条|赛程|[上下]一"
)
LABELLED = re.compile(r"标 *题|题 *目|\W?转[帖贴载]")
# (a|b), and what may be left out: (a)? or a?
CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)(\?)?|\(([^()]+)\)\?|(\{\w\}|[^(){}])\?")
SAYS_NOTHING = re.compile(r"(?:\{\w\}|[^\w{}])*")  # a form of titles, names and numbers alone


class Line(NamedTuple):
    """A folded line, its kind if it is furniture, how much it counts, and what it may not be measured beside.

    Titles of other articles have a kind, yet read like articles.
    """

    group: str
    source: str
    text: str
    kinds: tuple[str, ...]
    weight: float
    is_title: bool = False

    @property
    def furniture(self) -> bool:
        return bool(self.kinds) and not self.is_title


def all_lines(pages: Path) -> list[Line]:
    return [*of_pages(pages), *of_cases("polluted", "clean"), *of_rules(), *of_files()]


def of_pages(folder: Path) -> Iterator[Line]:
    for page in (page for path in sorted(folder.iterdir()) if (page := Page.read(path))):
        body = [i for i, line in enumerate(page.tree.lines) if page.labels[i] > 0.8 and len(line.text) >= 20]
        if not body:
            continue
        yield Line(page.host, "page title", fold(page.title).strip(), (), 1.0)
        for i, line in enumerate(page.tree.lines):
            text = fold(line.text).strip()[:LONGEST]
            if body[0] <= i <= body[-1] and page.labels[i] > 0.8 and not furniture(line.text):
                yield Line(page.host, "page body", text, (), 0.3)
                clauses = (clause.strip("“”() ") for clause in re.split("[。!?;,]", text))
                yield from (Line(page.host, "page clause", c, (), 0.1) for c in clauses if 4 <= len(c) <= 24)
            away = max(body[0] - i, i - body[-1])
            if 0 < away <= NEAR and page.labels[i] < 0.15 and text and len(line.text) <= LONGEST:
                linked = line.links > 0.8 * len(text.replace(" ", "")) and len(text) >= 9
                if linked or (len(text) >= 8 and line.text.strip() in page.title):
                    yield Line(page.host, "link title", text, ("related",), 0.2, is_title=True)
                else:
                    yield Line(page.host, "page furniture", text, KINDS, (0.5 if line.links else 1.0) / (1 + away / 8))


def of_cases(*folders: str) -> Iterator[Line]:
    for case in map(gold.read, gold.case_files(*folders)):
        for text in lines_of(case.titles):
            if not LABELLED.match(text):
                yield Line(case.name, "case title", text, (), 2.0)
        for text in lines_of(case.keep):
            yield Line(case.name, "case body", text[:LONGEST], (), 2.0 if len(text) < 60 else 0.7)
        for row in case.removed:
            kinds = known(row.get("kinds", [row["kind"]]))
            for text in lines_of([str(row["text"])]):
                title = row["kind"] == "related" and not LISTED.search(text)
                if kinds and len(text) <= LONGEST:
                    yield Line(case.name, "case furniture", text, kinds, 0.2 if title else 1.5, is_title=title)


def of_rules() -> Iterator[Line]:
    for path in sorted((ROOT / "src/newsclean/data/rules").glob("*.toml")):
        for rule in tomllib.loads(path.read_text(encoding="utf-8"))["rule"]:
            if kinds := known([rule["kind"]]):
                yield from (Line(rule["id"], "rule", text, kinds, 1.0) for text in lines_of(rule["removes"]))
                yield from (Line(rule["id"], "rule", text, (), 1.0) for text in lines_of(rule["keeps"]))


def of_files() -> Iterator[Line]:
    for kind in KINDS:
        yield from filled_forms(kind, (kind,), 1.4)
    yield from filled_forms("content", (), 3.0)
    for name, weight in (("removed", 1.0), ("kept", 2.0)):
        for row in (gold.CASES / f"lines/{name}.tsv").read_text(encoding="utf-8").splitlines():
            kind, *_, text = row.split("\t")
            if name == "kept" or known([kind]):
                yield Line(text, "single lines", fold(text).strip(), known([kind]), weight)
    for path in sorted((ROOT / "tests/articles").glob("*.txt")):
        for text in lines_of([path.read_text(encoding="utf-8")]):
            yield Line(path.stem, "article", text[:LONGEST], (), 0.7)


def filled_forms(name: str, kinds: tuple[str, ...], weight: float) -> Iterator[Line]:
    """Fill each form of a file in a few ways; together they count little more than one."""
    fillers = dict(row.split("\t", 1) for row in (HERE / "fillers.tsv").read_text(encoding="utf-8").splitlines())
    chance = random.Random(5)
    for form in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        times = 12 if CHOICE.search(form) else 4 if "{" in form else 2
        title = bool(kinds and SAYS_NOTHING.fullmatch(form))
        for i in range(times if not form.startswith("# ") else 0):
            text = filled(form, fillers, chance)
            text = fold(convert(text, to="traditional") if i % 2 else text).strip()  # 回覆 is no 回复
            yield Line(form, name if not kinds else "furniture", text, kinds, weight / times**0.5, is_title=title)


def filled(form: str, fillers: dict[str, str], chance: random.Random) -> str:
    while (chosen := CHOICE.sub(lambda m: one_of(m, chance), form)) != form:
        form = chosen
    number = str(chance.choice([chance.randint(10 ** (k - 1), 10**k) for k in (1, 2, 4, 8)]))
    return re.sub(r"\{(\w)\}", lambda m: number if m[1] == "N" else chance.choice(fillers[m[1]].split("\t")), form)


def one_of(match: re.Match[str], chance: random.Random) -> str:
    return chance.choice([*(match[1] or match[3] or match[4]).split("|"), *([""] if not match[1] or match[2] else [])])


def known(kinds: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds among `kinds` that wording can tell; a reprint notice reads like a line of rights."""
    return tuple(sorted({"copyright" if kind == "reprint_notice" else kind for kind in kinds} & set(KINDS)))


def lines_of(texts: Iterable[str]) -> Iterator[str]:
    return (line for text in texts for line in map(str.strip, fold(text).split("\n")) if line)
