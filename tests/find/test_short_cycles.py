"""Fragments of a headline that stands above them, in hardly two rounds, among words that come again."""

import pytest

import newsclean
from newsclean.find import settle
from newsclean.find.cycle import Cycle, Hit, holds
from newsclean.find.fragments import _again
from newsclean.find.rounds import Slot, Step, come_in_turn
from newsclean.find.settle import widened

TITLE = "石桥镇老磨坊变身乡村图书馆"
PAGE = f"""{TITLE}

昨天傍晚，石桥放学的孩子们跑进了新书房。里头宽敞，镇老磨这里的书比学校还多，坊变连绘本都有三百册。请来的身乡木匠把磨盘改成了书桌，老人也常来坐坐，图书馆一坐就是半天。
书房管理员是退休教师，石桥每天下午四点开门。看书不收钱，镇老磨借书只要登记名字，坊变还书晚了也不罚。明年春天的身乡院子里再添一排长椅，图书馆让接孩子的家长有个歇脚处。"""
ONE_ROUND_AND_A_HALF = """\
昨天傍晚，石桥放学的孩子跑进书房，镇老磨这里的书比学校还多，坊变连绘本都有三百册，身乡木匠把磨盘改成了书桌。
管理员是退休教师，镇老磨借书只要登记名字，坊变还书晚了也不罚。"""


def removed(page):
    return {edit.before for edit in newsclean.clean(page).removed if edit.kind == "injected_keyword"}


def cycle(text, *fragments):
    hits = sorted(
        Hit(at, at + len(each), each) for each in fragments for at in range(len(text)) if text.startswith(each, at)
    )
    return Cycle(fragments, tuple(hits), 8.0)


def test_pieces_of_the_headline_go_and_all_else_stays():
    assert removed(PAGE) == {"石桥", "镇老磨", "坊变", "身乡", "图书馆"}
    assert newsclean.clean(PAGE).paragraphs[0].startswith("昨天傍晚，放学的孩子们跑进了新书房。里头宽敞，这里的书")


def test_a_lead_that_says_the_words_of_its_headline_again_stays():
    assert removed(PAGE.replace("镇老磨", "").replace("坊变", "").replace("身乡", "")) == set()


def test_a_round_is_seen_through_two_words_of_the_page():
    fragments = ["石桥", "镇老", "坊变", "身乡", "图书"]
    among = ["石桥", "孩子", "书房", "镇老", "书房", "孩子", "坊变", "老人", "书桌", "身乡", "书桌", "老人", "图书"]
    assert set(fragments) <= _again([*fragments, *among])


@pytest.mark.parametrize(("title", "believed"), [("石桥镇老磨坊变身乡村图书馆", True), ("春耕现场会在北山召开", False)])
def test_less_than_two_rounds_are_believed_only_of_the_headline(title, believed):
    found = cycle(ONE_ROUND_AND_A_HALF, "石桥", "镇老磨", "坊变", "身乡")
    assert found.periods == 1.5
    assert holds(found, ONE_ROUND_AND_A_HALF, [title]) is believed


def test_what_stands_before_a_fragment_is_taken_along_only_if_it_does_so_twice():
    once, twice = "他说的图书馆开门了。", "他说,里的图书馆开门了。又说,里的图书馆关门了。"
    assert widened(cycle(once, "图书馆"), once).fragments == ("图书馆",)
    assert widened(cycle(twice, "图书馆"), twice).fragments == ("里的图书馆",)


def test_keys_in_two_rounds_are_told_from_words_that_only_come_again():
    assert come_in_turn(["石桥", "镇老", "坊变", "身乡", "石桥", "镇老", "书房", "坊变", "身乡"])
    assert not come_in_turn(["石桥", "镇老", "石桥", "镇老", "坊变", "身乡", "坊变", "身乡"])


@pytest.mark.parametrize(("fragment", "kept"), [("冠军", []), ("众跟", [8])])
def test_of_two_places_in_a_round_a_word_is_taken_at_neither_unless_one_is_clearly_better(fragment, kept):
    text = f"比赛昨晚结束了,{fragment}领奖台上站着三个人,{fragment}各归其主。"
    slots = {fragment: [Slot(at, text[at : at + 8]) for at in (8, 20)]}
    one, two = (Step(slot.start, slot.start + 2, 0, 1.0, slot) for slot in slots[fragment])
    better = one._replace(weight=1.3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settle, "_weighed", lambda *_: [better, two])
        assert [hit.start for hit in settle._sure([better], [fragment], slots, text)] == kept


def test_a_person_whom_the_headline_does_not_name_is_no_piece_of_it():
    title = "孕妇血液透析七年仍坚持"
    slot = Slot(4, "谢焕桂走进医院")
    step = Step(4, 7, 1, 1.0, slot)
    fragments = ["孕妇血液", "谢焕桂", "透析", "七年仍", "坚持"]
    assert settle._is_noise(1, fragments, [step], "昨天说,谢焕桂走进医院", title)
    assert not settle._is_noise(1, fragments, [step], "昨天说,谢焕桂走进医院", "谢焕桂透析七年仍坚持")
