"""A pasted token goes whole, with its tails, spellings and decorations, and takes nothing of the sentence along."""

import pytest

from newsclean.find import find_spam
from newsclean.matching import read_page
from spam import left

SENTENCES = [
    # before, and behind
    ("渡船每天六点开航，", "船老大把缆绳一圈圈收好。"),
    ("石桥镇的", "茶农今年多采了两担嫩芽。"),
    ("图书馆添了三排书架、", "两张长桌和一盏旧灯。"),
    ("老站长守着道口，", "火车每天只过两趟。"),
    ("养蜂人把蜂箱搬上山坡，坡下的", "油菜花正开得旺。"),
    ("评弹老艺人说，", "台下只要坐着一个人就要唱完。"),
]
BRANDS = [
    *("开元ky棋牌", "K Y棋牌官网", "【金沙娱乐城】", "开云体育·kaiyun", "米兰体育-milan"),
    *("天博·体育综合官网", "酷游ku游", "壹号娱乐NG大舞台", "88必发手机版", "澳门永利皇宫463登录"),
    *("澳门2024正版资料免费大全", "乐鱼·体育官网", "爱游戏(ayx)官方网站", "kaiyun开云·中国"),
    *("开云（中国）Kaiyun·官方网站", "米兰·milan(中国)体育官方网站", "华体会hth·(中国)体育官网"),
    *("MILAN米兰官网", "『九游会』登录", "[AG真人]入口", "☆乐鱼体育☆", "九游会·J9", "👉开云体育官网👈"),
    *("开_云_体_育", "开-云-体-育app", "新葡京888.app", "pg电子游戏麻将胡了"),
    *("2025新澳门正版免费资料大全", "香港6合开奖结果+记录", "一码一肖100准王中王"),
    *("必威(betway)官方", "十大正规赌博平台", "星空·体育(中国)官方网站", "万博ManBetX3.0下载"),
    *("雷火·竞技(中国)官网", "太阳集团官网8722", "尊龙凯时人生就是搏", "澳门威尼斯人app下载"),
    *("金年会金字招牌信誉至上", "天博app全站", "澳门新葡京3522"),
]
FILMS = [
    *("国产精品久久久久", "亚洲一区二区三区在线观看", "免费观看完整版在线播放", "18禁成人网站"),
    *("日韩欧美国产精品", "高清无码在线视频", "久久精品国产亚洲av", "成人午夜福利视频"),
    *("少妇人妻偷人精品视频", "黄色网站免费看"),
]
TRADES = [
    *("上海劳务派遣公司电话", "深圳代理记账公司", "劳务外包公司哪家好", "小额贷款公司电话", "代开增值税发票"),
    *("办证刻章电话", "办理学历文凭", "应急贷款当天放款", "贷款不看征信秒批", "北京白癜风医院排名"),
    *("白癜风能治好吗", "男科医院哪家好", "无痛人流多少钱"),
]


def _found(text):
    return [text[mark.start : mark.end] for mark in find_spam(read_page(text))[0]]


@pytest.mark.parametrize("token", [*BRANDS, *FILMS, *TRADES])
def test_a_token_goes_whole_from_every_sentence(token):
    assert [_found(before + token + behind) for before, behind in SENTENCES] == [[token]] * len(SENTENCES)


@pytest.mark.parametrize("token", ["开元ky棋牌", "乐鱼·体育官网", "必威(betway)官方", "澳门2024正版资料免费大全"])
@pytest.mark.parametrize("sentence", ["孩子们在{}操场上追着一只球跑。", "老人从{}山上背下石头。"])
def test_a_token_goes_from_behind_a_preposition_that_stays(token, sentence):
    assert _found(sentence.format(token)) == [token]


@pytest.mark.parametrize(
    "text",
    [
        "乐鱼体育、开云体育和九游娱乐昨日被要求整改，三家的客服电话都没有人接。",
        "一款名叫“爱游戏”的桌面玩具卖了十年，爱游戏app登录页是后来才有的。",
        "去年冬天，无抵押贷款成了小店主们的救命钱，利率却比春天高。",
        "婆婆四处打听，治疗白癜风的医院跑了三家，钱花完了。",
        "选委会公布开票结果，第一投开票所一百八十七票。",
        "水库分一区二区三区放水，下游的田都浇到了。",
        "发射架在澳门大学旧址展出，十大看点由市民投票选出。",
        "资料馆的免费资料大全从香港运来，读者可以复印。",
    ],
)
def test_honest_sentences_with_such_words_stay(text):
    assert _found(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "畜肉类价格下降3.2%，影响指数下降约0.10个百分点，{}其中猪肉价格上涨1.4%；",
        "下一步，{}青江少年馆将建立一支会讲故事的队伍，每周六为孩子们开门；",
        "全球视角下的{}山区道路与桥梁的养护经验",
    ],
)
@pytest.mark.parametrize("token", ["国产精品久久久久", "日韩欧美国产精品", "黄色网站免费看", "白癜风能治好吗"])
def test_a_clause_into_which_keywords_were_pasted_stays(line, token):
    text = line.format(token)
    assert set(_found(text)) <= {token}


@pytest.mark.parametrize(
    "name", ["3044am永利集团3044noc", "新葡的京集团350vip8888", "350VIP浦京集团", "金沙威尼斯欢乐娱人城"]
)
def test_a_name_goes_with_the_numbers_glued_to_it(name):
    told = "4月20日下午，{}院长致辞，{}师生六十人到会。座谈会上，{}与友校签了协议。"
    assert left(told.format(name, name, name)) == told.format("", "", "")
