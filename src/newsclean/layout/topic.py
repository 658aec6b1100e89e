"""What an article speaks of: a line that shares no word with its sentences is a stranger among them.

Captions, sub-headings and signatures take up words of the article, which titles of other articles and cards of goods
hardly do. Silence proves little by itself, and says nothing of lists, verse and labels: it only adds to other evidence.
"""

from __future__ import annotations

import operator
import re
from collections import Counter
from functools import lru_cache

from newsclean.matching import Page

_WORD = re.compile("[\u4e00-\u9fff]{2,}")
# Characters of the most common words, which any two sentences share.
_COMMON = re.compile("[的了是在一不有和与为上下中大小这那个人们年月日时也就都到说要将从以及被让把对又还没他她它我你]+")
_SENTENCE, _ENOUGH = 24, 80  # characters of a sentence; pairs in a text that says what it speaks of
_FEWEST = 3
_KANA, _LATIN = re.compile("[\u3040-\u30ff]"), re.compile(r"(?<![\w./:@-])[a-z'’]+(?![\w/:@-])")
_OF_OTHERS = re.compile("[\u3040-\u30ffa-z]")
_LATIN_WORDS = 6
_FEW_STRANGE, _GLANCE = 0.25, 60  # characters that tell what language a line is in
_REFRAIN, _SUNG = range(5, 25), 3  # characters; times


def is_foreign(page: Page, folded: str) -> bool:
    r"""Say whether a line shares no word with the sentences of a page that are long enough to tell.

    A word is a pair of neighbouring characters, of which none is among the most common.

    >>> from newsclean.matching import read_page
    >>> page = read_page(
    ...     "老艄公把渡船漆成绿色,说对岸的孩子隔着雾也能看见。他在渡口守了三十一年,船换过四条,竹篙还是父亲留下的那根。"
    ...     "去年秋天大桥通车,镇里问他愿不愿意去桥头卖票,他想了一夜,第二天照旧解开缆绳,把学生一趟一趟送过河。"
    ... )
    >>> is_foreign(page, "渡船漆了三遍"), is_foreign(page, "冬季护肤的七条建议")
    (False, True)
    """
    wanted = _content(folded)
    if len(wanted) < _FEWEST:
        return False
    said = _said(page)
    return len(said) >= _ENOUGH and said.isdisjoint(wanted)


def is_strange_tongue(page: Page, folded: str) -> bool:
    r"""Say whether a line is in another language than its page, of which there are few such lines.

    Notices for visitors from elsewhere and the words of embedded posts are sentences, but not of the article.

    >>> from newsclean.matching import read_page
    >>> page = read_page("Your browser is not supported, please update it.\n" + "渡口的老艄公守了三十一年。\n" * 9)
    >>> [is_strange_tongue(page, line.folded) for line in page.lines[:2]]
    [True, False]
    """
    return is_other_tongue(folded) and _strange_share(page) <= _FEW_STRANGE


def shared(page: Page, folded: str) -> float:
    """Return the share of a line's words that the sentences of its page say too."""
    wanted = _content(folded)
    return len(wanted & _said(page)) / max(len(wanted), _FEWEST)


def is_refrain(page: Page, folded: str) -> bool:
    r"""Say whether a line comes back between other lines, as of a song; buttons that come back are known words.

    >>> from newsclean.matching import read_page
    >>> page = read_page("嘿哟嘿,起锚啰\n脚踩石头手扒沙\n嘿哟嘿,起锚啰\n上滩好比上天难\n嘿哟嘿,起锚啰\n汗水滴穿青石板")
    >>> is_refrain(page, "嘿哟嘿,起锚啰"), is_refrain(page, "脚踩石头手扒沙")
    (True, False)
    """
    return len(folded) in _REFRAIN and "," in folded and _times(page)[folded] >= _SUNG


@lru_cache(maxsize=2)
def _times(page: Page) -> Counter[str]:
    return Counter(line.folded for line in page.lines)


def _content(folded: str) -> set[str]:
    return {pair for run in _WORD.findall(_COMMON.sub(" ", folded)) for pair in map(operator.add, run, run[1:])}


@lru_cache(maxsize=1024)
def is_other_tongue(folded: str) -> bool:
    """Say whether a line is a sentence in Japanese or in Latin letters: those are no sign of a button then."""
    shown = folded[:_GLANCE]
    if not _OF_OTHERS.search(shown):
        return False
    if 4 * len(_KANA.findall(shown)) > len(shown):
        return True
    words = _LATIN.findall(shown)
    return len(words) >= _LATIN_WORDS and 5 * sum(map(len, words)) > 3 * len(shown)


@lru_cache(maxsize=2)
def _strange_share(page: Page) -> float:
    """Return how much of a page is in another language; three letters say as much as one ideograph."""
    sizes = {True: 0, False: 0}
    for line in page.lines:
        sizes[is_other_tongue(line.folded)] += len(line.folded)
    strange = sizes[True] / 3
    return strange / max(1.0, strange + sizes[False])


@lru_cache(maxsize=2)
def _said(page: Page) -> set[str]:
    said: set[str] = set()
    for line in page.lines:
        if len(line.folded) >= _SENTENCE and "。" in line.folded:
            said.update(map(operator.add, line.folded, line.folded[1:]))
    return said
