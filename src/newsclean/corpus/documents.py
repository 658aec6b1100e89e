"""JSON files that are not JSON Lines: one object, or an array of objects, over any number of lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsclean.corpus import limits
from newsclean.corpus.blocks import read_lines
from newsclean.corpus.chunk import Chunk, Position
from newsclean.corpus.compression import close_stream, open_stream
from newsclean.errors import RecordError
from newsclean.record import dumps, loads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.corpus.sources import Source


def read_document(source: Source, begin: Position) -> Iterator[Chunk]:
    """Yield the records of a file named .json: its lines, or the objects of the one value that it holds."""
    elements = _elements(source)
    if elements is None:
        yield from read_lines(source, begin)
        return
    lines: list[bytes] = []
    size, first = 0, begin.records + 1
    for number, element in enumerate(elements[begin.records :], start=first):
        lines.append(dumps(element))
        size += len(lines[-1])
        if size >= limits.BLOCK or number == len(elements):
            end = Position(begin.files, 0, number)
            yield Chunk("lines", source.name, first, b"\n".join(lines), end, size, size)
            lines, size, first = [], 0, number + 1


def _elements(source: Source) -> list[Any] | None:
    """Return the objects of a JSON file, or None where it is JSON Lines, no JSON, or too large to tell."""
    stream = open_stream(source.path)
    try:
        head = stream.readline(limits.BLOCK)
        if _is_record(head):
            return None
        data = head + stream.read(limits.LONGEST)
    finally:
        close_stream(stream, source.path)
    try:
        value = json.loads(data.decode("utf-8-sig")) if len(data) < limits.LONGEST else None
    except (ValueError, RecursionError):
        return None
    if isinstance(value, dict):
        return [value]
    return value if isinstance(value, list) and all(isinstance(element, dict) for element in value) else None


def _is_record(line: bytes) -> bool:
    try:
        loads(line)
    except RecordError:
        return False
    return True
