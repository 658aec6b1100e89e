"""What kind of furniture a line is that no rule knows: menu, appeal, title of another article, notice, offer.

A softmax regression over the same parts and traits as the line scorer (benchmarks/fit_wording.py). It only names what
the layout has already cut; it takes nothing out.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from newsclean.layout.wording import BIAS, evenness, parts, traits

KINDS = ("navigation", "engagement", "related", "disclaimer", "copyright", "advertisement", "link_farm")
_HEAD = 40  # four nats


def kind_of(folded: str, *, head: bool = False) -> str:
    """Say by its words what a folded line of the page most likely is, if it is none of the article.

    Above the article nearly all is navigation: what else a line may be must be clear there.

    >>> kind_of("扫码加入读者群"), kind_of("据此操作,风险自担"), kind_of("老码头菜场完成改造")
    ('engagement', 'disclaimer', 'related')
    """
    weights = _weights()
    even = evenness(len(folded))
    sums = [float(weight) for weight in weights[BIAS]]
    for found, share in ((parts(folded), even), (traits(folded), 1.0)):
        for name in weights.keys() & found:
            for k, weight in enumerate(weights[name]):
                sums[k] += weight * share
    sums[KINDS.index("navigation")] += _HEAD * head
    return KINDS[max(range(len(KINDS)), key=lambda k: (sums[k], -k))]


@cache
def _weights() -> dict[str, tuple[int, ...]]:
    """Return, for each part and trait that tells kinds apart, its weights in the order of KINDS."""
    table = files("newsclean").joinpath("data/tables/wording_kinds.tsv").read_text(encoding="utf-8")
    rows = (row.split("\t") for row in table.splitlines())
    return {name: tuple(map(int, weights.split(" "))) for name, weights in rows}
