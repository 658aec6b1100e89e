"""The values of credits, and the reading position that the parts of the grammar share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsclean.byline.dates import LABEL, date_at
from newsclean.byline.people import is_name, is_organisation, is_outlet, is_police
from newsclean.byline.words import CONTRIBUTORS, EDITORS, PHOTOGRAPHERS, SLASH, furniture, role_of, role_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.byline.dates import DateAt
    from newsclean.model import Dateline

_MARKED = re.compile(rf" {{0,2}}[:|{SLASH}]")
_LONGEST_LABEL = 24
# Where a picture was found, or whoever sent it: nobody who made it.
_COPIED = re.compile(
    "翻[摄拍]|截[自图]|[取摘]自|网络|(?:热心)?(?:民众|网[友民]|读者|市民|警方|业者|家属|当事人|受访者|资料)"
    "|(?:facebook|instagram|twitter|youtube|threads|脸书|推特|微博|抖音|官网|fb|ig|x)(?![a-z])"
)
_SHORT_NAME = 5  # with the spaces in it


@dataclass(frozen=True, slots=True)
class Credit:
    """A value that a credit gives: the field, the text as the page has it, and its place in the line.

    `field` is one of the fields of Byline, `outlet` (an outlet named with a reporter or in a header), `agency` (that of
    a dateline) or `bare` (a name without a role, beside a date).
    """

    field: str
    value: str
    start: int
    end: int


def credits_of(text: str, name: str, spans: Iterable[tuple[int, int]], shift: int = 0) -> tuple[Credit, ...]:
    """Return what stands at spans of a part of a line that begins at `shift`; a short name set apart is closed up.

    >>> [credit.value for credit in credits_of("记者 方 敏", "reporters", [(3, 6)])]
    ['方敏']
    """
    return tuple(
        Credit(name, _closed_up(text[shift + start : shift + end]), shift + start, shift + end) for start, end in spans
    )


def _closed_up(name: str) -> str:
    name = name.strip()
    if name[:1] + name[-1:] == "《》":
        return name[1:-1]
    parts = name.split()
    return "".join(parts) if len(parts) > 1 and len(name) <= _SHORT_NAME and min(map(len, parts)) == 1 else name


def moved(values: Iterable[Credit], by: int) -> tuple[Credit, ...]:
    """Return values of a part of a line as values of the line."""
    return tuple(replace(value, start=value.start + by, end=value.end + by) for value in values)


@dataclass(frozen=True, slots=True)
class Credits:
    """What a whole line of credits says; `sure` if it would be taken for one even in the midst of a body.

    `open_role` is the field of a role that the line leaves empty, for the line after it. `pictures` says that the line
    names nobody but who made or gave the pictures, as captions do; `ends` that it says (完).
    """

    values: tuple[Credit, ...] = ()
    dates: tuple[DateAt, ...] = ()
    roles: tuple[str, ...] = ()
    sure: bool = True
    open_role: str | None = None
    pictures: bool = False
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Inline:
    """A credit that shares its paragraph with body text: `start` and `end` in the line, its kind, its values.

    `stays` says that the text belongs to the paragraph all the same (the photographer of a caption).
    """

    start: int
    end: int
    kind: str
    values: tuple[Credit, ...] = ()
    dateline: Dateline | None = None
    stays: bool = False


@dataclass(slots=True)
class Scan:
    """A line while it is read: the position, and what has been read so far."""

    text: str
    folded: str
    pos: int = 0
    values: list[Credit] = field(default_factory=list)
    dates: list[DateAt] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    sure: bool = True
    open_role: str | None = None
    acts: int = 0
    ends: bool = False
    loose: bool = False  # something was read that only a date or a second role beside it makes a credit

    def add(self, name: str, start: int, end: int) -> None:
        """Record a value."""
        self.values += (credit for credit in credits_of(self.text, name, [(start, end)]) if credit.value)

    def add_person(self, name: str, start: int, end: int) -> None:
        """Record a person; a site's name is an outlet, and an office neither photographs nor edits."""
        folded = self.folded[start:end].strip()
        office = is_organisation(folded) or is_police(folded)
        if self.is_copied(start, end) or (name in (PHOTOGRAPHERS, EDITORS) and office and not is_name(folded)):
            return
        titled = self.folded[start - 1 : start] == "《"
        outlet = titled or (name != CONTRIBUTORS and is_outlet(folded) and not is_name(folded))
        self.add("outlet" if outlet else name, start, end)

    def is_copied(self, start: int, end: int) -> bool:
        """Say whether a credit names where a picture was found, or whoever sent it, rather than who made it."""
        return _COPIED.match(self.folded, start, end) is not None

    def bare(self) -> list[Credit]:
        """Return the names without a role."""
        return [value for value in self.values if value.field == "bare"]

    def finish(self) -> Credits:
        """Return what was read."""
        people = {value.field for value in self.values} - {"source", "outlet"}
        return Credits(
            tuple(self.values),
            tuple(self.dates),
            tuple(self.roles),
            self.sure and not self.bare(),
            self.open_role,
            self.acts > 0 and people <= {PHOTOGRAPHERS} and set(self.roles) <= {PHOTOGRAPHERS, "none"},
            self.ends,
        )


def label_at(folded: str, at: int) -> bool:
    """Say whether a role, a date's label or a counter begins here, with its colon: an end of whatever stands before."""
    if folded.find(":", at, at + _LONGEST_LABEL) < 0:
        return False
    role = role_pattern().match(folded, at)
    if role and folded.startswith(":", role.end()) and not role["qualifiers"]:
        return True
    others = (LABEL.match(folded, at), furniture().match(folded, at))
    return any(label and ":" in label[0] for label in others)


def outlet_size(run: str) -> int:
    """Return how much of a run without spaces is an outlet with buttons, counters or a date glued to it, 0 for none.

    >>> outlet_size("海滨晚报参与互动"), outlet_size("海滨晚报2021-03-05"), outlet_size("海滨晚报")
    (4, 4, 0)
    """
    return next(
        (at for at in range(2, len(run)) if _is_furniture(run, at) and (is_outlet(run[:at]) or is_police(run[:at]))), 0
    )


def _is_furniture(run: str, at: int) -> bool:
    if date_at(run, at):
        return True
    while at < len(run) and (button := furniture().match(run, at)) and button.end() > at:
        at = button.end()
    return at == len(run)


def role_at(folded: str, pos: int) -> bool:
    """Say whether a role begins here: one that needs no mark, or one with its mark."""
    match = role_pattern().match(folded, pos)
    if match is None:
        return False
    return role_of(match)[1] == "bare" or _MARKED.match(folded, match.end()) is not None
