"""Readings that a machine set behind common characters and words: 讓(rang), 古籍(ji)(ji), 可以(kě yǐ), 月(ㄩㄝˋ).

Spinners gloss what every reader can read, here and there on a whole page, often without tones and twice; where a word
is wrapped as in a dictionary, `[可以的拼音:kěyǐ]`, the word stands only in the bracket. Editors gloss what is rare or
has another reading than the usual one, teachers spell out a phrase or say that they speak of sounds.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from newsclean.likelihood import log_probabilities
from newsclean.model import Flag, Mark

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_LETTERS = f"a-z{_TONED}ăĕĭŏŭüɑɡａ-ｚ\u0300\u0301\u0304\u0306\u0308\u030c"
_MARKED = re.compile(f"[{_TONED}]")
_ZHUYIN = "ㄅ-ㄩ"
_GLOSS = re.compile(
    r"[(（\[［【〔] ?(?:(?P<word>[\u4e00-\u9fff]{1,4}) ?的)?(?:(?:汉语|漢語)?(?:拼音|读音|讀音|注音) ?[:：是为為]? ?)?"
    rf"(?P<reading>[{_LETTERS}][{_LETTERS}'’ 1-5]{{0,24}}|[{_ZHUYIN}˙][{_ZHUYIN}ˊˇˋ˙ ]{{0,16}}) ?[)）\]］】〕]"
)
_TEACHES = re.compile(
    "拼音|注音|[读讀][音作成]|念[作成]|多音字|生字|[识識]字|[声聲][调調]|[发發正同谐諧]音|普通[话話]|方言|[汉漢][语語]|字典|词典|辭典|"
    "[课課]文|[儿兒]歌|古[诗詩]|[诵誦朗][读讀]|hsk|HSK"
)
_HAN = re.compile("[\u4e00-\u9fff]")
_RUN = re.compile("[\u4e00-\u9fff]{1,4}$")
_QUOTES = frozenset("“”‘’「」『』\"'《》")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0304\u0306\u0307\u030c'’12345ˊˇˋ˙"))
_KNOWN_TO_ALL = -9.2  # nats: the 1,450 commonest characters, which no reader needs glossed
_LONGEST = 4  # characters of a word
_FEWEST, _MANY = 3, 5  # different words on one page, on one line
_PHRASE, _SPELLED_OUT = 3, 1 / 3  # glosses in a row; of all of them


class _Gloss(NamedTuple):
    """Brackets with the right reading of what stands before them; `inner` is the word that stands only in them.

    `needless` is 1 where the reading helps nobody, -1 where it tells which of several is meant.
    """

    start: int
    end: int
    word: str
    plain: str
    needless: int
    doubled: bool
    inner: tuple[int, int] | None


def find_machine_gloss(text: str) -> tuple[list[Mark], list[Flag]]:
    """Mark readings for removal on a page where common words carry their usual reading for nobody's sake.

    >>> page = "同學們把水(shui)(shui)一點一點加(jia)進去,稠了就加(jia)水(shui)。"
    >>> [page[mark.start:mark.end] for mark in find_machine_gloss(page)[0]]
    ['(shui)(shui)', '(jia)', '(jia)', '(shui)']
    >>> find_machine_gloss("區(ou)先生與單(shan)女士在六(lu)安會(kuai)面,讀單(dan)者誤。")[0]
    []
    """
    found = _read(text)
    if not _by_machine(text, found):
        return [], []
    marks: list[Mark] = []
    for gloss in found:
        first, last = gloss.inner or (gloss.start, gloss.start)
        spans = ((gloss.start, first), (last, gloss.end))
        marks += [
            Mark(*span, "repair", "pinyin_gloss", "pinyin-gloss.machine-made") for span in spans if len({*span}) > 1
        ]
    return marks, []


def _by_machine(text: str, found: list[_Gloss]) -> bool:
    """Judge by all glosses of a page: what they gloss, how often, and whether the page speaks of readings."""
    needless = [gloss for gloss in found if gloss.needless > 0]
    words = {gloss.word for gloss in needless}
    telling = sum(gloss.needless < 0 for gloss in found)
    if len(words) < 2 or 2 * telling > len(needless):
        return False
    if any(gloss.doubled for gloss in needless) or sum(gloss.inner is not None for gloss in needless) > 1:
        return True
    lines = {text.count("\n", 0, gloss.start) for gloss in needless[:_MANY]}
    if len(words) < (_FEWEST if len(lines) > 1 else _MANY):
        return False
    return not _spells_phrases(found) and not _TEACHES.search(_without(text, found))


def _spells_phrases(found: list[_Gloss]) -> bool:
    """Whether a good part of the glosses stand three and more in a row, as where somebody teaches to read."""
    size = spelled = 0
    for i, gloss in enumerate(found):
        size = size + 1 if i and found[i - 1].end == gloss.start - len(gloss.word) else 1
        spelled += (_PHRASE if size == _PHRASE else 1) if size >= _PHRASE else 0
    return spelled > _SPELLED_OUT * len(found)


def _without(text: str, found: list[_Gloss]) -> str:
    ends = [0, *(gloss.end for gloss in found)]
    starts = [*(gloss.start for gloss in found), len(text)]
    return "".join(text[start:end] for start, end in zip(ends, starts, strict=True))


def _read(text: str) -> list[_Gloss]:
    """Read every bracket that holds the reading of what stands before it, or of the word that it names itself."""
    found: list[_Gloss] = []
    for match in _GLOSS.finditer(text):
        start, end = match.span()
        plain = _plain(match["reading"])
        if found and found[-1].end == start and found[-1].plain == plain:
            found[-1] = found[-1]._replace(end=end, doubled=True)
            continue
        run = _RUN.search(text, max(0, start - _LONGEST), start)
        word, inner = _behind(run[0], plain) if run else "", None
        if not word and match["word"] and _spells(match["word"], plain):
            word, inner = match["word"], match.span("word")
        first = start if inner else start - len(word)
        if word and not _quoted(text, first, end):
            attached = _HAN.match(text, end) or (first and _HAN.match(text, first - 1))
            use = _use(word, match["reading"], plain)
            needless = use if use < 0 or (attached and _is_known_to_all(word)) else 0
            found.append(_Gloss(start, end, word, plain, needless, False, inner))
    return found


def _quoted(text: str, start: int, end: int) -> bool:
    """Whether quotes hold the word and its reading: then the text speaks of both."""
    return text[max(0, start - 1) : start] in _QUOTES and text[end : end + 1] in _QUOTES


def _behind(run: str, plain: str) -> str:
    """Return the last characters of a run that a reading spells, the most that do."""
    return next((run[at:] for at in range(len(run)) if _spells(run[at:], plain)), "")


def _spells(word: str, plain: str) -> bool:
    """Whether a reading without tones is one of a word's, syllable by syllable."""
    rests = {plain}
    for char in word:
        rests = {rest[len(each) :] for rest in rests for each in _readings().get(char, ()) if rest.startswith(each)}
    return "" in rests


def _use(word: str, reading: str, plain: str) -> int:
    """Return -1 for a reading that is not the first of a character or word, 1 for one that readers cannot miss."""
    if plain != "".join(_readings()[char][0] for char in word):
        return -1
    if len(word) > 1:
        return 1
    if _MARKED.search(reading) and unicodedata.normalize("NFKC", reading) != _toned()[word][0]:
        return -1
    return int(len(_readings()[word]) == 1)


def _is_known_to_all(word: str) -> bool:
    return bool(log_probabilities(word).min() > _KNOWN_TO_ALL)


def _plain(reading: str) -> str:
    """Return a reading in plain letters without tones: of Zhuyin the Pinyin, v for ü."""
    letters = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", reading)).translate(_TONES)
    letters = letters.replace("u\N{COMBINING DIAERESIS}", "v").replace("ɑ", "a").replace("ɡ", "g")
    return "".join(part if part.isascii() else _of_zhuyin(part) for part in letters.split(" "))


def _of_zhuyin(letters: str) -> str:
    table = _zhuyin()
    if letters in table:
        return table[letters][1]
    initial, final = table.get(letters[0], ("", ""))[0], table.get(letters[1:], ("", ""))[0]
    return initial + (final.replace("v", "u") if initial in ("j", "q", "x") else final)


@cache
def _zhuyin() -> dict[str, tuple[str, str]]:
    """Return the Pinyin of each initial and final, within a syllable and as a whole one."""
    rows = (row.split("\t") for row in _table("zhuyin.tsv") if row[0] != "#")
    return {zhuyin: (within, alone) for zhuyin, within, alone in rows}


def _table(name: str) -> list[str]:
    return files("newsclean").joinpath("data/tables", name).read_text(encoding="utf-8").splitlines()


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    """Return the readings of each common character without tones, the usual one first."""
    return {char: tuple(dict.fromkeys(map(_plain, toned))) for char, toned in _toned().items()}


@cache
def _toned() -> dict[str, tuple[str, ...]]:
    """Return the readings of each common character, the usual one first."""
    rows = [row.split("\t") for row in _table("common_readings.tsv")]
    usual: dict[str, tuple[str, ...]] = {char: (reading,) for reading, first, _ in rows for char in first}
    for reading, _, other in rows:
        usual.update((char, (*usual[char], reading)) for char in other)
    return usual
