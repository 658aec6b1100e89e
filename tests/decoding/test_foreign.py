"""What is not Chinese is read no worse than by charset-normalizer, to which it goes."""

from __future__ import annotations

from pathlib import Path

import charset_normalizer
import pytest

from newsclean.decoding import decode

CODECS = {
    "ja": ("shift_jis", "euc_jp", "iso2022_jp", "utf-8", "utf-16-le", "utf-16"),
    "ko": ("euc_kr", "johab", "iso2022_kr", "utf-8", "utf-16-be"),
    "ru": ("cp1251", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic", "utf-8", "utf-16-le"),
    "fr": ("iso8859_1", "cp1252", "utf-8", "mac_roman", "utf-16"),
    "en": ("cp1252", "utf-8", "mac_roman"),
}
TEXTS = {name: (Path(__file__).parent / "foreign" / f"{name}.txt").read_text("utf-8").splitlines() for name in CODECS}
CASES = [
    (text.encode(codec, "ignore").decode(codec), codec)
    for name, codecs in CODECS.items()
    for codec in codecs
    for text in TEXTS[name]
]
DOUBTFUL = {"mac_roman"}  # its accents are those of other code pages; charset-normalizer reads half of them


@pytest.mark.parametrize(("text", "codec"), [case for case in CASES if case[1] not in DOUBTFUL])
def test_a_text_of_another_language_is_read(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize(("text", "codec"), [case for case in CASES if not case[1].startswith("utf-16")])
def test_a_page_that_charset_normalizer_reads_is_read(text: str, codec: str) -> None:
    page = b"<html><head><title>news</title></head><body><p>" + text.encode(codec) + b"</p></body></html>"
    best = charset_normalizer.from_bytes(page).best()
    if best is None or text not in str(best):
        pytest.skip("charset-normalizer does not read it")
    assert text in decode(page).text


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        ("図書館は九時まで", "shift_jis", "Shift_JIS"),
        ("도서관 운영 시간", "euc_kr", "ks_c_5601-1987"),
        ("Библиотека", "koi8_r", "KOI8-R"),
    ],
)
def test_a_declaration_helps_where_a_text_is_too_short(text: str, codec: str, declared: str) -> None:
    found = decode(text.encode(codec), declared)
    assert (found.text, found.how) == (text, "given")


@pytest.mark.parametrize("word", ["café", "naïve", "forêt", "théâtre", "leçon", "müde", "Größe", "señor", "São Paulo"])
def test_a_single_western_word_is_not_taken_for_chinese(word: str) -> None:
    assert decode(word.encode("cp1252")).text == word
