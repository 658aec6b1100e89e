"""datatrove, run by its own local executor with two tasks: the library's records, and a reader that loses nothing."""

import gzip
import json
from collections import Counter

import pytest

from material import FEED, GOOD, PAGES, Fails, library, line
from newsclean.corpus.arrow import schema
from newsclean.corpus.compression import compress
from newsclean.record import dumps, restore

pytest.importorskip("datatrove", reason="datatrove is not installed")
from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.writers import JsonlWriter, ParquetWriter
from pyarrow import parquet

import newsclean
from newsclean.contrib.datatrove import LosslessJsonlReader, NewsCleaner, as_record


@pytest.fixture
def run(tmp_path):
    """Return a function that runs a pipeline over files with two tasks: articles, rejects, statistics come back."""

    def run(files, cleaner):
        (tmp_path / "in").mkdir()
        for name, data in files.items():
            (tmp_path / "in" / name).write_bytes(data)
        reader = LosslessJsonlReader(str(tmp_path / "in"), rejects=writer("rejects"), add_file_path=False)
        steps = [reader, cleaner, writer("out", adapter=as_record)]
        executor = LocalPipelineExecutor(steps, tasks=2, workers=2, logging_dir=str(tmp_path / "log"))
        statistics = executor.run()
        assert len(list((tmp_path / "log" / "completions").iterdir())) == 2
        return written("out"), written("rejects"), statistics

    def writer(name, **options):
        return JsonlWriter(str(tmp_path / name), compression=None, **options)

    def written(name):
        files = sorted((tmp_path / name).glob("*.jsonl"))
        return [json.loads(each) for file in files for each in file.read_bytes().splitlines()]

    run.writer, run.written = writer, written
    return run


def jsonl(records):
    return b"".join(dumps(record) + b"\n" for record in records)


def test_records_are_those_of_the_library(run, tmp_path):
    texts = {name: newsclean.decode(page).text for name, page in PAGES.items()}
    records = [{"id": name, "text": text, "desk": "城市"} for name, text in texts.items()]
    run({"a.jsonl": jsonl(records[::2]), "b.jsonl": jsonl(records[1::2])}, NewsCleaner())
    lines = b"".join(file.read_bytes() for file in sorted((tmp_path / "out").iterdir())).splitlines()
    expected = {
        dumps(newsclean.clean(text, id=name).to_dict() | {"desk": "城市"}) for name, text in texts.items() if text
    }
    assert set(lines) == expected
    assert len(lines) == len(expected)


def test_a_bad_line_costs_itself_alone(run):
    good = [{"id": str(i), "text": GOOD} for i in range(300)]
    bad = {
        b'{"id": "gbk", "text": "' + "雨停了".encode("gbk") + b'"}': "not UTF-8",
        b'{"id": "cut", "text": ': "invalid JSON",
        b"[1]": "an array",
        b'{"id": "empty", "text": ""}': "no text",
        b'{"id": "none", "text": null}': "no text",
        b'{"id": "other", "body": "..."}': "no text",
        b'{"id": "outlet", "text": "x", "media": "..."}': "TypeError",
        b"\xff\xfe": "not UTF-8",
    }
    files = {"a.jsonl": jsonl(good[:100]) + b"\n".join(bad) + b"\n\n" + jsonl(good[100:]), "b.jsonl": b""}
    out, rejects, statistics = run(files, NewsCleaner())
    assert [record["id"] for record in out] == [record["id"] for record in good]
    assert [reject["id"] for reject in rejects] == [f"a.jsonl:{101 + i}" for i in range(len(bad))]
    for reject, (given, reason) in zip(rejects, bad.items(), strict=True):
        assert reason in reject["metadata"]["reason"]
        assert reject["text"].encode() == given or "raw_base64" in reject["metadata"]
    assert statistics.stats[0]["rejected"].total == len(bad)


def test_members_and_cut_files_are_read_as_far_as_they_go(run):
    lines = [jsonl([{"id": f"{i}", "text": GOOD}]) for i in range(40)]
    members = b"".join(compress(each, ".zst") for each in lines[:20])
    cut = compress(b"".join(lines[20:]), ".gz")[:-12]
    out, rejects, _ = run({"a.jsonl.zst": members, "b.jsonl.gz": cut}, NewsCleaner())
    ids = [int(record["id"]) for record in out]
    assert ids == list(range(len(ids)))
    assert len(ids) >= 20
    assert [reject["metadata"]["stage"] for reject in rejects] == ["read"]


def test_odd_texts_are_cleaned_and_come_back(run):
    texts = ["甲\ud800乙。", "甲\0乙。", "一句话。" * 100_000, GOOD]
    records = [{"id": 10**30 + i, "text": text, "big": 10**30} for i, text in enumerate(texts)]
    out, rejects, _ = run({"a.jsonl": jsonl(records), "b.jsonl": b""}, NewsCleaner())
    assert rejects == []
    assert [restore(record) for record in out] == texts


def test_a_failure_of_the_cleaner_stays_with_its_document(run):
    out, _, statistics = run({"a.jsonl": jsonl([{"text": "毒"}, {"text": GOOD}]), "b.jsonl": b""}, NewsCleaner(Fails()))
    assert [(record["text"], bool(record.get("rejected"))) for record in out] == [("毒", True), (GOOD, False)]
    assert out[0]["rejected"]["reason"] == "ValueError: poison"
    assert statistics.stats[1]["rejected"].total == 1


def test_a_predicate_drops_to_the_exclusion_writer_and_edits_are_counted(run):
    cleaner = NewsCleaner(
        keep_if=lambda article: (len(article.text) > 5, "short"), exclusion_writer=run.writer("excluded")
    )
    records = [{"id": "long", "text": GOOD}, {"id": "short", "text": "雨停了。\n责任编辑：林晓"}]
    out, _, statistics = run({"a.jsonl": jsonl(records), "b.jsonl": b""}, cleaner)
    assert [record["id"] for record in out] == ["long"]
    (dropped,) = run.written("excluded")
    assert (dropped["id"], dropped["metadata"]["filter_reason"]) == ("short", "short")
    counts = statistics.stats[1]
    assert {name: counts[name].total for name in ("total", "forwarded", "dropped", "dropped_short")} == Counter(
        total=2, forwarded=1, dropped=1, dropped_short=1
    )
    assert (counts["removed.byline"].total, counts["characters.byline"].total) == (2, 14)


def test_the_example_runs(example, tmp_path):
    example("datatrove_pipeline.py", FEED.parent, tmp_path)
    ids = {}
    for name in ("clean", "short"):
        lines = gzip.decompress((tmp_path / name / "00000.jsonl.gz").read_bytes()).splitlines()
        ids[name] = [json.loads(each)["id"] for each in lines]
    assert ids == {"clean": ["a1", "a2"], "short": ["a3"]}


def test_parquet_holds_the_records_when_the_schema_is_named(tmp_path):
    texts = {name: newsclean.decode(page).text for name, page in PAGES.items()}
    documents = [Document(text, name) for name, text in texts.items()]
    with ParquetWriter(str(tmp_path), expand_metadata=True, schema=schema()) as writer:
        for document in NewsCleaner()(documents):
            writer.write(document)
    rows = parquet.read_table(next(tmp_path.glob("*.parquet"))).to_pylist()
    assert [line(row) for row in rows] == library(texts)
