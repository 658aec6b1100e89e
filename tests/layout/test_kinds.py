"""What kind of furniture a line is said to be that no rule knows."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.layout.kinds import KINDS, kind_of
from newsclean.matching import fold

# None of these stands in the lines that the weights were fitted on.
LINES = [
    ("engagement", "河湾网友 半亩方塘：看得眼眶都湿了"),
    ("engagement", "觉得这条消息有用，麻烦点个小红心"),
    ("engagement", "讀者若有線索，請傳真至本台採訪中心"),
    ("disclaimer", "本页所列股价有延迟，买卖盈亏由投资人自负"),
    ("disclaimer", "文中偏方未经医生核实，身体不舒服请到医院就诊"),
    ("copyright", "社址：临江市渔港路19号　总编室电话：00000000"),
    ("copyright", "本栏文字图片之著作权属渔港电台，翻印须经书面同意"),
    ("advertisement", "渔家海鲜礼盒 限时立减60元 戳我下单"),
    ("advertisement", "零基础学潜水，名师带班，前30名送装备"),
    ("related", "小编推荐阅读"),
    ("related", "缆车停运三天后恢复载客"),
    ("navigation", "你在看：港口频道 / 渔业 / 内文"),
    ("navigation", "本页访问 3067 人次"),
]


@pytest.mark.parametrize(("kind", "line"), LINES)
def test_the_words_of_a_line_tell_its_kind(kind: str, line: str) -> None:
    assert kind_of(fold(line)) == kind


@pytest.mark.parametrize(("kind", "line"), LINES)
def test_the_kind_is_the_same_in_either_script(kind: str, line: str) -> None:
    assert kind_of(fold(newsclean.convert(line, to="traditional"))) == kind


def test_a_word_of_the_head_is_navigation_unless_it_is_clearly_something_else() -> None:
    assert kind_of(fold("渔港周刊"), head=True) == "navigation"
    assert kind_of(fold("免费咨询热线：400-000-0000"), head=True) == "advertisement"


def test_every_line_has_a_kind() -> None:
    assert {kind_of(line) for line in ("", " ", "0", "，", "a" * 500)} <= set(KINDS)
