"""Notices, strange tongues and doubled captions at the edges of the body."""

import pytest

import newsclean

PROSE = (
    "石浦鎮的老漁港昨天重新開市，三十七個攤位賣的都是清晨剛上岸的鮮魚，鎮公所說碼頭的照明也換了新的。\n"
    "漁民陳有福在碼頭守了四十年，他說以前賣魚靠喊，如今靠手機，可魚還是要看鰓色才知道新不新鮮。\n"
    "鎮公所表示，開市後每週六上午舉行拍賣，外地遊客也可以登記參加，所得的一成用來修補舊碼頭。"
)


def text_of(page: str) -> str:
    return newsclean.Cleaner(script="keep").clean(page).text


def test_a_sentence_beside_a_sure_notice_is_a_notice_too() -> None:
    notices = (
        "發表意見\n凡使用本站留言服務，表示您已詳細閱讀並同意以下規定。\n"
        "違反者本站有權刪除留言或封鎖帳號，請您發言前先閱讀留言板規則，謝謝配合。"
    )
    assert text_of(f"{PROSE}\n{notices}") == PROSE


@pytest.mark.parametrize(
    "notice",
    [
        "Your browser does not appear to support Traditional Chinese. Would you like to go to our English website?",
        "こちらのページは繁体字版です。日本語版に移動しますか。",
    ],
)
def test_a_notice_in_another_language_above_the_headline_goes(notice: str) -> None:
    article = newsclean.Cleaner(script="keep").clean(
        f"{notice}\n老漁港重新開市 三十七攤位賣鮮魚\n2021/9/28 21:47\n{PROSE}"
    )
    assert (article.text, article.title) == (PROSE, "老漁港重新開市 三十七攤位賣鮮魚")


def test_a_text_in_two_languages_stays_whole() -> None:
    lines = [
        "The old harbour reopened on Saturday morning, and the first boats came in before dawn.",
        "老漁港週六清晨重新開市，第一批漁船天沒亮就進了港。",
        "Fishermen said that buyers still look at the gills before they ask for the price.",
        "漁民說，買家還是先看魚鰓，再問價錢。",
    ]
    assert text_of("\n".join(lines)) == "\n".join(lines)


def test_a_caption_shown_twice_does_not_hide_the_date_below_it() -> None:
    caption = "石浦老漁港重新開市，清晨的碼頭擠滿了買家。（石浦鎮公所提供）"
    page = f"首頁 > 地方\n老漁港重新開市 三十七攤位賣鮮魚\n{caption}\n{caption}\n2021/09/28 18:01\n{PROSE}"
    article = newsclean.Cleaner(script="keep").clean(page)
    assert article.published == "2021-09-28T18:01"
    assert article.text.count("石浦老漁港重新開市，清晨的碼頭") == 1


TITLES = "連假首日湧車潮 國道估六處壅塞\n高中生做出會爬樓梯的輪椅 奪發明金牌\n黃金葛放這裡最旺？園藝師說分明"


def test_titles_below_the_signature_are_of_other_articles() -> None:
    assert text_of(f"{PROSE}(記者 林秋月)\n{TITLES}").endswith("修補舊碼頭。")


def test_subheadings_between_signed_briefs_stay() -> None:
    page = (
        f"{PROSE}(林秋月)\n山城公車加開夜班\n山城公車十月起加開夜班，末班車延到十一點半，方便夜市收攤的人回家。(陳春生)"
    )
    assert "山城公車加開夜班\n" in text_of(page)


def test_a_last_row_of_words_that_the_text_repeats_is_keywords() -> None:
    assert text_of(f"{PROSE}\n鎮公所 碼頭 漁民") == PROSE


@pytest.mark.parametrize("row", ["陳有福 林秋月 張海生", "碼頭 漁民 燈塔", "碼頭 漁民"])
def test_a_last_row_of_names_or_of_other_words_stays(row: str) -> None:
    text = f"{PROSE}\n林秋月和張海生說，碼頭的漁民都認得陳有福，陳有福也認得他們的船，每天清早都要打個招呼。\n{row}"
    assert text_of(text) == text


def test_a_run_of_labels_beside_a_button_is_the_pages() -> None:
    page = f"老漁港重新開市 三十七攤位賣鮮魚\n2021-09-28 18:01:00\n分享:\n字級:\n  • 大字\n  • 中字\n  • 小字\n{PROSE}"
    assert text_of(page) == PROSE


def test_a_caption_below_the_reporters_stays() -> None:
    caption = "攤位前人潮漸多，本週注意交通管制。圖／本報資料照片"
    page = f"老漁港重新開市 三十七攤位賣鮮魚\n\n聯合報／ 記者林秋月／石浦即時報導\n{caption}\n{PROSE}"
    assert text_of(page).startswith("攤位前人潮漸多")


def test_three_labels_above_the_text_are_the_pages() -> None:
    assert text_of(f"新聞類別\n副刊\n詳情#\n{PROSE}") == PROSE


def test_what_the_outlet_says_of_itself_at_the_end_goes() -> None:
    about = "海濱傳媒是石浦鎮三位退休教師辦的網站，除了每日新聞，還出版一份雙月刊，並在鎮上開了一間小書店。"
    assert text_of(f"{PROSE}\n\n關於我們\n\n{about}") == PROSE


def test_a_subheading_about_us_amid_the_text_stays_with_its_paragraphs() -> None:
    street = "關於我們這條街，老人家能說上一整天，從碼頭說到山上的茶園，再說回渡口的那盞燈。"
    page = f"{PROSE}\n鄰居怎麼說\n{street}\n{PROSE[:60]}"
    assert "關於我們這條街" in text_of(page)


def test_an_appeal_beside_a_button_amid_the_text_goes_with_it() -> None:
    first, rest = PROSE.split("\n", 1)
    assert text_of(f"{first}\n喜歡這篇文章嗎？歡迎分享給你的朋友。\n立即訂閱\n{rest}") == PROSE


def test_an_appeal_that_somebody_makes_amid_the_text_stays() -> None:
    first, rest = PROSE.split("\n", 1)
    text = f"{first}\n鎮長在會上說，歡迎大家把老照片寄來，也歡迎分享給朋友，舊碼頭的樣子就靠這些照片留下來。\n{rest}"
    assert text_of(text) == text


@pytest.mark.parametrize("place", ["above", "below"])
def test_a_motto_in_another_language_at_an_edge_of_the_text_stays(place: str) -> None:
    motto = "Turn melancholy forth to funerals, the pale companion is not for our pomp."
    text = f"{motto}\n{PROSE}" if place == "above" else f"{PROSE}\n{motto}"
    assert text_of(text) == text


def test_the_address_of_an_office_below_the_text_stays() -> None:
    text = f"{PROSE}\n漁業署全球資訊網：http://www.example.gov.tw/"
    assert text_of(text) == text
