"""Datelines without brackets: 新华社北京8月1日电, 本报讯, 东方网记者甲5月13日报道."""

from __future__ import annotations

import re
from dataclasses import replace

from newsclean.byline.line import read_line
from newsclean.byline.lists import Span, read_listed
from newsclean.byline.people import agency_end, is_name, is_outlet, split_names
from newsclean.byline.scan import Credit, Credits, Inline, credits_of, moved
from newsclean.byline.words import HAN, NAMELESS, REPORTERS, SLASH, known_outlets, places
from newsclean.model import Dateline

_NUMBER = "[\\d一二三四五六七八九十]"
DAY = rf"(?:(?:(?:19|20)\d\d ?年 ?)?(?:{_NUMBER}{{1,2}} ?月 ?)?{_NUMBER}{{1,3}} ?日|(?:19|20)\d\d-\d\d?-\d\d?号?)"
_DAY = re.compile(DAY)
_WIRE = re.compile(
    rf"(?P<head>[{HAN}a-z0-9·+—\-《》]{{2,24}}?(?:\((?:微博|[a-z0-9.·]{{1,20}})\)[{HAN}a-z0-9·+—\-]{{0,16}}?)?"
    rf"(?:(?: *[{SLASH}] *| )[{HAN}]{{2,8}}?)?) ?"
    rf"(?:(?P<date>{DAY}) ?(?:(?:综合|特别)?(?:专电|电讯|电(?![视影话力台信子商网脑梯池器厂的稿]))|快讯|讯(?![息号])"
    r"|消息(?!人士|灵通|面|传|称|显示)|(?:综合|特别|外电)*(?:报道|报导)(?=$|[\s(:,])|\|)"
    r"|(?P<plain>专电|电|快讯|讯|消息|报道(?= ?[(\[【〔]))(?=$|[\s(\[【〔:,/“‘\"—\-]|记者|通讯员|实习生))"
)
_WIRED = "社报网台"
_GIVES = re.compile("(?:发[布出]|公布|[传带]来|传出|放出|得到|收到|[一这]?[条则]|[好坏])$")
_NO_HEAD = ("据", "综合", "记者", "来自", "日前", "昨", "今", "另据", "又据")
PREFIX = rf"(?:特约|见习|实习|首席|特派|全媒体|融媒体?|驻[{HAN}]{{1,5}}?)*"
_ACT = "(?:综合|特别|现场|专题|即时|连线|外电|独家)*(?:报道|报导)|专电|外电|电|特稿|讯"
_SIGNED = re.compile(
    rf"(?P<outlet>[{HAN}a-z0-9·—\-]{{0,16}}?)[ {SLASH}]*{PREFIX}(?:记者|实习生|通讯员|特派员) *"
    rf"(?P<who>[{HAN}·a-z、 {SLASH}]{{2,40}}?) *(?P<mark>[{SLASH}])? *"
    rf"(?P<place>[{HAN}]{{2,10}}?)?(?P<date>{DAY})?(?:{_ACT})"
)
_SIGNED_ENDS = re.compile(r" *[:,] *|(?= |$)")
_MIDDLE = re.compile(
    rf"(?P<head>[{HAN}a-z0-9·\-]{{2,14}})\((?:(?P<place>[{HAN}]{{2,8}}),)? ?(?P<who>[^()。]{{2,30}})\)"
    rf"(?P<date>{DAY})?(?:讯|电|消息|报道)(?=[\s:,])"
)
_SENDS = re.compile(r" ?[(\[【](?:本报|本网|特约|见习)?(?:记者|通讯员|实习生)")
_LONGEST_UNKNOWN, _JOINTS = 8, f" {SLASH}／\N{IDEOGRAPHIC SPACE}"
_AGENCY_PLACE = re.compile(f"[{HAN}·()a-z]{{2,14}}")


def read_wire(text: str, folded: str, held: bool = False) -> Inline | None:
    """Read 新华社北京8月1日电, 本报讯, 央视网消息: agency, place, date; `held` in brackets, where a place is enough."""
    match = _WIRE.match(folded)
    if match is None or match["head"].startswith(_NO_HEAD) or (match["plain"] and _DAY.search(match["head"])):
        return None  # 某部门4日发布消息: what somebody did that day
    head = match["head"]
    if match[0].endswith("消息") and _GIVES.search(head):
        return None  # 市城管局昨天发布消息,…: who gives the news is what the sentence says
    spoken = match["date"] and match[0].endswith("消息") and folded.startswith(",", match.end())
    if spoken and head[-1] not in _WIRED and head.rstrip() not in known_outlets():
        return None  # 某某科技11月8日消息,…: the sentence needs its opening
    size = agency_size(head, with_place=bool(match["date"]))
    place = text[size : len(head)].strip(_JOINTS) or None
    place = None if head[size:].strip() == "北京时间" else place
    if size == 0 and not match["date"] and len(head) <= _LONGEST_UNKNOWN and _SENDS.match(folded, match.end()):
        size, place = len(head), None  # who sends reporters is an outlet
    if (size == 0 and not (held and place and match["date"])) or (match["plain"] and place):
        return None
    date = text[slice(*match.span("date"))] if match["date"] else None
    agency = None if head[:size] in NAMELESS else text[:size].strip("-—· ")
    values = (Credit("agency", agency, 0, size),) if agency else ()
    stated = bool(date) or (agency is not None and match["plain"] in ("电", "专电"))
    return Inline(0, match.end(), "dateline", values, Dateline(agency, place, date) if stated else None)


def read_parted(text: str, folded: str) -> Inline | None:
    """Read 财联社(北京,记者 甲)讯, 某某网(记者 甲)8月1日报道: the reporters stand within."""
    match = _MIDDLE.match(folded)
    read = read_line(text[slice(*match.span("who"))], match["who"]) if match else None
    if match is None or read is None or not read.sure or not is_outlet(match["head"]):
        return None
    agency = text[: match.end("head")]
    values = (*credits_of(text, "agency", [match.span("head")]), *reported(read, match.start("who")))
    place, date = (text[slice(*match.span(group))] if match[group] else None for group in ("place", "date"))
    return Inline(0, match.end(), "dateline", values, Dateline(agency, place, date) if date else None)


def agency_size(head: str, with_place: bool = True) -> int:
    """Return how much of the run before the date is the agency, 0 if it names none.

    >>> agency_size("新华社北京"), agency_size("湖南日报"), agency_size("本报明湖"), agency_size("某公司")
    (3, 4, 2, 0)
    """
    if head[:2] in NAMELESS:
        best = 2
    else:
        known = max((len(name) for name in known_outlets() if head.startswith(name)), default=0)
        best = max(agency_end(head), known)
    rest = head[best:].lstrip(_JOINTS)
    if rest and not (with_place and _AGENCY_PLACE.fullmatch(rest)):
        return 0
    return best


def read_signed(text: str, folded: str, held: bool = False) -> Inline | None:
    """Read 东方网记者曹磊5月13日报道: and, `held` in brackets, 記者甲/台北報導, 中央社記者甲台北3日電."""
    match = _SIGNED.fullmatch(folded) if held else _SIGNED.match(folded)
    names, place = _names_and_place(match) if match else (None, "")
    if match is None or not names:
        return None
    ends = _SIGNED_ENDS.match(folded, match.end())
    named = match["outlet"] and match["outlet"] not in NAMELESS
    apart = (ends or match["mark"]) and match[0].endswith(("报道", "报导"))
    if not held and not (apart and (not named or is_outlet(match["outlet"]))):
        return None
    outlet = credits_of(text, "outlet", [match.span("outlet")]) if named else ()
    values = outlet + credits_of(text, REPORTERS, names, match.start("who"))
    end = ends.end() if ends else match.end()
    if not match["date"]:
        return Inline(0, end, "dateline", values)
    day = match.start("date")
    agency = outlet[0].value if outlet else None
    stated = Dateline(agency, text[day - len(place) : day] or None, text[day : match.end("date")])
    return Inline(0, end, "dateline", values, stated)


def reported(read: Credits, by: int) -> tuple[Credit, ...]:
    """Return values of a part of a dateline as values of the line; there a name without a role reports."""
    return moved((replace(v, field=REPORTERS) if v.field == "bare" else v for v in read.values), by)


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
