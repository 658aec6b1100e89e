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

_NUMBER = re.compile(r"\d[\d.,:]*")
_LONG_TOKEN = re.compile("[a-z0-9 ]")
_TOKEN = re.compile(r"[a-z]+|[^ ]| +")
SPACE = "␣"
BIAS = "bias"
UNIT = 10  # weights are tenths of a nat
_FULL, _LONGEST = 8, 120  # characters
_LIKELY, _CLEARLY = 1.2, 2.2  # log-odds: some 3 in a hundred lines of articles pass the first, 1 the second


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


def reads_as_furniture(folded: str) -> float:
    """Return the log-odds that a folded line is furniture of the page, by its wording alone.

    >>> reads_as_furniture("扫码关注我们,阅读更多内容") > 1 > -1 > reads_as_furniture("孩子们在田埂上追着风筝跑")
    True
    """
    weights = _weights()
    total = sum(map(weights.__getitem__, weights.keys() & parts(folded)))
    return (evenness(len(folded)) * total + weights[BIAS]) / UNIT


@lru_cache(maxsize=1024)
def wording(folded: str) -> str:
    """Say how a folded line reads: plain, like-furniture or clearly-furniture; long ones are prose, which is plain.

    >>> wording("扫码关注我们,阅读更多内容"), wording("孩子们在田埂上追着风筝跑")
    ('clearly-furniture', 'plain')
    """
    if len(folded) > _LONGEST or (folded[0] == "(" and folded[-1] == ")"):  # a note on the article is part of it
        return "plain"
    odds = reads_as_furniture(folded)
    return "clearly-furniture" if odds > _CLEARLY else "like-furniture" if odds > _LIKELY else "plain"


@cache
def _weights() -> dict[str, int]:
    """Return the weight of each part that has one, in whole units: their sum is the same in any order."""
    rows = files("newsclean").joinpath("data/tables/wording.tsv").read_text(encoding="utf-8").splitlines()
    weights: dict[str, int] = {}
    for row in rows:
        weight, *found = row.split("\t")
        weights.update(dict.fromkeys(found, int(weight)))
    return weights
