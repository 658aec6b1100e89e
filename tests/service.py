"""The service as a process of its own, and requests to it: what tests of several folders need."""

import http.client
import os
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import newsclean

TESTS = Path(__file__).resolve().parent


class Answered(NamedTuple):
    status: int
    body: bytes
    headers: http.client.HTTPMessage


class Service(NamedTuple):
    process: subprocess.Popen
    address: str

    def connect(self):
        return http.client.HTTPConnection(self.address.removeprefix("http://"), timeout=60)

    def request(self, method, path, body=None, headers=None):
        connection = self.connect()
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        answered = Answered(answer.status, answer.read(), answer.headers)
        connection.close()
        return answered

    def post(self, path, body, content_type=None):
        return self.request("POST", path, body, {"Content-Type": content_type} if content_type else {})


@contextmanager
def running(*command):
    """Run a command that says where it is listening; give the service."""
    home = Path(newsclean.__file__).parents[1]
    path = os.pathsep.join(map(str, [home, TESTS / "corpus"]))
    process = subprocess.Popen(
        [sys.executable, *map(str, command)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | {"PYTHONPATH": path},
    )
    try:
        said = process.stdout.readline().decode()
        yield Service(process, re.search(r"listening on (\S+),", said)[1])
    finally:
        process.terminate()
        process.wait(60)
        process.stdout.close()
