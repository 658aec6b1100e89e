"""newsclean clean."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsclean.cli.fields import field_options, read_fields
from newsclean.cli.streams import or_stdin, warn
from newsclean.corpus.compression import split_suffix
from newsclean.corpus.sources import FORMS, one_page
from newsclean.errors import ConfigError
from newsclean.record import PROVENANCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.cleaner import Cleaner
    from newsclean.corpus import Plan, Reject, Summary

_SCRIPTS = "simplified, keep, traditional, taiwan, hongkong, or OpenCC's names, such as t2s [simplified]."
_TO = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".parquet": "parquet", ".txt": "text"}


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", nargs=-1, metavar="[FILE|DIR|-]...")
@click.option("-o", "--output", metavar="FILE", help="Write here, whole or not at all; compressed by its name.")
@click.option("--from", "form", type=click.Choice(FORMS), default="auto", help="Form of the input [auto].")
@click.option(
    "--to", type=click.Choice(["text", "jsonl", "parquet"]), help="Form of the output [text for one article]."
)
@click.option("--script", default="simplified", metavar="SCRIPT", help=_SCRIPTS)
@click.option("--punctuation", type=click.Choice(["keep", "fullwidth"]), default="keep", help="[keep]")
@click.option("--keep", multiple=True, metavar="KIND", help="Leave removals of this kind in the text.")
@click.option("--rules", "rule_files", multiple=True, metavar="FILE", help="A rule file of your own.")
@click.option("--profile", metavar="FILE", help="Lines that sites repeat, as `newsclean learn` found them.")
@click.option("--provenance", type=click.Choice(PROVENANCE), default="full", help="How much the record says [full].")
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Processes [this one alone].")
@click.option("--resume", is_flag=True, help="Go on where an interrupted run stopped.")
@click.option("--record-timeout", type=click.FloatRange(0.01), metavar="SECONDS", help="Reject what takes longer.")
@click.option("--rejects", metavar="FILE", help="JSONL of the records that could not be done, each with its reason.")
@click.option("--edits", metavar="FILE", help="JSONL of all edits, keyed by id.")
@click.option("--summary", "summary_file", metavar="FILE", help="The figures of the run as JSON.")
@field_options
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary on standard error.")
def clean(inputs: tuple[str, ...], **options: Any) -> int:
    """Clean articles: text and HTML files, folders and globs of them, JSONL, Parquet and WARC.

    One page prints its text; more print a JSON record a line, in the order of the input. `.gz`, `.zst`, `.xz` and
    `.bz2` are read and written by their names. No FILE, or -, is standard input.

    \b
    Examples:
      newsclean clean page.html
      curl -s https://example.com/1.shtml | newsclean clean --to jsonl
      newsclean clean 'crawl/*.jsonl.gz' -o news.jsonl.zst --workers 8 --rejects bad.jsonl
      newsclean clean dump.parquet -o clean.parquet --text-field body
      newsclean clean CC-NEWS.warc.gz -o clean.jsonl --script keep
    """
    from newsclean.corpus import Job, Plan, can_resume, clean_corpus

    names = or_stdin(inputs)
    options["output"] = None if options["output"] == "-" else options["output"]
    cleaner, identity = _cleaner(options)
    plan = Plan(
        names,
        options["output"],
        options["rejects"],
        options["edits"],
        options["form"],
        options["workers"],
        options["record_timeout"],
        options["resume"],
        identity,
    )
    form = options["form"] if options["form"] in ("text", "html") else "auto"
    job = Job(cleaner, form, _to(names, options), read_fields(options), options["provenance"])
    try:
        with ExitStack() as stack:
            on_progress = _bar(stack, plan) if not options["quiet"] and sys.stderr.isatty() else None
            summary = clean_corpus(plan, job, on_reject=None if plan.rejects else _tell, on_progress=on_progress)
    except BaseException as error:
        if can_resume(plan.output) and not isinstance(error, ConfigError):
            error.add_note("the same command with --resume goes on from here")
        raise
    _tell_summary(summary, options)
    return 1 if summary.rejected else 0


def _cleaner(options: dict[str, Any]) -> tuple[Cleaner, str]:
    """Return the cleaner, and what makes it what it is in one line."""
    import newsclean
    from newsclean.cleaner import Cleaner

    settings = {name: options[name] for name in ("script", "punctuation")}
    rules, profile = options["rule_files"], options["profile"]
    cleaner = Cleaner(**settings, keep=frozenset(options["keep"]), rules=rules, profile=profile)
    read = [*rules, *([profile] if profile else [])]
    files = [hashlib.sha256(Path(name).read_bytes()).hexdigest() for name in read]
    return cleaner, json.dumps([newsclean.__version__, settings, sorted(options["keep"]), files])


def _to(names: list[str], options: dict[str, Any]) -> str:
    """Return the form of the output: as asked, else by the output's name, else text for one page."""
    output = options["output"]
    by_name = _TO.get(os.path.splitext(split_suffix(output)[0])[1].lower()) if output else None
    single = one_page(names, options["form"])
    to: str = options["to"] or by_name or ("text" if single else "jsonl")
    return "page" if to == "text" and single else to


def _tell(reject: Reject) -> None:
    warn(f"{reject.place}: {reject.reason}")


def _bar(stack: ExitStack, plan: Plan) -> Callable[[Summary], None]:
    from newsclean.cli.progress import bar

    return stack.enter_context(bar(list(plan.inputs), plan.form))


def _tell_summary(summary: Summary, options: dict[str, Any]) -> None:
    if options["summary_file"]:
        text = json.dumps(summary.to_dict(), ensure_ascii=False, indent=2) + "\n"
        try:
            Path(options["summary_file"]).write_bytes(text.encode())
        except OSError as error:
            raise ConfigError(f"cannot write {options['summary_file']}: {error.strerror}") from error
    if not options["quiet"]:
        warn(summary.line())
