"""Credits with the people first: 甲、乙 摄; 甲/台北报导; 某某局供稿; 甲 | 图片."""

from __future__ import annotations

import re

from newsclean.byline.credits import MARKED, RUN, fields_of
from newsclean.byline.lists import ACTS, Span, name_and_place, outlet_then_name, read_givers, read_listed, read_people
from newsclean.byline.people import is_desk, is_organisation, is_outlet, split_names
from newsclean.byline.scan import Scan
from newsclean.byline.words import CONTRIBUTORS, HAN, SLASH, places, roles

_SUPPLIED = re.compile(
    r"(?:本文|以上|部分)?(?:稿件|图片|视频|素材|图文|文字|资料|内容|信息|照片|和|及|、){0,4}(?:均)?由"
    r"(?P<who>[^。!?,;:由]{2,30}?)(?:提供|供稿)"
)
_WHO_ACTS = re.compile(rf"(?P<who>[^。!?:\[\]【】〔〕()]{{2,40}}?)(?: *[{SLASH}] *| *)(?:{ACTS})(?=$|[\s)\]】〕,;|□■])")
_TURNED = re.compile(rf"(?P<who>[{HAN}·、 ]{{2,20}}?)(?: *[|{SLASH}] *| )(?P<role>[{HAN}]{{2,4}})(?=$|[ )\]】〕])")


def read_supplied(scan: Scan) -> bool:
    """Read 稿件素材由某某局提供."""
    match = _SUPPLIED.match(scan.folded, scan.pos)
    spans = read_givers(scan.folded, *match.span("who")) if match else None
    if match is None or spans is None:
        return False
    for span in spans:
        scan.add(CONTRIBUTORS, *span)
    scan.roles.append(CONTRIBUTORS)
    scan.pos = match.end()
    return True


def read_credited(scan: Scan) -> bool:
    """Read people before what they did: 甲、乙 摄; 药剂科供稿; 甲/台北报导."""
    match = _WHO_ACTS.match(scan.folded, scan.pos)
    if match is None or MARKED.match(scan.folded, match.end()):
        return False
    start, end = match.span("who")
    fields = fields_of([], match)
    if match["helped"] or match["given"]:
        if scan.folded.startswith(" ", match.end()) and read_people(scan.folded, match.end() + 1, False)[0]:
            return False  # 某某日报 翻译 甲: the role of who follows
        spans = read_givers(scan.folded, start, end)
        scan.sure = scan.sure and bool(match["given"])
    else:
        spans = [] if match["reported"] and is_desk(match["who"].strip()) else _named(scan, start, end)
        if spans is None and len(match["who"].strip()) <= 4 and set(scan.folded[end : match.end()]) & set(SLASH):
            spans, scan.sure = [(start, end)], False
    if spans is None:
        return False
    for span in spans:
        for name in fields:
            scan.add_person(name, *span)
    scan.roles += fields or ["none"]
    scan.acts += bool(match["photo"] or match["given"])
    scan.pos = match.end()
    return True


def read_turned(scan: Scan) -> bool:
    """Read names before their role: 甲 | 图片, 甲/核稿编辑."""
    match = _TURNED.match(scan.folded, scan.pos)
    names = read_listed(match["who"]) if match and match["role"] in roles() else None
    if match is None or names is None:
        return False
    name, _ = roles()[match["role"]]
    for start, end in names:
        scan.add_person(name, scan.pos + start, scan.pos + end)
    scan.roles.append(name)
    scan.pos = match.end()
    return True


def _named(scan: Scan, start: int, end: int) -> list[Span] | None:
    """Read `outlet? names place?` between two offsets; None if something else stands there."""
    spans: list[Span] = []
    outlet: Span | None = None
    desk = False
    for match in RUN.finditer(scan.folded, start, end):
        run, (s, e) = match[0], match.span()
        parts = None if run in places() else split_names(run)
        if not spans and not outlet and not desk and is_desk(run):
            desk = True
        elif desk and run in places() and e == end:
            return spans
        elif parts:
            spans += [(s + a, s + b) for a, b in parts]
        elif not spans and not outlet and is_outlet(run):
            outlet = (s, e)
        elif not spans and is_organisation(run):
            desk = True
        elif not spans and not outlet and (at := outlet_then_name(run)):
            outlet = (s, s + at)
            spans.append((s + at, e))
        elif placed := name_and_place(scan.folded, s, e):
            spans += placed
        elif not (spans and (run in places() or (len(run) <= 4 and e == end))):
            return None
    if spans and outlet:
        scan.add("outlet", *outlet)
    return spans or None
