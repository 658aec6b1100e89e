"""Readings behind words that everybody reads go where a machine set them; those for readers stay."""

import pytest

from newsclean.edits import Revision
from newsclean.repair import repair


def cleaned(text):
    return repair(Revision(text, text))[0].text


@pytest.mark.parametrize(
    ("glossed", "clean"),
    [
        ("街上的老人(ren)(ren)每天(tian)打开門板，等(deng)客人。", "街上的老人每天打开門板，等客人。"),
        (
            "志愿(yuàn)者一(yī)早出發，\n把垃圾往回(huí)拖，寫(xiě)下數字。",
            "志愿者一早出發，\n把垃圾往回拖，寫下數字。",
        ),
        (
            "渔船可以(kěyǐ)进港，\n船员已经（yǐ jīng）上岸，人们(ren men)都来看。",
            "渔船可以进港，\n船员已经上岸，人们都来看。",
        ),
        (
            "塔上[可以的拼音:kěyǐ]望海，老人【已经 的拼音：yǐ jīng】守了三十年。",
            "塔上可以望海，老人已经守了三十年。",
        ),
        ("塔上可以[可以的拼音:kěyǐ]望海，已经(拼音：yǐjīng)没有人守。\n只有(zhǐyǒu)灯。", None),
        ("這條河(ㄏㄜˊ)走了十(ㄕˊ)年，\n如今山(ㄕㄢ)上有公車。", "這條河走了十年，\n如今山上有公車。"),
        (
            "縣農[nóng]業[yè]局開會，\n各鄉[xiāng]鎮[zhèn]組織人手，聯[lián]合收割機來回穿梭。",
            "縣農業局開會，\n各鄉鎮組織人手，聯合收割機來回穿梭。",
        ),
        (
            "縣農業(nong2ye4)局開會(hui4)，\n各鄉鎮(ㄒㄧㄤ ㄓㄣˋ)到現場(xiàn chǎng)看。",
            "縣農業局開會，\n各鄉鎮到現場看。",
        ),
        (
            "他老(la\u030co)人家坐大(da\u0300)車來，\n帶着花(huā)生和笑(xia\u0300o)話。",
            "他老人家坐大車來，\n帶着花生和笑話。",
        ),
        ("學(ｘué)校在山(shan1)上，\n老師走(zǒu)路來，水【shuǐ】要人挑。", "學校在山上，\n老師走路來，水要人挑。"),
    ],
)
def test_readings_that_a_machine_set_go(glossed, clean):
    assert cleaned(glossed) == (clean or "塔上可以望海，已经没有人守。\n只有灯。")


@pytest.mark.parametrize(
    "text",
    [
        "三国时的曹彧(yù)不是荀彧(yù)，名字里的彧(yù)字少见。",
        "他姓区(ōu)，同事姓单(shàn)，\n六(lù)安人，大(dài)夫出身。",
        "鹅(é)，鹅(é)，鹅(é)，曲(qū)项向天歌。",
        "小(xiǎo)朋(péng)友(yǒu)们(men)去(qù)春(chūn)游(yóu)。\n花(huā)开(kāi)了(le)。",
        "老师在黑板上写：把(bǎ)门打开，\n请坐(zuò)下，走(zǒu)过来。今天学三个生字。",
        "她学会的第一句中文是“谢谢(xièxie)”，\n第二句是“再见(zàijiàn)”，然后是“可以(kěyǐ)”。",
        "我(me)和他(he)、男人(men)与天(sky)，\n可以(can)都行(ok)。",
        "这一笔水(shui)单写错了，只有一处。",
        "汉字“一(yī)”“十(shí)”\n和“大(dà)”是小学最先学的。",
        "一(yī)样和一(yì)起，行(háng)走与行(xíng)走，\n强(qiǎng)求和强(qiáng)大，长(zhǎng)大写在纸上。",
        "水没(mo)过了堤，\n就把家抄没(mo)了。",
    ],
)
def test_a_reading_for_readers_stays(text):
    assert cleaned(text) == text


def test_a_rare_character_keeps_its_reading_on_a_glossed_page():
    text = "志愿(yuàn)者一(yī)早出发，\n往回(huí)走，歙(shè)县下雨。"
    assert cleaned(text) == "志愿者一早出发，\n往回走，歙(shè)县下雨。"
