"""Which script a text is in."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paragraphs import HONG_KONG, JAPANESE, MACHINE_CONVERTED, SIMPLIFIED, TAIWAN

from newsclean.script.chain import read_chain
from newsclean.script.detect import detect_paragraphs, detect_script, read_script
from newsclean.script.evidence import simplified_only, traditional_only
from newsclean.script.region import is_hong_kong, is_machine_converted

OPPOSITE = {"simplified": "traditional", "traditional": "simplified"}


ARTICLES = sorted((Path(__file__).parents[1] / "articles").glob("*.txt"))


def _is_traditional(path: Path) -> bool:
    return path.name.startswith(("tw-", "hk-"))


@cache
def _written() -> list[tuple[str, str]]:
    """Texts with the script that they are in: those written for the tests, and conversions of them; Han alone."""
    articles = [(_is_traditional(path), path.read_text(encoding="utf-8")) for path in ARTICLES]
    simplified = "".join(SIMPLIFIED) + "".join(text for traditional, text in articles if not traditional)
    native = "".join(TAIWAN + HONG_KONG) + "".join(text for traditional, text in articles if traditional)
    texts = [("simplified", simplified), ("traditional", native)]
    texts += [("traditional", read_chain(name).convert(simplified)) for name in ("s2t", "s2tw", "s2hk", "s2twp")]
    texts += [("simplified", read_chain(name).convert(native)) for name in ("t2s", "tw2s", "hk2s", "tw2sp")]
    return [(script, re.sub(r"[\W\d]", "", text)) for script, text in texts]


def _pieces(length: int) -> list[tuple[str, str]]:
    return [(script, text[at : at + length]) for script, text in _written() for at in range(0, len(text) - length, 7)]


def test_at_20_characters_995_of_1000_are_right_and_none_opposite():
    pieces = _pieces(20)
    assert sum(detect_script(text) == script for script, text in pieces) >= 0.995 * len(pieces)
    assert not [text for script, text in pieces if detect_script(text) == OPPOSITE[script]]


def test_at_50_characters_all_are_right():
    assert not [text for script, text in _pieces(50) if detect_script(text) != script]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_in_its_script_in_every_paragraph(path):
    text = path.read_text(encoding="utf-8")
    script = "traditional" if _is_traditional(path) else "simplified"
    assert detect_script(text) == script
    assert set(detect_paragraphs(text)) <= {script, "none"}
    assert script == "simplified" or not is_machine_converted(text)


@pytest.mark.parametrize("text", SIMPLIFIED)
def test_simplified_paragraphs(text):
    assert detect_script(text) == "simplified"


@pytest.mark.parametrize("text", TAIWAN + HONG_KONG + MACHINE_CONVERTED)
def test_traditional_paragraphs(text):
    assert detect_script(text) == "traditional"


@pytest.mark.parametrize("text", JAPANESE)
def test_japanese_is_neither(text):
    assert detect_script(text) == "none"
    assert read_script(text).japanese


@pytest.mark.parametrize("text", ["", "2024-05-01 10:30", "abc", "\ud800", "皇后在里面", "乾隆", "🀄", "\n\n"])
def test_text_without_evidence_is_none(text):
    assert detect_script(text) == "none"


def test_a_chinese_sentence_that_quotes_katakana_is_chinese():
    assert detect_script("他在東京的「カフェ・ド」喝咖啡，與記者談起往事，說得很開心") == "traditional"
    assert detect_script("日本动画《ワンピース》最新剧场版近日在北京上映") == "simplified"
    assert detect_script("这款の字招牌的饮料卖得很好") == "simplified"


def test_japanese_lines_do_not_make_a_chinese_article_mixed():
    assert detect_script("\n".join((*SIMPLIFIED, *JAPANESE))) == "simplified"


def test_paragraphs_are_told_one_by_one():
    text = "\n\n".join((SIMPLIFIED[0], TAIWAN[0], JAPANESE[0], SIMPLIFIED[1][:20] + HONG_KONG[1][:20]))
    assert detect_paragraphs(text) == ["simplified", "traditional", "none", "mixed"]


def test_rare_uses_in_the_other_script_decide_where_nothing_else_does():
    assert detect_script("万科的房价") == "simplified"
    assert detect_script("至於好不好") == "traditional"
    assert detect_script("万俟先生說話") == "traditional"


def test_half_and_half_is_mixed():
    assert detect_script(SIMPLIFIED[0] + TAIWAN[0]) == "mixed"


def test_one_paragraph_of_the_other_script_makes_a_long_article_mixed():
    assert detect_script("\n".join(SIMPLIFIED * 4 + TAIWAN[:1])) == "mixed"


def test_a_quoted_name_does_not():
    assert detect_script("".join(SIMPLIFIED) + "书名是《傾城之戀》。") == "simplified"


@pytest.mark.parametrize("text", TAIWAN + HONG_KONG)
def test_native_traditional_is_not_taken_for_machine_converted(text):
    assert not is_machine_converted(text)


@pytest.mark.parametrize("name", ["s2t", "s2tw", "s2hk", "s2twp"])
def test_nor_is_good_conversion(name):
    assert not is_machine_converted(read_chain(name).convert("\n".join(SIMPLIFIED)))


@pytest.mark.parametrize("text", MACHINE_CONVERTED)
def test_leftovers_tell_machine_converted_text(text):
    assert is_machine_converted(text)


def test_hong_kong_is_told_from_taiwan():
    assert is_hong_kong("\n".join(HONG_KONG))
    assert not is_hong_kong("\n".join(TAIWAN))


def test_no_character_is_evidence_for_both():
    assert not simplified_only() & traditional_only()


@given(st.text())
def test_any_text_has_an_answer(text):
    assert detect_script(text) in {"simplified", "traditional", "mixed", "none"}
    detect_paragraphs(text)
    is_machine_converted(text)
