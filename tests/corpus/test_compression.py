"""Compressed streams: chains of members, the same bytes for the same data, and no silent loss of a cut one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.corpus.compression import SUFFIXES, compress, open_stream, read_errors, split_suffix


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_chain_of_members_is_read_as_one_stream(suffix, tmp_path):
    parts = ["第一块。".encode(), b"x" * 300_000, b"", "末块。".encode()]
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"".join(compress(part, suffix) for part in parts))
    with open_stream(str(path)) as stream:
        assert stream.read() == b"".join(parts)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_cut_stream_raises_and_never_ends_quietly(suffix, tmp_path):
    import random

    data = random.Random(1).randbytes(50_000)
    path = tmp_path / f"a{suffix}"
    path.write_bytes(compress(data, suffix)[:-100])
    with open_stream(str(path)) as stream, pytest.raises(read_errors()):
        stream.read()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_not_compressed_raises(suffix, tmp_path):
    path = tmp_path / f"a{suffix}"
    path.write_bytes("并没有压缩。".encode() * 20)
    with open_stream(str(path)) as stream, pytest.raises(read_errors()):
        stream.read()


@given(st.binary(max_size=200), st.sampled_from(SUFFIXES))
def test_compression_depends_on_the_data_alone(data, suffix):
    assert compress(data, suffix) == compress(bytes(data), suffix)
    assert compress(b"", suffix) == b""


def test_suffixes_are_known_in_any_case():
    assert split_suffix("A.JSONL.GZ") == ("A.JSONL", ".gz")
    assert split_suffix("gz") == ("gz", "")
