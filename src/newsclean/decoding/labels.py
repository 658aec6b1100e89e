"""Names of encodings: what pages and servers declare, and the codec that reads it.

Labels and the supersets that they stand for follow the WHATWG Encoding Standard: gb2312 and gbk are read as gb18030,
latin-1 as windows-1252. Python's own aliases serve the rest.
"""

from __future__ import annotations

import codecs
import re

_CODECS = {
    "gb18030": "gb2312 gbk gb18030 xgbk cp936 ms936 windows936 936 euccn gb231280 csgb2312 csiso58gb231280 isoir58"
    " chinese gb180302000 gb180302005 gb180302022 cngb",
    "cp950": "big5 cnbig5 csbig5 xxbig5 xbig5 cp950 ms950 windows950 950 big5eten big5et big52003 big5uao big5tw",
    "big5hkscs": "big5hkscs hkscs big5hk",
    "hz": "hz hzgb2312 hzgb",
    "iso-2022-cn": "iso2022cn csiso2022cn iso2022cnext",
    "euc-tw": "euctw xeuctw cseuctw cns11643",
    "utf-8": "utf8 unicode11utf8 unicode20utf8 xunicode20utf8 utf8mb4 utf",
    # the standard reads these as UTF-16 in a header; a meta element in ASCII bytes that says so is wrong
    "utf-16-le": "utf16 utf16le ucs2 unicode csunicode iso10646ucs2 unicodefeff",
    "utf-16-be": "utf16be unicodefffe",
    "cp1252": "iso88591 latin1 l1 ascii usascii cp1252 windows1252 xcp1252 cp819 isoir100 ansix341968 ibm819",
    "cp1254": "iso88599 latin5 l5 windows1254 xcp1254 isoir148",
    "cp874": "tis620 iso885911 windows874 dos874",
    "cp932": "shiftjis sjis xsjis mskanji csshiftjis windows31j ms932",
    "euc_jp": "eucjp xeucjp cseucpkdfmtjapanese",
    "iso2022_jp_2": "iso2022jp csiso2022jp",
    "cp949": "euckr cseuckr ksc5601 ksc56011987 ksc56011989 korean windows949 isoir149 csksc56011987 uhc ms949",
    "koi8_r": "koi8r koi8 koi cskoi8r",
    "koi8_u": "koi8u koi8ru",
    "mac_cyrillic": "xmaccyrillic xmacukrainian",
    "mac_roman": "macintosh mac xmacroman csmacintosh",
}
_BY_LABEL = {label: codec for codec, labels in _CODECS.items() for label in labels.split()}

_FAMILIES = {
    "gb18030": "gb",
    "hz": "hz",
    "cp950": "big5",
    "big5hkscs": "big5",
    "utf-16-le": "utf-16",
    "utf-16-be": "utf-16",
}
_NOT_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
"""Python codecs of text that no page is in: program text, host names, and what browsers refuse."""

_PARAMETER = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';,>]+)", re.IGNORECASE)
_DECLARATION = re.compile(
    rb"<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']\s*([\w.:+-]{1,40})"
    rb"|<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:+-]{1,40})"
    rb"|@charset\s+\"([\w.:+-]{1,40})\"",
    re.IGNORECASE,
)
_HEAD = 4096
"""Browsers look at 1,024 bytes; pages with scripts before their meta element exist."""


def declared_charset(raw: bytes) -> str | None:
    """Find the charset that HTML, XML or CSS declares in its first bytes, as written, in lower case.

    >>> declared_charset('<meta http-equiv="Content-Type" content="text/html; charset=GB2312">'.encode())
    'gb2312'
    >>> declared_charset("<p>新闻</p>".encode()) is None
    True
    """
    found = _DECLARATION.search(raw[:_HEAD])
    label = found and next(group for group in found.groups() if group is not None)
    return label.decode("ascii", "replace").lower() if label else None


def codec_of(label: str | None) -> str | None:
    """Return the codec for a charset label or a whole content type, `None` if there is none.

    >>> codec_of("text/html; charset=GBK"), codec_of("x-x-big5"), codec_of("nonsense")
    ('gb18030', 'cp950', None)
    """
    if not label:
        return None
    parameter = _PARAMETER.search(label)
    name = (parameter[1] if parameter else label).strip().lower()
    known = _BY_LABEL.get(re.sub(r"[\W_]", "", name, flags=re.ASCII))
    return known or _python_codec(name)


def family(codec: str) -> str:
    """Return what counts as one encoding when a declaration is compared with the evidence."""
    return _FAMILIES.get(codec, codec)


def _python_codec(name: str) -> str | None:
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return codec.name if codec._is_text_encoding and codec.name not in _NOT_CHARSETS else None
