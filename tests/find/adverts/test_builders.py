"""What builders of websites put into articles goes; a firm and a course that are the news stay."""

import pytest

from spam import left

TOLD = "投影仪是从废品站收来的，镜头换成了从旧望远镜上拆下的。\n现在，每个月的最后一个星期五，天象厅对全城开放。"


@pytest.mark.parametrize(
    "offer",
    [
        "某某互联为客户提供专业的网站建设、网站制作、程序、域名、空间一条龙服务，服务项目涵盖网页设计、小程序开发等。",
        "网站建设哪家好，找某某建站！专注于网页设计、网站建设、微信开发、小程序开发等服务项目。",
        "云启公司专注于营销型网站建设、网页设计、H5定制、商城网站建设等业务，价格优惠性价比高，为各大城市提供网站制作服务。",
    ],
)
def test_a_builders_paragraph_goes_from_between_paragraphs(offer):
    assert left(TOLD.replace("\n", f"\n{offer}\n")) == TOLD.replace("\n", "\n\n")


@pytest.mark.parametrize(
    "text",
    [
        "培训课程包括网站建设、网页设计、小程序开发等项目，学员结业后可获证书。",
        "据了解，这家企业主要从事网站建设、网页设计、软件开发等业务。",
        "建站三年来，他只做一件事。\n公司专注于网站建设、网页设计、小程序开发等业务，客户遍布全省。",
        "他先后学过网站制作、网页设计和服务器托管，却总说自己是个木匠。",
    ],
)
def test_a_firm_and_a_course_that_are_told_of_stay(text):
    text = TOLD.replace("\n", f"\n{text}\n")
    assert left(text) == text


def test_a_search_for_a_hospital_before_an_address_goes_with_it():
    advert = "上海哪家医院治疗白癜风最好 http://news.99.example/bdf/"
    assert left(TOLD.replace("下的。\n", f"下的。{advert}")) == TOLD.replace("\n", "")
