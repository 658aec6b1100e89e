"""The dateline that opens a paragraph, with the reporters and marks that follow it."""

from __future__ import annotations

import re
from dataclasses import replace

from newsclean.byline.brackets import BRACKET, read_bracketed
from newsclean.byline.line import read_line
from newsclean.byline.lists import ACT, outlet_then_name, read_listed
from newsclean.byline.scan import Credit, Inline, credits_of
from newsclean.byline.wire import read_parted, read_signed, read_wire, reported
from newsclean.byline.words import AUTHORS, CONTRIBUTORS, HAN, REPORTERS, not_names

_GATE = re.compile("[〔【[(]|[^。!?]{0,60}?(?:电|讯|消息|报道|报导|特稿|日 ?\\|)")
_ACTS = re.compile("电|讯|消息|报[道导]|特稿|日 ?\\|")
_SAID = re.compile("((?:综合|特别)?(?:报道|报导))(?:[:,]| )")
_WITH_ROLE = re.compile(r"(?:记者|实习生|通讯员)[:/ ]*")
_RUN = re.compile(r"[^\s、/&]+")
_PEN_NAME = re.compile(f"[{HAN}·]{{2,6}}(?<!综述)(?<!特写)(?<!专题)(?<!国际)(?<!体育)(?<!财经)(?<!社评)(?<!评论)")
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
    if not (folded[:1] in BRACKET or _ACTS.search(folded, 0, 64)) or _GATE.match(folded, 0, 80) is None:
        return None
    head = folded[:120]
    found = (
        read_bracketed(text, head)
        if head[0] in BRACKET
        else (read_signed(text, head) or read_wire(text, head) or read_parted(text, head))
    )
    if found is None:
        return None
    found = _with_reporters(text, folded, found)
    end = _JOINT.match(folded, found.end).end()  # type: ignore[union-attr]
    alone = end == len(folded)
    return None if alone and (len(folded) > _LONGEST_ALONE or found.kind != "dateline") else replace(found, end=end)


def _with_reporters(text: str, folded: str, found: Inline) -> Inline:
    """Take in the brackets of reporters after 电 or 讯: (记者甲、乙)(通讯员 丙), or a bare name."""
    for _ in range(2):
        at = found.end
        while folded[at : at + 1] == " ":
            at += 1
        if folded[at : at + 1] not in BRACKET:
            return _signed_after(text, folded, found, at)
        close = folded.find(BRACKET[folded[at]], at, at + 80)
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
        return reported(read, start)
    if len(inner) <= 24 and (names := read_listed(inner)):
        return credits_of(text, AUTHORS, names, start)
    if _PEN_NAME.fullmatch(inner) and not ACT.match(inner) and inner not in not_names():
        return credits_of(text, AUTHORS, [(0, len(inner))], start)
    return _loose(text, inner, start)


def _loose(text: str, inner: str, shift: int) -> tuple[Credit, ...] | None:
    """Read what stands after 记者 in the bracket of a dateline, even if no surname is known."""
    parts = list(_WITH_ROLE.finditer(inner))
    if not parts or len(inner) > 60 or "," in inner or "。" in inner:
        return None
    first = inner[: parts[0].start()].split(" ")[0]
    at = outlet_then_name(first)
    values = credits_of(text, REPORTERS, [(at, len(first))], shift) if at else ()
    for match, following in zip(parts, [*parts[1:], None], strict=True):
        stop = following.start() if following else len(inner)
        spans = [run.span() for run in _RUN.finditer(inner, match.end(), stop) if len(run[0]) < 5 or "·" in run[0]]
        values += credits_of(text, CONTRIBUTORS if match[0].startswith("通") else REPORTERS, spans, shift)
    return values


def _signed_after(text: str, folded: str, found: Inline, at: int) -> Inline:
    """Take in `记者甲报道:` after 讯, without brackets."""
    said = _SAID.search(folded, at, at + 60)
    read = read_line(text[at : said.end(1)], folded[at : said.end(1)]) if said else None
    if said is None or read is None or not read.sure:
        return found
    return replace(found, end=said.end(), values=found.values + reported(read, at))
