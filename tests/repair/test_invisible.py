"""Invisible characters go, unless they carry meaning."""

import pytest

from newsclean.edits import Revision, revise
from newsclean.repair.invisible import find_invisible


def cleaned(text):
    return revise(Revision(text, text), find_invisible(text)[0]).text


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("市\N{ZERO WIDTH SPACE}政\N{ZERO WIDTH NON-JOINER}府\N{ZERO WIDTH JOINER}公告", "市政府公告"),
        ("\N{ZERO WIDTH NO-BREAK SPACE}本报讯\N{ZERO WIDTH NO-BREAK SPACE}记者", "本报讯记者"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}公告\N{POP DIRECTIONAL FORMATTING}\N{LEFT-TO-RIGHT MARK}", "公告"),
        ("粮\N{SOFT HYPHEN}食\N{WORD JOINER}丰收", "粮食丰收"),
        ("消\x00息\x07灵\x1b通\x7f", "消息灵通"),
        ("\U000e0041广\U000e0042场", "广场"),
        ("稻\N{VARIATION SELECTOR-16} 谷A\N{VARIATION SELECTOR-15}", "稻\N{VARIATION SELECTOR-16} 谷A"),
        ("\ue60c 1206 \ue7012人评论", " 1206 2人评论"),
        ("图\N{OBJECT REPLACEMENT CHARACTER}片", "图片"),
        ("空\N{HANGUL FILLER}白\N{BRAILLE PATTERN BLANK}处", "空白处"),
    ],
)
def test_what_shows_nothing_goes(damaged, clean):
    assert cleaned(damaged) == clean


@pytest.mark.parametrize(
    "text",
    [
        "一家人👨\N{ZERO WIDTH JOINER}👩\N{ZERO WIDTH JOINER}👧出游",
        "女队员👩🏽\N{ZERO WIDTH JOINER}🚀返回",
        "彩虹旗🏳\N{VARIATION SELECTOR-16}\N{ZERO WIDTH JOINER}🌈",
        "好消息❤\N{VARIATION SELECTOR-16}!第1\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}名",
        "苏格兰🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f队",
        "葛\N{VARIATION SELECTOR-17}城",
        "\t一\n二\r\n\N{IDEOGRAPHIC SPACE}\N{IDEOGRAPHIC SPACE}三\N{LINE SEPARATOR}四\x85五",
        "波斯语می\N{ZERO WIDTH NON-JOINER}خواهم",
        "希伯来语שלום\N{RIGHT-TO-LEFT MARK}的意思",
    ],
)
def test_what_carries_meaning_stays(text):
    assert cleaned(text) == text


def test_a_private_character_inside_a_name_stays_and_is_flagged():
    marks, flags = find_invisible("书法家启\ue863先生")
    assert marks == []
    assert [(flag.flag, flag.start, flag.end) for flag in flags] == [("lost_text", 4, 5)]
