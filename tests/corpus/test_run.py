"""A run reads, cleans and writes every form, in order, whole or not at all."""

import gzip
import json
import multiprocessing
import sys

import pytest
from faulty import Cleaner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclean.corpus import Fields, Job, Plan, clean_corpus
from newsclean.corpus.compression import SUFFIXES, open_stream
from newsclean.errors import ConfigError
from newsclean.record import loads, restore


def run(inputs, output, job=None, **plan):
    rejects = []
    inputs = [str(path) for path in inputs]
    summary = clean_corpus(Plan(inputs, str(output), **plan), job or Job(Cleaner()), on_reject=rejects.append)
    return summary, rejects


def lines(path):
    with open_stream(str(path)) as stream:
        return [loads(line) for line in stream.read().splitlines()]


def test_records_come_out_in_order_with_their_own_fields(corpus, tmp_path):
    summary, rejects = run([corpus(50)], tmp_path / "out.jsonl")
    records = lines(tmp_path / "out.jsonl")
    assert [record["id"] for record in records] == list(range(50))
    assert {record["desk"] for record in records} == {"城市"}
    assert not any("广告" in record["text"] for record in records)
    assert (summary.records, summary.rejected, rejects) == (50, 0, [])
    assert summary.to_dict()["removed"] == {"advertisement": {"edits": 33, "characters": 66}}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("workers", [None, 2])
def test_compressed_files_are_read_and_written_by_their_names(suffix, workers, corpus, tmp_path):
    source = corpus(40)
    run([source], tmp_path / "plain.jsonl")
    run([source], tmp_path / f"out.jsonl{suffix}", workers=workers)
    run([tmp_path / f"out.jsonl{suffix}"], tmp_path / f"again.jsonl{suffix}", workers=workers)
    assert lines(tmp_path / f"out.jsonl{suffix}") == lines(tmp_path / "plain.jsonl")
    assert [r["text"] for r in lines(tmp_path / f"again.jsonl{suffix}")] == [
        r["text"] for r in lines(tmp_path / "plain.jsonl")
    ]


def test_a_bad_line_is_named_and_the_others_are_done(corpus, tmp_path):
    source = corpus(10)
    content = source.read_bytes().split(b"\n")
    content[6] = b'{"text": '
    content[8] = b'{"title": "x"}'
    content[2] = '{"text": "甲"}'.encode("gb18030")
    source.write_bytes(b"\xef\xbb\xbf" + b"\n\n".join(content))
    summary, rejects = run([source], tmp_path / "out.jsonl", rejects=str(tmp_path / "bad.jsonl"))
    assert (summary.records, summary.rejected) == (7, 3)
    bad = lines(tmp_path / "bad.jsonl")
    assert [(r["place"], r["stage"]) for r in bad] == [(f"{source}:{n}", "read") for n in (5, 13, 17)]
    assert "not UTF-8" in bad[0]["reason"]
    assert bad[0]["raw_base64"]
    assert "invalid JSON" in bad[1]["reason"]
    assert bad[1]["raw"] == '{"text": '
    assert "no text" in bad[2]["reason"]
    assert [r.place for r in rejects] == [r["place"] for r in bad]


LINES = st.lists(
    st.binary(max_size=30)
    | st.text(max_size=20).map(lambda text: json.dumps({"text": text}).encode())
    | st.sampled_from([b'{"text": 1}', b"[]", b" ", b"\r", '{"text": "毒"}'.encode(), b'{"text": "\\ud800"}']),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(LINES)
def test_every_line_is_written_or_rejected_whatever_it_holds(tmp_path, found):
    data = b"\n".join(found)
    given_lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    (tmp_path / "in.jsonl").write_bytes(data)
    (tmp_path / "out.jsonl").unlink(missing_ok=True)
    summary, rejects = run([tmp_path / "in.jsonl"], tmp_path / "out.jsonl")
    full = [n for n, line in enumerate(given_lines, 1) if line.strip()]
    bad = [int(reject.place.rpartition(":")[2]) for reject in rejects]
    assert bad == sorted(set(bad) & set(full))
    assert summary.records == len(full) - len(bad)
    if summary.records:
        restored = [restore(record) for record in lines(tmp_path / "out.jsonl")]
        good = [loads(given_lines[n - 1])["text"] for n in full if n not in bad]
        assert restored == good


def test_a_folder_gives_an_article_a_file_with_its_path_as_id(tmp_path):
    folder = tmp_path / "pages"
    (folder / "b").mkdir(parents=True)
    (folder / "b" / "1.txt").write_text("甲。", encoding="utf-8")
    (folder / "a.txt").write_text("乙广告。", encoding="utf-8")
    (folder / "毒.txt").write_text("毒", encoding="utf-8")
    summary, rejects = run([folder], tmp_path / "out.jsonl")
    assert [(r["id"], r["text"]) for r in lines(tmp_path / "out.jsonl")] == [("a.txt", "乙。"), ("b/1.txt", "甲。")]
    assert [reject.place for reject in rejects] == [str(folder / "毒.txt")]
    assert summary.rejected == 1


@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_file_may_be_an_object_an_array_or_lines(indent, tmp_path):
    records = [{"id": n, "text": "雨停了广告。" * 9000, "big": 10**30} for n in range(4)]
    (tmp_path / "a.json").write_text(json.dumps(records, indent=indent), encoding="utf-8-sig")
    (tmp_path / "b.json").write_text(json.dumps(records[0], indent=indent), encoding="utf-8")
    (tmp_path / "c.json").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    (tmp_path / "d.json").write_text("[1,\n2]", encoding="utf-8")
    _, rejects = run([tmp_path / f"{name}.json" for name in "abcd"], tmp_path / "out.jsonl")
    found = lines(tmp_path / "out.jsonl")
    assert [record["id"] for record in found] == [0, 1, 2, 3, 0, 0, 1, 2, 3]
    assert {record["big"] for record in found} == {10**30}
    assert [reject.place for reject in rejects] == [f"{tmp_path / 'd.json'}:{n}" for n in (1, 2)]


def test_a_run_does_not_read_its_own_outputs_in_the_folder_that_it_reads(corpus, tmp_path):
    corpus(3)
    outputs = {"rejects": str(tmp_path / "bad.jsonl"), "edits": str(tmp_path / "edits.jsonl")}
    for _ in range(2):  # the second time, the outputs of the first stand there
        summary, _ = run([tmp_path], tmp_path / "out.jsonl", **outputs)
        assert summary.records == 3


def test_texts_are_parted_by_an_empty_line(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "甲。"}\n{"text": "乙。"}\n', encoding="utf-8")
    run([tmp_path / "a.jsonl"], tmp_path / "out.txt", Job(Cleaner(), to="text"))
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "甲。\n\n乙。\n\n"


def test_texts_are_utf8_whatever_stands_in_them(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "甲\\ud800乙"}\n', encoding="utf-8")
    run([tmp_path / "a.jsonl"], tmp_path / "out.txt", Job(Cleaner(), to="text"))
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "甲\N{REPLACEMENT CHARACTER}乙\n\n"


def test_edits_stand_in_a_file_of_their_own(corpus, tmp_path):
    run([corpus(3)], tmp_path / "out.jsonl", Job(Cleaner(), provenance="none"), edits=str(tmp_path / "e.jsonl.gz"))
    edits = lines(tmp_path / "e.jsonl.gz")
    assert [(line["id"], len(line["edits"])) for line in edits] == [(0, 0), (1, 1), (2, 1)]
    assert edits[1]["edits"][0]["rule"] == "ad.word"
    assert edits[1]["edits"][0]["before"] == "广告"
    assert all(record["removed"] == [] for record in lines(tmp_path / "out.jsonl"))


def test_nothing_done_and_something_rejected_leaves_no_output(tmp_path):
    summary, _ = run([tmp_path / "none.txt"], tmp_path / "out.txt")
    assert (summary.records, summary.rejected) == (0, 1)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_input_gives_an_empty_output(tmp_path):
    (tmp_path / "in.jsonl").write_bytes(b"")
    run([tmp_path / "in.jsonl"], tmp_path / "out.jsonl")
    assert (tmp_path / "out.jsonl").read_bytes() == b""


def test_an_output_that_stands_is_replaced_only_by_a_whole_one(corpus, tmp_path, monkeypatch):
    out = tmp_path / "out.jsonl"
    out.write_text("before")

    def interrupt(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        clean_corpus(Plan([str(corpus(5))], str(out)), Job(Cleaner()), on_progress=interrupt)
    assert out.read_text() == "before"


@pytest.mark.parametrize(
    "outputs", [{"output": "in.jsonl"}, {"output": "o", "rejects": "o"}, {"rejects": "./in.jsonl"}]
)
def test_a_file_is_never_read_and_written_in_one_run(outputs, corpus, tmp_path, monkeypatch):
    source = corpus(5)
    before = source.read_bytes()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError, match="named twice"):
        clean_corpus(Plan([str(source)], **outputs), Job(Cleaner()))
    assert source.read_bytes() == before


def test_an_output_that_cannot_be_opened_is_refused_before_any_work(corpus, tmp_path):
    with pytest.raises(ConfigError, match="No such file or directory"):
        run([corpus(5)], tmp_path / "nowhere" / "out.jsonl")
    with pytest.raises(ConfigError, match="Is a directory"):
        run([corpus(5)], tmp_path)


def test_the_number_of_workers_does_not_change_a_byte(corpus, tmp_path):
    source = corpus(2000)
    for workers in (None, 1, 3):
        run([source], tmp_path / f"{workers}.jsonl.gz", workers=workers)
    assert len({(tmp_path / f"{workers}.jsonl.gz").read_bytes() for workers in (None, 1, 3)}) == 1


def test_workers_that_are_not_forked_do_the_same(corpus, tmp_path, monkeypatch):
    from newsclean.corpus import pool

    source = corpus(500, _300="毒")
    run([source], tmp_path / "out.jsonl")
    monkeypatch.setattr(pool, "_context", multiprocessing.get_context("spawn"))
    _, rejects = run([source], tmp_path / "spawned.jsonl", workers=2)
    assert (tmp_path / "spawned.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()
    assert [reject.place for reject in rejects] == [f"{source}:301"]


def test_lone_surrogates_of_json_come_back(tmp_path):
    (tmp_path / "in.jsonl").write_text('{"id": "\\udc00", "text": "甲\\ud800乙广告", "big": 99999999999999999999999}\n')
    run([tmp_path / "in.jsonl"], tmp_path / "out.jsonl")
    (record,) = lines(tmp_path / "out.jsonl")
    assert restore(record) == "甲\ud800乙广告"
    assert (record["id"], record["big"]) == ("\udc00", 99999999999999999999999)


@pytest.mark.parametrize(("name", "package"), [("a.parquet", "pyarrow"), ("a.warc", "fastwarc.warc")])
def test_a_form_whose_package_is_not_installed_says_what_to_install(name, package, tmp_path, monkeypatch):
    from newsclean.corpus import arrow

    (tmp_path / name).write_bytes(b"WARC/1.0\r\n")
    monkeypatch.setitem(sys.modules, package, None)
    arrow.arrow.cache_clear()
    with pytest.raises(ConfigError, match=r"pip install 'newsclean\[(parquet|warc)\]'"):
        run([tmp_path / name], tmp_path / "out.jsonl")
    assert [path.name for path in tmp_path.iterdir()] == [name]


class TestParquet:
    @pytest.fixture(autouse=True)
    def needs_pyarrow(self):
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")

    def read(self, path):
        import pyarrow.parquet as pq

        return pq.read_table(path)

    def table(self, path, rows=700, **more):
        import pyarrow as pa
        import pyarrow.parquet as pq

        columns = {"key": pa.array(range(rows), pa.int16()), "body": [f"第{n}天下雨。广告" for n in range(rows)]}
        pq.write_table(pa.table(columns | more), path, row_group_size=256)
        return path

    @pytest.mark.parametrize("workers", [None, 2])
    def test_a_parquet_file_keeps_its_columns_and_gains_those_of_the_record(self, workers, tmp_path):
        source = self.table(tmp_path / "in.parquet")
        job = Job(Cleaner(), to="parquet", fields=Fields(text="body", id="key"))
        run([source], tmp_path / "out.parquet", job, workers=workers)
        found, given = self.read(tmp_path / "out.parquet"), self.read(source)
        assert found.select(["key", "body"]) == given
        assert found.column("text").to_pylist() == [f"第{n}天下雨。" for n in range(700)]
        assert found.column("id").to_pylist() == [str(n) for n in range(700)]
        assert found.column("removed").to_pylist()[3][0]["rule"] == "ad.word"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["in.parquet", "out.parquet"]

    def test_types_and_metadata_of_columns_stay(self, tmp_path):
        import datetime

        import pyarrow as pa
        import pyarrow.parquet as pq

        fields = [
            pa.field("body", pa.large_string(), nullable=False, metadata={"of": "news"}),
            pa.field("desk", pa.dictionary(pa.int8(), pa.string())),
            pa.field("seen", pa.timestamp("ms", "Asia/Shanghai")),
            pa.field("tags", pa.list_(pa.struct([("tag", pa.string()), ("weight", pa.float32())]))),
        ]
        rows = [
            {
                "body": f"好{n}。",
                "desk": "城市" if n % 2 else None,
                "seen": datetime.datetime(2020, 1, 1 + n % 28),
                "tags": [],
            }
            for n in range(300)
        ]
        schema = pa.schema(fields, metadata={"made": "by hand"})
        pq.write_table(pa.Table.from_pylist(rows, schema), tmp_path / "in.parquet")
        job = Job(Cleaner(), to="parquet", fields=Fields(text="body"))
        run([tmp_path / "in.parquet"], tmp_path / "out.parquet", job)
        found = self.read(tmp_path / "out.parquet")
        given = self.read(tmp_path / "in.parquet")
        assert found.select(given.column_names).equals(given, check_metadata=True)

    def test_files_of_other_columns_are_refused_at_once(self, tmp_path):
        one, two = self.table(tmp_path / "1.parquet"), self.table(tmp_path / "2.parquet", more=["x"] * 700)
        job = Job(Cleaner(), to="parquet", fields=Fields(text="body"))
        with pytest.raises(ConfigError, match=r"2\.parquet: other columns"):
            run([one, two], tmp_path / "out.parquet", job)

    def test_a_rejected_row_is_left_out_of_all_columns(self, tmp_path):
        texts = ["毒" if n == 300 else None if n == 5 else "好。" for n in range(700)]
        source = self.table(tmp_path / "in.parquet", body=texts)
        job = Job(Cleaner(), to="parquet", fields=Fields(text="body"))
        _, rejects = run([source], tmp_path / "out.parquet", job)
        assert [reject.place for reject in rejects] == [f"{source}: row 6", f"{source}: row 301"]
        keys = self.read(tmp_path / "out.parquet").column("key").to_pylist()
        assert keys == [n for n in range(700) if n not in (5, 300)]

    def test_json_records_become_rows_and_other_fields_json_in_extra(self, corpus, tmp_path):
        run([corpus(30)], tmp_path / "out.parquet", Job(Cleaner(), to="parquet"))
        found = self.read(tmp_path / "out.parquet")
        assert {json.loads(extra)["desk"] for extra in found.column("extra").to_pylist()} == {"城市"}
        run([tmp_path / "out.parquet"], tmp_path / "back.jsonl")
        assert [r["text"] for r in lines(tmp_path / "back.jsonl")] == found.column("text").to_pylist()
        assert [restore(row) for row in found.to_pylist()] == [r["text"] for r in lines(tmp_path / "in.jsonl")]

    def test_lone_surrogates_become_replacement_characters_and_are_kept_in_the_ledger(self, tmp_path):
        (tmp_path / "in.jsonl").write_text('{"text": "甲\\ud800乙广告"}\n{"text": "丙"}\n', encoding="utf-8")
        run([tmp_path / "in.jsonl"], tmp_path / "out.parquet", Job(Cleaner(), to="parquet"))
        first, second = self.read(tmp_path / "out.parquet").to_pylist()
        assert (first["text"], second["text"]) == ("甲\N{REPLACEMENT CHARACTER}乙", "丙")
        assert restore(first) == "甲\ud800乙广告"

    def test_a_run_stopped_midway_goes_on_to_the_same_rows(self, tmp_path):
        source, out = self.table(tmp_path / "in.parquet"), tmp_path / "out.parquet"
        job = Job(Cleaner(), to="parquet", fields=Fields(text="body"))
        run([source], tmp_path / "whole.parquet", job)

        def interrupt(summary):
            if summary.records > 300:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            clean_corpus(Plan([str(source)], str(out)), job, on_progress=interrupt)
        assert not out.exists()
        clean_corpus(Plan([str(source)], str(out), resume=True), job)
        assert out.read_bytes() == (tmp_path / "whole.parquet").read_bytes()

    def test_what_is_no_parquet_file_is_rejected_by_name(self, tmp_path):
        (tmp_path / "in.parquet").write_bytes(b"PAR1 and then nothing")
        _, rejects = run([tmp_path / "in.parquet"], tmp_path / "out.jsonl")
        assert "not a Parquet file" in rejects[0].reason

    def test_an_empty_input_gives_a_file_with_all_columns(self, tmp_path):
        (tmp_path / "in.jsonl").write_bytes(b"")
        run([tmp_path / "in.jsonl"], tmp_path / "out.parquet", Job(Cleaner(), to="parquet"))
        assert self.read(tmp_path / "out.parquet").num_rows == 0


class TestWarc:
    @pytest.fixture(autouse=True)
    def needs_fastwarc(self):
        pytest.importorskip("fastwarc", reason="fastwarc is not installed")

    def record(self, kind, number, body, content_type="text/html", status=200, encoding=None):
        if kind == "response":
            more = f"Content-Encoding: {encoding}\r\n" if encoding else ""
            head = f"HTTP/1.1 {status} X\r\nContent-Type: {content_type}\r\n{more}\r\n"
            body, content_type = head.encode() + body, "application/http; msgtype=response"
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"WARC-Date: 2020-01-01T00:00:00Z\r\nWARC-Target-URI: http://a.cn/{number}\r\n"
            f"Content-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body + b"\r\n\r\n"

    def archive(self):
        page = "<p>雨停了，广告路通了。</p>".encode()
        return [
            self.record("warcinfo", 0, b"software: x", "application/warc-fields"),
            self.record("response", 1, page),
            self.record("request", 2, b"GET / HTTP/1.1\r\n\r\n", "application/http"),
            self.record("response", 3, gzip.compress(page), "text/html; charset=utf-8", encoding="gzip"),
            self.record("response", 4, b"gone", status=404),
            self.record("response", 5, b"\x89PNG", "image/png"),
            self.record("conversion", 6, "桥也修好了。".encode(), "text/plain"),
            self.record("response", 7, b"not gzip", encoding="gzip"),
        ]

    @pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.wet.gz"])
    def test_pages_are_read_and_the_rest_passed_over(self, name, tmp_path):
        records = self.archive()
        data = b"".join(map(gzip.compress, records)) if name.endswith("gz") else b"".join(records)
        (tmp_path / name).write_bytes(data)
        _, rejects = run([tmp_path / name], tmp_path / "out.jsonl", workers=2)
        found = [(r["id"], r["url"], r["text"]) for r in lines(tmp_path / "out.jsonl")]
        assert found == [
            ("<urn:uuid:1>", "http://a.cn/1", "<p>雨停了，路通了。</p>"),
            ("<urn:uuid:3>", "http://a.cn/3", "<p>雨停了，路通了。</p>"),
            ("<urn:uuid:6>", "http://a.cn/6", "桥也修好了。"),
        ]
        assert [r.reason.split(":")[0] for r in rejects] == ["broken HTTP message"]

    def test_an_archive_that_breaks_off_says_so(self, tmp_path):
        (tmp_path / "a.warc").write_bytes(b"".join(self.archive()[:2])[:-10])
        _, rejects = run([tmp_path / "a.warc"], tmp_path / "out.jsonl")
        assert "ends inside a record" in rejects[0].reason
