"""Adverts in brackets go from inside sentences and from behind them; what sentences need in brackets stays."""

import pytest

import newsclean
from spam import left

TOLD = "护林员巡山回来，鞋底沾满了泥。雪停了，路也通了。"


@pytest.mark.parametrize(
    "advert",
    [
        "（点击领取新人红包）",
        "【真人荷官在线发牌】",
        "【老虎机送体验金】",
        "[加微信领取福利]",
        "（代开发票微信同号13800001111）",
        "〔代办信用卡QQ：123456789〕",
    ],
)
def test_an_advert_in_brackets_leaves_the_sentence_that_it_breaks_into(advert):
    assert left(TOLD.replace("回来，", f"回来，{advert}")) == TOLD
    assert newsclean.clean(TOLD.replace("员巡", f"员{advert}巡")).text == TOLD


@pytest.mark.parametrize(
    "advert",
    [
        "（戳这里领取暖气片清洗优惠券）",
        "(戳我免费领护膝一对)",
        "【在线咨询不孕不育专家】",
        "[免费试听课程]",
        "（广告：贷款秒到账，免费额度五万）",
    ],
)
def test_an_advert_in_brackets_behind_a_sentence_goes(advert):
    assert left(TOLD + advert) == TOLD
    assert left(TOLD.replace("泥。", f"泥。{advert}")) == TOLD


@pytest.mark.parametrize(
    "text",
    [
        "活动现场免费发放（数量有限，先到先得）灭火器材。",
        "居民打开小程序，点击【免费领取】按钮，再选择【贷款贴息】菜单。",
        "活动分为【免费义诊】、【健康咨询】两个环节，老人可凭身份证参加。",
        "他加了对方微信（微信号abc12345）后被骗走三万元。",
        "客服电话（全国统一热线400-000-0000）二十四小时有人接听。",
        "领取方式（点击小程序首页“免费领取”）以公告为准。",
        "公司推出新产品（五折优惠），受到市民欢迎。",
        "团伙开设的网站【真人荷官在线发牌】被警方查封，涉案赌博资金两千万元。",
        "报名地点在文化馆（扫码可查看详情），电话一直有人接。",
        "青山医院（治疗白癜风专科医院）昨日揭牌。",
        "本次课程，【免费试听】栏目由退休教师主讲。",
        "馆藏《茶经》[2]刻于明代，【校注】见书末。",
    ],
)
def test_what_a_sentence_needs_in_brackets_stays(text):
    assert left(text) == text
