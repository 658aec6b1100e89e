"""What a line says by itself, read once: by the rules, by its shape, by the grammar of credits."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from newsclean.byline import NO_CREDITS, LineCredits, credit_of, read_credits
from newsclean.layout import Seen, see
from newsclean.matching import Page
from newsclean.profile import Lines, profile_hits
from newsclean.rules import Hit, RuleSet

_SPACED = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
_SHORT, _REMEMBERED = 80, 4096  # characters, lines: some 5 MB


class LineReading(NamedTuple):
    """What the layout sees in a line, and what the byline grammar reads in it."""

    seen: Seen
    credits: LineCredits


@dataclass(frozen=True, eq=False)
class LineReader:
    """Read lines with one set of rules; short ones, which sites repeat on every page, are remembered.

    What is read depends on the line alone, so that remembering changes no result. Immutable but for its memory, which
    is bounded, stays behind when a reader is pickled, and is safe in threads.
    """

    rules: RuleSet
    _remembered: dict[str, LineReading] = field(default_factory=dict, init=False, repr=False)

    def read(self, page: Page, site: Lines, known: dict[str, LineReading]) -> list[LineReading]:
        """Return what each line of a page says; `site` are the lines that a profile knows of its host.

        `known` keeps what was read of the page, so that at the next look only lines that changed are read again.
        """
        new = {line.text: line.folded for line in page.lines if line.text not in known}
        if new:
            self._read_new(new, site, known)
        return [known[line.text] for line in page.lines]

    def _read_new(self, new: Mapping[str, str], site: Lines, known: dict[str, LineReading]) -> None:
        of_site = {text: hits for text, folded in new.items() if (hits := profile_hits(site, folded))} if site else {}
        unread: dict[str, str] = {}
        for text, folded in new.items():
            alike = known.get(folded)  # the line in another script or width; only credits depend on that
            same = alike if alike and alike.credits is NO_CREDITS else self._remembered.get(text)
            if same and text not in of_site:
                known[text] = same
            else:
                unread[text] = folded
        for (text, folded), found in zip(unread.items(), self._hits([*unread.values()]), strict=True):
            known[text] = reading = _read(text, folded, found, of_site.get(text, ()))
            if reading.credits is NO_CREDITS:
                known.setdefault(folded, reading)
            if len(text) <= _SHORT and text not in of_site:
                self._remember(text, reading)

    def _hits(self, lines: Sequence[str]) -> list[Sequence[Hit]]:
        """Return the rules' hits on lines; one set with spaces between its characters is read without them."""
        closed = [_SPACED.sub("", folded) if _is_spaced(folded) else folded for folded in lines]
        return [
            hits if len(read) == len(folded) else _of_whole(hits, len(folded))
            for folded, read, hits in zip(lines, closed, self.rules.hits_of(closed), strict=True)
        ]

    def _remember(self, text: str, reading: LineReading) -> None:
        if len(self._remembered) >= _REMEMBERED:
            self._remembered.clear()
        self._remembered[text] = reading

    def __reduce__(self) -> tuple[Any, ...]:
        return LineReader, (self.rules,)


def _read(text: str, folded: str, hits: Sequence[Hit], of_site: Sequence[Hit]) -> LineReading:
    said = read_credits(text, folded)
    credit = credit_of(said.whole)
    if of_site and not credit:  # a date or an outlet that many pages state is still metadata
        hits = [*of_site, *hits]
    signed = bool(said.parts) and any(not part.stays for part in said.parts)
    return LineReading(see(folded, hits, credit, signed=signed), said)


def _is_spaced(folded: str) -> bool:
    """Say whether most characters of a line are set apart by spaces."""
    return folded.count(" ") * 3 >= len(folded) and len(_SPACED.findall(folded)) * 3 >= len(folded)


def _of_whole(hits: Sequence[Hit], length: int) -> list[Hit]:
    return [hit._replace(start=0, end=length) for hit in hits if hit.rule.where not in ("inline", "sentence")]
