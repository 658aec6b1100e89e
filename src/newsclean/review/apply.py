"""From verdicts to a rule file: exceptions and candidate rules, proven by cleaning the judged records again."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from newsclean.cleaner import Cleaner
from newsclean.model import Article, Edit
from newsclean.review.candidates import candidates
from newsclean.review.proof import honours, sentences, stands, taken
from newsclean.review.rule_file import write_rules
from newsclean.review.verdicts import Verdict, repaired
from newsclean.rules import Exemption, Rule, load, load_exceptions

_ROUNDS = 8
_IN_ITS_PLACE = "Would go in the place of a text that stays"

Table = Rule | Exemption
Articles = Mapping[str, Article]


class Applied(NamedTuple):
    """What verdicts came to; `proven` says of each whether it is honoured, None where its source is not at hand."""

    rules: tuple[Rule, ...]
    exceptions: tuple[Exemption, ...]
    proven: tuple[bool | None, ...]


@dataclass(slots=True)
class _Open:
    """A verdict, the ways to honour it, which of them is being tried, and what must be excepted beside it."""

    verdict: Verdict
    ways: Sequence[Sequence[Table]]
    way: int = 0
    tried: list[tuple[bool, bool, int]] = field(default_factory=list)
    beside: dict[Exemption, None] = field(default_factory=dict)
    honoured: bool | None = None

    def tables(self) -> list[Table]:
        return [*(self.ways[self.way] if self.ways else ()), *self.beside]

    def go_on(self, taken: Sequence[Edit], article: Article) -> bool:
        """Change what did not do, or took other text with it; return whether there was anything to change."""
        if self.honoured and (not taken or self.verdict.verdict == "keep" or len(self.tried) == len(self.ways)):
            known = len(self.beside)
            self.beside.update(dict.fromkeys(_in_its_place(edit, article) for edit in taken))
            return len(self.beside) > known
        if len(self.tried) == len(self.ways):
            return False
        self.tried.append((not self.honoured, bool(taken), self.way))
        self.way += 1
        if self.way == len(self.ways):  # none does all: take the first of those that do most
            self.way = min(self.tried)[2]
        return True


def apply(verdicts: Sequence[Verdict], files: Sequence[str | Path] = ()) -> Applied:
    r"""Return the exceptions and rules that honour verdicts, beside the rule files that the run used.

    Where a verdict has its source, that is cleaned again. A way that does not honour the verdict, or that takes other
    text with it, gives place to the next one; what would go in the place of a text that stays is excepted, too.

    >>> applied = apply([Verdict("", "keep", "看点", before="今日", after="很多\n", rule="related.heading")])
    >>> [(row.text, row.line) for row in applied.exceptions]
    [('看点', '今日看点很多')]
    """
    sources = {verdict.source: verdict.url for verdict in verdicts if verdict.source is not None}
    known: set[str | Exemption] = {rule.id for file in files for rule in load(Path(file))}
    known |= {row for file in files for row in load_exceptions(Path(file))}
    judged = defaultdict(list)
    for verdict in verdicts:
        judged[verdict.source].append((verdict.start, verdict.end))
    plain = _clean(sources, Cleaner(rules=files))
    opened = [_Open(verdict, _ways(verdict, plain.get(verdict.source or ""))) for verdict in verdicts]
    for turn in range(_ROUNDS):
        tables, changed = _tables(opened, known), False
        now = _clean(sources, _cleaner(tables, files))
        for one in opened:
            if (source := one.verdict.source) is None:
                continue
            one.honoured = honours(now[source], one.verdict)
            if turn + 1 < _ROUNDS:
                also = taken(now[source], plain[source], judged[source], {rule.id for rule in tables[0]})
                changed |= one.go_on(also, now[source])
        if not changed:
            break
    return Applied(*tables, tuple(one.honoured for one in opened))


def _clean(sources: Mapping[str, str | None], cleaner: Cleaner) -> dict[str, Article]:
    return {source: cleaner.clean(source, url=url, form="text") for source, url in sources.items()}


def _cleaner(tables: tuple[tuple[Rule, ...], tuple[Exemption, ...]], files: Sequence[str | Path]) -> Cleaner:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "review.toml"
        file.write_text(write_rules(*tables), encoding="utf-8")
        return Cleaner(rules=[*files, file])


def _tables(
    opened: Iterable[_Open], known: Collection[str | Exemption]
) -> tuple[tuple[Rule, ...], tuple[Exemption, ...]]:
    """Return the rules and the exceptions of all verdicts, each once, without those that are known."""
    tables = [table for one in opened for table in one.tables()]
    rules = {table.id: table for table in tables if isinstance(table, Rule) and table.id not in known}
    exceptions = dict.fromkeys(table for table in tables if isinstance(table, Exemption) and table not in known)
    return tuple(rules.values()), tuple(exceptions)


def _ways(verdict: Verdict, article: Article | None) -> Sequence[Sequence[Table]]:
    if verdict.verdict == "noise":
        where = stands(verdict, article) if article else "line"
        return candidates(verdict, where, sentences(verdict, article))
    row = exception(verdict)
    return [[row], [replace(row, line=None)]]


def exception(verdict: Verdict) -> Exemption:
    r"""Return the exception that a verdict asks for: its text, in as much of its line as is known.

    >>> exception(Verdict("", "keep", "看点", before="甲\n今日", after="很多", rule="related.heading")).line
    '今日看点很多'
    """
    before, text, after = repaired(verdict)
    before = before.rpartition(text)[2]  # of a text that stands twice, the line names one
    line = before + text + after.partition(text)[0]
    return Exemption(verdict.rule or "", text.strip(), line.strip(), " ".join(verdict.note.split()))


def _in_its_place(edit: Edit, article: Article) -> Exemption:
    rule, source = edit.rule, article.restore()
    return exception(
        Verdict("", "keep", edit.before, rule=rule, note=_IN_ITS_PLACE, start=edit.start, end=edit.end, source=source)
    )
