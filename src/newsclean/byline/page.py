"""The byline of a page: which lines and parts of lines are credits, and what they say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsclean.byline.dates import DateAt
from newsclean.byline.inline import Inline, find_inline
from newsclean.byline.line import Credit, Credits, read_line
from newsclean.byline.people import is_name, is_outlet, is_placeholder
from newsclean.matching import Line, Page, fold
from newsclean.model import Byline, Dateline, Flag, Mark

_PEOPLE = ("authors", "reporters", "photographers", "editors", "contributors")
_RANK = {"source": 0, "header": 1, "outlet": 2, "agency": 3}


@dataclass(frozen=True, slots=True)
class Bylines:
    """What a page's credits say, and the marks that take them out of the text."""

    marks: tuple[Mark, ...] = ()
    byline: Byline = Byline()
    published: str | None = None
    dateline: Dateline | None = None
    flags: tuple[Flag, ...] = ()


@dataclass(slots=True)
class _Found:
    marks: list[Mark] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    people: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in _PEOPLE})
    sources: list[tuple[int, str]] = field(default_factory=list)
    dates: list[tuple[int, str]] = field(default_factory=list)
    dateline: Dateline | None = None

    def take(self, values: Sequence[Credit], offset: int, header: bool = False) -> None:
        for credit in values:
            start, end = offset + credit.start, offset + credit.end
            if credit.field in _RANK:
                rank = _RANK["header"] if header and credit.field == "outlet" else _RANK[credit.field]
                self.sources.append((rank, credit.value))
            elif credit.field in self.people and credit.value not in self.people[credit.field]:
                self.people[credit.field].append(credit.value)
            if credit.field != "agency" and is_placeholder(fold(credit.value)):
                self.flags.append(Flag("placeholder_name", start, end, credit.value))

    def mark(self, start: int, end: int, kind: str, rule: str, confidence: float = 1.0) -> None:
        self.marks.append(Mark(start, end, "byline", kind, rule, "", confidence))


def find_bylines(page: Page, zones: Sequence[str | None]) -> Bylines:
    """Find the credits, datelines and dates of a page, given the zone of each line: head, body, tail or None.

    In the head and the tail every whole line of credits leaves the text; in the body only datelines, credits at the end
    of paragraphs, and lines that can be nothing else.

    >>> from newsclean.matching import read_page
    >>> page = read_page("夜班公交开通\\n2021-03-05 08:12 来源：临海晚报\\n本报讯（记者 周远航）首班车昨晚发出。\\n责任编辑：林晓")
    >>> found = find_bylines(page, ["head", "head", "body", "tail"])
    >>> found.byline.source, found.byline.reporters, found.byline.editors, found.published
    ('临海晚报', ('周远航',), ('林晓',), '2021-03-05T08:12')
    """
    found = _Found()
    done: set[int] = set()
    last_body = max((i for i, zone in enumerate(zones) if zone == "body"), default=-1)
    first_body = next((i for i, zone in enumerate(zones) if zone == "body"), len(zones))
    credits = [read_line(line.text, line.folded) for line in page.lines]
    for i, (line, zone) in enumerate(zip(page.lines, zones, strict=True)):
        read = credits[i]
        if read is not None and _leaves(read, zone, min(i - first_body, last_body - i)):
            found.mark(line.start, line.end, "byline", "byline.line")
            _take_line(found, read, line, zone)
            done.add(i)
            if read.open_role and i + 1 < len(page.lines) and credits[i + 1] is None:
                _take_next(found, read.open_role, page.lines[i + 1], zone, done, i + 1)
        elif read is not None and zone == "body":
            found.take([v for v in read.values if v.field == "photographers"], line.start)
        elif i not in done:
            parts = find_inline(line.text, line.folded)
            _take_inline(found, parts if zone in ("body", None) else [p for p in parts if p.kind == "byline"], line)
    _take_header_names(found, page, zones, credits, done)
    return _sum_up(found)


def _leaves(read: Credits, zone: str | None, depth: int) -> bool:
    """Judge whether a line of credits leaves the text, by its zone and its depth within the body."""
    if zone == "head":
        return True
    if zone == "tail":
        return bool(read.roles or read.ends) or any(date.label == "published" for date in read.dates)
    if not read.sure or read.act_only or not (read.values or read.ends or read.open_role):
        return False
    if set(read.roles) & {"reporters", "editors", "source"} or read.ends:
        return True
    return depth <= 2 and bool(read.roles)


def _take_line(found: _Found, read: Credits, line: Line, zone: str | None) -> None:
    values = [Credit(_bare_field(v), v.value, v.start, v.end) if v.field == "bare" else v for v in read.values]
    found.take(values, line.start, header=zone == "head")
    for date in read.dates:
        if date.value and (zone != "tail" or date.label == "published" or read.roles):
            found.dates.append((_date_rank(date, zone), date.value))


def _bare_field(credit: Credit) -> str:
    return "outlet" if is_outlet(fold(credit.value)) else "authors"


def _date_rank(date: DateAt, zone: str | None) -> int:
    rank = {"published": 0, "": 1, "updated": 2}[date.label]
    return rank + (3 if zone != "head" else 0)


def _take_next(found: _Found, role: str, line: Line, zone: str | None, done: set[int], at: int) -> None:
    """Take the line after an empty role (责任编辑: and, below it, the name)."""
    name = line.folded
    fits = len(name) <= 20 and (is_outlet(name) if role == "source" else is_name(name) or is_placeholder(name))
    if not fits and not (zone == "head" and role == "source" and len(name) <= 12):
        return
    found.mark(line.start, line.end, "byline", "byline.name-below")
    found.take([Credit(role, line.text, 0, len(line.text))], line.start)
    done.add(at)


def _take_inline(found: _Found, parts: list[Inline], line: Line) -> None:
    for part in parts:
        if not part.stays:
            found.mark(line.start + part.start, line.start + part.end, part.kind, f"{part.kind}.inline")
        values = [v for v in part.values if not part.stays or v.field == "photographers"]
        found.take(values, line.start)
        found.dateline = found.dateline or part.dateline


def _take_header_names(
    found: _Found, page: Page, zones: Sequence[str | None], credits: list[Credits | None], done: set[int]
) -> None:
    """Take the bare lines of a header block: the account above the date, the outlet below it, names credited elsewhere."""
    named = {name for names in found.people.values() for name in names} | {name for _, name in found.sources}
    titled = False
    for i, line in enumerate(page.lines):
        if zones[i] != "head":
            continue
        if i in done or credits[i] is not None:
            continue
        short = len(line.text) <= 15 and not set("。!?,:;…→“”") & set(line.folded)
        above = i + 1 < len(page.lines) and _only_date(credits[i + 1]) and zones[i + 1] == "head"
        below = i > 0 and _only_date(credits[i - 1]) and zones[i - 1] == "head"
        if line.text in named and titled:
            found.mark(line.start, line.end, "byline", "byline.name-again")
        elif short and titled and (above or (below and is_outlet(line.folded))):
            field_name = "outlet" if is_outlet(line.folded) else "authors"
            found.mark(line.start, line.end, "byline", "byline.header-name", 0.9)
            found.take([Credit(field_name, line.text, 0, len(line.text))], line.start, header=True)
        titled = titled or len(line.text) >= 8


def _only_date(read: Credits | None) -> bool:
    return read is not None and bool(read.dates) and not read.roles and not read.values


def _sum_up(found: _Found) -> Bylines:
    source = min(found.sources, key=lambda pair: pair[0], default=(0, None))[1]
    published = min(found.dates, key=lambda pair: pair[0], default=(0, None))[1]
    byline = Byline(source, *(tuple(found.people[name]) for name in _PEOPLE))
    marks = tuple(sorted(found.marks, key=lambda mark: mark.start))
    return Bylines(marks, byline, published, found.dateline, tuple(found.flags))
