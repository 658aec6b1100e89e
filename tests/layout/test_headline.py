"""Which line of a header is the headline, and what is left of it."""

from __future__ import annotations

import pytest

import newsclean

SHORT, AMPLE = "老码头重新开放", "渔船回港那天，岸上的人等了整整一个下午"
BODY = """渔船昨天傍晚陆续回到老码头，岸上的人等了整整一个下午。这座码头停用了十一年，栏杆上的漆已经掉光。
“我在这里卖了三十年鱼。”六十二岁的周桂英说，她把摊子搬回了老地方，秤还是那杆秤。
市交通局表示，码头每天早晚各开放两个小时，首批登记的渔船有四十六艘，明年开春以后还会增加。
周桂英说，她孙子今年上小学，放学以后会来帮她收摊，然后一起坐最后一班公交车回家。"""
HEADERS = [
    "首页 > 新闻 > 正文\n{}\n2021-03-05 08:12　来源：海滨晚报\n",
    "2021-03-05 08:12\n来源：海滨晚报\n{}\n\n",
    "海滨晚报数字报\n第A06版：城事\n2021年03月05日 星期五\n放大＋　缩小－　默认○\n\n{}\n本报记者 林晓\n\n",
    "A12 城事 2021.03.05 星期五\n{}\n□ 林晓\n",
    "海滨晚报 > 2021年03月05日 > 第06版：城事\n{}\n林晓\n",
    "城事｜夜读｜人物\n{}\n林晓 · 海滨晚报 · 2021-03-05 08:12\n",
    "{}\n海滨晚报\n2021-03-05 08:12\n",
    "{}\n海滨观察家\n2021-03-05 08:12\n关注\n",
    "{}\n海滨晚报\n+关注\n2021-03-05 08:12 · 湖北\n",
    "{}(转载)\n2021-03-05 08:12 海滨晚报\n",
    "[转帖]{}\n楼主 林晓 发表于 2021-03-05 08:12\n",
    "题目：{}\n作者：林晓\n",
    "索 引 号： | 0140/2021-00217 | 分类： | 交通 |\n标 题： | {} |\n发布日期： | 2021-03-05 |\n",
    "关注者 318　被浏览 102,774\n{}\n关注问题 写回答\n",
    "即時新聞 / 地方\n{}\n發布 2021.03.05｜08:12 更新 2021.03.05｜09:10\n文｜林曉 攝影｜周以安\n",
    "{}\nPosted on 2021-03-05 by 林晓\n",
    "热门搜索：码头 渔船 公交\n{}\n2021-03-05\n",
    "今天是：2021年3月6日 星期六 欢迎访问海滨网\n{}\n2021-03-05\n",
    "《海滨周刊》第1029期 人物 目录\n{}\n2021-03-05\n",
    "{0}\n{0}\n2021-03-05 08:12:00\n来源：海滨晚报\n",
    "海滨县人民政府办公室信息公开 > 信息浏览\n{}\n2021-03-05\n",
    "(资料图)\n{}\n2021-03-05\n",
    "[大众观点]\n{}\n2021-03-05\n",
    "大字体】 【打 印】\n{}\n2021-03-05\n",
    "登录海滨网通行证 立即注册\n{}\n2021-03-05\n",
    "（2014）临刑初字第994号\n{}\n2021-03-05\n",
    "{}\n开发区作者：海滨通 日期：2021-03-05 点击：31\n",
    "时政新闻\n{}\n2021-03-05\n",
    "{}\n突发\n2021-03-05 08:12\n",
    "{}\n编辑中心\n2021-03-05 08:12\n",
]


@pytest.mark.parametrize("title", [SHORT, AMPLE])
@pytest.mark.parametrize("header", HEADERS)
def test_the_headline_is_found_in_a_header_which_leaves_the_text(header: str, title: str) -> None:
    article = newsclean.clean(header.format(title) + BODY)
    assert article.title == title
    assert article.text.split() == BODY.split()


@pytest.mark.parametrize("title", [SHORT, AMPLE])
@pytest.mark.parametrize("header", HEADERS)
def test_cleaning_again_takes_no_second_headline(header: str, title: str) -> None:
    text = newsclean.clean(header.format(title) + BODY).text
    assert newsclean.clean(text).text == text


def test_what_the_header_says_twice_is_the_headline() -> None:
    article = newsclean.clean(f"海滨银行全币种信用卡\n{AMPLE}\n{AMPLE}\n【本报消息】{BODY}")
    assert article.title == AMPLE


def test_a_headline_above_the_date_is_no_account() -> None:
    article = newsclean.clean(f"热门搜索：码头 渔船 公交\n{SHORT}\n2021-03-05\n{BODY}")
    assert article.byline.source is None


def test_a_headline_may_end_like_an_outlet() -> None:
    article = newsclean.clean(f"渔港迎来开海后的第一网\n2021-03-05 08:12　来源：海滨晚报\n{BODY}")
    assert article.title == "渔港迎来开海后的第一网"


def test_a_sub_heading_above_the_first_paragraph_stays() -> None:
    text = f"{AMPLE}\n2021-03-05 08:12　来源：海滨晚报\n\n十一年以后\n{BODY}"
    assert newsclean.clean(text).paragraphs[0] == "十一年以后"


def test_a_name_alone_below_the_headline_signs_it_and_elsewhere_it_stays() -> None:
    signed = newsclean.clean(f"{AMPLE}\n林晓\n2021-03-05 08:12\n{BODY}")
    assert "林晓" not in signed.paragraphs
    first, rest = BODY.split("\n", 1)
    named = newsclean.clean(f"{AMPLE}\n2021-03-05 08:12\n{first}\n林晓\n{rest}")
    assert "林晓" in named.paragraphs


def test_the_account_above_its_button_and_date_is_the_source() -> None:
    article = newsclean.clean(f"{AMPLE}\n海滨晚报\n+关注\n2021-03-05 08:12 · 湖北\n{BODY}")
    assert (article.byline.source, article.published) == ("海滨晚报", "2021-03-05T08:12")


def test_speech_that_the_headline_quotes_stays() -> None:
    article = newsclean.clean(f"“今天不出海”\n来源：海滨晚报\n“今天不出海。”\n{BODY}")
    assert article.title == "“今天不出海”"
    assert article.text == f"“今天不出海。”\n{BODY}"


def test_the_value_of_a_label_is_no_headline() -> None:
    index = "索引号:\n0140/2021-00217\n主题分类:\n交通运输、渔业渔政\n发布日期:\n2021年03月05日"
    article = newsclean.clean(f"{SHORT}\n{index}\n{BODY}")
    assert (article.title, article.text) == (SHORT, BODY)


def test_a_headline_below_rows_of_sections_and_buttons_is_found() -> None:
    header = "登入 | 登广告 | 下载APP\n2021-03-05 08:12"
    assert newsclean.clean(f"{header}\n{SHORT}\n{BODY}").title == SHORT


def test_a_caption_above_the_date_stays() -> None:
    caption = "渔船回港，岸上的人在等。（林晓摄）"
    article = newsclean.clean(f"{SHORT}\n\n{caption}\n{caption}\n2021/03/05 08:12\n{BODY}")
    assert (article.published, article.text) == ("2021-03-05T08:12", f"{caption}\n{BODY}")


def test_a_dateline_on_a_line_of_its_own_is_no_headline() -> None:
    article = newsclean.clean("大陆新闻组北京17日电\n" + BODY + "\n" + BODY)
    assert (article.title, article.dateline and article.dateline.place) == (None, "北京")


@pytest.mark.parametrize("button", ["字体：", "分享到：", "当前位置："])
def test_a_headline_below_a_button_is_no_value_of_a_label(button: str) -> None:
    article = newsclean.clean(f"分享更多\n{button}\n{AMPLE}\n2021-03-05 08:12 来源：海滨晚报\n{BODY}")
    assert (article.title, article.text) == (AMPLE, newsclean.clean(BODY).text)


@pytest.mark.parametrize("row", ["客服设为首页 |", "关注我们的微信公众号获取更多资讯"])
def test_a_line_that_surely_reads_like_the_page_is_no_headline(row: str) -> None:
    assert newsclean.clean(f"海滨网|网站地图 |\n{row}\n{BODY}").title is None


@pytest.mark.parametrize(
    ("first", "second"),
    [("第一章 总则", "第二章 渡船"), ("（一）线上报名", "（二）现场报名"), ("1.退票办法", "2.改签办法")],
)
def test_the_first_of_several_numbered_headings_is_none(first, second):
    text = "\n".join(("2021-03-05 08:12　来源：海滨晚报", first, BODY, second, BODY[:60]))
    article = newsclean.clean(text)
    assert (article.title, article.text.split("\n")[0]) == (None, first)


def test_what_stands_between_a_headline_and_its_repetition_stays() -> None:
    lead = "今天，终于等来了消息\n老码头早晚各开放两个小时"
    page = f"首页 > 城事 > 正文\n{AMPLE}\n2021-03-05由 海滨观察家 发表于 城事\n{lead}\n{AMPLE}\n{BODY}"
    article = newsclean.clean(page)
    assert (article.title, article.text) == (AMPLE, newsclean.clean(f"{lead}\n{BODY}").text)


def test_a_caption_that_says_who_stands_where_is_no_headline() -> None:
    caption = "卖鱼三十年的周桂英（右）把摊子搬回老码头"
    article = newsclean.clean(f"海滨网|网站地图 |\n{caption}\n{BODY}")
    assert (article.title, article.text.split("\n")[0]) == (None, newsclean.clean(caption + "。").text[:-1])
