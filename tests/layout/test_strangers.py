"""Lines that are told from the article's own by what they share with it: titles, ranks, cards, keywords, quotes."""

from __future__ import annotations

import pytest

import newsclean

TITLE = "老艄公把旧船留给河对岸的小学"
HEADER = f"首页 > 社会 > 正文\n{TITLE}\n2021-03-05 08:12　来源：临海晚报\n"
FIRST = (
    "渡口的新船上周下水，老艄公把用了三十一年的旧船留给了河对岸的小学。孩子们在船舱里种上了蒜苗，"
    "说等它长高了，就是一船的绿浪。"
)
SECOND = (
    "老艄公姓柴，十六岁接过父亲的竹篙。他送走过赶考的学生，也送走过出嫁的姑娘，有一年涨水，一夜摆渡一百四十趟，"
    "天亮时两只手都握不拢。"
)
THIRD = "校长说，蒜苗收了以后船里要摆上书架，谁想看书就坐进去。老艄公答应每个星期来讲一次河里的事情。"
BODY = f"{FIRST}\n{SECOND}\n{THIRD}"


def clean(*lines: str) -> str:
    return newsclean.clean(HEADER + "\n".join(lines)).text


@pytest.mark.parametrize(
    "lines",
    [
        ["山里的邮递员换了电动车"],
        ["冬季护肤的七条建议", "远郊地块为什么忽然有人抢着买？"],
        ["‹ 城北菜场封顶 摊位下月抽签", "地铁电梯检修 长者绕路四个街口 ›"],
    ],
)
def test_titles_between_the_last_sentence_and_the_footer_go(lines: list[str]) -> None:
    assert clean(BODY, *lines, "【打印】【关闭】", "版权所有 临海晚报") == BODY


@pytest.mark.parametrize(
    "line",
    [
        "柴师傅和他的旧船",
        "（作者单位：临海晚报）",
        "老艄公在渡口系缆绳",
        "联系电话：0000-0001234",
        "二〇二一年春",
        "柿子晒三霜，甜到隔山梁",
    ],
)
def test_captions_signatures_and_notes_there_stay_or_are_credits(line: str) -> None:
    kept = clean(BODY, line, "版权所有 临海晚报")
    assert kept == f"{BODY}\n{line}" or line.startswith("（作者")


@pytest.mark.parametrize(
    "box",
    [
        ["热榜", "1 山里的邮递员换了电动车", "2 城北菜场封顶抽签摆摊", "3 冬季护肤七条建议"],
        ["24小时排行", "1 山里的邮递员换了电动车", "2 城北菜场封顶抽签摆摊", "3 冬季护肤七条建议"],
        ["延伸閱讀", "山裡的郵遞員換了電動車", "城北菜場封頂 攤位下月抽籤公開登記"],
        ["延伸阅读", "山里的邮递员换了电动车", "2020年10月7日"],
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_lists_of_other_titles_go_wherever_they_stand(box: list[str], place: int) -> None:
    paragraphs = BODY.split("\n")
    assert clean(*paragraphs[:place], *box, *paragraphs[place:]) == BODY


def test_a_sub_heading_under_a_list_stays() -> None:
    box = ["延伸阅读", "山里的邮递员换了电动车", "船舱里的蒜苗"]
    assert clean(FIRST, *box, SECOND, THIRD) == "\n".join([FIRST, "船舱里的蒜苗", SECOND, THIRD])


def test_numbered_parts_of_an_article_stay() -> None:
    parts = ["三件旧物", "1 竹篙", "竹篙是父亲留下的。", "2 缆绳", "缆绳换过九根。", "3 马灯", "马灯还亮着。"]
    assert clean(BODY, *parts) == "\n".join([BODY, *parts])


@pytest.mark.parametrize(
    "card",
    ["手工宣纸笔记本　￥39.9　去看看", "行者 C6　指导价：38.80-45.60万　询底价", "高原环线6日游 ￥2380起 立即预订"],
)
def test_a_card_of_goods_between_paragraphs_goes(card: str) -> None:
    assert clean(FIRST, card, SECOND, THIRD) == BODY


def test_prices_that_an_article_tells_one_by_one_stay() -> None:
    prices = ["成人票 ￥80", "学生票 ￥40", "家庭套票 ￥150"]
    assert clean(FIRST, *prices, SECOND, THIRD) == "\n".join([FIRST, *prices, SECOND, THIRD])


@pytest.mark.parametrize("row", ["老艄公　旧船　小学", "旧船・小学・渡口", "#旧船 #小学"])
def test_a_row_of_the_headline_s_words_goes(row: str) -> None:
    assert clean(row, BODY) == BODY
    assert clean(BODY, row) == BODY


def test_names_in_a_row_stay() -> None:
    assert clean(BODY, "柴大海 林小船 何桂花") == f"{BODY}\n柴大海 林小船 何桂花"


def test_a_clause_pulled_from_a_paragraph_goes_and_an_echo_stays() -> None:
    pulled = "等它长高了，就是一船的绿浪"
    assert clean(FIRST, SECOND, pulled + "啊", THIRD) == "\n".join([FIRST, SECOND, pulled + "啊", THIRD])
    assert clean(FIRST, f"说{pulled}", SECOND, THIRD) == BODY
    assert clean(FIRST, f"说{pulled}。", SECOND, THIRD) == "\n".join([FIRST, f"说{pulled}。", SECOND, THIRD])


def test_a_label_beside_the_header_goes_and_a_sub_heading_stays() -> None:
    assert clean("楼主", BODY) == BODY
    parts = ["历史", FIRST, "音乐", SECOND]
    assert clean(*parts) == "\n".join(parts)


def test_the_account_under_its_article_goes() -> None:
    page = f"{TITLE}\n河岸见闻\n2021-03-05 08:12\n{BODY}\n河岸见闻\n获赞 12万 粉丝 3.4万"
    assert newsclean.clean(page).text == BODY


def test_the_rule_of_a_table_stays_with_its_rows() -> None:
    table = ["船号 | 年份 |", "--- | --- |", "一号 | 1990 |"]
    assert clean(FIRST, *table, SECOND, THIRD) == "\n".join([FIRST, *table, SECOND, THIRD])


def test_the_headline_is_the_one_that_the_text_speaks_of() -> None:
    paper = "临海晚报 > 第A05版\n03版 县乡公交进大山\n04版 一张旧票的归宿\n2021年03月05日 星期五\n放大 缩小 默认"
    article = newsclean.clean(f"{paper}\n{TITLE}\n本报记者 林晓\n{BODY}")
    assert (article.title, article.text) == (TITLE, BODY)


@pytest.mark.parametrize("button", ["播放影片", "听新闻", "社会领域创作者"])
def test_a_button_or_a_label_among_the_lines_of_the_header_goes(button: str) -> None:
    page = f"{TITLE}\n河岸见闻\n2021-03-05 08:12\n{button}\n已关注\n{BODY}"
    assert newsclean.clean(page).text == BODY


@pytest.mark.parametrize("subtitle", ["——写在渡口停航之前", "旧船上岸，蒜苗满舱"])
def test_a_subtitle_there_stays(subtitle: str) -> None:
    assert (
        newsclean.clean(f"{TITLE}\n2021-03-05 08:12\n{subtitle}\n本报记者 林晓\n{BODY}").text == f"{subtitle}\n{BODY}"
    )


def test_prizes_and_the_names_under_them_stay_above_a_footer() -> None:
    names = "一等奖：\n柴大海\n二等奖：\n林小船　何桂花"
    assert clean(BODY, names, "【打印】【关闭】", "版权所有 临海晚报") == f"{BODY}\n{names}"
