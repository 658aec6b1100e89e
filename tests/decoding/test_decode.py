"""Any bytes of a Chinese page become its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.decoding import Decoded, codec_of, declared_charset, decode

SIMPLIFIED = (
    "江岸市图书馆从周六起延长开放时间，读者可以在晚上九点前借书、还书。\r\n"
    "馆长周敏说，去年到馆的读者比前年多了三成，许多人下班以后才有时间来。\r\n"
    "“灯亮着，人就愿意进来坐一坐。”她说。新的时间表将试行到2021年3月。\r\n"
)
TRADITIONAL = (
    "江岸市圖書館從週六起延長開放時間，讀者可以在晚上九點前借書、還書。\r\n"
    "館長周敏說，去年到館的讀者比前年多了三成，許多人下班以後才有時間來。\r\n"
    "「燈亮著，人就願意進來坐一坐。」她說。新的時間表將試行到2021年3月。\r\n"
)
PAGES = [
    (SIMPLIFIED, "utf-8", "utf-8"),
    (SIMPLIFIED, "gb2312", "gb18030"),
    (SIMPLIFIED, "gb18030", "gb18030"),
    (TRADITIONAL, "gbk", "gb18030"),
    (TRADITIONAL, "big5", "cp950"),
    (TRADITIONAL, "big5hkscs", "cp950"),
    (SIMPLIFIED, "utf-16-le", "utf-16-le"),
    (TRADITIONAL, "utf-16-be", "utf-16-be"),
    (SIMPLIFIED, "utf-32-le", "utf-32-le"),
    (SIMPLIFIED, "utf-32-be", "utf-32-be"),
    (SIMPLIFIED, "hz", "hz"),
]


@pytest.mark.parametrize(("text", "written", "name"), PAGES)
def test_each_encoding_is_found_from_the_bytes_alone(text: str, written: str, name: str) -> None:
    assert decode(text.encode(written)) == Decoded(text, name, "detected")


@pytest.mark.parametrize(("text", "written", "name"), PAGES)
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5", "iso-8859-1", "euc-jp", "no-such-charset"])
def test_a_wrong_declaration_changes_nothing(text: str, written: str, name: str, declared: str) -> None:
    found = decode(text.encode(written), declared)
    assert (found.text, found.encoding) == (text, name)


@pytest.mark.parametrize(
    ("mark", "written", "name"),
    [
        ("efbbbf", "utf-8", "utf-8"),
        ("fffe", "utf-16-le", "utf-16-le"),
        ("feff", "utf-16-be", "utf-16-be"),
        ("fffe0000", "utf-32-le", "utf-32-le"),
        ("0000feff", "utf-32-be", "utf-32-be"),
        ("84319533", "gb18030", "gb18030"),
    ],
)
def test_a_byte_order_mark_decides_and_goes(mark: str, written: str, name: str) -> None:
    assert decode(bytes.fromhex(mark) + SIMPLIFIED.encode(written), "big5") == Decoded(SIMPLIFIED, name, "bom")


@pytest.mark.parametrize("written", ["utf-8", "gb18030", "big5hkscs"])
@pytest.mark.parametrize("first", range(1, 40))
def test_a_text_cut_inside_characters_loses_only_those(written: str, first: int) -> None:
    raw = TRADITIONAL.encode(written)[first : first + 150]
    found = decode(raw)
    assert len(found.text) > 45
    assert found.text[3:-3] in TRADITIONAL  # a cut character leaves up to three bytes
    assert found.replaced == len(found.undecodable) <= 6


def test_every_byte_that_cannot_be_decoded_is_on_record() -> None:
    head, tail = "江岸市图书馆从周六起".encode("gbk"), "延长开放时间，读者可以在晚上".encode("gbk")
    found = decode(head + b"\xff" + tail)
    assert found.text == "江岸市图书馆从周六起\N{REPLACEMENT CHARACTER}延长开放时间，读者可以在晚上"
    assert [(byte.offset, byte.value) for byte in found.undecodable] == [(len(head), 0xFF)]


def test_a_lost_byte_costs_one_character() -> None:
    raw = SIMPLIFIED.encode("gbk")
    found = decode(raw[:20] + raw[21:])
    assert found.text[:8] == SIMPLIFIED[:8]
    assert found.text[12:] == SIMPLIFIED[-len(found.text) + 12 :]
    assert len(found.undecodable) == 1


@pytest.mark.parametrize(
    ("body", "body_codec", "foot", "foot_codec"),
    [
        (SIMPLIFIED, "utf-8", "版权所有 江岸日报", "gbk"),
        (SIMPLIFIED, "gbk", "版权所有 江岸日报", "utf-8"),
        (TRADITIONAL, "big5", "版權所有 江岸日報", "utf-8"),
        (TRADITIONAL, "utf-8", "版權所有 江岸日報", "big5"),
    ],
)
def test_a_file_of_two_encodings_is_read_piece_by_piece(body: str, body_codec: str, foot: str, foot_codec: str) -> None:
    body_first = decode(body.encode(body_codec) * 3 + foot.encode(foot_codec))
    assert (body_first.text, body_first.replaced) == (body * 3 + foot, 0)
    foot_first = decode(foot.encode(foot_codec) + b"\n" + body.encode(body_codec) * 3)
    assert (foot_first.text, foot_first.replaced) == (foot + "\n" + body * 3, 0)


@pytest.mark.parametrize("text", ["一直", "一直一直"])
def test_gbk_that_is_valid_utf8_by_chance_is_gbk(text: str) -> None:
    raw = text.encode("gbk")
    raw.decode("utf-8")
    assert decode(raw).text == text
    assert decode(raw, "utf-8").encoding == "utf-8"


@pytest.mark.parametrize("text", ["é", "naïve café", "© 2020 · 3°", "Привет", "שלום", "Ελλάδα"])
def test_two_byte_utf8_of_other_scripts_stays_utf8(text: str) -> None:
    assert decode(text.encode()).text == text


def test_the_euro_sign_of_code_page_936() -> None:
    assert decode("门票每张".encode("gbk") + b"\x80" + "20，学生半价，周一闭馆。".encode("gbk")).text == (
        "门票每张€20，学生半价，周一闭馆。"
    )


def test_characters_of_hong_kong_and_of_the_extensions() -> None:
    text = "佢哋話嗰間嘢食店喺旺角，啱啱開咗，啲客都話好食。"
    assert decode(text.encode("big5hkscs")).text == text
    rare = "作者是𠮷田先生，书名里有㐀字，读者来信问怎样读。"
    assert decode(rare.encode("gb18030")).text == rare


def test_euc_tw() -> None:
    # the bytes are those of iconv
    text = "彙整各地報導，滬杭甬鐵路昨日恢復通車，旅客逾萬人次搭乘首班列車前往參觀。"
    raw = bytes.fromhex(
        "e3f0f0ecc7d6c7e2dedef0d2a1a2e9d4cea6cbacfbb7e6fbd1d4c5cad1b0dfa6ddd7cbcfa1a2d5ead0eae7b7e5dcc4a9c8b9e4aed3fd"
        "d3fbd6ddc7c4cbcfd0a9cdbbd9b6fda8a1a4"
    )
    assert decode(raw) == Decoded(text, "euc-tw", "detected")


def test_iso_2022_cn() -> None:
    gb = bytes(byte & 0x7F for byte in "他说新闻".encode("gb2312"))
    found = decode(b"\x1b$)A\x0e" + gb + b"\x0f 2020\n")
    assert (found.text, found.encoding) == ("他说新闻 2020\n", "iso-2022-cn")


def test_hz_that_was_cut_in_the_middle_of_a_shift() -> None:
    raw = "今天新闻 OK".encode("hz")
    assert decode(raw[:9]).text == "今天新\N{REPLACEMENT CHARACTER}"
    assert decode(raw[4:]).text == "天新闻 OK"


def test_a_script_with_a_tilde_and_a_brace_is_not_hz() -> None:
    source = "if (~{a: 1}.b) { x = ~{}; y = '~}'; }"
    assert decode(source.encode()).text == source


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="GBK">', "gbk"),
        (b"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=big5'>", "big5"),
        (b'<?xml version="1.0" encoding="gb2312"?>', "gb2312"),
        (b"<meta name=description content='charset'><meta charset=utf-8 />", "utf-8"),
        (b"<p>charset=gbk</p>", None),
        (b"", None),
    ],
)
def test_the_charset_that_a_page_declares(head: bytes, charset: str | None) -> None:
    assert declared_charset(head) == charset


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("gb2312", "gb18030"),
        ("GB_2312-80", "gb18030"),
        ("x-x-big5", "cp950"),
        ("Big5-HKSCS", "big5hkscs"),
        ("iso-8859-1", "cp1252"),
        ("text/html; charset='EUC-KR'", "cp949"),
        ("utf8", "utf-8"),
        ("rot13", None),
        ("utf-7", None),
        ("", None),
    ],
)
def test_labels_are_read_as_browsers_read_them(label: str, codec: str | None) -> None:
    assert codec_of(label) == codec


def test_how_says_where_the_encoding_comes_from() -> None:
    page = b'<meta charset="gb2312">' + SIMPLIFIED.encode("gbk")
    assert decode(page).how == "declared"
    assert decode(page, "text/html; charset=GBK").how == "given"
    assert decode(page.replace(b"gb2312", b"utf-8")).how == "detected"


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_and_a_record(raw: bytes) -> None:
    found = decode(raw)
    assert found == decode(raw)
    assert found.replaced == len(found.undecodable) <= found.text.count("\N{REPLACEMENT CHARACTER}")
    offsets = [byte.offset for byte in found.undecodable]
    assert offsets == sorted(set(offsets))
    assert all(raw[byte.offset] == byte.value for byte in found.undecodable)


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), st.sampled_from("中文的一")
)
def test_valid_utf8_is_utf8(text: str, han: str) -> None:
    text = han + text
    found = decode(text.encode())
    assert (found.text, found.encoding) == (text, "utf-8")


@given(st.binary(max_size=60), st.integers(0, 60))
def test_stray_bytes_in_a_page_harm_only_their_surroundings(noise: bytes, at: int) -> None:
    lines = SIMPLIFIED.encode("gbk")
    found = decode(lines * 3 + noise + b"\r\n" + lines * 3)
    assert found.text.startswith(SIMPLIFIED * 2) or b"\x00" in noise
