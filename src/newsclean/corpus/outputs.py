"""Output files that appear whole or not at all, and the journal by which a stopped run goes on.

A file is written beside its place as `NAME.partial` and renamed when it is complete. The journal `NAME.journal` of the
main output says how far input and outputs had come when everything up to there was safely on disk; a run that goes on
cuts the outputs back to that and reads on from there.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newsclean.corpus.chunk import START, Position
from newsclean.errors import ConfigError, NewscleanError

if TYPE_CHECKING:
    from collections.abc import Mapping

_FREQUENTLY = 1.0  # seconds between checkpoints at least, and fifty times what the last one took


class OutputError(NewscleanError):
    """An output that could not be written: names the file, the reason, and whether the run can go on."""


class Output:
    """A stream of bytes to a file, or straight to standard output, a pipe or a device.

    `size` counts the bytes of whole writes.
    """

    def __init__(self, path: str | None, *, resume: bool = False) -> None:
        self.name = path or "standard output"
        if path and path.endswith(os.sep):
            raise ConfigError(f"cannot write {path}: that names a folder; all records go to one file")
        self.target = os.path.realpath(path) if path and not _is_stream(path) else None
        self.partial = f"{self.target}.partial" if self.target else None
        self.size = 0
        flags = (
            os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0) | (0 if resume or not self.partial else os.O_TRUNC)
        )
        try:
            self._fd = os.open(self.partial or path or "", flags, 0o666) if path else os.dup(1)
        except OSError as error:
            raise ConfigError(f"cannot write {self.name}: {error.strerror}") from error

    def paths(self) -> list[str]:
        """Return the real paths of the file and of what stands beside it while it is written."""
        ends = ("", ".partial", ".partial.parquet", ".journal", ".journal.tmp")
        return [self.target + end for end in ends] if self.target else []

    def write(self, data: bytes) -> None:
        """Write all of the data, or raise the `OSError` of the system."""
        view = memoryview(data)
        while view:
            view = view[os.write(self._fd, view) :]
        self.size += len(data)

    def cut(self, size: int) -> None:
        """Go back to a size."""
        if self.partial:
            os.ftruncate(self._fd, size)
            os.lseek(self._fd, size, os.SEEK_SET)
        self.size = size

    def sync(self) -> None:
        """Make sure that what was written outlives a loss of power."""
        if self.partial:
            os.fsync(self._fd)

    def close(self) -> None:
        """Close the file and leave it where it is."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def drop(self) -> None:
        """Take back what was written."""
        self.close()
        if self.partial:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self.partial)

    def publish(self) -> None:
        """Give the file its name; a second time does nothing."""
        if self._fd >= 0:
            self.sync()
        self.close()
        if self.partial and self.target:
            with contextlib.suppress(FileNotFoundError):
                rename(self.partial, self.target)


@dataclass
class State:
    """How far a run has come: the position in the input, the sizes of the outputs, and the counts."""

    position: Position = START
    sizes: dict[str, int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    size: int = 0
    stored: int = 0
    done: bool = False


class Journal:
    """The file by which a stopped run goes on; `run` is what must be the same for that."""

    def __init__(self, target: str, run: Mapping[str, Any]) -> None:
        self.path = f"{target}.journal"
        self._run = dict(run)
        self._next = time.monotonic() + _FREQUENTLY

    def load(self) -> State | None:
        """Return the state of an interrupted run, None where there is none; raise `ConfigError` for another run's."""
        try:
            with open(self.path, encoding="utf-8") as file:
                found = json.load(file)
            was = found.pop("run")
            state = State(Position(*found.pop("position")), counts=Counter(found.pop("counts")), **found)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ConfigError(f"cannot resume: {self.path} is damaged; start again without --resume") from error
        now = json.loads(json.dumps(self._run))
        for name in now:
            if was.get(name) != now[name]:
                raise ConfigError(f"cannot resume: {name} changed since; start again without --resume")
        return state

    def due(self) -> bool:
        """Tell whether it is time for a checkpoint."""
        return time.monotonic() >= self._next

    def save(self, state: State, outputs: Mapping[str, Output]) -> None:
        """Write a checkpoint: first the outputs to the disk, then the journal, in one step."""
        begun = time.monotonic()
        for output in outputs.values():
            output.sync()
        state.sizes = {name: output.size for name, output in outputs.items()}
        found = vars(state) | {"run": self._run}
        with open(f"{self.path}.tmp", "w", encoding="utf-8") as file:
            json.dump(found, file, ensure_ascii=True)
            file.flush()
            os.fsync(file.fileno())
        rename(f"{self.path}.tmp", self.path)
        ended = time.monotonic()
        self._next = ended + max(_FREQUENTLY, 50 * (ended - begun))

    def forget(self) -> None:
        """Remove the journal."""
        for path in (self.path, f"{self.path}.tmp"):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(path)


def rename(path: str, target: str) -> None:
    """Give a file its name, in one step that outlives a loss of power."""
    os.replace(path, target)
    if os.name == "posix":
        folder = os.open(os.path.dirname(target) or ".", os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def same_file(one: str, other: str) -> bool:
    """Tell whether two names are one existing file."""
    try:
        return os.path.samefile(one, other)
    except OSError:
        return os.path.realpath(one) == os.path.realpath(other)


def _is_stream(path: str) -> bool:
    """Tell whether a path is a pipe or a device, which is written to as it stands."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    if stat.S_ISDIR(mode):
        raise ConfigError(f"cannot write {path}: Is a directory")
    return not stat.S_ISREG(mode)
