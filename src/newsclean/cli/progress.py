"""The bar on a terminal."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsclean.corpus.compression import reads_once
from newsclean.corpus.sources import sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsclean.corpus.summary import Summary

_INTERVAL = 0.1  # seconds between two drawings


@contextmanager
def bar(names: list[str], form: str) -> Iterator[Callable[[Summary], None]]:
    """Show a bar on standard error: records, speed, share kept and, where the size is known, the time left.

    It is drawn by the caller's thread alone: workers are forked, and a fork must not find another thread's locks held.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TextColumn("{task.fields[told]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True) as progress:
        task = progress.add_task("", total=_total(names, form), told="")

        drawn = -_INTERVAL

        def on_progress(summary: Summary) -> None:
            nonlocal drawn
            if summary.seconds < drawn + _INTERVAL:
                return
            drawn = summary.seconds
            speed = summary.size / 1e6 / max(summary.seconds, 1e-3)
            told = f"{summary.records:,} articles  {speed:,.1f} MB/s  {100 * summary.kept:.1f}% kept"
            progress.update(task, completed=summary.stored, told=told)
            progress.refresh()

        yield on_progress


def _total(names: list[str], form: str) -> int | None:
    """Return the bytes of all files, or None where that cannot be known: standard input, a pipe."""
    if any(reads_once(name) for name in names):
        return None
    return sum(os.path.getsize(source.path) for source in sources(names, form) if os.path.isfile(source.path))
