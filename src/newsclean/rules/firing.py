"""Where a rule may fire, and how much of a line goes when it does: one function for each `where`."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclean.rules.rule import Hit, Rule

_LEADING = " ([{【〔<〈〖■□◆◇●○▲△▼▽※★☆*·-—–_>»|#/:,、→➤►▶◎✦◤◢◥◣↑↓👉☞☛✅📌❖⊙◉▍▎"
_TRAILING = " )]}】〕>〉〗■□◆◇●○▲△▼▽※★☆*·-—–_»|#/→➤►▶◎✦◤◢◥◣↓☜👈❖◉"
_SENTENCE_END = re.compile(r"[。!?…]+")
_CLOSING = re.compile(r"[)\]】〕”’ ]*")
# Who tells of a notice, or says what he thinks of it: 转载请注明出处,这是他写在每篇文章后面的话.
_TELLS = re.compile(
    "(?<!其)[他她](?:们|的|在|说|写|自|把|也|都|却|总)|[,:](?:这是|那是|这话|这句|说得|听起来|听上去)|个字|字样"
)
# Longer lines are articles, whatever they begin with; also the bound that keeps every pattern linear.
LINE_LIMIT = 400


def _line_hits(rule: Rule, folded: str, _: list[int]) -> list[Hit]:
    head = folded[:LINE_LIMIT]
    for start, text in _cores(head, len(folded) <= LINE_LIMIT):
        match = rule.regex.match(text)
        if match:
            if len(folded) <= LINE_LIMIT:
                return [Hit(rule, 0, len(folded))]
            end = _sentence_end(folded, start + match.end())
            return [Hit(rule, 0, end)] if end else []
    return []


@lru_cache(maxsize=2)  # every rule of a line asks
def _cores(text: str, whole: bool) -> tuple[tuple[int, str], ...]:
    """Return the readings of a line that a pattern may begin on: as it is, and without its brackets and bullets."""
    start = leading(text)
    inner = text[start:]
    bare = inner.rstrip(_TRAILING) if whole else inner
    readings = [(0, text)]
    if start:
        readings.append((start, inner))
    if bare and bare != inner:
        readings.append((start, bare))
    return tuple(readings)


def _sentence_hits(rule: Rule, folded: str, literals: list[int]) -> list[Hit]:
    hits: list[Hit] = []
    for at in literals or [0]:
        if hits and at < hits[-1].end:
            continue
        start = _sentence_start(folded, at)
        match = rule.regex.match(folded, start)
        if match:
            first = _with_opening(folded, start)
            end = _sentence_end(folded, match.end())
            quoted = _quoted(folded, first) or _opens_quote(folded, start, match.end())
            if end and not quoted and not _TELLS.search(folded, start, end) and not (hits and first < hits[-1].end):
                hits.append(Hit(rule, first, end))
    return hits


def _inline_hits(rule: Rule, folded: str, literals: list[int]) -> list[Hit]:
    hits: list[Hit] = []
    reach = LINE_LIMIT if rule.reviewed else LINE_LIMIT // 2  # a reviewer marks whole paragraphs of pages on one line
    for at in literals or [0]:
        low = max(hits[-1].end if hits else 0, at - reach)
        if hits and at < low:
            continue
        match = rule.regex.search(folded, low, at + reach)
        if match and (rule.reviewed or not _quoted(folded, match.start())):
            hits.append(Hit(rule, match.start(), match.end()))
    return hits


def leading(folded: str) -> int:
    """Return how many brackets and bullets a folded line begins with."""
    return len(folded) - len(folded.lstrip(_LEADING))


LEADING = frozenset(_LEADING)
"""The brackets and bullets that a line may begin with before a rule matches."""

ANCHORED = frozenset(("head", "tail", "line"))
FIRING = {
    "head": _line_hits,
    "tail": _line_hits,
    "line": _line_hits,
    "sentence": _sentence_hits,
    "inline": _inline_hits,
}


def _sentence_start(folded: str, at: int) -> int:
    """Return where the sentence around `at` begins, after its brackets and bullets."""
    low = max(0, at - LINE_LIMIT)
    start = max([folded.rfind(mark, low, at) for mark in "。!?…"]) + 1 if at else 0
    start = max(start, low or 0)
    while start < at and folded[start] in _LEADING + "”)]】〕":
        start += 1
    return start


def _with_opening(folded: str, start: int) -> int:
    """Return the start with the brackets and bullets before it, but not those that close something earlier."""
    while start and folded[start - 1] in _LEADING and folded[start - 1] not in ":,、":
        start -= 1
    return start


def _sentence_end(folded: str, at: int) -> int | None:
    """Return where the sentence that goes on at `at` ends, its closing brackets included; None if that is far off."""
    found = _SENTENCE_END.search(folded, max(at - 1, 0), at + LINE_LIMIT)
    if found:
        closed = _CLOSING.match(folded, found.end())
        return closed.end() if closed else found.end()
    return len(folded) if len(folded) <= at + LINE_LIMIT else None


def _quoted(folded: str, at: int) -> bool:
    return _opens_quote(folded, max(0, at - LINE_LIMIT), at)


def _opens_quote(folded: str, start: int, end: int) -> bool:
    """Tell whether a quotation begins between two places that does not end there: who quotes a notice reports it."""
    return folded.count("“", start, end) > folded.count("”", start, end)
