"""How lines read that no rule knows, and what that takes from the edges of a body."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.layout.segment import trim
from newsclean.layout.wording import NONE, SURE, parts, tokens, wording
from newsclean.matching import fold

BODY = """渔船昨天傍晚陆续回到老码头，岸上的人等了整整一个下午。这座码头停用了十一年，栏杆上的漆已经掉光。
“我在这里卖了三十年鱼。”六十二岁的周桂英说，她把摊子搬回了老地方，秤还是那杆秤。
市交通局表示，码头每天早晚各开放两个小时，首批登记的渔船有四十六艘，明年开春以后还会增加。"""

# None of these stands in the lines that the weights were fitted on.
FURNITURE = [
    "想看更多码头往事？请在公众号里回复“渔船”",
    "采用本报图文请先取得书面许可。",
    "想第一时间看到海滨新闻？扫码下载客户端",
    "轉寄此則　收藏此則　友善列印此則",
    "识别图中的小程序码，即可进入读者群",
]
ARTICLE = [
    "摊子还在老地方",
    "秤砣掉进了海里",
    "（周桂英为化名）",
    "图为渔船靠岸",
    "周桂英　陈水生　林阿发",
    "一网打上来的，是整个秋天",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_a_notice_in_new_words_below_the_body_goes(line: str) -> None:
    assert newsclean.clean(f"{BODY}\n{line}").text == BODY


@pytest.mark.parametrize("line", ARTICLE)
def test_a_short_line_of_the_article_stays_at_its_end(line: str) -> None:
    assert newsclean.clean(f"{BODY}\n{line}").text == f"{BODY}\n{line}"


@pytest.mark.parametrize("line", FURNITURE)
def test_a_notice_does_not_take_along_the_names_above_it(line: str) -> None:
    names = "周桂英　陈水生　林阿发\n吴海　郑秋菊　何大海\n王小满　李渔　孙帆"
    assert newsclean.clean(f"{BODY}\n{names}\n{line}").text == f"{BODY}\n{names}"


APPEAL = "猛戳下方图片，免费领取渔港地图一份"


def within(*lines: str) -> str:
    above, below = BODY.split("\n", 1)
    return "\n".join([above, *lines, below])


def test_an_appeal_alone_between_paragraphs_goes() -> None:
    assert newsclean.clean(within(APPEAL)).text == BODY


@pytest.mark.parametrize(
    "lines",
    [
        ("一、" + APPEAL,),
        ("群里的消息是这样写的：", APPEAL),
        ("“" + APPEAL + "”",),
        ("别再等了，快去看海",),
    ],
)
def test_what_is_numbered_announced_quoted_or_not_alone_stays_in_the_body(lines: tuple[str, ...]) -> None:
    assert newsclean.clean(within(*lines)).text == within(*lines)


def test_counters_of_pictures_go_and_a_single_score_stays() -> None:
    first, second, third = BODY.split("\n")
    assert newsclean.clean(f"{first}\n2/3\n{second}\n3/3\n{third}").text == BODY
    assert newsclean.clean(within("3/5")).text == within("3/5")


def test_buttons_and_credits_that_a_sentence_announces_are_quoted() -> None:
    lines = "页面最上面是一行小字：", "设为首页　加入收藏　联系我们", "右下角却写着：", "责任编辑：林晓"
    assert newsclean.clean(within(*lines)).text == within(*lines)


@pytest.mark.parametrize(
    "line",
    [
        "为奋斗者点赞",
        "关注身边的小事",
        "从“扫码”到“扫雪”",
        "村民扫码卖菜记",
        "老人扫码就能挂号。",
        "为他们点赞！",
        "查詢可致電2520 0000或瀏覽該署網頁。",
    ],
)
def test_sub_headings_and_sentences_with_the_words_of_buttons_stay(line: str) -> None:
    assert newsclean.Cleaner(script="keep").clean(within(line)).text == within(line)


@pytest.mark.parametrize("line", FURNITURE)
def test_width_and_script_do_not_change_how_a_line_reads(line: str) -> None:
    assert wording(fold(newsclean.convert(line, to="traditional"))) == pytest.approx(wording(fold(line)), abs=1.0)


def test_a_long_line_a_word_and_a_note_in_brackets_are_no_evidence() -> None:
    notice = "扫码关注我们，点击阅读原文，"
    assert wording(fold(notice)) > SURE
    assert wording(fold(notice * 20)) == wording("关注") == wording(fold(f"（{notice}）")) == NONE


def test_numbers_and_latin_words_are_one_token_each() -> None:
    assert tokens("3,540次") == ["0", "次"]
    assert parts("share 12") == {"share", "␣", "0", "^ share", "share ␣", "␣ 0", "0 $"}


def test_a_trim_stops_at_prose_and_takes_the_fewest_lines_among_equals() -> None:
    assert trim([]) == trim([-1.0, 1.0]) == trim([0.9]) == 0
    assert trim([2.0, -1.0, 1.0]) == 1
    assert trim([-6.6, 99.0]) == 0
