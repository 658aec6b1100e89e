"""A name and its web address glued between sentences is an advert; addresses that sentences lead to stay."""

import pytest

from spam import left

BODY = "全区有二十三个社区，每个社区都设了议事厅，居民有事坐下来谈，一年谈成三百多件。"
ADVERTS = [
    "天津皮肤病研究所 http://tj.example/pf/",
    "武汉整形美容医院 http://zx.example.cn",
    "贵阳叛逆孩子学校http://pn.example/school/1.html",
    "东莞注塑模具厂家 www.mj.example",
]


@pytest.mark.parametrize("advert", ADVERTS)
@pytest.mark.parametrize("page", ["{}" + BODY, BODY + "{}" + BODY, BODY + "{}", "议事厅的灯亮了。\n{}" + BODY])
def test_a_name_with_its_address_glued_to_a_sentence_goes(advert, page):
    assert left(page.format(advert)) == page.format("")


@pytest.mark.parametrize("sentence", ["5月29日，", "2019年春天，", "300名居民到了场，"])
def test_the_number_behind_an_address_is_the_sentences(sentence):
    assert left(f"武汉整形美容医院 http://zx.example/al/{sentence}{BODY}") == sentence + BODY


@pytest.mark.parametrize(
    "text",
    [
        "报名请登录市图书馆网站 http://lib.example.cn，名额八十人。",
        "更多信息见河东区职业培训学校 http://school.example.cn 的公告。",
        "北山大学附属医院 http://hospital.edu.cn已开通预约，市民可以在家挂号，不必再早起排队。",
        "联系方式\n河东区职业培训学校 http://school.example.cn\n电话一栏写着值班室。",
        "河东区职业培训学校 http://school.example.cn老师说，课程免费。河东区职业培训学校去年招了三百人。",
    ],
)
def test_an_address_that_the_text_gives_stays(text):
    assert left(text) == text
