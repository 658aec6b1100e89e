"""The same input gives the same record, byte for byte, through every host; what is bad stands where it stood."""

import json
import os
import pickle
import subprocess
import sys
from itertools import islice
from pathlib import Path
from urllib.parse import quote

import pytest

import gold
import newsclean
from newsclean.corpus.fields import Fields, pass_through
from newsclean.record import dumps, loads

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "gold"
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(newsclean.__file__).parents[1])}
# What the contract says must end: nothing, no text, damage, and pages made to be slow.
BAD = {
    "empty": b"",
    "bom": b"\xef\xbb\xbf",
    "nulls": b"\x00" * 3000,
    "noise": bytes(range(256)) * 20,
    "half": "雨停了，路通了。".encode("gb18030")[:-1],
    "mixed": "雨停了。".encode() + "路通了。".encode("big5"),
    "open": b"<div><p" * 2000,
    "deep": b"<b>" * 3000 + "雨".encode(),
    "line": "新闻".encode() * 20_000,
    "blank": "\n\u3000\r\n\u2028 ".encode() * 500,
}


@pytest.fixture(scope="module")
def pages():
    """All gold cases, the seeds where they are, and bad pages, by the names of their files."""
    seeds = {path.stem: path.read_bytes() for path in sorted(SEEDS.glob("*.txt"))}
    cases = {path.stem: gold.read(path).data for path in gold.case_files()}
    return {f"{name}.txt": raw for name, raw in (BAD | seeds | cases).items()}


@pytest.fixture(scope="module")
def of_pages(pages):
    cleaner = newsclean.Cleaner()
    return {name: dumps(cleaner.clean(raw, id=name).to_dict()) for name, raw in pages.items()}


@pytest.fixture(scope="module")
def lines(pages):
    """Every fourth page as a line of JSON, and between them lines that are no records."""
    records = [
        {"channel": n, "id": name, "text": raw.decode("utf-8", "replace"), "url": f"http://a.cn/{n}"}
        for n, (name, raw) in enumerate(islice(pages.items(), 0, None, 4))
    ]
    bad = [{"id": "none"}, {"id": "seven", "text": 7}, {"id": "null", "text": None}]
    return [*records[:9], *bad, *records[9:], {"id": "lone", "text": "雨停了\ud800。"}]


@pytest.fixture(scope="module")
def of_lines(lines):
    """The record of each line by the library, None for what is none."""
    cleaner = newsclean.Cleaner()
    found = {}
    for given in lines:
        if isinstance(given.get("text"), str):
            item = Fields().item(given)
            found[given["id"]] = dumps(pass_through(given, cleaner.clean(item.raw, **item.hints).to_dict()))
        else:
            found[given["id"]] = None
    return found


def by_id(data):
    return {json.loads(line)["id"]: line for line in data.splitlines()}


class TestCommandLine:
    def test_pages(self, pages, of_pages, tmp_path):
        (tmp_path / "in").mkdir()
        for name, raw in pages.items():
            (tmp_path / "in" / name).write_bytes(raw)
        assert by_id(self.cleaned(tmp_path, "in", 0)) == of_pages

    def test_lines(self, lines, of_lines, tmp_path):
        (tmp_path / "in.jsonl").write_bytes(b"\n".join(map(dumps, lines)))
        expected = {name: record for name, record in of_lines.items() if record}
        assert by_id(self.cleaned(tmp_path, "in.jsonl", 1)) == expected
        rejects = (tmp_path / "bad.jsonl").read_bytes().splitlines()
        assert [json.loads(json.loads(line)["raw"])["id"] for line in rejects] == ["none", "seven", "null"]

    def cleaned(self, folder, name, status):
        command = [sys.executable, "-m", "newsclean", "clean", "-q", name, "-o", "out.jsonl", "--rejects", "bad.jsonl"]
        assert subprocess.run(command, cwd=folder, env=ENVIRONMENT, timeout=120).returncode == status
        return (folder / "out.jsonl").read_bytes()


class TestHttp:
    def test_pages(self, service, pages, of_pages):
        found = {name: service.post(f"/clean?id={quote(name)}", raw).body for name, raw in pages.items()}
        assert found == of_pages

    def test_lines(self, service, lines, of_lines):
        found = service.post("/batch", b"\n".join(map(dumps, lines))).body.splitlines()
        assert len(found) == len(lines)
        for given, line in zip(lines, found, strict=True):
            if expected := of_lines[given["id"]]:
                assert line == expected
            else:
                assert json.loads(json.loads(line)["error"]["raw"])["id"] == given["id"]


class TestScrapy:
    def crawled(self, folder, items):
        pytest.importorskip("scrapy", reason="needs newsclean[scrapy]")
        (folder / "items").write_bytes(pickle.dumps(items))
        command = [sys.executable, str(Path(__file__).with_name("items.py")), "items", "out.jsonl"]
        assert subprocess.run(command, cwd=folder, env=ENVIRONMENT, timeout=120).returncode == 0
        return by_id((folder / "out.jsonl").read_bytes())

    def test_pages(self, pages, of_pages, tmp_path):
        assert self.crawled(tmp_path, [{"id": name, "raw": raw} for name, raw in pages.items()]) == of_pages

    def test_lines(self, lines, of_lines, tmp_path):
        found = self.crawled(tmp_path, lines)
        failed = {given["id"]: loads(found[given["id"]]) for given in lines if not of_lines[given["id"]]}
        assert found == {name: record or found[name] for name, record in of_lines.items()}
        for given in lines:
            if item := failed.get(given["id"]):
                assert item.pop("flags")[0]["flag"] == "failed"
                assert item == given


class TestArrow:
    def cleaned(self, rows):
        pa = pytest.importorskip("pyarrow", reason="needs newsclean[parquet]")
        from newsclean.contrib.arrow import ArrowCleaner

        for row in ArrowCleaner()(pa.Table.from_pylist(rows)).to_pylist():
            row["ledger"] = row["ledger"] and loads(row["ledger"].encode())
            rejected = row.pop("rejected")
            yield row["id"], rejected or dumps(row)

    def test_pages(self, pages, of_pages):
        assert dict(self.cleaned([{"id": name, "text": raw} for name, raw in pages.items()])) == of_pages

    def test_lines(self, lines, of_lines):
        """A column is of one type and UTF-8: the line with a number for its text and the lone surrogate cannot be."""
        rows = [{"channel": None, **given} for given in lines if given["id"] not in ("seven", "lone")]
        found = dict(self.cleaned(rows))
        assert {name for name, told in found.items() if isinstance(told, dict)} == {"none", "null"}
        for name, told in found.items():
            if expected := of_lines[name]:
                assert loads(told) == loads(expected)  # columns have an order of their own
