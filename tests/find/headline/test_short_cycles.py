"""Fragments of a headline that stands above them, in hardly two rounds, among words that come again."""

import pytest

import newsclean
from newsclean.find.headline import opening, settle
from newsclean.find.headline.cycle import Cycle, Hit, holds
from newsclean.find.headline.opening import _again
from newsclean.find.headline.rounds import Slot, Step, come_in_turn
from newsclean.find.headline.settle import widened

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


def test_a_word_that_stands_in_every_round_is_a_piece_however_common_it_is():
    fragments = ["中国", "石桥镇", "老磨坊", "变身乡", "图书馆"]
    steps = [Step(at, at + 2, at % 5, 1.0, Slot(at, "")) for at in range(15)]
    text = "中国" * 20
    assert not settle._is_noise(0, fragments, steps, text, "")
    assert settle._is_noise(0, fragments, [step for step in steps if step.start not in (5, 10)], text, "")


def test_a_word_or_person_made_of_the_other_pieces_is_text():
    fragments = ["分析师", "独杨治", "山被查", "首案中", "杨治山"]
    steps = [Step(at, at + 3, at % 5, 1.0, Slot(at, "")) for at in range(15)]
    assert settle._is_noise(4, fragments, steps, "杨治山" * 20, "分析师独杨治山被查首案中")


def test_a_fragment_ends_before_a_name_that_some_of_its_places_lack():
    text = "昨天,江西刘鹰说好,江西刘鹰说快,江西今年开工,江西明年完工。刘鹰走了,刘鹰又来了。"
    slots = tuple(Slot(at, text[at : at + 14].partition(",")[0]) for at in (3, 10, 17, 24))
    assert settle._end(slots, text, "") == "江西"


def test_a_piece_stays_where_the_page_goes_on_as_it_does_elsewhere():
    text = "上午,图书馆他来了。石桥,坊变开门。图书馆里的灯亮了。身乡,图书馆里的人多。石桥来坊变去身乡回。"
    found = cycle(text, "石桥", "坊变", "身乡", "图书馆")
    hits = tuple(hit for hit in found.hits if hit.start != text.index("图书馆里"))
    kept = opening._pasted(Cycle(found.fragments, hits, 8.0), text)
    assert [hit.start for hit in kept.hits if hit.fragment == "图书馆"] == [text.index("图书馆")]


def test_a_report_that_repeats_itself_loses_nothing_of_what_it_repeats():
    text = "城市涨了一,农村涨了二;城市涨了三,农村涨了四;城市涨了五,农村涨了六。"
    assert opening._pasted(cycle(text, "城市", "农村"), text) is None
