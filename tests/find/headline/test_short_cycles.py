"""Fragments of a headline that stands above them, in hardly two rounds, among words that come again."""

import pytest

import newsclean
from newsclean.find.headline.cycle import Cycle, Hit, holds
from newsclean.find.headline.opening import _again
from newsclean.find.headline.rounds import Slot, Step, come_in_turn, rounds
from newsclean.find.headline.settle import _end

TITLE = "石桥镇老磨坊变身乡村图书馆"
PAGE = f"""{TITLE}

昨天傍晚，石桥放学的孩子们跑进了新书房。里头宽敞，镇老磨这里的书比学校还多，坊变连绘本都有三百册。请来的身乡木匠把磨盘改成了书桌，老人也常来坐坐，图书馆一坐就是半天。
书房管理员是退休教师，石桥每天下午四点开门。看书不收钱，镇老磨借书只要登记名字，坊变还书晚了也不罚。明年春天的身乡院子里再添一排长椅，图书馆让接孩子的家长有个歇脚处。"""
ONE_ROUND_AND_A_HALF = """\
昨天傍晚，石桥放学的孩子跑进书房，镇老磨这里的书比学校还多，坊变连绘本都有三百册，身乡木匠把磨盘改成了书桌。
管理员是退休教师，镇老磨借书只要登记名字，坊变还书晚了也不罚。"""


def removed(page):
    return {edit.before for edit in newsclean.clean(page).removed if edit.kind == "injected_keyword"}


def cycle(text, *pieces):
    hits = sorted(
        Hit(at, at + len(each), each) for each in pieces for at in range(len(text)) if text.startswith(each, at)
    )
    return Cycle(pieces, tuple(hits), 8.0)


def test_pieces_of_the_headline_go_and_all_else_stays():
    assert removed(PAGE) == {"石桥", "镇老磨", "坊变", "身乡", "图书馆"}
    assert newsclean.clean(PAGE).paragraphs[0].startswith("昨天傍晚，放学的孩子们跑进了新书房。里头宽敞，这里的书")


def test_a_lead_that_says_the_words_of_its_headline_again_stays():
    assert removed(PAGE.replace("镇老磨", "").replace("坊变", "").replace("身乡", "")) == set()


def test_a_round_is_seen_through_two_words_of_the_page():
    pieces = ["石桥", "镇老", "坊变", "身乡", "图书"]
    among = ["石桥", "孩子", "书房", "镇老", "书房", "孩子", "坊变", "老人", "书桌", "身乡", "书桌", "老人", "图书"]
    assert set(pieces) <= _again([*pieces, *among])


@pytest.mark.parametrize(("title", "believed"), [("石桥镇老磨坊变身乡村图书馆", True), ("春耕现场会在北山召开", False)])
def test_less_than_two_rounds_are_believed_only_of_the_headline(title, believed):
    found = cycle(ONE_ROUND_AND_A_HALF, "石桥", "镇老磨", "坊变", "身乡")
    assert found.periods == 1.5
    assert holds(found, ONE_ROUND_AND_A_HALF, [title]) is believed


def test_keys_in_two_rounds_are_told_from_words_that_only_come_again():
    assert come_in_turn(["石桥", "镇老", "坊变", "身乡", "石桥", "镇老", "书房", "坊变", "身乡"])
    assert not come_in_turn(["石桥", "镇老", "石桥", "镇老", "坊变", "身乡", "坊变", "身乡"])


def step(start, at, weight=2.0):
    return Step(start, start + 2, at, weight, Slot(start, ""))


def test_of_two_equal_places_between_the_same_neighbours_neither_is_likely():
    way = [step(16 * at, at % 4) for at in range(8)]
    _, sure = rounds(way, 4)
    _, doubted = rounds(sorted([*way, step(70, 0)]), 4)
    assert min(sure) > 0.8
    assert max(doubted[4:6]) < 0.6


def test_of_two_places_the_one_that_is_clearly_better_is_likely():
    way = [step(16 * at, at % 4) for at in range(8)]
    _, likely = rounds(sorted([*way, step(70, 0, weight=-2.0)]), 4)
    assert likely[4] > 0.9 > 0.1 > likely[5]


def test_a_place_out_of_turn_is_unlikely():
    way = [step(16 * at, at % 4) for at in range(8)]
    _, likely = rounds(sorted([*way, step(54, 2)]), 4)
    assert likely[4] < 0.1


def test_a_fragment_ends_before_a_name_that_some_of_its_places_lack():
    text = "昨天,江西刘鹰说好,江西刘鹰说快,江西今年开工,江西明年完工。刘鹰走了,刘鹰又来了。"
    slots = tuple(Slot(at, text[at : at + 14].partition(",")[0]) for at in (3, 10, 17, 24))
    assert _end(slots, text, "") == "江西"


def test_a_fragment_does_not_take_a_word_that_the_page_goes_on_with_elsewhere_too():
    text = "昨天,种不甜品食品安全员来了。今天,种不甜品食品名单公布。食品安全是大事,食品名单每月一次。"
    slots = tuple(Slot(at, text[at : at + 10]) for at in (3, 18))
    assert _end(slots, text, "") == "种不甜品"
