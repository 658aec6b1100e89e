"""newsclean report."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from newsclean.cli.streams import or_stdin, warn
from newsclean.corpus.compression import reads_once
from newsclean.corpus.outputs import Output, same_file
from newsclean.errors import ConfigError

if TYPE_CHECKING:
    from newsclean.report.document import Against, Totals


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", nargs=-1, metavar="[CLEANED|-]...")
@click.option("-o", "--output", required=True, metavar="FILE", help="Write the page here, whole or not at all.")
@click.option("--sample", type=click.IntRange(1), default=10_000, metavar="N", help="Records shown at most [10000].")
@click.option("--title", metavar="TEXT", help="Title of the page [the input's name].")
@click.option("--against", metavar="OLD", help="Another run over the same records, to compare with.")
@click.option("--rules", "rule_files", multiple=True, metavar="FILE", help="A rule file that the run used.")
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
def report(
    inputs: tuple[str, ...],
    output: str,
    sample: int,
    title: str | None,
    against: str | None,
    rule_files: tuple[str, ...],
    quiet: bool,
) -> int:
    """Write a page to see, judge and veto what was removed: one HTML file that opens from the disk.

    CLEANED are records of `newsclean clean`, JSON Lines (.gz, .zst, .xz, .bz2) or Parquet, of any size. Totals are
    over all of them; of more than N, a sample with every kind, rule, host and flag in it is shown.

    \b
    Examples:
      newsclean report cleaned.jsonl -o report.html
      newsclean report cleaned-*.jsonl.zst -o report.html --sample 2000 --title '江城晚报 2020'
      newsclean report new.jsonl -o report.html --against old.jsonl
    """
    from newsclean.report.audit import audit, read_parts
    from newsclean.report.page import render
    from newsclean.report.sentences import sentences

    names = or_stdin(inputs)
    _check(names, against, output)
    failed = 0

    def tell(place: str, reason: str) -> None:
        nonlocal failed
        failed = 1
        warn(f"{place}: {reason}")

    what = sentences(rule_files)
    title = title or ("cleaned" if names == ["-"] else os.path.basename(names[0]))
    document = audit(read_parts(names), title, limit=sample, against=against, what=what, on_reject=tell)
    page = render(document).encode()
    out = Output(None if output == "-" else output)
    out.write(page)
    out.publish()
    if not quiet:
        warn(_summary(document.totals, document.against, len(page)))
    return failed


def _check(names: list[str], against: str | None, output: str) -> None:
    for name in [*names, *([against] if against else [])]:
        if output != "-" and same_file(name, output):
            raise ConfigError(f"{output} is read, it cannot be written in the same run")
        if name != "-" and not os.path.exists(name):
            raise ConfigError(f"{name}: no such file")
    if against and reads_once(against):
        raise ConfigError("--against is read twice: name a file, not standard input or a pipe")


def _summary(totals: Totals, against: Against | None, size: int) -> str:
    kept = 100 * totals.kept / totals.characters if totals.characters else 100.0
    told = [f"records: {totals.records:,}", f"shown: {totals.sampled:,}", f"kept: {kept:.1f}%"]
    if totals.bare:
        told.append(f"without provenance, only counted: {totals.bare:,}")
    if totals.broken:
        told.append(f"could not be read: {totals.broken:,}")
    if against:
        told.append(", ".join(f"{name}: {count:,}" for name, count in against.records.items()))
    return "; ".join([*told, f"page: {size / 1e6:.1f} MB"])
