"""What kind of Traditional a text is: Hong Kong's, or one that a machine made of Simplified character by character."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from newsclean.script.chain import read_chain
from newsclean.script.dictionaries import read_choices
from newsclean.script.evidence import simplified_only

# Simplified characters that stand for several and that a table of single characters tends to leave, because
# Traditional has them too, in rarer words. 占 布 周 台 and their like are left out: good Traditional writes them too.
_LEFT = "于后里余范采斗准系制松征愿"
_PLACES = re.compile(f"[{_LEFT}]")
_LEFTOVERS = 3  # words, of at least two characters of these


def is_hong_kong(text: str) -> bool:
    """Tell whether a Traditional text writes more forms of Hong Kong's standard than of Taiwan's.

    >>> is_hong_kong("港鐵綫路説明，衞生署着手改善"), is_hong_kong("捷運路線說明，衛生局著手改善")
    (True, False)
    """
    hong_kong, taiwan = _forms()
    return len(hong_kong.findall(text)) > len(taiwan.findall(text))


def is_machine_converted(text: str) -> bool:
    """Tell Traditional that was made of Simplified by a table of characters: 示范, 關于, 采納 are left in it.

    Counted are words of two characters that hold a one-to-many character unconverted and that no dictionary of
    Traditional has, where the text writes that character wrongly more often than rightly: three words, of two such
    characters (one alone may be a name, as in 余光中). Good conversion leaves no trace.

    >>> is_machine_converted("關于創建示范點的意見被采納，隨后召開會議")
    True
    >>> is_machine_converted("關於建立示範點的意見被採納，隨後召開會議，皇后大道里長到場")
    False
    """
    words = _wrong_words()
    wrong: Counter[str] = Counter()
    for place in _PLACES.finditer(text):
        at = place.start()
        if text[at : at + 2] in words or text[max(at - 1, 0) : at + 1] in words:
            wrong[place[0]] += 1
    left = [count for char, count in wrong.items() if count > sum(map(text.count, _rightly(char)))]
    return len(left) >= 2 and sum(left) >= _LEFTOVERS


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return searches for the characters that Hong Kong's standard writes otherwise than Taiwan's, and the reverse.

    Left out is what either writes freely: 臺台, 濕溼.
    """
    taiwan_forms = {choices[0] for choices in read_choices("TWVariants.txt").values()}
    pairs = {
        (choices[0], char)
        for char, choices in read_choices("HKVariants.txt").items()
        if len(choices) == 1 and choices[0] not in {char} | taiwan_forms
    } - {("台", "臺"), ("濕", "溼"), ("煙", "菸")}
    hong_kong = "綫裏着" + "".join(sorted(pair[0] for pair in pairs))
    taiwan = "裡著" + "".join(sorted(pair[1] for pair in pairs))
    return re.compile(f"[{hong_kong}]"), re.compile(f"[{taiwan}]")


@cache
def _wrong_words() -> frozenset[str]:
    """Return the words of two characters that come of converting only what is certain."""
    words = {key: choices[0] for key, choices in read_choices("STPhrases.txt").items() if len(key) == 2}
    listed = "\n".join(words.values())
    right = set(words.values())
    for name in ("t2tw", "t2hk"):
        right |= set(read_chain(name).convert(listed).split("\n"))
    certain = {char: read_choices("STCharacters.txt")[char][0] for char in simplified_only()}
    left = {"".join(certain.get(char, char) for char in key): word for key, word in words.items()}
    return frozenset(
        found
        for found, word in left.items()
        if found not in right and any(a != b and a in _LEFT for a, b in zip(found, word, strict=True))
    )


@cache
def _rightly(char: str) -> frozenset[str]:
    """Return what Traditional writes for a one-to-many character in its own words.

    >>> sorted(_rightly("里"))
    ['裏', '裡']
    """
    choices = set(read_choices("STCharacters.txt")[char]) - {char, "哩"}
    return frozenset(choices | {read_chain("t2tw").convert(choice) for choice in choices})
