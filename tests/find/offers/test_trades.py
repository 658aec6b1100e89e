"""What is sold against the law goes whole, with what is done of it and the way to it; who writes of it keeps it."""

import pytest

from spam import left


@pytest.mark.parametrize(
    "words",
    [
        "办理本科毕业证学信网可查",
        "传奇私服发布网",
        "无抵押贷款秒批",
        "英超直播无插件",
        "真人荷官在线发牌",
    ],
)
@pytest.mark.parametrize(
    ("before", "after"),
    [("渡船每天六点开航，", "船老大把缆绳一圈圈收好。"), ("镇上小学的", "音乐教室里响起歌声。")],
)
def test_an_offer_inside_a_sentence_goes_whole(before, words, after):
    assert left(before + words + after) == before + after


@pytest.mark.parametrize(
    "text",
    [
        "警方说，他们办理本科毕业证、学信网可查的广告发在群里，办假证的三人已被刑拘。",
        "办证大厅搬到了一楼，老人不用再爬楼。",
        "法院认定，两人架设传奇私服牟利，私服玩家有上千人。",
        "银行推出无抵押贷款，贷款利率比去年低，信贷员上门服务。",
    ],
)
def test_who_writes_of_a_trade_keeps_it(text):
    assert left(text) == text
