"""What a page writes itself, beside what it sells: its trades and its pairs of characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean.find.lexicon import selling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.matching import Page

_SENTENCE_END = re.compile(r"[。!?…][”’)]*$")


@dataclass(frozen=True, slots=True)
class Told:
    """What the page writes itself: the trades that it names, and its pairs of characters."""

    trades: frozenset[str]
    pairs: frozenset[str]

    def writes_of(self, text: str) -> bool:
        """Tell whether the page itself writes about what a segment sells."""
        hits = selling(text)
        trades = {text[hit.start : hit.end] for hit in hits if hit.group == "service"}
        if trades:
            return not trades.isdisjoint(self.trades)
        core = text
        for hit in reversed(hits):
            core = core[: hit.start] + " " + core[hit.end :]
        pairs = pairs_of(core)
        return len(pairs) > 1 and len(pairs & self.pairs) >= 0.5 * len(pairs)


def read_told(page: Page, suspected: Sequence[tuple[int, int]]) -> Told:
    """Read the lines that end a sentence, without the suspected segments."""
    lines = without(page.folded, suspected).split("\n")
    text = "\n".join(line for line in lines if _SENTENCE_END.search(line.strip()[-4:]))
    trades = frozenset(text[hit.start : hit.end] for hit in selling(text) if hit.group == "service")
    return Told(trades, frozenset(pairs_of(text)))


def without(folded: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text without some spans, in order: what is left of it, piece by piece on lines."""
    parts, done = [], 0
    for start, end in spans:
        parts.append(folded[done:start])
        done = max(done, end)
    return "\n".join([*parts, folded[done:]])


def pairs_of(text: str) -> set[str]:
    """Return the pairs of Han characters that stand side by side."""
    return {a + b for a, b in pairwise(text) if "\u3400" <= a <= "\u9fff" and "\u3400" <= b <= "\u9fff"}
