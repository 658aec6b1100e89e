"""A run over a corpus: read, clean, write in order, on one machine."""

from __future__ import annotations

import itertools
import os
import stat
import time
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from newsclean.corpus import limits
from newsclean.corpus.chunk import START, Chunk
from newsclean.corpus.chunks import chunks
from newsclean.corpus.compression import compress, split_suffix
from newsclean.corpus.outputs import Journal, Output, OutputError, State, rename, same_file
from newsclean.corpus.summary import Summary
from newsclean.errors import ConfigError
from newsclean.record import dumps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsclean.corpus.work import Job, Reject, Result

_FORMAT = 1  # of chunks and journals: one of another number cannot be taken up


@dataclass(frozen=True, slots=True)
class Plan:
    """Where a run reads and writes: names of files and folders; `-` is standard input, None standard output.

    `workers` None cleans in this process; `record_timeout` is in seconds of wall clock and needs a worker. `identity`
    is what the journal remembers of the cleaner, so that a run goes on with the same one only.
    """

    inputs: Sequence[str]
    output: str | None = None
    rejects: str | None = None
    edits: str | None = None
    form: str = "auto"
    workers: int | None = None
    record_timeout: float | None = None
    resume: bool = False
    identity: str = ""


def clean_corpus(
    plan: Plan,
    job: Job,
    *,
    on_reject: Callable[[Reject], None] | None = None,
    on_progress: Callable[[Summary], None] | None = None,
) -> Summary:
    """Clean all records of the inputs into the output, in order, and return the figures.

    Raise `ConfigError` before any work for what cannot be done, and `OutputError` where writing fails. After that,
    after Ctrl-C and after a kill, the same plan with `resume` goes on to the same output, byte for byte.
    `on_reject` is told each record that could not be done, `on_progress` the figures after each chunk.
    """
    _check(plan, job)
    run = _Run(plan, job)
    try:
        for chunk, result in run.results():
            run.add(chunk, result)
            for reject in result.rejects:
                if on_reject:
                    on_reject(reject)
            if on_progress:
                on_progress(run.summary())
    except BaseException:
        run.halt()
        raise
    run.finish()
    return run.summary()


def can_resume(output: str | None) -> bool:
    """Tell whether a stopped run left a journal beside this output."""
    return output is not None and os.path.exists(f"{os.path.realpath(output)}.journal")


class _Run:
    """A run under way: its outputs, its journal, and how far it has come."""

    def __init__(self, plan: Plan, job: Job) -> None:
        self.plan = plan
        self.job = replace(job, codec=_codec(plan.output), edits_codec=_codec(plan.edits) if plan.edits else None)
        self.state, self.journal, self.columns = State(), None, None
        self.begun = time.monotonic()
        if plan.output:
            target = os.path.realpath(plan.output)
            self.journal = Journal(target, _identity(plan, self.job))
            self.state = (self.journal.load() if plan.resume else None) or self.state
        self.read_before = self.state.size
        names = {"output": plan.output, "rejects": plan.rejects, "edits": plan.edits}
        self.outputs = {k: Output(v, resume=plan.resume) for k, v in names.items() if v or k == "output"}
        if not self.outputs["output"].target:
            self.journal = None
        if self.journal and not plan.resume:
            self.journal.forget()
        if not self.state.done:
            self._cut()

    def results(self) -> Iterator[tuple[Chunk, Result]]:
        if self.state.done:
            return
        own = frozenset(path for output in self.outputs.values() for path in output.paths())
        read = chunks(self.plan.inputs, self.plan.form, self.state.position, eager=not self.plan.output, without=own)
        workers, limit = self.plan.workers, self.plan.record_timeout
        if workers or limit:
            from newsclean.corpus.pool import run_workers

            yield from run_workers(read, self.job, workers or 1, limit)
        else:
            yield from ((chunk, self.job(chunk, {}, _no_beat)) for chunk in read)

    def add(self, chunk: Chunk, result: Result) -> None:
        """Write what became of a chunk."""
        if self.job.to == "parquet":
            self._check_columns(chunk, result)
        self._write("output", result.output)
        self._write("edits", result.edits)
        lines = b"".join(map(_line, result.rejects)) if self.plan.rejects else b""
        self._write("rejects", compress(lines, _codec(self.plan.rejects)))
        self.state.position = chunk.end
        self.state.size += chunk.size
        self.state.stored += chunk.stored
        self.state.counts.update(result.counts)
        self.state.sizes = {name: output.size for name, output in self.outputs.items()}
        if self.journal and self.journal.due():
            self.journal.save(self.state, self.outputs)

    def halt(self) -> None:
        """Leave what a later run can take up: whole chunks and a journal; or nothing, if there is nothing to keep."""
        kept = self.journal is not None and self.state.position > START
        try:
            if kept and self.journal:
                self._cut()
                self.journal.save(self.state, self.outputs)
        except OSError:  # a full disk: an earlier journal stands, or none
            kept = can_resume(self.plan.output)
        if not kept:
            for output in self.outputs.values():
                output.drop()
            if self.journal:
                self.journal.forget()

    def finish(self) -> None:
        """Give the outputs their names, the main one last; a run killed in here does the rest when it goes on."""
        self.state.done = True
        if self.journal:
            self._guard("output", self._checkpoint)
        nothing = not self.state.counts["records"] and self.state.counts["rejected"]
        for name in ("rejects", "edits", "output"):
            if output := self.outputs.get(name):
                if nothing and name != "rejects":
                    output.drop()
                elif name == "output" and self.job.to == "parquet":
                    self._guard(name, _publish_parquet)
                else:
                    self._guard(name, Output.publish)
        if self.journal:
            self.journal.forget()

    def _check_columns(self, chunk: Chunk, result: Result) -> None:
        """Stop at the first chunk whose columns are others, and not when all is done and cannot be put together."""
        from newsclean.corpus.arrow import columns_of

        columns = columns_of(result.output) if result.output else None
        self.columns = self.columns or columns
        if columns and columns != self.columns:
            raise ConfigError(f"{chunk.name}: other columns than before; write it to a Parquet file of its own")

    def summary(self) -> Summary:
        seconds = time.monotonic() - self.begun
        return Summary(self.state.counts, self.state.size - self.read_before, seconds, self.state.stored)

    def _checkpoint(self, _: Output) -> None:
        if self.journal:
            self.journal.save(self.state, self.outputs)

    def _write(self, name: str, data: bytes) -> None:
        if data:
            self._guard(name, lambda output: output.write(data))

    def _guard(self, name: str, act: Callable[[Output], Any]) -> None:
        """Do something to an output; say which one failed."""
        try:
            act(self.outputs[name])
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"{self.outputs[name].name}: {error.strerror or error}") from error

    def _cut(self) -> None:
        for name, output in self.outputs.items():
            output.cut(self.state.sizes.get(name, 0))


def _check(plan: Plan, job: Job) -> None:
    """Refuse what would destroy an input or cannot be written."""
    outputs = [name for name in (plan.output, plan.rejects, plan.edits) if name]
    for one, other in [*itertools.combinations(outputs, 2), *itertools.product(plan.inputs, outputs)]:
        if one != os.devnull and same_file(one, other):
            raise ConfigError(
                f"{other} is named twice: a file cannot be read and written, or written twice, in one run"
            )
    if not plan.output and any(_is_standard_output(name) for name in plan.inputs):
        raise ConfigError("standard output goes to a file that is read; write elsewhere")
    if plan.resume and not plan.output:
        raise ConfigError("--resume needs an output file: -o FILE")
    if job.to == "parquet" and (not plan.output or plan.output.startswith("/dev/")):
        raise ConfigError("Parquet cannot be written to a pipe: -o FILE")
    if plan.workers is not None and plan.workers < 1:
        raise ConfigError("--workers is at least 1")


def _is_standard_output(name: str) -> bool:
    try:
        found = os.fstat(1)
        return stat.S_ISREG(found.st_mode) and os.path.samestat(found, os.stat(name))
    except OSError:
        return False


def _identity(plan: Plan, job: Job) -> dict[str, Any]:
    """Return what must be the same for a run to go on."""
    return {
        "format": [_FORMAT, limits.BLOCK],
        "inputs": [[name, *_stamp(name)] for name in plan.inputs],
        "options": [plan.form, plan.rejects, plan.edits, job.form, job.to, job.provenance, asdict(job.fields)],
        "cleaner": plan.identity,
    }


def _stamp(name: str) -> list[int]:
    """Return size and time of change of a file; nothing of a folder, whose files are read as they are found."""
    try:
        found = os.stat(name)
    except OSError:
        return []
    return [] if os.path.isdir(name) else [found.st_size, found.st_mtime_ns]


def _codec(name: str | None) -> str:
    return split_suffix(name)[1] if name else ""


def _publish_parquet(output: Output) -> None:
    from newsclean.corpus.arrow import write_file

    output.close()
    if output.partial and output.target and os.path.exists(output.partial):
        write_file(output.partial, f"{output.partial}.parquet")
        rename(f"{output.partial}.parquet", output.target)
        os.unlink(output.partial)


def _line(reject: Reject) -> bytes:
    return dumps(reject.to_dict()) + b"\n"


def _no_beat(_: int) -> None:
    pass
