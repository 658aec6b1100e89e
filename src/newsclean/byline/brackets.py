"""Datelines in brackets: 【明報專訊】, 〔記者甲/台北報導〕, (中央社記者甲台北3日電)."""

from __future__ import annotations

import re
from dataclasses import replace

from newsclean.byline.line import read_line
from newsclean.byline.lists import Span, read_listed
from newsclean.byline.people import is_desk, is_name, is_outlet, split_names
from newsclean.byline.scan import Inline, credits_of, moved
from newsclean.byline.wire import DAY, PREFIX, read_wire, reported
from newsclean.byline.words import AUTHORS, HAN, NAMELESS, REPORTERS, SLASH, known_outlets, places
from newsclean.matching import fold
from newsclean.model import Dateline

_SIGNED = re.compile(
    rf"(?P<outlet>[{HAN}a-z0-9·]{{0,16}}?)[ {SLASH}]*{PREFIX}(?:记者|特派员) *(?P<who>[{HAN}·、 {SLASH}]{{2,40}}?)"
    rf" *[{SLASH}]? *(?P<place>[{HAN}]{{2,10}}?)?(?P<date>{DAY})?"
    r"(?:(?:综合|即时|连线|专题|外电|独家)?(?:报导|报道)|专电|外电|电|特稿|讯)"
)
_SLUG = re.compile(
    rf"(?P<outlet>[{HAN}a-z0-9·.《》\-]{{2,20}}?) *"
    "(?P<act>专讯|特讯|快讯|电讯|综合讯|综合消息|综合报道|综合报导|讯|消息|专电|电)?"
)
_PLACED = re.compile(
    rf"(?P<outlet>[{HAN}a-z0-9]{{1,10}}社)?(?P<place>[{HAN}]{{2,8}}?) *(?P<date>{DAY}) *"
    "(?:综合|外电)*(?:讯|电|专电|消息|报导|报道)"
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
    for read_form in (_signed, _named, _wired, _placed, _desk):
        if found := read_form(own, inner):
            return replace(found, end=close + 1, values=moved(found.values, at))
    read = read_line(own, inner)
    if read and read.sure and read.values and not read.dates and {REPORTERS, AUTHORS} & set(read.roles):
        return Inline(0, close + 1, "byline", reported(read, at))
    return None


def _wired(text: str, inner: str) -> Inline | None:
    """Read 【某某社8月1日電】: a wire's dateline in brackets."""
    found = read_wire(text, inner)
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


def _placed(text: str, inner: str) -> Inline | None:
    """Read (吉隆坡3日讯), (某社羅馬19日電): a place and a day."""
    match = _PLACED.fullmatch(inner)
    if match is None:
        return None
    agency, place, date = (text[slice(*match.span(g))] if match[g] else None for g in ("outlet", "place", "date"))
    values = credits_of(text, "agency", [match.span("outlet")]) if agency else ()
    return Inline(0, 0, "dateline", values, Dateline(agency, place, date))


def _signed(text: str, inner: str) -> Inline | None:
    """Read 記者甲/台北報導, 中央社記者甲台北3日電."""
    match = _SIGNED.fullmatch(inner)
    names, place = _names_and_place(match) if match else (None, "")
    if match is None or not names:
        return None
    named = match["outlet"] and match["outlet"] not in NAMELESS
    outlet = credits_of(text, "outlet", [match.span("outlet")]) if named else ()
    values = outlet + credits_of(text, REPORTERS, names, match.start("who"))
    if not match["date"]:
        return Inline(0, 0, "dateline", values)
    day = match.start("date")
    agency = outlet[0].value if outlet else None
    stated = Dateline(agency, text[day - len(place) : day] or None, text[day : match.end("date")])
    return Inline(0, 0, "dateline", values, stated)


def _names_and_place(match: re.Match[str]) -> tuple[list[Span] | None, str]:
    """Part the names from the place, which may run into them: a known place first, else a name of three."""
    who, place = match["who"], match["place"] or ""
    apart = match.string[match.end("who") : match.end("who") + 1] in (" ", *SLASH)
    if not place or apart:
        return read_listed(who), place
    run = who + place
    for cut in range(len(run) - 2, 1, -1):
        if run[cut:] in places() and (names := read_listed(run[:cut])):
            return names, run[cut:]
    parts = split_names(run)
    if parts and (len(parts) == 1 or all(end - start > 2 for start, end in parts)):
        return list(parts), ""
    size = next((size for size in (3, 2, 4) if len(run) - size >= 2 and is_name(run[:size])), 0)
    return ([(0, size)], run[size:]) if size else (read_listed(who), place)
