"""newsclean review."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsclean.cli.streams import warn
from newsclean.corpus.outputs import Output
from newsclean.errors import RecordError

if TYPE_CHECKING:
    from newsclean.review import Verdict


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def review() -> None:
    """Turn what was judged on the audit page into rules."""


@review.command("apply")
@click.argument("reviews", nargs=-1, required=True, metavar="REVIEW...")
@click.option("-o", "--output", required=True, metavar="FILE", help="The rule file; what it holds already stays.")
@click.option("--records", multiple=True, metavar="CLEANED", help="The records that were judged, to try verdicts on.")
@click.option("--rules", "rule_files", multiple=True, metavar="FILE", help="A rule file that the run used.")
@click.option("--cases", metavar="DIR", help="Write a gold case for each page that was judged.")
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
def apply_review(
    reviews: tuple[str, ...],
    output: str,
    records: tuple[str, ...],
    rule_files: tuple[str, ...],
    cases: str | None,
    quiet: bool,
) -> int:
    """Turn verdicts into a rule file: exceptions to removals that were wrong, rules for what was left over.

    REVIEW is the review.jsonl that the audit page exports. Each verdict whose page is at hand is tried: the page is
    cleaned with the new rules, and the verdict is named if it is not honoured.

    \b
    Examples:
      newsclean review apply review.jsonl -o my-rules.toml
      newsclean review apply review.jsonl -o my-rules.toml --records cleaned.jsonl --cases cases/
      newsclean clean crawl.jsonl -o again.jsonl --rules my-rules.toml
    """
    from newsclean.review import apply, write_rules

    verdicts, failed = _read(reviews)
    verdicts = _with_sources(verdicts, records)
    files = [*rule_files, *([output] if os.path.exists(output) else [])]
    applied = apply(verdicts, files)
    for verdict, honoured in zip(verdicts, applied.proven, strict=True):
        if honoured is False:
            failed = 1
            warn(f"{verdict.place}: not honoured: {verdict.text[:40]!r}")
    _write(output, write_rules(applied.rules, applied.exceptions))
    written = _write_cases(cases, verdicts, [*rule_files, output]) if cases else 0
    if not quiet:
        tried = [honoured for honoured in applied.proven if honoured is not None]
        told = [f"verdicts: {len(verdicts):,}", f"new exceptions: {len(applied.exceptions):,}"]
        told += [f"new rules: {len(applied.rules):,}", f"honoured: {sum(tried):,} of {len(tried):,} tried"]
        warn("; ".join(told + ([f"cases: {written:,}"] if cases else [])))
    return failed


def _read(names: Sequence[str]) -> tuple[list[Verdict], int]:
    from newsclean.report.audit import read_parts, read_record
    from newsclean.review import read_verdict

    verdicts, failed = [], 0
    for place, part in read_parts(names):
        try:
            verdicts.append(read_verdict(place, read_record(part)))
        except RecordError as error:
            failed = 1
            warn(f"{place}: {error}")
    return verdicts, failed


def _with_sources(verdicts: Sequence[Verdict], names: Sequence[str]) -> list[Verdict]:
    """Look up the sources of verdicts that came without, by the places of their records."""
    from newsclean.record import restore
    from newsclean.report.audit import read_parts, read_record

    wanted = {verdict.index for verdict in verdicts if verdict.source is None}
    found: dict[int | None, str] = {}
    for index, (place, part) in enumerate(read_parts(names)):
        if index in wanted:
            try:
                found[index] = restore(read_record(part))
            except RecordError as error:
                warn(f"{place}: {error}")
    return [one if one.source is not None else one.placed(found.get(one.index)) for one in verdicts]


def _write(output: str, tables: str) -> None:
    """Write the rule file whole or not at all, what it held already first."""
    before = Path(output).read_text(encoding="utf-8") if os.path.exists(output) else ""
    out = Output(output)
    out.write("\n".join(part for part in (before, tables) if part).encode())
    out.publish()


def _write_cases(folder: str, verdicts: Iterable[Verdict], files: Sequence[str]) -> int:
    from newsclean.cleaner import Cleaner
    from newsclean.review.cases import name_of, write_case

    cleaner = Cleaner(script="keep", rules=files)
    of: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.source is not None:
            of[verdict.source].append(verdict)
    os.makedirs(folder, exist_ok=True)
    written = 0
    for source, judged in of.items():
        case = write_case(cleaner.clean(source, form="text"), judged)
        if case is None:
            warn(f"{judged[0].place}: no case: the form has no way to write this page")
            continue
        out = Output(os.path.join(folder, f"{name_of(source)}.case"))
        out.write(case.encode())
        out.publish()
        written += 1
    return written
