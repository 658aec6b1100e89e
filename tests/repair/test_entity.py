"""Entities left in the text become what they stand for; what only looks like one stays."""

import pytest

from newsclean.edits import Revision, revise
from newsclean.repair.entity import find_entity


def cleaned(text):
    return revise(Revision(text, text), find_entity(text)[0]).text


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("&nbsp;&nbsp;本报讯", "  本报讯"),
        ("&ldquo;早稻丰收&rdquo;&mdash;&mdash;农户", "“早稻丰收”——农户"),
        ("&#20013;&#x56FD;&#X65B0;闻", "中国新闻"),
        ("科技&amp;生活", "科技&生活"),
        ("双重&amp;nbsp;实体店&amp;amp;amp;lt;", "双重 实体店<"),
        ("没有分号&nbsp的空格&nbsp 与&quot引号&quot", '没有分号 的空格  与"引号"'),
        ("丢了开头nbsp;的空格amp;nbsp;与ldquo;引号rdquo;", "丢了开头 的空格 与“引号”"),
        ("全角＆nbsp；与&nbsp；", "全角 与 "),
        ("大写&NBSP;也算", "大写 也算"),
        ("&#8220;窗口编号&#147;旧式&#148;", "“窗口编号“旧式”"),
        ("见 http://example.com/?a=1&amp;b=2 页", "见 http://example.com/?a=1&b=2 页"),
        ("气温&lt;5℃", "气温<5℃"),
    ],
)
def test_an_entity_is_read(damaged, clean):
    assert cleaned(damaged) == clean


@pytest.mark.parametrize(
    "text",
    [
        "AT&T与R&D部门",
        "H&M、B&B、Q&A环节",
        "http://example.com/?a=1&lt=2&copy=3&amp=4",
        "www.example.com/s?x=1&nbsp=2&reg",
        "用“&nbsp;”隔开",
        "网页里&nbsp;表示空格",
        "&nosuchthing;与&#xD800;与&#0;与&#99999999;",
        "甲&乙;丙",
    ],
)
def test_what_is_no_entity_stays(text):
    assert cleaned(text) == text
