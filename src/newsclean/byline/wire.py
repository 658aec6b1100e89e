"""Datelines without brackets: 新华社北京8月1日电, 本报讯, 东方网记者甲5月13日报道."""

from __future__ import annotations

import re
from dataclasses import replace

from newsclean.byline.line import read_line
from newsclean.byline.lists import read_listed
from newsclean.byline.people import agency_end, is_outlet
from newsclean.byline.scan import Credit, Credits, Inline, credits_of, moved
from newsclean.byline.words import HAN, NAMELESS, REPORTERS, SLASH, known_outlets
from newsclean.model import Dateline

_NUMBER = "[\\d一二三四五六七八九十]"
DAY = rf"(?:(?:(?:19|20)\d\d ?年 ?)?(?:{_NUMBER}{{1,2}} ?月 ?)?{_NUMBER}{{1,3}} ?日|(?:19|20)\d\d-\d\d?-\d\d?号?)"
_DAY = re.compile(DAY)
_WIRE = re.compile(
    rf"(?P<head>[{HAN}a-z0-9·+—\-《》]{{2,24}}?(?:\((?:微博|[a-z0-9.·]{{1,20}})\)[{HAN}a-z0-9·+—\-]{{0,16}}?)?"
    rf"(?:(?: *[{SLASH}] *| )[{HAN}]{{2,8}}?)?) ?"
    rf"(?:(?P<date>{DAY}) ?(?:(?:综合|特别)?(?:专电|电讯|电(?![视影话力台信子商网脑梯池器厂的稿]))|快讯|讯(?![息号])"
    r"|消息(?!人士|灵通|面|传|称|显示)|(?:综合|特别)?报道(?=$|[\s(:,])|\|)"
    r"|(?P<plain>专电|电|快讯|讯|消息|报道(?= ?[(\[【〔]))(?=$|[\s(\[【〔:,/“‘\"—\-]|记者|通讯员|实习生))"
)
_WIRED = "社报网台"
_GIVES = re.compile("(?:发[布出]|公布|[传带]来|传出|放出|得到|收到|[一这]?[条则]|[好坏])$")
_NO_HEAD = ("据", "综合", "记者", "来自", "日前", "昨", "今", "另据", "又据")
PREFIX = rf"(?:特约|见习|实习|首席|特派|全媒体|融媒体?|驻[{HAN}]{{1,5}}?)*"
_REPORTED = re.compile(
    rf"(?P<outlet>[{HAN}a-z0-9·—\-]{{0,16}}?){PREFIX}(?:记者|实习生|通讯员) *(?P<who>[{HAN}·a-z、 ]{{2,40}}?)"
    rf"(?P<date>{DAY})?(?:(?:综合|特别|现场|专题)?(?:报道|报导)(?: *[:,] *|(?= )|$)"
    rf"| *[{SLASH}] *(?:[{HAN}]{{2,6}}?)?(?:综合|特别|现场|专题|即时|连线)?(?:报道|报导|电))"
)
_MIDDLE = re.compile(
    rf"(?P<head>[{HAN}a-z0-9·\-]{{2,14}})\((?:(?P<place>[{HAN}]{{2,8}}),)? ?(?P<who>[^()。]{{2,30}})\)"
    rf"(?P<date>{DAY})?(?:讯|电|消息|报道)(?=[\s:,])"
)
_SIGNED = re.compile(r" ?[(\[【](?:本报|本网|特约|见习)?(?:记者|通讯员|实习生)")
_LONGEST_UNKNOWN, _JOINTS = 8, f" {SLASH}／\N{IDEOGRAPHIC SPACE}"
_AGENCY_PLACE = re.compile(f"[{HAN}·()a-z]{{2,14}}")


def read_wire(text: str, folded: str) -> Inline | None:
    """Read 新华社北京8月1日电, 本报讯, 央视网消息: agency, place, date."""
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
    if size == 0 and not match["date"] and len(head) <= _LONGEST_UNKNOWN and _SIGNED.match(folded, match.end()):
        size, place = len(head), None  # who sends reporters is an outlet
    if size == 0 or (match["plain"] and place):
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


def read_reported(text: str, folded: str) -> Inline | None:
    """Read 东方网记者曹磊5月13日报道: as a dateline."""
    match = _REPORTED.match(folded)
    names = read_listed(match["who"]) if match else None
    if match is None or not names:
        return None
    named, outlet = match["outlet"] not in NAMELESS and match["outlet"], match["outlet"]
    if named and not is_outlet(outlet):
        return None
    values = credits_of(text, REPORTERS, names, match.start("who"))
    agency = text[: len(outlet)] if named else None
    if agency:
        values = (Credit("outlet", agency, 0, len(outlet)), *values)
    date = text[slice(*match.span("date"))] if match["date"] else None
    return Inline(0, match.end(), "dateline", values, Dateline(agency, None, date) if date else None)


def reported(read: Credits, by: int) -> tuple[Credit, ...]:
    """Return values of a part of a dateline as values of the line; there a name without a role reports."""
    return moved((replace(v, field=REPORTERS) if v.field == "bare" else v for v in read.values), by)
