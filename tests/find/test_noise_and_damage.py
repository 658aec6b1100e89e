"""Signs strewn between characters, random lines, and the flags for what was taken out or twisted."""

import pytest

from newsclean.find import find_damage, find_noise
from newsclean.matching import read_page
from spam import left


def removed(text):
    page = read_page(text)
    return [page.text[mark.start : mark.end] for mark in find_noise(page)]


def flags(text):
    return [(flag.flag, flag.detail) for flag in find_damage(read_page(text))]


def test_signs_inside_words_go():
    assert removed("全市基*层党*建工作会*议在市政*府召开。") == ["*"] * 4


def test_signs_between_words_stay():
    text = "要闻●国务院部署工作\n社会●中小学开学\n国际●大会开幕\n体育●锦标赛落幕\n文化●特展开幕\n科技●飞船完成试验"
    assert removed(text) == []


def test_pictographs_before_stops_go_where_they_are_many_and_various():
    sprinkled = "会议🍻，要求🛳，各地📶，抓好🧝，落实🥨，推进🤵，改革🎲。"
    assert removed(sprinkled) == list("🍻🛳📶🧝🥨🤵🎲")
    assert removed("节日快乐🎉！大家吃好喝好🎉。") == []


def test_random_lines_of_forum_software_go():
    junk = "- X6 e2 R( B$ l- r) M$ X"
    assert removed(f"会议召开。\n{junk}\n会议结束。") == [junk]
    assert (
        removed("会议召开。\nx = sum(a[i] * w[i] for i in range(n))\n2023-10-08 12:30:45\n--------\nabc@example.com")
        == []
    )


def test_random_crumbs_between_sentences_go_where_the_page_has_random_lines():
    crumbs, junk = "7 X) L+ k8 a2 O", "- X6 e2 R( B$ l- r) M$ X"
    assert removed(f"雇人挖蒜要花钱。{crumbs}一亩收两千斤。\n{junk}") == [junk, crumbs]
    assert removed(f"雇人挖蒜要花钱。{crumbs}一亩收两千斤。") == []
    assert removed(f"口诀这样背。A B C D E五个音。\n{junk}") == [junk]


SCRAMBLED = (
    "[7q\nKM2'x =d RU*vQ pt\";*YZLW 3月12日，镇上的电竞馆开张，三十台机器坐满了人。\n"
    '+(/?$gKRH l,Bn7]* 馆主老邱说，来的多是放假的学生。\nk48"[vT c-d2[b5 傍晚，镇长也来了。\n71Gd}M\n< T<'
)


def test_random_characters_before_sentences_go_where_the_page_has_many():
    said = "3月12日，镇上的电竞馆开张，三十台机器坐满了人。\n馆主老邱说，来的多是放假的学生。\n傍晚，镇长也来了。"
    assert "\n".join(filter(None, left(SCRAMBLED).split("\n"))) == said


@pytest.mark.parametrize(
    "text",
    [
        "$_GET['id']参数没有过滤。\nprint(x[0]);输出第一个元素。\nif (a[i] != b) {返回假，否则继续。",
        "《A*B'》：两人合著。\n(1)a<b时，取a；\n(2)a>b时，取b。\n3)c[\n以上。",
        "[1]王某.城市防火[J].消防,2019.\n[2]李某.林区[M].\n<e>\n以上为参考。",
    ],
)
def test_code_formulas_and_works_cited_stay(text):
    assert left(text) == text


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("参与党员群众余人次。", "余人次"),
        ("今年以来累计解决反映强烈问题件；效果很好。", "问题件"),
        ("全年产值万元，再创新高。", "产值万元"),
        ("同比增长%，势头良好。", "增长%"),
        ("会议于年月日召开。", "年月日"),
    ],
)
def test_a_unit_without_its_number_is_flagged(text, detail):
    assert flags(text) == [("stripped_number", detail)]


@pytest.mark.parametrize(
    "text",
    [
        "参与党员群众800余人次。",
        "二十余人到场,其余人员在家。",
        "投入近万元。",
        "他是一名党员。",
        "企业家、科学家到会。",
    ],
)
def test_whole_numbers_are_not_flagged(text):
    assert flags(text) == []


def test_words_spelled_by_their_sound_are_flagged():
    assert flags("市委书脊到会讲话,正府工作人员参加。") == [("homophone", "委书脊"), ("homophone", "正府")]
    assert flags("书脊破损的旧书可以修补。") == []


def test_spun_words_are_flagged_where_two_stand_together():
    assert flags("台风已经天生,午后有散漫雷雨。") == [("spun_text", "已经天生"), ("spun_text", "散漫雷雨")]
    assert flags("台风已经天生。") == []


def test_a_text_that_breaks_off_is_flagged_at_its_end():
    text = "会议昨日召开。" + "代表们认真讨论了工作报告,提出了许多很好的意见和建议," * 3 + "大家一致认为今年"
    assert [flag for flag, _ in flags(text)] == ["truncated"]
    assert flags(text + "很好。") == []


@pytest.mark.parametrize("leftover", ["〖人气榜〗", "公告■", "推荐◆"])
def test_a_label_of_a_template_inside_a_sentence_goes(leftover):
    text = "有一年台风,发条断了,{}他用手推着透镜转了一整夜。"
    page = read_page(text.format(leftover))
    assert [page.text[mark.start : mark.end] for mark in find_noise(page)] == [leftover]


@pytest.mark.parametrize(
    "text", ["〖注释〗\n守塔人,看灯塔的人。", "老歌〖灯塔〗唱了三十年。", "●公告\n明天停航。", "他写下“公告■”三个字。"]
)
def test_a_label_of_the_text_itself_stays(text):
    assert find_noise(read_page(text)) == []
