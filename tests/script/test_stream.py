"""Conversion of a text that comes in pieces."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paragraphs import HONG_KONG, SIMPLIFIED, TAIWAN

from newsclean.errors import ConfigError
from newsclean.script import convert, convert_stream

ARTICLE = "\n".join(TAIWAN + HONG_KONG) + "\n"


@given(st.lists(st.integers(0, len(ARTICLE))), st.sampled_from(["simplified", "t2s", "tw2sp", "s2twp"]))
def test_the_pieces_do_not_matter(cuts, to):
    cuts = sorted({0, *cuts, len(ARTICLE)})
    pieces = [ARTICLE[start:end] for start, end in itertools.pairwise(cuts)]
    assert "".join(convert_stream(pieces, to)) == convert(ARTICLE, to)


def test_a_stream_of_many_blocks_is_the_conversion_of_the_whole():
    text = ARTICLE * 800
    assert len(text) > 500_000
    pieces = (text[at : at + 1000] for at in range(0, len(text), 1000))
    assert "".join(convert_stream(pieces, "tw2sp")) == convert(text, "tw2sp")


def test_one_long_line_is_cut_at_full_stops():
    text = "".join(TAIWAN).replace("\n", "") * 1500
    assert len(text) > 500_000
    assert "".join(convert_stream([text], "tw2sp")) == convert(text, "tw2sp")


def test_a_long_line_without_a_full_stop_comes_out_whole():
    text = "說" * 700_000
    assert "".join(convert_stream([text])) == "说" * 700_000


def test_no_more_than_a_block_is_held():
    longest = max(len(block) for block in convert_stream((f"{'記者說' * 30}\n" for _ in range(20_000)), "t2s"))
    assert longest <= 1 << 18


def test_each_block_goes_by_its_own_script():
    simplified = "\n".join(SIMPLIFIED) + "\n萧乾\n"
    text = simplified * 700 + ARTICLE * 600
    assert "".join(convert_stream([text])).startswith(simplified * 300)
    again = "".join(convert_stream([text]))
    assert "".join(convert_stream([again])) == again


def test_an_empty_stream_is_empty():
    assert list(convert_stream([])) == list(convert_stream(["", ""])) == []


def test_a_wrong_target_is_told_at_once():
    with pytest.raises(ConfigError):
        convert_stream([], "simplifed")
