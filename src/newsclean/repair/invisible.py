"""Characters that show nothing: zero-width, bidi, control and tag characters, and the glyphs of icon fonts."""

from __future__ import annotations

import re
import unicodedata

from newsclean.model import Flag, Mark

_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # not \t, \n, \v, \f, \r, nor NEXT LINE: these part lines and words
_FORMAT = (
    "\N{SOFT HYPHEN}\N{COMBINING GRAPHEME JOINER}\N{ARABIC LETTER MARK}\N{MONGOLIAN VOWEL SEPARATOR}"
    "\N{ZERO WIDTH SPACE}-\N{RIGHT-TO-LEFT MARK}"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}"
    "\N{WORD JOINER}-\N{NOMINAL DIGIT SHAPES}"
    "\N{ZERO WIDTH NO-BREAK SPACE}\ufff0-\N{OBJECT REPLACEMENT CHARACTER}"
)
_BLANK = "\N{HANGUL CHOSEONG FILLER}\N{HANGUL JUNGSEONG FILLER}\N{HANGUL FILLER}\N{HALFWIDTH HANGUL FILLER}\N{BRAILLE PATTERN BLANK}"  # noqa: E501
_SELECTORS = "\N{VARIATION SELECTOR-1}-\N{VARIATION SELECTOR-16}\N{VARIATION SELECTOR-17}-\N{VARIATION SELECTOR-256}"
_TAGS = "\U000e0000-\U000e007f"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_NONCHARACTERS = "\ufdd0-\ufdef\ufffe\uffff"

INVISIBLE = _CONTROL + _FORMAT + _BLANK + _SELECTORS + _TAGS + _PRIVATE + _NONCHARACTERS
_SEARCH = re.compile(f"[{INVISIBLE}]").search
_RUNS = re.compile(f"\N{WAVING BLACK FLAG}[\U000e0020-\U000e007e]+\U000e007f|[{INVISIBLE}]+").finditer

_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_HAN = re.compile(r"[\ufffd㐀-鿿豈-\ufaff\U00020000-\U0003ffff]").match


def find_invisible(text: str) -> tuple[list[Mark], list[Flag]]:
    """Mark the characters that show nothing; keep those that carry meaning.

    Stays: the joiners and selectors of an emoji or of a joining script, variants of ideographs, bidi marks beside
    right-to-left letters, the tags of a flag. A private-use character between two hanzi stands for a hanzi that the
    page's own font showed: it stays, flagged `lost_text`. Elsewhere it is an icon.

    >>> marks, _ = find_invisible("阅读\N{ZERO WIDTH SPACE}量\ue602 326次")
    >>> [(mark.start, mark.end) for mark in marks]
    [(2, 3), (4, 5)]
    """
    marks: list[Mark] = []
    flags: list[Flag] = []
    if not _SEARCH(text):
        return marks, flags
    for found in _RUNS(text):
        if found[0][0] == "\N{WAVING BLACK FLAG}":
            continue
        if _private(found[0]) and _between_hanzi(text, *found.span()):
            flags.append(Flag("lost_text", *found.span(), "private-use character"))
            continue
        marks += _removals(text, *found.span())
    return marks, flags


def _removals(text: str, start: int, end: int) -> list[Mark]:
    """Mark a run but for the characters of it that mean something where they stand."""
    marks: list[Mark] = []
    first = start
    for at in range(start, end):
        if _means_something(text, at):
            if first < at:
                marks.append(_mark(first, at))
            first = at + 1
    if first < end:
        marks.append(_mark(first, end))
    return marks


def _mark(start: int, end: int) -> Mark:
    return Mark(start, end, "repair", "invisible", "invisible.character")


def _means_something(text: str, at: int) -> bool:
    char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if char in _JOINERS:
        return (_joins_emoji(text, at) and bool(after) and _pictorial(after)) or (_joining(before) and _joining(after))
    if "\N{VARIATION SELECTOR-1}" <= char <= "\N{VARIATION SELECTOR-16}":
        return _pictorial(before) or bool(_HAN(before)) or after == "\N{COMBINING ENCLOSING KEYCAP}"
    if "\N{VARIATION SELECTOR-17}" <= char <= "\N{VARIATION SELECTOR-256}":
        return bool(_HAN(before))
    if unicodedata.bidirectional(char) not in ("L", "BN", "ON", "NSM") or char == "\N{LEFT-TO-RIGHT MARK}":
        return _right_to_left(before) or _right_to_left(after)
    return False


def _joins_emoji(text: str, at: int) -> bool:
    before = text[at - 2 : at]
    return _pictorial(before[-1:]) or (_pictorial(before[:1]) and before[1:] == "\N{VARIATION SELECTOR-16}")


def _pictorial(char: str) -> bool:
    return bool(char) and unicodedata.category(char) in ("So", "Sk", "Sm", "Po") and char > "\x7f" and char != "\u2800"


def _joining(char: str) -> bool:
    """Arabic, Syriac and Indic letters and signs: scripts in which a joiner changes what is shown."""
    return "\u0600" <= char <= "\u109f" and unicodedata.category(char)[0] in "LM"


def _right_to_left(char: str) -> bool:
    return bool(char) and unicodedata.bidirectional(char) in ("R", "AL")


def _private(run: str) -> bool:
    return all("\ue000" <= char <= "\uf8ff" for char in run)


def _between_hanzi(text: str, start: int, end: int) -> bool:
    return bool(end - start == 1 and _HAN(text[start - 1 : start]) and _HAN(text[end : end + 1]))
