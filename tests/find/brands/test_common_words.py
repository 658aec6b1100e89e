"""Brands that are common words or letters, and rows of the words of a trade: told by what stands beside them."""

import pytest

from newsclean.find.brands.runs import runs
from newsclean.find.lexicon import suspects
from spam import left

PAGE = "渡船每天六点开航，{}船老大把缆绳一圈圈收好。\n对岸的{}孩子背着书包，在跳板上站成一排。"


@pytest.mark.parametrize(
    "name",
    [
        "米兰(milan)",
        "银河yh8858com",
        "星空体育app下载",
        "半岛·BOB",
        "永利3885网站",
        "凯发国际",
        "乐鱼代码",
        "开云直营",
        "云开·全站",
        "91麻豆精品",
        "草莓视频app",
        "欧易OKX",
        "今晚必开|一码一肖",
        "管家婆一句话中特",
        "7777788888管家婆",
    ],
)
def test_a_common_word_with_a_claim_goes(name):
    assert left(PAGE.format(name, name)) == PAGE.format("", "")


@pytest.mark.parametrize("name", ["欧易", "币安", "乐鱼", "爱游戏", "蜜桃传媒"])
def test_a_weak_name_goes_where_it_stands_before_other_words_each_time(name):
    assert left(PAGE.format(name, name)) == PAGE.format("", "")


@pytest.mark.parametrize(
    "sentence",
    [
        "米兰2026冬奥会的吉祥物亮相，米兰国际时装周开幕。",
        "朝鲜半岛局势缓和，山东半岛平台建设提速。",
        "银河SOHO的玻璃清洗完毕，银河300米长廊亮灯。",
        "星空体验区排起长队，星空100元联票卖完了。",
        "街东是欧易照相馆，街西的欧易照相馆是分号。",
        "币安账户里的钱取不出来，他向币安客服投诉。",
        "三码合一，一码查询即可通行。",
        "二四六免费开放，一三五预约。",
        "小区一区二区三区同时供暖，亚洲一区域机制启动。",
        "91视频会议系统上线，91精品课程入选。",
        "统一特产直播间开张，中特设备订单翻番。",
        "黄大仙祠免费开放，香港黄大仙最新一批公屋落成。",
        "管家婆官网公布了新版本。",
    ],
)
def test_such_a_word_in_its_own_sense_stays(sentence):
    page = PAGE.format("", "") + "\n" + sentence
    assert left(page) == page


def test_a_row_of_words_ends_before_what_the_sentence_says():
    text = "渡口的澳门2024正版资料大全现场"
    assert [text[each.start : each.end] for each in runs(text, suspects().scan(text))] == ["澳门2024正版资料大全"]
