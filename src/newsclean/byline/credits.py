"""Credits with a role: what 来源 names, and the people of every other role."""

from __future__ import annotations

import re

from newsclean.byline.lists import ACT, PLACE_ACT, Span, read_people
from newsclean.byline.people import is_desk, is_name, is_outlet
from newsclean.byline.scan import Credit, Scan
from newsclean.byline.source import read_source
from newsclean.byline.words import (
    AUTHORS,
    CONTRIBUTORS,
    HAN,
    PEOPLE,
    PHOTOGRAPHERS,
    REPORTERS,
    SLASH,
    known_outlets,
    not_names,
    places,
    role_of,
    role_phrase,
)

_SEPARATOR = re.compile(
    rf" *[:{SLASH}|丨] *(?:\| *)?|[】\]] ?(?=[^\s【\[])|[、&·・](?=[文图摄撰采整])| +(?:[:{SLASH}|] *)?|"
)
MARKED = re.compile(rf" ?[:|{SLASH}]")
_SENTENCE = re.compile("[的了是在和与被让把对从向说称有为到着过]|采访|接受|告诉|表示|联系")
_SENT = ("记者", "评论员", "通讯员", "编辑")
_KEPT = ("主编", "责编", "校对", "审核", "录入", "编审", "总编", "摄影")
_PAPER = re.compile(rf"[{HAN}a-z0-9]{{3,10}}")
# A variable that the site's template never filled: {$author}, [field:writer/], [来源], null.
_UNFILLED = re.compile(
    r"\{\{?[^{}]{1,40}\}\}?|\[(?:(?:field|!--|\$)[^\[\]]{0,40}|来源|作者|编辑|source|author|editor)\]|\$\{?[a-z_.]+\}?"
    r"|<%[^%]{0,40}%>|%[a-z_]{1,20}%|(?:null|undefined|nan)(?![a-z0-9])"
)
_PEN_NAMES = re.compile(rf"[{HAN}]{{2,4}}(?: [{HAN}]{{2,4}}){{0,3}}$")  # without a surname that is known
RUN = re.compile(rf"[^\s、,;&{SLASH}]+")


def read_credit(scan: Scan) -> bool:
    """Read a role or a chain of roles (文/图, 编译/记者), and what it names."""
    fields: list[str] = []
    pos, sort, mark = scan.pos, "bare", ":"
    outlets: list[Span] = []
    while (match := role_phrase().match(scan.folded, pos)) is not None:
        if fields and is_name(match["outlet"].strip(SLASH)):
            break
        separator = _SEPARATOR.match(scan.folded, match.end())[0]  # type: ignore[index]
        name, kind = role_of(match)
        # 以下文章来源于某某发布,作者甲: the clause stands for the colon
        clause = not separator and scan.roles == ["source"] and scan.folded[scan.pos - 1] == ","
        mark_here = ":" if clause else separator
        if not _stands(scan.folded, match, mark_here, kind, bool(fields)):
            break
        if fields and ((":" in mark and ":" in separator) or "source" in (name, *fields)):
            break
        if name == REPORTERS and "摄影" in match["qualifiers"]:
            name = PHOTOGRAPHERS
        scan.loose = scan.loose or (not fields and kind in ("slash", "colon") and not separator.strip())
        fields += name.split("+")
        outlets += _outlet_in(match)
        pos, sort, mark = match.end() + len(separator), kind, mark_here
    if not fields:
        return False
    if unfilled := _UNFILLED.match(scan.folded, pos):
        scan.roles += [name for name in fields if name] or ["none"]
        scan.pos = unfilled.end()
        return True
    return read_source(scan, pos, sort, mark) if fields == ["source"] else _read_roles(scan, fields, outlets, pos, mark)


def _outlet_in(match: re.Match[str]) -> list[Span]:
    name = match["outlet"].strip("《》“”·" + SLASH)
    if match["qualifiers"] and name + match["qualifiers"] in known_outlets():
        name += match["qualifiers"]
    if not name or not (is_outlet(name) or _is_paper(name, match["role"])):
        return []
    start = match.string.index(name, match.start("outlet"))
    return [(start, start + len(name))]


def _is_paper(name: str, role: str) -> bool:
    """Who sends a reporter is an outlet, even if its name does not show it; a place is none."""
    fits = role == "记者" and _PAPER.fullmatch(name) and not _SENTENCE.search(name)
    return bool(fits) and name not in places() and name[-1] not in "省市县区州站团校乡镇" and not is_name(name)


def _held_alone(folded: str, match: re.Match[str]) -> bool:
    """Say whether a role fills its brackets and the line: 【编辑】, with the name below."""
    return folded[match.end() :] in ("】", "]") and folded[match.start() - 1 : match.start()] in ("【", "[")


def _stands(folded: str, match: re.Match[str], separator: str, kind: str, chained: bool) -> bool:
    """Judge whether a role word is used as one: by the mark after it, and by what stands before it."""
    strong = separator.strip() != ""
    after = match.end() + len(separator)
    if match["role"] == "来源" and match["qualifiers"]:
        return False  # 图片来源, 数据来源: of a picture or a figure, not of the article
    if separator[:1] in ("】", "]") and not read_people(folded, after, False)[0] and match["role"] != "来源":
        return False
    if not strong and kind in ("slash", "colon") and not chained:
        return separator != "" and not match["outlet"] and _named_alone(folded, after)
    if kind == "slash" and not (strong or separator):
        return False
    if _held_alone(folded, match):
        return True
    if not strong and not chained and (after >= len(folded) or folded[match.end()] in ")]】〕"):
        return False  # a role word alone is a word: 本报记者 as a heading
    before = match["outlet"]
    if before and not _outlet_in(match):
        # 某地记者: a place or a desk before the role, allowed where the role is a reporter's.
        limit = 12 if match["role"].endswith(_SENT) else 4 if strong and match["role"].endswith(_KEPT) else 0
        return len(before) <= limit and not _SENTENCE.search(before)
    return True


def _named_alone(folded: str, at: int) -> bool:
    """Say whether names beyond doubt follow a role without a mark, and then a gap or the end: 文 甲  摄影 乙."""
    spans, end, sure = read_people(folded, at, free=False)
    return bool(spans) and sure and folded[end : end + 1] in ("", " ", "|", ")", "】")


def _read_roles(scan: Scan, fields: list[str], outlets: list[Span], pos: int, mark: str) -> bool:
    """Read the people of a chain of roles, and the act or the place after them."""
    strong = mark.strip() != ""
    spans, end, sure = read_people(scan.folded, pos, strong, CONTRIBUTORS in fields)
    if not spans and mark.strip(" ") == "" != mark and (pen := _PEN_NAMES.match(scan.folded, pos)):
        spans, end, sure = pen_names(pen), pen.end(), False
        scan.loose = scan.loose or not any(is_name(scan.folded[s:e]) for s, e in spans)
    if not spans and not strong and len(fields) < 2 and scan.folded[pos:] not in ("】", "]"):
        return False
    if "|" in mark and PHOTOGRAPHERS in fields and not (sure and spans):
        return False  # a menu: 视频|活动
    act = _act_after(scan.folded, end, scan.loose) if spans else None
    place = PLACE_ACT.match(scan.folded, end) if spans and not ACT.match(scan.folded, end) else None
    names = fields_of(fields, act)
    for start, stop in outlets:
        scan.add("outlet", start, stop)
    if act and act["both"] and scan.folded[end] == " ":
        _share_pictures(scan)
    if not (spans and scan.is_copied(*spans[0])):
        _add_each(scan, names, spans, fields)
    scan.roles += names or ["none"]
    scan.sure = scan.sure and sure
    scan.acts += bool(act and (act["photo"] or act["given"]))
    if not spans and names:
        scan.open_role = names[0]
    scan.pos = act.end() if act else place.end() if place else end
    return True


def pen_names(match: re.Match[str]) -> list[Span]:
    """Return the names of a match of short runs apart; none if one of them is a word."""
    spans = [run.span() for run in RUN.finditer(match.string, *match.span())]
    words = (match.string[slice(*span)] for span in spans)
    known = any(word in not_names() or word in places() or is_outlet(word) or is_desk(word) for word in words)
    return [] if known else spans


def _act_after(folded: str, end: int, loose: bool) -> re.Match[str] | None:
    """Return the act after names, unless it is the role of the names that follow (记者 甲 摄影 乙; 文 甲 图 乙)."""
    act = ACT.match(folded, end)
    if act and MARKED.match(folded, act.end()):
        return None
    if (
        act is None
        or folded[end] != " "
        or (act[0].strip() in ("文", "图", "摄") and not loose)
        or folded[act.end() : act.end() + 1] != " "
    ):
        return act
    return None if read_people(folded, act.end() + 1, False)[0] else act


def _add_each(scan: Scan, names: list[str], spans: list[Span], fields: list[str]) -> None:
    """Add every person to every field; of `记者 通讯员 甲 乙` each to its own."""
    if len(spans) == len(fields) == 2 and set(fields) == {REPORTERS, CONTRIBUTORS}:
        for name, span in zip(fields, spans, strict=True):
            scan.add_person(name, *span)
        return
    for span in spans:
        for name in names:
            scan.add_person(name, *span)


def fields_of(fields: list[str], act: re.Match[str] | None) -> list[str]:
    """Return the fields that a chain of roles and an act after the names fill: who reports does not also author."""
    found = {name for name in fields if name}
    if act is not None:
        found = _with_act(found, act)
    if REPORTERS in found and AUTHORS in found:
        found.discard(AUTHORS)
    elif REPORTERS in found and PHOTOGRAPHERS in fields and act is None and AUTHORS not in fields:
        found.discard(REPORTERS)
    return [name for name in PEOPLE if name in found]


def _with_act(found: set[str], act: re.Match[str]) -> set[str]:
    if act["both"]:
        return found | ({PHOTOGRAPHERS} if found & {REPORTERS, CONTRIBUTORS} else {AUTHORS, PHOTOGRAPHERS})
    if act["photo"]:
        return {PHOTOGRAPHERS} if found <= {REPORTERS, CONTRIBUTORS} else found | {PHOTOGRAPHERS}
    if act["helped"]:
        return found | {CONTRIBUTORS}
    if act["given"]:
        return found
    return found or ({REPORTERS} if act["reported"] else {AUTHORS})


def _share_pictures(scan: Scan) -> None:
    """Give those named before (记者 甲 通讯员 乙 文/图) the part in the pictures that the act says all had."""
    earlier = [value for value in scan.values if value.field in (REPORTERS, CONTRIBUTORS)]
    scan.values += [Credit(PHOTOGRAPHERS, value.value, value.start, value.end) for value in earlier]
