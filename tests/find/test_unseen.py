"""Brands, trades and keywords that no table knows: told by what stands around them."""

import pytest

from spam import left

_STORY = "渡船每天六点开航,船老大谭水生把缆绳一圈圈收好。对岸的学生背着书包,在跳板上站成一排。"


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("拾到的雨伞大多物归", "永利娱乐场app", "原主,剩下的挂在渡口的墙上。"),
        ("缆绳都换成了", "千亿球友会0086", "尼龙的,比麻绳轻了一半。"),
        ("码头边上,合作社和", "AG真人旗舰厅", "船家各出一半的钱。"),
    ],
)
def test_a_casino_between_the_halves_of_a_sentence_goes(before, name, after):
    assert left(f"{_STORY}\n{before}{name}{after}") == f"{_STORY}\n{before}{after}"


def test_forms_of_one_unknown_brand_vouch_for_each_other():
    text = "{}\n渡口差一点从地图上{}消失。\n谭水生不识字,{}却记得每一班船。\n船票涨到两元,没有人抱怨{}。"
    forms = ("泊鲸体育", "泊鲸体育官方网站", "泊鲸app下载")
    assert left(text.format(_STORY, *forms)) == text.format(_STORY, "", "", "")


def test_two_machines_between_clauses_go_and_the_clauses_stay():
    text = "湿地在两河之间,{}每年有候鸟歇脚。\n专家说,列入名录之后,{}村里也添了工作。"
    assert left(text.format("颚式破碎机价格", "圆锥破碎机厂家")) == text.format("", "")


def test_words_of_film_sites_go_from_a_traditional_page_too():
    text = "纜車從北站{}開往南站。\n鋼纜要{}一寸一寸摸過去,站長說。"
    assert left(text.format("久久精品影院", "免費視頻在線觀看")) == text.format("", "")


@pytest.mark.parametrize(
    "advert",
    [
        "专业办理各类证件",
        "泊鲸体育平台,注册送28元体验金,欢迎体验",
        "澳门赌场 百家乐 真人娱乐 电竞竞猜 临江开锁 临江搬家公司",
        "今日竞彩推荐:稳胆二串一,加老师微信跟单",
    ],
)
def test_an_advert_behind_the_last_sentence_goes_without_a_contact(advert):
    story = f"{_STORY}\n谭水生说:“船在,人就在。”"
    assert left(f"{story}{advert}") == story


@pytest.mark.parametrize(
    "line",
    [
        "东礁喝茶资源群 东礁品茶工作室 附近50米学生妹 同城快餐200",
        "久久影视在线观看_免费精品视频在线播放_国产高清一区二区_成人影院首页",
        "临江搬家 临江开锁 临江疏通下水道 临江空调维修 临江二手车",
        "体育投注|电竞下注|真人荷官|棋牌游戏|彩票开奖|捕鱼平台",
        "渡口游船价格 渡口游船包船方案 渡口游船招聘 江渡游船预订电话",
    ],
)
def test_a_line_of_few_keywords_goes(line):
    assert left(f"{_STORY}\n{line}").strip() == _STORY


@pytest.mark.parametrize(
    "text",
    [
        "一家停更的网站底部多出几十条链接:苏州搬家公司、办公家具、网上真人娱乐……网警说,这是黑链生意。",
        "展馆的资料片可免费在线观看,市民不必注册。",
        "网警通报,有人群发“附近品茶工作室”短信,实为诈骗。",
        "商店门口贴着买一送一,满百包邮,大礼包堆到了屋顶。",
        "钢厂今年减产,挖掘机价格是去年的九成,破碎站厂家也在裁员。",
        "以下是其中一段:\n月亮出来照东山\n东山坡上竹叶弯\n哎呀喂,插秧来\n风不吹来叶不翻\n哎呀喂,插秧来\n一担秧苗一担饭",
        "青江体育馆官网昨日上线,市民可在官网预约。青江体育局说,青江体育app下载量已过万。",
    ],
)
def test_news_and_verse_that_look_like_it_stay(text):
    assert left(text) == text


_SENTENCES = (
    ("九月的头一天,", "天刚亮雾就散了,山脚下的"),
    ("茶园来了第一批学生。", "校车停在路口,"),
    ("老师把名单又念了一遍。“我们盼的是", "好天气,"),
    ("怕的是", "下雨天。”村支书说,"),
    ("光是今天一天,", "就有三百多人上山,"),
    ("比往年多了一倍。", "大家散开采茶,竹篓里的"),
    ("嫩芽一层层堆高。", "老人教孩子掐尖,"),
)


def _pasted(pieces):
    """Paste pieces in turn into the sentences; return the text and what it was before."""
    slots = [part for pair in _SENTENCES for part in pair]
    text = "".join(part + pieces[i % len(pieces)] for i, part in enumerate(slots)) + "谁也不肯先走。"
    return text, "".join(slots) + "谁也不肯先走。"


def test_a_headline_cut_into_whole_words_is_taken_out_by_its_line():
    text, before = _pasted(["深山", "茶园", "课堂", "开学"])
    assert left(f"深山茶园课堂开学\n{text}") == f"深山茶园课堂开学\n{before}"


def test_sentences_below_a_headline_of_their_own_words_stay():
    story = "茶园里,课堂开在树下。深山的雾散了,开学的钟响了。课堂上,孩子问茶园有多大。开学那天,深山下过雨。"
    assert left(f"深山茶园课堂开学\n{story}") == f"深山茶园课堂开学\n{story}"


def test_a_headline_pasted_whole_from_two_of_its_words_goes():
    title, turned = "老渡口为何还留着摆渡人", "留着摆渡人老渡口为何还"
    text = "{}\n{}\n谭水生说,船板会记得{}每个人的脚步。\n天黑以后,{}渡口亮起一盏灯,{}等最后一班。"
    marked = text.format(title, _STORY, turned, title, "为何还留着摆渡人老渡口")
    assert left(marked) == text.format(title, _STORY, "", "", "")


def test_a_headline_that_is_told_with_its_verb_first_stays():
    story = "市交通局昨日公布夜班公交新方案,首班车零点开出。公布夜班公交新方案的网页已有万人读过。"
    assert left(f"夜班公交新方案公布\n{story}") == f"夜班公交新方案公布\n{story}"


@pytest.mark.parametrize("tail", ["- X6 e2 R( B$ l- r) M$ X", ", ^7 v! a. u5 k0 H", "`k!Rp@t W", "mQ*d#,Hv(Y"])
@pytest.mark.parametrize("stop", ["。", "！", "?", "。”"])
def test_random_characters_behind_a_sentence_go(tail, stop):
    assert left(f"烟囱今年冬天只冒到元旦{stop}{tail}\n{_STORY}") == f"烟囱今年冬天只冒到元旦{stop}\n{_STORY}"


@pytest.mark.parametrize(
    "end",
    [
        "(*^o^*)",
        "f(x)=a*(x-b)^2+c",
        "(#3, 4:15 p.m.)",
        "wang@mail.example.net",
        "https://t.example/a?b=1&c=2#d",
        "(Q&A: 7-Eleven, H&M)",
    ],
)
def test_what_means_something_behind_a_sentence_stays(end):
    assert left(f"烟囱今年冬天只冒到元旦。{end}") == f"烟囱今年冬天只冒到元旦。{end}"


@pytest.mark.parametrize(
    "line",
    ["上海推出新春大礼包", "回血", "本周末买一送一的生意经", "商场限时优惠引来长队", "市民问,网购包邮谁出钱"],
)
def test_a_short_line_with_one_word_of_a_pitch_stays(line):
    assert left(f"{line}\n{_STORY}") == f"{line}\n{_STORY}"


def test_the_word_that_governs_the_sentence_stays_before_a_brand():
    assert left("老人从鸿泰国际娱乐平台8886山上背下石头。") == "老人从山上背下石头。"
