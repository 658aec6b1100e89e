"""What signs an article leaves its last paragraph; what the last sentence says in brackets stays."""

import pytest

from newsclean.byline.signature import find_signature
from newsclean.matching import fold

LAST = "她放学以后会来帮忙收摊，然后坐最后一班车回家。"


@pytest.mark.parametrize(
    ("close", "names"),
    [
        ("（周远航）", ["周远航"]),
        ("（海滨晚报 周远航）", ["海滨晚报", "周远航"]),
        ("（市交通局 周远航 林晓）", ["周远航", "林晓"]),
        ("（新华社）", ["新华社"]),
        ("■", []),
        ("（END）", []),
        ("—END—", []),
    ],
)
def test_a_signature_leaves_the_last_paragraph(close, names):
    found = find_signature(LAST + close, fold(LAST + close))
    assert (LAST + close)[found.start :] == close
    assert [value.value for value in found.values] == names


@pytest.mark.parametrize(
    "close",
    ["（笑）", "（掌声）", "（人物）", "（世界）", "（市气象台）", "（据海滨网）", "（未完）", "（BBC）", "", "（下）"],
)
def test_other_brackets_stay(close):
    assert find_signature(LAST + close, fold(LAST + close)) is None


def test_names_in_brackets_may_have_the_last_line_to_themselves():
    found = find_signature("（ 周远航 林晓）", "( 周远航 林晓)")
    assert [value.value for value in found.values] == ["周远航", "林晓"]


def test_who_is_quoted_signs_nothing():
    assert find_signature("“渔船总会回来。”（周远航）", fold("“渔船总会回来。”（周远航）")) is None
