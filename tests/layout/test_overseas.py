"""Pages of Taiwan, Hong Kong and overseas: columns of sections, cut beginnings, dated lists, names of pictures."""

from __future__ import annotations

import newsclean

TELLS = "渡口的老船工今年七十二歲，撐了五十年的船，見過三次大水，也送過三代學生過河上學。"
GOES_ON = "他說，橋修通之後船少了，可還是有人專程來坐，聽他講從前河上的事，一坐就是一個下午。"
ENDS = "縣府表示，渡口將保留為文化景點，船班每日兩趟，颱風天停駛，票價仍是二十元。"


def clean(*lines: str) -> str:
    return newsclean.Cleaner(script="keep").clean("\n".join(lines)).text


def test_a_column_of_names_above_a_signed_paragraph_goes() -> None:
    column = ["全縣運動會", "早市小吃", "廠商廣告", "縣府文化處", "光影節", ""]
    text = clean(*column, f"〔記者林小舟／河東報導〕{TELLS}", "", GOES_ON, "", ENDS)
    assert text == "\n".join([TELLS, GOES_ON, ENDS])


def test_longer_lines_above_a_signed_paragraph_stay_as_its_summary() -> None:
    summary = [
        "老船工撐船五十年送走三代學生過河",
        "橋通車後乘客剩下一成他仍每天出船",
        "縣府允諾保留渡口作為文化景點之一",
        "票價維持二十元船班每日兩趟遇颱風停駛",
    ]
    text = clean(*summary, "", f"〔記者林小舟／河東報導〕{TELLS}", "", GOES_ON, "", ENDS)
    assert summary[-1] in text


def test_beginnings_of_other_articles_cut_to_one_length_go() -> None:
    one = "北岸的燈塔昨晚熄了兩小時，海巡署今天派人上岸檢修。署長在記者會上說，原因是電纜被..."
    other = "南村國小的操場積水未退，師生改在禮堂上體育課。校長今天受訪時表示，排水工程下月就..."
    assert clean(TELLS, GOES_ON, ENDS, one, other) == "\n".join([TELLS, GOES_ON, ENDS])
    assert other in clean(TELLS, GOES_ON, ENDS, other)


def test_a_title_that_ends_in_a_quote_goes_from_a_list_with_dates() -> None:
    listed = [
        "驚險！貨車閃避野狗衝進魚塭 駕駛直呼「撿回一命」",
        "2021年04月26日   •   10萬次閱讀",
        "十六歲少年花光積蓄買機車 父母報警求助",
        "2021年04月27日   •   7萬次閱讀",
    ]
    page = ["渡口老船工的五十年", "2021年03月26日   •   2052次閱讀", "", TELLS, GOES_ON, ENDS, *listed]
    assert clean(*page) == "\n".join([TELLS, GOES_ON, ENDS])


def test_the_headline_numbered_in_place_of_pictures_goes() -> None:
    named = "河東縣老船工撐船五十年，橋通車後仍每天出船送客過河 - "
    assert clean(TELLS, f"{named}1", GOES_ON, f"{named}2", ENDS) == "\n".join([TELLS, GOES_ON, ENDS])
    assert f"{named}7" in clean(TELLS, f"{named}7", GOES_ON, ENDS)


def test_the_headline_goes_below_its_own_line_with_the_name_of_the_site() -> None:
    title = "河東渡口老船工撐船五十年 盼保留船班"
    article = newsclean.Cleaner(script="keep").clean(
        "\n".join(
            [f"{title} | 河東日報 Hedong Daily", "  • 首頁", "ADVERTISEMENT", "", title, "", TELLS, GOES_ON, ENDS]
        )
    )
    assert article.text == "\n".join([TELLS, GOES_ON, ENDS])


def test_a_post_of_a_board_that_asks_its_readers_stays() -> None:
    post = (
        "【公告】即日起請勿在本板張貼與航運無關的文章，推文時也請注意板規，提到人名請寫全名，"
        "不想寫全名的請寫職稱。擾亂秩序的帳號，板主會先勸告一次。再犯者依板規第三條處理，申訴請寄信。"
    )
    assert post in clean("看板 Boats 關於我們 聯絡資訊", post, GOES_ON, ENDS)
