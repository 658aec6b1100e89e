"""Adverts that spell their contact so as to pass filters, whatever they sell: 薇❤abc123, 扣裙壹贰叁肆伍."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.find.contacts import CONTACT, EVASIVE
from newsclean.model import Mark

if TYPE_CHECKING:
    from newsclean.matching import Line, Page

_STOP = re.compile("[。!?;…][”’)]*")
_PAUSE = re.compile("[,、:” ]")
_TOLD = re.compile(
    "[“”‘’《》]|警方|民警|法院|检察|诈骗|嫌疑|谎称|暗号|谐音|黑话|骗子|案件|涉案|介绍|表示|提醒|[^小传]说|据[报悉了介]"
)
_LONGEST, _REST = 40, 8  # characters before a contact in one breath with it, and behind it


def find_evasive(page: Page) -> list[Mark]:
    r"""Mark adverts with a contact that is spelled to pass filters.

    >>> from newsclean.matching import read_page
    >>> page = read_page("雪停了,路也通了。全套茶水服务加 V♥ cha7788\n校长吹响了哨子。")
    >>> [page.text[mark.start : mark.end] for mark in find_evasive(page)]
    ['全套茶水服务加 V♥ cha7788']
    """
    if not EVASIVE.search(page.folded):
        return []
    return [
        Mark(*span, "find", "advertisement", "advertisement.evasive-contact", confidence=0.85)
        for line in page.lines
        if (span := _advert(line)) is not None
    ]


def _advert(line: Line) -> tuple[int, int] | None:
    """Return the span of the advert around the first such contact of a line."""
    found = EVASIVE.search(line.folded)
    if not found:
        return None
    contact = CONTACT.search(line.folded, max(0, found.start() - 2))
    last = max(found.end(), contact.end()) if contact and contact.start() < found.end() else found.end()
    stops = [stop for stop in _STOP.finditer(line.folded) if stop.end() <= found.start()]
    start = stops[-1].end() if stops else 0
    if found.start() - start > _LONGEST:
        pauses = [pause.end() for pause in _PAUSE.finditer(line.folded, start, found.start())]
        start = pauses[-1] if pauses else found.start()
    stop = _STOP.search(line.folded, last)
    end = stop.start() if stop else len(line.folded)
    if end - last > _REST:
        pause = _PAUSE.search(line.folded, last, end)
        end = pause.start() if pause and pause.start() - last <= _REST else last
    elif stop:
        end = stop.end()
    if _TOLD.search(line.folded, start, end):
        return None
    start += len(line.folded[start:end]) - len(line.folded[start:end].lstrip())
    return line.start + start, line.start + end
