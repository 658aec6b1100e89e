"""A worker of the service: reads a cleaner from standard input, then one task after the other, and writes the answers.

A message is its length in eight bytes, then the pickle of a value.
"""

from __future__ import annotations

import os
import pickle
import sys
from typing import Any, BinaryIO

from newsclean.serve.answer import answer

HEADER = 8


def pack(value: Any) -> bytes:
    """Return a message.

    >>> message = pack("甲")
    >>> int.from_bytes(message[:HEADER]) == len(message) - HEADER
    True
    """
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return len(data).to_bytes(HEADER) + data


def main() -> None:
    """Work until standard input ends: so a worker never outlives the service, however that died."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints must not speak between two messages
    cleaner = _read(sys.stdin.buffer)
    _warm(cleaner)
    _write(out, None)
    while (task := _read(sys.stdin.buffer)) is not None:
        _write(out, answer(task, cleaner))


def _read(stream: BinaryIO) -> Any:
    header = stream.read(HEADER)
    return pickle.loads(stream.read(int.from_bytes(header))) if header else None


def _write(stream: BinaryIO, value: Any) -> None:
    stream.write(pack(value))
    stream.flush()


def _warm(cleaner: Any) -> None:
    from newsclean.corpus.work import Job

    Job(cleaner).warm()


if __name__ == "__main__":
    main()
