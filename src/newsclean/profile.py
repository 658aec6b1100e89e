"""Site profiles: the lines that the pages of a host share, as `newsclean learn` finds them or a person writes them.

A profile is text, to be read, sorted and edited: after a first line that says what it is, one line of a host a row,

    host <tab> where <tab> articles <tab> line

`where` is head, tail or line (anywhere), `articles` in how many the line was seen, and the line stands in folded form.
The host `*` is every page's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from newsclean.errors import ConfigError, nearest
from newsclean.matching import fold
from newsclean.rules import Hit, Rule

HEADER = "# newsclean profile 1"
ANY_HOST = "*"
PLACES = ("head", "tail", "line")
_WHAT = {
    "head": "A line that the site repeats above its articles",
    "tail": "A line that the site repeats below its articles",
    "line": "A line that the site repeats inside its articles",
}
_RULES = {
    where: Rule(f"profile.{where}", "profile", where, what, "", (), (), "profile") for where, what in _WHAT.items()
}

Lines = Mapping[str, tuple[str, ...]]


class Row(NamedTuple):
    """A line that a host repeats: where on the page, and in how many articles it was seen."""

    host: str
    where: str
    articles: int
    line: str


class Profile(NamedTuple):
    """For each host its folded lines, and the places where each is known."""

    hosts: Mapping[str, Lines] = {}

    def lines(self, url: str | None) -> Lines:
        """Return the lines known of the page at an address.

        >>> Profile({"a.cn": {"点亮小红花": ("tail",)}}).lines("https://A.cn/1.html")
        {'点亮小红花': ('tail',)}
        """
        shared, own = self.hosts.get(ANY_HOST, {}), self.hosts.get(host_of(url), {})
        return {**shared, **own} if shared and own else own or shared


def profile_hits(lines: Lines, folded: str) -> list[Hit]:
    """Return a hit on the whole of a folded line for each place where the profile knows it.

    >>> [hit.rule.id for hit in profile_hits({"点亮小红花": ("tail",)}, "点亮小红花")]
    ['profile.tail']
    """
    return [Hit(_RULES[where], 0, len(folded)) for where in lines.get(folded, ())]


def host_of(url: str | None) -> str:
    """Return the host of an address in lower case, or `*` where there is none.

    >>> host_of("https://News.Example.cn:8080/a"), host_of("a/b.html"), host_of("http://[")
    ('news.example.cn', '*', '*')
    """
    try:
        return urlsplit(url or "").hostname or ANY_HOST
    except ValueError:
        return ANY_HOST


def load_profile(file: str | Path) -> Profile:
    """Read a profile; raise `ConfigError` naming file, line and what is wrong."""
    try:
        text = Path(file).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file}: not a profile: {error}") from error
    rows = text.split("\n")
    if rows[0].rstrip("\r") != HEADER:
        raise ConfigError(f"{file}: not a profile: the first line must be {HEADER!r}")
    hosts: dict[str, dict[str, tuple[str, ...]]] = {}
    for number, text_row in enumerate(rows[1:], 2):
        if text_row.strip() and not text_row.startswith("#"):
            row = _row(text_row.rstrip("\r"), f"{file}:{number}")
            lines = hosts.setdefault(row.host, {})
            lines[row.line] = (*lines.get(row.line, ()), row.where)
    return Profile(hosts)


def dump_profile(rows: Iterable[Row]) -> str:
    r"""Write a profile, by host and the commonest line first.

    >>> dump_profile([Row("a.cn", "tail", 7, "点亮小红花")]).splitlines()[1:]
    ['a.cn\ttail\t7\t点亮小红花']
    """
    ordered = sorted(rows, key=lambda row: (row.host, -row.articles, row.line, row.where))
    return "".join(f"{line}\n" for line in [HEADER, *("\t".join(map(str, row)) for row in ordered)])


def _row(text: str, at: str) -> Row:
    cells = text.split("\t")
    if len(cells) != 4:
        raise ConfigError(f"{at}: a row is host, where, articles and line, parted by tabs")
    host, where, articles, line = cells
    if where not in PLACES:
        raise ConfigError(f"{at}: unknown place {where!r}{nearest(where, PLACES)}")
    if not articles.isdecimal():
        raise ConfigError(f"{at}: {articles!r} is no number of articles")
    folded = fold(line).strip()
    if not folded:
        raise ConfigError(f"{at}: the line is empty")
    return Row(host.lower(), where, int(articles), folded)
