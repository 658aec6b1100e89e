"""GBK text read one byte off: a byte was lost, and up to the next ASCII character everything is read across it."""

from __future__ import annotations

import re

from newsclean.likelihood import mean
from newsclean.model import Flag, Mark
from newsclean.repair.context import doubtful, unlikely
from newsclean.repair.shift import Run, read_again, spell

_CODES = re.compile("[^\x00-\x7f]+[a-zA-Z]?").findall
_PLACES = re.compile(  # a mark for a lost byte before half a quote; a letter among hanzi, as a run ends in one
    "[?\ufffd][!！;；](?=[㐀-鿿])|[㐀-鿿]{4}[a-zA-Z](?=[㐀-鿿，。、”])"
).finditer
_ENOUGH = 12.0  # nats that a run must gain
_EACH = 0.8  # nats that each of its characters must gain
_KNOWN = 4  # characters that must be certain, where no mark shows a lost byte
_LOSS = 0.3  # the share of characters that may be lost
_USUAL = -9.5  # nats: the mean of what a run reads must be likelier


def find_gbk_shift(text: str) -> tuple[list[Mark], list[Flag]]:
    """Mark runs of GBK that were read one byte off, where reading them in step makes them clearly likelier.

    The two characters at the ends of a run have lost a byte each; they are guessed where the neighbours decide
    (`guessed_character`) and become U+FFFD where nothing does (`lost_text`).

    >>> [mark.after for mark in find_gbk_shift("会议在京举行!兑庖姟分刑岢龅2020年完成")[0]]
    ['。《意見》中提出到']
    """
    marks: list[Mark] = []
    flags: list[Flag] = []
    for crowd in unlikely(text, _PLACES(text)):
        if not _promises(crowd.core):
            continue
        for run in read_again(spell(text, crowd.start, crowd.end), starts=True):
            if run.gain < max(_ENOUGH, _EACH * len(run.after)):
                continue
            if _is_proven(run):
                marks.append(Mark(run.start, run.end, "repair", "gbk_shift", "gbk-shift.read-in-step", run.after))
                flags += doubtful(run.guesses)
            else:
                flags.append(Flag("lost_text", run.start, run.end, "shifted bytes"))
    return marks, flags


def _is_proven(run: Run) -> bool:
    """Whether enough of a run is known for certain, and what it reads is usual."""
    foreign = "".join(char for char in run.after if char > "\x7f" and char != "\ufffd")
    lost = sum(not guess.char for guess in run.guesses)
    least = 1 if run.seen else _KNOWN
    return run.known >= max(least, len(run.guesses) // 2) and lost <= _LOSS * len(run.after) and mean(foreign) > _USUAL


def _promises(core: str) -> bool:
    """Whether the crowd of rare characters is likelier one byte on: a cheap look before the long one."""
    runs = _CODES(core)
    moved = "".join(run.encode("gb18030", "ignore")[1:].decode("gb18030", "ignore") for run in runs)
    foreign = "".join(char for char in moved if char > "\x7f")
    return len(foreign) > 1 and mean(foreign) > mean("".join(runs)) + _EACH
