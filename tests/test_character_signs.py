"""One look tells which classes of characters a text holds: never too few."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newsclean.signs import Signs

CLASSES = {"stops": "。！？", "no word": r"^\w", "letters": "a-z"}
SIGNS = Signs(CLASSES)


@given(st.text(st.sampled_from("雨停了。!x 9\U0001f600\n"), max_size=6))
def test_what_a_text_holds_is_said_and_nothing_else_but_of_a_character_beyond_the_basic_plane(text: str) -> None:
    for name, chars in CLASSES.items():
        holds = bool(re.search(f"[{chars}]", text))
        assert SIGNS.in_text(text, name) == (holds or "\U0001f600" in text)


def test_a_lone_surrogate_may_be_of_any_class() -> None:
    assert SIGNS.in_text("雨\ud800", "letters")
