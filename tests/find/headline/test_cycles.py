"""A headline cut into pieces that come round and round: what was pasted goes, and words that only look like it stay."""

import pytest

from newsclean.find.headline.opening import find_cycle
from newsclean.matching import read_page

SENTENCES = (
    "清晨的渡口还没有人,摆渡的老魏已经把船板擦了两遍。",
    "他说,江面的雾散得慢,第一班要等到七点,学生们都知道。",
    "去年的秋天,镇里给渡船换了新的马达,比从前快了一半。",
    "坐船的大多是熟人,有人提着菜,有人抱着孩子,也有人只是看看江水。",
    "到了傍晚,码头的灯亮起来,卖面的摊子飘着热气,老魏才肯坐下。",
    "明年的春天,大桥就要通车,他打算把船留在岸边,刷一层新的漆。",
)


def pasted(pieces, hosts=",的"):
    """Put the pieces in turn behind each second slot, and return the page with the spans of the gold."""
    page, gold, slots = "", [], 0
    for sentence in SENTENCES:
        for char in sentence:
            page += char
            if char in hosts:
                if slots % 2 == 0:
                    piece = pieces[len(gold) % len(pieces)]
                    gold.append((len(page), len(page) + len(piece)))
                    page += piece
                slots += 1
        page += "\n"
    return page, gold


def found(page, title=None):
    cycle = find_cycle(read_page(page, title))
    return [hit[:2] for hit in cycle.hits] if cycle else []


@pytest.mark.parametrize(
    "pieces",
    [
        ("古渡", "口迎客", "来最后", "一艘"),
        ("古渡口迎", "来最", "后一艘木", "船退"),
    ],
    ids=["short", "joined"],
)
def test_pieces_go_from_their_slots(pieces):
    page, gold = pasted(pieces)
    assert found(page) == gold


def test_two_pieces_that_begin_alike_both_go():
    page, gold = pasted(("古渡子减", "客来年", "古渡口艘", "迎往今", "晚又一"))
    assert set(found(page)) == set(gold)


def test_a_word_stays_where_the_page_says_it_with_the_same_words_behind():
    page, gold = pasted(("古渡", "口迎客", "来最后", "一艘"))
    said = "县志里写着,古渡人家靠水吃水。老人们也说,古渡人家没有不会游泳的。"
    kept = found(page + said)
    assert set(kept) <= set(gold)
    assert len(kept) >= len(gold) - 1


ROUNDS = {
    "refrain": "春天,采茶的姑娘唱起来,撑船的老汉应起来,放牛的娃娃跑起来,守林的大伯笑起来。"
    "秋天,采茶的姑娘收起来,撑船的老汉载起来,放牛的娃娃写起来,守林的大伯望起来。"
    "冬天,采茶的姑娘绣起来,撑船的老汉补起来,放牛的娃娃读起来,守林的大伯睡起来。",
    "trial": "原告诉称,被告在二月的借款至今未还。被告辩称,钱是货款的定金。证人称,二人常在茶馆的角落谈价。"
    "法院认为,转账的记录清楚。"
    "二审中,原告坚持原来的说法,被告提交新的收据,证人没有再来,法院要求双方的账本对照。"
    "最后,原告撤回一半,被告当庭还款,证人松了口气,法院结案。",
    "accounts": "公告显示,华岭股份的营收增长一成,利润下降两成,存货增加三成,负债率升至五成。"
    "去年同期,华岭股份的营收为三亿元,利润为四千万元,存货为九千万元,负债率为四成。"
    "公司解释,营收增长来自海外,利润下降由于汇率,存货增加为了备货,负债率上升因为建厂。"
    "分析师提醒,营收不能只看一季,利润要看主业,存货怕跌价,负债率须盯短债。",
    "terms": "春分的时候,育秧的大棚里亮着灯。谷雨的时候,插秧机排在路边。芒种的时候,割麦的人起得比鸡早。"
    "老郑的算盘,春分记种子,谷雨记柴油,芒种记工钱,秋分记收成。"
    "老郑的本子,春分写得最长,谷雨写得最乱,芒种写得最短,秋分写得最高兴。"
    "老郑的儿子说,春分他不懂,谷雨他不管,芒种他请假,秋分他回家。",
    "verse": "码头的灯,照着老船。老船的桨,摇着水声。水声的尽头,坐着母亲。母亲的手里,补着渔网。\n"
    "码头的雾,盖住老船。老船的缆,系着水声。水声的岸边,站着母亲。母亲的脚下,晒着渔网。\n"
    "码头的雨,打湿老船。老船的帆,收起水声。水声的夜里,等着母亲。母亲的梦里,沉着渔网。",
    "match": "第一节,北岸队先声夺人,南城队连追六分,主教练叫了暂停,替补席一片安静。"
    "第二节,北岸队换上小个阵容,南城队打起快攻,主教练没有换人,替补席喊得最响。"
    "第三节,北岸队三分连中,南城队失误增多,主教练摊开双手,替补席有人捂脸。"
    "第四节,北岸队守住篮板,南城队只得九分,主教练提前握手,替补席冲进场内。",
    "dialects": "吃字,在北乡的老人口中念得短,在东乡的渔民口中念得长,在南乡的商贩口中带鼻音,在西乡的匠人口中几乎听不见。"
    "走字,在北乡是快步的意思,在东乡是划船的意思,在南乡是赶集的意思,在西乡是爬坡的意思。"
    "录音里,北乡的老人笑了,东乡的渔民咳了,南乡的商贩急了,西乡的匠人停了。",
}


@pytest.mark.parametrize("title", [None, "河边的一年"])
@pytest.mark.parametrize("kind", ROUNDS)
def test_what_an_article_says_in_turn_stays(kind, title):
    assert found(ROUNDS[kind], title) == []
    assert found(f"河边的一年\n{ROUNDS[kind]}", title) == []
