"""GBK text read one byte off: a byte was lost, and up to the next ASCII character everything is read across it."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclean.likelihood import mean
from newsclean.model import Flag, Mark
from newsclean.repair.context import doubtful, unlikely
from newsclean.repair.gbk import code_of, pairs
from newsclean.repair.shift import read_again
from newsclean.repair.signs import may_need
from newsclean.repair.symbols import Run, spell

_ENDS = re.compile("[?\ufffd][！!][?\ufffd](?=\n|$)").finditer
_CODES = re.compile("[^\x00-\x7f]+[a-zA-Z]?").findall
_PLACES = re.compile(  # a mark for a lost byte before half a quote; a letter among hanzi, as a run ends in one
    "[?\ufffda-zA-Z](?:(?<=[?\ufffd])[!！;；](?=[㐀-鿿])|(?<=[㐀-鿿][a-zA-Z])(?=[㐀-鿿，。、”]))"
).finditer
_CUT = re.compile("[?\ufffd]([！；][㐀-鿿][!-鿿]{0,4})")
_ENOUGH = 12.0  # nats that a run must gain
_HINT_CUT = 1.0
_ENOUGH_CUT = 5.0  # where the text shows that it was cut
_HINT = 6.0  # nats that the crowd of rare characters alone must gain
_HIDDEN = ("", -8.5)  # what a code that shows nothing counts for
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
    marks, flags = _closing_quotes(text)
    for crowd in unlikely(text, _PLACES(text) if may_need(text, "stray_or_letter") else ()):
        for run in _shifted(crowd.core, text[crowd.start : crowd.end]):
            start, end = crowd.start + run.start, crowd.start + run.end
            if _is_proven(run) and not unlikely(text[max(0, start - 5) : start] + run.after + text[end : end + 5]):
                marks.append(Mark(start, end, "repair", "gbk_shift", "gbk-shift.read-in-step", run.after))
                flags += doubtful(run.guesses, crowd.start)
            else:
                flags.append(Flag("lost_text", start, end, "shifted bytes"))
    return marks, flags


@lru_cache(maxsize=64)  # a crowd comes back at every look at its page
def _shifted(core: str, text: str) -> tuple[Run, ...]:
    """Return the runs of a crowd that read clearly better in step, by their places in it."""
    cut = any(_moved_gain(found[1]) > _HINT_CUT for found in _CUT.finditer(text))
    if not cut and (_moved_gain(core) < _HINT or _moved_gain(text) < _ENOUGH):
        return ()
    runs = read_again(spell(text, 0, len(text)), starts=True)
    return tuple(run for run in runs if run.gain >= max(_enough(text, run), _EACH * len(run.after)))


def _enough(text: str, run: Run) -> float:
    return _ENOUGH_CUT if _CUT.match(text, run.start) else _ENOUGH


def _is_proven(run: Run) -> bool:
    """Whether enough of a run is known for certain, and what it reads is usual."""
    foreign = "".join(char for char in run.after if char > "\x7f" and char != "\ufffd")
    lost = sum(not guess.char for guess in run.guesses)
    least = 1 if run.seen else _KNOWN
    return run.known >= max(least, len(run.guesses) // 2) and lost <= _LOSS * len(run.after) and mean(foreign) > _USUAL


def _moved_gain(text: str) -> float:
    """Return by how much some run of a text is likelier one byte on, in nats: a cheap look before the long one."""
    known = pairs()
    best = 0.0
    for run in _CODES(text):
        code = b"".join(map(code_of, run)) + run[-1].encode("ascii", "ignore")
        gain = 0.0
        for lead, trail, following in zip(code[::2], code[1::2], code[2::2], strict=False):
            shown = known.get(lead << 8 | trail, _HIDDEN)[1]
            moved = known.get(trail << 8 | following, _HIDDEN)[1]
            gain += moved - shown
            if gain < 0.0:
                gain = 0.0
            elif gain > best:
                best = gain
    return best


def _closing_quotes(text: str) -> tuple[list[Mark], list[Flag]]:
    """Mark `?！?` at the end of a line as `。”`: nothing but the bytes of `！` was left of the two.

    A quote must be open in the line; that it is this one, and no other mark, is a guess.
    """
    marks: list[Mark] = []
    flags: list[Flag] = []
    for found in _ENDS(text) if may_need(text, "stray") else ():
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if line.count("“") > line.count("”"):
            marks.append(Mark(*found.span(), "repair", "gbk_shift", "gbk-shift.closing-quote", "。”"))
            flags.append(Flag("guessed_character", *found.span(), "。”"))
    return marks, flags
