"""Labels that are empty, unfilled or on lines of their own name nobody but whom they name."""

import pytest

from newsclean import Cleaner

TITLE = "老码头的早市又开张了，渔民说再等一年也值"
BODY = """渔船昨天傍晚陆续回到老码头，岸上的人等了整整一个下午。这座码头停用了十一年，栏杆上的漆已经掉光。
“我在这里卖了三十年鱼。”六十二岁的摊主说，她把摊子搬回了老地方，秤还是那杆秤。
市交通局表示，码头每天早晚各开放两个小时，首批登记的渔船有四十六艘，明年开春以后还会增加。"""


def article(head, close="", foot="", title=TITLE):
    return Cleaner(script="keep").clean(f"{title}\n{head}\n{BODY}{close}\n{foot}")


@pytest.mark.parametrize(
    "head",
    [
        "来源： 人气：1204 发表时间：2023-05-12",
        "来源：　　点击数：88　　更新时间：2023-05-12",
        "来源： 作者： 2023-05-12",
        "来源： 2023-05-12",
        "发布者：[field:writer/]　发布时间：2023-05-12",
        "作者：{$author} 来源：{$source} 2023-05-12",
        "来源：[来源] 作者：[作者] 时间：2023-05-12",
        "来源：null 作者：undefined 2023-05-12",
        "来源：<%=source%> 2023-05-12",
    ],
)
def test_an_empty_or_unfilled_label_names_nobody(head):
    read = article(head)
    assert read.byline.source is None
    assert (read.byline.authors, read.byline.editors) == ((), ())
    assert read.published == "2023-05-12"
    assert read.text == BODY


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("来源：江海新闻网 ·\n2023-05-12", "江海新闻网"),
        ("来源：江海新闻网 -\n2023-05-12", "江海新闻网"),
        ("来源：江海新闻网>>\n2023-05-12", "江海新闻网"),
        ("来源：江海晚报微信公众号（jhwb）\n2023-05-12", "江海晚报微信公众号"),
        ("来源：江海晚报(南通)\n2023-05-12", "江海晚报(南通)"),
        ("2023-05-12\n以下文章来源于江海深度 ，作者周以安", "江海深度"),
        ("来源\n沙洲湖资讯\n作者\n周以安\n2023-05-12 08:15", "沙洲湖资讯"),
        ("来源\n江海新闻网\n发布时间\n2023-05-12 08:33", "江海新闻网"),
    ],
)
def test_a_source_is_named_without_what_stands_around_it(head, source):
    read = article(head)
    assert read.byline.source == source
    assert read.published.startswith("2023-05-12")
    assert read.text == BODY


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("成文日期：2023-05-10　发布日期：2023-05-12", "2023-05-12"),
        ("成文日期：2023-05-10", "2023-05-10"),
        ("112-05-12 08:33 發稿單位：交通局", "2023-05-12T08:33"),
        ("报道：周以安\n摄影：何静\n2023年5月12日", "2023-05-12"),
    ],
)
def test_the_time_of_the_page_comes_before_that_of_the_document(head, published):
    read = article(head)
    assert read.published == published
    assert read.text == BODY


def test_the_dateline_shows_that_the_line_above_it_is_the_headline():
    read = Cleaner(script="keep").clean(f"{TITLE}\n新华社南京5月11日电（记者周以安）{BODY}")
    assert (read.title, read.text) == (TITLE, BODY)


def test_a_credit_glued_to_the_last_paragraph_takes_no_sentence_along():
    read = article("2023-05-12", close="　来源：江海晚报　编辑：何静")
    assert read.text == BODY
    assert (read.byline.source, read.byline.editors) == ("江海晚报", ("何静",))


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("标题：{t}", ""),
        ("索引号：014/2023-001\n发布机构：江海市交通局\n发文日期：2023-05-12\n名称：{t}\n文号：无", ""),
        ("当前位置：首页 > 社会 > {t}\n2023-05-12 来源：江海晚报", ""),
        ("【组图】{t}\n2023-05-12 来源：江海晚报", ""),
        ("{t}******\n2023-05-12 来源：江海晚报", ""),
        ("{t}|江海|渔民_江海新闻\n2023-05-12 来源：江海晚报", ""),
        ("首页 新闻 体育 财经 文化\n2023年05月12日\n\n{t}", "本报记者 周以安"),
    ],
)
def test_the_headline_is_read_where_it_is_stated(head, foot):
    assert Cleaner(script="keep").clean(f"{head.format(t=TITLE)}\n\n{BODY}\n{foot}").title == TITLE


def test_a_header_on_one_line_stays_one_line():
    read = article("司徒念 雪城第三医院 2022-12-05 18:00 发表于黑龙江")
    assert (read.byline.authors, read.byline.source) == (("司徒念",), "雪城第三医院")
    assert read.text == BODY


@pytest.mark.parametrize(
    ("opening", "stays"),
    [
        ("木鱼科技11月8日消息，", True),
        ("江海网11月8日消息，", False),
        ("IT之家11月8日消息，", False),
    ],
)
def test_only_an_outlet_opens_a_sentence_with_its_news_of_the_day(opening, stays):
    read = Cleaner(script="keep").clean(f"{TITLE}\n2023-05-12\n{opening}{BODY}")
    assert read.text == (opening if stays else "") + BODY


def test_roles_with_spaces_around_their_slash_name_each_their_own():
    read = article("文 / 周以安　圖 / 何靜\n2023年5月12日·3 分鐘 (閱讀時間)")
    assert (read.byline.authors, read.byline.photographers) == (("周以安",), ("何靜",))
    assert (read.published, read.text) == ("2023-05-12", BODY)


def test_what_somebody_reads_out_is_no_credit():
    said = "“来源：江海日报，”她念着截图上的字，“可是日报没有登过。”"
    assert said in article("2023-05-12 来源：江海晚报", close=f"\n{said}\n" + BODY.split("\n", 1)[0]).text
