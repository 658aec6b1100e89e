"""Addresses, accounts and numbers by which a seller is reached, and where they part a line."""

from __future__ import annotations

import re

# What is glued behind an address begins with a number: the year, the day, how many.
_COUNT = r"\d{1,4}[年月日时点岁名人个家万亿元次届]"
_DATED = rf"(?:19\d|20[0-4])\d[-/.]\d|{_COUNT}"
_URL = (
    r"(?:https?://|www\.)(?:[a-z0-9./?=&%#~:+@_-]{1,120}?"
    rf"(?:\.(?:s?html?|php|aspx?)(?={_DATED})|/(?={_COUNT}))|[a-z0-9./?=&%#~:+@_-]+)"
)
# Spellings that evade filters: 薇芯, 加❤, 扣裙, 壹叁捌, 1.3.8.
_DIGIT = "[0-9o〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺]"
_CHAT = "(?:微信|威信|[微威薇徽维葳溦][.·-]?[信芯心]|卫星|v信|[微薇v] ?[❤♥♡])"
_BY_CHAT = rf"(?:{_CHAT}|(?:加|[+➕]) ?(?:[微威薇v]|wx)|(?<![a-z])(?:vx?|wx)(?=[: ]))(?:同?号)?"
_BY_NUMBER = r"(?:(?<![a-z])q ?q?|扣扣?|企鹅|球球)(?:[群裙]|号)*"
_CALLED = rf"(?:电话?|手机|联系|咨询|{_BY_NUMBER}|{_CHAT})"
_ACCOUNT = (
    r"(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"
    rf"|{_BY_NUMBER} ?:? ?(?!0){_DIGIT}{{5,11}}(?!{_DIGIT})"
    rf"|{_BY_CHAT} ?:? ?[a-z][a-z0-9_-]{{4,19}}"
    rf"|{_CALLED} ?:? ?(?:[0-9o][ .·-]){{7,11}}[0-9o]"
    r"|(?:line|telegram|tg)(?:id)?: ?@?[a-z0-9_-]{4,19}|(?:飞机|电报|蝙蝠) ?[:@]{1,2}[a-z0-9_-]{4,19}"
    rf"|(?<!{_DIGIT}){_DIGIT}{{11}}(?!{_DIGIT})"
)
_LANDLINE = (
    r"(?<!\d)(?:400|800)-?\d{3}-?\d{4}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|(?<![\d-])[2-9]\d\d-\d{3}-\d{4}(?!\d)"
)
_LABEL = rf"{_BY_CHAT}|{_BY_NUMBER}|电话|电 ?[:0-9o一壹]|手机|联系|热线|咨询|加[vq微薇威扣]|[+➕]|飞机[:@]"
_FIRST = "hwvqlto0-9〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺扣企球微威薇徽维葳溦卫加+➕电手联咨飞蝙"
"""How an address, an account or a number begins."""
CONTACT = re.compile(f"(?=[{_FIRST}])(?:(?P<address>{_URL})|(?P<account>{_ACCOUNT})|(?P<landline>{_LANDLINE}))")
"""A way to reach a seller: an address, an account of a messenger or a mobile number, a landline."""

PUBLIC = re.compile(r"\.(?:gov|edu|mil|ac)\b")
"""An address of an office or a school, which sells nothing."""

_FORMAL, _PLAIN = "[壹贰叁肆伍陆柒捌玖]", "[〇零一二三四五六七八九]"
_EVASIVE = (
    r"[微薇v] ?[❤♥♡] ?:? ?[a-z0-9]",
    r"[微威薇徽维葳溦][.·][信芯心]|[薇徽葳溦][信芯心](?:同?号)? ?:? ?[a-z0-9]|威[信芯] ?:? ?[a-z][a-z0-9_-]{4}",
    r"[+➕加] ?[威薇维葳溦](?![\u3400-\u9fff])|[+➕] ?[微v扣q](?![\u3400-\u9fff])|卫星 ?:? ?[a-z]{2,8}\d{3}",
    rf"(?<![a-z])[q扣][群裙]? ?:? ?{_DIGIT}*(?:{_PLAIN}{{3}}|{_FORMAL}){_DIGIT}|[q扣]裙",
    rf"(?<!\d)1[3-9]\do{{2,4}}\d|{_FORMAL}{{4}}{_DIGIT}{{4}}|{_CALLED} ?:? ?(?:[0-9o][ .·-]){{7,11}}[0-9o]",
    r"(?:飞机|电报|蝙蝠) ?[:@]{1,2}[a-z0-9_-]{4}|(?:tg|telegram) ?:? ?@",
)
EVASIVE = re.compile(f"(?=[{_FIRST}])(?:{'|'.join(_EVASIVE)})")
"""A contact spelled so that no filter knows it, as nobody spells one who is no seller of what is forbidden."""

CUT = re.compile(
    rf"(?=[。!?;…{_FIRST}\s])(?:[。!?;…]+[”’)]*|(?:{_URL}|{_ACCOUNT}|{_LANDLINE})(?!转)(?=[\u3400-\u9fff“《【〔(]|{_DATED})"
    rf"|(?<=[\u3400-\u9fffa-z])\s+(?!\s|{_LABEL})(?=[\u3400-\u9fff])|(?<=\d)\s+(?=[\u3400-\u9fff]\S{{12}}))"
)
"""Where a line is cut into segments: behind a stop, behind a way to reach somebody, at a gap between words."""
QUOTED = re.compile(r"[:,是说道写称着条句]\s?“")
"""Where a sentence quotes what somebody wrote or shouted."""
