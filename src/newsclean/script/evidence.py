"""Which characters tell the script: the evidence, drawn from OpenCC's dictionaries.

A character is Simplified evidence where OpenCC changes it on the way to Traditional and no way to Traditional leads to
it, and the reverse. The some two hundred characters that stand for several (后 干 里 只 面 台) tell nothing, nor do the
standard forms of Taiwan and Hong Kong that look Simplified (群 峰 床). Because no conversion puts out evidence of the
script that it leaves, converted text is never found to need conversion again.

A few of the one-to-many are all but certain, because Traditional has them in rare words alone (万 in 万俟, 价, 党):
weak evidence, for text that has no other.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from newsclean.script.dictionaries import read_choices

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEUTRAL, HAN, SIMPLIFIED, TRADITIONAL, HIRAGANA, KATAKANA, JAPANESE, WEAK_SIMPLIFIED, WEAK_TRADITIONAL = range(9)

_TO_SIMPLIFIED = ("TSCharacters.txt", "TSPhrases.txt")
_TO_TRADITIONAL = (
    "STCharacters.txt",
    "STPhrases.txt",
    "STPhrases_GeneratedFromRegionalPhrases.txt",
    "TWVariants.txt",
    "TWVariantsPhrases.txt",
    "HKVariants.txt",
    "HKVariantsPhrases.txt",
)


@cache
def classes() -> NDArray[np.uint8]:
    """Return the class of every code point; HAN are characters of either script, JAPANESE the kanji of Japan alone."""
    import numpy as np

    table = np.zeros(0x110000, dtype=np.uint8)
    for first, last in ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF)):
        table[first : last + 1] = HAN
    table[0x3041:0x3097] = HIRAGANA
    table[0x30A1:0x30FB] = KATAKANA
    table[[ord(char) for char in "のノ"]] = NEUTRAL  # both stand in Chinese brand names
    for chars, name in (
        (_japanese(), JAPANESE),
        (simplified_only(), SIMPLIFIED),
        (traditional_only(), TRADITIONAL),
        (_weak_simplified(), WEAK_SIMPLIFIED),
        ("於", WEAK_TRADITIONAL),  # Simplified in 樊於期 alone
    ):
        table[[ord(char) for char in chars]] = name
    return table


@cache
def simplified_only() -> frozenset[str]:
    """Return the characters that only Simplified text holds.

    >>> [char in simplified_only() for char in "们后群"]
    [True, False, False]
    """
    choices = read_choices("STCharacters.txt")
    return frozenset(char for char in choices if len(char) == 1) - _output(_TO_TRADITIONAL)


@cache
def traditional_only() -> frozenset[str]:
    """Return the characters that only Traditional text holds.

    >>> [char in traditional_only() for char in "們乾著"]
    [True, False, False]
    """
    choices = read_choices("TSCharacters.txt")
    return frozenset(choices) - _output(_TO_SIMPLIFIED) - read_choices("STCharacters.txt").keys()


def _weak_simplified() -> frozenset[str]:
    """Return the one-to-many characters that Big5 has among its rare ones or not at all, less regional forms."""
    regional = _output(("TWVariants.txt", "HKVariants.txt"))
    choices = read_choices("STCharacters.txt")
    return frozenset(char for char in choices if char in choices[char] and _is_rare(char)) - regional


def _output(files: tuple[str, ...]) -> frozenset[str]:
    """Return the characters that some dictionaries put out."""
    choices = chain.from_iterable(read_choices(file).values() for file in files)
    return frozenset(chain.from_iterable(chain.from_iterable(choices)))


def _japanese() -> frozenset[str]:
    """Return the kanji that are Japanese forms alone: in neither GB 2312 nor Big5, and no Traditional form."""
    pairs = read_choices("JPShinjitaiCharacters.txt").items()
    kanji = {char for key, choices in pairs for char in (key, *choices) if len(char) == 1}
    kanji -= read_choices("TSCharacters.txt").keys() | _output(("HKVariants.txt",))  # 衞 is Hong Kong's too
    return frozenset(char for char in kanji if not _is_chinese(char))


def _is_chinese(char: str) -> bool:
    return char.encode("gb2312", "replace") != b"?" or char.encode("big5", "replace") != b"?"


def _is_rare(char: str) -> bool:
    code = char.encode("big5", "replace")
    return code == b"?" or code >= b"\xc9\x40"  # where Big5's second level starts
