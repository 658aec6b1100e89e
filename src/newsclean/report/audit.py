"""From cleaned records to the document of the audit page: one pass, in memory that does not grow with the input."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from newsclean.corpus.chunks import chunks
from newsclean.corpus.work import parts
from newsclean.errors import RecordError
from newsclean.record import loads
from newsclean.report.against import Other
from newsclean.report.counts import Counts, open_store
from newsclean.report.document import Against, Change, Document, Row, RuleRow, Shown, Totals
from newsclean.report.drawn import Drawn
from newsclean.report.records import Reading, identity, made, order, read, slim
from newsclean.report.rules import rule_rows
from newsclean.report.sample import Sample, Stratum

LIMIT = 10_000  # records shown
_BUDGET = 128 << 20  # bytes of the records shown, their sources counted as UTF-8
_HANZI, _SPAN = 3, 60  # bytes of a character, and of a change beside its text
_ROWS = 1_000  # of a family; what is beyond is summed up
_FAMILIES = ("kind", "repair", "host", "encoding", "script", "flag")

What = Mapping[str, Mapping[str, str | None]]
OnReject = Callable[[str, str], None]
Part = tuple[str, Any]


class _Run:
    """The counts of one run."""

    def __init__(self, store: sqlite3.Connection, name: str, on_reject: OnReject | None) -> None:
        self.counts = Counts(store, name)
        self.ratios = [0] * 20
        self._on_reject = on_reject
        self._totals: Counter[str] = Counter()

    def read(self, records: Iterable[Part]) -> Iterator[tuple[int, Reading]]:
        """Yield the records that can be read, counted, each with its place among all."""
        for index, (place, part) in enumerate(records):
            try:
                reading = read(read_record(part))
            except RecordError as error:
                self.broken(place, error)
            else:
                self._add(reading)
                yield index, reading

    def broken(self, place: str, error: RecordError) -> None:
        """Count and tell a record that could not be read."""
        self._totals["broken"] += 1
        if self._on_reject:
            self._on_reject(place, str(error))

    def totals(self, sampled: int = 0) -> Totals:
        """Return what was counted."""
        return Totals(sampled=sampled, **self._totals)

    def _add(self, reading: Reading) -> None:
        self.counts.add(reading)
        self.ratios[min(int(reading.ratio * 20), 19)] += 1
        self._totals.update(
            records=1,
            characters=reading.size,
            kept=reading.kept,
            removed=sum(change.size for change in reading.changes if change.removed),
            repaired=sum(change.size for change in reading.changes if not change.removed),
            spans=len(reading.changes),
            flags=len(reading.flags),
            bare=reading.bare,
        )


def audit(
    records: Iterable[Part],
    title: str,
    *,
    limit: int = LIMIT,
    against: str | None = None,
    what: What | None = None,
    on_reject: OnReject | None = None,
) -> Document:
    r"""Count cleaned records, draw those to show, and return the document of their page.

    `records` come with their places, as lines of JSON or read already; a string says why one could not be had. At
    most `limit` are shown. `against` names the file of another run to compare with; `what` says of rules what they
    find; `on_reject` is told the place of every record that could not be read, and why.

    >>> from newsclean import clean
    >>> document = audit([("a.txt", clean("雨停了，路通了。\n责任编辑：林晓").to_dict())], "甲报")
    >>> document.totals.removed, [row.key for row in document.by["kind"]]
    (7, ['byline'])
    """
    import newsclean

    store = open_store()
    run, sample = _Run(store, "this", on_reject), Sample(store, limit, changed=limit // 2 if against else 0)
    compared = _read_other(store, against, on_reject) if against else None
    for index, reading in run.read(records):
        digest = made(reading.record)
        how = compared.other.match(index, identity(reading.record, index), digest) if compared else "same"
        if not reading.bare:
            weight = reading.size * _HANZI + len(reading.changes) * _SPAN
            number = order(reading.record, digest)
            sample.offer(index, number, weight, _strata(reading, how), slim(reading.record))
    drawn, rules = _drawn(run, Drawn(store, sample.draw(_BUDGET)), compared, what or {})
    return Document(
        title=title,
        generator=f"newsclean {newsclean.__version__}",
        totals=run.totals(len(drawn)),
        by={family: tuple(_rows(run.counts, family)) for family in _FAMILIES},
        kept_ratio=tuple(run.ratios),
        rules=rules,
        records=drawn,
        against=_against(run, compared) if compared else None,
    )


class _Compared(NamedTuple):
    """The other run: its name, its counts, its records by identity."""

    name: str
    run: _Run
    other: Other


def _read_other(store: sqlite3.Connection, name: str, on_reject: OnReject | None) -> _Compared:
    run, other = _Run(store, "other", on_reject), Other(store)
    for index, reading in run.read(read_parts([name])):
        other.add(index, identity(reading.record, index), made(reading.record))
    return _Compared(name, run, other)


def read_parts(names: Sequence[str]) -> Iterator[Part]:
    """Yield the records of files, JSON Lines or Parquet, each with its place."""
    for name in names:
        for chunk in chunks([name], "parquet" if name.endswith(".parquet") else "jsonl"):
            yield from parts(chunk)


def read_record(part: Any) -> Mapping[str, Any]:
    """Return what stands at a place: a line of JSON, or a record already; raise `RecordError` for a reason."""
    if isinstance(part, str):
        raise RecordError(part)
    record: Mapping[str, Any] = loads(part) if isinstance(part, bytes) else part
    return record


def _strata(reading: Reading, how: str) -> set[Stratum]:
    """Return what a record stands for."""
    strata = {("kind" if change.removed else "repair", change.kind) for change in reading.changes}
    strata |= {("rule", change.key) for change in reading.changes}
    strata |= {("inside", change.key) for change in reading.changes if change.inside}
    strata |= {("flag", flag) for flag in reading.flags}
    one = {"host": reading.host, "encoding": reading.encoding, "script": reading.script}
    strata |= {(family, key) for family, key in one.items() if key is not None}
    return strata | ({("changed", "")} if how == "changed" else set())


def _drawn(run: _Run, drawn: Drawn, compared: _Compared | None, what: What) -> tuple[Drawn, tuple[RuleRow, ...]]:
    """Return those of the records drawn that are whole, and the rules with examples from them."""
    if compared:
        _add_before(drawn, compared)
    broken: set[int] = set()

    def whole() -> Iterator[Shown]:
        for at in range(len(drawn)):
            try:
                yield drawn[at]
            except RecordError as error:
                index = drawn.place(at)
                broken.add(index)
                run.broken(f"record {index + 1}", error)

    rules = rule_rows(run.counts, whole(), what)
    return drawn.without(broken), rules


def _add_before(drawn: Drawn, compared: _Compared) -> None:
    """Look up what the other run made of the records that changed."""
    was = {place: index for index, place in compared.other.places(map(drawn.place, range(len(drawn)))).items()}
    for place, (_, part) in enumerate(read_parts([compared.name])):
        if place in was:
            drawn.add_before(was[place], slim(read_record(part)))


def _rows(counts: Counts, family: str) -> Iterator[Row]:
    for key, count in counts.rows(family, _ROWS):
        yield Row(key, count.records, count.spans, count.characters, count.kept, count.flags)


def _against(run: _Run, compared: _Compared) -> Against:
    records = {"changed": compared.other.compared["changed"], "added": compared.other.compared["added"]}
    return Against(
        title=compared.name,
        totals=compared.run.totals(),
        records=records | {"gone": compared.other.gone()},
        by_kind=_changes(compared.run.counts, run.counts, ("kind", "repair")),
        by_rule=_changes(compared.run.counts, run.counts, ("rule",)),
    )


def _changes(before: Counts, after: Counts, families: Sequence[str]) -> tuple[Change, ...]:
    """Return the spans of each key in both runs, those that differ most first."""
    was, now = (_spans(counts, families) for counts in (before, after))
    changes = [Change(key, was[key], now[key]) for key in was | now]
    return tuple(sorted(changes, key=lambda change: (-abs(change.after - change.before), change.key)))


def _spans(counts: Counts, families: Sequence[str]) -> Counter[str]:
    spans: Counter[str] = Counter()
    for family in families:
        for key, count in counts.rows(family, _ROWS):
            if key is not None:
                spans[key.split("\0")[-1]] += count.spans
    return spans
