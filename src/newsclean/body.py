"""The body of a repaired text: what is not article leaves it, who and when goes to the metadata.

What leaves changes what its neighbours look like (a glued credit uncovers a heading, a removed footer makes another
line the last). So the page is looked at again until nothing more leaves: that cleaned text is clean is then no hope but
how the loop ends. Lines that did not change are not looked at twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from newsclean.byline import Bylines, credit_of, find_bylines
from newsclean.byline.title import headline
from newsclean.edits import Offsets, Revision, resolve, revise
from newsclean.find import find_spam
from newsclean.find.duplicates import find_duplicates
from newsclean.layout import Layout, Seen, find_hard_wraps, lay_out, mark_spacing, see
from newsclean.matching import Line, Page, read_page
from newsclean.model import Byline, Dateline, Flag, Mark
from newsclean.rules import Hit, RuleSet

# Every round but the last takes something out, so the rounds end by themselves; the bound keeps a hostile page linear.
_ROUNDS = 8
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Body:
    """What became of a text, and the metadata that was found on the way; flags are on the source."""

    revision: Revision
    title: str | None = None
    byline: Byline = Byline()
    published: str | None = None
    dateline: Dateline | None = None
    flags: tuple[Flag, ...] = ()


def find_body(revision: Revision, rules: RuleSet, keep: frozenset[str], title: str | None = None) -> Body:
    """Take out of a repaired text what is not article; `keep` names kinds that stay, `title` is a hint."""
    body = Body(revision)
    known: dict[str, Seen] = {}
    for _ in range(_ROUNDS):
        before = body.revision.text
        page, body = _unwrap(body, title)
        layout = lay_out(page, [_see(line, rules, known) for line in page.lines])
        bylines = find_bylines(page, layout.zones)
        spam, flags = find_spam(page)
        found = [*bylines.marks, *spam, *find_duplicates(page)]
        if body.title is None and layout.title is not None:
            body = replace(body, title=_read_title(page.lines[layout.title], found))
        marks = resolve(mark for mark in _yielding(layout, found) if mark.kind not in keep)
        body = _gather(body, bylines, (*bylines.flags, *flags))
        spaces = mark_spacing(page.text, page.folded, marks)
        body = replace(body, revision=revise(body.revision, [*marks, *spaces]))
        if body.revision.text == before:
            break
    return body


def _unwrap(body: Body, title: str | None) -> tuple[Page, Body]:
    page = read_page(body.revision.text, title)
    wraps = find_hard_wraps(page)
    if not wraps:
        return page, body
    body = replace(body, revision=revise(body.revision, wraps))
    return read_page(body.revision.text, title), body


def _see(line: Line, rules: RuleSet, known: dict[str, Seen]) -> Seen:
    if line.folded not in known:
        known[line.folded] = see(line.folded, _hits(line.folded, rules), credit_of(line.text, line.folded))
    return known[line.folded]


def _hits(folded: str, rules: RuleSet) -> list[Hit]:
    """Return the rules' hits; a line that is set with spaces between its characters is read without them."""
    if len(_SPACED.findall(folded)) * 3 < len(folded):
        return rules.hits(folded)
    closed = rules.hits(_SPACED.sub("", folded))
    return [replace(hit, start=0, end=len(folded)) for hit in closed if hit.rule.where not in ("inline", "sentence")]


def _read_title(line: Line, found: Iterable[Mark]) -> str:
    """Return the headline without what a finder takes out of it, and without the site's names."""
    inside = [
        mark._replace(start=mark.start - line.start, end=mark.end - line.start)
        for mark in found
        if line.start <= mark.start and mark.end <= line.end
    ]
    return headline(revise(Revision(line.text, line.text), inside).text)


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


def _gather(body: Body, bylines: Bylines, flags: Iterable[Flag]) -> Body:
    """Add what a round found to what is known: the first finding of a value holds, lists of people grow."""
    offsets = Offsets(body.revision.edits)
    placed = [replace(flag, **dict(zip(("start", "end"), offsets.to_source(flag.start, flag.end)))) for flag in flags]
    return replace(
        body,
        byline=_joined(body.byline, bylines.byline),
        published=body.published or bylines.published,
        dateline=body.dateline or bylines.dateline,
        flags=(*body.flags, *(flag for flag in placed if flag not in body.flags)),
    )


def _joined(one: Byline, other: Byline) -> Byline:
    people = {
        name: tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name))))
        for name in ("authors", "reporters", "photographers", "editors", "contributors")
    }
    return Byline(source=one.source or other.source, **people)
