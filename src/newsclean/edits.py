"""Marks become changes here and nowhere else: resolve, apply, compose, revert, map offsets.

A `Revision` is a source text, what it reads now, and the edits between the two. Every stage marks the text that it
was given; `revise` applies the marks and composes them with the edits that came before, so that the record always
speaks of the source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsclean.model import REMOVED_KINDS, Edit, Mark

_REMOVED = frozenset(REMOVED_KINDS)


class Change(NamedTuple):
    """An `Edit` in the making: each look and each stage moves and merges those before it, which tuples do cheaply."""

    start: int
    end: int
    before: str
    after: str
    stage: str
    kind: str
    rule: str
    confidence: float = 1.0


class Revision(NamedTuple):
    """A source text, what it reads now, and the sorted, disjoint changes between the two."""

    source: str
    text: str
    edits: tuple[Change, ...] = ()

    def record(self) -> tuple[Edit, ...]:
        """Return the changes as an article has them."""
        return tuple([Edit(*change) for change in self.edits])


def resolve(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks that hold, sorted and disjoint.

    The mark that starts first holds, of those the longest, of those the surest. What another contains falls; of two
    removals that cross, the later is cut; of a crossing replacement nothing is kept.

    >>> [(m.start, m.end) for m in resolve([Mark(2, 4, "", "", ""), Mark(0, 3, "", "", ""), Mark(1, 2, "", "", "")])]
    [(0, 3), (3, 4)]
    """
    found = list(marks)
    if all(one.end <= other.start for one, other in pairwise(found)):
        return found
    held: list[Mark] = []
    end = 0
    for mark in sorted(found, key=lambda m: (m.start, -m.end, -m.confidence)):
        if mark.start >= end:
            held.append(mark)
            end = mark.end
        elif mark.end > end and not mark.after:
            held.append(mark._replace(start=end))
            end = mark.end
    return held


def revise(revision: Revision, marks: Iterable[Mark]) -> Revision:
    """Apply marks on a revision's text and return the next revision.

    >>> first = Revision("我們(men)好", "我們(men)好")
    >>> second = revise(first, [Mark(2, 7, "repair", "pinyin_gloss", "gloss")])
    >>> third = revise(second, [Mark(1, 2, "script", "script", "t2s", "们")])
    >>> third.text, [(e.start, e.end, e.before, e.after) for e in third.edits]
    ('我们好', [(1, 2, '們', '们'), (2, 7, '(men)', '')])
    """
    held = resolve(marks)
    if not held:
        return revision
    text = revision.text
    changed = [
        Change(start, end, before, after, stage, kind, rule, round(confidence, 2))
        for start, end, stage, kind, rule, after, confidence in held
        if (before := text[start:end]) != after
    ]
    return Revision(revision.source, _apply(text, changed), tuple(_compose(revision, changed)))


def revert(text: str, edits: Sequence[Edit | Change]) -> str:
    """Undo edits: the source that they were made on.

    >>> done = revise(Revision("甲乙丙", "甲乙丙"), [Mark(1, 2, "find", "advertisement", "ad")])
    >>> revert(done.text, done.edits)
    '甲乙丙'
    """
    parts: list[str] = []
    done = taken = 0
    for edit in edits:
        kept = edit.start - done
        parts += (text[taken : taken + kept], edit.before)
        done, taken = edit.end, taken + kept + len(edit.after)
    parts.append(text[taken:])
    return "".join(parts)


class Offsets:
    """Map offsets of a revision's text to its source."""

    def __init__(self, edits: Sequence[Change]) -> None:
        self._edits = edits
        self._starts: list[int] = []
        shift = 0
        for edit in edits:
            self._starts.append(edit.start + shift)
            shift += len(edit.after) - (edit.end - edit.start)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source that reads as `start` to `end` now; inside a replacement, all of it.

        >>> done = revise(Revision("&lt;甲乙", "&lt;甲乙"), [Mark(0, 4, "repair", "entity", "entity", "<")])
        >>> Offsets(done.edits).to_source(0, 2)
        (0, 5)
        """
        first = self._char(start)[0]
        return (first, self._char(end - 1)[1]) if end > start else (first, first)

    def _char(self, at: int) -> tuple[int, int]:
        i = bisect_right(self._starts, at) - 1
        if i < 0:
            return at, at + 1
        edit = self._edits[i]
        past = at - self._starts[i] - len(edit.after)
        return (edit.end + past, edit.end + past + 1) if past >= 0 else (edit.start, edit.end)


def _apply(text: str, edits: Sequence[Change]) -> str:
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += (text[done : edit.start], edit.after)
        done = edit.end
    parts.append(text[done:])
    return "".join(parts)


def _compose(revision: Revision, later: list[Change]) -> list[Change]:
    """Write edits on a revision's text as edits on its source, together with those already made."""
    earlier = revision.edits
    if not earlier:
        return later
    composed: list[Change] = []
    i = j = 0
    shift = 0  # offset in the text = offset in the source + shift, between edits
    while i < len(earlier) and j < len(later):
        edit = earlier[i]
        if edit.start + shift + len(edit.after) <= later[j].start:
            composed.append(edit)
            shift += len(edit.after) - (edit.end - edit.start)
            i += 1
        elif later[j].end <= edit.start + shift:
            composed.append(_moved(later[j], -shift))
            j += 1
        else:
            i, j, shift = _merge(revision, i, j, shift, later, composed)
    return [*composed, *earlier[i:], *(_moved(edit, -shift) for edit in later[j:])]


def _moved(edit: Change, by: int) -> Change:
    return Change(edit.start + by, edit.end + by, *edit[2:]) if by else edit


def _merge(
    revision: Revision, i: int, j: int, shift: int, later: list[Change], composed: list[Change]
) -> tuple[int, int, int]:
    """Merge the run of edits that touch one another from earlier[i] and later[j] into one edit on the source."""
    earlier, text = revision.edits, revision.text
    low = min(earlier[i].start + shift, later[j].start)
    high, first_i, first_j, first_shift = low, i, j, shift
    while True:
        if i < len(earlier) and (earlier[i].start + shift < high or i == first_i):
            high = max(high, earlier[i].start + shift + len(earlier[i].after))
            shift += len(earlier[i].after) - (earlier[i].end - earlier[i].start)
            i += 1
        elif j < len(later) and (later[j].start < high or j == first_j):
            high = max(high, later[j].end)
            j += 1
        else:
            break
    start, end = low - first_shift, high - shift
    before, over = earlier[first_i:i], later[first_j:j]
    if len(over) == 1 and over[0].after and not any(edit.after for edit in before):
        composed += _around(revision.source, start, end, before, over[0])
        return i, j, shift
    after = _apply(text[low:high], [_moved(edit, -low) for edit in over])
    by = _named_by(before, over, after)
    composed.append(Change(start, end, revision.source[start:end], after, by.stage, by.kind, by.rule, by.confidence))
    return i, j, shift


def _around(source: str, start: int, end: int, gone: Sequence[Change], over: Change) -> list[Change]:
    """Write a replacement that spans what is gone already as edits around it, so that both stay on record.

    The first piece that reads so already takes the replacement, else the first of all.
    """
    cuts = [start, *(at for edit in gone for at in (edit.start, edit.end)), end]
    pieces = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if a < b]
    takes = next((piece for piece in pieces if source[slice(*piece)] == over.after), pieces[0])
    edits = [
        Change(
            a, b, source[a:b], over.after if (a, b) == takes else "", over.stage, over.kind, over.rule, over.confidence
        )
        for a, b in pieces
        if (a, b) != takes or source[a:b] != over.after
    ]
    return sorted([*edits, *gone], key=lambda edit: edit.start)


def _named_by(earlier: Sequence[Change], later: Sequence[Change], after: str) -> Change:
    """Choose the edit that names a merged one: what is wholly gone is a removal, what still reads is a repair."""
    edits = [*later, *earlier]
    wanted = [edit for edit in edits if (edit.kind in _REMOVED) == (not after)]
    return max(wanted or edits, key=lambda edit: edit.end - edit.start)
