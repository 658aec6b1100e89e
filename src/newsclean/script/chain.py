"""Conversion by OpenCC's configurations: OpenCC's own output, for any text, with every change on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from typing import Protocol

from newsclean.edits import Revision, revise
from newsclean.model import Mark
from newsclean.script.blocks import whole_blocks
from newsclean.script.characters import Characters, codes_of
from newsclean.script.dictionaries import Configuration, read_configuration
from newsclean.script.phrases import Phrases, Span

_BLOCK = 1 << 14  # characters: their code points and what is made of them stay in a processor's cache


class Finder(Protocol):
    """What finds the phrases of a table in a text, none across a cut."""

    def find(self, text: str, cuts: Sequence[int] = ()) -> list[Span]:
        """Return the spans of phrases, in order and disjoint."""


class Table:
    """One step of a conversion: phrases as the finder chooses them, and characters where no phrase stands."""

    def __init__(self, phrases: Mapping[str, str], characters: Mapping[str, str], finder: Finder) -> None:
        self.phrases = phrases
        self.characters = Characters(characters)
        self.finder = finder
        self.keeps_length = all(len(key) == len(value) for key, value in phrases.items())

    @classmethod
    def of(cls, table: Mapping[str, str]) -> Table:
        """Make a table leftmost-longest."""
        phrases = {key: value for key, value in table.items() if len(key) > 1 or len(value) > 1}
        return cls(phrases, {key: value for key, value in table.items() if key not in phrases}, Phrases(phrases))

    def convert(self, text: str, spans: Sequence[Span]) -> str:
        """Convert a text in which the phrases stand at `spans`."""
        plain = self.characters.convert(text)
        if not spans:
            return plain
        phrases = self.phrases
        parts: list[str] = []
        done = 0
        for start, end in spans:
            parts += (plain[done:start], phrases[text[start:end]])
            done = end
        parts.append(plain[done:])
        return "".join(parts)

    def marks(self, text: str, spans: Sequence[Span], rule: str) -> list[Mark]:
        """Return what `convert` changes."""
        plain = self.characters.convert(text)
        marks: list[Mark] = []
        for (_, gap), (start, end) in pairwise([(0, 0), *spans, (len(text), len(text))]):
            marks += differences(text[gap:start], plain[gap:start], rule, gap)
            marks += differences(text[start:end], self.phrases.get(text[start:end], ""), rule, start)
        return marks


Step = tuple[Table, str, Sequence[Span], str]  # a table, the text before, where its phrases stand, the text after


class Chain:
    """A conversion made ready: tables, one after the other, within the segments of the text."""

    def __init__(
        self, tables: Sequence[Table], normalization: Mapping[str, str] | None = None, segments: Finder | None = None
    ) -> None:
        self._tables = tables
        self._normalization = Characters(normalization or {})
        self._segments = segments
        self._keeps_length = all(table.keeps_length for table in tables)

    @classmethod
    def of(cls, configuration: Configuration) -> Chain:
        """Make an OpenCC configuration ready."""
        tables = [Table.of(table) for table in configuration.tables]
        if not configuration.segments:
            return cls(tables, configuration.normalization)
        finders = (table.finder for table in tables if table.phrases.keys() == configuration.segments)
        return cls(tables, configuration.normalization, next(finders, None) or Phrases(configuration.segments))

    def convert(self, text: str) -> str:
        """Convert a text.

        >>> read_chain("t2s").convert("乾隆年間的麵條乾了")
        '乾隆年间的面条干了'
        """
        if len(text) > _BLOCK:
            return "".join([self._convert(block) for block in whole_blocks(text, _BLOCK)])
        return self._convert(text)

    def marks(self, text: str, rule: str) -> list[Mark]:
        """Return what `convert` changes, by the smallest runs.

        >>> [mark[:2] + (mark.after,) for mark in read_chain("s2twp").marks("软件的软", "s2twp")]
        [(0, 1, '軟'), (1, 2, '體'), (3, 4, '軟')]
        """
        if self._keeps_length:
            return differences(text, self.convert(text), rule)
        plain = self._normalization.convert(text)
        revision = revise(Revision(text, text), differences(text, plain, rule))
        for table, before, spans, _ in self._steps(plain):
            revision = revise(revision, table.marks(before, spans, rule))
        edits = (edit for edit in revision.edits if edit.before != edit.after)
        return [Mark(edit.start, edit.end, "script", "script", rule, edit.after) for edit in edits]

    def _convert(self, text: str) -> str:
        text = self._normalization.convert(text)
        if len(self._tables) == 1:
            table = self._tables[0]
            return table.convert(text, table.finder.find(text))
        return self._steps(text)[-1][-1]

    def _steps(self, text: str) -> list[Step]:
        source = text
        segments = self._segments.find(text) if self._segments else ()
        cuts: Sequence[int] = [*chain.from_iterable(segments)] if segments else ()
        steps: list[Step] = []
        for table in self._tables:
            known = table.finder is self._segments and text is source
            spans = segments if known else table.finder.find(text, cuts)
            after = table.convert(text, spans)
            step = (table, text, spans, after)
            steps.append(step)
            if cuts and not table.keeps_length:
                cuts = _moved(cuts, step)
            text = after
        return steps


@cache
def read_chain(name: str, tofu: bool = True) -> Chain:
    """Return the conversion of an OpenCC configuration, built once."""
    return Chain.of(read_configuration(name, tofu))


def differences(before: str, after: str, rule: str, at: int = 0) -> list[Mark]:
    """Return the runs in which two texts differ, as marks on the first; `at` is where it starts.

    Of texts of equal length every character is compared with its own; of others, what lies between the common start
    and the common end is one run. Where nothing but an insertion lies there, the run has a character beside it.

    >>> [mark[:2] + (mark.after,) for mark in differences("甲乙丙丁", "甲2丙4", "t2s", at=10)]
    [(11, 12, '2'), (13, 14, '4')]
    >>> [mark[:2] + (mark.after,) for mark in differences("甲乙丁", "甲二二丁", "t2s")]
    [(1, 2, '二二')]
    >>> [mark[:2] + (mark.after,) for mark in differences("肯亞", "肯尼亞", "tw2sp")]
    [(0, 1, '肯尼')]
    """
    if before == after:
        return []
    if len(before) == len(after):
        runs = _runs(before, after)
        return [Mark(at + i, at + j, "script", "script", rule, after[i:j]) for i, j in runs]
    start = _alike(before, after)
    tail = _alike(before[start:][::-1], after[start:][::-1])
    if start == len(before) - tail:
        start, tail = (start - 1, tail) if start else (start, tail - 1)
    return [Mark(at + start, at + len(before) - tail, "script", "script", rule, after[start : len(after) - tail])]


def _alike(before: str, after: str) -> int:
    """Return how many characters two texts have in common at their start."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))


def _runs(before: str, after: str) -> list[Span]:
    import numpy as np

    unlike = np.flatnonzero(codes_of(before) != codes_of(after))
    breaks = np.flatnonzero(np.diff(unlike) != 1)
    starts = unlike[np.r_[0, breaks + 1]]
    ends = unlike[np.r_[breaks, -1]] + 1
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _moved(cuts: Sequence[int], step: Step) -> list[int]:
    """Return where the cuts of a text stand after a step; no phrase of the step lies across one."""
    table, before, spans, _ = step
    moved: list[int] = []
    shift = at = 0
    for cut in cuts:
        while at < len(spans) and spans[at][1] <= cut:
            start, end = spans[at]
            shift += len(table.phrases[before[start:end]]) - (end - start)
            at += 1
        moved.append(cut + shift)
    return moved
