"""Rows of a table stay at the edges of a body, where single lines of their make would be the page's."""

import pytest

import newsclean

HEADER = "腊月集市开秤 白菜一天卖出八车\n2021-10-22 09:30　来源：临海晚报\n"
SENTENCE = "管理员谷玉梅把价格写在黑板上，写完往后退两步看一看，说今年的菜价跟去年一样，只是粉笔涨了两毛钱。"
CLOSING = "太阳偏西，最后一车白菜被食堂的人买走，扫帚在水泥地上划出沙沙的声音，灯一盏一盏灭了。"
PRICES = ("大白菜 1.2", "菠菜 12.6", "香菜 18.0", "土豆 2.0", "鸡蛋 10.6")
SHEET = ("屏幕：6.67英寸，刷新率120Hz", "处理器：8核，主频3.2GHz", "电池：5000mAh，支持67W快充", "重量：196克")
FORECAST = ("北京 晴 -5/4℃", "上海 多云 3/9℃", "广州 小雨 12/17℃", "哈尔滨 晴 -22/-13℃")
DUTIES = (
    "| 渡船 | 每日班次 | 票价 |",
    "|---|---|---|",
    "| 老码头 | 12 | 2元 |",
    "| 灯塔岛 | 4 | 8元 |",
    "| 北岸 | 9 | 2元 |",
)
TABLES = {"prices": PRICES, "sheet": SHEET, "forecast": FORECAST, "duties": DUTIES}
LAW = (
    "第一条 为管理渡口，制定本办法。",
    "第二条 网络运营者发现其用户发布前款规定的信息的，应当停止传输该信息，采取消除等处置措施。",
    "对经调查排除险情的，报告的单位和个人不承担法律责任。",
    "第三条 未经渡口管理机构许可，任何人不得复制、发行渡口的船票。",
    "对经调查排除险情的，报告的单位和个人不承担法律责任。",
    "第四条 渡船先检后开，超员不开，雾天停航，夜间停渡，由渡口管理机构公布时刻。",
)
each_table = pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES)


def kept(*lines: str) -> list[str]:
    return newsclean.clean(HEADER + "\n".join(lines)).text.split("\n")


@each_table
@pytest.mark.parametrize("lead", [(), (SENTENCE,)], ids=("under the header", "under a sentence"))
def test_rows_stay(rows, lead):
    assert kept(*lead, *rows, CLOSING) == [*lead, *rows, CLOSING]


@each_table
def test_rows_stay_above_the_editor_and_the_footer(rows):
    assert kept(SENTENCE, *rows, "（责任编辑：林晓）", "版权所有 临海晚报") == [SENTENCE, *rows]


@pytest.mark.parametrize("lines", [("杭州 多云 29~38℃ 切换城市",), ("阅读 1204", "评论 16", "点赞 33")])
def test_strips_and_counters_of_the_page_go(lines):
    assert kept(*lines, SENTENCE) == [SENTENCE]


def test_articles_of_a_law_stay_however_they_sound():
    assert kept(*LAW) == [*LAW]


def test_one_of_those_sentences_by_itself_goes():
    assert kept(SENTENCE, "未经许可，任何人不得复制、发行本报的作品。") == [SENTENCE]


def test_barred_rows_of_the_footer_go():
    rows = (
        "关于我们 | 联系我们 | 网站地图 | 招聘",
        "广告服务 | 版权声明 | 友情链接 | 投稿",
        "手机版 | 客户端 | 微博 | 微信",
    )
    assert kept(SENTENCE, *rows) == [SENTENCE]


def test_rows_of_the_footer_go_with_it():
    assert kept(SENTENCE, "版权所有 临海晚报", "总编室 8820001", "广告部 8820002", "发行部 8820003") == [SENTENCE]


CELLS = ("品种", "单位", "均价", "粳米", "公斤", "6.42", "大豆油", "升", "12.80", "猪后腿肉", "公斤", "31.60")


@pytest.mark.parametrize("border", ["", " |"])
def test_cells_that_lost_their_rows_stay_below_the_last_sentence(border: str) -> None:
    cells = [cell + border for cell in CELLS]
    assert kept(SENTENCE, CLOSING, *cells) == [SENTENCE, CLOSING, *cells]


def test_a_calendar_below_the_last_sentence_goes() -> None:
    days = ("日", "一", "二", "三", "四", "五", "六", *map(str, range(1, 15)))
    assert kept(SENTENCE, CLOSING, "返回顶部", *days) == [SENTENCE, CLOSING]


def test_a_cell_without_a_letter_does_not_end_the_text() -> None:
    cells = ("城市", "环比", "上月", "=100", "临海", "102.7", "118.3", "青河", "99.9", "98.8", "云和", "102.6")
    assert kept(SENTENCE, CLOSING, *cells) == [SENTENCE, CLOSING, *cells]
