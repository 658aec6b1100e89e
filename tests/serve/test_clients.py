"""The example clients against the running service."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

import newsclean

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAGE = EXAMPLES / "pages" / "county-gb18030.txt"
FEED = EXAMPLES / "pages" / "feed.jsonl"


def ran(service, *command, stdin=b""):
    environment = os.environ | {"NEWSCLEAN": service.address}
    done = subprocess.run([*map(str, command)], input=stdin, capture_output=True, env=environment, timeout=60)
    assert done.stderr == b""
    assert done.returncode == 0
    return done.stdout.decode()


def ids(lines):
    return [json.loads(line)["id"] for line in lines.splitlines()]


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
def test_javascript(service):
    client = EXAMPLES / "clients" / "client.mjs"
    article = newsclean.clean(PAGE.read_bytes())
    assert ran(service, "node", client, PAGE) == f"{article.title}\n{article.text}\n\n"
    assert ids(ran(service, "node", client, stdin=FEED.read_bytes())) == ids(FEED.read_text("utf-8"))
    # more than the buffers hold: fetch reads no word of the answer before it has sent all
    many = b"".join(json.dumps({"id": n, "text": "雨停了。" * 400}).encode() + b"\n" for n in range(2000))
    assert ids(ran(service, "node", client, stdin=many)) == list(range(2000))


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
def test_curl(service):
    page, feed = ran(service, "sh", EXAMPLES / "clients" / "curl.sh", PAGE, FEED).split("\n", 1)
    assert json.loads(page) == newsclean.clean(PAGE.read_bytes(), url="https://example.com/1.html").to_dict()
    assert ids(feed) == ids(FEED.read_text("utf-8"))
