"""Where chunks end depends on the input alone, and a run can start at the end of any chunk."""

import gzip

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclean.corpus import limits
from newsclean.corpus.chunk import START, Position
from newsclean.corpus.chunks import chunks

LINES = st.lists(st.binary(max_size=40).map(lambda line: line.replace(b"\n", b" ")), max_size=40)


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch):
    monkeypatch.setattr(limits, "BLOCK", 64)
    monkeypatch.setattr(limits, "LONGEST", 256)


def read(names, start=START):
    """Chunks without `stored`, which tells the bar how far a file is read and runs ahead by a buffer."""
    return [chunk._replace(stored=0) for chunk in chunks(names, start=start)]


def write(folder, name, data):
    path = folder / name
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return str(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(LINES, st.booleans(), st.sampled_from(["in.jsonl", "in.jsonl.gz"]))
def test_chunks_are_whole_lines_and_together_the_input(tmp_path, lines, ends, name):
    data = b"\n".join(lines) + (b"\n" if ends else b"")
    found = list(chunks([write(tmp_path, name, data)]))
    assert b"".join(chunk.data for chunk in found) == data
    assert all(chunk.data.endswith(b"\n") for chunk in found[:-1])
    assert [chunk.first for chunk in found] == [
        1 + data[: chunk.end.offset - chunk.size].count(b"\n") for chunk in found
    ]


@pytest.mark.parametrize("name", ["in.jsonl", "in.jsonl.gz"])
def test_reading_on_from_any_chunk_gives_the_chunks_that_follow(tmp_path, name):
    names = [write(tmp_path, name, b"".join(b'{"n": %d}\n' % n * (1 + n % 5) for n in range(40)))]
    names.append(write(tmp_path, "more.jsonl", b'{"n": 0}\n' * 20))
    whole = read(names)
    assert len(whole) > 10
    for i, chunk in enumerate(whole):
        assert read(names, chunk.end) == whole[i + 1 :]


def test_reading_on_in_a_json_array_gives_the_records_that_follow(tmp_path):
    path = write(tmp_path, "in.json", b"[" + b",\n".join(b'{"n": %d}' % n for n in range(40)) + b"]")
    whole = read([path])
    assert len(whole) > 3
    for i, chunk in enumerate(whole):
        assert read([path], chunk.end) == whole[i + 1 :]


def test_reading_on_among_pages_groups_them_alike(tmp_path):
    for n in range(30):
        write(tmp_path, f"{n:02}.txt", b"x" * (n * 7 % 40))
    write(tmp_path, "15.jsonl", b'{"text": ""}\n' * 9)
    whole = read([str(tmp_path)])
    assert {chunk.form for chunk in whole} == {"page", "lines"}
    for i, chunk in enumerate(whole):
        assert read([str(tmp_path)], chunk.end) == whole[i + 1 :]


def test_a_line_that_is_too_long_is_named_and_the_next_is_read(tmp_path):
    path = write(tmp_path, "in.jsonl", b'{"n": 1}\n' + b"x" * 1000 + b'\n{"n": 3}\n')
    found = list(chunks([path]))
    assert [(chunk.form, chunk.name, chunk.first) for chunk in found] == [
        ("lines", path, 1),
        ("failure", f"{path}:2", 1),
        ("lines", path, 3),
    ]
    assert found[-1].end == Position(0, 9 + 1001 + 9, 3)


def test_a_stream_that_breaks_off_gives_its_whole_lines_first(tmp_path):
    data = b"".join(b'{"n": %d}\n' % n for n in range(1000))
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(data)[:-900])
    *lines, failure = chunks([str(path), write(tmp_path, "more.jsonl", b"{}\n")])
    failure, last = lines.pop(), failure
    read = b"".join(chunk.data for chunk in lines)
    assert 0 < len(read) < len(data)
    assert data.startswith(read)
    assert read.endswith(b"\n")
    assert failure.form == "failure"
    assert failure.name == f"{path}:{read.count(bytes([10])) + 1}"
    assert last.data == b"{}\n"


def test_a_missing_file_is_a_failure_among_the_others(tmp_path):
    path = write(tmp_path, "in.jsonl", b"{}\n")
    failure, lines = chunks([str(tmp_path / "none.jsonl"), path])
    assert (failure.form, failure.data) == ("failure", "No such file or directory")
    assert lines.data == b"{}\n"


@pytest.mark.parametrize("name", ["in.jsonl", "in.jsonl.gz"])
def test_what_is_taken_of_a_file_adds_up_to_its_size(tmp_path, name):
    path = write(tmp_path, name, b'{"n": 0}\n' * 5000)
    assert sum(chunk.stored for chunk in chunks([path])) == (tmp_path / name).stat().st_size
