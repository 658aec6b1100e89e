"""Adverts on lines of their own and glued to sentences; notices with numbers and addresses stay."""

import pytest

from newsclean.find import find_advertisements
from newsclean.find.adverts.keyword import evidence
from newsclean.matching import read_page
from spam import left

STORY = (
    "石桥镇第一趟夜班公交昨晚十点从老码头站驶出，车厢里坐着刚下班的护士。\n"
    "镇交通所表示，夜班公交将试运行三个月，其间听取乘客的意见。"
)
ADVERTS = [
    "深圳东门劳务外包",
    "哈市白癜风医院 http://pf.example.net/bdf/14.html",
    "广州代开发票电话13800138000",
    "长沙搬家公司哪家便宜",
    "专业办证QQ:12345678",
    "需要贷款请联系微信：dk8888888",
    "无抵押贷款，当天放款，不看征信，加微信abc12345咨询。",
    "①③⑧零零①③⑧零零零代开票",
    "郑州无痛人流医院哪家比较好",
    "武汉冷库安装厂家报价",
]


def found(text):
    page = read_page(text)
    return [page.text[mark.start : mark.end] for mark in find_advertisements(page)]


@pytest.mark.parametrize("advert", ADVERTS)
def test_an_advert_on_its_own_line_goes(advert):
    assert found(f"{STORY}\n\n{advert}\n") == [advert]
    assert found(f"{advert}\n{STORY}") == [advert]


@pytest.mark.parametrize("advert", [advert for advert in ADVERTS if "。" not in advert])
def test_an_advert_behind_the_last_sentence_goes_and_the_sentence_stays(advert):
    assert found(STORY + advert) == [advert]


def test_an_advert_with_its_address_before_the_first_sentence_goes():
    assert found("哈市白癜风医院 http://pf.example.net/bdf/14.html" + STORY) == [
        "哈市白癜风医院 http://pf.example.net/bdf/14.html"
    ]


def test_the_rest_of_a_pitch_behind_its_number_goes_too():
    assert found(STORY + "\n专业代开各类发票，点数低，联系电话13800138000微信同号。") == [
        "专业代开各类发票，点数低，联系电话13800138000微信同号。"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "市民如有线索，请拨打举报电话12345。",
        "报名方式：登录市图书馆官网 www.lib.example.cn 注册",
        "联系电话：0592-5371234",
        "地址：思明区体育路95号",
        "微信：lib_volunteer",
        "联系方式（0750-3502626 QQ：562283270）",
        "供水服务热线：0592-968865",
        "如遇诈骗，请立即拨打110或96110。",
        "北京 天津 上海 重庆",
        "票价优惠怎么算？",
    ],
)
def test_a_notice_stays(line):
    assert found(f"{STORY}\n{line}") == []


def test_what_the_page_writes_about_is_no_advert():
    assert found("劳务外包与劳务派遣有何区别，律师昨日作了说明。\n深圳劳务外包\n用工单位应当查验劳务外包合同。") == []


def test_each_piece_of_evidence_is_named():
    assert evidence("深圳东门劳务外包", whole=True) == ("service", "place", "keyword shape", "whole line")
    assert "narrative" in evidence("警方查获一起代开发票案", whole=True)


def test_an_advert_before_a_bracketed_agency_goes_and_the_sentence_stays():
    advert = "佳木斯月嫂培训多少钱 http://www.abcdef.com/abcdef/52078.html"
    assert found(f"{advert}〔中央社〕渡口的船今天停开。") == [advert]


def test_a_trade_is_weighed_by_its_own_name_and_not_by_pairs_that_the_page_shares():
    story = "医院说,这里的科医生都是退休返聘的,医院不收挂号费。"
    assert found(f"{story}\n克拉玛依男科医院免费咨询") == ["克拉玛依男科医院免费咨询"]


def test_a_hotline_with_its_number_behind_a_paragraph_goes():
    assert found(STORY + "【400-000-0098转12398】看房热线") == ["【400-000-0098转12398】看房热线"]


@pytest.mark.parametrize(
    ("before", "advert", "after"),
    [
        ("作坊在镇子的最里头，一栋吊脚楼，", "代开增值税发票电话13000000000", "楼下养鸡，楼上绣花。十二个绣娘都在。"),
        ("为了教孩子们识谱，她把五线谱画在", "急用钱加微信jd5588", "操场的水泥地上，让孩子们踩着格子唱。"),
    ],
)
def test_the_sentence_that_an_advert_breaks_into_stays(before, advert, after):
    text = before + advert + after
    gone = {at for mark in find_advertisements(read_page(text)) for at in range(mark.start, mark.end)}
    assert gone == set(range(len(before), len(before + advert)))


def test_an_offices_address_behind_a_pasted_advert_stays_with_its_sentence():
    sentence = "民众欲了解不合格店家的{}名单，可上卫生局网站（http://www.health.gov.example/）查询。"
    assert left(sentence.format("种植牙多少钱一颗")) == sentence.format("")
