"""What a line says by itself, read once: by the rules, by its shape, by the grammar of credits."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from newsclean.byline import LineCredits, credit_of, read_credits
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

    def read(self, page: Page, site: Lines, known: dict[str, LineReading]) -> list[LineReading]:
        """Return what each line of a page says; `site` are the lines that a profile knows of its host.

        `known` keeps what was read of the page, so that at the next look only lines that changed are read again.
        """
        for line in page.lines:
            if line.text not in known:
                hits = profile_hits(site, line.folded) if site else ()
                read = self._read if hits or len(line.text) > _SHORT else self._remembered
                known[line.text] = read(line.text, line.folded, *hits)
        return [known[line.text] for line in page.lines]

    def _read(self, text: str, folded: str, *hits: Hit) -> LineReading:
        said = read_credits(text, folded)
        credit = credit_of(said.whole)
        if credit:
            hits = ()  # a date or an outlet that many pages state is still metadata
        return LineReading(see(folded, [*hits, *_hits(folded, self.rules)], credit), said)

    @cached_property
    def _remembered(self) -> Callable[..., LineReading]:
        return lru_cache(maxsize=_REMEMBERED)(self._read)

    def __reduce__(self) -> tuple[Any, ...]:
        return LineReader, (self.rules,)


def _hits(folded: str, rules: RuleSet) -> Sequence[Hit]:
    """Return the rules' hits; a line that is set with spaces between its characters is read without them."""
    if folded.count(" ") * 3 < len(folded) or len(_SPACED.findall(folded)) * 3 < len(folded):
        return rules.hits(folded)
    closed = rules.hits(_SPACED.sub("", folded))
    return [hit._replace(start=0, end=len(folded)) for hit in closed if hit.rule.where not in ("inline", "sentence")]
