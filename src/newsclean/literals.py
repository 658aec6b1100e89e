"""Which literals a pattern cannot match without: the prefilter of the rules."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_MOST = 900  # alternatives; more literals than that say less than the pattern itself
_LONG_ENOUGH = 3  # characters; longer literals are hardly rarer, fewer of them are cheaper


def required_literals(regex: re.Pattern[str]) -> frozenset[str]:
    """Return strings of which every match of a pattern holds at least one; empty if there is no such set.

    The set with the longest shortest member (up to three characters) is taken, then the smaller one.

    >>> sorted(required_literals(re.compile("(本文|文章)?来[源自]:?.{2,9}(转载于|摘编于)")))
    ['摘编于', '转载于']
    """
    return frozenset(_best(_sets(_parsed(regex.pattern))))


def longest_match(regex: re.Pattern[str]) -> int:
    """Return how many characters a match of a pattern has at most; very many where it looks ahead or repeats freely.

    >>> longest_match(re.compile("(点击)?查看.{0,9}原文")), longest_match(re.compile("原文.*")) > 1_000_000
    (15, True)
    """
    looks = "(?=" in regex.pattern or "(?<=" in regex.pattern
    return sys.maxsize if looks else min(sys.maxsize, _parsed(regex.pattern).getwidth()[1])


def first_characters(regex: re.Pattern[str]) -> frozenset[str] | None:
    """Return the characters that a match of a pattern may begin with, or None if it may begin with nearly any.

    Where one of them is a decimal digit, so may be those of other scripts.

    >>> sorted(first_characters(re.compile(r"(?:第 ?)?[一二]页|共"))), first_characters(re.compile("[^。]页"))
    (['一', '二', '共', '第'], None)
    """
    found = _first(_parsed(regex.pattern))
    return None if found is None or "" in found else frozenset(found)


def _first(tokens: Sequence[Any]) -> set[str] | None:
    """Return what a sequence may begin with, with "" if all of it may match nothing."""
    found = {""}
    for name, value in tokens:
        if name not in (op.AT, op.ASSERT, op.ASSERT_NOT):
            chars = _first_of(name, value)
            if chars is None:
                return None
            found = found - {""} | chars
            if "" not in chars:
                break
    return found


def _first_of(name: Any, value: Any) -> set[str] | None:
    if name is op.LITERAL:
        return {chr(value)}
    if name is op.IN:
        digits = (op.RANGE, (ord("0"), ord("9")))
        return _members([digits if item == (op.CATEGORY, op.CATEGORY_DIGIT) else item for item in value], widest=128)
    if name is op.SUBPATTERN:
        return _first(value[-1])
    if name is op.BRANCH:
        parts = [_first(branch) for branch in value[1]]
        return None if None in parts else set().union(*(part for part in parts if part))
    if name in (op.MAX_REPEAT, op.MIN_REPEAT):
        chars = _first(value[2])
        return chars if chars is None or value[0] else chars | {""}
    return None


@lru_cache(maxsize=1)  # all that is asked of a pattern is asked at once
def _parsed(pattern: str) -> Any:
    return parser.parse(pattern)


def _best(sets: Iterable[set[str]], most: int = _MOST) -> set[str]:
    usable = [_minimal(texts) for texts in sets if texts and all(texts) and len(texts) <= most]
    return max(usable, key=lambda texts: (min(_LONG_ENOUGH, *map(len, texts)), -len(texts)), default=set())


def _minimal(texts: set[str]) -> set[str]:
    """Leave out what holds another of the set: finding the shorter one is enough."""
    kept: list[str] = []
    for text in sorted(texts, key=len):
        if not any(short in text for short in kept):
            kept.append(text)
    return set(kept)


def _sets(tokens: Sequence[Any]) -> list[set[str]]:
    """Return, for a sequence, each set of which one member must occur: its runs of exact text and its parts."""
    found: list[set[str]] = []
    run: set[str] = {""}
    for token in tokens:
        exact = _exact(token)
        if exact is not None and len(run) * len(exact) <= _MOST:
            run = {a + b for a, b in product(run, exact)}
            continue
        found.append(run)
        run = exact if exact is not None else {""}
        if exact is None:
            found += _inside(token)
    found.append(run)
    return found


def _exact(token: Any) -> set[str] | None:
    """Return all texts that a token can match, if they are few and exact."""
    name, value = token
    if name is op.LITERAL:
        return {chr(value)}
    if name is op.IN:
        return _members(value)
    if name is op.SUBPATTERN:
        return _exact_sequence(value[-1])
    if name is op.BRANCH:
        parts = [_exact_sequence(branch) for branch in value[1]]
        texts = {text for part in parts if part is not None for text in part}
        return texts if None not in parts and len(texts) <= _MOST else None
    if name is op.AT:
        return {""}
    if name in (op.MAX_REPEAT, op.MIN_REPEAT) and tuple(value[:2]) in ((0, 1), (1, 1)):
        inner = _exact_sequence(value[2])
        return None if inner is None else inner | ({""} if value[0] == 0 else set())
    return None


def _exact_sequence(tokens: Sequence[Any]) -> set[str] | None:
    texts = {""}
    for token in tokens:
        exact = _exact(token)
        if exact is None or len(texts) * len(exact) > _MOST:
            return None
        texts = {a + b for a, b in product(texts, exact)}
    return texts


def _members(items: Sequence[Any], widest: int = 16) -> set[str] | None:
    chars = set()
    for name, value in items:
        if name is op.LITERAL:
            chars.add(chr(value))
        elif name is op.RANGE and value[1] - value[0] < widest:
            chars.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return chars


def _inside(token: Any) -> list[set[str]]:
    """Return the sets that a token which is not exact requires by what is inside it."""
    name, value = token
    if name is op.SUBPATTERN:
        return _sets(value[-1])
    if name is op.ASSERT:
        return _sets(value[1])
    if name in (op.MAX_REPEAT, op.MIN_REPEAT) and value[0] > 0:
        return _sets(value[2])
    if name is op.BRANCH:
        found = [_sets(branch) for branch in value[1]]
        shares = (_MOST, _MOST // len(found))  # together they may be too many
        choices = [[_best(sets, most) for sets in found] for most in shares]
        return [set().union(*best) for best in choices if all(best)]
    return []
