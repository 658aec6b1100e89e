"""Whether a verdict is honoured by an article, and what else changed with it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from newsclean.model import Article, Edit
from newsclean.review.verdicts import Verdict

_WORD = re.compile(r"\w")
_SENTENCE = re.compile(r"[^。！？!?…\n]+[。！？!?…]+[”’」』）)]*")
_ENOUGH = 40  # characters of article; with fewer of them beyond it, a line stands above or below the body

Span = tuple[int, int]


def honours(article: Article, verdict: Verdict) -> bool:
    """Say whether what a verdict keeps is all there, or what it calls noise is all gone; signs aside."""
    gone = _gone(article)
    words = [at for at in range(verdict.start, verdict.end) if _WORD.match(verdict.source or "", at)]
    return all(_covers(gone, at) == (verdict.verdict == "noise") for at in words)


def taken(article: Article, plain: Article, judged: Sequence[Span], own: Collection[str]) -> list[Edit]:
    """Return the removals of an article that the plain one did not make, beside the spans judged.

    What the rules named in `own` take elsewhere is their purpose, and is left out.
    """
    before = _gone(plain)
    return [
        edit
        for edit in article.removed
        if edit.rule not in own
        and not any(start < edit.end and edit.start < end for start, end in judged)
        and any(not _covers(before, edit.start + found.start()) for found in _WORD.finditer(edit.before))
    ]


def stands(verdict: Verdict, article: Article) -> str:
    """Say where a text stands in its page: head and tail have almost nothing that stays beyond them."""
    above, below = (sum(len(part.strip()) for part in parts) for parts in _kept(verdict, article))
    if above < _ENOUGH <= below:
        return "head"
    return "tail" if below < _ENOUGH <= above else "line"


def sentences(verdict: Verdict, article: Article | None) -> list[str]:
    """Return the sentences that stay and that the verdict does not speak of; without an article, those near by."""
    text = article.text if article else f"{verdict.before}\n{verdict.after}"
    return [found for found in _SENTENCE.findall(text) if found not in verdict.text and verdict.text not in found]


def _gone(article: Article) -> list[Span]:
    return [(edit.start, edit.end) for edit in article.removed]


def _covers(spans: Sequence[Span], at: int) -> bool:
    i = bisect_left(spans, (at + 1,)) - 1
    return i >= 0 and at < spans[i][1]


def _kept(verdict: Verdict, article: Article) -> tuple[list[str], list[str]]:
    """Return the pieces of the source that stay before and after a verdict's text."""
    source = article.restore()
    kept = list(_between(_gone(article), len(source)))
    above = [source[a : min(b, verdict.start)] for a, b in kept if a < verdict.start]
    below = [source[max(a, verdict.end) : b] for a, b in kept if b > verdict.end]
    return above, below


def _between(spans: Sequence[Span], length: int) -> Iterator[Span]:
    at = 0
    for start, end in spans:
        yield at, start
        at = end
    yield at, length
