"""newsclean report: the page of a cleaned corpus, from any form of it."""

import gzip
import json
from html import unescape

import pytest

from newsclean import clean
from newsclean.record import dumps


@pytest.fixture
def cleaned(tmp_path):
    """Three cleaned records, the last two of one host."""
    path = tmp_path / "cleaned.jsonl"
    pages = [
        "雨停了，路通了。\n责任编辑：林晓",
        "桥也修好了，居民说。\n相关阅读\n江城去年的春汛",
        "渡船照常开。\n版权所有 江城在线",
    ]
    urls = ["http://a.cn/1", "http://b.cn/2", "http://b.cn/3"]
    records = [clean(page, id=str(i), url=url).to_dict() for i, (page, url) in enumerate(zip(pages, urls, strict=True))]
    path.write_bytes(b"".join(dumps(record) + b"\n" for record in records))
    return path


def test_a_page_is_written_and_summed_up(run, cleaned, tmp_path):
    status, out, err = run("report", cleaned, "-o", "report.html", "--title", "江城晚报")
    assert (status, out) == (0, b"")
    assert err.startswith("newsclean: records: 3; shown: 3; kept: ")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<title>江城晚报" in unescape(page)
    assert not list(tmp_path.glob("*.partial"))


def test_quiet_says_nothing(run, cleaned):
    assert run("report", "-q", cleaned, "-o", "report.html") == (0, b"", "")


def test_a_page_goes_to_standard_output_and_records_come_from_standard_input(run, cleaned):
    status, out, err = run("report", "-o", "-", stdin=cleaned.read_bytes())
    assert status == 0
    assert out.lstrip().lower().startswith(b"<!doctype html>")
    assert "records: 3" in err


def test_compressed_records_are_read(run, cleaned, tmp_path):
    packed = tmp_path / "cleaned.jsonl.gz"
    packed.write_bytes(gzip.compress(cleaned.read_bytes()))
    assert "records: 6" in run("report", cleaned, packed, "-o", "report.html").err


def test_records_of_parquet_are_read(run, tmp_path):
    pytest.importorskip("pyarrow")
    (tmp_path / "in.jsonl").write_text('{"id": "1", "text": "雨停了，路通了。\\n责任编辑：林晓"}\n', encoding="utf-8")
    assert run("clean", "-q", "in.jsonl", "-o", "cleaned.parquet").status == 0
    status, _, err = run("report", "cleaned.parquet", "-o", "report.html")
    assert (status, "records: 1; shown: 1" in err) == (0, True)


def test_a_sample_of_the_size_asked_for_is_shown(run, cleaned):
    assert "records: 3; shown: 2" in run("report", cleaned, "-o", "report.html", "--sample", "2").err


def test_what_cannot_be_read_is_named_and_the_others_are_done(run, cleaned, tmp_path):
    with cleaned.open("ab") as file:
        file.write(b'{"text": "\n{"text": "not cleaned"}\n')
    status, _, err = run("report", cleaned, "-o", "report.html")
    assert status == 1
    assert f"{cleaned}:4: invalid JSON" in err
    assert f"{cleaned}:5: not a record of newsclean" in err
    assert "records: 3; shown: 3" in err
    assert "could not be read: 2" in err
    assert (tmp_path / "report.html").exists()


@pytest.mark.parametrize("provenance", ["summary", "none"])
def test_records_without_provenance_are_counted_and_named_so(run, provenance, tmp_path):
    (tmp_path / "a.txt").write_text("雨停了，路通了。\n责任编辑：林晓\n", encoding="utf-8")
    run("clean", "-q", "a.txt", "--provenance", provenance, "-o", "cleaned.jsonl")
    status, _, err = run("report", "cleaned.jsonl", "-o", "report.html")
    assert status == 0
    assert "records: 1; shown: 0" in err
    assert "without provenance, only counted: 1" in err


def test_two_runs_are_compared(run, cleaned, tmp_path):
    old = [json.loads(line) for line in cleaned.read_text(encoding="utf-8").splitlines()]
    kept = clean("雨停了，路通了。", id="0", url="http://a.cn/1").to_dict()
    (tmp_path / "old.jsonl").write_bytes(
        b"".join(dumps(record) + b"\n" for record in [kept, old[2], {**old[1], "id": "9"}])
    )
    err = run("report", cleaned, "-o", "report.html", "--against", "old.jsonl").err
    assert "changed: 1, added: 1, gone: 1" in err


def test_wrong_use_is_said_before_anything_is_read(run, cleaned, tmp_path):
    assert run("report", cleaned).status == 2
    assert run("report", "nowhere.jsonl", "-o", "report.html").err == "newsclean: nowhere.jsonl: no such file\n"
    assert "cannot be written" in run("report", cleaned, "-o", cleaned).err
    assert "read twice" in run("report", cleaned, "-o", "report.html", "--against", "-").err
    assert not (tmp_path / "report.html").exists()
