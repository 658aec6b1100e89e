"""What a line of a review must say."""

import pytest

from newsclean.errors import RecordError
from newsclean.review import read_verdict
from newsclean.review.verdicts import repaired

KEEP = {"verdict": "keep", "rule": "related.heading", "kind": "related", "text": "看点", "start": 2, "end": 4}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"verdict": "maybe"}, "a verdict is keep or noise, not 'maybe'"),
        ({"text": " \n"}, "'text' is missing or empty"),
        ({"text": 7}, "'text' must be a string"),
        ({"start": "2"}, "'start' must be a number"),
        ({"rule": None}, "'rule' must be the id of the rule that was wrong"),
        ({"kind": "mojibake"}, "a repair (mojibake) is no removal"),
    ],
)
def test_a_line_that_cannot_be_applied_says_why(change, said):
    with pytest.raises(RecordError) as error:
        read_verdict("review.jsonl:1", KEEP | change)
    assert said in str(error.value)


def test_a_source_that_does_not_hold_the_text_in_its_place_is_left_out():
    assert read_verdict("x", KEEP | {"source": "今日看点"}).source == "今日看点"
    assert read_verdict("x", KEEP | {"source": "看点今日"}).source is None


def test_a_text_is_read_as_its_whole_page_is_repaired():
    page = "我們(men)走進(jìn)桐溪鎮(zhèn),歌聲(shēng)在山谷裡迴蕩,孩子(zi)們(men)都笑了。\n看點：桐溪鎮(zhèn)"
    start = page.index("桐溪鎮(zhèn)", 20)
    found = {"text": "桐溪鎮(zhèn)", "start": start, "end": len(page), "source": page}
    assert repaired(read_verdict("x", KEEP | found)).text == "桐溪鎮"
