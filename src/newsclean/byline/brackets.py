"""Datelines in brackets: 【明報專訊】, 〔記者甲/台北報導〕, (中央社記者甲台北3日電)."""

from __future__ import annotations

import re
from dataclasses import replace

from newsclean.byline.line import read_line
from newsclean.byline.people import is_desk, is_outlet
from newsclean.byline.scan import Inline, credits_of, moved
from newsclean.byline.wire import read_signed, read_wire, reported
from newsclean.byline.words import AUTHORS, HAN, NAMELESS, REPORTERS, SLASH, known_outlets
from newsclean.matching import fold

_SLUG = re.compile(
    rf"(?P<outlet>[{HAN}a-z0-9·.《》\-]{{2,20}}?) *"
    "(?P<act>专讯|特讯|快讯|电讯|综合讯|综合消息|综合报道|综合报导|讯|消息|专电|电)?"
)
_REPORTS = re.compile(
    rf"(?P<outlet>[{HAN}a-z0-9·\-]{{0,16}}?)(?: *[{SLASH}] *)?(?:综合|即时|联合|外电)?"
    r"(?:报道|报导)[ ,]*(?P<rest>[^。!?]{0,40})"
)
_AGENCY = re.compile(f"[{HAN}a-z0-9]{{1,8}}(?:社|财讯|新闻台?|新闻网|电视台|日报|晚报|早报)")
_SHORT_OUTLET = 6
BRACKET = {"(": ")", "[": "]", "【": "】", "〔": "〕"}


def read_bracketed(text: str, folded: str) -> Inline | None:
    """Read 【明報專訊】, 〔記者甲/台北報導〕, (中央社記者甲台北3日電), (记者 甲)."""
    close = folded.find(BRACKET[folded[0]], 1, 64)
    inner = folded[1:close].strip() if close > 0 else ""
    if len(inner) < 2:
        return None
    at = folded.index(inner, 1)
    own = text[at : at + len(inner)]
    found = read_signed(own, inner, held=True) or _named(own, inner) or _wired(own, inner) or _desk(own, inner)
    if found:
        return replace(found, end=close + 1, values=moved(found.values, at))
    read = read_line(own, inner)
    if read and read.sure and read.values and not read.dates and {REPORTERS, AUTHORS} & set(read.roles):
        return Inline(0, close + 1, "byline", reported(read, at))
    return None


def _named(text: str, inner: str) -> Inline | None:
    """Read 【明報專訊】, 【本報訊】, 【中央社】: an outlet, and what it sends."""
    match = _SLUG.fullmatch(inner)
    if match is None:
        return None
    name = match["outlet"].strip("《》 ")
    if name in NAMELESS:
        return Inline(0, 0, "dateline") if match["act"] else None
    known = name in known_outlets() or (_AGENCY.fullmatch(name) and is_outlet(name))
    if match["act"]:  # papers of Hong Kong open with 專訊, under names that show nothing
        told = match["act"] in ("专讯", "特讯") and len(name) <= _SHORT_OUTLET
        known = told or is_outlet(name) or match["outlet"] == f"《{name}》"
    first = inner.index(name)
    values = credits_of(text, "agency", [(first, first + len(name))])
    return Inline(0, 0, "dateline", values) if known else None


def _wired(text: str, inner: str) -> Inline | None:
    """Read 【某某社8月1日電】, (吉隆坡3日讯)."""
    found = read_wire(text, inner, held=True)
    if found is None or found.end < len(inner) or (found.dateline and "记者" in fold(found.dateline.place or "")):
        return None
    return found


def _desk(text: str, inner: str) -> Inline | None:
    """Read (綜合報導), 〔即時新聞／綜合報導〕, 【環球網報道 記者甲】."""
    match = _REPORTS.fullmatch(inner)
    desk = match is not None and (match["outlet"] == "" or is_desk(match["outlet"]))
    if match is None or not (desk or is_outlet(match["outlet"])):
        return None
    values = () if desk else credits_of(text, "agency", [match.span("outlet")])
    if match["rest"]:
        read = read_line(text[match.start("rest") :], match["rest"])
        if read is None or not read.sure:
            return None
        values += reported(read, match.start("rest"))
    return Inline(0, 0, "dateline", values)
