"""Signs of UTF-8 that a sound page shows in windows-1252 are read again; Western words and prices are not."""

import pytest

import newsclean
from newsclean.repair.punctuation import find_punctuation


def repaired(text):
    marks, flags = find_punctuation(text)
    assert not flags
    for mark in reversed(marks):
        text = text[: mark.start] + mark.after + text[mark.end :]
    return text


@pytest.mark.parametrize(
    "sign", "“”‘’—…•·×°①、。《》「」【】，：；？（）％℃№→■★" + "\N{EN DASH}\N{BULLET}\N{IDEOGRAPHIC SPACE}"
)
@pytest.mark.parametrize("shown_in", ["latin-1", "cp1252"])
def test_a_sign_between_words_is_read_again(sign, shown_in):
    codes = sign.encode()
    if shown_in == "cp1252" and any(code in (0x81, 0x8D, 0x8F, 0x90, 0x9D) for code in codes):
        pytest.skip("windows-1252 has no such byte")
    assert repaired(f"灯{codes.decode(shown_in)}亮了") == f"灯{sign}亮了"


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("他答â€œ行â€?，就走了", "他答“行”，就走了"),
        ("他答â€œ行â€，就走了", "他答“行”，就走了"),
        ("他答â€œ行â€\ufffd，就走了", "他答“行”，就走了"),
        ("等等â€¦â€¦再说", "等等……再说"),
        ("Itâ€™s 一首老歌", "It’s 一首老歌"),
    ],
)
def test_signs_in_a_row_and_quotes_that_lost_their_last_byte(shown, meant):
    assert repaired(shown) == meant


@pytest.mark.parametrize(
    "text",
    [
        "São Paulo 的“SÃO”队",
        "读作“Â”，不读作“A”",
        "3×4 厘米，±2°，§5",
        "Beyoncé，Café，Zoë™",
        "葡萄牙语的 IRMÃ—姐妹",
        "â是带帽子的a，€是欧元",
        "越南语 CÂU 和 ÂM",
    ],
)
def test_western_letters_stay(text):
    assert repaired(text) == text


def test_the_repair_is_on_record_and_reverts():
    shown = "凌晨三点，揉面机â€œ咚咚â€\x9d地响，像有人在楼下敲门，一条街只有这一扇窗亮着。"
    article = newsclean.clean(shown)
    assert "揉面机“咚咚”地响" in article.text
    assert [edit.kind for edit in article.repairs] == ["mojibake", "mojibake"]
    assert article.restore() == shown
