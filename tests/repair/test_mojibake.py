"""Text read in a wrong encoding is read again where that is clearly likelier; what is lost is flagged."""

import json
from pathlib import Path

import pytest

from newsclean.edits import Revision
from newsclean.repair import repair

SENTENCE = "海港管理局昨天公布,今年第一艘远洋渔船已经平安返航,带回三百吨金枪鱼。"
CASES = Path("../shared/encoding/mojibake.json")


def cleaned(text):
    return repair(Revision(text, text))[0].text


def flags(text):
    return [flag.flag for flag in repair(Revision(text, text))[1]]


def windows(data):
    """Read bytes as windows-1252, the five undefined ones as C1 controls."""
    return "".join(bytes((b,)).decode("cp1252", "ignore") or chr(b) for b in data)


@pytest.mark.parametrize(
    "damaged",
    [
        SENTENCE.encode().decode("latin-1"),
        windows(SENTENCE.encode()),
        windows(SENTENCE.encode()).replace("\xa0", " "),
        windows(windows(SENTENCE.encode()).encode()),
        SENTENCE.encode("gbk").decode("latin-1"),
        windows(SENTENCE.encode("gb18030")),
        "".join(f"&#{b};" if b > 127 else chr(b) for b in SENTENCE.encode()),
        SENTENCE.encode().decode("gb18030", "replace"),
    ],
    ids=["latin-1", "cp1252", "spaces", "twice", "gbk", "gbk-cp1252", "entities", "as-gbk"],
)
def test_a_misread_sentence_comes_back(damaged):
    assert cleaned(damaged) == SENTENCE


def test_traditional_text_read_as_latin_comes_back():
    text = "海港管理局昨天公布,今年第一艘遠洋漁船已經平安返航。"
    assert cleaned(text.encode("cp950").decode("latin-1")) == text


def test_what_a_decoder_without_user_area_lost_is_guessed():
    text = "海岛小学只剩下三名学生，老师每天坐船来上课。\n“我们要把最后一课上完。”老师说，明年学校并入镇中心小学。"
    assert cleaned(text.encode().decode("gbk", "replace")) == text


def test_gbk_read_as_latin_9_comes_back():
    text = "国际新闻,基金排行,健康与广告服务"
    assert cleaned(text.encode("gbk").decode("iso8859-15")) == text


def test_a_short_line_is_read_as_the_rest_of_the_page():
    page = "\n".join(line.encode("gbk").decode("latin-1") for line in [SENTENCE, "目单", "海港"])
    assert cleaned(page) == f"{SENTENCE}\n目单\n海港"


def test_big5_read_as_gbk_comes_back():
    text = "今年第一艘遠洋漁船已經平安返航了"
    assert cleaned(text.encode("cp950").decode("gb18030")) == text


def test_one_damaged_line_leaves_its_neighbours_alone():
    damaged = f"{SENTENCE}\n{SENTENCE.encode().decode('latin-1')}\n{SENTENCE}"
    assert cleaned(damaged) == "\n".join([SENTENCE] * 3)


def test_damage_in_the_middle_of_a_good_line_comes_back():
    damaged = "编者按:" + windows("远洋渔船".encode()) + "平安返航"
    assert cleaned(damaged) == "编者按:远洋渔船平安返航"


@pytest.mark.parametrize(
    "text",
    [
        "锟斤拷锟斤拷今年锟斤拷",
        "远洋\ufffd\ufffd船",
        "烫烫烫烫烫烫",
        SENTENCE.encode("gbk").decode("utf-8", "replace"),
    ],
)
def test_what_is_lost_stays_and_is_flagged(text):
    assert cleaned(text) == text
    assert "lost_text" in flags(text)


@pytest.mark.parametrize(
    "text",
    [
        "他在Café Müller演出,门票25€,气温−3°C~5°C,长×宽±2",
        "Élysée与Noël、naïve、¿Qué tal?、São Paulo",
        "“十四五”规划——《纲要》……第十二条·附则",
        "とでもしておきなさい」と言ったとされる",
        "Владимир与Ελλάδα",
        "亳州、濮阳、歙县、郫都、甪直、盱眙、猇亭、牂牁江",
        "饕餮纹、貔貅、魑魅魍魉、耄耋、蹒跚、囹圄",
        "中国移动、中国联通、一直",
        "犄角旮旯里的老物件",
        "乒乓球、尴尬、囹圄、龃龉",
        "蒹葭苍苍，白露为霜。所谓伊人，在水一方。\n蒹葭萋萋，白露未晞。所谓伊人，在水之湄。溯洄从之，道阻且跻。溯游从之，宛在水中坻。",
        "翩翩小筏隱如船，十畝平湖碧浸天。\n不待乞身追賀監，君今已是吏中仙。",
    ],
)
def test_clean_text_stays(text):
    assert cleaned(text) == text


def test_a_guess_is_flagged_where_it_stands():
    damaged = "昨天的新闻".encode().decode("gb18030", "replace")  # the last byte of 闻 is lost
    revision, found = repair(Revision(damaged, damaged))
    assert revision.text == "昨天的新闻"
    assert [(flag.flag, flag.detail, flag.end) for flag in found] == [("guessed_character", "闻", len(damaged))]


@pytest.mark.skipif(not CASES.exists(), reason="the shared mojibake cases are not here")
def test_of_the_shared_cases_eighteen_come_back_and_the_rest_is_left_and_flagged():
    exact = 0
    for case in json.loads(CASES.read_text(encoding="utf-8")):
        revision, found = repair(Revision(case["damaged"], case["damaged"]))
        exact += revision.text == case["original"]
        if revision.text != case["original"]:
            assert revision.text == case["damaged"], case["name"]
            assert found, case["name"]
    assert exact >= 18
