"""The processes that clean: the event loop only moves bytes, so that it always has time for the next request.

A process of its own can be ended: so a time limit on a record is kept, whatever the record does.
"""

from __future__ import annotations

import asyncio
import pickle
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from newsclean.serve.answer import Answer, Task
from newsclean.serve.worker import HEADER, pack

if TYPE_CHECKING:
    from newsclean.cleaner import Cleaner

TRIES = 3  # of a record that its worker dies of: the first deaths may be chance


class Workers:
    """So many workers, each with one task at a time; tasks beyond that wait."""

    def __init__(self, cleaner: Cleaner, count: int, record_timeout: float) -> None:
        self.staff = [_Worker(cleaner) for _ in range(count)]
        self.record_timeout = record_timeout
        self.idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()

    async def start(self) -> None:
        """Wait until all workers are ready."""
        await asyncio.gather(*(worker.start() for worker in self.staff))
        for worker in self.staff:
            self.idle.put_nowait(worker)

    async def stop(self) -> None:
        """End the workers, whatever they are doing."""
        await asyncio.gather(*(worker.stop() for worker in self.staff))

    @property
    def busy(self) -> int:
        """How many are at work."""
        return len(self.staff) - self.idle.qsize()

    async def answer(self, task: Task) -> Answer:
        """Return a worker's answer; 504 where it takes too long, 500 where the record ends every worker."""
        for _ in range(TRIES):
            worker = await self.idle.get()
            try:
                await worker.start()
                async with asyncio.timeout(self.record_timeout):
                    return Answer(*await worker.ask(task))
            except TimeoutError:
                await worker.stop()
                return Answer(504, stage="worker", reason=f"took longer than {self.record_timeout:g} seconds")
            except (EOFError, OSError):
                await worker.stop()
            except asyncio.CancelledError:
                await worker.stop()  # its answer would be taken for that of the next task
                raise
            finally:
                self.idle.put_nowait(worker)
        return Answer(500, stage="worker", reason=f"ended {TRIES} workers")


class _Worker:
    """A process, started when it is needed and not running."""

    def __init__(self, cleaner: Cleaner) -> None:
        self.cleaner = cleaner
        self.process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        if self.process is not None and self.process.returncode is None:
            return
        pipe = asyncio.subprocess.PIPE
        command = [sys.executable, "-m", "newsclean.serve.worker"]
        # a session of its own: Ctrl-C is for the service, which lets the workers finish
        self.process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, start_new_session=True)
        await self.ask(self.cleaner)

    async def ask(self, value: Any) -> Any:
        process = self.process
        assert process
        assert process.stdin
        assert process.stdout
        process.stdin.write(pack(value))
        await process.stdin.drain()
        size = int.from_bytes(await process.stdout.readexactly(HEADER))
        return pickle.loads(await process.stdout.readexactly(size))

    async def stop(self) -> None:
        if self.process is not None:
            with suppress(ProcessLookupError):
                self.process.kill()
            await self.process.wait()
