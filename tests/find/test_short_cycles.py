"""Fragments of a headline that stands above them, in hardly two rounds, among words that come again."""

import newsclean

TITLE = "2024“采茶杯”全省茶叶技能赛白河开幕"
PAGE = f"""{TITLE}

中华茶叶学会、白河茶农合作社、全省全省茶农协会、茶叶白河镇政府等单位的负责人出席开幕式并致辞。
创办于2012年的赛白全省茶叶技能选拔赛坚持了十二年，走村串户，河开既为茶农搭起了交流的采茶杯舞台，更成为老手艺代代相传的全省重要去处，与白河打造“中国绿茶之乡”的茶叶规划不谋而合。

今年的比赛首次放在有“千年贡茶”之称的白河，赛地选在去年秋天落成的赛白茶史陈列馆，馆外就是传说里“仙人留茶”的河开千年古井，让评委们在茶园与老街相连的采茶杯景色里品味新茶。比赛沿用了“不收费”“管食宿”的全省老规矩，同时添了几样新办法：评分改用盲品，茶叶请来老师傅当场炒制。"""


def removed(page):
    return [edit.before for edit in newsclean.clean(page).removed if edit.kind == "injected_keyword"]


def test_pieces_that_no_sentence_has_go_though_words_of_the_page_stand_among_them():
    assert {"赛白", "河开", "采茶杯"} <= set(removed(PAGE))


def test_a_lead_that_says_the_words_of_its_headline_again_stays():
    assert removed(PAGE.replace("赛白", "").replace("河开", "")) == []


def test_a_word_pasted_once_takes_no_character_before_it_along():
    for before in removed(PAGE):
        assert not before.startswith("的")
