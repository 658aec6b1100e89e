"""Undo damage before any finder looks: entities, mojibake, shifted bytes, glosses, what shows nothing."""

from __future__ import annotations

from collections.abc import Callable

from newsclean.edits import Offsets, Revision, revise
from newsclean.model import Flag, Mark
from newsclean.repair.entity import find_entity
from newsclean.repair.gbk_shift import find_gbk_shift
from newsclean.repair.invisible import find_invisible
from newsclean.repair.markup import find_markup
from newsclean.repair.mojibake import find_lost, find_mojibake
from newsclean.repair.pinyin_gloss import find_pinyin_gloss

Finder = Callable[[str], tuple[list[Mark], list[Flag]]]

# Entities first, for they may hide any other damage. Mojibake before what is invisible: C1 controls and soft hyphens
# are half of a misread byte sequence. Markup before the byte damage, which reads across what stands between. Glosses
# before shifted runs: the gloss says by which byte its run is shifted, the other must infer it.
_FINDERS: tuple[Finder, ...] = (
    find_entity,
    find_mojibake,
    find_pinyin_gloss,
    find_gbk_shift,
    find_invisible,
    find_markup,
    find_lost,
)
_ROUNDS = 8


def repair(revision: Revision) -> tuple[Revision, tuple[Flag, ...]]:
    """Repair a text until nothing is left to repair; return it with the flags for what is lost or guessed.

    Repairing its own result changes nothing: a text that does not settle in eight rounds (none that we saw needs more
    than three) is left as it came.

    >>> repair(Revision("甲&amp;nbsp;乙", "甲&amp;nbsp;乙"))[0].text
    '甲 乙'
    """
    settled, flags = revision, list[Flag]()
    for _ in range(_ROUNDS):
        before = settled
        for find in _FINDERS:
            settled = _run(find, settled, flags)
        if settled.text == before.text:
            return settled, tuple(dict.fromkeys(sorted(flags, key=lambda flag: (flag.start, flag.end))))
    return revision, ()


def _run(find: Finder, revision: Revision, flags: list[Flag]) -> Revision:
    marks, found = find(revision.text)
    if found:
        offsets = Offsets(revision.edits)
        flags += [Flag(flag.flag, *offsets.to_source(flag.start, flag.end), flag.detail) for flag in found]
    return revise(revision, marks) if marks else revision
