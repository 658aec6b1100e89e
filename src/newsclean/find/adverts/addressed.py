"""Who is advertised by name and web address, glued to a sentence: 天津皮肤病研究所 http://pf.example/.

No table need know the trade: reports set a mark or a word between an address and the next sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.find.contacts import CONTACT, PUBLIC
from newsclean.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.matching import Page

_NAME = re.compile(
    "(?:^|(?<=[。!?”\n]))[\u3400-\u9fff]{2,14}(?:医院|研究[所院]|诊所|门诊部?|专科|中心|学校|公司|厂家?|店|工作室|事务所|"
    "治疗|手术|培训班?|机构|价格|费用) ?\\Z"
)
_LONGEST = 24  # characters of a name, with the mark before it
_KNOWN = 4  # characters of it that the page says elsewhere


def find_addressed(page: Page) -> Iterator[Mark]:
    r"""Yield names with the address behind them that are glued before a sentence, or behind the last one of a line.

    >>> from newsclean.matching import read_page
    >>> page = read_page("天津皮肤病研究所 http://pf.example/1.html全区有二十三个社区,每个社区都设了议事厅。")
    >>> [page.text[mark.start : mark.end] for mark in find_addressed(page)]
    ['天津皮肤病研究所 http://pf.example/1.html']
    """
    folded = page.folded
    if "http" not in folded and "www." not in folded:
        return
    for contact in CONTACT.finditer(folded):
        name = (
            _NAME.search(folded[max(0, contact.start() - _LONGEST) : contact.start()]) if contact["address"] else None
        )
        if name is None or PUBLIC.search(contact[0]):
            continue
        start = contact.start() - len(name[0])
        behind = folded[contact.end() : contact.end() + 1]
        at_line = start == 0 or folded[start - 1] == "\n"
        glued = (
            "\u3400" <= behind <= "\u9fff"
            or behind.isdecimal()
            or behind == "“"
            or (behind in ("", "\n") and not at_line)
        )
        if glued and folded.count(name[0][:_KNOWN]) == 1:
            yield Mark(start, contact.end(), "find", "advertisement", "advertisement.addressed", confidence=0.85)
