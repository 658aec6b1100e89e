"""Left-over noise as rules: a pattern for the text and its like, where it may fire, and its examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from newsclean.matching import fold
from newsclean.review.verdicts import Piece, Verdict, repaired
from newsclean.rules import Rule, failures
from newsclean.rules.exceptions import squeeze

_SENTENCE = re.compile(r"[^。!?…]*[。!?…]+[”’)\]】〕]*|[^。!?…]+$")
_ENDED = re.compile(r"[。!?…][”’)\]】〕 ]*$")
_URL = re.compile(r"https?://[!-~]+|www\.[!-~]+")
_SHORT = 4  # characters; a shorter text is noise only between its neighbours
_NEIGHBOURS = 3
_KEEPS = 2
_KINDS = (
    ("copyright", re.compile("版权|©|备案|许可证|icp")),
    ("disclaimer", re.compile("声明:|不代表|仅供参考|侵权|风险自")),
    ("reprint_notice", re.compile("转载|注明")),
    ("advertisement", re.compile("https?:|www|加微|qq|咨询|优惠|折扣|包邮|热线|电话|客服")),
    ("engagement", re.compile("关注|扫码|二维码|点赞|公众号|评论|留言|订阅|分享|客户端|app")),
    ("related", re.compile("相关|推荐|热门|往期|更多|精彩")),
)


def pieces(verdict: Verdict) -> Iterator[Piece]:
    r"""Yield the marked text line by line, each line with what stands before and after it there.

    >>> list(pieces(Verdict("", "noise", "看点\n更多", before="今日", after="吗\n")))
    [Piece(before='今日', text='看点', after=''), Piece(before='', text='更多', after='吗')]
    """
    before, text, after = repaired(verdict)
    lines = text.split("\n")
    for i, line in enumerate(lines):
        core = line.strip()
        if squeeze(core):
            at = line.index(core)  # white space that was marked along is its neighbours'
            left, right = line[:at], line[at + len(core) :]
            yield Piece((before if i == 0 else "") + left, core, right + (after if i == len(lines) - 1 else ""))


def candidates(verdict: Verdict, place: str, stayed: Sequence[str]) -> list[tuple[Rule, ...]]:
    """Return sets of rules that take out what a verdict marks as noise, the narrowest first.

    `place` says where in its page the text stands: head, tail, or line where that is not known. `stayed` are
    sentences that are article; those most like the text become what each rule keeps. A set may be empty: of a text
    of one or two characters without neighbours no rule can be made.
    """
    found = [_of_piece(verdict, piece, place, stayed) for piece in pieces(verdict)]
    deepest = max(map(len, found), default=0)
    sets = [tuple(rule for piece in found if piece for rule in piece[min(i, len(piece) - 1)]) for i in range(deepest)]
    return list(dict.fromkeys(rules for rules in sets if rules))


class _Way(NamedTuple):
    """One way to take a text out: what a rule of one pattern needs."""

    where: str
    kind: str
    pattern: str


def _of_piece(verdict: Verdict, piece: Piece, place: str, stayed: Sequence[str]) -> list[tuple[Rule, ...]]:
    """Return the ways to take out one line or part of a line, each as the rules that it needs."""
    before, text, after = piece
    folded = fold(text)
    known = verdict.kind or next((kind for kind, words in _KINDS if words.search(folded)), None)
    kind = known or "advertisement"
    ways: list[list[_Way]] = []
    if not squeeze(before) and not squeeze(after):
        ways += [[way] for way in _of_line(generalise(folded) + "$", place, known or "navigation")]
    elif (not squeeze(before) or _ENDED.search(fold(before))) and (not squeeze(after) or _ENDED.search(folded)):
        ways += [[_Way("sentence", kind, generalise(found.strip())) for found in _SENTENCE.findall(folded)]]
    ways += [[_Way("inline", kind, generalise(folded))]] if len(squeeze(folded)) >= _SHORT else []
    ways += [[_Way("inline", kind, pattern)] for pattern in _between(fold(before), folded, fold(after))]
    made = [[_rule(verdict, text, way, stayed) for way in needed] for needed in ways]
    return [tuple(rule for rule in rules if rule) for rules in made if all(rules)]


def _of_line(pattern: str, place: str, kind: str) -> Iterator[_Way]:
    if place != "line":
        yield _Way(place, kind, pattern)
    yield _Way("line", kind, pattern)
    if kind == "related":  # such a heading goes only with its list, whichever rule knows it
        yield _Way("line", "navigation", pattern)


def generalise(folded: str) -> str:
    r"""Return a pattern for a folded text and for the same with other numbers, addresses and spaces.

    >>> generalise("浏览 316次 2020-8-1")
    '浏览 *\\d{2,4}次 *\\d{3,5}\\-\\d{1,2}\\-\\d{1,2}'
    """
    parts, at = [], 0
    for found in re.finditer(rf"{_URL.pattern}|\d+| +", folded):
        parts += [re.escape(folded[at : found.start()]), _general(found[0])]
        at = found.end()
    return "".join([*parts, re.escape(folded[at:])])


def _general(found: str) -> str:
    if found.isspace():
        return " *"
    if _URL.fullmatch(found):
        return r"https?://[!-~]+" if found.startswith("http") else r"www\.[!-~]+"
    size = len(found)
    return rf"\d{{{max(1, size - 1)},{size + 1}}}"


def _between(before: str, folded: str, after: str) -> Iterator[str]:
    """Yield a pattern for a text between its neighbours, or alone, if it has any."""
    left, right = before[-_NEIGHBOURS:], after[:_NEIGHBOURS]
    opened = rf"(?:(?<={re.escape(left)})|^)" if squeeze(left) else ""
    closed = rf"(?={re.escape(right)}|$)" if squeeze(right) else ""
    if opened or closed:
        yield f"{opened}{re.escape(folded)}{closed}"


def _rule(verdict: Verdict, text: str, way: _Way, stayed: Sequence[str]) -> Rule | None:
    """Return a rule whose own examples hold, or None."""
    where, kind, pattern = way
    name = blake2b(" ".join(way).encode("utf-8", "replace"), digest_size=4).hexdigest()
    what = " ".join(verdict.note.split()) or "Left over, and marked as noise in a review"
    example = text if where != "sentence" else next(iter(_matching(pattern, text)), text)
    rule = Rule(f"review.noise-{name}", kind, where, what, pattern, (example,), ())
    if failures(rule):
        return None
    like = set(squeeze(text))
    near = sorted({s.strip() for s in stayed} - {""}, key=lambda s: (-len(like & set(squeeze(s))), len(s), s))
    near += [f"他念出墙上的字：“{text}”，大家都笑了。", "雨停了，路通了。"]
    keeps = tuple(kept for kept in near[: 10 * _KEEPS] if not failures(_with_keeps(rule, (kept,))))[:_KEEPS]
    return _with_keeps(rule, keeps) if keeps else None


def _with_keeps(rule: Rule, keeps: tuple[str, ...]) -> Rule:
    return Rule(rule.id, rule.kind, rule.where, rule.what, rule.pattern, rule.removes, keeps)


def _matching(pattern: str, text: str) -> Iterator[str]:
    folded = fold(text)
    for found in _SENTENCE.finditer(folded):
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        if re.match(pattern, folded[start : found.end()]):
            yield text[start : found.end()]
