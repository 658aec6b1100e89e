"""What stands twice on a page goes once; what comes back in a text stays."""

from __future__ import annotations

import pytest

import newsclean

STORY = [
    "老码头的吊机昨天最后一次转动，四十六岁的司机莫小川把一只空集装箱放回岸边，关掉了驾驶室的灯。",
    "港务公司说，吊机服役三十一年，下周拆下来送进工业博物馆。",
    "莫小川与吊机合影",
    "最后一箱",
]
LEAD = "老码头的吊机昨天最后一次转动，四十六岁的司机莫小川"


def kept(*lines: str) -> list[str]:
    return newsclean.clean("\n".join(lines)).text.split("\n")


def test_an_article_shown_twice_stays_once_with_its_captions() -> None:
    assert kept(*STORY, *STORY) == kept(*STORY)


def test_short_lines_that_come_back_by_themselves_stay() -> None:
    verse = [
        "最后一箱",
        "海风从吊臂下穿过去，把三十一年的铁锈吹成一阵细雨。",
        "最后一箱",
        "他说再转一圈吧，机器就再转了一圈。",
    ]
    assert kept(STORY[0], *verse) == [STORY[0], *verse]


@pytest.mark.parametrize("label", ["摘要：", "核心提示:", "【导读】："])
@pytest.mark.parametrize("end", ["", "...", "……"])
def test_a_summary_that_only_begins_the_text_goes(label: str, end: str) -> None:
    assert kept(label + LEAD + end, *STORY) == kept(*STORY)


def test_a_summary_in_its_own_words_stays() -> None:
    summary = "摘要：服役三十一年的吊机退役，司机开着它放下最后一只集装箱。"
    assert kept(summary, *STORY)[0] == summary
