"""The byline of a page: which lines and parts of lines are credits, and what they say together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from newsclean.byline.inline import find_inline, find_signature
from newsclean.byline.line import read_line
from newsclean.byline.people import is_name, is_outlet, is_placeholder
from newsclean.byline.scan import Credit, Credits
from newsclean.byline.words import AUTHORS, EDITORS, HAN, PEOPLE, PHOTOGRAPHERS, REPORTERS, furniture
from newsclean.matching import Line, Page, fold
from newsclean.model import Byline, Dateline, Flag, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.byline.dates import DateAt
    from newsclean.byline.scan import Inline

_RANK = {"source": 0, "header": 1, "outlet": 2, "agency": 3, "masthead": 4}
_NO_SOURCE = 5  # 来源:网络 names none: it is kept as given where nothing else is named
_NO_BYLINE = Byline()
_TITLE = re.compile("[^>|›»]{8,}")
_PAPER = re.compile(f"([{HAN}]{{2,12}}?)(?:数字报(?:刊平台|纸)?|电子报|电子版)(?![{HAN}])")
_MASTHEAD = re.compile(f"《?([{HAN}]{{2,10}})》? +(?:首页|主页|目录|封面|总?第 ?\\d+ ?期|新闻|要闻)")
_BELOW_TITLE, _PROSE = 4, 24
_ANNOUNCED = 6  # characters of a line that announces another; shorter ones are labels
_ACCOUNT = re.compile(f"[{HAN}a-z0-9·]{{2,10}}")


class LineCredits(NamedTuple):
    """What a line says of who and when, by itself: all of it, or parts of it beside body text."""

    whole: Credits | None
    parts: tuple[Inline, ...] = ()


def read_credits(text: str, folded: str) -> LineCredits:
    """Read a line as credits, or find those that it holds.

    >>> read_credits("责任编辑：林晓", "责任编辑:林晓").whole.roles
    ('editors',)
    """
    read = read_line(text, folded)
    return LineCredits(read) if read else LineCredits(None, tuple(find_inline(text, folded)))


@dataclass(frozen=True, slots=True)
class Bylines:
    """What a page's credits say, and the marks that take them out of the text."""

    marks: tuple[Mark, ...] = ()
    byline: Byline = _NO_BYLINE
    published: str | None = None
    dateline: Dateline | None = None
    flags: tuple[Flag, ...] = ()


def find_bylines(
    page: Page, zones: Sequence[str | None], title: int | None = None, read: Sequence[LineCredits] | None = None
) -> Bylines:
    r"""Find the credits, datelines and dates of a page, given the zone of each line: head, body, tail or None.

    `title` is the index of the headline, which is no account's name; `read` is what `read_credits` says of each line,
    if it is at hand.

    In the head and the tail every whole line of credits leaves the text; in the body only datelines, credits at the end
    of paragraphs, and lines that can be nothing else.

    >>> from newsclean.matching import read_page
    >>> page = read_page("夜班公交开通\n2021-03-05 来源：临海晚报\n本报讯（记者 周远航）首班车发出。\n责任编辑：林晓")
    >>> found = find_bylines(page, ["head", "head", "body", "tail"])
    >>> found.byline.source, found.byline.reporters, found.byline.editors, found.published
    ('临海晚报', ('周远航',), ('林晓',), '2021-03-05')
    """
    if read is None:
        read = [read_credits(line.text, line.folded) for line in page.lines]
    reader = _Reader(page, zones, title, [line.whole for line in read], [line.parts for line in read])
    for at in range(len(page.lines)):
        reader.read(at)
    reader.read_header_names()
    return reader.sum_up()


@dataclass(slots=True)
class _Reader:
    """What is found line by line, before it is summed up."""

    page: Page
    zones: Sequence[str | None]
    title: int | None
    credits: list[Credits | None]
    parts: list[tuple[Inline, ...]]
    done: set[int] = field(default_factory=set)
    marks: list[Mark] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    people: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in PEOPLE})
    sources: list[tuple[int, str]] = field(default_factory=list)
    accounts: list[str] = field(default_factory=list)
    dates: list[tuple[int, str]] = field(default_factory=list)
    dateline: Dateline | None = None
    depth: list[int] = field(default_factory=list)
    dated: int = -1
    last: int = -1

    def __post_init__(self) -> None:
        """Count, for each line, the lines of plain body up to the nearer end: what leaves does not change the count."""
        plain = [zone == "body" and read is None for zone, read in zip(self.zones, self.credits, strict=True)]
        before = list(accumulate(plain, initial=0))
        self.depth = [min(before[at], before[-1] - before[at]) for at in range(len(plain))]
        self.last = max((at for at, is_plain in enumerate(plain) if is_plain), default=-1)
        clocks = [at for at, read in enumerate(self.credits) if read and self.zones[at] == "body" and _is_clock(read)]
        if len(clocks) == 1 and all(self._is_caption(at) for at in range(clocks[0]) if plain[at]):
            self.dated = clocks[0]

    def read(self, at: int) -> None:
        """Read one line: whole, or what it holds beside body text."""
        line, zone, read = self.page.lines[at], self.zones[at], self.credits[at]
        if at in self.done:
            return
        if read is not None and self._leaves(read, at):
            linked = zone == "tail" and _of_a_link(read)
            kind = "related" if linked else "navigation" if "sheet" in read.roles else "byline"
            self._mark(line.start, line.end, kind, "byline.of-another" if linked else "byline.line")
            if not linked:
                self._take_line(read, line, zone)
            self.done.add(at)
            if read.open_role and at + 1 < len(self.page.lines) and self.credits[at + 1] is None:
                self._take_below(read.open_role, at + 1)
        elif read is None:
            signed = find_signature(line.text, line.folded) if at == self.last else None
            self._take_parts([*self.parts[at], signed] if signed else self.parts[at], line, zone)
        elif zone == "body":
            self._take([value for value in read.values if value.field == PHOTOGRAPHERS and read.sure], line.start)

    def _leaves(self, read: Credits, at: int) -> bool:
        """Judge whether a line of credits leaves the text, by its zone and its depth within the body."""
        zone = self.zones[at]
        if zone == "head":
            return True
        if zone == "tail":
            published = any(date.label == "published" for date in read.dates)
            return bool(read.roles or read.ends) or published or _of_a_link(read)
        if at == self.dated:
            return True
        if not read.sure or read.pictures or not (read.values or read.ends or read.open_role) or self._announced(at):
            return False
        if {REPORTERS, EDITORS, "source"} & set(read.roles) or read.ends:
            return True
        # 作者:甲 may stand under each of the poems of a page; near an end of the body it is the byline.
        return bool(read.roles) and self.depth[at] <= 2

    def _announced(self, at: int) -> bool:
        """Say whether a sentence above ends in a colon: what follows is quoted."""
        above = self.page.lines[at - 1].folded if at and self.credits[at - 1] is None else ""
        return len(above) >= _ANNOUNCED and above[-1] == ":"

    def _is_caption(self, at: int) -> bool:
        """Say whether a line names the photographer or is no sentence: above the date of a page stand its pictures."""
        credited = any(value.field == PHOTOGRAPHERS for part in self.parts[at] for value in part.values)
        return credited or "。" not in self.page.lines[at].folded

    def _mark(self, start: int, end: int, kind: str, rule: str, confidence: float = 1.0) -> None:
        self.marks.append(Mark(start, end, "byline", kind, rule, "", confidence))

    def _take(self, values: Sequence[Credit], offset: int, header: bool = False) -> None:
        for credit in values:
            name, value = credit.field, credit.value
            if name in _RANK:
                rank = _RANK["header" if header and name == "outlet" else name]
                self.sources.append((_NO_SOURCE if is_placeholder(fold(value)) else rank, value))
            elif name == "bare":
                self.accounts.append(value)
            elif value not in self.people[name]:
                self.people[name].append(value)
            if name != "agency" and is_placeholder(fold(value)):
                start, end = offset + credit.start, offset + credit.end
                self.flags.append(Flag("placeholder_name", start, end, value))

    def _take_line(self, read: Credits, line: Line, zone: str | None) -> None:
        self._take(read.values, line.start, header=zone == "head")
        for date in read.dates:
            if (date.label == "print" or "sheet" in read.roles) and zone != "head":
                continue  # of the paper that is quoted
            if date.value and (zone != "tail" or date.label == "published" or read.roles):
                self.dates.append((_date_rank(date, zone), date.value))

    def _take_below(self, role: str, at: int) -> None:
        """Take the line after an empty role (责任编辑: and, below it, the name)."""
        line, name = self.page.lines[at], self.page.lines[at].folded
        if role == "source":
            fits = is_outlet(name) or (self.zones[at] == "head" and len(name) <= 12)
        else:
            fits = len(name) <= 20 and (is_name(name) or is_placeholder(name))
        if fits:
            self._mark(line.start, line.end, "byline", "byline.name-below")
            self._take([Credit(role, line.text, 0, len(line.text))], line.start)
            self.done.add(at)

    def _take_parts(self, parts: Sequence[Inline], line: Line, zone: str | None) -> None:
        for part in parts:
            if part.kind == "dateline" and zone in ("head", "tail"):
                continue
            if not part.stays:
                self._mark(line.start + part.start, line.start + part.end, part.kind, f"{part.kind}.inline")
            self._take([v for v in part.values if not part.stays or v.field == PHOTOGRAPHERS], line.start)
            self.dateline = self.dateline or part.dateline

    def read_header_names(self) -> None:
        """Take the bare lines of a header block: the account above the date, the outlet below it, names said again."""
        named = (
            set(self.accounts)
            | {name for names in self.people.values() for name in names}
            | {name for _, name in self.sources}
        )
        for at in range(len(self.page.lines) - 1, -1, -1):
            line = self.page.lines[at]
            if at not in self.done and self._signs_title(at):
                self._mark(line.start, line.end, "byline", "byline.below-title", 0.9)
                self._take([Credit(AUTHORS, line.text, 0, len(line.text))], line.start)
                self.done.add(at)
            if at in self.done or not (self.zones[at] == "head" or self._opens_body_as_outlet(at)):
                continue
            if (paper := _PAPER.match(line.folded)) and is_outlet(paper[1]):
                self._take([Credit("outlet", line.text[: paper.end(1)], 0, paper.end(1))], line.start, header=True)
            if (mast := _MASTHEAD.match(line.folded)) and is_outlet(mast[1]):
                self._take([Credit("masthead", line.text[slice(*mast.span(1))], *mast.span(1))], line.start)
            if not self._below_title(at):
                continue
            if line.text in named:
                self._mark(line.start, line.end, "byline", "byline.name-again")
            elif self._beside_date(at):
                self._mark(line.start, line.end, "byline", "byline.header-name", 0.9)
                self._take([Credit("bare", line.text, 0, len(line.text))], line.start)
                self.done.add(at)

    def _signs_title(self, at: int) -> bool:
        """Say whether a person's name alone stands right below the headline, and the text after it."""
        name = self.page.lines[at].folded
        below = self.title is not None and at == self.title + 1 and self.zones[at] in ("head", "body")
        named = below and len(name) <= 4 and is_name(name) and not is_outlet(name)
        return named and at + 1 < len(self.page.lines) and len(self.page.lines[at + 1].folded) >= _PROSE

    def _opens_body_as_outlet(self, at: int) -> bool:
        """Say whether an outlet alone stands between the date of the head and the body."""
        return self.zones[at] == "body" and self._only_date(at - 1) and is_outlet(self.page.lines[at].folded)

    def _below_title(self, at: int) -> bool:
        """Say whether the headline, or a line that reads as one and not as a menu, stands shortly above."""
        if self.title is not None:
            return self.title < at <= self.title + _BELOW_TITLE
        lines = self.page.lines[max(0, at - _BELOW_TITLE) : at]
        return any(_TITLE.fullmatch(line.folded) and line.folded.count(" ") <= 3 for line in lines)

    def _settle_accounts(self) -> None:
        """Take names without a role: an account that posts is the source where none is named, else the author."""
        for account in reversed(self.accounts):
            name = fold(account)
            known = {person for names in self.people.values() for person in names}
            if any(account == source for _, source in self.sources) or set(account.split()) <= known:
                continue
            if is_placeholder(name):
                continue  # 作者, 编辑: the label of a name that stands elsewhere
            if is_outlet(name) or not (_is_person(name) or any(rank <= 1 for rank, _ in self.sources)):
                self.sources.append((_RANK["header"], account))
            elif account not in self.people[AUTHORS]:
                self.people[AUTHORS].append(account)

    def _beside_date(self, at: int) -> bool:
        line = self.page.lines[at]
        if not _ACCOUNT.fullmatch(line.folded) or furniture().fullmatch(line.folded):
            return False
        above = self._only_date(at + 1) or (self._may_skip(at + 1) and self._only_date(at + 2))
        return above or (self._only_date(at - 1) and is_outlet(line.folded))

    def _may_skip(self, at: int) -> bool:
        """Say whether a line between an account and its date is a name that was taken, or a button (+关注)."""
        in_page = at < len(self.page.lines)
        return at in self.done or (in_page and bool(furniture().fullmatch(self.page.lines[at].folded.strip("+ "))))

    def _only_date(self, at: int) -> bool:
        if not 0 <= at < len(self.page.lines) or self.zones[at] != "head":
            return False
        read = self.credits[at]
        return read is not None and bool(read.dates) and not read.roles and not read.values

    def sum_up(self) -> Bylines:
        """Return the marks in order, the first of each value by rank."""
        self._settle_accounts()
        source = min(self.sources, key=lambda pair: pair[0], default=(0, None))[1]
        published = min(self.dates, key=lambda pair: pair[0], default=(0, None))[1]
        byline = Byline(source, *(tuple(self.people[name]) for name in PEOPLE))
        marks = tuple(sorted(self.marks, key=lambda mark: mark.start))
        return Bylines(marks, byline, published, self.dateline, tuple(self.flags))


def _is_person(name: str) -> bool:
    """An account of one Latin word (GameForce) is no person's name."""
    return is_name(name) and (" " in name or not name.isascii())


def _is_clock(read: Credits) -> bool:
    """Say whether a line is nothing but the day and the time at which a page came out."""
    return not (read.values or read.roles) and any(date.value and date.timed for date in read.dates)


def _of_a_link(read: Credits) -> bool:
    """Say whether a line below the body dates another article: an outlet and a clock, or 2小时前.

    An office or an outlet and a day without a clock sign a letter or a notice.
    """
    return bool(read.values and read.dates) and not read.roles and all(date.timed for date in read.dates)


def _date_rank(date: DateAt, zone: str | None) -> int:
    """Rank a date: a labelled publishing time, then a bare date, then an update; those of the head first."""
    return {"published": 0, "": 1, "updated": 2, "print": 2}[date.label] + (0 if zone == "head" else 3)
