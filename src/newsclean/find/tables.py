"""Read the tables of this stage: tab-separated rows, with comments behind `#`."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of a table in data/tables, cut at tabs.

    >>> next(row for row in rows("brands") if row[0] == "九游")
    ['九游', 'weak']
    """
    text = files("newsclean").joinpath(f"data/tables/{name}.tsv").read_text(encoding="utf-8")
    for row in text.splitlines():
        if row and not row.startswith("#"):
            yield row.split("\t")
