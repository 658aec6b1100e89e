"""Brands that stand where the name of a firm or a school stood: they go from every sentence, and the gap is flagged."""

import pytest

import newsclean
from newsclean.find import find_spam
from newsclean.find.brands.replaced import begins_without
from newsclean.matching import read_page
from spam import left

FIRM = (
    "4月26日上午，{}集团在总部三楼召开安全生产例会。\n总经理要求，{}集团上下要统一思想。"
    "大家来到{}的展厅参观，{}党委书记作了讲解。"
)
SCHOOL = "本网讯 6月3日，{}外国语学院的演讲比赛在图书馆举行。\n留校的学生在{}过年，{}师生齐聚一堂。"


@pytest.mark.parametrize("name", ["我是麻将王", "乐鱼体育", "开云(中国)", "银河yh8858com"])
@pytest.mark.parametrize("page", [FIRM, SCHOOL])
def test_a_brand_with_a_party_branch_or_pupils_goes_from_every_sentence(name, page):
    assert left(page.replace("{}", name)) == page.replace("{}", "")


def test_a_brand_that_the_page_claims_elsewhere_goes_where_a_sentence_needs_it():
    text = "乐鱼体育(中国)官方网站\n除夕夜，留在乐鱼体育的学生吃了年夜饭，乐鱼体育的食堂彻夜亮灯。"
    assert "乐鱼" not in left(text)


def test_the_gap_is_flagged():
    page = read_page(FIRM.replace("{}", "乐鱼体育"))
    flags = [flag for flag in find_spam(page)[1] if flag.flag == "replaced_name"]
    assert [flag.detail for flag in flags] == ["乐鱼体育"] * 4


@pytest.mark.parametrize(
    "text",
    [
        "乐鱼体育的客服没有回应，用户在乐鱼体育充值后无法提现。",
        "九游集团召开年会，九游的员工表演了节目。",
        "皇冠集团党委组织参观，皇冠的展厅挂满了照片。",
    ],
)
def test_a_firm_that_bears_the_name_keeps_it(text):
    assert left(text) == text


def test_a_name_pasted_behind_a_comma_of_a_list_leaves_no_gap():
    assert begins_without("会后,乐鱼体育党委", 3, 7)
    assert not begins_without("名山、乐鱼体育党委", 3, 7)


STORY = (
    "　　清晨六点，老渡口的船工解开缆绳，第一班船载着菜农过江，竹筐里的豆角还带着露水。\n"
    "　　船票十年没有涨过，学生坐船不要钱。雾大的日子，船工敲着铜锣慢慢走。"
)


@pytest.mark.parametrize("name", ["开云体育", "华体会(hth)", "米兰体育官网", "91视频"])
@pytest.mark.parametrize("header", ["来源：{}　时间：2021-05-06", "2021-05-06 09:30　来源：{}"])
def test_a_brand_is_no_source(name, header):
    article = newsclean.clean(f"老渡口的船票十年没有涨价\n{header.format(name)}\n{STORY}")
    assert article.byline.source is None
    assert "replaced_name" in {flag.flag for flag in article.flags}


@pytest.mark.parametrize("name", ["临江日报", "开云晚报", "皇冠周刊", "永利新闻", "星空下载站"])
def test_an_outlet_of_such_a_name_is_a_source(name):
    article = newsclean.clean(f"老渡口的船票十年没有涨价\n来源：{name}　时间：2021-05-06\n{STORY}")
    assert article.byline.source == name


@pytest.mark.parametrize("name", ["开云体育", "金年会", "半岛(中国)官方网站", "爱游戏app", "bob体育"])
@pytest.mark.parametrize("form", ["{}-{}", "{}:{}", "{} {}", "{} | {}"])
def test_a_brand_goes_with_its_joint_from_either_end_of_a_headline(name, form):
    title = "老渡口的船票十年没有涨价"
    for line in (form.format(name, title), form.format(title, name)):
        if not line.endswith(f":{name}"):
            assert left(f"{line}\n{STORY}") == f"{title}\n{STORY}"


@pytest.mark.parametrize("line", ["皇冠:老店新开", "米兰-老渡口的船票", "图源 欧易", "开云集团:营收下降一成"])
def test_a_firm_or_a_place_at_the_end_of_a_line_stays(line):
    assert left(f"{line}\n{STORY}") == f"{line}\n{STORY}"
