"""What stands around a place of a sentence: whether a clause begins behind it, and whether what is before it leads on.

Counted in newspapers: a word that stands behind a stop rather than behind a noun begins a clause (他, 但, 这); one
that hardly ever does goes on with what was said (的, 里, 公司). A verb, preposition or numeral leads to what follows.
"""

from __future__ import annotations

from functools import cache, lru_cache

from newsclean.find.tables import rows
from newsclean.find.words import is_word

_LONGEST = 4


@lru_cache(maxsize=1024)  # a place is weighed for every order that it may belong to
def opens(folded: str, at: int) -> float:
    """Return how much rather the word at a place begins a clause than goes on behind a noun, in nats.

    >>> opens("他下工后", 0) > 2, opens("的歌声", 0) < -2
    (True, True)
    """
    return _opening().get(_first(folded, at), 0.0)


def leads(folded: str, at: int) -> bool:
    """Tell whether the word before a place asks for what stands there: a verb, a preposition, 的, a numeral.

    >>> leads("他们来到桥洞", 4), leads("旅客桥洞", 2)
    (True, False)
    """
    for size in range(min(_LONGEST, at), 0, -1):
        word = folded[at - size : at]
        if size == 1 or is_word(word):
            return word in _leading()
    return False


def leads_first(piece: str) -> bool:
    """Tell whether a piece begins with a word that leads on.

    >>> leads_first("唱进大剧院"), leads_first("雪夜高速")
    (True, False)
    """
    return _first(piece, 0) in _leading()


def _first(folded: str, at: int) -> str:
    sizes = range(min(_LONGEST, len(folded) - at), 1, -1)
    return next((folded[at : at + size] for size in sizes if is_word(folded[at : at + size])), folded[at : at + 1])


@cache
def _opening() -> dict[str, float]:
    return {
        word: float(nats) for kind, nats, words in rows("clause_words") if kind == "opens" for word in words.split()
    }


@cache
def _leading() -> frozenset[str]:
    return frozenset(word for kind, _, words in rows("clause_words") if kind == "leads" for word in words.split())
