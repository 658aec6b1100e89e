"""One look at a text: what is not article leaves it, who and when goes to the metadata."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from newsclean.byline import Bylines, find_bylines
from newsclean.byline.title import headline
from newsclean.edits import Offsets, Revision, resolve, revise
from newsclean.find import find_spam
from newsclean.find.brands.replaced import replaced_source
from newsclean.find.duplicates import find_duplicates
from newsclean.layout import Layout, Seen, find_hard_wraps, lay_out, mark_spacing, split_lines
from newsclean.lines import LineReader, LineReading
from newsclean.matching import Line, Page, read_page
from newsclean.model import Byline, Dateline, Flag, Mark
from newsclean.profile import Lines

_LABEL = re.compile(r"^\W*(?:文章)?标\s*题\s*[:：|｜丨]+[\s|]*")  # 标题：…… of boards and official documents
_SCRAP = 2  # characters
_UNSURE = ("layout.tail-line", "layout.head-line", "layout.list-line")


class Draft(NamedTuple):
    """An article in the making: its text so far, and the metadata found on the way; flags are on the source."""

    revision: Revision
    title: str | None = None
    byline: Byline = Byline()
    published: str | None = None
    dateline: Dateline | None = None
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known beside a text: a headline; of HTML also that its line breaks are real, and its surest lines.

    `site` are the lines that a profile knows of the page's host.
    """

    title: str | None = None
    is_html: bool = False
    sure: frozenset[str] = frozenset()
    site: Lines = field(default_factory=dict)


def find_body(
    draft: Draft, reader: LineReader, keep: frozenset[str], beside: Beside, known: dict[str, LineReading]
) -> Draft:
    """Take out of a repaired text what is not article.

    `keep` names kinds that stay, `known` remembers what each line of the page says.
    """
    page, draft = _unwrap(draft, beside)
    readings = reader.read(page, beside.site, known)
    parted = page if beside.is_html else split_lines(page, [line.seen for line in readings])
    if parted is not page:
        readings = reader.read(parted, beside.site, known)
    spam, flags = find_spam(page)
    layout = lay_out(parted, _seen(parted, readings, spam))
    bylines = find_bylines(parted, layout.zones, layout.title, [line.credits for line in readings])
    found = [*bylines.marks, *spam, *find_duplicates(page)]
    if draft.title is None and layout.title is not None:
        draft = draft._replace(title=_read_title(parted.lines[layout.title], found))
    marks = resolve(m for m in _yielding(layout, found) if m.kind not in keep and not _is_sure(page, m, beside))
    marks = reader.rules.exceptions.spare(page.text, marks)
    spaces = mark_spacing(page.text, page.folded, marks)
    if replaced := replaced_source(page.text, bylines.byline.source):
        bylines = replace(bylines, byline=replace(bylines.byline, source=None))
        flags = [*flags, replaced]
    draft = _gather(draft, bylines, (*bylines.flags, *flags))
    return draft._replace(revision=revise(draft.revision, [*marks, *spaces]))


def _seen(page: Page, readings: Sequence[LineReading], spam: Sequence[Mark]) -> list[Seen]:
    """Return what was seen on each line; what a finder takes whole above and below all others is the page's."""
    taken = {mark[:2] for mark in spam if mark.kind != "markup"}
    if not taken:
        return [line.seen for line in readings]
    known = [at[:2] in taken or len(at.folded) <= _SCRAP for at in page.lines]
    first = next((i for i, gone in enumerate(known) if not gone), 0)
    last = next((i for i in reversed(range(len(known))) if not known[i]), len(known))
    return [
        line.seen._replace(features=("chrome",), claimed=("chrome",))
        if page.lines[i][:2] in taken and not first <= i <= last
        else line.seen
        for i, line in enumerate(readings)
    ]


def _is_sure(page: Page, mark: Mark, beside: Beside) -> bool:
    """Say whether the page's markup is surer that a line is body than the layout is that it is not."""
    return mark.rule in _UNSURE and page.text[mark.start : mark.end] in beside.sure


def with_flags(draft: Draft, flags: Sequence[Flag]) -> Draft:
    """Add flags on a draft's text, placed on its source."""
    if not flags:
        return draft
    offsets = Offsets(draft.revision.edits)
    placed = [Flag(flag.flag, *offsets.to_source(flag.start, flag.end), flag.detail) for flag in flags]
    return draft._replace(flags=(*draft.flags, *(flag for flag in placed if flag not in draft.flags)))


def _unwrap(draft: Draft, beside: Beside) -> tuple[Page, Draft]:
    page = read_page(draft.revision.text, beside.title)
    wraps = [] if beside.is_html else find_hard_wraps(page)
    if not wraps:
        return page, draft
    draft = draft._replace(revision=revise(draft.revision, wraps))
    return read_page(draft.revision.text, beside.title), draft


def _read_title(line: Line, found: Iterable[Mark]) -> str:
    """Return the headline without what a finder takes out of it, and without the site's names."""
    inside = [
        mark._replace(start=mark.start - line.start, end=mark.end - line.start)
        for mark in found
        if line.start <= mark.start and mark.end <= line.end
    ]
    rest = revise(Revision(line.text, line.text), inside).text
    return headline(_LABEL.sub("", rest if rest.strip() else line.text))


def _yielding(layout: Layout, found: Sequence[Mark]) -> Iterator[Mark]:
    """Give what the finders found, and the lines that the layout gives away as far as no finder knows better."""
    finer = sorted(found)
    starts = [mark.start for mark in finer]
    for mark in layout.marks:
        at = mark.start
        for inner in finer[bisect_left(starts, mark.start) : bisect_left(starts, mark.end)]:
            if inner.end > mark.end or inner.start < at:
                continue
            if at < inner.start:
                yield mark._replace(start=at, end=inner.start)
            at = inner.end
        if at < mark.end:
            yield mark._replace(start=at)
    yield from finer


def _gather(draft: Draft, bylines: Bylines, flags: Sequence[Flag]) -> Draft:
    """Add what a look found to what is known: the first finding of a value holds, lists of people grow."""
    return with_flags(draft, flags)._replace(
        byline=_joined(draft.byline, bylines.byline),
        published=draft.published or bylines.published,
        dateline=draft.dateline or bylines.dateline,
    )


def _joined(one: Byline, other: Byline) -> Byline:
    if other == Byline():
        return one
    people = {
        name: tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name))))
        for name in ("authors", "reporters", "photographers", "editors", "contributors")
    }
    return Byline(source=one.source or other.source, **people)
