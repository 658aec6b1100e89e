"""Mojibake: text whose bytes were read in the wrong encoding, whole pages or a single line of a good one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from newsclean.likelihood import mean, total
from newsclean.model import Flag, Mark
from newsclean.repair.context import doubtful, unlikely
from newsclean.repair.misread import Misreading, Reread, read_again, two_byte_steps, utf8_steps
from newsclean.repair.signs import may_need

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# The bytes 80-9F that windows-1252 shows as these; it shows the other five as C1 controls, or drops them.
_WINDOWS = {char: code for code in range(0x80, 0xA0) if (char := bytes((code,)).decode("cp1252", "ignore"))}
_UNSHOWN = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xA0, 0xAD))
_WESTERN = "\x80-\xff" + "".join(_WINDOWS)
_WESTERN_SIGN = re.compile("[¡-¶¸-ÖØ-ÿ]").search  # all of them but those that Chinese text uses
_WESTERN_PAIR = re.compile(f"[À-ÿ][{_WESTERN} ]|[\xa1-\xbf][À-ÿ]|[\xa1-\xff]{3}").search
_LATIN_9_SIGN = re.compile("[€ŠšŽžŒœŸ]").search  # which latin-9 has at other bytes than windows-1252
_WESTERN_RUN = re.compile(f"[{_WESTERN}](?:[\x20-\x7e]{{0,60}}[{_WESTERN}])*[\x20-\x7e]?").finditer
_LOST_RUN = re.compile("\ufffd+|(?:锟斤拷|锟斤|斤拷锟|锟)?(?:锟斤拷)+锟?斤?|烫{4,}|屯{4,}").finditer
_LOST = re.compile("\ufffd|锟斤拷|烫烫烫烫|屯屯屯屯").search

_ASCII = re.compile("[\x00-\x7f]+")
_PRIVATE = re.compile("[\ue000-\uf8ff]").search
_STRAY = re.compile("[?\ufffd](?=[\u3400-\u9fff])").findall

_ENOUGH = 10.0  # nats that a stretch must gain
_EACH = 1.0  # nats that each of its characters must gain
_USUAL = -9.5  # nats: the mean of what a stretch reads must be likelier
_FEWEST = 5  # characters that two encodings of two bytes do not share by chance
_PREFER = 10.0  # nats for the encoding that explains most of the text
_SOUND = -8.0  # nats: the mean of what is read where every byte is sound
_GUESSED = 2.4  # how many times as many characters may be open, guessed or lost, as may be lost
_STRAYS = 0.05  # the share of what is read that may be letters of ASCII which were not shown: halves of characters
_TIMES = 3  # how often a text may have been misread


def find_mojibake(text: str) -> tuple[list[Mark], list[Flag]]:
    """Mark text that was decoded in the wrong encoding, where reading it again makes it clearly likelier.

    Knows UTF-8, GBK and Big5 read as latin-1 or windows-1252, GBK as latin-9, UTF-8 and Big5 read as GBK, UTF-8 and
    GBK read as Big5, and what was misread more than once. Bytes that were lost on the way are guessed where the
    neighbours decide (`guessed_character`); a stretch that lost too many is left as it is (`lost_text`).

    >>> [mark.after for mark in find_mojibake("本报讯:ÖÐ¹úÐÂÎÅ")[0]]
    ['中国新闻']
    """
    marks: list[Mark] = []
    flags: list[Flag] = []
    for stretch in _mend(text, _TIMES):
        lost = sum(not guess.char for guess in stretch.guesses)
        chosen = sum(guess.choices > 1 for guess in stretch.guesses)
        if lost > stretch.loss * stretch.read or chosen > max(2, _GUESSED * stretch.loss * stretch.read):
            flags.append(Flag("lost_text", stretch.start, stretch.end, "mojibake"))
            continue
        flags += doubtful(stretch.guesses)
        marks.append(Mark(stretch.start, stretch.end, "repair", "mojibake", "mojibake.read-again", stretch.after))
    return marks, flags


def _mend(text: str, times: int) -> list[Reread]:
    """Return the stretches that read clearly better; what they read may have been misread before, and is read again.

    Short stretches fit more than one encoding: the one that explains most of the text is preferred.
    """
    tries = [_tries(text, start, end, misreadings, times) for start, end, misreadings in _suspects(text)]
    totals: Counter[Misreading] = Counter()
    for readings in tries:
        totals.update({misreading: _gain(stretches) for misreading, stretches in readings})
    mended: list[Reread] = []
    for readings in tries:
        first = max((misreading for misreading, _ in readings), key=lambda misreading: totals[misreading])
        _, best = max(
            readings, key=lambda reading: _gain(reading[1]) + _PREFER * (reading[0] == first and bool(reading[1]))
        )
        mended += [stretch for stretch in best if not mended or mended[-1].end <= stretch.start]
    return mended


def _gain(stretches: list[Reread]) -> float:
    return sum(stretch.gain for stretch in stretches)


def _tries(
    text: str, start: int, end: int, misreadings: tuple[Misreading, ...], times: int
) -> list[tuple[Misreading, list[Reread]]]:
    whole = [(misreading, _read_whole(text, start, end, misreading, times)) for misreading in misreadings]
    sound = [(misreading, [stretch]) for misreading, stretch in whole if stretch is not None]
    return sound or [(misreading, _reread(text, start, end, misreading, times)) for misreading in misreadings]


def _read_whole(text: str, start: int, end: int, misreading: Misreading, times: int) -> Reread | None:
    """Read all of a stretch again, where every byte of it is sound: the short way that most damage can go."""
    shown = text[start:end]
    codes = [misreading.encode(char) for char in shown]
    if not all(codes):
        return None
    try:
        after = b"".join(codes).decode(misreading.encoding)
    except UnicodeDecodeError:
        return None
    foreign = "".join(char for char in after if char > "\x7f")
    gain = total(after) - total(shown)
    stretch = Reread(start, end, after, gain, len(foreign), mean(foreign), (), misreading.loss)
    stretch = _deepen(stretch, times - 1)
    return stretch if _is_gain(stretch, misreading, shown) and stretch.mean > _SOUND else None


def _reread(text: str, start: int, end: int, misreading: Misreading, times: int) -> list[Reread]:
    """Read a stretch again; keep nothing of it unless all of it reads well."""
    stretches = [_deepen(stretch, times - 1) for stretch in read_again(text, start, end, misreading)]
    kept = [s for s in stretches if _is_gain(s, misreading, text[s.start : s.end])]
    if misreading in (_AS_GBK, *_AS_CHINESE):  # kana, Cyrillic and rules are as rare as wrong bytes, and right
        kept = [stretch for stretch in kept if unlikely(text[stretch.start : stretch.end])]
    return kept if all(stretch.mean > _USUAL for stretch in kept) else []


def _is_gain(stretch: Reread, misreading: Misreading, shown: str) -> bool:
    if stretch.gain <= max(_ENOUGH, _EACH * stretch.read):
        return False
    if misreading not in _TWO_BYTE:
        return stretch.read >= 2
    return stretch.read >= _FEWEST and _letters(stretch.after) - _letters(shown) <= _STRAYS * stretch.read


def _letters(text: str) -> int:
    return sum(char.isascii() and char.isprintable() and char != " " for char in text)


def _deepen(stretch: Reread, times: int) -> Reread:
    if not times:
        return stretch
    after, at, guesses = "", 0, [*stretch.guesses]
    for inner in _mend(stretch.after, times):
        after += stretch.after[at : inner.start] + inner.after
        guesses += [guess._replace(start=stretch.start, end=stretch.end) for guess in inner.guesses]
        at = inner.end
    if not at:
        return stretch
    after += stretch.after[at:]
    foreign = "".join(char for char in after if char > "\x7f")
    gain = stretch.gain + total(after) - total(stretch.after)
    return replace(stretch, after=after, gain=gain, read=len(foreign), mean=mean(foreign), guesses=tuple(guesses))


def _suspects(text: str) -> Iterator[tuple[int, int, tuple[Misreading, ...]]]:
    if may_need(text, "western") and _WESTERN_SIGN(text) and _WESTERN_PAIR(text):
        for run in _WESTERN_RUN(text):
            if _WESTERN_PAIR(run[0]):
                yield *run.span(), _AS_WESTERN + (_AS_LATIN_9 if _LATIN_9_SIGN(run[0]) else ())
    crowds = unlikely(text)
    is_gbk = bool(crowds) and may_need(text, "stray") and not _PRIVATE(text) and len(_STRAY(text)) > 1
    as_chinese = (_AS_GBK, *_AS_CHINESE[1:]) if is_gbk else _AS_CHINESE
    for crowd in crowds:
        promising = _promising(crowd.core, as_chinese)
        if promising:
            yield crowd.start, crowd.end, promising


@lru_cache(maxsize=256)  # a crowd comes back at every look at its page
def _promising(core: str, as_chinese: tuple[Misreading, ...]) -> tuple[Misreading, ...]:
    """Return what reads a crowd of rare characters as likelier ones: a cheap look before the long one."""
    least = mean(core) + _EACH
    codes: dict[Callable[[str], bytes], bytes] = {encode: b"".join(map(encode, core)) for encode in (_gbk, _big5)}
    found = []
    for misreading in as_chinese:
        foreign = _ASCII.sub("", codes[misreading.encode].decode(misreading.encoding, "ignore"))
        if len(foreign) > 1 and mean(foreign) > least:
            found.append(misreading)
    return tuple(found)


def _western(char: str) -> bytes:
    code = _WINDOWS.get(char, ord(char))
    return bytes((code,)) if code < 0x100 else b""


def _latin_9(char: str) -> bytes:
    return char.encode("iso8859-15", "ignore")


def _gbk(char: str) -> bytes:
    return char.encode("gb18030", "ignore")


def _big5(char: str) -> bytes:
    return char.encode("cp950", "ignore") or char.encode("big5hkscs", "ignore")


# One character in eight of UTF-8 has a byte that windows-1252 drops: there some loss is better than all of it.
_AS_WESTERN = (
    Misreading("utf-8", _western, utf8_steps(_UNSHOWN), loss=0.12),
    Misreading("gbk", _western, two_byte_steps("gbk"), loss=0.05),
    Misreading("cp950", _western, two_byte_steps("cp950"), loss=0.05),
)
_AS_LATIN_9 = (Misreading("gbk", _latin_9, two_byte_steps("gbk"), loss=0.05),)
_AS_CHINESE = (
    Misreading("utf-8", _gbk, utf8_steps(), loss=0.05),
    Misreading("cp950", _gbk, two_byte_steps("cp950"), loss=0.05),
    Misreading("gbk", _big5, two_byte_steps("gbk"), loss=0.05),
    Misreading("utf-8", _big5, utf8_steps(), loss=0.05),
)
# Some decoders have no user-defined area: where others show private use, they lose one character in nine.
_AS_GBK = Misreading("utf-8", _gbk, utf8_steps(lost_as="gbk"), loss=0.08)
_TWO_BYTE = _AS_CHINESE[1:3]  # of which any few characters may be others


def find_lost(text: str) -> list[Flag]:
    """Flag what is lost for good: replacement characters, and what they become when they are misread in turn.

    >>> [(flag.flag, flag.start, flag.end) for flag in find_lost("他说锟斤拷锟斤拷好")]
    [('lost_text', 2, 8)]
    """
    if not _LOST(text):
        return []
    return [Flag("lost_text", *found.span(), found[0][:12]) for found in _LOST_RUN(text)]
