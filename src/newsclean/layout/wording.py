"""How much a line reads like the furniture of a page: buttons, notices, appeals and labels in any wording.

Rules know wordings one by one; this knows how such lines read. The score is the log-odds that a line is furniture
rather than text of an article, a sum over its characters and pairs of neighbouring characters, whose weights are a
logistic regression over labelled lines (benchmarks/fit_wording.py). It judges wording alone: where the line stands, and
whether it goes, is for the segmentation.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from itertools import repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ahocorasick_rs import AhoCorasick

_NUMBER = re.compile(r"\d[\d.,:]*")
_LONG_TOKEN = re.compile("[a-z0-9 ]")
_TOKEN = re.compile(r"[a-z]+|[^ ]| +")
SPACE = "␣"
BIAS = "bias"
UNIT = 10  # weights are tenths of a nat
_FULL, _SHORTEST, _LONGEST = 8, 5, 120  # characters
_SHORT, _AMPLE = 8, 24
_KINDS = frozenset(["reader", "self", "act", "polite", "thing", "legal", "related", "promo", "says", "tells", "people"])
_OF_PAGES = re.compile(
    "本[网站报刊台社页文号栏平公]|小编|我们|您|你|读者|网友|用户|仅供|代表|转载|版权|著作权|侵权|授权|点击|扫码|二维码|客户端|公众号|关注|"
    "热线|免责|声明|风险|自负|自行|为准|投资建议|就医|医嘱|浏览|登[录入]|下载|订阅|链接|注明|稿件|来源|作者|欢迎|敬请|感谢|留言|评论|app|@"
)
_SEPARATORS = frozenset(" |/·>•")
_ROWS = re.compile(r"(?<![^ |/·>•])[^ |/·>•]+(?: ?[|/·>•] ?| )[^ |/·>•]+(?: ?[|/·>•] ?| )[^ |/·>•]")
_MARKS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("number", re.compile(r"\d").search),
    ("quoted", re.compile("[“《]").search),
    ("label", re.compile(r"[^\d,。!?:]{1,8}:").match),
    ("rows", lambda folded: not _SEPARATORS.isdisjoint(folded) and _ROWS.search(folded)),
    ("arrow", re.compile(r"[>»›→←↑↓▼▲▽△☟👇☞◀▶]").search),
    ("bracketed", re.compile(r"[【\[〔]").match),
    ("hash", re.compile("#").search),
    ("stop", re.compile(".*[。;…]$").match),
    ("asked", re.compile("[!?]").search),
    ("colon", re.compile(".*:$").match),
    ("comma", re.compile("[,、]").search),
    ("latin", re.compile("[a-z]{2}").search),
    ("bullet", re.compile(r"[-—·•●■◆★☆*]").match),
    (
        "counted",
        re.compile(r"\d ?(?:万|亿|k|w)?\+?(?:人|次|条|张|个|元|折|评论|阅读|回答|跟帖|%|分钟|页|楼|字|票)").search,
    ),
    ("place", re.compile(r"[省市县区镇乡村州岛山河江湖路街站]").search),
)
# A card of goods: a price with the sign of its currency, which prose writes as a word, or from one number to another.
PRICED = re.compile(r"(?:[¥$]|rm) ?\d|\d-\d[\d.]*万")
# What no notice of a page is: a quotation, a sentence that goes on from the one before or names who was told of there,
# an office's own notice or address, a work that is cited.
_TOLD = re.compile(
    r"“[^“”]*”$|(?:所以|于是|可是|然而|后来|那么|而|但)[^:]{0,8}[我他她它]|(?:点击|阅读)率"
    r"|[为给](?![你您我本])[^,。!?]{1,6}点赞|关注(?![^,。]{0,6}(?:我|本|微|公众|号|官方|@))[^,。!?]{2,8}的[^,。!?]{1,4}$"
    r"|[^。]{0,24}该(?:署|局|馆|院|校|处|中心|公司|店|园)"
    r"|[^:,。]{1,12}[局署部厅馆院校会][^:,。]{0,8}:https?://"
    r"|本(?:公示|通告|公告|办法|规定|条例|细则)|\[\d{1,3}\].*\[[jmdcnrz]\]|(?:参考文献|[案书刊]号|案件编号):"
)
EVEN, LIKELY, CLEAR, SURE, NONE = 0.8, 1.2, 2.2, 3.0, -1.0  # log-odds


def tokens(folded: str) -> list[str]:
    """Split a folded line into its characters; a number, a Latin word and a gap are one token each.

    >>> tokens("共 1,024 人 share")
    ['共', '␣', '0', '␣', '人', '␣', 'share']
    """
    if not _LONG_TOKEN.search(folded):
        return list(folded)
    return [SPACE if token[0] == " " else token for token in _TOKEN.findall(_NUMBER.sub("0", folded))]


def parts(folded: str) -> set[str]:
    """Return the tokens of a folded line and the pairs of neighbouring ones, the ends of the line as `^` and `$`."""
    found = tokens(folded)
    return {*found, *map(" ".join, zip(["^", *found], [*found, "$"], strict=True))}


def evenness(length: int) -> float:
    """Return by what the sum over a line's parts is multiplied, so that a long line is no surer than a short one."""
    return float((_FULL / max(length, _FULL)) ** 0.5)


def traits(folded: str) -> set[str]:
    """Return what a folded line speaks of, alone and two by two, and its marks: features that people would name.

    >>> sorted(traits("欢迎读者来电"))
    ['=act', '=act&polite', '=act&reader', '=polite', '=polite&reader', '=reader', '=short']
    """
    words, kinds = _words()
    told = [kinds[word] for word, _, _ in words.find_matches_as_indexes(folded)]
    told += [name for name, shown in _MARKS if shown(folded)]
    names = sorted(set(told))
    found = {f"={name}" for name in names}
    if len(told) > len(names):
        found |= {f"={name}+" for name in names if told.count(name) > 1}
    for i, one in enumerate(names):
        if one in _KINDS:
            found.update([f"={one}&{other}" for other in names[i + 1 :]])
    size = "short" if len(folded) <= _SHORT else "ample" if len(folded) <= _AMPLE else "long"
    return {*found, f"={size}"}


@lru_cache(maxsize=1024)  # a line comes back at each look, and in verse
def reads_as_furniture(folded: str) -> float:
    """Return the log-odds that a folded line is furniture of the page, by its wording alone.

    >>> reads_as_furniture("扫码关注我们,阅读更多内容") > 1 > -1 > reads_as_furniture("孩子们在田埂上追着风筝跑")
    True
    """
    weights = _weights()
    of_parts, of_traits = (sum(map(weights.get, found, repeat(0))) for found in (parts(folded), traits(folded)))
    return (evenness(len(folded)) * of_parts + of_traits + weights[BIAS]) / UNIT


@lru_cache(maxsize=1024)
def wording(folded: str) -> float:
    """Return the log-odds that a folded line is furniture, but none above 0 where its wording is no evidence.

    >>> wording("扫码关注我们,阅读更多内容") > SURE > LIKELY > wording("孩子们在田埂上追着风筝跑")
    True
    >>> wording("(扫码关注我们,阅读更多内容)")
    -1.0
    """
    if not _SHORTEST <= len(folded) <= _LONGEST or (folded[0] == "(" and folded[-1] == ")"):
        return NONE  # long lines are prose, a word or two may be verse, a note in brackets is on the article
    if len(folded) > _AMPLE and folded[-1] == "。" and not _OF_PAGES.search(folded):
        return NONE  # which spares most sentences the sum
    if _TOLD.match(folded):
        return NONE
    return reads_as_furniture(folded)


@cache
def _weights() -> dict[str, int]:
    """Return the weight of each part and trait that has one, in whole units: their sum is the same in any order."""
    weights: dict[str, int] = {}
    for row in _rows("wording"):
        weight, *found = row.split("\t")
        weights.update(dict.fromkeys(found, int(weight)))
    return weights


@cache
def _words() -> tuple[AhoCorasick, tuple[str, ...]]:
    """Return the automaton of the words that tell what a line speaks of, and the kind of each."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    kinds = {
        word: kind
        for kind, _, words in (row.partition("\t") for row in _rows("wording_words"))
        for word in words.split()
    }
    automaton = AhoCorasick(list(kinds), matchkind=MatchKind.LeftmostLongest, store_patterns=False)
    return automaton, tuple(kinds.values())


def _rows(name: str) -> list[str]:
    return files("newsclean").joinpath(f"data/tables/{name}.tsv").read_text(encoding="utf-8").splitlines()
