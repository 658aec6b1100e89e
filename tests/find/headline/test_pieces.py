"""Whole clauses of the headline pasted into the body, and the same words where an article says them itself."""

import pytest

import newsclean
from newsclean.find.headline.pieces import find_pieces
from newsclean.find.headline.places import places
from newsclean.find.junctions import leads, opens
from newsclean.matching import read_page
from spam import left

TITLE = "旧码头茶馆 夜里说评书"
LINES = (
    "每天晚上八点,{}老街口的木门就开了。二十多张竹椅围着一张方桌,没有灯牌,{}门外的黄狗比客人到得还早。",
    "说书的是退休水手郭长顺。前年冬天,{}他在这里避雨,随口讲了一段行船的旧事,没想到满屋子人都不走了,{}还要他再讲一段。",
    "后来人越来越多,{}但是茶钱一直没涨。镇上的小学老师每周来记一回,{}这些故事已经攒了四个本子。",
)


def page(one="", two="", tail=""):
    body = "\n".join(line.format(one, two) for line in LINES)
    return f"{TITLE}\n{body}{tail}"


def test_clauses_of_the_headline_behind_commas_go():
    assert left(page("旧码头茶馆", "夜里说评书")) == page()


@pytest.mark.parametrize("form", ["【{}】", "[{}]", "——{}——"])
def test_pieces_in_brackets_and_dashes_go_with_them(form):
    assert left(page(form.format("旧码头茶馆"), form.format("夜里说评书"))) == page()


def test_one_bracket_in_the_middle_of_a_sentence_is_enough():
    text = page()
    polluted = text.replace("前年冬天,", "前年冬天,【旧码头茶馆】")
    assert left(polluted) == text


def test_a_row_of_the_same_pieces_behind_the_page_tells_them_without_a_headline():
    row = "旧码头茶馆 夜里说评书 旧码头茶馆 夜里说评书 旧码头茶馆"
    polluted = page("旧码头茶馆", "夜里说评书", f"\n{row}").partition("\n")[2]
    assert left(polluted).rstrip("\n") == page().partition("\n")[2]


def test_the_hint_stands_for_the_line_of_the_headline():
    polluted = page("旧码头茶馆", "夜里说评书").partition("\n")[2]
    assert left(polluted, title=TITLE) == page().partition("\n")[2]
    assert left(polluted) == polluted


def test_what_the_article_says_itself_stays_beside_what_was_pasted():
    said = "\n旧码头茶馆的老板姓吴,她说,来听书的人里有一半住在江对岸,散场时最后一班渡船已经开走。"
    kept = left(page("旧码头茶馆", "夜里说评书") + said)
    assert kept.endswith(said)
    assert "夜里说评书" not in kept.partition("\n")[2]


@pytest.mark.parametrize(
    "body",
    [
        "昨晚,旧码头茶馆座无虚席。旧码头茶馆的老板说,夜里说评书是老规矩,夜里说评书的人换了三个。旧码头茶馆已经开了四十年。",
        "旧码头茶馆在江边。镇里把旧码头茶馆列入名录,旧码头茶馆公司却说,租约年底到期。有人夜里说评书,有人夜里说评书给孩子听。",
        "“旧码头茶馆”是它的名字,“夜里说评书”是它的招牌。2019年,旧码头茶馆因为漏雨停业,2021年旧码头茶馆重新开门。",
    ],
)
def test_an_article_about_its_own_headline_loses_nothing(body):
    assert find_pieces(read_page(f"{TITLE}\n{body}\n{body[::-1]}", TITLE)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "江上有一家老铺子——旧码头茶馆——每晚都坐满了人。",
        "【旧码头茶馆】在江边,每晚都坐满了人。",
        "名单上有三家,分别是[旧码头茶馆]、北岸面馆和钟楼书店。",
    ],
)
def test_brackets_and_dashes_that_a_sentence_needs_stay(sentence):
    text = f"{page()}\n{sentence}"
    assert left(text) == text


def test_a_list_that_says_the_same_two_names_again_is_no_row_of_pieces():
    row = "北山中学 南河中学 " * 3
    text = f"全县篮球赛昨晚开幕\n比分交替上升,观众喊到了最后。\n{row}\n北山中学赢了两场,南河中学赢了一场。"
    assert left(text) == text


def test_what_begins_a_clause_is_told_from_what_goes_on():
    assert opens("他下工后", 0) > 2 > 0 > opens("公司", 0) > opens("的", 0)
    assert leads("他们来到", 4)
    assert not leads("四百名旅客", 5)


def test_a_piece_that_cuts_a_word_of_the_text_is_text():
    cut, whole = "秋天,老街改造工程很忙。", "秋天,老街改造他们很忙。"
    assert [place.is_text for place in places("老街改造工", cut, 0, len(cut))] == [True]
    assert [place.is_text for place in places("老街改造", whole, 0, len(whole))] == [False]


def test_the_record_names_the_rule_and_gives_the_page_back():
    raw = page("旧码头茶馆", "夜里说评书")
    article = newsclean.clean(raw, title=TITLE)
    assert {edit.rule for edit in article.removed if edit.kind == "injected_keyword"} == {"injected.title-fragments"}
    assert article.restore() == raw


def test_a_bar_that_says_the_headline_is_no_use_of_it_by_the_article():
    bar = f"会员登录 - 设为首页 - 网站地图 {TITLE}!"
    said = "\n散场以后,旧码头茶馆听不见一点声音。"
    assert left(f"{bar}\n{page('旧码头茶馆', '夜里说评书')}{said}").endswith("散场以后,听不见一点声音。")


def test_a_headline_cut_whole_is_believed_where_its_places_weigh_little():
    lines = (
        "票价三年没变,{}邮局门前每天早上都排着队。",
        "老人们说,{}钱应该花在孩子身上。",
        "集市上,{}摊主们忙着收拾货架。",
        "到了年底,{}市场里的人慢慢散去。",
    )
    title = "龙票猛涨 切忌盲目追高"
    text = "\n".join(line.format(piece) for line, piece in zip(lines, title.split() * 2, strict=True))
    clean = "\n".join(line.format("") for line in lines)
    assert left(text, title=title) == clean
    once = text.replace("切忌盲目追高", "", 2)
    assert left(once, title=title) == once
