"""Dates as pages and their meta tags write them."""

from __future__ import annotations

import re
from datetime import date

_WRITTEN = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s{0,2}[-/.年]\s{0,2}(\d{1,2})\s{0,2}[-/.月]\s{0,2}(\d{1,2})(?!\d)\s{0,2}[日号]?"
    r"(?:\s{0,4}T?\s{0,4}(上午|下午|晚上|[AaPp][Mm])?\s?(\d{1,2})\s?[:：时時]\s?(\d{1,2})(?!\d)分?(?:[:：](\d{1,2})(?!\d))?)?"
    r"(?:\.\d{1,6})?(Z|[+-]\d\d:?\d\d)?"
)
_COMPACT = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$")


def read_date(text: str) -> str | None:
    """Return the first date of a text as ISO 8601, with the time and offset that it gives; None without one.

    >>> read_date("2019年11月25日 18:57"), read_date("2019-09-11T01:53:41+08:00"), read_date("第2019-13期")
    ('2019-11-25T18:57', '2019-09-11T01:53:41+08:00', None)
    """
    for found in _WRITTEN.finditer(text):
        year, month, day, half, hour, minute, second, offset = found.groups()
        written = _iso((year, month, day), (hour, minute, second), half or "", offset or "")
        if written:
            return written
    compact = _COMPACT.match(text.strip())
    return _iso(compact.groups()[:3], compact.groups()[3:], "", "") if compact else None


def _iso(day: tuple[str, ...], time: tuple[str | None, ...], half: str, offset: str) -> str | None:
    try:
        written = date(*map(int, day)).isoformat()
    except ValueError:
        return None
    hour, minute, second = time
    if hour is None or minute is None:
        return written
    hours = int(hour) + (12 if half.lower() in ("下午", "晚上", "pm") and int(hour) < 12 else 0)
    if hours > 23 or int(minute) > 59 or int(second or 0) > 59:
        return written
    return f"{written}T{hours:02d}:{int(minute):02d}" + (f":{int(second):02d}" if second else "") + offset
