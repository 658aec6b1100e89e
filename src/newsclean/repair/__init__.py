"""Undo damage before any finder looks: entities, mojibake, shifted bytes, glosses, what shows nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsclean.edits import Offsets, Revision, revise
from newsclean.model import Flag, Mark
from newsclean.repair.entity import find_entity
from newsclean.repair.gbk_shift import find_gbk_shift
from newsclean.repair.invisible import find_invisible
from newsclean.repair.machine_gloss import find_machine_gloss
from newsclean.repair.markup import find_markup
from newsclean.repair.mojibake import find_lost, find_mojibake
from newsclean.repair.pinyin_gloss import find_pinyin_gloss
from newsclean.repair.punctuation import find_punctuation
from newsclean.repair.signs import may_need

Finder = Callable[[str], tuple[list[Mark], list[Flag]]]
Spare = Callable[[str, Sequence[Mark]], Sequence[Mark]]

# Entities first, for they may hide any other damage. Mojibake and shifted bytes before what is invisible: C1 controls,
# soft hyphens and private-use characters are bytes of theirs. Glosses before shifted runs: a gloss says by which byte
# its run is shifted, the others must infer it. Markup last, so that a tag inside damage has come to light.
_FINDERS: tuple[tuple[Finder, str | None], ...] = (  # with the sign that it needs
    (find_entity, "entity"),
    (find_mojibake, None),
    (find_punctuation, "western"),
    (find_pinyin_gloss, "pinyin_gloss"),
    (find_gbk_shift, None),
    (find_machine_gloss, "machine_gloss"),
    (find_invisible, "invisible"),
    (find_markup, "markup"),
)
_ROUNDS = 8


def repair(revision: Revision, spare: Spare | None = None) -> tuple[Revision, tuple[Flag, ...]]:
    """Repair a text until nothing is left to repair; return it with the flags for what is lost or guessed.

    Repairing its own result changes nothing: a text that does not settle in eight rounds (none that we saw needs more
    than three) is left as it came. `spare` takes out of marks on a text what is to stay.

    >>> repair(Revision("甲&amp;nbsp;乙", "甲&amp;nbsp;乙"))[0].text
    '甲 乙'
    """
    settled, flags = revision, list[Flag]()
    for _ in range(_ROUNDS):
        before = settled.text
        for find, sign in _FINDERS:
            if sign and not may_need(settled.text, sign):
                continue
            marks, found = find(settled.text)
            flags += _of_source(found, settled)
            if marks:
                settled = revise(settled, spare(settled.text, marks) if spare else marks)
        if settled.text == before:
            flags += _lost(settled)
            return settled, tuple(dict.fromkeys(sorted(flags, key=lambda flag: (flag.start, flag.end))))
    return revision, _lost(revision)


def _of_source(flags: list[Flag], revision: Revision) -> list[Flag]:
    if not flags:
        return []
    offsets = Offsets(revision.edits)
    return [Flag(flag.flag, *offsets.to_source(flag.start, flag.end), flag.detail) for flag in flags]


def _lost(revision: Revision) -> tuple[Flag, ...]:
    """Flag what the source itself lost; what a repair could not tell it has flagged."""
    if not may_need(revision.text, "lost"):
        return ()
    flags = _of_source(find_lost(revision.text), revision)
    return tuple(flag for flag in flags if revision.source.startswith(flag.detail, flag.start))
