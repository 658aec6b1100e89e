"""Keywords on lines of their own between the halves of a sentence."""

import newsclean


def test_keywords_between_the_halves_of_a_sentence_go_and_the_halves_join() -> None:
    page = "鎮公所昨天宣布老渡口重新開放,\n室內設計\n,附近的居民一早就來排隊,\nseo\n,船票仍是十年前的價錢。"
    article = newsclean.Cleaner(script="keep").clean(page)
    assert article.text == "鎮公所昨天宣布老渡口重新開放,附近的居民一早就來排隊,船票仍是十年前的價錢。"
    assert article.restore() == page


def test_a_line_of_verse_between_commas_stays() -> None:
    verse = "江水流過舊的渡口,\n沒有人問它去哪裡,\n石階上的青苔又厚了一層。"
    assert newsclean.Cleaner(script="keep").clean(verse).text == verse
