"""What each rule did in all records, the riskiest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newsclean.report.counts import Count, Counts
from newsclean.report.document import Example, RuleRow, Shown

_MOST = 2_000
_EXAMPLES = 3
_UNKNOWN: Mapping[str, str | None] = {"en": None, "zh": None}


def rule_rows(
    counts: Counts, records: Iterable[Shown], what: Mapping[str, Mapping[str, str | None]]
) -> tuple[RuleRow, ...]:
    """Return a row a rule, with examples from the records that are shown.

    The risk of a rule is the number of characters that it takes out from between kept text, per hit: what is lost of
    an article when a hit is wrong. A rule that fires only above and below the body has none.
    """
    examples = _examples(records)
    hosts = counts.hosts()
    rows = [
        _row(key, count, hosts.get(key, 0), what, tuple(examples.get(key, ())))
        for key, count in counts.rows("rule", _MOST)
        if key is not None
    ]
    return tuple(sorted(rows, key=lambda row: (-row.risk, -row.characters, row.id, row.kind)))


def _row(
    key: str, count: Count, hosts: int, what: Mapping[str, Mapping[str, str | None]], examples: tuple[Example, ...]
) -> RuleRow:
    kind, rule = key.split("\0")
    return RuleRow(
        id=rule,
        kind=kind,
        what=what.get(rule, _UNKNOWN),
        records=count.records,
        spans=count.spans,
        characters=count.characters,
        hosts=hosts,
        inside=round(count.inside / count.placed, 4) if count.placed else 0.0,
        risk=round(count.stake / count.placed, 2) if count.placed else 0.0,
        examples=examples,
    )


class _Candidate(NamedTuple):
    """A span that may be an example: what is inside a body goes first, then what is long."""

    outside: bool
    shortness: int
    record: int
    span: int
    text: str


def _examples(records: Iterable[Shown]) -> dict[str, list[Example]]:
    best: defaultdict[str, list[_Candidate]] = defaultdict(list)
    for key, candidate in _candidates(records):
        held = best[key]
        if any(candidate.text == other.text for other in held):
            continue
        held.append(candidate)
        held.sort()
        del held[_EXAMPLES:]
    return {key: [Example(found.record, found.span) for found in held] for key, held in best.items()}


def _candidates(records: Iterable[Shown]) -> Iterator[tuple[str, _Candidate]]:
    for number, record in enumerate(records):
        lost = 0
        for i, span in enumerate(record.spans):
            at = span.start - lost
            lost += span.end - span.start - len(span.after)
            outside = not 0 < at <= at + len(span.after) < len(record.text)
            text = record.source[span.start : span.end]
            yield f"{span.kind}\0{span.rule}", _Candidate(outside, -len(text), number, i, text)
