"""What kind of furniture a line is that no rule knows: menu, appeal, title of another article, notice, offer.

A softmax regression over the same parts and traits as the line scorer (benchmarks/fit_wording.py). It only names what
the layout has already cut; it takes nothing out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from newsclean.layout.wording import BIAS, evenness, parts, traits

KINDS = ("navigation", "engagement", "related", "disclaimer", "copyright", "advertisement", "link_farm")
_HEAD = 40  # four nats
_BESIDE = 0.2
_PIECES, _PILE = re.compile(r"[^\s|,·_/-]+"), 3  # one title is no pile of them


def kind_of(folded: str, *, head: bool = False, beside: Sequence[str] = ()) -> str:
    """Say by its words what a folded line of the page most likely is, if it is none of the article.

    Above the article nearly all is navigation: what else a line may be must be clear there. Lines of a kind stand
    together: `beside` are neighbours that no rule knows either.

    >>> kind_of("扫码加入读者群"), kind_of("据此操作,风险自担"), kind_of("老码头菜场完成改造")
    ('engagement', 'disclaimer', 'related')
    """
    sums = list(_sums(folded))
    for other in beside:
        sums = [own + _BESIDE * their for own, their in zip(sums, _sums(other), strict=True)]
    sums[KINDS.index("navigation")] += _HEAD * head
    if len(_PIECES.findall(folded)) < _PILE:
        sums[KINDS.index("link_farm")] = -math.inf
    return KINDS[max(range(len(KINDS)), key=lambda k: (sums[k], -k))]


@lru_cache(maxsize=64)  # a line is its own, and beside the next and the one before
def _sums(folded: str) -> tuple[float, ...]:
    """Return the log-odds of each kind, in tenths of a nat."""
    weights = _weights()
    of_parts, of_traits = (
        map(sum, zip(weights[BIAS], *(weights[name] for name in weights.keys() & found), strict=True))
        for found in (parts(folded), traits(folded))
    )
    even = evenness(len(folded))
    return tuple(
        even * (part - bias) + trait for part, trait, bias in zip(of_parts, of_traits, weights[BIAS], strict=True)
    )


@cache
def _weights() -> dict[str, tuple[int, ...]]:
    """Return, for each part and trait that tells kinds apart, its weights in the order of KINDS."""
    table = files("newsclean").joinpath("data/tables/wording_kinds.tsv").read_text(encoding="utf-8")
    rows = (row.split("\t") for row in table.splitlines())
    return {name: tuple(map(int, weights.split(" "))) for name, weights in rows}
