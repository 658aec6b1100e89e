"""Runs of GBK that were read one byte off are read in step again; clean text is not moved."""

import pytest

from newsclean.edits import Revision
from newsclean.repair import repair


def cleaned(text):
    return repair(Revision(text, text))[0].text


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("会议在京举行!兑庖姟分刑岢龅2020年完成", "会议在京举行。《意見》中提出到2020年完成"),
        ("他说：“从今天起再出发?！?\n散会", "他说：“从今天起再出发。”\n散会"),
        ("他说:“从今天起再出发?!?\n散会", "他说:“从今天起再出发。”\n散会"),
        ("新闻发布会举行！兑庖姟分刑岢龅2020年", "新闻发布会举行。《意見》中提出到2020年"),
        ("环境变好了?！薄耙黄彪y求”", "环境变好了。”“一票難求”"),
    ],
)
def test_a_run_comes_back(damaged, clean):
    assert cleaned(damaged) == clean


def test_both_ends_of_a_run_are_flagged_as_guesses():
    text = "会议在京举行!兑庖姟分刑岢龅2020年完成"
    flags = repair(Revision(text, text))[1]
    assert [(flag.flag, flag.detail) for flag in flags] == [("guessed_character", "。"), ("guessed_character", "到")]
    assert text[flags[1].start : flags[1].end] == "龅"


@pytest.mark.parametrize(
    "text",
    [
        "大幅提升!12日,渔港开捕",
        "真的吗?！?",
        "真的吗?!他说,不可能?!蹦极也行",
        "庖丁解牛、岢岚县、龅牙、兑现",
        "牂牁江边的彝族、仡佬族、傈僳族、僰人",
        "蛤蚧、蟛蜞、鲅鱼、鳜鱼、鲟鳇、鲮鲤、鲻鱼、鳕鱼、鲳鱼、鳗鲡",
        "璞玉、琉璃、珐琅、玳瑁、珊瑚、琥珀、翡翠、玛瑙",
    ],
)
def test_rare_words_stay(text):
    assert cleaned(text) == text
