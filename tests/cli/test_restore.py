"""newsclean restore: the very characters of one record, JSONL of many."""

import json

import pytest


def test_one_record_gives_its_very_characters(run):
    source = "雨停了，路通了。\r\n\r\n  责任编辑：林晓\u2028\n\n"
    line = json.dumps({"text": source}).encode()
    cleaned = run("clean", "--from", "jsonl", stdin=line).out
    assert run("restore", stdin=cleaned) == (0, source.encode(), "")
    assert run("restore", "-", stdin=b"\n" + cleaned + b"\n\n").out == source.encode()


def test_many_records_give_jsonl_of_id_and_text(run, tmp_path):
    lines = [{"id": 1, "text": "雨停了。\n责任编辑：林晓"}, {"id": None, "text": ""}, {"id": "c", "text": "路通了。"}]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    run("clean", "in.jsonl", "-o", "out.jsonl.gz")
    status, out, _ = run("restore", "out.jsonl.gz")
    assert (status, [json.loads(line) for line in out.splitlines()]) == (0, lines)


def test_nothing_gives_nothing(run):
    assert run("restore") == (0, b"", "")


@pytest.mark.parametrize("provenance", ["summary", "none"])
def test_a_record_without_its_ledger_is_refused(run, page, provenance):
    cleaned = run("clean", "--to", "jsonl", "--provenance", provenance, page).out
    status, out, err = run("restore", stdin=cleaned)
    assert (status, out) == (1, b"")
    assert "standard input:1: no ledger" in err


def test_bad_lines_are_named_and_the_others_restored(run, page, tmp_path):
    good = run("clean", "-q", "--to", "jsonl", page).out
    changed = json.dumps(json.loads(good) | {"text": "别的。"}).encode()
    (tmp_path / "in.jsonl").write_bytes(b"nonsense\n" + changed + b"\n" + good)
    status, out, err = run("restore", "in.jsonl")
    assert status == 1
    assert [json.loads(line)["text"] for line in out.splitlines()] == [page.read_bytes().decode("gb18030")]
    assert "in.jsonl:1: invalid JSON" in err
    assert "in.jsonl:2: " in err
    assert "changed after it was cleaned" in err
