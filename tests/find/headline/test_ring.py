"""A headline pasted piece by piece in turn leaves; an article that uses the words of its headline keeps them."""

import pytest

from newsclean.find.headline.ring import find_ring
from newsclean.matching import read_page

HEADLINE = "雾灵山区架起空中菜篮子"
PARAGRAPHS = [
    "清晨六点,雾灵山脚下的无人机起降场已经亮起灯,十二只装满青菜的箱子整齐地码在坪上。",
    "过去进山要走四个小时,蔬菜到了山上就蔫了一半。如今从起飞到落地只要十一分钟。",
    "负责调度的是二十六岁的姑娘汪晴,她大学学的是测绘,毕业后回到家乡。",
    "山上的三十一户人家大多是老人。他们用电话报菜名,第二天一早就能在村口取到。",
    "镇里还打算把药品和快递也送上去,航线的审批正在进行。",
]


def pasted(size):
    """Put the next piece of the headline behind the second comma or stop of each paragraph."""
    page, gold, at = HEADLINE + "\n", [], 0
    for paragraph in PARAGRAPHS:
        stops = [i + 1 for i, char in enumerate(paragraph) if char in ",。"]
        piece = "".join(HEADLINE[(at + i) % len(HEADLINE)] for i in range(size))
        at += size
        gold.append((len(page) + stops[0], len(page) + stops[0] + size))
        page += paragraph[: stops[0]] + piece + paragraph[stops[0] :] + "\n"
    return page, gold


@pytest.mark.parametrize("size", [3, 4, 5])
def test_pieces_that_go_on_from_each_other_leave(size):
    page, gold = pasted(size)
    found = find_ring(read_page(page))
    assert set(found) <= set(gold)
    assert len(found) >= len(gold) - 1


def test_the_headline_may_be_a_hint():
    page, gold = pasted(4)
    body = page[len(HEADLINE) + 1 :]
    assert find_ring(read_page(body, HEADLINE)) == [
        (start - len(HEADLINE) - 1, end - len(HEADLINE) - 1) for start, end in gold
    ]


def test_a_word_of_the_headline_is_left_where_it_stands_twice():
    page, gold = pasted(3)
    page = page.replace("山上的三十一户", "山区的三十一户山区的")
    assert set(find_ring(read_page(page))) <= set(gold) | {(s + 3, e + 3) for s, e in gold}


@pytest.mark.parametrize(
    "page",
    [
        "夜班公交今天开通\n夜班公交今天开通,首班车从老码头出发。公交公司说,今天开通的夜班线共三条。\n"
        "市民等夜班公交等了三年。今天,夜班的护士坐上了公交。开通当晚,公交车坐满了人。",
        "南方雨雪北方大雾\n未来三天,南方多雨雪,北方有大雾。\n雨雪过后,北方气温下降;大雾散去,南方放晴。\n"
        "气象台提醒,南方注意雨雪,北方注意大雾。",
        "柯原诉海港公司案开庭\n柯原诉海港公司案昨天开庭。柯原说,海港公司欠薪。\n海港公司没有出庭。柯原的律师请求判决。\n"
        "法院说,柯原案将择日宣判,海港公司可以上诉。",
        "社会主义初级阶段与多种所有制\n讲义说,靠的是示范和为此提供社会帮助。如果他们愿意,事情就好办。\n"
        "老教员又写道,第一步新民主主义革命,第二步社会改造。\n村里由互助组逐步过渡到土地入股的初级合作社。这种合作社用了三年。\n"
        "有人想超越整个社会主义阶段,要“跑步”走到头,讲义在这里画了三道线。\n集体与多种经营并存,各种所有制一起发展。",
    ],
    ids=["words", "pairs", "names", "words that the headline joins"],
)
def test_words_of_the_headline_in_honest_sentences_stay(page):
    assert find_ring(read_page(page)) == []
