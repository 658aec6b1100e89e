"""Workers in processes of their own, results in order.

Each worker has one pipe and one chunk at a time, and tells in two shared numbers which record it is at since when. So
a worker that dies names the record it died at: the chunk is done again, whole and by a new worker, and a record that
killed several workers is left out of it and rejected. So the output is what an undisturbed run writes, byte for byte.
(`multiprocessing.Pool` waits for ever for the results of a worker that was killed.)
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import signal
import sys
import time
from collections import deque
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

from newsclean.errors import NewscleanError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsclean.corpus.chunk import Chunk
    from newsclean.corpus.work import Job, Result

DEATHS = 5  # of workers in a row at one record before it is rejected: the first ones may be chance
LOST = 20  # of workers in a row at one chunk, outside its records, before the run is given up
_AHEAD = 4  # chunks for each worker that may wait for an earlier one
_context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


class _Task:
    """A chunk on its way: the records to leave out of it and why, and at which records workers died."""

    def __init__(self, number: int, chunk: Chunk) -> None:
        self.number, self.chunk = number, chunk
        self.skip: dict[int, str] = {}
        self.deaths: list[int] = []


class _Worker:
    """A process that cleans one chunk after the other."""

    def __init__(self, job: Job, siblings: Iterable[_Worker]) -> None:
        self.task: _Task | None = None
        self.pulse = _context.RawArray("d", 2)  # record begun (-1: none), time when
        self.pipe, far = _context.Pipe()
        near = [self.pipe, *(worker.pipe for worker in siblings)] if _context.get_start_method() == "fork" else []
        self.process = _context.Process(target=_serve, args=(far, near, self.pulse, job), daemon=True)
        self.process.start()
        far.close()

    def start(self, task: _Task) -> None:
        self.task = task
        self.pulse[0] = -1
        with contextlib.suppress(OSError):  # it is dead; reading its answer will say so
            self.pipe.send((task.chunk, task.skip))

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def run_workers(
    chunks: Iterable[Chunk], job: Job, workers: int, record_timeout: float | None = None
) -> Iterator[tuple[Chunk, Result]]:
    """Yield each chunk with its result, in the order of the chunks.

    At most a few chunks a worker are held, however long the input. `record_timeout` is in seconds of wall clock.
    """
    tasks = (_Task(number, chunk) for number, chunk in enumerate(chunks))
    staff: list[_Worker] = []
    try:
        job.warm()
        for _ in range(workers):
            staff.append(_Worker(job, staff))
        yield from _in_order(tasks, staff, job, record_timeout)
    finally:
        for worker in staff:
            worker.stop()


def _in_order(
    tasks: Iterator[_Task], staff: list[_Worker], job: Job, record_timeout: float | None
) -> Iterator[tuple[Chunk, Result]]:
    done: dict[int, tuple[Chunk, Result]] = {}
    ready: deque[_Task] = deque()  # read ahead, so that no worker waits for the disk
    wanted = begun = 0
    while True:
        idle = deque(worker for worker in staff if worker.task is None)
        while idle and begun - wanted < _AHEAD * len(staff) and (task := _next(ready, tasks)):
            idle.popleft().start(task)
            begun += 1
        while wanted in done:  # the workers are busy again while the caller writes
            yield done.pop(wanted)
            wanted += 1
        ready.extend(islice(tasks, len(staff) - len(ready)))
        if wanted == begun and not ready:
            return
        for worker in _answering(staff, record_timeout):
            task = worker.task
            result = _receive(worker, record_timeout)
            if result is None:
                _replace(staff, worker, job)
            elif task:
                done[task.number] = (task.chunk, result)


def _next(ready: deque[_Task], tasks: Iterator[_Task]) -> _Task | None:
    return ready.popleft() if ready else next(tasks, None)


def _answering(staff: list[_Worker], record_timeout: float | None) -> list[_Worker]:
    """Wait until workers answer, die or overstay."""
    busy = {worker.pipe: worker for worker in staff if worker.task}
    while busy:
        overdue = [worker for worker in busy.values() if record_timeout and _since(worker) > record_timeout]
        found = wait(busy, 0 if overdue else min(record_timeout / 4, 1.0) if record_timeout else None)
        answering = [busy[pipe] for pipe in found if isinstance(pipe, Connection)]
        if answering or overdue:
            return [*answering, *(worker for worker in overdue if worker not in answering)]
    return []


def _since(worker: _Worker) -> float:
    record, begun = worker.pulse
    return time.monotonic() - begun if record >= 0 else 0.0


def _receive(worker: _Worker, record_timeout: float | None) -> Result | None:
    """Return a worker's result and set it free; None where it died or was killed for being late."""
    assert worker.task
    try:
        if worker.pipe.poll():
            result: Result = worker.pipe.recv()
            worker.task = None
            return result
        reason = f"took longer than {record_timeout:g} seconds"
        worker.process.kill()
        worker.task.skip[int(worker.pulse[0])] = reason
    except (EOFError, OSError):
        _note_death(worker)
    return None


def _note_death(worker: _Worker) -> None:
    task, record = worker.task, int(worker.pulse[0])
    assert task
    worker.process.join()
    task.deaths.append(record)
    status = worker.process.exitcode or 0
    how = f"signal {-status}" if status < 0 else f"exit status {status}"
    if record >= 0 and task.deaths[-DEATHS:] == [record] * DEATHS:
        task.skip[record] = f"killed {DEATHS} workers ({how})"
    elif task.deaths[-LOST:] == [-1] * LOST:
        place = f"{task.chunk.name}, from record {task.chunk.first}"
        raise NewscleanError(f"{LOST} workers died at {place}, between records ({how}); is there memory enough?")


def _replace(staff: list[_Worker], worker: _Worker, job: Job) -> None:
    """Put a new worker in a dead one's place, with the same chunk."""
    task = worker.task
    worker.stop()
    staff.remove(worker)
    staff.append(_Worker(job, staff))
    if task:
        staff[-1].start(task)


def _serve(
    pipe: Connection, near: list[Connection], pulse: Any, job: Callable[[Chunk, dict[int, str], Any], Result]
) -> None:
    """Clean chunks until the other end of the pipe is closed."""
    gc.freeze()  # the collector would write to every page that a fork shares
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the parent alone decides
    for end in near:  # a fork holds its parent's ends too, and would never see them closed
        end.close()

    def beat(record: int) -> None:
        pulse[1] = time.monotonic()
        pulse[0] = record

    while True:
        try:
            chunk, skip = pipe.recv()
            result = job(chunk, skip, beat)
            pulse[0] = -1
            pipe.send(result)
        except (EOFError, OSError):
            return
