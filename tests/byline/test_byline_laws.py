"""What must hold of any line and any page."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.byline import find_bylines, find_inline, headline, read_line
from newsclean.byline.words import not_names, places, roles, surnames
from newsclean.matching import fold, read_page

if TYPE_CHECKING:
    from newsclean.model import Mark

COMMON = sorted(name for name, kind in surnames().items() if kind in ("common", "compound"))
GIVEN = (
    "安邦宝斌博昌晨诚聪翠丹德栋恩芳飞峰刚桂海涵浩红洪华慧佳健洁静娟军凯岚磊莉丽亮琳玲龙梅萌明娜宁鹏萍琪强倩青瑞珊诗思涛婷薇伟"
    "霞翔晓欣雪雅艳燕瑶毅颖雨玉媛云哲珍志"
)
BARE = sorted(word for word, (name, sort) in roles().items() if sort == "bare" and name not in ("source", ""))
ZONES = ("head", "body", "tail", None)
LETTERS = (
    "来源作者记编辑责任摄影文图通讯员电讯报导日月年时间林晓周远航海滨网日报新华社北京完"
    ":：/|、，。（）()【】〔〕□■《》“” \u30001234567890-—\n\tabcxyz\x00\ud800"
)


@st.composite
def people(draw: st.DrawFn) -> list[str]:
    surname = st.sampled_from(COMMON)
    given_name = st.text(GIVEN, min_size=1, max_size=2)
    name = st.builds(lambda first, rest: first + rest, surname, given_name).filter(
        lambda whole: whole not in not_names() and whole not in places()
    )
    return draw(st.lists(name, min_size=1, max_size=4, unique=True))


@settings(max_examples=300, deadline=None)
@given(
    role=st.sampled_from(BARE),
    names=people(),
    mark=st.sampled_from(["：", ":", " ", "/", "丨", " | ", "　"]),
    comma=st.sampled_from(["、", " ", "　", "，"]),
    brackets=st.sampled_from([("", ""), ("（", "）"), ("【", "】"), ("[", "]"), ("□", ""), ("■", "")]),
)
def test_names_in_any_role_between_any_marks_come_back(
    role: str, names: list[str], mark: str, comma: str, brackets: tuple[str, str]
) -> None:
    line = brackets[0] + role + mark + comma.join(names) + brackets[1]
    read = read_line(line, fold(line))
    assert read is not None
    assert [value.value for value in read.values if value.field == roles()[role][0]] == names
    assert all(line[value.start : value.end] == value.value for value in read.values)


@settings(deadline=None)
@given(text=st.text(LETTERS, max_size=120))
def test_any_line_reads_without_error_and_its_values_stand_in_it(text: str) -> None:
    line = text.replace("\n", " ").strip()
    folded = fold(line)
    read = read_line(line, folded)
    for value in read.values if read else ():
        assert "".join(value.value.split()) in "".join(line[value.start : value.end].split())
    for part in find_inline(line, folded):
        assert 0 <= part.start < part.end <= len(line)
    headline(line)


@settings(deadline=None)
@given(text=st.text(max_size=200))
def test_a_headline_is_part_of_its_title_and_final(text: str) -> None:
    plain = headline(text)
    assert plain in text
    assert headline(plain) == plain


def applied(text: str, marks: tuple[Mark, ...]) -> str:
    parts, done = [], 0
    for mark in marks:
        parts.append(text[done : mark.start])
        done = mark.end
    return "".join([*parts, text[done:]])


@settings(max_examples=300, deadline=None)
@given(data=st.data(), text=st.text(LETTERS, max_size=200))
def test_marks_are_sorted_disjoint_and_within_the_text(data: st.DataObject, text: str) -> None:
    page = read_page(text)
    zones = [data.draw(st.sampled_from(ZONES)) for _ in page.lines]
    marks = find_bylines(page, zones).marks
    end = 0
    for mark in marks:
        assert end <= mark.start < mark.end <= len(text)
        end = mark.end


CREDITS = [
    "本报讯（记者 周远航）",
    "新华社北京8月1日电 ",
    "",
    "〔記者周遠航/台北報導〕",
    "【明報專訊】",
    "（记者 周远航）",
]
ENDS = ["", "(完)", "(记者 林晓)责任编辑:陈默", "文/周远航 图/林晓", "■作者:周远航■编辑:林晓"]


@pytest.mark.parametrize("opening", CREDITS)
@pytest.mark.parametrize("closing", ENDS)
def test_what_is_left_of_a_paragraph_holds_no_more_credits(opening: str, closing: str) -> None:
    line = f"{opening}渔船昨天回到老码头，岸上的人都来了。{closing}"
    page = read_page(line)
    rest = applied(line, find_bylines(page, ["body"]).marks)
    assert rest == "渔船昨天回到老码头，岸上的人都来了。"
    assert find_bylines(read_page(rest), ["body"]).marks == ()


def test_time_grows_with_the_input() -> None:
    for unit in ("记者", "来源:", "(", "文/", "周", "2020-", "【", "a.", "、", " ", "电", "http://a", "周远航 "):
        line = unit * (200_000 // len(unit))
        read_line(line, fold(line))
        find_inline(line, fold(line))
        headline(line)


def test_a_page_of_many_short_lines_ends() -> None:
    page = read_page("\n".join(["责任编辑：林晓", "记者", "来源:"] * 2000))
    assert find_bylines(page, ["tail"] * len(page.lines)).byline.editors == ("林晓",)


def test_ascii_says_nothing() -> None:
    for char in string.printable:
        assert find_inline(char, fold(char)) == [] if char.strip() else True
