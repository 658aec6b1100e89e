"""Lines that hold several things: what they are parted into, and lines that only look so."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.layout import see, split_lines
from newsclean.matching import read_page

TITLE = "老艄公把旧船留给了学校"
BODY = (
    "渡口的新船上周下水，老艄公把用了三十一年的旧船留给了河对岸的小学。孩子们在船里种上了蒜苗，说等它长高了，"
    "就是一船的绿浪。老人说，船不怕旧，怕没有人坐。"
)
PATHS = ["", "首页 > 社会 > 正文 ", "当前位置：首页>新闻>正文|", "您现在的位置是：主页 » 城事 » 正文　"]
CREDITS = [
    " 2021-03-05 08:12 来源：临海晚报 编辑：林晓 ",
    "　　2021年03月05日 08:12:00　来源：临海晚报　责任编辑：林晓　　",
    " 发布时间：2021-03-05 08:12 来源：临海晚报 作者：林晓 点击：318次 ",
]
FEET = [
    "",
    "　　点赞(15)　收藏　举报　返回顶部",
    "【打印】【关闭】",
    " 分享到：微信 微博 空间",
    "上一篇：渡口今冬不停航",
]


@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("credits_", CREDITS)
@pytest.mark.parametrize("path", PATHS)
def test_a_page_on_one_line_is_read_as_several(path: str, credits_: str, foot: str) -> None:
    page = path + TITLE + credits_ + BODY + foot
    article = newsclean.clean(page)
    assert (article.title, article.byline.source) == (TITLE, "临海晚报")
    assert (article.published or "").startswith("2021-03-05T08:12")
    assert article.text == BODY
    assert article.restore() == page
    assert newsclean.clean(article.text).text == BODY


def test_a_path_and_a_headline_on_one_line_are_two() -> None:
    article = newsclean.clean(f"首页>社会>正文|　{TITLE}\n2021-03-05　临海晚报\n{BODY}")
    assert (article.title, article.text) == (TITLE, BODY)


def test_credits_between_the_text_and_a_link_are_read() -> None:
    article = newsclean.clean(f"{TITLE}\n2021-03-05 08:12\n{BODY}（责任编辑：林晓）上一篇：渡口今冬不停航")
    assert article.byline.editors == ("林晓",)
    assert article.text == BODY


@pytest.mark.parametrize("heading", ["“渡口”周刊往期文章回顾", "相关阅读", "往期推荐", "精彩回顾", "延伸閱讀："])
def test_the_heading_of_a_list_is_parted_from_the_last_sentence_with_its_list(heading: str) -> None:
    links = "东江镇党委书记胡立岳：把课堂搬到养殖筏上\n南汐街道党工委书记王海蓉：让老码头亮起来\n"
    last = "孩子们说，等蒜苗长高了，就再请老人来看一回。"
    assert newsclean.clean(f"{TITLE}\n{BODY}\n{last}{heading}\n{links}").text == f"{BODY}\n{last}"


def test_a_last_sentence_that_names_links_without_its_stop_stays() -> None:
    page = f"{TITLE}\n{BODY}\n老人打开手机。孩子们翻看“渡口”周刊往期文章"
    assert newsclean.clean(page).text.endswith("周刊往期文章")


@pytest.mark.parametrize(
    "line",
    [
        "中国地震台网正式测定：2021-03-05 08:12在某海域发生4.1级地震，震源深度10千米。当地渔民说，锅里的水晃了两下。",
        "从首页开始，编辑部的人一版一版地往后翻，翻到2021年3月5日那一期，才找到老人年轻时拍的照片。照片上的船是新的。",
        "他在日记里写道：2019-03-05 08:12 船靠岸。那一天以后，再没有人从渡口过河。",
        "老艄公把缆绳系好，说明天还来。学校的孩子们在岸上喊",
        "他说：“谁要坐船，就喊一声。”岸上的孩子都笑了，没有人先开口（完",
        "旧船停在学校门口。网站说，点击量最高的一张照片里，孩子们在船上打盹，船头朝着河的方向",
        "办法自2021年3月5日起施行，有效期五年。具体解释工作由县水利局承担，此前有关规定与本办法不一致的，以本办法为准",
    ],
)
def test_sentences_with_dates_paths_and_open_ends_are_one_line(line: str) -> None:
    page = read_page(f"{line}\n{BODY}")
    assert split_lines(page, [see(line.folded, (), None) for line in page.lines]) is page
    assert newsclean.clean(f"{BODY}\n{line}").text == f"{BODY}\n{line}"


def test_an_outlet_before_its_date_is_no_headline() -> None:
    article = newsclean.clean(f"{TITLE}\n临海晚报周刊 2021-03-05 作者：林晓\n{BODY}")
    assert (article.title, article.byline.source, article.byline.authors) == (TITLE, "临海晚报周刊", ("林晓",))
