"""Credits inside a paragraph: the dateline that opens it, and the credits that close it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsclean.byline.line import Credit, Credits, read_line
from newsclean.byline.people import is_name, is_outlet, split_names
from newsclean.byline.words import AGENCY_END, HAN, SLASH, known_outlets, places
from newsclean.model import Dateline

_DATE = r"(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?\d{1,2}日"
_OPENING = re.compile(r"[〔【\[(]|[^。,:!?]{0,44}?(?:电|讯|消息|报道|报导|专电|特稿)")
_NAMELESS = "本报|本网|本刊|本台|本站|本社|本版|快讯|简讯|短讯|本报讯"
_AFTER = r"(?=$|[\s(\[【〔:,/“‘\"—\-])"
_WIRE = re.compile(
    rf"(?P<head>[{HAN}a-z0-9·+—\-《》]{{2,24}}?(?:\((?:微博|[a-z0-9.·]+)\))?[{HAN}a-z0-9·+—\-]{{0,16}}?|) ?"
    rf"(?:(?P<date>{_DATE}) ?(?:(?:综合|特别)?(?:专电|电讯|电)(?![视影话力台信子商网脑梯池器厂])|讯(?![息号])|消息(?!人士|灵通|面|传|称|显示)|(?:综合|特别)?报道(?=$|[\s(:,])|快讯)"
    rf"|(?P<bare>专电|电|快讯|讯|消息){_AFTER})"
)
_REPORTED = re.compile(
    rf"(?P<outlet>[{HAN}a-z0-9·—\-]{{0,16}}?)(?:特约|见习|实习|首席|特派|全媒体|驻[{HAN}]{{1,5}}?)*(?:记者|实习生|通讯员) *(?P<who>[{HAN}·a-z、 ]{{2,40}}?)"
    rf"(?P<date>{_DATE})?(?:综合|特别|现场|专题)?(?:报道|报导)(?: *[:,] *|(?= )|$)"
)
_BRACKET = {"(": ")", "[": "]", "【": "】", "〔": "〕"}
_BYLINED = re.compile(
    rf"(?P<outlet>[{HAN}a-z0-9·]{{0,16}}?) *(?:特约|见习|实习|首席|特派|驻[{HAN}]{{1,5}}?)*(?:记者|特派员) *(?P<who>[{HAN}·、 {SLASH}]{{2,40}}?) *[{SLASH}]? *"
    rf"(?P<place>[{HAN}]{{2,10}}?)?(?P<date>{_DATE})?(?:(?:综合|即时|连线|专题|外电|独家)?(?:报导|报道)|专电|外电|电|特稿|讯)"
)
_SLUG = re.compile(
    rf"(?P<outlet>[{HAN}a-z0-9·《》\-]{{2,20}}?) *(?P<kind>专讯|特讯|快讯|电讯|综合讯|综合消息|综合报道|综合报导|讯|消息|专电|电)"
)
_PLACED = re.compile(
    rf"(?P<outlet>[{HAN}a-z0-9]{{2,10}}社|[{HAN}a-z]{{0,8}}?)(?P<place>[{HAN}]{{2,8}}?) *(?P<date>{_DATE})? *(?:综合)?(?:讯|电|专电|消息)"
)
_JOINT = re.compile(r"[\s:,/—\-]*")
_FINISH = re.compile("[。!?…”’)\\]】〕》;%]")


@dataclass(frozen=True, slots=True)
class Inline:
    """A credit that shares its paragraph with body text: `start` and `end` in the line, its kind, its values.

    `stays` says that the text belongs to the paragraph all the same (the photographer of a caption).
    """

    start: int
    end: int
    kind: str
    values: tuple[Credit, ...] = ()
    dateline: Dateline | None = None
    stays: bool = False


def find_inline(text: str, folded: str) -> list[Inline]:
    """Find the dateline at the start of a paragraph and the credits at its end.

    >>> from newsclean.matching import fold
    >>> text = "海滨网临海8月15日讯(记者 周远航)老码头重新开放。(完)"
    >>> [(text[part.start:part.end], part.kind) for part in find_inline(text, fold(text))]
    [('海滨网临海8月15日讯(记者 周远航)', 'dateline'), ('(完)', 'byline')]
    """
    opening = _opening(text, folded)
    start = opening.end if opening else 0
    closing = _closing(text, folded, start)
    leading = None if opening or closing else _leading(text, folded)
    return [part for part in (opening, leading, closing) if part]


def _opening(text: str, folded: str) -> Inline | None:
    if _OPENING.match(folded) is None:
        return None
    found = _bracketed(text, folded) if folded[0] in _BRACKET else (_reported(text, folded) or _wire(text, folded))
    if found is None or found.end >= len(folded):
        return None
    found = _with_reporters(text, folded, found)
    end = _JOINT.match(folded, found.end).end()  # type: ignore[union-attr]
    return replace(found, end=end) if end < len(folded) else None


def _with_reporters(text: str, folded: str, found: Inline) -> Inline:
    """Take in the bracket of reporters after 电 or 讯: (记者甲、乙), or a bare name."""
    at = found.end
    while at < len(folded) and folded[at] == " ":
        at += 1
    if at >= len(folded) or folded[at] not in "([【〔":
        return _named_after(text, folded, found, at)
    close = folded.find(_BRACKET[folded[at]], at, at + 80)
    if close < 0:
        return found
    inner, shift = folded[at + 1 : close], at + 1
    credits = read_line(text[shift:close], inner)
    if credits and not credits.dates:
        values = found.values + _shifted(credits, shift)
        return _reporter_after(text, folded, replace(found, end=close + 1, values=values))
    if names := _listed(inner) if len(inner) <= 24 else None:
        return replace(found, end=close + 1, values=found.values + _people(text, "authors", names, shift))
    if named := _loose_names(inner):
        values = tuple(value for name, spans in named for value in _people(text, name, spans, shift))
        return replace(found, end=close + 1, values=found.values + values)
    return found


_RUN = re.compile(r"[^\s、/&]+")
_ROLES = re.compile(r"(记者|实习生|通讯员)[:/ ]*")


def _loose_names(inner: str) -> list[tuple[str, list[tuple[int, int]]]] | None:
    """Read what stands after 记者 in the bracket of a dateline, even if no surname is known."""
    parts = list(_ROLES.finditer(inner))
    if not parts or len(inner) > 60 or "。" in inner or "," in inner:
        return None
    named = []
    for match, following in zip(parts, [*parts[1:], None], strict=True):
        stop = following.start() if following else len(inner)
        spans = [m.span() for m in _RUN.finditer(inner, match.end(), stop)]
        if any(e - s > 12 for s, e in spans):
            return None
        named.append(("contributors" if match[1] == "通讯员" else "reporters", spans))
    return named


def _people(text: str, name: str, spans: list[tuple[int, int]], shift: int) -> tuple[Credit, ...]:
    return tuple(Credit(name, _joined(text[shift + s : shift + e]), shift + s, shift + e) for s, e in spans)


def _named_after(text: str, folded: str, found: Inline, at: int) -> Inline:
    """Take in `记者甲报道:` after 讯 without brackets."""
    said = _SAID.search(folded, at, at + 60)
    if (
        said is None
        or (credits := read_line(text[at : said.end(1)], folded[at : said.end(1)])) is None
        or not credits.sure
    ):
        return found
    return replace(found, end=said.end(), values=found.values + _shifted(credits, at))


_SAID = re.compile("((?:综合|特别)?(?:报道|报导))(?:[:,]| )")


def _reporter_after(text: str, folded: str, found: Inline) -> Inline:
    """Take in a second bracket: (记者 甲)(通讯员 乙)."""
    again = folded[found.end : found.end + 1]
    return _with_reporters(text, folded, found) if again and again in "([【〔" else found


def _shifted(credits: Credits, by: int) -> tuple[Credit, ...]:
    return tuple(Credit(v.field, v.value, v.start + by, v.end + by) for v in credits.values)


def _joined(name: str) -> str:
    name = name.strip()
    return re.sub(rf"(?<=[{HAN}])\s+(?=[{HAN}])", "", name) if len(name) <= 5 else name


def _listed(run: str) -> list[tuple[int, int]] | None:
    """Read `甲、乙 丙丁` as names; None if any of it is something else."""
    spaced = re.fullmatch(rf" *([{HAN}]) +([{HAN}]) *", run)
    if spaced and is_name(spaced[1] + spaced[2]):
        return [(spaced.start(1), spaced.end(2))]
    spans: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\s、,/╱]+", run):
        parts = split_names(match[0])
        if parts is None:
            return None
        spans += [(match.start() + s, match.start() + e) for s, e in parts]
    return spans or None


def _wire(text: str, folded: str) -> Inline | None:
    """Read 新华社北京8月1日电, 本报讯, 央视网消息: agency, place, date."""
    match = _WIRE.match(folded)
    if match is None or match["head"].startswith(("据", "综合", "记者", "来自", "日前", "昨", "今")):
        return None
    head, bare = match["head"], match["bare"]
    if not head:
        return None
    size = agency_size(head, with_place=bool(match["date"]))
    if size == 0:
        return None
    date = text[slice(*match.span("date"))] if match["date"] else None
    place = text[size : len(head)].strip() or None
    if bare and place:
        return None
    nameless = head[:size] in _NAMELESS.split("|")
    agency = None if nameless else text[:size].strip("-—· ")
    values = () if nameless else (Credit("agency", agency or "", 0, size),)
    stated = Dateline(agency, place, date) if date or (agency and bare in ("电", "专电")) else None
    return Inline(0, match.end(), "dateline", values, stated)


def agency_size(head: str, with_place: bool = True) -> int:
    """Return how much of the run before the date is the agency, 0 if it names none.

    >>> agency_size("新华社北京"), agency_size("湖南日报"), agency_size("本报明湖"), agency_size("某公司")
    (3, 4, 2, 0)
    """
    nameless = re.match(f"(?:{_NAMELESS})", head)
    if nameless:
        return nameless.end()
    best = 0
    for match in _AGENCY_ENDS.finditer(head):
        if 2 <= match.end() <= 20:
            best = match.end()
    if best == 0:
        known = [name for name in known_outlets() if head.startswith(name)]
        best = max(map(len, known), default=0)
    rest = head[best:]
    if best and rest and not (with_place and re.fullmatch(f"[{HAN}·()a-z]{{2,14}}", rest)):
        return 0
    return best


_AGENCY_ENDS = re.compile(AGENCY_END)


def _reported(text: str, folded: str) -> Inline | None:
    """Read 东方网记者曹磊5月13日报道: as a dateline."""
    match = _REPORTED.match(folded)
    if match is None or match.end() - match.start() > 60:
        return None
    names = _listed(match["who"])
    if not names or (
        match["outlet"] and not is_outlet(match["outlet"]) and match["outlet"] not in _NAMELESS.split("|")
    ):
        return None
    shift = match.start("who")
    values = list(_people(text, "reporters", names, shift))
    agency = text[: match.end("outlet")] if match["outlet"] and match["outlet"] not in _NAMELESS.split("|") else None
    if agency:
        values.insert(0, Credit("outlet", agency, 0, match.end("outlet")))
    date = text[slice(*match.span("date"))] if match["date"] else None
    return Inline(0, match.end(), "dateline", tuple(values), Dateline(agency, None, date) if date else None)


def _bracketed(text: str, folded: str) -> Inline | None:
    """Read 【明報專訊】, 〔記者甲/台北報導〕, (中央社記者甲台北3日電), (记者 甲)."""
    close = folded.find(_BRACKET[folded[0]], 1, 64)
    if close < 2:
        return None
    inner = folded[1:close].strip()
    shift = folded.index(inner, 1) if inner else 1
    if match := _BYLINED.fullmatch(inner):
        found = _bylined(text, match, shift, close + 1)
        if found:
            return found
    if match := _SLUG.fullmatch(inner):
        name = match["outlet"].strip("《》 ")
        if is_outlet(name) or name in _NAMELESS.split("|") or agency_size(name) == len(name):
            nameless = name in _NAMELESS.split("|")
            at = shift + inner.index(name)
            values = () if nameless else (Credit("agency", text[at : at + len(name)], at, at + len(name)),)
            return Inline(0, close + 1, "dateline", values)
    if (match := _PLACED.fullmatch(inner)) and (found := _placed(text, match, shift, close + 1)):
        return found
    if inner in known_outlets() or re.fullmatch(f"[{HAN}]{{1,4}}社|[{HAN}]{{2,4}}财讯", inner):
        return Inline(
            0, close + 1, "dateline", (Credit("agency", text[shift : shift + len(inner)], shift, shift + len(inner)),)
        )
    credits = read_line(text[1:close], folded[1:close])
    if (
        credits
        and credits.sure
        and not credits.dates
        and {"reporters", "authors"} & set(credits.roles)
        and credits.values
    ):
        return Inline(0, close + 1, "byline", _shifted(credits, 1))
    return None


def _bylined(text: str, match: re.Match[str], shift: int, end: int) -> Inline | None:
    who, place = match["who"], match["place"]
    first = match.start("who")
    names = _listed(who)
    if place and not (place in places() or who.rstrip() != who or match.string[match.end("who")] in SLASH + " "):
        names, place = _name_place(who + place)
    if not names:
        return None
    values = list(_people(text, "reporters", names, shift + first))
    agency = None
    if match["outlet"] and match["outlet"] not in _NAMELESS.split("|"):
        agency = text[shift + match.start("outlet") : shift + match.end("outlet")]
        values.insert(0, Credit("outlet", agency, shift + match.start("outlet"), shift + match.end("outlet")))
    stated = None
    if match["date"]:
        at = shift + match.start("date")
        where = text[at - len(place) : at] if place else None
        stated = Dateline(agency, where, text[at : shift + match.end("date")])
    return Inline(0, end, "dateline", tuple(values), stated)


def _name_place(run: str) -> tuple[list[tuple[int, int]] | None, str | None]:
    """Part glued names from the place after them: 刘世怡台北; a known place first, else a name of three."""
    compact = run
    for cut in range(len(compact) - 2, 1, -1):
        if compact[cut:] in places() and (names := _listed(compact[:cut])):
            return names, compact[cut:]
    for size in (3, 2, 4):
        if len(compact) - size >= 2 and is_name(compact[:size]):
            return [(0, size)], compact[size:]
    return _listed(compact), None


def _placed(text: str, match: re.Match[str], shift: int, end: int) -> Inline | None:
    """Read (吉隆坡3日讯), 【某社台北3日電】: a place, and a date or an agency, before 讯."""
    if not match["date"] and not match["outlet"]:
        return None
    outlet = match["outlet"]
    if outlet and not (outlet.endswith("社") or is_outlet(outlet)):
        outlet = None
    start = match.start("place") if outlet else 0
    place = text[shift + start : shift + match.end("place")]
    date = text[shift + match.start("date") : shift + match.end("date")] if match["date"] else None
    agency = text[shift : shift + match.end("outlet")] if outlet else None
    values = (Credit("agency", agency, shift, shift + len(agency)),) if agency else ()
    return Inline(0, end, "dateline", values, Dateline(agency, place, date))


_TAIL_GATE = re.compile(
    r"记者|作者|编辑|责编|编译|来源|稿源|摘自|摄|文[/╱]|图[/╱]|通讯员|实习生|提供|供稿|撰文|撰稿|校对|审核|监制|完[)\]】〕]?$|the end|采写|执笔|整理"
)
_OPENERS = re.compile(rf"[(\[【〔■□◎▲●◆]|(?<=[。!?…”’;]) *(?=[{HAN}])|(?<=[)\]】〕])(?=[{HAN}])")
_LONGEST_TAIL = 140


def _closing(text: str, folded: str, start: int) -> Inline | None:
    """Find where the credits at the end of a paragraph begin: the first point from which all is credit."""
    low = max(start, len(folded) - _LONGEST_TAIL)
    if _TAIL_GATE.search(folded, low) is None:
        return None
    tries = 0
    for match in _OPENERS.finditer(folded, low):
        at = match.end() if match[0].strip() == "" else match.start()
        if at <= start or tries >= 24:
            continue
        tries += 1
        if not _parts_here(folded, at):
            continue
        credits = read_line(text[at:], folded[at:])
        if credits and _closes(credits, folded, at):
            begin = len(folded[:at].rstrip())
            if begin <= start:
                return None
            return Inline(begin, len(folded), "byline", _shifted(credits, at), None, _is_caption(credits))
    return None


def _parts_here(folded: str, at: int) -> bool:
    """Say whether a bracket or mark at `at` may close a paragraph: after a sentence, or as a bracket to its end."""
    before = folded[:at][-3:].rstrip()[-1:]
    return bool(before) and (bool(_FINISH.match(before)) or folded[at] in "■□◎▲●◆" or folded[at] in "([【〔")


def _closes(credits: Credits, folded: str, at: int) -> bool:
    if credits.dates and not credits.roles:
        return False
    if credits.ends and not credits.values:
        return True
    sure = credits.sure or folded[at] in "([【〔■□◎"
    return sure and bool(credits.values) and bool(credits.roles)


def _is_caption(credits: Credits) -> bool:
    """A photographer alone at the end of a paragraph belongs to a caption."""
    return credits.act_only or (set(credits.roles) <= {"photographers"} and not credits.ends)


_LEADING_GATE = re.compile(
    r"[(\[【■□◎ ]*(?:[^。,!?:]{0,16}(?:作者|记者|编辑|责编|来源|稿源|摄影|校对|审核|撰文|通讯员)[^。,!?:]{0,12}[: /|]|[^。,!?:]{0,16}素材[^。,!?]{2,30}提供|文[:/|])"
)
_BREAKS = re.compile(
    r"“|【|▲|▼|◆|\s{2,}|→|(?:往期|相关|推荐|延伸|更多|精彩|上一篇|下一篇|点击|关注|扫码|扫一扫|长按|声明|免责|版权|特别|本文|转载|原标题|阅读|热点|猜你|标签|关键词|分享|end)"
)


def _leading(text: str, folded: str) -> Inline | None:
    """Find credits at the start of a line that goes on with something else: an old list, a notice, the first sentence."""
    if _LEADING_GATE.match(folded) is None:
        return None
    cuts = [match.start() for match in _BREAKS.finditer(folded, 4, 160)][:12]
    for cut in reversed(cuts):
        credits = read_line(text[:cut].rstrip(), folded[:cut].rstrip())
        if credits and credits.sure and credits.values and not credits.open_role:
            return Inline(0, cut, "byline", credits.values)
    return None
