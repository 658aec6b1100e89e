"""Addresses, accounts and numbers by which a seller is reached, and where they part a line."""

from __future__ import annotations

import re

_YEAR = r"(?:19\d|20[0-4])\d(?:年|[-/.]\d)"
_URL = (
    rf"(?:https?://|www\.)(?:[a-z0-9./?=&%#~:+@_-]{{1,120}}?\.(?:s?html?|php|aspx?)(?={_YEAR})|[a-z0-9./?=&%#~:+@_-]+)"
)
_ACCOUNT = (
    r"(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?:qq群?|扣扣|企鹅)号?:?\s?[1-9]\d{4,10}(?!\d)"
    r"|(?:微信号?|威信|薇信|加v信?|vx?|wx)(?:号|同号)?:?\s?[a-z][a-z0-9_-]{4,19}"
    r"|(?:line|telegram|tg)(?:id)?:\s?[a-z0-9_-]{4,19}"
    r"|[①②③④⑤⑥⑦⑧⑨〇一二三四五六七八九零0-9]{11}(?![\d一二三四五六七八九])"
)
_LANDLINE = (
    r"(?<!\d)(?:400|800)-?\d{3}-?\d{4}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|(?<![\d-])[2-9]\d\d-\d{3}-\d{4}(?!\d)"
)
_LABEL = "微信|威信|薇信|扣扣|电话|手机|联系|热线|咨询|加v|加q|加微"
_FIRST = "hwvqlt1-9①②③④⑤⑥⑦⑧⑨〇一二三四五六七八九零0扣企微威薇加"  # of an address, an account, a number
CONTACT = re.compile(f"(?=[{_FIRST}])(?:(?P<address>{_URL})|(?P<account>{_ACCOUNT})|(?P<landline>{_LANDLINE}))")
"""A way to reach a seller: an address, an account of a messenger or a mobile number, a landline."""

CUT = re.compile(
    rf"(?=[。!?;…{_FIRST}\s])(?:[。!?;…]+[”’)]*|(?:{_URL}|{_ACCOUNT}|{_LANDLINE})(?!转)(?=[\u3400-\u9fff“《【〔(]|{_YEAR})"
    rf"|(?<=[\u3400-\u9fffa-z])\s+(?!\s|{_LABEL})(?=[\u3400-\u9fff])|(?<=\d)\s+(?=[\u3400-\u9fff]\S{{12}}))"
)
"""Where a line is cut into segments: behind a stop, behind a way to reach somebody, at a gap between words."""
QUOTED = re.compile(r"[:,是说道写称着条句]\s?“")
"""Where a sentence quotes what somebody wrote or shouted."""
