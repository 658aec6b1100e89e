"""The bodies of requests, read with limits of size and of patience."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from newsclean.serve.limits import Limits

_DRAINED = 64 << 20  # bytes read and dropped of a body that is too large, so that its sender sees the answer
_BOM = b"\xef\xbb\xbf"


class BodyError(Exception):
    """A body that breaks a limit: the status of HTTP, and the reason."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


class Line(NamedTuple):
    """A line that is not empty, with its number; None where it is longer than allowed."""

    number: int
    data: bytes | None


async def read_body(request: Request, limits: Limits) -> bytes:
    """Return the body; raise `BodyError` where it is too large (413) or stays away too long (408)."""
    declared = request.headers.get("content-length", "0")
    size = int(declared) if declared.isdigit() else 0
    blocks: list[bytes] = []
    if size > limits.max_bytes and "expect" in request.headers:
        raise _too_large(limits)  # the sender asked first and has sent nothing
    size = 0
    async for block in read_blocks(request, limits):
        size += len(block)
        if size <= limits.max_bytes:
            blocks.append(block)
        elif size > limits.max_bytes + _DRAINED:
            break
    if size > limits.max_bytes:
        raise _too_large(limits)
    return b"".join(blocks)


async def read_lines(request: Request, limits: Limits) -> AsyncIterator[Line]:
    """Yield the lines of a body of any length, holding no more than one; raise `BodyError` as `read_blocks` does."""
    parts: list[bytes] = []
    number, size = 1, 0
    async for block in read_blocks(request, limits):
        *ends, rest = block.split(b"\n")
        for end in ends:
            parts.append(end)
            if line := _line(number, size + len(end), parts, limits):
                yield line
            parts, number, size = [], number + 1, 0
        size += len(rest)
        if size <= limits.max_bytes:
            parts.append(rest)
        else:
            parts.clear()
    if line := _line(number, size, parts, limits):
        yield line


async def read_blocks(request: Request, limits: Limits) -> AsyncIterator[bytes]:
    """Yield a body as it comes; raise `BodyError` (408) where nothing comes for too long."""
    stream = request.stream()
    while True:
        try:
            async with asyncio.timeout(limits.read_timeout):
                block = await anext(stream)
        except StopAsyncIteration:
            return
        except TimeoutError:
            raise BodyError(408, f"nothing came for {limits.read_timeout:g} seconds") from None
        yield block


def _line(number: int, size: int, parts: list[bytes], limits: Limits) -> Line | None:
    if size > limits.max_bytes:
        return Line(number, None)
    data = b"".join(parts)
    data = data.removeprefix(_BOM) if number == 1 else data
    return Line(number, data) if data.strip() else None


def _too_large(limits: Limits) -> BodyError:
    return BodyError(413, f"longer than {limits.max_bytes} bytes")
