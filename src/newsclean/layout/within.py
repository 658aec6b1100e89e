"""What leaves the middle of a body without a rule that knows it: appeals between paragraphs, counters of pictures.

In the middle of an article a line must say much more than at its edges before it goes: it reads surely like an appeal
to the reader, it stands alone between sentences, and nothing announces, numbers or quotes it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from newsclean.layout.kinds import kind_of
from newsclean.layout.seen import Seen
from newsclean.layout.topic import is_foreign
from newsclean.layout.wording import PRICED, SURE, traits, wording
from newsclean.layout.zones import is_introduced, whole
from newsclean.matching import Page
from newsclean.model import Mark

_TEXT = {"passage", "prose", "sentence", "teaser"}
_ASKS = {"=act", "=promo"}
_CARD, _STRANGE = 2.5, 2.0  # log-odds that a price adds, and that no word is shared with the text
_HELD = re.compile(r"“|《|^[(\d①-⑳一二三四五六七八九十第答问]|[。:]$")
_PICTURE = re.compile(r"(\d{1,3}) ?/ ?(\d{1,3})")
_NAMES = {"heading", "clause"}
_NUMBERED = re.compile(r".{20,120} - (\d{1,2})")  # the headline again, in place of a picture


def mark_within(page: Page, seen: Sequence[Seen], zones: Sequence[str]) -> Iterator[Mark]:
    """Mark the appeals and counters inside the body."""
    counters: dict[str, list[int]] = defaultdict(list)
    for i in range(len(seen)):
        if zones[i] != "body":
            continue
        folded = page.lines[i].folded
        if picture := "/" in folded and _PICTURE.fullmatch(folded):
            counters[picture[2]].append(i)
        elif seen[i].features[0] in _NAMES and folded[-1].isdigit() and (named := _NUMBERED.fullmatch(folded)):
            counters["-"] += [i] if int(named[1]) == len(counters["-"]) + 1 else []
        elif not (seen[i].claimed or seen[i].credit) and (
            _is_appeal(page, seen, zones, i) if _TEXT.isdisjoint(seen[i].features) else _is_vouched(page, seen, i)
        ):
            yield whole(page.lines[i], kind_of(folded), "layout.appeal-line")
    for numbered in counters.values():
        if len(numbered) > 1:  # 3/5 alone may be a score or a share
            yield from (whole(page.lines[i], "navigation", "layout.picture-counter") for i in numbered)


def _is_appeal(page: Page, seen: Sequence[Seen], zones: Sequence[str], i: int) -> bool:
    folded = page.lines[i].folded
    beside = _is_text(seen, zones, i - 1) + _is_text(seen, zones, i + 1)
    if not beside or _HELD.search(folded):
        return False
    card = _is_card(page, i)
    if not card and beside < 2:
        return False
    odds = wording(folded) + _CARD * card
    if odds <= SURE - _STRANGE or not (card or _ASKS & traits(folded)):
        return False
    sure = odds > SURE or (odds > SURE - _STRANGE and is_foreign(page, folded))
    return sure and not is_introduced(page, seen, i)


def _is_vouched(page: Page, seen: Sequence[Seen], i: int) -> bool:
    """Say whether a sentence surely asks the reader for something, and stands beside known furniture."""
    folded = page.lines[i].folded
    beside = seen[max(0, i - 1) : i + 2]
    if "“" in folded or "passage" in seen[i].features or not any(line.claimed for line in beside):
        return False
    return wording(folded) > SURE and not _ASKS.isdisjoint(traits(folded)) and not is_introduced(page, seen, i)


def _is_card(page: Page, i: int) -> bool:
    """Say whether a line, and neither neighbour, names a price: an article that tells prices tells more than one."""
    around = (k for k in (i - 1, i + 1) if 0 <= k < len(page.lines))
    return bool(PRICED.search(page.lines[i].folded)) and not any(PRICED.search(page.lines[k].folded) for k in around)


def _is_text(seen: Sequence[Seen], zones: Sequence[str], i: int) -> bool:
    if not 0 <= i < len(seen) or zones[i] != "body":
        return False
    return bool(seen[i].claimed) or not _TEXT.isdisjoint(seen[i].features)
