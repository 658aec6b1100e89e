"""Title fragments, brands and trades that were pasted into sentences."""

import re
from itertools import pairwise

import pytest

from newsclean.find import find_injected
from newsclean.find.headline.opening import find_cycle
from newsclean.matching import read_page

STORY = (
    "石桥镇第一趟夜班公交昨晚十点从老码头站驶出。车厢里坐着刚下班的护士、收摊的小贩和两名晚自习归来的学生。\n"
    "镇交通所表示，夜班公交将试运行三个月，其间听取乘客的意见，毫无底线的涨价不会出现。"
)
FRAGMENTS = ("石桥", "镇开夜", "班公", "交惠居", "民出")
CLAUSES = (
    "昨晚十点，一辆新车从老码头驶出，车上坐着刚下班的护士和收摊的小贩，两名学生靠着窗户，手里的书还没有合上。"
    "司机说，以前这个点只能走回家，路上的灯也不亮，现在的车又暖又稳，乘客都说方便。交通所的人介绍，"
    "试运行的时间是三个月，沿途的站牌已经换好，票价的优惠也在商量，老人的卡可以照用，学生的卡打五折。"
)


def found(text, title=None):
    page = read_page(text, title)
    return [page.text[mark.start : mark.end] for mark in find_injected(page)[0]]


def with_fragments(rounds):
    """Paste the fragments in turn behind 的, the commas and the stops of the story."""
    places = [found.end() for found in re.finditer("[的，。]", CLAUSES[:-1])][: rounds * len(FRAGMENTS)]
    parts = [CLAUSES[a:b] for a, b in pairwise([0, *places, len(CLAUSES)])]
    pasted = [part + FRAGMENTS[i % len(FRAGMENTS)] for i, part in enumerate(parts[:-1])]
    return "".join([*pasted, parts[-1]]), len(places)


@pytest.mark.parametrize(
    "brand", ["乐鱼体育官网", "AG超玩会入口", "开云(中国)官方网站", "澳门一肖一码精准100王中王", "星辉棋牌app下载"]
)
@pytest.mark.parametrize("after", ["老码头站", "交通所表示，", "毫无"])
def test_a_brand_goes_from_slots_names_and_set_phrases(brand, after):
    at = STORY.index(after) + len(after)
    assert found(STORY[:at] + brand + STORY[at:]) == [brand]


@pytest.mark.parametrize("brand", ["开.云体育", "P G 电 子", "ag✦真人", "ⒶⒼ真人", "乐*鱼*体*育", "аg真人"])
def test_a_brand_goes_however_it_is_spelled(brand):
    at = STORY.index("镇交通所表示，") + len("镇交通所表示，")
    assert found(STORY[:at] + brand + STORY[at:]) == [brand]


def test_a_brand_leaves_the_headline_with_its_dash():
    assert found("石桥镇开通夜班公交-ag尊龙app\n" + STORY) == ["-ag尊龙app"]


def test_a_weak_name_goes_only_in_the_company_of_a_sure_one():
    text = STORY.replace("听取乘客的", "听取乘客的九游")
    assert found(text) == []
    assert found(text.replace("老码头站", "老码头站AG超玩会入口")) == ["AG超玩会入口", "九游"]


def test_a_brand_that_took_the_place_of_a_name_is_flagged():
    page = read_page("澳门新葡萄新京5303集团召开安全生产会议。\n会议强调，各单位要落实责任。")
    marks, flags = find_injected(page)
    assert [page.text[mark.start : mark.end] for mark in marks] == ["澳门新葡萄新京5303"]
    assert [(flag.flag, flag.detail) for flag in flags] == [("replaced_name", "澳门新葡萄新京5303")]


@pytest.mark.parametrize(
    "text",
    [
        "警方通报，该团伙登录乐鱼体育官网参与赌博，涉案金额巨大。",
        "“金宝博”酱油的商标案宣判，金宝博食品公司败诉。",
        "市体育局官网发布通知，体育场馆预订平台已经上线，市民可下载app注册。",
        "他在新浪体育客户端看完了直播，又打开央视体育官网查了比分。",
        "江南体育馆昨晚座无虚席，半岛体育中心今天接着比。",
        "我的收藏\n注册\n登录",
        "这是哈尔滨的真实一幕\n真人版的美女与野兽。",
        "监管趋严，A股电子烟概念走弱，Money錢電子報昨日停刊。",
        "自然摄影师雷火 2024-05-23",
        "扫一扫下载APP",
    ],
)
def test_a_name_that_the_sentence_needs_stays(text):
    assert found(text) == []


def test_fragments_that_come_round_and_round_go():
    text, n = with_fragments(3)
    assert n == 15
    assert sorted(found(text)) == sorted(FRAGMENTS * 3)


def test_two_rounds_are_enough_where_the_headline_is_known():
    text, _ = with_fragments(2)
    assert sorted(found(text, "石桥镇开夜班公交惠居民出行")) == sorted(FRAGMENTS * 2)


def test_the_headline_is_put_together_again():
    text, _ = with_fragments(3)
    (flag,) = find_injected(read_page(text))[1]
    assert (flag.flag, flag.detail) == ("injected_title", "石桥镇开夜班公交惠居民出")


def test_one_round_is_no_cycle():
    assert found(with_fragments(1)[0]) == []


def test_a_trade_goes_from_a_sentence_that_does_not_need_it():
    text = STORY.replace("镇交通所表示，", "镇交通所表示，上海白癜风医院哪家好")
    assert found(text) == ["上海白癜风医院哪家好"]


def test_a_trade_that_the_page_writes_about_stays():
    assert found("记者走访发现，北京白癜风医院门诊量上升。医院提醒，患者应到正规医院治疗。") == []


def test_a_key_that_is_left_once_because_it_stands_inside_a_word_starts_no_round():
    page = read_page(",甲乙一,丙丁二,戊己三,否定四,甲乙五,丙丁六,戊己七,是否定八")
    assert find_cycle(page) is None


def test_a_first_line_with_a_full_stop_is_no_headline():
    text, _ = with_fragments(3)
    assert sorted(found(f"站台的灯亮了。民出\n{text}")) == sorted([*FRAGMENTS * 3, "民出"])


def test_a_fragment_at_the_end_of_a_line_goes():
    text, _ = with_fragments(3)
    at = text.rindex("镇开夜") + 3
    assert sorted(found(f"{text[:at]}\n{text[at:]}")) == sorted(FRAGMENTS * 3)


def test_four_people_who_act_in_turn_stay():
    clauses = ("先到,把灯点上", "烧了一壶水", "去数船板", "记下水位")
    names = ("孙茂才", "许望秋", "阮青禾", "卓一鸣")
    hours = ("凌晨一点", "凌晨三点", "天亮以前")
    text = "。".join(f"{hour}," + ",".join(map("".join, zip(names, clauses, strict=True))) for hour in hours)
    assert found(text + "。") == []
