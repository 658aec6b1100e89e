"""Metadata comes out in the script of the text."""

import newsclean


def test_who_is_read_before_and_after_the_conversion_is_named_once() -> None:
    text = "漁船昨晚回港，碼頭上亮著燈。（周遠航攝）\n2021/03/05 08:12\n居民說，港口比從前熱鬧得多了。"
    assert newsclean.clean(text).byline.photographers == ("周远航",)
