"""What is known of one line before the page is cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.layout.chrome import Chrome, read_chrome
from newsclean.layout.features import claimed_by, features, shape
from newsclean.rules import Hit


class Seen(NamedTuple):
    """The rules' hits on a line, its credit if it is one, its features, and what rules claim of the whole line.

    `signed` says that a dateline or credits leave the line, and that the rest of it is text.
    """

    hits: tuple[Hit, ...]
    credit: str | None
    features: tuple[str, ...]
    claimed: tuple[str, ...]
    signed: bool = False


def see(folded: str, hits: Sequence[Hit], credit: str | None, *, signed: bool = False) -> Seen:
    """Describe one folded line by itself."""
    known = bool(hits) and any(hit.rule.where == "line" and hit.start == 0 and hit.end == len(folded) for hit in hits)
    chrome = Chrome() if known else read_chrome(folded)
    if not (hits or credit or chrome.hits or chrome.label):
        return Seen((), None, (shape(folded),), (), signed)  # as most lines
    hits = (*hits, *chrome.hits)
    claimed = claimed_by(hits, len(folded))
    shown = ("label",) if chrome.label and not (claimed or credit) else features(folded, hits, credit)
    return Seen(hits, credit, shown, claimed, signed)
