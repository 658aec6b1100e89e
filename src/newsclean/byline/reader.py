"""The credits of a page, gathered line by line: which lines leave the text, and what they name."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from newsclean.byline.people import is_name, is_outlet, is_placeholder
from newsclean.byline.scan import Credits, credits_of
from newsclean.byline.signature import find_signature
from newsclean.byline.words import EDITORS, PEOPLE, PHOTOGRAPHERS, REPORTERS
from newsclean.matching import Line, Page, fold
from newsclean.model import Dateline, Flag, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.byline.dates import DateAt
    from newsclean.byline.scan import Credit, Inline

RANK = {"source": 0, "header": 1, "outlet": 2, "agency": 3, "masthead": 4}
_NO_SOURCE = 5  # 来源:网络 names none: it is kept as given where nothing else is named
_ANNOUNCED = 6  # characters of a line that announces another; shorter ones are labels


@dataclass(slots=True)
class Reader:
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
    stamped: bool = False

    def __post_init__(self) -> None:
        """Count, for each line, the lines of plain body up to the nearer end: what leaves does not change the count."""
        plain = [zone == "body" and read is None for zone, read in zip(self.zones, self.credits, strict=True)]
        before = list(accumulate(plain, initial=0))
        self.depth = [min(before[at], before[-1] - before[at]) for at in range(len(plain))]
        self.last = max((at for at, is_plain in enumerate(plain) if is_plain), default=-1)
        self.stamped = any(read and any(date.value for date in read.dates) for read in self.credits)
        clocks = [at for at, read in enumerate(self.credits) if read and self.zones[at] == "body" and _is_clock(read)]
        if len(clocks) == 1 and all(self._is_caption(at) for at in range(clocks[0]) if plain[at]):
            self.dated = clocks[0]

    def read(self, at: int) -> None:
        """Read one line: whole, or what it holds beside body text."""
        line, zone, read = self.page.lines[at], self.zones[at], self.credits[at]
        if at in self.done:
            return
        if read is not None and self._leaves(read, at):
            linked = _of_a_link(read) and (zone == "tail" or (self.stamped and not any(d.value for d in read.dates)))
            kind = "related" if linked else "navigation" if "sheet" in read.roles else "byline"
            self.mark(line.start, line.end, kind, "byline.of-another" if linked else "byline.line")
            if not linked:
                self._take_line(read, at)
            self.done.add(at)
            if read.open_role and at + 1 < len(self.page.lines) and self.credits[at + 1] is None:
                self.take_below(read.open_role, at + 1)
        elif read is None:
            signed = find_signature(line.text, line.folded) if at == self.last else None
            self._take_parts([*self.parts[at], signed] if signed else self.parts[at], line, zone)
        elif zone == "body":
            self.take([value for value in read.values if value.field == PHOTOGRAPHERS and read.sure], line.start)

    def _leaves(self, read: Credits, at: int) -> bool:
        """Judge whether a line of credits leaves the text, by its zone and its depth within the body."""
        zone = self.zones[at]
        if zone == "head":
            return not self._heads_document(read, at)
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

    def _heads_document(self, read: Credits, at: int) -> bool:
        """Say whether a date alone above the body, on a page that has its own, is that of the speech or the notice."""
        date = read.dates[0] if len(read.dates) == 1 and not (read.values or read.roles) else None
        own = date and date.value and not (date.timed or date.label) and self.page.lines[at].folded.endswith("日")
        if not own or at + 1 >= len(self.zones) or self.zones[at + 1] != "body":
            return False
        dates = (date for above in self.credits[:at] if above for date in above.dates)
        return any(date.value and (date.timed or date.label) for date in dates)

    def _announced(self, at: int) -> bool:
        """Say whether a sentence above ends in a colon: what follows is quoted."""
        above = self.page.lines[at - 1].folded if at and self.credits[at - 1] is None else ""
        return len(above) >= _ANNOUNCED and above[-1] == ":"

    def _is_caption(self, at: int) -> bool:
        """Say whether a line names the photographer or is no sentence: above the date of a page stand its pictures."""
        credited = any(value.field == PHOTOGRAPHERS for part in self.parts[at] for value in part.values)
        return credited or "。" not in self.page.lines[at].folded

    def mark(self, start: int, end: int, kind: str, rule: str, confidence: float = 1.0) -> None:
        """Mark what leaves the text."""
        self.marks.append(Mark(start, end, "byline", kind, rule, "", confidence))

    def take(self, values: Sequence[Credit], offset: int, header: bool = False) -> None:
        """Take values into the record; `offset` is where their line begins in the page."""
        for credit in values:
            name, value = credit.field, credit.value
            if name in RANK:
                rank = RANK["header" if header and name == "outlet" else name]
                self.sources.append((_NO_SOURCE if is_placeholder(fold(value)) else rank, value))
            elif name == "bare":
                self.accounts.append(value)
            elif value not in self.people[name]:
                self.people[name].append(value)
            if name != "agency" and is_placeholder(fold(value)):
                start, end = offset + credit.start, offset + credit.end
                self.flags.append(Flag("placeholder_name", start, end, value))

    def _take_line(self, read: Credits, at: int) -> None:
        zone = self.zones[at]
        self.take(read.values, self.page.lines[at].start, header=zone == "head")
        above = self.credits[at - 1] if at else None
        label = next((date.label for date in above.dates if not date.value), "") if above else ""
        for date in read.dates:
            date = replace(date, label=date.label or label)
            if (date.label == "print" or "sheet" in read.roles) and zone != "head":
                continue  # of the paper that is quoted
            if date.value and (zone != "tail" or date.label == "published" or read.roles):
                self.dates.append((_date_rank(date, zone), date.value))

    def take_below(self, role: str, at: int) -> None:
        """Take the line after an empty role (责任编辑: and, below it, the name)."""
        line, name = self.page.lines[at], self.page.lines[at].folded
        if name[-1:] == ":":
            fits = False  # the next label of a table
        elif role == "source":
            fits = not self._is_headline(at) and (is_outlet(name) or (self.zones[at] == "head" and len(name) <= 12))
        else:
            fits = len(name) <= 20 and (is_name(name) or is_placeholder(name))
        if fits:
            self.take_whole(at, "byline.name-below", credits_of(line.text, role, [(0, len(line.text))]))

    def take_whole(self, at: int, rule: str, values: Sequence[Credit] = (), confidence: float = 1.0) -> None:
        """Mark a line that is a credit by where it stands, and take what it names."""
        line = self.page.lines[at]
        self.mark(line.start, line.end, "byline", rule, confidence)
        self.take(values, line.start, header=rule == "byline.header-name")
        self.done.add(at)

    def _is_headline(self, at: int) -> bool:
        """Say whether a line is the headline, or the headline with a site's suffix."""
        return self.title is not None and self.page.lines[at].folded.startswith(self.page.lines[self.title].folded)

    def _take_parts(self, parts: Sequence[Inline], line: Line, zone: str | None) -> None:
        for part in parts:
            titled = self.title is not None and self.page.lines[self.title] is line
            if part.kind == "dateline" and zone in ("head", "tail") and not titled:
                continue
            if not (part.stays or titled):
                self.mark(line.start + part.start, line.start + part.end, part.kind, f"{part.kind}.inline")
            self.take([v for v in part.values if not part.stays or v.field == PHOTOGRAPHERS], line.start)
            self.dateline = self.dateline or part.dateline


def _is_clock(read: Credits) -> bool:
    """Say whether a line is nothing but the day and the time at which a page came out."""
    return not (read.values or read.roles) and any(date.value and date.timed for date in read.dates)


def _of_a_link(read: Credits) -> bool:
    """Say whether a line below the body dates another article: an outlet and a clock, or 2小时前.

    An office or an outlet and a day without a clock sign a letter or a notice.
    """
    return bool(read.values and read.dates) and not read.roles and all(date.timed for date in read.dates)


def _date_rank(date: DateAt, zone: str | None) -> int:
    """Rank a date: a labelled publishing time, then another, then an update; those of the head first."""
    return {"published": 0, "": 1, "written": 1, "updated": 2, "print": 2}[date.label] + (0 if zone == "head" else 3)
