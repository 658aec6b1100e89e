"""JSON Lines in, JSON Lines out: answers come while the request is still being sent, in its order."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.requests import ClientDisconnect

from newsclean.serve.answer import Answer, Task
from newsclean.serve.bodies import BodyError, read_lines
from newsclean.serve.spool import Spool

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

    from newsclean.serve.limits import Limits
    from newsclean.serve.workers import Workers

_AHEAD = 4  # records for each worker that are read before the first of them is answered


class Batch:
    """The answer to a batch: for each line of the request its record, or in the same place what is wrong with it.

    Starlette's own streams read the request for a sign that the client has gone, and so would eat its lines.
    """

    def __init__(self, request: Request, workers: Workers, limits: Limits, task: Task) -> None:
        self.request, self.workers, self.limits, self.task = request, workers, limits, task
        self.lines: asyncio.Queue[asyncio.Task[bytes] | None] = asyncio.Queue(_AHEAD * len(workers.staff))
        self.spool = Spool()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        """Send it."""
        headers = [(b"content-type", b"application/x-ndjson")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        async with asyncio.TaskGroup() as group:
            group.create_task(self._read(group))
            group.create_task(self._collect())
            async for block in self.spool.blocks():
                await send({"type": "http.response.body", "body": block, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _read(self, group: asyncio.TaskGroup) -> None:
        number = 0
        try:
            async for number, line in read_lines(self.request, self.limits):
                await self.lines.put(group.create_task(self._answer(number, line)))
        except BodyError as error:
            ended = Answer(error.status, stage="read", reason=error.reason).json(f"after line {number}")
            await self.lines.put(group.create_task(_given(ended)))
        except ClientDisconnect:
            pass
        await self.lines.put(None)

    async def _answer(self, number: int, line: bytes | None) -> bytes:
        if line is None:
            answer = Answer(413, stage="read", reason=f"longer than {self.limits.max_bytes} bytes")
        else:
            answer = await self.workers.answer(self.task._replace(body=line))
        return answer.json(f"line {number}", line)

    async def _collect(self) -> None:
        while (line := await self.lines.get()) is not None:
            self.spool.write(await line + b"\n")
        self.spool.end()


async def _given(line: bytes) -> bytes:
    return line
