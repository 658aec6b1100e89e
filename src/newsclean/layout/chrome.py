"""Lines that are nothing but chrome: buttons, labels, counters and page numbers in any order, number and spelling."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import NamedTuple

from newsclean.literals import first_characters
from newsclean.rules import Hit, Rule

_LONGEST = 120
_SPACED = 2  # characters of a button that pages set apart
_WEAK_ENOUGH = 3
_BETWEEN = " |/·,、:;()[]【】〔〕<>《》«»_-—–+*•■□◆●▲▼↑↓→←★☆✕×.…!。?&=#~○┊┆│▶►▷◀◁⊙◎❖✓✔👍👎🔊\N{REPLACEMENT CHARACTER}"
_BORDER = re.compile("[|\N{REPLACEMENT CHARACTER}]")  # of a table; or characters that are lost
_DIGIT = re.compile(r"\d")
_USED_ON = re.compile("(?:到|至|给)?(?:本页|此页|本文|此文|该文|文章|本新闻|窗口|页面|链接|网址)?")
# A count before or after what it counts; alone it says nothing.
_COUNT = r"(?:\d[\d,.]{0,9} ?(?:万|亿|k|w)?\+?|暂无|[★☆]{1,5})"
_COUNTED_WORDS = (
    "阅读|浏览|点击|访问|人气|查看|围观|播放|转发|评论|回复|点赞|赞|踩|顶|收藏|分享|推荐|关注|跟帖|跟贴|参与|"
    "喜欢|热度|被阅读|观看|字数|被浏览|被收藏|查阅|阅|粉丝|获赞|关注者|赞好|赞同|人气指数|影响|讨论|下载|留言|"
    "关注度|点阅|转载|views?|comments?|shares?|likes?|reads?|hits?"
)
_COUNTED = "|".join(sorted(_COUNTED_WORDS.split("|"), key=len, reverse=True))
_UNIT = "次|人次|人|条|个|位|字|℃|°c|°"
_COUNTER = re.compile(
    rf"(?:已有|共有|共|被|本文(?:已被?)?|已被?)?(?:{_COUNTED})(?:量|人次|次数|数|人数|率)?"
    rf"(?:[: (]{{0,3}}{_COUNT} ?(?:{_UNIT})?)?"
    rf"|(?:已有|共有|共|当前新闻共有|累计)? ?{_COUNT} ?(?:{_UNIT})?(?:网友|用户|读者)?(?:{_COUNTED})(?:过|了)?"
    r"(?:[该此这](?:回答|文章|内容|帖子?))?"
    r"|\d{1,2}:\d\d(?::\d\d)? ?/ ?\d{1,2}:\d\d(?::\d\d)?"
    r"|(?:点击)?展开(?:剩余|余下|其余)? ?\d{1,3} ?%|(?:剩余|余下|还有) ?\d{1,3} ?%(?:未读)?"
    r"|时长[: ]?\d{1,2}:\d\d(?::\d\d)?|第? ?\d{1,3} ?/? ?\d{0,3} ?页|共 ?\d{1,3} ?页"
    r"|(?:第[a-z]?\d{1,3}版)(?::[^ ,。]{2,6})?"
)
_COUNTER_BEGINS = first_characters(_COUNTER) or frozenset()
_COUNTS = re.compile(r"[\d★☆]|暂无|[量数率次页]$")
_SOCIAL = re.compile("评论|回复|点?赞|踩|顶|收藏|分享|推荐|关注|跟[帖贴]|喜欢|留言|share|like|comment")
# What stands among chrome and says nothing of it: numbers, clocks, dates, floors of a forum, speeds of a player.
_NUMBER = re.compile(
    rf"(?:(?:19|20)\d\d[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?|\d{{1,2}}:\d\d(?::\d\d)?|第? ?\d{{1,6}} ?[楼#期]"
    rf"|(?:今天|昨天|前天|刚刚|\d{{1,2}}月\d{{1,2}}日)(?: ?\d{{1,2}}:\d\d)?"
    rf"|\d{{1,2}} ?(?:分钟|小时|天)前|\d{{1,3}}%|\d(?:\.\d{{1,2}})?(?:x|倍)|{_COUNT})(?=$|[ |/()\[\]】])"
)
_NUMBER_BEGINS = first_characters(_NUMBER) or frozenset()
# A row of a menu has unknown pieces too: names of columns and of the site itself.
_MARKS = frozenset(",。!?;:、")
_PIECES = re.compile(r"[^ |/·>•]+")
_PIECE_LENGTH, _MOST_PIECES = 8, 40
_KNOWN_PIECES, _KNOWN_SHARE = 4, 0.6


class Chrome(NamedTuple):
    """A hit on the whole of a line that is chrome, and whether a line is a label: a word or two that may be chrome."""

    hits: tuple[Hit, ...] = ()
    label: bool = False


_NONE = Chrome()


def read_chrome(folded: str) -> Chrome:
    """Say whether a folded line is chrome from end to end.

    >>> [hit.rule.id for hit in read_chrome("浏览次数:316次 字号:[大 中 小]").hits]
    ['layout.chrome-words']
    >>> [read_chrome(line).hits for line in ("大 小", "评论员文章", "关闭三座煤矿")]
    [(), (), ()]
    >>> read_chrome("楼主").label, read_chrome("楼上").label
    (True, False)
    """
    seen = _read(folded) if len(folded) <= _LONGEST else None
    if seen is None:
        return _claim("navigation", folded) if len(folded) <= _LONGEST and _is_menu(folded) else _NONE
    strong, weak, engaging = seen
    if not (strong or weak) and _BORDER.search(folded) and not _DIGIT.search(folded):
        return _claim("markup", folded)
    if not (strong or weak >= _WEAK_ENOUGH):
        return Chrome(label=weak > 0)
    return _claim("engagement" if 2 * engaging >= strong + weak else "navigation", folded)


def _claim(kind: str, folded: str) -> Chrome:
    return Chrome((Hit(_RULES[kind], 0, len(folded)),))


def _read(folded: str) -> tuple[int, int, int] | None:
    """Count strong words, weak words and those of engagement in a line; None if it holds anything else."""
    at, strong, weak, engaging = 0, 0, 0, 0
    while at < len(folded):
        if folded[at] in _BETWEEN:
            at += 1
            continue
        counter = _counter_at(folded, at)
        word = _word_at(folded, at)
        if word and (not counter or word[0] >= counter.end()):
            end, kind, is_strong = word
        elif counter:
            end, is_strong = counter.end(), bool(_COUNTS.search(counter[0]))
            kind = "engagement" if _SOCIAL.search(counter[0]) else "navigation"
        elif (folded[at] in _NUMBER_BEGINS or folded[at].isdecimal()) and (number := _NUMBER.match(folded, at)):
            end, kind, is_strong = number.end(), "", False
        else:
            return None
        if not _ends_word(folded, end, strong=is_strong):
            return None
        strong += is_strong
        weak += bool(kind) and not is_strong
        engaging += kind == "engagement"
        at = end
    return strong, weak, engaging


def _counter_at(folded: str, at: int) -> re.Match[str] | None:
    may_begin = folded[at] in _COUNTER_BEGINS or folded[at].isdecimal()
    return _COUNTER.match(folded, at) if may_begin else None


def _word_at(folded: str, at: int) -> tuple[int, str, bool] | None:
    """Return where the longest word of chrome at a place ends, with what it is used on; its kind and strength."""
    for word, kind, is_strong in _words().get(folded[at], ()):
        if folded.startswith(word, at):
            behind = _USED_ON.match(folded, at + len(word))
            return behind.end() if behind else at, kind, is_strong
    return None


def _is_menu(folded: str) -> bool:
    """Say whether a line is a row of short pieces, most of them words of chrome, one of them a strong one."""
    if not _MARKS.isdisjoint(folded):
        return False
    pieces = _PIECES.findall(folded)
    if not _KNOWN_PIECES <= len(pieces) <= _MOST_PIECES or max(map(len, pieces)) > _PIECE_LENGTH:
        return False
    read = [_read(piece) for piece in pieces]
    words = [seen for seen in read if seen and (seen[0] or seen[1])]
    return any(seen[0] for seen in words) and len(words) >= max(_KNOWN_PIECES - 1, _KNOWN_SHARE * len(pieces))


def opens_with_chrome(folded: str) -> bool:
    """Say whether a folded text begins with a strong word of chrome, glued to what follows or not."""
    found = _word_at(folded, 0) if folded else None
    return found is not None and found[2]


def _ends_word(folded: str, at: int, *, strong: bool) -> bool:
    """Say whether a word is over at `at`: the line or a mark follows, or, after a strong word, another one is glued."""
    if at == len(folded) or folded[at] in _BETWEEN or folded[at].isdigit():
        return True
    return strong and bool(_word_at(folded, at) or _counter_at(folded, at))


@cache
def _words() -> dict[str, list[tuple[str, str, bool]]]:
    """Return the words of chrome by their first character, the longest first, each with its kind and strength."""
    words: dict[str, tuple[str, str, bool]] = {}
    table = resources.files("newsclean").joinpath("data/tables/chrome.tsv").read_text(encoding="utf-8")
    for row in table.splitlines():
        if not row.startswith("#"):
            kind, strength, listed = row.split("\t")
            for word in (each.replace("_", " ") for each in listed.split(" ")):
                spaced = (
                    (" ".join(word),) if len(word) == _SPACED and strength == "strong" else ()
                )  # 【打 印】【关 闭】
                for form in (word, *spaced):
                    words.setdefault(form, (form, kind, strength == "strong"))
    by_first: dict[str, list[tuple[str, str, bool]]] = {}
    for entry in sorted(words.values(), key=lambda entry: -len(entry[0])):
        by_first.setdefault(entry[0][0], []).append(entry)
    return by_first


def _rule(kind: str) -> Rule:
    what = "A line of nothing but buttons, labels, counters and page numbers"
    return Rule("layout.chrome-words", kind, "line", what, "", (), (), "layout")


_RULES = {kind: _rule(kind) for kind in ("navigation", "engagement", "markup")}
