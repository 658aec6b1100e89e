"""The dateline that opens a paragraph: 新华社北京8月1日电(记者甲), 【明報專訊】, (中央社記者甲台北3日電)."""

from __future__ import annotations

import re
from dataclasses import replace

from newsclean.byline.line import read_line
from newsclean.byline.lists import ACT, Span, outlet_then_name, read_listed
from newsclean.byline.people import agency_end, is_name, is_outlet, split_names
from newsclean.byline.scan import Credit, Credits, Inline
from newsclean.byline.words import (
    AUTHORS,
    CONTRIBUTORS,
    HAN,
    NAMELESS,
    REPORTERS,
    SLASH,
    known_outlets,
    not_names,
    places,
)
from newsclean.model import Dateline

_DAY = r"(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?\d{1,2}日"
_GATE = re.compile("[〔【[(]|[^。!?]{0,60}?(?:电|讯|消息|报道|报导|特稿)")
_WIRE = re.compile(
    rf"(?P<head>[{HAN}a-z0-9·+—\-《》]{{2,24}}?(?:\((?:微博|[a-z0-9.·]{{1,20}})\)[{HAN}a-z0-9·+—\-]{{0,16}}?)?) ?"
    rf"(?:(?P<date>{_DAY}) ?(?:(?:综合|特别)?(?:专电|电讯|电(?![视影话力台信子商网脑梯池器厂]))|快讯|讯(?![息号])"
    r"|消息(?!人士|灵通|面|传|称|显示)|(?:综合|特别)?报道(?=$|[\s(:,]))"
    r"|(?P<plain>专电|电|快讯|讯|消息)(?=$|[\s(\[【〔:,/“‘\"—\-]))"
)
_NO_HEAD = ("据", "综合", "记者", "来自", "日前", "昨", "今", "另据", "又据")
_PREFIX = rf"(?:特约|见习|实习|首席|特派|全媒体|融媒体?|驻[{HAN}]{{1,5}}?)*"
_REPORTED = re.compile(
    rf"(?P<outlet>[{HAN}a-z0-9·—\-]{{0,16}}?){_PREFIX}(?:记者|实习生|通讯员) *(?P<who>[{HAN}·a-z、 ]{{2,40}}?)"
    rf"(?P<date>{_DAY})?(?:(?:综合|特别|现场|专题)?(?:报道|报导)(?: *[:,] *|(?= )|$)"
    rf"| *[{SLASH}] *(?:[{HAN}]{{2,6}}?)?(?:综合|特别|现场|专题|即时|连线)?(?:报道|报导|电))"
)
_SIGNED = re.compile(
    rf"(?P<outlet>[{HAN}a-z0-9·]{{0,16}}?)[ {SLASH}]*{_PREFIX}(?:记者|特派员) *(?P<who>[{HAN}·、 {SLASH}]{{2,40}}?)"
    rf" *[{SLASH}]? *(?P<place>[{HAN}]{{2,10}}?)?(?P<date>{_DAY})?"
    r"(?:(?:综合|即时|连线|专题|外电|独家)?(?:报导|报道)|专电|外电|电|特稿|讯)"
)
_SLUG = re.compile(
    rf"(?P<outlet>[{HAN}a-z0-9·《》\-]{{2,20}}?) *"
    "(?:专讯|特讯|快讯|电讯|综合讯|综合消息|综合报道|综合报导|讯|消息|专电|电)"
)
_PLACED = re.compile(
    rf"(?P<outlet>[{HAN}a-z0-9]{{1,10}}社)?(?P<place>[{HAN}]{{2,8}}?) *(?P<date>{_DAY}) *(?:综合)?(?:讯|电|专电|消息)"
)
_SAID = re.compile("((?:综合|特别)?(?:报道|报导))(?:[:,]| )")
_SIGNATURE = re.compile(
    rf"(?:本报|本网)?{_PREFIX}(?:记者|通讯员) ?(?P<who>[{HAN}·]{{2,4}}(?:[、 ][{HAN}·]{{2,4}}){{0,3}})(?= |“|‘|\")"
)
_WITH_ROLE = re.compile(r"(?:记者|实习生|通讯员)[:/ ]*")
_RUN = re.compile(r"[^\s、/&]+")
_PEN_NAME = re.compile(f"[{HAN}·]{{2,6}}(?<!综述)(?<!特写)(?<!专题)(?<!国际)(?<!体育)(?<!财经)(?<!社评)(?<!评论)")
_AGENCY_PLACE = re.compile(f"[{HAN}·()a-z]{{2,14}}")
_BRACKET = {"(": ")", "[": "]", "【": "】", "〔": "〕"}
_LONGEST_ALONE = 60
_JOINT = re.compile(r"[\s:,/—\-]*")


def find_dateline(text: str, folded: str) -> Inline | None:
    """Find the dateline at the start of a paragraph, with the reporters and the marks that follow it.

    >>> from newsclean.matching import fold
    >>> text = "海滨社临海8月15日电(记者 周远航) 老码头重新开放。"
    >>> found = find_dateline(text, fold(text))
    >>> text[:found.end], found.dateline
    ('海滨社临海8月15日电(记者 周远航) ', Dateline(agency='海滨社', place='临海', date='8月15日'))
    """
    if _GATE.match(folded, 0, 80) is None:
        return None
    head = folded[:120]
    found = _bracketed(text, head) if head[0] in _BRACKET else (_reported(text, head) or _wire(text, head))
    if found is None:
        return None
    found = _with_reporters(text, folded, found)
    end = _JOINT.match(folded, found.end).end()  # type: ignore[union-attr]
    alone = end == len(folded)
    return None if alone and (len(folded) > _LONGEST_ALONE or found.kind != "dateline") else replace(found, end=end)


def _credits(text: str, name: str, spans: list[Span], shift: int) -> tuple[Credit, ...]:
    return tuple(Credit(name, _closed_up(text[shift + s : shift + e]), shift + s, shift + e) for s, e in spans)


def _closed_up(name: str) -> str:
    return re.sub(r"\s+", "", name) if len(name) <= 5 and not name.isascii() else name.strip()


def _shifted(read: Credits, by: int) -> tuple[Credit, ...]:
    """Return values of a part of a line as values of the line; in a dateline a name without a role reports."""
    return tuple(
        Credit(REPORTERS if value.field == "bare" else value.field, value.value, value.start + by, value.end + by)
        for value in read.values
    )


def _with_reporters(text: str, folded: str, found: Inline) -> Inline:
    """Take in the brackets of reporters after 电 or 讯: (记者甲、乙)(通讯员 丙), or a bare name."""
    for _ in range(2):
        at = found.end
        while folded[at : at + 1] == " ":
            at += 1
        if folded[at : at + 1] not in _BRACKET:
            return _signed_after(text, folded, found, at)
        close = folded.find(_BRACKET[folded[at]], at, at + 80)
        programme = 0 < close - at <= 14 and folded[close + 1 : close + 2] == ":"  # 央视网消息(某某节目):
        values = () if programme else _in_bracket(text, folded, at + 1, close) if close > 0 else None
        if values is None or folded[close - 1] in "电讯":
            return found  # the bracket is a dateline of its own
        found = replace(found, end=close + 1, values=found.values + values)
    return found


def _in_bracket(text: str, folded: str, start: int, end: int) -> tuple[Credit, ...] | None:
    inner = folded[start:end]
    read = read_line(text[start:end], inner)
    if read and not read.dates:
        return _shifted(read, start)
    if len(inner) <= 24 and (names := read_listed(inner)):
        return _credits(text, AUTHORS, names, start)
    if _PEN_NAME.fullmatch(inner) and not ACT.match(inner) and inner not in not_names():
        return _credits(text, AUTHORS, [(0, len(inner))], start)
    return _loose(text, inner, start)


def _loose(text: str, inner: str, shift: int) -> tuple[Credit, ...] | None:
    """Read what stands after 记者 in the bracket of a dateline, even if no surname is known."""
    parts = list(_WITH_ROLE.finditer(inner))
    if not parts or len(inner) > 60 or "," in inner or "。" in inner:
        return None
    first = inner[: parts[0].start()].split(" ")[0]
    at = outlet_then_name(first)
    values = _credits(text, REPORTERS, [(at, len(first))], shift) if at else ()
    for match, following in zip(parts, [*parts[1:], None], strict=True):
        stop = following.start() if following else len(inner)
        spans = [run.span() for run in _RUN.finditer(inner, match.end(), stop)]
        if any(e - s > 12 for s, e in spans):
            return None
        values += _credits(text, CONTRIBUTORS if match[0].startswith("通") else REPORTERS, spans, shift)
    return values


def _signed_after(text: str, folded: str, found: Inline, at: int) -> Inline:
    """Take in `记者甲报道:` or `记者甲 “` after 讯, without brackets."""
    said = _SAID.search(folded, at, at + 60)
    read = read_line(text[at : said.end(1)], folded[at : said.end(1)]) if said else None
    if said and read and read.sure:
        return replace(found, end=said.end(), values=found.values + _shifted(read, at))
    signature = _SIGNATURE.match(folded, at)
    names = read_listed(signature["who"]) if signature else None
    if signature is None or names is None:
        return found
    values = _credits(text, REPORTERS, names, signature.start("who"))
    return replace(found, end=signature.end(), values=found.values + values)


def _wire(text: str, folded: str) -> Inline | None:
    """Read 新华社北京8月1日电, 本报讯, 央视网消息: agency, place, date."""
    match = _WIRE.match(folded)
    if match is None or match["head"].startswith(_NO_HEAD):
        return None
    head = match["head"]
    size = agency_size(head, with_place=bool(match["date"]))
    place = text[size : len(head)].strip() or None
    if size == 0 or (match["plain"] and place):
        return None
    date = text[slice(*match.span("date"))] if match["date"] else None
    agency = None if head[:size] in NAMELESS else text[:size].strip("-—· ")
    values = (Credit("agency", agency, 0, size),) if agency else ()
    stated = bool(date) or (agency is not None and match["plain"] in ("电", "专电"))
    return Inline(0, match.end(), "dateline", values, Dateline(agency, place, date) if stated else None)


def agency_size(head: str, with_place: bool = True) -> int:
    """Return how much of the run before the date is the agency, 0 if it names none.

    >>> agency_size("新华社北京"), agency_size("湖南日报"), agency_size("本报明湖"), agency_size("某公司")
    (3, 4, 2, 0)
    """
    if head[:2] in NAMELESS:
        best = 2
    else:
        best = agency_end(head) or max((len(name) for name in known_outlets() if head.startswith(name)), default=0)
    rest = head[best:]
    if rest and not (with_place and _AGENCY_PLACE.fullmatch(rest)):
        return 0
    return best


def _reported(text: str, folded: str) -> Inline | None:
    """Read 东方网记者曹磊5月13日报道: as a dateline."""
    match = _REPORTED.match(folded)
    names = read_listed(match["who"]) if match else None
    if match is None or not names:
        return None
    named, outlet = match["outlet"] not in NAMELESS and match["outlet"], match["outlet"]
    if named and not is_outlet(outlet):
        return None
    values = _credits(text, REPORTERS, names, match.start("who"))
    agency = text[: len(outlet)] if named else None
    if agency:
        values = (Credit("outlet", agency, 0, len(outlet)), *values)
    date = text[slice(*match.span("date"))] if match["date"] else None
    return Inline(0, match.end(), "dateline", values, Dateline(agency, None, date) if date else None)


def _bracketed(text: str, folded: str) -> Inline | None:
    """Read 【明報專訊】, 〔記者甲/台北報導〕, (中央社記者甲台北3日電), (记者 甲)."""
    close = folded.find(_BRACKET[folded[0]], 1, 64)
    inner = folded[1:close].strip() if close > 0 else ""
    if len(inner) < 2:
        return None
    at = folded.index(inner, 1)
    found = _signed(text, inner, at) or _slug(text, inner, at) or _placed(text, inner, at) or _agency(text, inner, at)
    if found:
        return replace(found, end=close + 1)
    read = read_line(text[1:close], folded[1:close])
    if read and read.sure and read.values and not read.dates and {REPORTERS, AUTHORS} & set(read.roles):
        return Inline(0, close + 1, "byline", _shifted(read, 1))
    return None


def _agency(text: str, inner: str, at: int) -> Inline | None:
    if not (inner in known_outlets() or re.fullmatch(f"[{HAN}]{{1,4}}社|[{HAN}]{{2,4}}财讯", inner)):
        return None
    return Inline(0, 0, "dateline", (Credit("agency", text[at : at + len(inner)], at, at + len(inner)),))


def _slug(text: str, inner: str, at: int) -> Inline | None:
    match = _SLUG.fullmatch(inner)
    if match is None:
        return None
    name = match["outlet"].strip("《》 ")
    if name in NAMELESS:
        return Inline(0, 0, "dateline")
    if not (is_outlet(name) or match["outlet"] == f"《{name}》"):
        return None
    first = at + inner.index(name)
    return Inline(0, 0, "dateline", (Credit("agency", text[first : first + len(name)], first, first + len(name)),))


def _placed(text: str, inner: str, at: int) -> Inline | None:
    """Read (吉隆坡3日讯), (某社羅馬19日電): a place and a day."""
    match = _PLACED.fullmatch(inner)
    if match is None:
        return None
    agency, place, date = (text[at + match.start(g) : at + match.end(g)] or None for g in ("outlet", "place", "date"))
    if match["outlet"] is None:
        agency = None
    values = (Credit("agency", agency, at, at + len(agency)),) if agency else ()
    return Inline(0, 0, "dateline", values, Dateline(agency, place, date))


def _signed(text: str, inner: str, at: int) -> Inline | None:
    """Read 記者甲/台北報導, 中央社記者甲台北3日電."""
    match = _SIGNED.fullmatch(inner)
    if match is None:
        return None
    names, place = _names_and_place(match)
    if not names:
        return None
    values = _credits(text, REPORTERS, names, at + match.start("who"))
    outlet, agency = match["outlet"], None
    if outlet and outlet not in NAMELESS:
        agency = text[at : at + len(outlet)]
        values = (Credit("outlet", agency, at, at + len(outlet)), *values)
    day = at + match.start("date")
    stated = Dateline(agency, text[day - len(place) : day] or None, text[day : at + match.end("date")])
    return Inline(0, 0, "dateline", values, stated if match["date"] else None)


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
    if split_names(run):
        return read_listed(run), ""
    size = next((size for size in (3, 2, 4) if len(run) - size >= 2 and is_name(run[:size])), 0)
    return ([(0, size)], run[size:]) if size else (read_listed(who), place)
