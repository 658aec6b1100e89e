"""Lines that a site repeats, counted over a corpus in bounded memory."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from newsclean.byline import read_line
from newsclean.corpus.chunks import chunks
from newsclean.corpus.fields import Fields, Item
from newsclean.corpus.work import Reject, parts, read_item
from newsclean.decoding import decode
from newsclean.errors import RecordError
from newsclean.extract import extract, looks_like_html
from newsclean.matching import fold
from newsclean.profile import Row, host_of

AT_LEAST = 5  # articles
_SHARE = 0.002  # of a host's articles; what is rarer is a series or a formula as often as it is the page's
# Mid-article a formula of speech repeats too (salutations, 记者：); an insertion of the site is on many of its pages.
_INSERTED_SHARE, _INSERTED_LENGTH = 0.02, 8
_OUTSIDE = 0.1  # of its places; rarer ones are articles whose prose was not told
_LONGEST = 400
_PROSE = re.compile(r".{24}.*[。!?]", re.DOTALL)
# Bounds of memory: when there are more lines the rarest are forgotten (lossy counting, Manku and Motwani 2002), so
# that no count is ever too high.
_MOST, _MOST_SEEN = 1_000_000, 1_000_000


@dataclass(slots=True)
class _Host:
    articles: int = 0
    lines: dict[str, list[int]] = field(default_factory=dict)  # articles; how often above, inside and below the prose


class Counts:
    r"""How often each line stands on pages of its host, and where.

    >>> counts = Counts()
    >>> for day in range(1, 8):
    ...     counts.add("a.cn", f"{day}日上午,工人们在河边栽下了{day}百棵柳树,居民说以后散步有树荫了。\n点亮小红花")
    >>> list(counts.rows())
    [Row(host='a.cn', where='tail', articles=7, line='点亮小红花')]
    """

    def __init__(self, most: int = _MOST) -> None:
        """Begin with nothing counted; `most` is how many lines are remembered."""
        self._most = most
        self._hosts: dict[str, _Host] = {}
        self._size = 0
        self._seen: set[int] = set()

    def add(self, host: str, text: str, title: str | None = None) -> None:
        """Count the lines of an article once each; an article that was there already says nothing new."""
        lines = list(dict.fromkeys(filter(None, map(str.strip, fold(text).split("\n")))))
        if not lines or self._is_known(host, max(lines, key=len)):
            return
        counted = self._hosts.setdefault(host, _Host())
        counted.articles += 1
        self._size -= len(counted.lines)
        prose = [i for i, line in enumerate(lines) if _PROSE.match(line) and line not in counted.lines]
        headline = fold(title).strip() if title else None
        for i, line in enumerate(lines):
            if len(line) <= _LONGEST and line != headline:
                _count(counted.lines, line, _place(i, prose))
        self._size += len(counted.lines)
        if self._size > self._most:
            self._forget()

    def rows(self, at_least: int = AT_LEAST) -> Iterator[Row]:
        """Yield the lines that are the sites' and not their articles', seen in `at_least` articles and more."""
        for host, counted in self._hosts.items():
            for line, (articles, *places) in counted.lines.items():
                share = articles / counted.articles
                if articles >= at_least and share >= _SHARE and read_line(line, line) is None:
                    for where in _where(line, share, places):
                        yield Row(host, where, articles, line)

    def _is_known(self, host: str, longest: str) -> bool:
        key = hash((host, longest))
        if key in self._seen:
            return True
        if len(self._seen) >= _MOST_SEEN:
            self._seen.clear()
        self._seen.add(key)
        return False

    def _forget(self) -> None:
        """Drop the rarest lines of all hosts until a quarter of the room is free."""
        floor = 0
        while 4 * self._size > 3 * self._most:
            floor += 1
            for host in self._hosts.values():
                host.lines = {line: counts for line, counts in host.lines.items() if counts[0] > floor}
            self._size = sum(len(host.lines) for host in self._hosts.values())


def learn(
    inputs: Iterable[str], form: str, fields: Fields, at_least: int, on_reject: Callable[[Reject], None]
) -> tuple[list[Row], int]:
    """Return the lines that the sites of a corpus repeat, and how many articles were read.

    `inputs`, `form` and `fields` are those of `clean_corpus`; `on_reject` is told each record that cannot be read.
    """
    counts, read = Counts(), 0
    page_form = form if form in ("text", "html") else "auto"
    for chunk in chunks(inputs, form):
        for place, part in parts(chunk):
            try:
                counts.add(*_text(read_item(chunk.form, part, fields, page_form)))
            except RecordError as error:
                on_reject(Reject(place, "read", str(error)))
            else:
                read += 1
    return list(counts.rows(at_least)), read


def _text(item: Item) -> tuple[str, str, str | None]:
    """Return host, text and title of a record."""
    hints = item.hints
    text = item.raw if isinstance(item.raw, str) else decode(item.raw, hints.get("content_type")).text
    form = hints.get("form")
    if form == "html" or (form is None and looks_like_html(text)):
        text = extract(text, hints.get("url")).text
    return host_of(hints.get("url")), text, hints.get("title")


def _place(at: int, prose: list[int]) -> int | None:
    """Say where a line stands: 1 above the prose of its article, 2 inside, 3 below; None where there is no prose."""
    if not prose:
        return None
    return 1 if at < prose[0] else 3 if at > prose[-1] else 2


def _count(lines: dict[str, list[int]], line: str, place: int | None) -> None:
    """Count a line; a line that is new looks like prose itself, so its first place says nothing."""
    counts = lines.get(line)
    if counts is None:
        lines[line] = [1, 0, 0, 0]
        return
    counts[0] += 1
    if place:
        counts[place] += 1


def _where(line: str, share: float, places: list[int]) -> Iterator[str]:
    above, inside, below = places
    rare = _OUTSIDE * sum(places)
    if inside > rare:
        if share >= _INSERTED_SHARE and len(line) >= _INSERTED_LENGTH and not line.endswith(":"):
            yield "line"
        return
    if above > rare:
        yield "head"
    if below > rare:
        yield "tail"
