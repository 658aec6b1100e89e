"""Pinyin written into the text behind its characters, `統(tǒng)戰(zhàn)部`, and what that broke.

Copies of news sites replace a few dozen Traditional characters by the character and its reading, on the bytes of GBK
without regard to where characters begin: a hit across two characters puts the bracket inside one of them, and the
text behind it is read one byte off until it meets an ASCII byte. Within a page a character is glossed everywhere or
nowhere, always in the same reading, always with its tone mark (48 pages of 40 hosts).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import takewhile

from newsclean.likelihood import log_probabilities
from newsclean.model import Flag, Mark
from newsclean.repair.context import ambiguous, doubtful, readings
from newsclean.repair.gbk import code_of, is_hidden, pairs
from newsclean.repair.shift import LOST, Run, Symbol, full_width, read_again, spell, trails_read

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_SYLLABLE = rf"(?:[a-zü]{{0,3}}[{_TONED}][a-z]{{0,3}})"
_GLOSS = re.compile(rf"(?P<lost>[?？\ufffd]?)(?P<open>[(（]?)(?P<reading>{_SYLLABLE}) ?[)）]")
_GATE = re.compile(f"[{_TONED}][a-z]{{0,3}} ?[)）]").search
_USUAL = -11.5  # nats: a rarer character is glossed by editors, for readers
_CLOSING = {"“": "”", "「": "」", "『": "』", "‘": "’", '"': '"'}
_BROKEN = -15.0  # nats: a bracket that never opened is no text
_LONG = 4000  # characters read in one piece
_REACH = 400  # characters in which a split gloss must come back into step


def find_pinyin_gloss(text: str) -> tuple[list[Mark], list[Flag]]:
    """Mark glosses for removal, and what a gloss inside a character has shifted for repair.

    A page is taken as glossed when two usual Traditional characters are never without their gloss, or a gloss inside a
    character reads well again. Readings that an editor gives (rare characters, several syllables, place names) stay.

    >>> [(m.start, m.end, m.after) for m in find_pinyin_gloss("統(tǒng)戰(zhàn)部,我們?yōu)I江人")[0]]
    [(1, 7, ''), (8, 14, ''), (18, 24, '濱')]
    >>> find_pinyin_gloss("亳(bó)州的饕餮(tāo tiè)紋和澠(miǎn)池")[0]
    []
    """
    if not _GATE(text):
        return [], []
    found = list(_GLOSS.finditer(text))
    glossed = _glossed(text, found)
    split = [gloss for gloss in found if _may_split(text, gloss, bool(glossed))]
    runs = [run for window in _windows(text, split) for run in _runs(text, *window, found, glossed)]
    across = any(_stands_across(text, gloss) for gloss in found)
    if not (runs or across or len(glossed) >= 2):
        return [], []
    marks, flags = [], []
    for run in runs:
        marks.append(Mark(run.start, run.end, "repair", "pinyin_gloss", "pinyin-gloss.inside-character", run.after))
        flags += doubtful(run.guesses)
    starts = [run.start for run in runs]
    for gloss in found:
        inside = bisect_right(starts, gloss.start()) - 1
        if (inside < 0 or runs[inside].end <= gloss.start()) and _is_plain(text, gloss, glossed):
            marks.append(Mark(*gloss.span(), "repair", "pinyin_gloss", "pinyin-gloss.behind-character"))
    return sorted(marks), flags


def _glossed(text: str, found: list[re.Match[str]]) -> frozenset[str]:
    """Return the usual Traditional characters that carry their reading (almost) wherever they stand."""
    counts: Counter[str] = Counter()
    read: dict[str, set[str]] = {}
    for gloss in found:
        char = _before(text, gloss)
        if char in readings() and not _quoted(text, gloss):
            counts[char] += 1
            read.setdefault(char, set()).add(gloss["reading"])
    if not counts:
        return frozenset()
    chars = "".join(counts)
    shown = Counter(re.findall(f"[{chars}]", text))
    nats = dict(zip(chars, log_probabilities(chars).tolist(), strict=True))
    return frozenset(
        char
        for char, count in counts.items()
        if nats[char] > _USUAL and 10 * (shown[char] - count) <= count and _one_reading(char, read[char], count)
    )


def _one_reading(char: str, read: set[str], count: int) -> bool:
    return len(read) == 1 and (readings()[char] in read or (char in ambiguous() and count > 1))


def _is_plain(text: str, gloss: re.Match[str], glossed: frozenset[str]) -> bool:
    """Whether a gloss stands whole behind its character, which may be one that only its bytes show."""
    if not gloss["open"] or gloss["lost"]:
        return False
    return _before(text, gloss) in glossed or _stands_across(text, gloss)


def _stands_across(text: str, gloss: re.Match[str]) -> bool:
    """Whether the byte of an ASCII character and the one before it are a Traditional character of this reading."""
    at, reading = gloss.start(), gloss["reading"]
    if at < 2 or not text[at - 1].isascii() or not gloss["open"] or gloss["lost"]:
        return False
    code = code_of(text[at - 2]) or full_width(text[at - 2])
    pair = pairs().get(code[-1] << 8 | ord(text[at - 1])) if code else None
    return pair is not None and readings().get(pair[0]) == reading


def _may_split(text: str, gloss: re.Match[str], page: bool) -> bool:
    """Whether a gloss may stand inside a character: a byte before it is lost, and with it the two bytes glossed.

    Decoders show the lost byte as a question mark, as U+FFFD, or (only believed on a glossed page) not at all.
    """
    char = _before(text, gloss)
    if not char or readings().get(char) == gloss["reading"] or not (gloss["lost"] or page or not gloss["open"]):
        return False
    code = code_of(char) or full_width(char)
    return bool(code) and bool(trails_read(code[-1], gloss["reading"]))


def _before(text: str, gloss: re.Match[str]) -> str:
    return text[gloss.start() - 1 : gloss.start()] if gloss.start() else ""


def _quoted(text: str, gloss: re.Match[str]) -> bool:
    """Whether the character stands alone in quotes: then the text speaks about its reading."""
    closing = _CLOSING.get(text[max(0, gloss.start() - 2) : gloss.start() - 1])
    return closing is not None and text[gloss.end() : gloss.end() + 1] == closing


def _windows(text: str, split: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Return the stretches in which split glosses have moved the bytes: from before one to the end of its line."""
    windows: list[tuple[int, int]] = []
    for gloss in split:
        start, end = gloss.start() - 1, gloss.end() + _REACH
        line_end = text.find("\n", gloss.end(), end)
        end = min(end if line_end < 0 else line_end, len(text))
        if windows and start < windows[-1][1] and end - windows[-1][0] < _LONG:
            windows[-1] = (windows[-1][0], max(end, windows[-1][1]))
        else:
            windows.append((max(start, windows[-1][1]) if windows else start, end))
    return windows


def _runs(text: str, start: int, end: int, found: list[re.Match[str]], glossed: frozenset[str]) -> list[Run]:
    """Read a window again and keep what reads better, and shows the page again when the glosses are put back."""
    symbols: list[Symbol] = []
    at = start
    first = bisect_left(found, start, key=re.Match.start)
    for gloss in takewhile(lambda match: match.start() < end, found[first:]):
        plain = _is_plain(text, gloss, glossed)
        if not plain and not _may_split(text, gloss, bool(glossed)):
            continue
        symbols += spell(text, at, gloss.start())
        symbols.append(Symbol(*gloss.span(), gloss[0], b"", 0.0 if plain else _BROKEN, gloss["reading"], not plain))
        at = gloss.end()
    symbols += spell(text, at, max(at, end))
    return [run for run in read_again(symbols, starts=False) if run.gain > 0 and _reproduces(run)]


def _reproduces(run: Run) -> bool:
    """Whether the bytes of a run's result, with the glosses put back, show what the page shows."""
    if any(not guess.char for guess in run.guesses):
        return True  # what is not known cannot be compared
    result = run.after.encode("gb18030")
    at = 0
    for symbol in run.symbols:
        if symbol.reading and not symbol.split:
            continue
        if symbol.split or symbol.text in LOST:
            at += 1
        else:
            at = _past_hidden(result, at, symbol)
            code = next((code for code in _codes(symbol) if result.startswith(code, at)), b"")
            if not code:
                return False
            at += len(code)
    return at >= len(result) - 1


def _past_hidden(result: bytes, at: int, symbol: Symbol) -> int:
    """Return where a symbol stands in the result, behind the codes that the page does not show."""
    while not any(result.startswith(code, at) for code in _codes(symbol)) and is_hidden(result[at : at + 2]):
        at += 2
    return at


def _codes(symbol: Symbol) -> list[bytes]:
    return [code for code in (symbol.code, symbol.text.encode("gb18030", "ignore"), full_width(symbol.text)) if code]
