"""Offers of trades that no table lists go from sentences; sentences that tell of a trade, and titles, keep theirs."""

import pytest

from newsclean.find.offers.pasted import find_offers
from newsclean.matching import read_page
from spam import left


def pasted(text):
    page = read_page(text)
    return [page.text[mark.start : mark.end] for mark in find_offers(page)]


@pytest.mark.parametrize(
    ("before", "offer", "after"),
    [
        ("老码头的", "管道清洗公司电话", "第一班渡船六点开航。"),
        ("船老大收好缆绳，", "无人机培训多少钱", "他把灯挂在桅杆上。"),
        ("渡船开到江心，", "游艇租赁公司报价", "两岸的灯亮了起来。"),
        ("孩子们提着桶去赶海，", "二手钢琴回收价格", "他们走到潮水退去的地方。"),
        ("他把书一页页補好，", "虛擬幣錢包下載", "又用線裝訂起來。"),
    ],
)
def test_an_offer_of_an_unlisted_trade_goes_whole(before, offer, after):
    assert pasted(before + offer + after) == [offer]


@pytest.mark.parametrize(
    "text",
    [
        "搬家公司的司机把钢琴抬上六楼，只多收了五十元。",
        "律师事务所为农民工提供免费咨询，一年接待八百人次。",
        "老街拆迁以后，废品回收站搬到了桥下。",
        "网友热议挖掘机培训学校哪家好，校长出来回应。",
        "市民可在官网预约，也可拨打服务热线咨询门票价格。",
        "他自学了修表，在《二手钟表回收价格指南》里读到这只座钟。",
        "记者证的刻章有规范，刻章要用标准字体，刻章单位要核对信息，刻章后还要登记。",
        "殡仪馆推出惠民套餐，公墓价格下降两成。",
        "家政服务、管道疏通、空调清洗，社区的便民服务日一月一次。",
    ],
)
def test_a_sentence_that_tells_of_a_trade_stays(text):
    assert left(text) == text


def test_a_page_that_writes_of_the_trade_keeps_the_words():
    told = "老严会修二手钢琴，也收二手钢琴。\n夏天一到，二手钢琴回收价格他从不还价。"
    assert pasted(told) == []
    assert pasted(told.partition("\n")[2]) == ["二手钢琴回收价格"]


def test_a_sure_offer_makes_others_of_the_page_likelier():
    weak, sure = "渡船开到江心，古琴培训两岸的灯亮了起来。", "船老大收好缆绳，无人机培训多少钱他把灯挂在桅杆上。"
    assert pasted(weak) == []
    assert pasted(f"{weak}\n{sure}") == ["古琴培训", "无人机培训多少钱"]


def test_no_offer_goes_over_a_mark():
    assert all("，" not in offer for offer in pasted("他说，无抵押贷款，秒批，当天放款，孩子们笑了。"))


def test_a_text_shorter_than_any_offer_is_left():
    assert [left(text) for text in ("精仿", "办证。", "贷")] == ["精仿", "办证。", "贷"]


@pytest.mark.parametrize(
    ("before", "offer", "after"),
    [
        ("渡船开到江心，", "搬家拉货电话", "市场那头的灯亮了起来。"),
        ("孩子们提着桶，", "专业清债公司哪家好", "医院的汽车停在堤上。"),
        ("镇上小学的", "新开传奇网站免费下载", "音乐教室里响起歌声。"),
    ],
)
def test_the_words_beside_an_offer_stay(before, offer, after):
    assert pasted(before + offer + after) == [offer]


def test_of_two_finders_the_one_that_takes_the_whole_is_heard():
    before, after = "合作社的院子里，", "三十多名村民忙着装箱。"
    assert left(f"{before}左旋肉碱减肥药哪个牌子好{after}") == before + after
