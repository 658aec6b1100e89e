"""What a page says of its article beside the text: title, publishing time, outlet and people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsclean.extract.article import is_credit
from newsclean.extract.dates import read_date
from newsclean.extract.title import choose_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.extract.article import Found
    from newsclean.extract.tree import Tree

_SOURCE_NAMES = re.compile(r"source|laiyuan|media[-_]?name|js_name|origin|account|mp[-_]?name|provider", re.IGNORECASE)
_AUTHOR_NAMES = re.compile(r"author|zuozhe|writer|reporter|js_author", re.IGNORECASE)
_EDITOR_NAMES = re.compile(r"editor|bianji|zebian|zeren", re.IGNORECASE)
_DATE_NAMES = re.compile(r"date|time|pub", re.IGNORECASE)
_OPEN = r"^[\s(（【\[]*"
_CLOSE = r"\s*[:：/／|]\s*"
_SOURCE_LABEL = re.compile(
    _OPEN + r"(?:(?:文章|新[闻聞]|信息|稿件|消息)?\s*(?:来\s*源|來\s*源)(?:[于於自])?|稿\s*源|出[处處])" + _CLOSE
)
_AUTHOR_LABEL = re.compile(_OPEN + r"(?:作\s*者|(?:本[报報])?[记記]者|文|撰文)" + _CLOSE)
_EDITOR_LABEL = re.compile(_OPEN + r"(?:[责責]任?\s*[编編]\s*[辑輯]?|[编編]\s*[辑輯])" + _CLOSE)
_DATE_LABEL = re.compile(r"(?:[发發]布|[发發]表|刊[发發登])?(?:[时時][间間]|日期)" + _CLOSE)
_REACH = 25  # lines around the body in which a labelled date is looked for
_ANY_LABEL = re.compile(_OPEN + r"[\u4e00-\u9fff]{1,6}" + _CLOSE)
_OUTLET = re.compile(r"[\w《》·.\-— ]*[\u4e00-\u9fffA-Za-z]{2}[\w《》·.\-— ]*")
_NO_OUTLET = re.compile(
    r"^(?:转载|匿名|佚名|网络整理|作者|admin|name)$|原[创創]|[时時][间間]|[网網]友|[关關]注|[发發]布|\d{4}|跟[贴帖]"
    r"|[评評][论論]|[天时]前|有限公司"
)
_SET_APART = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])\s{1,3}([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_TRIM = " \t\N{IDEOGRAPHIC SPACE}\N{NO-BREAK SPACE}()（）【】[]《》<>|｜/／:：,，;；。"
_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高梁郑鄭谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉"
    "程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢"
    "严嚴武戴莫孔向汤湯温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童"
    "凌毕畢单單季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳欧管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤时時穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦麥"
    "褚娄婁窦竇戚岑景党宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺"
)


@dataclass(frozen=True, slots=True)
class Hints:
    """What a page says of its article; None or empty where it says nothing.

    `published` is ISO 8601, with the time and offset that the page gives. Names are as the page writes them.
    """

    title: str | None = None
    published: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    url: str | None = None


def page_hints(tree: Tree, found: Found | None, meta: dict[str, str], titles: Sequence[str], url: str | None) -> Hints:
    """Read the hints of a page: `found` are the lines of its article, `titles` what it gives as its title."""
    lines = tree.lines
    kept = found.lines() if found else []
    headline = lines[found.headline].shown() if found and found.headline is not None else ""
    ends = (*found.head, *found.body[:3], *found.body[-3:], *found.tail) if found else ()
    signed = [lines[i].text for i in ends if is_credit(lines[i]) and "。" not in lines[i].text]
    named = list(_named(tree, found)) if found else []
    shown = "\n".join([*signed, *(text for _, text in named)])
    return Hints(
        title=choose_title(headline, titles, "".join(lines[i].text for i in kept)),
        published=_published(named, signed, meta) or _labelled_date(tree, found),
        source=_source(named, signed, meta),
        authors=_people(_AUTHOR_LABEL, _AUTHOR_NAMES, named) or _confirmed(meta.get("author", ""), shown),
        editors=_people(_EDITOR_LABEL, _EDITOR_NAMES, named) or _confirmed(meta.get("editor", ""), shown),
        url=url,
    )


def is_person(name: str) -> bool:
    """Say whether a name reads as a Chinese person's: a surname and one or two characters more.

    >>> is_person("林晓舟"), is_person("江城日报"), is_person("环球网")
    (True, False, False)
    """
    return 2 <= len(name) <= 3 and name[0] in _SURNAMES and not re.search(r"[网網报報社台局部院]$", name)


def _named(tree: Tree, found: Found) -> Iterable[tuple[str, str]]:
    """Return class names and text of the short elements beside the article that are called credits, in order."""
    first, last = min(found.body, default=found.headline or 0), max(found.body, default=found.headline or 0)
    start = max(0, first - 8) if found.headline is None else min(found.headline, first)
    end = max(found.tail, default=last) + 3
    for i, names, text in tree.named:
        if start <= i <= first or (last <= i <= end and _ANY_LABEL.match(text)):
            yield names, text


def _published(named: Sequence[tuple[str, str]], signed: Sequence[str], meta: dict[str, str]) -> str | None:
    """Return the time of the meta tags, else of an element that is called a date, else of a credit line."""
    told = read_date(meta.get("published", ""))
    shown = (text for names, text in named if _DATE_NAMES.search(names))
    return told or next((date for text in (*shown, *signed) if (date := read_date(text))), None)


def _labelled_date(tree: Tree, found: Found | None) -> str | None:
    """Return the date of a line near the article that says what it is: 发布时间, 日期."""
    if found is None or not found.body:
        return None
    near = range(max(0, found.body[0] - _REACH), min(found.body[-1] + _REACH, len(tree.lines)))
    texts = (tree.lines[i].text for i in near if len(tree.lines[i].text) <= 80)
    labelled = (text[label.end() :] for text in texts if (label := _DATE_LABEL.search(text)))
    return next((date for text in labelled if (date := read_date(text))), None)


def _source(named: Sequence[tuple[str, str]], signed: Sequence[str], meta: dict[str, str]) -> str | None:
    """Return the outlet: what an element calls so, then the meta tags, then an author who is no person."""
    labelled = [text for _, text in named if _SOURCE_LABEL.match(text)]
    shown = [text for names, text in named if _SOURCE_NAMES.search(names)]
    authors = [*(text for names, text in named if _AUTHOR_NAMES.search(names)), meta.get("author", "")]
    if any("来源" in line or "來源" in line for line in signed):  # the credits tell it; an author would be a guess
        authors = []
    for text in (*labelled, *shown, meta.get("source", ""), *authors):
        name = _SOURCE_LABEL.sub("", text).strip(_TRIM)
        if _is_outlet(name):
            return name
    return None


def _people(label: re.Pattern[str], called: re.Pattern[str], named: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return the persons in the first element that the label begins, or that is called so and has no other label."""
    for names, text in named:
        if label.match(text) or (called.search(names) and not _ANY_LABEL.match(text)):
            people = tuple(name for name in _split(label.sub("", text)) if is_person(name))
            if people:
                return people
    return ()


def _confirmed(names: str, shown: str) -> tuple[str, ...]:
    """Return the persons that the page also shows, but not in an editor's credit."""
    return tuple(
        name
        for name in _split(names)
        if is_person(name) and name in shown and not re.search(rf"[编編][辑輯]?[^\n]{{0,8}}{re.escape(name)}", shown)
    )


def _split(names: str) -> list[str]:
    # Names of two characters are set apart to the width of three: 方　敏.
    closed = _SET_APART.sub(r"\1\2", names[:200])
    return [name.strip(_TRIM) for name in re.split(r"[、,，;；/&|\s]+", closed)]


def _is_outlet(name: str) -> bool:
    return (
        2 <= len(name) <= 25 and bool(_OUTLET.fullmatch(name)) and not is_person(name) and not _NO_OUTLET.search(name)
    )
