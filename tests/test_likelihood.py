"""The frequency table tells Chinese from what the same bytes give in a wrong encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.likelihood import PRIVATE, RARE, log_probabilities, mean, total

SENTENCE = "市图书馆周六起延长开放时间，读者可以在晚上九点前借书。"
TRADITIONAL = "市圖書館週六起延長開放時間，讀者可以在晚上九點前借書。"
WRONG_READINGS = [
    ("utf-8", "gb18030"),
    ("utf-8", "latin-1"),
    ("gb18030", "big5hkscs"),
    ("gb18030", "latin-1"),
    ("gb18030", "utf-16-le"),
]


@pytest.mark.parametrize("text", [SENTENCE, TRADITIONAL])
@pytest.mark.parametrize(("written", "read"), WRONG_READINGS)
def test_a_wrong_reading_is_far_less_likely(text: str, written: str, read: str) -> None:
    wrong = text.encode(written).decode(read, "replace")
    assert mean(text) - mean(wrong) > 3


def test_both_scripts_are_about_as_likely() -> None:
    assert abs(mean(SENTENCE) - mean(TRADITIONAL)) < 1


@pytest.mark.parametrize("char", ["\ue000", "\x80", "\ud800", "\U000f0000", "\uffff"])
def test_what_no_text_holds_is_private(char: str) -> None:
    assert log_probabilities(char)[0] == PRIVATE


def test_an_unlisted_han_character_is_rare() -> None:
    assert log_probabilities("\N{CJK UNIFIED IDEOGRAPH-9FA5}")[0] <= RARE < log_probabilities("鼐")[0]


def test_taiwan_and_hong_kong_forms_are_common() -> None:
    assert log_probabilities("為裡台臺線爲裏綫").min() > -12


@given(st.text(st.characters()))
def test_one_number_a_character_whatever_the_text(text: str) -> None:
    values = log_probabilities(text)
    assert len(values) == len(text)
    assert (values < 0).all()
    assert total(text) == pytest.approx(mean(text) * len(text), rel=1e-4)


def test_an_empty_text_has_zero() -> None:
    assert mean("") == total("") == 0.0
