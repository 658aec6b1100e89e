"""Flags for what was taken out of a text or twisted in it: nothing here can be mended without inventing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.find.lexicon import Hit, suspects
from newsclean.model import Flag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.matching import Page

_NUMBER = frozenset("0123456789一二三四五六七八九十百千万亿几两数半多零〇某每各余好")
_NOT_BEFORE_REST = frozenset("其剩业多盈富空结节之有无年月日冗残公")
_NOT_BEHIND_PEOPLE = frozenset("员口力才生物们类群家均民数选")
# Good Chinese by themselves (近万元), numbers gone where a sure case stands on the page.
_WEAK = re.compile(r"(?:投入|投资|资金|捐款|收入)近[万亿]元|(?:参与|惠及|覆盖|吸引)[\u3400-\u9fff]{2,6}近[万千百]人次")
_UNFINISHED = re.compile(r"[\u3400-\u9fff,、;:(“《]$")
_FOOTER = re.compile("本站|本网|版权|投资|转载|编辑|记者")
_STOP = re.compile("[。!?]")


def find_damage(page: Page, hits: Sequence[Hit] | None = None) -> list[Flag]:
    """Flag numbers stripped out, words twisted or spun, and a text that breaks off; nothing is changed.

    `stripped_number`, `homophone`, `spun_text` and `truncated`, each with the characters that it was seen by. `hits`
    are those of `suspects`, if they are at hand.

    >>> from newsclean.matching import read_page
    >>> [(flag.flag, flag.detail) for flag in find_damage(read_page("开展活动20余场,参与党员群众余人次。"))]
    [('stripped_number', '余人次')]
    """
    signs = [hit for hit in (suspects().scan(page.folded) if hits is None else hits) if hit.group == "damage"]
    return sorted(
        [*_stripped(page, signs), *_twisted(page, signs), *_truncated(page)], key=lambda flag: (flag.start, flag.flag)
    )


def _flag(page: Page, name: str, start: int, end: int) -> Flag:
    return Flag(name, start, end, page.text[start:end])


def _stripped(page: Page, signs: Sequence[Hit]) -> Iterator[Flag]:
    """Flag units without their number; what may also be good Chinese only beside a sure case."""
    sure = [(hit.start, hit.end) for hit in signs if _is_stripped(page.folded, hit)]
    if sure:
        weak = [found.span() for found in _WEAK.finditer(page.folded)]
        yield from (_flag(page, "stripped_number", *span) for span in sure + weak)


def _is_stripped(folded: str, hit: Hit) -> bool:
    before, behind = folded[hit.start - 1 : hit.start], folded[hit.end : hit.end + 1]
    match hit.sort:
        case "rest":
            people = folded[hit.end - 1] == "人" and behind in _NOT_BEHIND_PEOPLE
            return "\u3400" <= before <= "\u9fff" and before not in _NUMBER | _NOT_BEFORE_REST and not people
        case "unit":
            return behind in frozenset(",。;、!")
        case "crowd":
            return folded[hit.end - 1] not in "名户" or behind in frozenset(",。;、")
        case "date":
            return before not in _NUMBER and (
                len(folded[hit.start : hit.end]) > 2 or before in frozenset(",。;:于在自至到")
            )
        case "order":
            return behind != "一"
        case "money" | "rate":
            return True
    return False


def _twisted(page: Page, signs: Sequence[Hit]) -> Iterator[Flag]:
    """Flag words spelled by their sound, and two different synonyms that no writer would choose there."""
    spun = [hit for hit in signs if hit.sort == "spun"]
    if len({page.folded[hit.start : hit.end] for hit in spun}) >= 2:
        yield from (_flag(page, "spun_text", hit.start, hit.end) for hit in spun)
    yield from (_flag(page, "homophone", hit.start, hit.end) for hit in signs if hit.sort == "homophone")


def _truncated(page: Page) -> Iterator[Flag]:
    """Flag the last long line where it stops inside a sentence."""
    line = next((line for line in reversed(page.lines) if len(line.folded) >= 60 and "," in line.folded), None)
    if line is None or not _UNFINISHED.search(line.folded[-1]) or _FOOTER.search(line.folded):
        return
    if _STOP.search(page.folded, 0, line.end):
        yield Flag("truncated", line.end - 1, line.end, line.text[-12:])
