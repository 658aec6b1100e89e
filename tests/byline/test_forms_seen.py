"""Credits in forms that pages were seen to have."""

import pytest

import newsclean

BODY = "\n　　渔港今天开捕，三百艘渔船陆续出海。\n　　渔民说，今年的鱼汛比去年早了一周。"


@pytest.mark.parametrize(
    ("tail", "field", "names"),
    [
        ("\n\n卢小明|图片", "photographers", ("卢小明",)),
        ("\n\n林园园丨文字", "authors", ("林园园",)),
        ("\n\n张 晓|审核", "editors", ("张晓",)),
        ("\n\n作者：《渔港》全媒体创意中心", "authors", ("《渔港》全媒体创意中心",)),
    ],
)
def test_a_credit_below_the_body_is_read(tail, field, names):
    article = newsclean.clean("渔港开捕首日见闻" + BODY + tail)
    assert getattr(article.byline, field) == names


def test_the_account_of_a_police_office_is_one_name():
    article = newsclean.clean("渔港开捕首日见闻\n作者: 石桥山网警    时间: 2025-8-1 15:11" + BODY)
    assert article.byline.authors == ("石桥山网警",)


def test_an_empty_source_takes_no_headline_that_stands_again_below_it():
    head = "渔港昨日开捕 三百艘渔船出海_海港\n时间：2020-02-20 22:01:00 来源：\n渔港昨日开捕 三百艘渔船出海_海港"
    assert newsclean.clean(head + BODY).byline.source is None


def test_a_time_of_greenwich_says_so():
    article = newsclean.clean("渔港开捕首日见闻\nPublished on: 2025-10-24 13:56 UTC" + BODY)
    assert article.published == "2025-10-24T13:56+00:00"
    assert article.byline.authors == ()
