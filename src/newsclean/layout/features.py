"""What can be said of one line by itself: its shape, and what rules and the byline grammar saw in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.rules import Hit

_SENTENCE_END = re.compile(r"(?:[。!?…;]|\.{6})(?:[”’)\]】》 ]*)$")
_STOPS = re.compile(r"[。!?](?![。!?])")
_PHOTO = re.compile(
    r"\([^()]*(?:摄影?|供图|资料照|图片|提供|翻摄)\)$|\([^()]*(?:翻摄|[撷截]?取自|截自|示意图|资料照)[^()]*\)$"
)  # a caption, which may stand above the date
_WORD = re.compile(r"[^\W\d_]")
# A date behind a title dates a link; a date alone signs a letter, and one behind a label is a notice.
_LINK = re.compile(
    r"[^.…]{11}(?:\.{2,5}|…)$|\[(?:详细|图|图文|组图|视频|全文|更多|查看)\]$|[>»›→]$"
    r"|[^\d:./≤≥](?:(?:(?:0[1-9]|1[0-2])[-/]|0[1-9]\.)(?:0[1-9]|[12]\d|3[01])|(?:0?[1-9]|1[0-2])月(?:0?[1-9]|[12]\d|3[01])日?"
    r"|(?<=[\[(])\d{1,2}[-/.]\d{1,2})(?: ?\d{1,2}:\d\d)?[)\]]?$"  # 大白菜 1.2 is a price, 北京队 2-1 a score
    r"|(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[)\]]?$"
    r"|\d+(?:分钟|小时|天)前$"
)
_STAMPED = re.compile(r"[^\d:] ?(?:19|20)\d\d-\d\d-\d\d \d\d:\d\d(?::\d\d)?$")  # behind the lead of another article
_FIGURE = re.compile(r"\d[.,:]\d|\d ?%|\d{5}")  # a figure set large, a score: no mere counter
_POINTED = re.compile(
    r"[‹«<←]{1,2} ?[\u4e00-\u9fff]|[-•·] ?(?:19|20)\d\d-\d\d-\d\d ?[\u4e00-\u9fff]"
)  # to another article
_PIECES = re.compile(r" ?[ |>/·] ?")
_PIECE = re.compile(r"[\u4e00-\u9fff]{2,8}")
_MENU_PIECES, _MANY_PIECES, _MENU_LENGTH = 4, 6, 3.2  # sections are named in four characters, people in two or three
_CUT_OFF = re.compile(r"[^.…。!?”)](?:\.{3}|…)$")  # one mark; what somebody leaves unsaid ends in two: ……
_PASSAGE, _PROSE, _CLAUSE = 100, 24, 12
_MANY_CLAUSES = 3  # commas; headlines have two at most
# Under a letter or a notice such a line is part of it; pages date themselves with figures, a label or a time.
_BARE_DATE = re.compile(r"[\[(]?(?:\d{4}|[〇○零一二三四五六七八九]{4})年\S{1,3}月\S{1,3}日[)\]]?")
_FAMILY = {"copyright": "page-end", "disclaimer": "disclaimer", "reprint_notice": "disclaimer", "related": "list-head"}
_CREDIT = {"editors": "editor", "date": "dated"}


def features(folded: str, hits: Sequence[Hit], credit: str | None) -> tuple[str, ...]:
    """Name the features of a folded line; they depend on the line alone, never on its neighbours.

    >>> features("市交通局表示,夜班公交将试运行三个月,票价与白天相同。", (), None)
    ('prose',)
    """
    if credit == "date" and _BARE_DATE.fullmatch(folded):
        return ("bare-date",)
    if credit:
        return (_CREDIT.get(credit, "credit"),)
    claimed = claimed_by(hits, len(folded))
    if not claimed:
        return (shape(folded),)
    rest = unclaimed(folded, hits)
    return (*claimed, *([shape(rest)] if len(rest) >= _CLAUSE else []))


def claimed_by(hits: Sequence[Hit], length: int) -> tuple[str, ...]:
    """Name what the rules say of a line of `length` characters: its strongest hit, if it is no mere word inside."""
    if not hits:
        return ()
    names = []
    for hit in hits:
        if hit.rule.where == "inline" or hit.rule.kind == "markup" or 2 * (hit.end - hit.start) < length:
            continue
        family = _FAMILY.get(hit.rule.kind)
        where = {"head": "head-rule", "tail": "tail-rule", "line": "chrome"}.get(hit.rule.where, "tail-rule")
        names.append(family or where)
    return tuple(sorted(set(names)))[:1]


def unclaimed(folded: str, hits: Sequence[Hit]) -> str:
    """Return what no hit covers."""
    rest, done = [], 0
    for start, end in sorted((hit.start, hit.end) for hit in hits):
        if start > done:
            rest.append(folded[done:start])
        done = max(done, end)
    rest.append(folded[done:])
    return "".join(rest).strip()


def shape(folded: str) -> str:
    """Name the shape of a folded line.

    >>> [shape(x) for x in ("组织融合", "谢谢“红马甲”!", "市气象局说,明天有雨。", "9", "我省粮食生产再获丰收...[详细]")]
    ['heading', 'exclaimed', 'sentence', 'scrap', 'link']
    """
    length = len(folded)
    if folded[-3:-2] == ":" and _STAMPED.search(folded, length - 24 if length > 24 else 0):
        return "link"
    stopped = "。" in folded
    if length >= _PROSE and stopped and folded[-1] in ".…" and _CUT_OFF.search(folded, length - 4):
        return "teaser"
    if length >= _PASSAGE and len(_STOPS.findall(folded)) >= 2:
        return "passage"
    if folded[-1:] == ")" and _PHOTO.search(folded, max(0, length - 20)):
        return "sentence"
    if length >= _PROSE and stopped:
        return "prose"
    ended = _SENTENCE_END.search(folded, max(0, length - 8))
    if length >= 2 * _PROSE and ended:
        return "prose"
    if length <= 80 and (_LINK.search(folded, max(0, length - 24)) or _POINTED.match(folded)):
        return "link"
    if stopped or (ended and ended[0][0] in ";…."):
        return "sentence"
    if not _WORD.search(folded):
        return "heading" if _FIGURE.search(folded) else "scrap"
    if _is_menu(folded):
        return "menu"
    if ended:
        return "exclaimed" if folded.count(",") < _MANY_CLAUSES else "sentence"
    return "clause" if "," in folded and length >= 2 * _CLAUSE else "heading"


def _is_menu(folded: str) -> bool:
    """Say whether a line is a row of short names of sections, and not a list of people."""
    if folded.startswith("--") and folded.endswith("--"):  # the lists that unfold: --部门网站-- --县区网站--
        pieces = folded.replace("-", " ").split()
        return len(pieces) > 1 and all(map(_PIECE.fullmatch, pieces))
    fewest = _MANY_PIECES if "," in folded else _MENU_PIECES
    pieces = folded.strip(",").split(",") if "," in folded else _PIECES.split(folded.strip(" |>/·"))
    if len(pieces) < fewest or not all(map(_PIECE.fullmatch, pieces)):
        return False
    return sum(map(len, pieces)) >= _MENU_LENGTH * len(pieces)
