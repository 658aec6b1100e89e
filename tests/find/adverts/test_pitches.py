"""Pitches by their way of speaking: own lines and glued pieces go, what tells of offers stays."""

from pathlib import Path

import pytest

from newsclean.find import find_spam
from newsclean.find.adverts.pitches import ALONE, odds
from newsclean.matching import fold, read_page
from spam import left

STORY = "六月的最后一天，渡口小学的孩子们去赶海。老师看了潮汐表，说中午水退得最远。\n船老大把跳板放平，数了三遍人头。"
END = "\n傍晚涨潮以前，所有人都回到了岸上。"
PITCHES = [
    "代办各类驾照加Q55500098",
    "计划群：77700098，包赢",
    "代开正规发票，电话13000000098，验后付款！",
    "各类学历包过包查，非诚勿扰",
    "買球就來這裡，開戶立減，24小時存取！",
    "信譽老牌，首存送百分之一百，提款秒到帳",
    "腰疼别硬扛，点此免费领取护腰一条",
    "少儿编程体验课九块九，名额有限，赶快预约",
    "一手货源，一件代发，诚招代理",
    "贷款不求人，免抵押免担保，来电即办",
]


@pytest.mark.parametrize("pitch", PITCHES)
def test_a_pitch_behind_the_stop_of_a_paragraph_goes_without_a_closing_mark(pitch):
    assert left(STORY + pitch + END) == STORY + END


@pytest.mark.parametrize("pitch", PITCHES)
def test_a_pitch_behind_a_paragraph_inside_the_article_goes(pitch):
    first, _, second = STORY.partition("\n")
    assert left(f"{first}{pitch}\n{second}{END}") == STORY + END


@pytest.mark.parametrize(
    "pitch",
    [
        "扣分不用愁，一百元消一分，联系13000000098",
        "账号找回，先看效果再收钱，QQ480000098",
        "我们帮您垫资，手续简单，咨询13000000098",
    ],
)
def test_a_pitch_without_a_known_word_is_known_by_its_promise_and_number(pitch):
    assert left(STORY + pitch + END) == STORY + END


@pytest.mark.parametrize(
    "note", ["护林员老李，值守二十年，电话13000000098", "失主请联系13000000098", "老站长的手机是13000000098"]
)
def test_a_number_at_the_end_of_a_paragraph_that_sells_nothing_stays(note):
    assert left(STORY + note + END) == STORY + note + END


@pytest.mark.parametrize(
    "pitch", ["代开正规发票，电话13000000098，验后付款！", "【无抵押贷款，当天放款，加微信dk88098】"]
)
def test_a_closed_pitch_between_two_sentences_goes(pitch):
    assert left(STORY.replace("赶海。", f"赶海。{pitch}") + END) == STORY + END


@pytest.mark.parametrize(
    "line",
    [
        "【报名】2025渔业年会早鸟票限时五折，戳此报名",
        "看球就上鲸跃体育，注册即送88元，首存翻倍！立即加入",
        "日赚三百不是梦，在家手机就能做，加Q800000098",
        "减肥不反弹，一个疗程瘦十斤，免费试用装限量领取",
    ],
)
def test_a_promotion_on_a_line_of_its_own_goes(line):
    assert left(f"{STORY}\n{line}{END}").replace("\n\n", "\n") == STORY + END


@pytest.mark.parametrize(
    "text",
    [
        "春节黄金周海南游火热",
        "活动当天，前五百名到场的市民可免费领取春联一副",
        "县人社局招聘公益性岗位人员，年龄四十五岁以下，报名电话0595-22334455",
        "骗子以“免费领取护膝”为名，要老人扫码填写住址",
        "“买二送一，最后三天！”小贩的喇叭喊了一个月",
        "【短信一】“高薪兼职，日结三百，足不出户，加微信详聊。”",
        "门票：成人八十元，学生半价，六十岁以上免费",
        "报名须知：请携带身份证原件，于九点前到体育馆东门签到",
        "网友问：种牙真的只要一千九百八吗？",
        "快来看，河里有鱼！",
        "办证大厅搬到了一楼，老人不用再爬楼",
        "网站首页 产品中心 案例展示 新闻动态 联系我们",
        "（记者 周远航 通讯员 何清）",
        "加盟奶茶店，三个月亏了二十万",
        "第一条是：“本公司代开发票，点数优惠，验后付款，联系人何先生13900000098。”",
    ],
)
def test_what_tells_of_an_offer_stays_on_its_own_line_and_behind_a_stop(text):
    assert left(f"{STORY}\n{text}{END}") == f"{STORY}\n{text}{END}"
    assert left(STORY + text + END) == STORY + text + END


def test_a_line_in_the_words_of_its_own_article_stays():
    story = "银行推出新的贷款，免抵押，也免担保。小店主说，利息低，放款快。贷款三天到账，来电就有人上门。"
    assert (
        left(f"{story}\n贷款放款快，免抵押免担保，利息低\n{story}")
        == f"{story}\n贷款放款快，免抵押免担保，利息低\n{story}"
    )


def test_no_tempting_line_reads_like_a_pitch_of_its_own():
    tells = Path(__file__).parents[3] / "benchmarks" / "pitches" / "tells.txt"
    if not tells.exists():
        pytest.skip("the labelled lines come with the repository")
    lines = tells.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if odds(fold(line)) >= ALONE] == []


def test_a_long_line_of_pitches_costs_no_more_than_its_length(count_steps):
    def work(n):
        return count_steps(lambda: find_spam(read_page("船到岸了。免费领取，加微信！" * n)))

    assert work(400) <= 2.5 * work(200)


def test_a_headline_beside_two_names_of_games_is_no_pitch():
    line = "PG电子 老教练自罚全年薪酬 协会公布最严考核办法 完美电竞平台"
    assert "老教练自罚全年薪酬 协会公布最严考核办法" in left(line)
    assert isinstance(left("mg老虎机"), str)
