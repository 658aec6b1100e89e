"""The command line as a process of its own: bytes in, bytes out."""

import subprocess
from typing import NamedTuple

import pytest
from command import COMMAND, environment


class Ended(NamedTuple):
    status: int
    out: bytes
    err: str


@pytest.fixture
def run(tmp_path):
    """Return a function that runs a command in an empty folder and gives status, output and messages."""

    def command(*arguments, stdin=b"", env=None, **more):
        done = subprocess.run(
            [*COMMAND, *map(str, arguments)],
            input=stdin,
            stdout=more.pop("stdout", subprocess.PIPE),
            stderr=subprocess.PIPE,
            env=environment(**(env or {})),
            cwd=tmp_path,
            timeout=120,
            **more,
        )
        return Ended(done.returncode, done.stdout, done.stderr.decode())

    return command


@pytest.fixture
def page(tmp_path):
    """A page in GB18030: two paragraphs, an editor's line, a link to the next page."""
    path = tmp_path / "page.txt"
    path.write_bytes("雨停了，路通了。\r\n桥也修好了，居民说。\r\n责任编辑：林晓\r\n".encode("gb18030"))
    return path
