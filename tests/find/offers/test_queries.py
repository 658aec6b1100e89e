"""Searches for hospitals pasted into sentences go whole; questions that a story asks stay."""

import pytest

from spam import left

QUERIES = [
    "儿童癫痫病哪里治得好",
    "治疗羊角风最好的医院在哪",
    "得了癫痫病能不能要孩子",
    "白癜风医院哪家正规",
    "北京治疗牛皮癣哪家医院好",
    "哪家医院治白癜风好",
    "小儿脑瘫怎么治疗效果好",
    "女性月经不调如何调理",
    "痔疮手术多少钱",
    "怎么治疗前列腺炎",
    "中医治疗失眠症要多长时间",
]
SENTENCES = [
    ("退休工人坐在灯下，给邻居的", "旧书补页、换线、包角。"),
    ("渡船每天六点开航，", "船老大把缆绳一圈圈收好。"),
    ("评弹老艺人说，", "台下只要坐着一个人就要唱完。"),
]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize(("before", "after"), SENTENCES)
def test_a_query_that_breaks_into_a_sentence_goes_whole(before, query, after):
    assert left(before + query + after) == before + after


@pytest.mark.parametrize(
    ("before", "query", "after"),
    [
        ("镇里的农技站", "痔疮手术多少钱", "看中了这套系统，出钱装到了六个村。"),
        ("渡口的候船室里，", "阜新白癜风医院哪家正规", "看到的多是去赶集的人。"),
        ("船票没有买到，", "呼和浩特白癜风医院哪家正规", "电话费倒用去不少。"),
        ("农技员说，老人们不会", "痔疮手术多少钱", "用手机，他就画了一张图。"),
        ("城里的米价涨了，乡下持平；食品价格下降1.0%，", "莱芜治疗牛皮癣哪家医院好", "非食品价格上涨0.3%；其余不变。"),
    ],
)
def test_the_words_beside_a_query_stay(before, query, after):
    assert left(before + query + after) == before + after


def test_a_query_goes_from_a_traditional_page():
    assert left("老人坐在燈下，給鄰居的兒童癲癇病哪裡治得好舊書補頁換線。") == "老人坐在燈下，給鄰居的舊書補頁換線。"


@pytest.mark.parametrize(
    "text",
    [
        "老人问：“失眠怎么治？”孙女答不上来，去查了书。",
        "癫痫病哪里治得好，成了一家人最大的心事。",
        "中秋到了，糖尿病怎么吃月饼？",
        "近视能不能当兵，他心里没有底。",
        "张老汉的脱发怎么也治不好，他干脆戴上了草帽。",
        "人流如织的码头上，哪里都是叫卖的声音。",
        "他的哮喘是在矿上得的，一到冬天就犯。",
        "母亲有高血压，能吃的东西不多，她也不抱怨。",
        "上网搜“白癜风医院哪家正规”，跳出来的全是广告。",
        "许多人想知道颈椎病怎么预防才好，其实多走路就行。",
        "孩子得了肺炎，能不能上学要听老师的。",
        "痛风能不能喝酒这个问题，酒友们争了一晚上。",
        "打鼾多久了，他自己也说不清。",
        "失眠的时候怎么办好呢，数羊吗？",
        "医生说，癫痫病的早期症状常被忽视，患者要到医院检查。",
        "高血压能治好吗？三位村医这样说",
        "近视手术多少钱？各地价格相差一倍",
        "抑郁症怎么办\n家人的陪伴最要紧，其次是睡眠。",
    ],
)
def test_a_question_that_a_story_asks_stays(text):
    assert left(text) == text
