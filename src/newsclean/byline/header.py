"""The bare lines of a header: the account above the date, the outlet below it, a name under the headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.byline.people import is_name, is_outlet
from newsclean.byline.scan import credits_of
from newsclean.byline.words import AUTHORS, HAN, furniture, roles

if TYPE_CHECKING:
    from newsclean.byline.reader import Reader
    from newsclean.byline.scan import Credit, Credits

_TITLE = re.compile("[^>|›»]{8,}")
_MASTHEAD = re.compile(f"《?([{HAN}]{{2,10}})》? +(?:首页|主页|目录|封面|总?第 ?\\d+ ?期|新闻|要闻)")
_BELOW_TITLE, _LABELS_BELOW, _PROSE, _NAME = 4, 10, 24, 4
_DATE_LABEL = re.compile("(?:发布|发表|更新)?(?:时间|日期)")
_WRITER = re.compile(f"(?P<outlet>[{HAN}a-z0-9]{{2,12}}) (?P<who>[{HAN}·]{{2,8}})(?:[、/ ][{HAN}]{{2,4}})?")
_WESTERN = re.compile("[a-z][a-z.'-]+(?: [a-z][a-z.'-]*){1,3}")
_ACCOUNT = re.compile(f"[{HAN}a-z0-9·]{{2,10}}")


def read_labels(reader: Reader) -> None:
    """Take labels that stand on lines of their own in the header, each above its value: 来源, below it 海滨晚报."""
    for at in range(len(reader.page.lines) - 1):
        label = reader.page.lines[at]
        if at in reader.done or reader.zones[at] != "head" or not _below_title(reader, at, _LABELS_BELOW):
            continue
        role, sort = roles().get(label.folded.strip("· "), ("", "slash"))
        dated = _DATE_LABEL.fullmatch(label.folded) and _only_date(reader, at + 1)
        if sort != "slash" and role and reader.credits[at + 1] is None:
            reader.take_below(role, at + 1)
        if dated or at + 1 in reader.done:
            reader.take_whole(at, "byline.label-above")


def read_header_names(reader: Reader) -> None:
    """Take the bare lines of a header block: the account above the date, the outlet below it, names said again."""
    named = (
        set(reader.accounts)
        | {name for names in reader.people.values() for name in names}
        | {name for _, name in reader.sources}
    )
    for at in range(len(reader.page.lines) - 1, -1, -1):
        line = reader.page.lines[at]
        if at not in reader.done and len(line.folded) <= _NAME and _signs_title(reader, at):
            reader.take_whole(at, "byline.below-title", credits_of(line.text, AUTHORS, [(0, len(line.text))]), 0.9)
        if at in reader.done or not (reader.zones[at] == "head" or _opens_body_as_outlet(reader, at)):
            continue
        if (mast := _MASTHEAD.match(line.folded)) and is_outlet(mast[1]):
            reader.take(credits_of(line.text, "masthead", [mast.span(1)]), line.start)
        if not _below_title(reader, at):
            continue
        if line.text in named:
            reader.mark(line.start, line.end, "byline", "byline.name-again")
        elif values := _outlet_and_name(reader, at) or _account(reader, at):
            reader.take_whole(at, "byline.header-name", values, 0.9)


def _signs_title(reader: Reader, at: int) -> bool:
    """Say whether a person's name alone stands right below the headline, and the text after it."""
    name = reader.page.lines[at].folded
    below = reader.title is not None and at == reader.title + 1 and reader.zones[at] in ("head", "body")
    named = below and len(name) <= _NAME and is_name(name) and not is_outlet(name)
    return named and at + 1 < len(reader.page.lines) and len(reader.page.lines[at + 1].folded) >= _PROSE


def _opens_body_as_outlet(reader: Reader, at: int) -> bool:
    """Say whether an outlet, alone or with a writer, stands between the date of the head and the body."""
    if reader.zones[at] != "body" or not at or reader.zones[at - 1] != "head":
        return False
    dated = _only_date(reader, at - 1) or _only_date(reader, at - 2)
    return dated and (is_outlet(reader.page.lines[at].folded) or bool(_outlet_and_name(reader, at)))


def _below_title(reader: Reader, at: int, reach: int = _BELOW_TITLE) -> bool:
    """Say whether a line stands shortly below what reads as a headline, or is an outlet shortly above the headline."""
    if reader.title is not None:
        above = reader.title - at
        return -reach <= above < 0 or (0 < above <= reach and is_outlet(reader.page.lines[at].folded))
    lines = reader.page.lines[max(0, at - _BELOW_TITLE) : at]
    return any(_TITLE.fullmatch(line.folded) and line.folded.count(" ") <= 3 for line in lines)


def _account(reader: Reader, at: int) -> tuple[Credit, ...]:
    """Return the account, the writer or the outlet that a bare line above the date names, or the outlet below it."""
    line = reader.page.lines[at]
    western = line.text.istitle() and _WESTERN.fullmatch(line.folded)
    if not (western or _ACCOUNT.fullmatch(line.folded)) or furniture().fullmatch(line.folded):
        return ()
    above = _only_date(reader, at + 1) or (_may_skip(reader, at + 1) and _only_date(reader, at + 2))
    below = _only_date(reader, at - 1) or (reader.zones[at] == "body" and _only_date(reader, at - 2))
    among = reader.stamped and (_in_header(reader, at - 1) or _in_header(reader, at + 1))
    stands = above or ((below or among) and is_outlet(line.folded))
    return credits_of(line.text, "bare", [(0, len(line.text))]) if stands else ()


def _outlet_and_name(reader: Reader, at: int) -> tuple[Credit, ...]:
    """Return the outlet and the writer that a line beside the date names, without a role: 海滨时报 周远航、临海."""
    text = reader.page.lines[at].text
    match = _WRITER.fullmatch(reader.page.lines[at].folded)
    if match is None or not (_only_date(reader, at - 1) or _only_date(reader, at + 1)):
        return ()
    if not (is_outlet(match["outlet"]) and is_name(match["who"])):
        return ()
    return credits_of(text, "outlet", [match.span("outlet")]) + credits_of(text, AUTHORS, [match.span("who")])


def _may_skip(reader: Reader, at: int) -> bool:
    """Say whether a line between an account and its date is a name that was taken, or a button (+关注)."""
    in_page = at < len(reader.page.lines)
    return at in reader.done or (in_page and bool(furniture().fullmatch(reader.page.lines[at].folded.strip("+ "))))


def _in_header(reader: Reader, at: int) -> Credits | None:
    """Return the credits of a line of the head, None where there is none."""
    return reader.credits[at] if 0 <= at < len(reader.zones) and reader.zones[at] == "head" else None


def _only_date(reader: Reader, at: int) -> bool:
    read = _in_header(reader, at)
    return read is not None and bool(read.dates) and not read.roles and not read.values
