"""Standard streams as bytes: UTF-8 and `\\n` whatever the locale."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from newsclean.corpus.compression import close_stream, open_stream, read_errors
from newsclean.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterator

_STANDARD_INPUT = "standard input"


def write(text: str | bytes) -> None:
    """Write all of a text to standard output at once; a full disk or a closed pipe raises `OSError` here."""
    data = memoryview(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
    sys.stdout.flush()
    while data:
        data = data[os.write(1, data) :]


def read(name: str) -> bytes:
    """Read a whole file, or standard input for `-`; raise `RecordError` with name and reason where that fails."""
    return b"".join(blocks(name, -1))


def blocks(name: str, size: int) -> Iterator[bytes]:
    """Yield what `read` reads, by blocks of `size` bytes, of which only the last is shorter."""
    try:
        stream = open_stream(name)
        try:
            while block := stream.read(size):
                yield block
        finally:
            close_stream(stream, name)
    except read_errors() as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise RecordError(f"{shown(name)}: {reason}") from error


def warn(message: str) -> None:
    """Print a message on standard error, with the name of the program."""
    print(f"newsclean: {message}", file=sys.stderr)


def shown(name: str) -> str:
    """Return how messages call an input."""
    return _STANDARD_INPUT if name == "-" else name


def or_stdin(names: tuple[str, ...]) -> list[str]:
    """Return the inputs named, else standard input; refuse to wait for a terminal."""
    if not names and sys.stdin is not None and sys.stdin.isatty():
        _usage("no input: name a FILE or a folder, or pipe something in")
    return list(names) or ["-"]


def _usage(message: str) -> NoReturn:
    raise click.UsageError(message, click.get_current_context(silent=True))
