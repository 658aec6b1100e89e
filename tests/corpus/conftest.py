"""Corpora of made-up news, and the commands that clean them with a cleaner of the tests."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import newsclean

FAULTY = Path(__file__).with_name("faulty.py")
HOME = os.pathsep.join([str(Path(newsclean.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])


@pytest.fixture
def faulty():
    """Return a function that starts a run in a session of its own."""
    running = []

    def start(*arguments, milliseconds=0, **more):
        env = os.environ | {"PYTHONPATH": HOME, "MILLISECONDS": str(milliseconds)}
        command = [sys.executable, str(FAULTY), *map(str, arguments)]
        pipe = subprocess.PIPE
        process = subprocess.Popen(
            command, env=env, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, start_new_session=True, **more
        )
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


@pytest.fixture
def corpus(tmp_path):
    """Return a function that writes a JSONL file of articles, with words put into some of them."""

    def write(records, name="in.jsonl", **words):
        special = {int(key[1:]): word for key, word in words.items()}
        lines = []
        for i in range(records):
            body = "河边的路灯修好了，" * (1 + i % 9) + special.get(i, "") + ("广告" if i % 3 else "") + "居民说。"
            lines.append(json.dumps({"id": i, "text": body, "desk": "城市"}, ensure_ascii=False))
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write
