"""Dates and times in every form that pages write, to ISO 8601 with the precision that the page gives."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_DIGITS = {char: i for i, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "o": 0, "元": 1}
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: i for i, name in enumerate(_NAMES, 1)}
_WEEKDAY = (
    r"(?: ?\([一二三四五六日天]\)|[ ,·‧(]*(?:星期|周|礼拜)[一二三四五六日天]\)?|"
    r"[ ,(]*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\)?)?"
)
_HALF = r"(?P<half>上午|下午|凌晨|早上|早晨|清晨|中午|晚上|晚间|晚|傍晚|午后|[ap]\.?m\.?)?"
_TIME = (
    r"(?:[ t|·,]{0,4}(?:- )?(?:hkt )?" + _HALF + r" ?\(?(?P<hour>[0-2]?\d) ?[:时点] ?(?P<minute>[0-5]\d)(?!\d)分?"
    r"(?: ?: ?(?P<second>[0-5]\d)(?!\d)秒?)?(?:\.\d{1,6})?(?: ?(?P<pm>[ap]\.?m\.?)(?![a-z]))?"
    r"(?: ?(?P<zone>(?:z|utc|gmt)(?![a-z +-])|(?:gmt|utc)? ?[+-]\d{1,2}:?(?:00|30|45)?(?!\d)))?)?"
)
_CLOCK = re.compile(
    r"(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))? ?(?P<pm>[ap]\.?m\.?)?[ ,|·-]*(?=\d|[a-z]{3})"
)
_MONTH = "|".join(_NAMES)
_MON = rf"(?P<mon>{_MONTH})[a-z]*\.?"
_Y, _ORDINAL = r"(?P<y>(?:19|20)\d\d)", "(?:st|nd|rd|th)?"
_HAN_MONTH, _HAN_DAY = "[一二三四五六七八九十]{1,2}", "[一二三四五六七八九十]{1,3}"
# A day, which a weekday and a time may follow; the first that fits is taken.
_DAYS = (
    _Y + r" ?[年月] ?(?P<m>\d{1,2}) ?月 ?(?P<d>\d{1,2}) ?日",
    _Y + r" ?(?P<sep>[-/.·]) ?(?P<m>\d{1,2}) ?(?P=sep) ?(?P<d>[0-3]?\d)(?!\d)",
    _Y + r" (?P<m>[01]\d)[/-](?P<d>[0-3]\d)(?!\d)",
    _Y + r"(?P<sep>[-/.])(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?=\d\d:)",  # the day runs into the hour: 2010-08-1215:30
    r"(?:中华)?民国 ?(?P<roc>\d{2,3}|[一二三四五六七八九十百〇零○]{1,5}) ?年"
    rf" ?(?P<m>\d{{1,2}}|{_HAN_MONTH}) ?月 ?(?P<d>\d{{1,2}}|{_HAN_DAY}) ?日",
    r"(?P<roc>1[01]\d) ?年 ?(?P<m>\d{1,2}) ?月 ?(?P<d>\d{1,2}) ?日",
    r"(?P<roc>1[01]\d)(?P<sep>[-/.])(?P<m>[01]\d)(?P=sep)(?P<d>[0-3]\d)(?= \d\d?:\d\d)",
    r"(?P<y2>\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?= [0-2]\d:[0-5]\d)",  # of accounts
    rf"(?P<y>[一二][一二三四五六七八九〇零○o]{{3}}) ?年 ?(?P<m>元|{_HAN_MONTH}) ?月 ?(?P<d>{_HAN_DAY}) ?日",
    rf"(?P<d>[0-3]?\d)[/.-](?P<m>[01]?\d)[/.-]{_Y}(?!\d)",
    rf"(?P<m>[01]?\d)/(?P<d>[0-3]?\d)/{_Y}(?!\d)",  # of America, where it must be
    rf"{_MON} (?P<d>\d{{1,2}}){_ORDINAL},? {_Y}(?!\d)",
    rf"(?P<d>\d{{1,2}}){_ORDINAL}[ -]{_MON},?[ -]{_Y}(?!\d)",
    # As blog software in Chinese writes an English date: 五月 17, 2019; 17 5月 2019.
    rf"(?P<m>\d{{1,2}}|{_HAN_MONTH})月 (?P<d>\d{{1,2}}),? {_Y}(?!\d)",
    rf"(?P<d>\d{{1,2}}) (?P<m>\d{{1,2}}|{_HAN_MONTH})月,? {_Y}(?!\d)",
)
_LOOSE = (
    r"(?P<roc>1[01]\d)(?P<sep>[-/.])(?P<m>[01]?\d)(?P=sep)(?P<d>[0-3]?\d)(?!\d)",
    r"(?P<y2>\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)",
    _Y + r"(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)",
    _Y + r" ?[年/.-] ?(?P<m>\d{1,2})(?!\d) ?月?",
)
# Of bulletin boards: Jul 2 06:46:21 2009.
_BOARD = rf"{_MON} +(?P<d>\d{{1,2}}) (?P<hour>[0-2]?\d):(?P<minute>[0-5]\d):(?P<second>[0-5]\d) {_Y}(?!\d)"
# Dates without a year, and those that count from now: they leave with the byline, and say nothing certain.
_YEARLESS = re.compile(
    r"(?:[01]?\d[-/月][0-3]?\d日? ?[0-2]\d:[0-5]\d(?::[0-5]\d)?|"
    r"(?:今天|昨天|前天) ?[0-2]?\d:[0-5]\d|\d{1,3} ?(?:分钟|小时|天|周|个月|年)前|(?:刚刚|今天|昨天|前天)(?=$| )|"
    r"(?:香港|北京|台北|台湾|澳门|当地|新加坡)时间 ?\d{1,2} ?[时:] ?\d\d分?)(?!\d)"
)
_WORDS = ("(?P<mon>", "(?:中华)", "(?P<y>[一", r"(?P<m>\d{1,2}|")  # how forms begin that may begin with a word
_FORMS = (*(day + _WEEKDAY + _TIME for day in _DAYS), _BOARD)
_IN_WORDS = [re.compile(form) for form in _FORMS if form.startswith(_WORDS)]
_IN_DIGITS = [re.compile(form) for form in _FORMS if not form.startswith(_WORDS[:-1])]
_LOOSE_DATES = [re.compile(form + _WEEKDAY + _TIME) for form in _LOOSE]
_PUBLISHED = (
    "(?:发布|发表|刊发|发稿|首发|出版|网络出版|网络首发|播出|播放|上传|录入|添加|创建|入库|稿件|文章|新闻|信息|登载|刊登|见报|公布|张贴|建立|加入|提交|发帖|撰写|来稿|"
    "上线|上网|实际入稿|入稿|上稿|上版|公开)?(?:时间|日期)|(?:发布|发表|刊登|刊载|登载|刊发|创建|发)[于在]|发布|发表|出版|刊出|公开|建立|上版|"
    "posted(?: on| at)?|published(?: on| at)?|date|time"
)
LABEL = re.compile(
    "(?P<updated>(?:最后|最近|最新|上次|本次)?(?:更新|修改|修订|编辑)(?:时间|日期|于|在)|(?:最后|最近|最新)(?:更新|修改|编辑)|更新|"
    "last updated|updated(?: on)?)[: ]*"
    r"|(?P<written>(?:成文|发文|印发|签署|生成)(?:时间|日期)(?: *[:|/] *\|? *| +|(?=\d)|$))"
    rf"|(?P<published>(?:{_PUBLISHED})(?: *[:|/】\]] *\|? *| +|(?=[\d民今昨刚a-z])|$))"
)
_LEAD = re.compile(
    r"(?:北京时间|当地时间|[\[(] ?)?"
    r"(?:(?:星期|周|礼拜)[一二三四五六日天][ ,|·]{1,3}|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
)
_DAY_ALONE = re.compile(r"[01]?\d[-/月][0-3]?\d日?(?![\d/-])")  # 日期:01-20, of a year that is not said
_HOUR_ALONE = re.compile(r"[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:])")  # 更新 20:10, of the day that was named


@dataclass(frozen=True, slots=True)
class DateAt:
    """A date that stands at an offset: its ISO value (None if it has no year), its label, whether it has a time."""

    end: int
    value: str | None
    label: str = ""
    timed: bool = False


def date_at(folded: str, pos: int = 0) -> DateAt | None:
    """Read the date that starts at `pos` of a folded line, label included.

    >>> date_at("发布时间:2020年10月15日 17:40").value
    '2020-10-15T17:40'
    >>> date_at("民国109年3月5日").value, date_at("二〇二〇年十月十五日").value, date_at("2020-02-31").value
    ('2020-03-05', '2020-10-15', None)
    """
    label = LABEL.match(folded, pos)
    start = label.end() if label else pos
    name = "" if label is None else label.lastgroup or ""
    if lead := _LEAD.match(folded, start):
        start = lead.end()
    clock = _CLOCK.match(folded, start)  # 20:14 2021/04/05
    for at, said in ((start, {}), (clock.end(), clock.groupdict())) if clock else ((start, {}),):
        forms = _IN_DIGITS if folded[at : at + 1].isdecimal() else _IN_WORDS
        for form in forms + (_LOOSE_DATES if label and not said else []):
            if match := form.match(folded, at):
                value = _iso(match.groupdict() | said)
                return DateAt(match.end(), value, name, bool(value and "T" in value))
    yearless = _YEARLESS.match(folded, start) or (_DAY_ALONE.match(folded, start) if label else None)
    yearless = yearless or (_HOUR_ALONE.match(folded, start) if name == "updated" else None)
    if yearless:
        return DateAt(yearless.end(), None, name, True)
    if label and not folded[label.end() :].strip(" :|") and label.end() - pos >= 3:
        return DateAt(label.end(), None, name)
    return None


def _iso(part: dict[str, str | None]) -> str | None:
    """Return ISO 8601 of a match's parts, None for what no calendar or no newspaper of this language has."""
    year = _year_of(part)
    month = _MONTHS[part["mon"]] if part.get("mon") else _number(part["m"] or "0")  # type: ignore[index]
    day = _number(part["d"]) if part.get("d") else 0
    try:
        date = datetime.date(year, month, day or 1)
    except ValueError:
        return None
    # 1 January 1970 is an empty time stamp; before 1949 and after 2099 a page's own time cannot lie.
    if not 1949 <= year <= 2099 or (date.toordinal() == _EPOCH):
        return None
    stamp = date.isoformat() if day else f"{year:04}-{month:02}"
    return stamp + _clock(part)


_AFTERNOON = ("下午", "晚上", "晚间", "晚", "傍晚", "午后", "pm")
_EPOCH = datetime.date(1970, 1, 1).toordinal()


def _year_of(part: dict[str, str | None]) -> int:
    if part.get("roc"):
        return 1911 + _number(part["roc"])
    return 2000 + int(part["y2"] or 0) if part.get("y2") else _year(part.get("y") or "0")


def _clock(part: dict[str, str | None]) -> str:
    if not part.get("hour"):
        return ""
    hour = int(part["hour"] or 0)
    half = (part.get("half") or part.get("pm") or "").replace(".", "")
    if (hour < 12 and half in _AFTERNOON) or (half == "中午" and hour < 3):
        hour += 12
    elif hour == 12 and half in ("am", "凌晨"):
        hour = 0
    if hour > 23:
        return ""
    second = f":{part['second']}" if part.get("second") else ""
    return f"T{hour:02}:{part['minute']}{second}{_offset(part.get('zone') or '')}"


def _offset(zone: str) -> str:
    if zone in ("z", "utc", "gmt"):
        return "+00:00"
    digits = re.sub("[^0-9+-]", "", zone)
    if not digits:
        return ""
    hours = digits[1:3] if len(digits) != 4 else "0" + digits[1]
    return f"{digits[0]}{int(hours):02}:{digits[-2:] if len(digits) >= 4 else '00'}"


def _year(text: str) -> int:
    return int("".join(str(_DIGITS.get(char, char)) for char in text))


def _number(text: str | None) -> int:
    """Read a number under a thousand, in digits or in Chinese: 十五, 二十, 一〇九, 一百零九."""
    if not text:
        return 0
    if text.isdecimal():
        return int(text)
    if "十" not in text and "百" not in text:
        return _year(text)
    total = digit = 0
    for char in text:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS.get(char, 0)
    return total + digit
