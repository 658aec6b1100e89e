"""Compressed streams, known by the ends of their names: .gz, .zst, .xz, .bz2.

What is written is a chain of members, one a chunk: every tool reads such a chain as one stream, workers can compress
side by side, and a run that was stopped can be cut off at a member and go on.
"""

from __future__ import annotations

import io
import os
import sys
import zlib
from functools import cache
from pathlib import Path
from typing import IO, cast

SUFFIXES = (".gz", ".zst", ".xz", ".bz2")
_FEED = 8192  # bytes given to the zstd decoder at once: a bomb of runs grows no further than some 200 MB


def split_suffix(name: str) -> tuple[str, str]:
    """Return a name without its compression suffix, and the suffix.

    >>> split_suffix("news.jsonl.gz"), split_suffix("news.txt")
    (('news.jsonl', '.gz'), ('news.txt', ''))
    """
    suffix = Path(name).suffix.lower()
    return (name[: -len(suffix)], suffix) if suffix in SUFFIXES else (name, "")


def reads_once(path: str) -> bool:
    """Tell whether a path is standard input, a pipe or a device: what is read of it is gone."""
    return path == "-" or (os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path))


@cache
def _open_once(path: str) -> IO[bytes]:
    return open(0 if path == "-" else path, "rb", closefd=path != "-")


def open_stream(path: str) -> IO[bytes]:
    """Open a file for reading, decompressed; `-` is standard input. A pipe is opened once, and the same ever after."""
    return _open_once(path) if reads_once(path) else decompressed(path, split_suffix(path)[1])


def decompressed(file: str | IO[bytes], suffix: str) -> IO[bytes]:
    """Return what a file holds, its name or the stream of its bytes given, decompressed over all its members."""
    if suffix == ".gz":
        import gzip

        return cast("IO[bytes]", gzip.open(file))
    if suffix == ".xz":
        import lzma

        return lzma.open(file)
    if suffix == ".bz2":
        import bz2

        return bz2.open(file)
    raw = open(file, "rb") if isinstance(file, str) else file  # noqa: SIM115 - the caller closes it
    return io.BufferedReader(_Zstandard(raw), 1 << 16) if suffix == ".zst" else raw


def close_stream(stream: IO[bytes], path: str) -> None:
    """Close a stream of `open_stream`, unless it can be opened only once."""
    if not reads_once(path):
        stream.close()


def compress(data: bytes, suffix: str) -> bytes:
    """Compress bytes as one whole member; the same bytes for the same data, whatever the time and machine.

    >>> import gzip
    >>> gzip.decompress(compress("甲".encode(), ".gz") + compress("乙".encode(), ".gz")).decode()
    '甲乙'
    """
    if not data or not suffix:
        return data
    if suffix == ".gz":
        import gzip

        return gzip.compress(data, 5, mtime=0)
    if suffix == ".xz":
        import lzma

        return lzma.compress(data, preset=2)
    if suffix == ".bz2":
        import bz2

        return bz2.compress(data)
    import zstandard

    return zstandard.ZstdCompressor(level=3, write_checksum=True).compress(data)


def read_errors() -> tuple[type[Exception], ...]:
    """Return the exceptions that reading a damaged or vanished stream raises."""
    errors: list[type[Exception]] = [OSError, EOFError, zlib.error]
    if "lzma" in sys.modules:
        errors.append(sys.modules["lzma"].LZMAError)
    return tuple(errors)


class _Zstandard(io.RawIOBase):
    """A zstd stream of many frames that tells a cut one from a whole one (the library's own reader does not)."""

    def __init__(self, raw: IO[bytes]) -> None:
        import zstandard

        self._error = zstandard.ZstdError
        self._decoder = zstandard.ZstdDecompressor()
        self._frame = self._decoder.decompressobj()
        self._raw, self._ready, self._inside = raw, b"", False

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._raw.fileno()

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        while not self._ready:
            data = self._raw.read(_FEED)
            if not data:
                if self._inside:
                    raise EOFError("Compressed file ended before the end-of-stream marker was reached")
                return 0
            self._ready = self._decode(data)
        size = min(len(view), len(self._ready))
        view[:size], self._ready = self._ready[:size], self._ready[size:]
        return size

    def _decode(self, data: bytes) -> bytes:
        parts = []
        try:
            while data:
                parts.append(self._frame.decompress(data))
                self._inside = not self._frame.eof
                data = b""
                if self._frame.eof:
                    data = self._frame.unused_data
                    self._frame = self._decoder.decompressobj()
        except self._error as error:
            raise OSError(f"not a zstd stream: {error}") from error
        return b"".join(parts)

    def close(self) -> None:
        self._raw.close()
        super().close()
