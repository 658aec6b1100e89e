"""A line is read once a page, short ones once for many pages; what is read depends on the line alone."""

from __future__ import annotations

import pickle

from newsclean.lines import _REMEMBERED, LineReader
from newsclean.matching import read_page
from newsclean.rules import Rule, RuleSet

NOTICE = Rule("x.login", "navigation", "line", "", "登录$", (), ())
READER = LineReader(RuleSet((NOTICE,)))


def hits(reader: LineReader, text: str, site: dict[str, tuple[str, ...]] | None = None) -> list[list[str]]:
    return [[hit.rule.id for hit in line.seen.hits] for line in reader.read(read_page(text), site or {}, {})]


def test_a_line_says_the_same_on_every_page() -> None:
    assert hits(READER, "登录\n雨停了，路通了。") == hits(READER, "登录\n雨停了，路通了。") == [["x.login"], []]


def test_what_one_reader_remembers_is_unknown_to_another() -> None:
    hits(READER, "登录")
    assert "x.login" not in hits(LineReader(RuleSet(())), "登录")[0]


def test_a_site_s_own_lines_are_read_for_that_site_alone() -> None:
    line = "点亮小红花"
    assert hits(READER, line) == [[]]
    assert hits(READER, line, {line: ("tail",)}) == [["profile.tail"]]
    assert hits(READER, line) == [[]]


def test_a_credit_stays_one_though_a_site_repeats_it() -> None:
    line = "来源:临海晚报"
    assert "profile.head" not in hits(READER, line, {line: ("head",)})[0]


def test_lines_of_the_same_page_are_read_again_only_where_they_changed() -> None:
    known = {}
    READER.read(read_page("登录\n雨停了。"), {}, known)
    first = known["登录"]
    READER.read(read_page("登录\n路通了。"), {}, known)
    assert known["登录"] is first
    assert set(known) == {"登录", "雨停了。", "路通了。"}


def test_a_line_in_another_script_is_read_once_unless_it_names_somebody() -> None:
    known = {}
    READER.read(read_page("橋修好了，路通了。\n記者：陳曉東"), {}, known)
    plain, credited = known["橋修好了，路通了。"], known["記者：陳曉東"]
    READER.read(read_page("桥修好了，路通了。\n记者：陈晓东"), {}, known)
    assert known["桥修好了，路通了。"] is plain
    assert [value.value for value in known["记者：陈晓东"].credits.whole.values] == ["陈晓东"]
    assert [value.value for value in credited.credits.whole.values] == ["陳曉東"]


def test_memory_is_bounded_and_holds_no_long_line() -> None:
    reader = LineReader(RuleSet(()))
    long = "雨停了，" * 40
    reader.read(read_page("\n".join([long, *(f"第{i}号告示" for i in range(_REMEMBERED + 9))])), {}, {})
    assert 0 < len(reader._remembered) <= _REMEMBERED
    assert long not in reader._remembered


def test_a_reader_is_pickled_without_its_memory() -> None:
    hits(READER, "登录")
    copy = pickle.loads(pickle.dumps(READER))
    assert hits(copy, "登录") == [["x.login"]]
    assert set(copy._remembered) == {"登录"}
