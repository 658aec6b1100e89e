"""Which script a text is written in, as a whole and line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from newsclean.script.characters import codes_of
from newsclean.script.evidence import (
    HAN,
    HIRAGANA,
    JAPANESE,
    KATAKANA,
    SIMPLIFIED,
    TRADITIONAL,
    WEAK_SIMPLIFIED,
    WEAK_TRADITIONAL,
    classes,
)

_MINORITY = 0.1  # the share of the rarer script from which a text is mixed
_PARAGRAPH = 8  # evidence in one line from which that line alone makes a text mixed
_CHINESE = (HAN, SIMPLIFIED, TRADITIONAL, WEAK_SIMPLIFIED, WEAK_TRADITIONAL)
_LINE = re.compile("[^\n\r\v\f\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text's characters say: its script, the evidence for either, and whether it is Japanese.

    `script` is simplified, traditional, mixed or none. `lines` tells that its lines may differ: in script, or because
    some may be Japanese.
    """

    script: str
    simplified: int = 0
    traditional: int = 0
    japanese: bool = False
    lines: bool = False


class LineReading(NamedTuple):
    """A line of a text, by its offsets in code points, and what it says."""

    start: int
    end: int
    reading: Reading


def detect_script(text: str) -> str:
    """Tell the script of a text: simplified, traditional, mixed or none.

    Counted are the characters that only one script has (some 3,800 and 3,200, from OpenCC's dictionaries); where there
    are none, those that the other has in rare words alone. Text is mixed where the rarer script makes a tenth of at
    least two characters, or has a line of its own. Japanese text is none, as is text without evidence. Right for 99.5
    of 100 pieces of 20 Han characters of news, and for all of 50, as measured on the articles of the tests.

    >>> detect_script("记者从市政府获悉")
    'simplified'
    >>> detect_script("記者從市政府獲悉")
    'traditional'
    >>> detect_script("王小明在北京大学讲课。王小明在北京大學講課。")
    'mixed'
    >>> detect_script("東京都は新しい図書館の計画を発表した"), detect_script("2024年")
    ('none', 'none')
    """
    return read_script(text).script


def detect_paragraphs(text: str) -> list[str]:
    r"""Tell the script of every paragraph: of every line that is not blank, in order.

    >>> detect_paragraphs("记者从市政府获悉\n\n記者從市政府獲悉")
    ['simplified', 'traditional']
    """
    return [line.reading.script for line in read_lines(text) if text[line.start : line.end].strip()]


@lru_cache(maxsize=2)  # of a page that stays as it is, several questions are asked
def read_script(text: str) -> Reading:
    """Weigh the evidence of a whole text; Japanese lines in a Chinese text do not count.

    >>> read_script("蕭乾與后羿")
    Reading(script='traditional', simplified=0, traditional=2, japanese=False, lines=False)
    """
    if text.isascii():
        return Reading("none")
    tally = _tally(text)
    reading = _weigh(tally)
    one_script = min(reading.simplified, reading.traditional) < _PARAGRAPH
    if one_script and not any(tally.count(name) for name in (HIRAGANA, KATAKANA, JAPANESE)):
        return reading
    lines = [line.reading for line in read_lines(text)]
    chinese = [line for line in lines if not line.japanese]
    simplified, traditional = sum(line.simplified for line in chinese), sum(line.traditional for line in chinese)
    return Reading(_whole(simplified, traditional, chinese), simplified, traditional, not chinese, lines=True)


def read_lines(text: str) -> list[LineReading]:
    """Weigh the evidence of every line of a text."""
    tally = _tally(text)
    spans = (match.span() for match in _LINE.finditer(text))
    return [LineReading(start, end, _weigh(tally[start:end])) for start, end in spans]


def _tally(text: str) -> bytes:
    """Return the class of every character of a text."""
    return classes().take(codes_of(text)).tobytes()


def _weigh(tally: bytes) -> Reading:
    if _is_japanese(tally):
        return Reading("none", japanese=True)
    simplified, traditional = tally.count(SIMPLIFIED), tally.count(TRADITIONAL)
    if not simplified and not traditional:
        simplified, traditional = tally.count(WEAK_SIMPLIFIED), tally.count(WEAK_TRADITIONAL)
    return Reading(_verdict(simplified, traditional), simplified, traditional)


def _whole(simplified: int, traditional: int, lines: list[Reading]) -> str:
    """Judge a text by its sums, and by the lines that stand against them."""
    verdict = _verdict(simplified, traditional)
    against = {"simplified": "traditional", "traditional": "simplified"}.get(verdict)
    for line in lines:
        if line.script == against and line.simplified + line.traditional >= _PARAGRAPH:
            return "mixed"
    return verdict


def _verdict(simplified: int, traditional: int) -> str:
    rarer, all_told = min(simplified, traditional), simplified + traditional
    if not all_told:
        return "none"
    if simplified == traditional or (rarer >= 2 and rarer >= _MINORITY * all_told):
        return "mixed"
    return "simplified" if simplified > traditional else "traditional"


def _is_japanese(tally: bytes) -> bool:
    """Tell Japanese from Chinese that names Japanese things: kana among the kanji, or kanji that Chinese has not.

    Hiragana weigh double: katakana are what a Chinese sentence quotes.
    """
    kanji = tally.count(JAPANESE)
    kana = 2 * tally.count(HIRAGANA) + tally.count(KATAKANA)
    if not kana and kanji < 2:
        return False
    han = kanji + sum(tally.count(name) for name in _CHINESE)
    return (kana >= 2 and kana * 2 > han) or (kana >= 2 and kanji >= 1) or (kanji >= 2 and kanji * 25 > han)
