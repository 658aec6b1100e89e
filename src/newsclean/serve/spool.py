"""Bytes on their way to a client that may not be reading yet.

Many clients send all of a request before they read a word of the answer. If the service waited for them, both would
wait for ever; if it kept the answer in memory, that would grow with the request. So what is not read goes to disk.
"""

from __future__ import annotations

import asyncio
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_IN_MEMORY = 1 << 20
_BLOCK = 1 << 16


class Spool:
    """A pipe that never makes its writer wait: the first megabyte not yet read is held in memory, the rest on disk."""

    def __init__(self) -> None:
        self.file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
        self.written = self.read = 0
        self.changed = asyncio.Event()
        self.ended = False

    def write(self, data: bytes) -> None:
        """Add bytes."""
        self.file.seek(self.written)
        self.written += self.file.write(data)
        self.changed.set()

    def end(self) -> None:
        """Say that nothing more will come."""
        self.ended = True
        self.changed.set()

    async def blocks(self) -> AsyncIterator[bytes]:
        """Yield what was written, as it comes, until the end."""
        with self.file:
            while not (self.ended and self.read == self.written):
                if self.read == self.written:
                    self.changed.clear()
                    await self.changed.wait()
                    continue
                self.file.seek(self.read)
                block = self.file.read(_BLOCK)
                self.read += len(block)
                if self.read == self.written:
                    self.read = self.written = 0
                    self.file.seek(0)
                    self.file.truncate()
                yield block
