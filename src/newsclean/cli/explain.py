"""newsclean explain."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from dataclasses import fields
from typing import TYPE_CHECKING

import click

from newsclean.cli.streams import or_stdin, shown, warn, write
from newsclean.corpus.chunks import chunks
from newsclean.corpus.fields import Fields
from newsclean.corpus.outputs import Output, same_file
from newsclean.corpus.sources import FORMS
from newsclean.corpus.work import Job, parts
from newsclean.errors import ConfigError, RecordError
from newsclean.model import REMOVED_KINDS, REPAIR_KINDS, Article, Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Line = tuple[str, str]  # text and rich style

_MOVED = ("title", "byline", "dateline")
_WIDEST = 60
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ud800-\udfff]")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", nargs=-1, metavar="[FILE|DIR|-]...")
@click.option("--from", "form", type=click.Choice(FORMS), default="auto", help="Form of the input [auto].")
@click.option("--script", default="simplified", metavar="SCRIPT", help="Script of the output [simplified].")
@click.option("--keep", multiple=True, metavar="KIND", help="Leave removals of this kind in the text.")
@click.option("--rules", "rule_files", multiple=True, metavar="FILE", help="A rule file of your own.")
@click.option("--full", is_flag=True, help="Show every text whole and every edit.")
@click.option("--html", "as_html", is_flag=True, help="Write the audit page of the input instead, one HTML file.")
@click.option("-o", "--output", metavar="FILE", help="Where the page of --html goes [standard output].")
def explain(
    inputs: tuple[str, ...],
    form: str,
    script: str,
    keep: tuple[str, ...],
    rule_files: tuple[str, ...],
    full: bool,
    as_html: bool,
    output: str | None,
) -> int:
    """Show what was removed, moved and repaired: place, rule and text, by kind; in colour on a terminal.

    Places are characters of the decoded input, counted from 0.

    \b
    Examples:
      newsclean explain page.html
      newsclean explain --full news.jsonl | less
      newsclean explain page.html --html -o why.html
    """
    from newsclean.cleaner import Cleaner

    if output and not as_html:
        raise click.UsageError("-o goes with --html")
    names = or_stdin(inputs)
    cleaner = Cleaner(script=script, keep=frozenset(keep), rules=rule_files)
    explained = _explained(names, form, Job(cleaner, form if form in ("text", "html") else "auto", fields=Fields()))
    if as_html:
        return _write_page(explained, names, rule_files, output)
    failed = 0
    for place, article in explained:
        if isinstance(article, RecordError):
            warn(f"{place}: {article}")
            failed = 1
        else:
            _show(report(article, place, full=full))
    return failed


def _explained(names: list[str], form: str, job: Job) -> Iterator[tuple[str, Article | RecordError]]:
    """Yield every article, or why it could not be had, with its place."""
    for chunk in chunks(names, form, eager=True):
        for place, part in parts(chunk):
            try:
                yield place, job.article(chunk.form, part)
            except RecordError as error:
                yield place, error


def _write_page(
    explained: Iterable[tuple[str, Article | RecordError]],
    names: list[str],
    rule_files: tuple[str, ...],
    output: str | None,
) -> int:
    from newsclean.report.audit import audit
    from newsclean.report.page import render
    from newsclean.report.sentences import sentences

    if any(output and same_file(name, output) for name in names):
        raise ConfigError(f"{output} is read, it cannot be written in the same run")
    failed: list[str] = []

    def tell(place: str, reason: str) -> None:
        failed.append(place)
        warn(f"{place}: {reason}")

    records = ((place, str(it) if isinstance(it, RecordError) else it.to_dict()) for place, it in explained)
    title = shown(names[0]) if len(names) == 1 else f"{shown(names[0])} …"
    document = audit(records, os.path.basename(title), what=sentences(rule_files), on_reject=tell)
    out = Output(output)
    out.write(render(document).encode())
    out.publish()
    return int(bool(failed))


def report(article: Article, place: str, *, full: bool = False) -> Iterator[Line]:
    """Yield the lines of an explanation, each with its style."""
    yield place, "bold"
    yield f"  {_about(article)}", "dim"
    yield from _section("Moved to the metadata", _by_kind(article.removed, _MOVED), "cyan", full)
    yield from _metadata(article)
    rest = tuple(kind for kind in REMOVED_KINDS if kind not in _MOVED)
    yield from _section("Removed", _by_kind(article.removed, rest), "red", full)
    yield from _section("Repaired", _by_kind(article.repairs, REPAIR_KINDS), "green", full)
    if article.flags:
        yield "Flags: for a person to look at", "bold yellow"
    for flag in article.flags:
        yield f"  {flag.flag}  {_place(flag.start, flag.end)}  {_printable(flag.detail)}".rstrip(), "yellow"
    if not article.edits and not article.flags:
        yield "Nothing to change.", "bold"


def _about(article: Article) -> str:
    encoding, script = article.encoding, article.script
    read = len(article.restore())
    told = f"{encoding.name} ({encoding.how})" + (f", {encoding.replaced} bytes lost" if encoding.replaced else "")
    return f"{told}; {script.detected} → {script.output}; {len(article.text):,} of {read:,} characters kept"


def _metadata(article: Article) -> Iterator[Line]:
    stated = {"title": article.title, "published": article.published}
    stated |= {field.name: _join(getattr(article.byline, field.name)) for field in fields(article.byline)}
    if article.dateline:
        stated["dateline"] = _join(tuple(getattr(article.dateline, f.name) for f in fields(article.dateline)))
    for name, value in stated.items():
        if value:
            yield f"  {name:<14}{_printable(value)}", "bold cyan"


def _join(value: str | tuple[str | None, ...] | None) -> str | None:
    return "、".join(part for part in value if part) if isinstance(value, tuple) else value


def _by_kind(edits: Iterable[Edit], kinds: tuple[str, ...]) -> dict[str, list[Edit]]:
    found: dict[str, list[Edit]] = {kind: [] for kind in kinds}
    for edit in edits:
        if edit.kind in found:
            found[edit.kind].append(edit)
    return {kind: edits for kind, edits in found.items() if edits}


def _section(name: str, kinds: dict[str, list[Edit]], style: str, full: bool) -> Iterator[Line]:
    if not kinds:
        return
    yield name, f"bold {style}"
    for kind, edits in kinds.items():
        size = sum(edit.end - edit.start for edit in edits)
        yield f"  {kind}: {len(edits)} edit{'' if len(edits) == 1 else 's'}, {size:,} characters", style
        for line in [_edit(edit, full=True) for edit in edits] if full else _once(edits):
            yield f"    {line}", ""


def _once(edits: list[Edit]) -> Iterator[str]:
    """Yield a line for each edit; equal ones, such as a character converted all over the text, once with a count."""
    same = Counter((edit.rule, edit.before, edit.after) for edit in edits)
    for edit in edits:
        count = same.pop((edit.rule, edit.before, edit.after), 0)
        if count:
            yield _edit(edit) + (f"  ({count} times)" if count > 1 else "")


def _edit(edit: Edit, *, full: bool = False) -> str:
    before = _printable(edit.before, full=full)
    told = f"{before} → {_printable(edit.after, full=full)}" if edit.after or edit.kind in REPAIR_KINDS else before
    return f"{_place(edit.start, edit.end):<12} {edit.rule:<32} {told}"


def _place(start: int, end: int) -> str:
    return f"{start}–{end}"


def _printable(text: str, *, full: bool = False) -> str:
    """Return a text on one line, with what cannot be seen spelled out, long ones cut in the middle."""
    if len(text) > _WIDEST and not full:
        text = f"{text[: _WIDEST // 2]}…{text[-_WIDEST // 3 :]}"
    return _UNSEEN.sub(lambda m: "⏎" if m[0] == "\n" else f"<U+{ord(m[0]):04X}>", text)


def _show(lines: Iterable[Line]) -> None:
    if not sys.stdout.isatty():
        write("".join(f"{text}\n" for text, _ in lines) + "\n")
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for text, style in lines:
        console.print(Text(text, style), soft_wrap=True)
    console.print()
