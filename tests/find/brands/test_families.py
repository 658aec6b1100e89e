"""Names that no lexicon knows, pasted in several forms; and firms, clubs and apps of such names, which stay."""

from pathlib import Path

import pytest

from newsclean.find.brands.families import families
from newsclean.find.lexicon import suspects
from spam import left

NAMESAKES = (Path(__file__).parent / "namesakes.txt").read_text(encoding="utf-8").strip().split("\n\n")
SLOTS = (
    "渡船每天六点开航，{}船老大把缆绳一圈圈收好。{}对岸的{}孩子背着书包，在跳板上站成一排。\n木棚里的炉子{}烧得正旺。"
)


@pytest.mark.parametrize(
    "forms",
    [
        ("泊鲸体育", "泊鲸体育官方网站", "泊鲸app下载", "泊鲸棋牌"),
        ("聚湾平台登录", "聚湾计划官网", "聚湾彩票网", "聚湾官方下载"),
        ("【泊鲸电竞】", "《泊鲸官网入口》", "泊鲸体育(中国)有限公司官网", "“泊鲸娱乐”"),
        ("星野体育-星野体育官网", "KD星野体育", "星野(kd)体育", "星野真人"),
        ("泊鲸國際", "泊鯨體育登錄", "泊鯨國際官網", "泊鯨電子"),
        ("KD体育", "kd体育app", "KD官网登录入口", "kd电竞"),
    ],
)
def test_all_forms_of_a_name_go(forms):
    assert left(SLOTS.format(*forms)) == SLOTS.format("", "", "", "")


def test_one_form_goes_where_it_was_pasted_into_two_phrases():
    text = "渡口的{}跳板换成了铁的，沿岸的{}石阶还在。"
    assert left(text.format("泊鲸体育", "泊鲸体育")) == text.format("", "")


@pytest.mark.parametrize("name", ["泊鲸官网", "泊鲸娱乐", "聚湾app", "凯鲸娱乐城"])
def test_one_form_goes_where_two_clauses_have_subjects_of_their_own(name):
    page = (
        "为保障渡船过江安全，公司分三批组织水手开展雾天行船培训，{}共有六百二十名水手参加。\n"
        "调度科科长说，雾天行船的要诀是早看、早慢、早停，{}靠岸时要与码头保持半米左右的距离。"
    )
    assert left(page.format(name, name)) == page.format("", "")


@pytest.mark.parametrize("name", ["泊鲸官网", "泊鲸娱乐", "聚湾app", "聚湾平台"])
def test_one_form_stays_where_a_clause_needs_it(name):
    page = f"民警说，{name}的服务器设在境外。\n去年底，{name}关闭了评论功能。不少人下载{name}时没有看协议。"
    assert left(page) == page


def test_a_word_of_the_sentence_before_a_name_stays():
    text = "渡口{}边上，木棚里的{}炉子，缆绳的{}尽头，老人{}点灯。"
    forms = ("泊鲸体育", "泊鲸体育官网登录", "泊鲸棋牌", "泊鲸体育")
    assert left(text.format(*forms)) == text.format("", "", "", "")


def test_what_follows_a_name_is_not_taken_for_its_tail():
    text = "渡口的{}国际游客多了，{}中国船员教他们系缆，木棚里的{}电子钟停了。"
    forms = ("泊鲸体育官网", "泊鲸app下载", "泊鲸棋牌")
    assert left(text.format(*forms)) == text.format("", "", "")


@pytest.mark.parametrize("text", NAMESAKES, ids=lambda text: text[:8])
def test_a_firm_a_club_or_an_app_of_such_a_name_keeps_every_word(text):
    assert left(text) == text


def test_a_page_without_tails_is_not_searched():
    text = "渡船每天六点开航。"
    assert families(text, suspects().scan(text)) == []


def test_names_in_a_row_take_linear_work(count_steps):
    def work(rows):
        text = "渡口的泊鲸体育官网跳板上,泊鲸棋牌学生站成一排," * rows
        hits = suspects().scan(text)
        return count_steps(lambda: families(text, hits))

    assert work(400) < 2.2 * work(200)


def test_tails_that_only_a_sure_name_has_go_with_it():
    text = "工会办了夏令营，{}四十二名孩子走进车间。\n参观铸造线。{}讲解员是父亲们。\n后来有陶艺、{}游泳，{}还有作文。"
    forms = ("必赢bwin", "bwin必赢唯一官网", "必赢电子游戏", "必赢国际")
    assert left(text.format(*forms)) == text.format("", "", "", "")


def test_a_form_that_ends_a_line_is_believed_inside_a_sentence():
    text = "處方箋上寫明用量和天數，{}一式兩份。\n集市上支起紅傘，{}排隊看病。"
    names = "樂動體育入口,樂動體育app最新版,樂動體育中國"
    assert left(f"{text.format('樂動體育中國', '樂動體育入口')}\n{names}") == f"{text.format('', '')}\n"


def test_a_country_in_brackets_goes_without_a_name_beside_a_sure_one():
    text = "三个小时共接到订单{}四百一十七单。村里的{}晒谷场上坐满了人。"
    assert left(text.format("(中国)有限公司官网", "九游会J9官方网站")) == text.format("", "")
    assert left(text.format("(中国)有限公司官网", "")) == text.format("(中国)有限公司官网", "")


@pytest.mark.parametrize(
    "line",
    [
        "米澜milan,米澜milan官方网站,米澜milan,米澜milan官网,",
        "国澜官方网站-国澜app-国澜登录-国澜网址大全",
        "必一运动 - 必一体育app下载",
    ],
)
def test_a_line_of_names_goes_with_the_signs_between_them(line):
    story = SLOTS.format("", "", "", "")
    assert left(f"{story}\n{line}") == f"{story}\n"


def test_a_name_goes_with_the_brackets_that_it_fills():
    text = "节能车厢{}密封、通风、防火。老师讲课前先报站{}，孩子们一起坐好。"
    assert left(text.format("（B-Sports必一体育官网）", "〖泊鲸体育官网登录〗")) == text.format("", "")


def test_weak_and_unknown_names_go_beside_a_sure_one():
    text = (
        "小麦亩产多少，{}都记在日记里。村里修志，{}村支书来借过。\n他手抖得厉害，{}孙女替他写，{}上场的人还穿那双鞋。"
    )
    forms = ("365棋牌下载", "云顶国际", "凯发国际", "2022世界杯买球app")
    assert left(text.format(*forms)) == text.format("", "", "", "")


def test_weak_names_alone_stay():
    text = "小麦亩产多少，银河国际边看边记。村里修志，泊鲸国际送来纸张。"
    assert left(text) == text


def test_a_sentence_is_no_advert_for_the_name_that_was_pasted_into_it():
    text = "最常見的就是降壓藥，{}這種治療高血壓的常用藥物一盒在30元左右，{}藥房的價錢更低。"
    assert left(text.format("开云棋牌官网", "【开云体育app下载】")) == text.format("", "")
