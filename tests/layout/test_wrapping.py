"""Lines that a mail program broke at a column are joined; headlines that are as long by chance are not."""

from __future__ import annotations

from itertools import pairwise

import newsclean

WRAPPED = """渡口的新船上周下水，老艄公把用了三十一年的旧船留给了河对岸的小
学。孩子们在船里种上了蒜苗，说等它长高了，就是一船的绿浪。老人
每天下午都来看一眼，有时带一把铲子，有时带一壶水，谁也说不准他
是来看船的，还是来看孩子的。校长说，船放在操场边，比什么展品都
好，因为它真的过过河。"""
HEADLINES = [
    "雨季提前半个月到来！三条渡线今起改为单班运行，请注意",
    "小学操场新添一条旧船！孩子们种出了一船蒜苗，真香啊",
    "老码头夜市重新开张！四百个摊位全部装上灯，凉快多了",
    "本周末看渡轮！",
]
PARAGRAPH = WRAPPED.replace("\n", "")


def test_the_lines_of_a_wrapped_paragraph_are_joined() -> None:
    assert newsclean.clean(WRAPPED).text == PARAGRAPH


def test_headlines_of_one_length_below_whole_paragraphs_are_not_joined() -> None:
    text = newsclean.Cleaner(keep={"related"}).clean("\n".join([PARAGRAPH] * 2 + HEADLINES)).text
    assert PARAGRAPH in text
    assert not any(one + other in text for one, other in pairwise(HEADLINES))
