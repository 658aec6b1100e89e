"""Pinyin written into the text behind its characters, `統(tǒng)戰(zhàn)部`, and what that broke.

Copies of news sites replace a few dozen Traditional characters by the character and its reading, on the bytes of GBK
without regard to where characters begin: a hit across two characters puts the bracket inside one of them, and the
text behind it is read one byte off until it meets an ASCII byte. Within a text a character is glossed everywhere or
nowhere, always in the same reading, always with its tone mark (48 pages of 40 hosts); a page's frame may be another
text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import takewhile
from operator import attrgetter

from newsclean.likelihood import log_probabilities
from newsclean.model import Flag, Mark
from newsclean.repair.context import ambiguous, doubtful, readings
from newsclean.repair.gbk import code_of, full_width, is_hidden, pairs, trails_read
from newsclean.repair.shift import read_again
from newsclean.repair.symbols import LOST, Run, Symbol, spell

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_SYLLABLE = rf"(?:[a-zü]{{0,3}}[{_TONED}][a-z]{{0,3}})"
_GLOSS = re.compile(rf"(?P<lost>[?？\ufffd]?)(?P<open>[(（]?)(?P<reading>{_SYLLABLE}) ?[)）]")
_GATE = re.compile(f"[{_TONED}][a-z]{{0,3}} ?[)）]").search
_USUAL = -11.5  # nats: a rarer character is glossed by editors, for readers
_HAN = re.compile("[㐀-鿿]")
_CLOSING = {"“": "”", "「": "」", "『": "』", "‘": "’", '"': '"'}
_SHARE = 0.6  # of the characters with a reading, those that have a simplified form
_BROKEN = -15.0  # nats: a bracket that never opened is no text
_SURE = 3  # characters never without their gloss: then others are glossed, too, that stand bare in the frame
_LONG = 4000  # characters read in one piece
_REACH = 400  # characters in which a split gloss must come back into step
_RUN = 60  # characters from where a text was cut to the gloss that ends what is read across
_CUT = re.compile(r"[?？\ufffd]?[！；!;](?=[\u0370-\u03ff\u0400-\u04ff\u3400-\u9fff]|[?？\ufffd]?[A-Za-z])")


@dataclass(frozen=True, slots=True)
class Gloss:
    """A bracket with a reading: its span, the character before it, and how it stands to that.

    It is `whole` where no byte before its bracket is lost, and stands `across` where only the bytes of the two
    characters before it are the character that it reads. `lasts` are what the last byte before it may be.
    """

    start: int
    end: int
    text: str
    at: int
    char: str
    reading: str
    lasts: tuple[int, ...]
    whole: bool
    across: bool
    quoted: bool

    def is_plain(self, glossed: frozenset[str]) -> bool:
        """Whether it stands behind its character, which may be one that only the bytes show."""
        return self.whole and (self.across or (self.char in glossed and self.start == self.at + 1))

    def may_split(self, glossed: frozenset[str]) -> bool:
        """Whether it may stand inside a character: a byte before it is lost, and with it the two bytes glossed.

        Decoders show the lost byte as a question mark, as U+FFFD, or (only believed on a glossed page) not at all.
        """
        if readings().get(self.char) == self.reading or (self.whole and not glossed):
            return False
        return bool(self.trails)

    @property
    def trails(self) -> tuple[int, ...]:
        """The bytes that with the last one before make a character of this reading."""
        return tuple(trail for last in self.lasts for trail in trails_read(last, self.reading))

    @property
    def may_end(self) -> bool:
        """Whether it may end a shifted run: it stands behind a letter, or on a lost byte that nothing near explains."""
        return "@" <= self.char < "\x7f" if self.whole else not self.trails


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
    found = _read_glosses(text)
    glossed = _glossed(text, found)
    runs = [run for window in _windows(text, found, glossed) for run in _runs(text, *window, found, glossed)]
    if not (runs or len(glossed) >= 2 or any(gloss.across for gloss in found)):
        return [], []
    marks: list[Mark] = []
    flags: list[Flag] = []
    for run in runs:
        marks.append(Mark(run.start, run.end, "repair", "pinyin_gloss", "pinyin-gloss.inside-character", run.after))
        flags += doubtful(run.guesses)
    starts = [run.start for run in runs]
    for gloss in found:
        inside = bisect_right(starts, gloss.start) - 1
        end = runs[inside].end if inside >= 0 else 0
        if end <= gloss.start and (gloss.is_plain(glossed) or (end == gloss.start and gloss.may_end)):
            marks.append(Mark(gloss.start, gloss.end, "repair", "pinyin_gloss", "pinyin-gloss.behind-character"))
    return sorted(marks), flags


def _read_glosses(text: str) -> list[Gloss]:
    """Read every bracket that may be a gloss, with the character before it (before all of them, where some adjoin)."""
    found: list[Gloss] = []
    for match in _GLOSS.finditer(text):
        adjoins = bool(found) and found[-1].end == match.start()
        at = found[-1].at if adjoins else match.start() - 1
        if at < 0:
            continue
        char = text[at]
        whole = bool(match["open"]) and not match["lost"]
        code = code_of(char) or (b"" if whole else full_width(char))
        lasts = (*code[-1:], *(found[-1].trails if adjoins else ()))
        across = (
            whole and not adjoins and char.isascii() and _stands_across(text[max(0, at - 1)], char, match["reading"])
        )
        quoted = _quoted(text, match)
        found.append(Gloss(*match.span(), match[0], at, char, match["reading"], lasts, whole, across, quoted))
    return found


def _stands_across(before: str, char: str, reading: str) -> bool:
    """Whether an ASCII character and the byte before it are a Traditional character of this reading."""
    code = code_of(before) or full_width(before)
    pair = pairs().get(code[-1] << 8 | ord(char)) if code else None
    return pair is not None and readings().get(pair[0]) == reading


def _quoted(text: str, match: re.Match[str]) -> bool:
    """Whether the character stands alone in quotes: then the text speaks about its reading."""
    closing = _CLOSING.get(text[max(0, match.start() - 2) : max(0, match.start() - 1)])
    return closing is not None and text[match.end() : match.end() + 1] == closing


def _glossed(text: str, found: list[Gloss]) -> frozenset[str]:
    """Return the usual Traditional characters that carry their reading (almost) wherever they stand.

    Where every character is read out, the ones that both scripts share too, a text teaches reading: there is none.
    """
    behind = [gloss for gloss in found if gloss.whole and gloss.start == gloss.at + 1 and not gloss.quoted]
    known = [gloss for gloss in behind if gloss.char in readings()]
    if not known or len(known) < _SHARE * sum("一" <= gloss.char <= "鿿" for gloss in behind):
        return frozenset()
    if 2 * sum(_is_listed(text, gloss) for gloss in known) > len(known):
        return frozenset()
    counts = Counter(gloss.char for gloss in known)
    read: dict[str, set[str]] = {char: set() for char in counts}
    for gloss in known:
        read[gloss.char].add(gloss.reading)
    chars = "".join(counts)
    shown = Counter(re.findall(f"[{chars}]", text))
    nats = dict(zip(chars, log_probabilities(chars).tolist(), strict=True))
    usual = {char for char, count in counts.items() if nats[char] > _USUAL and _one_reading(char, read[char], count)}
    always = frozenset(char for char in usual if 10 * (shown[char] - counts[char]) <= counts[char])
    return frozenset(usual) if len(always) >= max(_SURE, len(usual) / 2) else always


def _is_listed(text: str, gloss: Gloss) -> bool:
    """Whether the character stands in a list of its like: no word holds it."""
    return not (_HAN.match(text, gloss.end) or _HAN.match(text, max(0, gloss.at - 1), gloss.at))


def _one_reading(char: str, read: set[str], count: int) -> bool:
    return len(read) == 1 and (readings()[char] in read or (char in ambiguous() and count > 2))


def _windows(text: str, found: list[Gloss], glossed: frozenset[str]) -> list[tuple[int, int]]:
    """Return the stretches in which bytes have moved: from before a gloss to the end of its line.

    It begins at the character that a split gloss broke, or where the text was cut before the gloss that ends the run.
    """
    windows: list[tuple[int, int]] = []
    for gloss in found:
        split = gloss.may_split(glossed)
        line = max(text.rfind("\n", 0, gloss.start) + 1, gloss.start - _RUN)
        cut = _CUT.search(text, line, gloss.start) if split or gloss.may_end else None
        if not (cut or split):
            continue
        line_end = text.find("\n", gloss.end, gloss.end + _REACH)
        start = cut.start() if cut else gloss.at
        end = min(gloss.end + _REACH if line_end < 0 else line_end, len(text))
        if windows and start < windows[-1][1] and end - windows[-1][0] < _LONG:
            windows[-1] = (windows[-1][0], max(end, windows[-1][1]))
        else:
            windows.append((max(start, windows[-1][1]) if windows else start, end))
    return windows


def _runs(text: str, start: int, end: int, found: list[Gloss], glossed: frozenset[str]) -> list[Run]:
    """Read a window again and keep what reads better, and shows the page again when the glosses are put back."""
    symbols: list[Symbol] = []
    cut = bool(_CUT.match(text, start))
    at = start
    for gloss in takewhile(
        lambda gloss: gloss.start < end, found[bisect_left(found, start, key=attrgetter("start")) :]
    ):
        plain = gloss.is_plain(glossed)
        split = gloss.may_split(glossed) or (cut and not gloss.whole)
        if plain or split or (cut and gloss.may_end):
            symbols += spell(text, at, gloss.start)
            if cut and gloss.whole and gloss.may_end and symbols:
                symbols[-1] = symbols[-1]._replace(nats=symbols[-1].nats + _BROKEN)
            nats = _BROKEN if split else 0.0
            known = "".join(char for char in glossed if readings()[char] == gloss.reading)
            symbols.append(Symbol(gloss.start, gloss.end, gloss.text, b"", nats, gloss.reading, bool(split), known))
            at = gloss.end
    symbols += spell(text, at, max(at, end))
    return [run for run in read_again(symbols, starts=cut) if run.gain > 0 and _reproduces(run)]


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
