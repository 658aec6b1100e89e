"""Pinyin glosses go, the bytes that they moved come back, and readings that an editor gave stay."""

import pytest

from newsclean.edits import Revision
from newsclean.repair import repair


def cleaned(text):
    return repair(Revision(text, text))[0].text


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("統(tǒng)戰(zhàn)部", "統戰部"),
        ("從網(wǎng)絡(luò )到專(zhuān)項", "從網絡到專項"),
        ("統（tǒng）計局說，農（nóng）業增產", "統計局說，農業增產"),
        ("我們?yōu)I江花苑", "我們濱江花苑"),
        ("我們yōu)I江花苑", "我們濱江花苑"),
        ("我們\ufffd(yōu)I江花苑", "我們濱江花苑"),
        ("傳輸?shù)囊纛l服務(wù)", "傳輸的音頻服務"),
        ("咨詢?nèi)绾纬蔀榇河鹱髡哒?qǐng)聯(lián)系", "咨詢如何成為春羽作者請聯系"),
        ("張小龍?jiān)谘葜v中稱", "張小龍在演講中稱"),
        ("據(jù)報道,F(xiàn)acebook近日", "據報道,Facebook近日"),
        ("據(jù)報道，F(xiàn)acebook近日", "據報道，Facebook近日"),
        ("不斷侵?jǐn)_著社區(qū)內(nèi)容生態(tài)", "不斷侵擾著社區內容生態"),
        ("江畔日?qǐng)?bào)報(bào)道，農(nóng)園已建成", "江畔日報報道，農園已建成"),
        ("江畔日qǐng)bào)報(bào)道，農(nóng)園已建成", "江畔日報報道，農園已建成"),
        ("校舍修好了?；A(chǔ)課照常開(kāi)，農(nóng)業(yè)課也開(kāi)", "校舍修好了。基礎課照常開，農業課也開"),
        (
            "種的是循環農(nóng)業(yè)?！凹仁茄h(huán)用水，也養魚，”農(nóng)民說",
            "種的是循環農業。“既是循環用水，也養魚，”農民說",
        ),
        ("橋修通了?！驹敿?xì)方案】農(nóng)業(yè)局張榜公布", "橋修通了。【詳細方案】農業局張榜公布"),
    ],
)
def test_a_gloss_goes_with_what_it_broke(damaged, clean):
    assert cleaned(damaged) == clean


@pytest.mark.parametrize(
    "text",
    [
        "饕餮(tāo tiè)紋",
        "亳(bó)州与澠(miǎn)池、濮(pú)陽、蠡(lǐ)縣、歙(shè)縣",
        "重(chóng)庆不是重(zhòng)庆",
        "世界卫生组织(WHO)与f(x)=json(a)",
        "樂(lè)山與樂(lào)亭的樂讀音不同",
        "「統(tǒng)」與「戰(zhàn)」都是第三、四聲",
        "長(zhǎng)孫無忌的長,讀長短的長",
        "國(guó)語(yǔ)課(kè)本(běn)人(rén)手(shǒu)一(yī)冊(cè)",
        "樂(yuè)清與會(kuài)稽,樂(yuè)清在南,會(kuài)稽在北",
        "澠(miǎn)池會盟,秦趙會於澠池",
        "老師教大家認字：農(nóng)、業(yè)、鄉(xiāng)、鎮(zhèn)。孩子們跟著讀",
        "真的?!K(kǎ)拉OK又開了，一張網",
    ],
)
def test_a_reading_for_readers_stays(text):
    assert cleaned(text) == text


def test_a_character_that_stands_bare_in_the_frame_of_a_glossed_page_loses_its_gloss_too():
    page = "山城網 > 民生\n據(jù)悉，該隊(duì)昨日檢修管網(wǎng)，六棟樓產(chǎn)權單位派員協(xié)助。\n山城網 版權所有"
    assert "檢修管網，六棟樓產權" in cleaned(page)


def test_one_reading_more_among_readings_for_readers_stays():
    text = "樂(yuè)清的樂不讀樂(lè)，會(kuài)稽的會不讀會(huì)，網(wǎng)字人人會讀，一張網"
    assert cleaned(text) == text


def test_a_guessed_character_is_flagged_with_its_place():
    text = "頒發(fā)紀(jì)念獎(jiǎng)?wù)?。一枚枚"
    revision, flags = repair(Revision(text, text))
    assert revision.text == "頒發紀念獎章。一枚枚"
    assert [(flag.flag, flag.detail) for flag in flags] == [("guessed_character", "章")]
    assert flags[0].start >= text.index("獎")
    assert flags[0].end <= text.index("。")


def test_what_nothing_tells_is_said_to_be_lost():
    text = "據(jù)報道,當?shù)鼐搅私獾?，當天"
    revision, flags = repair(Revision(text, text))
    assert "\ufffd，當天" in revision.text
    assert "lost_text" in [flag.flag for flag in flags]
