"""One look tells which repairs a text may need: never too few."""

from __future__ import annotations

import pytest

from newsclean.repair import entity, invisible, line_breaks, machine_gloss, markup, mojibake, pinyin_gloss
from newsclean.repair.signs import may_need

FINDERS = {
    "entity": entity.find_entity,
    "invisible": invisible.find_invisible,
    "machine_gloss": machine_gloss.find_machine_gloss,
    "markup": markup.find_markup,
    "pinyin_gloss": pinyin_gloss.find_pinyin_gloss,
}
DAMAGED = [
    "雨停了&nbsp;路通了",
    "他说nbsp;路通了",
    "路通了＆quot；他说",
    "阅读\N{ZERO WIDTH SPACE}量",
    "标签\U000e0041在此",
    "統(tǒng)戰(zhàn)部和統(tǒng)戰(zhàn)部",
    "同學們把水(shui)(shui)一點一點加(jia)進去,稠了就加(jia)水(shui)。",
    "雨停了。<br>路通了",
    "[b]雨停了[/b]",
    "路通了\n};\n雨停了",
    "他说\ufffd\ufffd",
]


@pytest.mark.parametrize("text", DAMAGED)
def test_whatever_a_repair_finds_it_may_need(text: str) -> None:
    for name, find in FINDERS.items():
        marks, flags = find(text)
        assert may_need(text, name) or not (marks or flags)


def test_line_breaks_and_what_is_lost_have_signs_of_their_own() -> None:
    for char in "\r\v\f\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}":
        assert may_need(f"甲{char}乙", "line_breaks")
        assert line_breaks.find_line_breaks(f"甲{char}乙")
    for text in ("他说\ufffd好", "他说锟斤拷锟斤拷好", "烫烫烫烫", "屯屯屯屯"):
        assert may_need(text, "lost")
        assert mojibake.find_lost(text)


def test_clean_text_needs_nothing() -> None:
    text = "市交通局表示，夜班公交将试运行三个月，票价与白天相同。\n首班车十一点发出。"
    assert not any(may_need(text, name) for name in (*FINDERS, "line_breaks", "lost"))
    assert not may_need("", "entity")
