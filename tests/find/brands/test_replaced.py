"""Brands that stand where the name of a firm or a school stood: they go from every sentence, and the gap is flagged."""

import pytest

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
