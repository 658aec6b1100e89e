"""The byline of a page: which lines and parts of lines are credits, and what they say together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from newsclean.byline.header import read_header_names, read_labels
from newsclean.byline.inline import find_inline
from newsclean.byline.line import read_line
from newsclean.byline.people import is_desk, is_name, is_outlet, is_placeholder
from newsclean.byline.reader import RANK, Reader
from newsclean.byline.scan import Credits
from newsclean.byline.title import is_section
from newsclean.byline.words import AUTHORS, PEOPLE
from newsclean.matching import Page, fold
from newsclean.model import Byline, Dateline, Flag, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.byline.scan import Inline

_NO_BYLINE = Byline()


class LineCredits(NamedTuple):
    """What a line says of who and when, by itself: all of it, or parts of it beside body text."""

    whole: Credits | None
    parts: tuple[Inline, ...] = ()


NO_CREDITS = LineCredits(None)


def read_credits(text: str, folded: str) -> LineCredits:
    """Read a line as credits, or find those that it holds.

    >>> read_credits("责任编辑：林晓", "责任编辑:林晓").whole.roles
    ('editors',)
    """
    read = read_line(text, folded)
    if read:
        return LineCredits(read)
    parts = find_inline(text, folded)
    return LineCredits(None, tuple(parts)) if parts else NO_CREDITS


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
    reader = Reader(page, zones, title, [line.whole for line in read], [line.parts for line in read])
    read_labels(reader)
    for at in range(len(page.lines)):
        reader.read(at)
    read_header_names(reader)
    return _sum_up(reader)


def _settle_accounts(reader: Reader) -> None:
    """Take names without a role: an account that posts is the source where none is named, else the author."""
    for account in reversed(reader.accounts):
        name = fold(account)
        known = {person for names in reader.people.values() for person in names}
        if any(account == source for _, source in reader.sources) or set(account.split()) <= known:
            continue
        if is_placeholder(name) or is_section(name) or is_desk(name):
            continue  # 作者, 编辑: the label of a name that stands elsewhere
        if is_outlet(name) or not (_is_person(name) or any(rank <= 1 for rank, _ in reader.sources)):
            reader.sources.append((RANK["header"], account))
        elif account not in reader.people[AUTHORS] and (_is_person(name) or not reader.people[AUTHORS]):
            reader.people[AUTHORS].append(account)


def _sum_up(reader: Reader) -> Bylines:
    """Return the marks in order, the first of each value by rank."""
    _settle_accounts(reader)
    source = min(reader.sources, key=lambda pair: pair[0], default=(0, None))[1]
    published = min(reader.dates, key=lambda pair: pair[0], default=(0, None))[1]
    byline = Byline(source, *(tuple(reader.people[name]) for name in PEOPLE))
    marks = tuple(sorted(reader.marks, key=lambda mark: mark.start))
    return Bylines(marks, byline, published, reader.dateline, tuple(reader.flags))


def _is_person(name: str) -> bool:
    """An account of one Latin word (GameForce) is no person's name."""
    return is_name(name) and (" " in name or not name.isascii())
