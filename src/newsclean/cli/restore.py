"""newsclean restore."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import click

from newsclean.cli.streams import or_stdin, warn, write
from newsclean.corpus.chunks import chunks
from newsclean.corpus.work import parts
from newsclean.errors import RecordError
from newsclean.record import dumps, loads
from newsclean.record import restore as restore_record

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", nargs=-1, metavar="[FILE|-]...")
def restore(inputs: tuple[str, ...]) -> int:
    """Give back the input of cleaned records: of one record its very characters, of many JSONL of id and text.

    \b
    Examples:
      newsclean restore < article.jsonl > as-it-was.txt
      newsclean restore cleaned.jsonl.gz > as-they-were.jsonl
      newsclean restore cleaned.parquet > as-they-were.jsonl
    """
    lines = _records(or_stdin(inputs))
    head = list(islice(lines, 2))
    failed = 0
    for place, part in chain(head, lines):
        try:
            record = _restored(part)
        except RecordError as error:
            warn(f"{place}: {error}")
            failed = 1
        else:
            write(str(record["text"]) if len(head) == 1 else dumps(record) + b"\n")
    return failed


def _restored(part: Any) -> dict[str, object]:
    if isinstance(part, str):
        raise RecordError(part)
    record = loads(part) if isinstance(part, bytes) else part
    return {"id": record.get("id"), "text": restore_record(record)}


def _records(names: list[str]) -> Iterator[tuple[str, Any]]:
    form = "parquet" if all(name.endswith(".parquet") for name in names) else "jsonl"
    for chunk in chunks(names, form, eager=True):
        yield from parts(chunk)
