"""Stamps of a site on its paragraphs go; what writers repeat stays."""

import pytest

from newsclean.find import find_spam
from newsclean.matching import read_page
from spam import left

PARAGRAPHS = (
    "小雪刚过，山上的冻梨可以开园了，三百多名客商踩着薄雪上山。",
    "果农老韩说，雪粒打在梨皮上的声音发脆，梨里的水就足了。",
    "村里种梨有两百年，过去卖不上价，一斤只值三四角。",
    "今年先涝后旱，产量比去年少两成，每人最多订两千斤。",
)


def stamped(form):
    return "\n".join(form.format(p) for p in PARAGRAPHS)


@pytest.mark.parametrize("stamp", ["果园通水果信息网", "梨友之家论坛", "半山原创首发", "【山里人在线】"])
def test_a_site_that_stamps_both_ends_goes(stamp):
    assert left(stamped(f"{stamp}{{}}{stamp}")) == stamped("{}")


def lined(line):
    return f"\n{line}\n".join(PARAGRAPHS)


@pytest.mark.parametrize("stamp", ["半山图志编纂社", "果园通水果信息网", "山里人书院"])
def test_a_stamp_on_a_line_between_the_paragraphs_goes(stamp):
    assert left(lined(stamp)).replace("\n\n", "\n") == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize("line", ["冻梨开园了", "韩家屯", "——", "主持人", "点评"])
def test_a_short_line_that_a_writer_repeats_stays(line):
    assert left(lined(line)) == lined(line)


@pytest.mark.parametrize("stamp", ["果园通水果信息网", "品质生活从这里开始", "更多精彩尽在半山资讯", "【山里人在线】"])
def test_a_stamp_behind_each_paragraph_goes(stamp):
    assert left(stamped(f"{{}}{stamp}")) == stamped("{}")


@pytest.mark.parametrize("stamp", ["果园通水果信息网 ", "梨友之家论坛"])
def test_a_site_before_each_paragraph_goes(stamp):
    assert left(stamped(f"{stamp}{{}}")).replace(" ", "") == stamped("{}")


@pytest.mark.parametrize(
    "stamp",
    [
        "（半山新闻网 www.banshan.example）",
        "本文来自看梨小说网www.kanli.example",
        "手机用户请浏览m.kanli.example阅读，体验更好。",
        "记住网址m.7kan🙄li.example",
        "天才一秒记住本站地址：www.kanli.example，最快更新！",
    ],
)
def test_a_site_with_its_address_between_two_sentences_goes(stamp):
    assert left(f"{PARAGRAPHS[0]}{stamp}{PARAGRAPHS[1]}") == PARAGRAPHS[0] + PARAGRAPHS[1]


def test_a_site_in_brackets_inside_a_sentence_goes():
    assert left(PARAGRAPHS[2].replace("，过去", "，【半山新闻网】过去")) == PARAGRAPHS[2]


HARBOUR = "货轮载着六百个标准箱从三号泊位离岸，单程需时六天，运费能省下近千元。"


@pytest.mark.parametrize(
    "stamps",
    [
        ("[北港热线www.beigang.example]", "", ""),
        ("（北港论坛 bbs.beigang.example）", "", ""),
        ("[北港热线www.beigang.example]", "(北港热线)", "北港热线-北港人自己的网站"),
        ("【北港在线】", "（北港在线）", "北港在线www.beigang.example"),
        ("（北港社区）", "（北港社区）", "（北港社区）"),
    ],
)
def test_a_site_with_address_and_slogan_goes_from_inside_sentences(stamps):
    first, second, third = stamps
    text = HARBOUR.replace("箱从", f"箱{first}从").replace("单程", f"单程{second}").replace("运费", f"运费{third}")
    assert left(text) == HARBOUR


def test_the_name_by_which_the_page_calls_its_site_goes_from_brackets():
    text = f"来源：北港热线\n{HARBOUR}"
    assert left(text.replace("单程", "单程（北港热线）")) == text


@pytest.mark.parametrize(
    "text",
    [
        "市民通过门户网站（北港在线www.beigang.example）报名，名额一百。",
        "他是本地论坛（北港论坛 bbs.beigang.example）的版主，平时爱管闲事。",
        "合作媒体包括北港在线（www.beigang.example）和白水热线（www.baishui.example）两家。",
        "一家机构（北港消费网）发布报告称，满意度上升。",
        "公司的产品（北港社区）有用户百万，北港社区的团队（北港社区）只有五十人，创始人（北港社区）今年三十岁。",
        "考试安排在市教育考试网（北港教育网www.beigang.example）公布。",
        stamped("会议强调，{}"),
        stamped("主持人：{}"),
        stamped("老韩说：“{}”"),
        stamped("{}（掌声）"),
        stamped("{}（笑）"),
        stamped("半山新闻网的记者看到，{}"),
        stamped("半山日报讯 {}"),
        stamped("本报讯（记者 何清）{}"),
        stamped("{}[1]"),
        stamped("{}【详细】"),
        stamped("要坚持山上种梨，{}"),
        stamped("我们的梨园啊，{}"),
        stamped("{}这就是半山的梨。"),
        "市民可登录半山梨网www.banshan.example查询。报名请看www.banshan.example/bm，名额三百。",
        "老韩说，请记住网址的后半截，别输错。收藏本站的人不多。",
        "订梨的网站是http://www.banshan.example。客商在网上下单，山上当天发货。",
        "一首山歌唱到天亮，【半山调】唱的是种梨人的一年。",
    ],
)
def test_what_a_writer_repeats_stays(text):
    assert left(text) == text


def test_many_paragraphs_cost_no_more_than_their_length(count_steps):
    def work(n):
        return count_steps(lambda: find_spam(read_page("\n".join(f"{p}半山原创首发" for p in PARAGRAPHS * n))))

    assert work(200) <= 2.5 * work(100)
