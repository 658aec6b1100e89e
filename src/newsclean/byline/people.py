"""Names of people: told from words by their surnames, and told apart where they are glued."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclean.byline.words import HAN, ends_of_no_outlet, known_outlets, not_names, outlet_end, surnames

_HAN_RUN = re.compile(f"[{HAN}]+")
_DOTTED = re.compile(f"[{HAN}]{{1,8}}(?:[·.](?:[{HAN}]{{1,10}}|[a-z])){{1,4}}")
_LATIN = re.compile(r"[a-z][a-z.'’-]*(?: [a-z][a-z.'’-]*){0,3}")
_SITE = re.compile(r"[a-z0-9.-]+\.(?:com|cn|net|org|tw|hk)")
# What no given name has: particles, pronouns, prepositions, verbs of speaking.
_NEVER_GIVEN = frozenset(
    "的了是不在我你您他她它们这那哪个吗呢吧把被让给与及或但而着过从向对于以就也都还没很说称问据因所者什么谁几每该某"
)
# ... unless what follows makes it one after all: 向东, 以珊, 从文.
_GIVEN_ALL_THE_SAME = re.compile(
    "向[东阳前南红军荣明辉华晨民远]|以[安宁恒宏诺晴辰轩琳珊涵柔婷真文欣心洁瑄萱芯菲芳平德明民仁哲凡青]|从[文军容善]|以[恩慈律勒撒利真理心伦]"
)
_ENDS_NO_NAME = frozenset("网报社局处市县区镇街厅院部组队委站省州台版")
_NO_GIVEN_NAME = frozenset(
    [
        "昨日",
        "今日",
        "明日",
        "昨天",
        "今天",
        "近日",
        "日前",
        "当日",
        "昨晚",
        "今晨",
        "上午",
        "下午",
        "现场",
        "获悉",
        "了解",
        "采访",
        "走访",
    ]
)
_ORGANISATION = re.compile(
    "(?:局|署|处|部|委|会|院|校|站|队|所|科|室|中心|厅|公司|集团|[道传作课闻信]组|党支部|支部|街道|镇|乡|村|社区|办|办公室|大学|学院|医院|小学|中学|"
    "政府|机关|联盟|协会|学会|基金会|银行|博物馆|图书馆|馆|团|库|(?<![平舞阳])台|视觉中国)$"
)
# A part of a paper, or the end of a name alone: 国际新闻中心, 财经频道, 新闻.
_DESK = re.compile(
    "(?:即时|国际|国内|社会|政治|财经|经济|体育|娱乐|影剧|生活|地方|焦点|综合|大陆|两岸|要闻|编[译辑采]|采访|科技|教育|汽车|房产|证券|"
    "热门|最新|今日|本地|视频|图片){0,2}(?:新闻|频道|中心|组|部|财经|科技|体育|娱乐|教育|汽车|房产|证券|资讯|论坛|观察|博客|通讯|视频|发布|在线|"
    "热线|政务|快讯|号外|传媒|评论){0,2}|社|网|杂志|微博|微信"
)
_PLACEHOLDER = re.compile(
    "佚名|匿名|无名氏?|不详|未知|未署名|暂无|无|管理员|系统管理员|超级管理员|网站管理员|小编|网友|网络|互联网|综合|原创|"
    "本站|本网|本站原创|本网原创|转载|编辑|作者|记者|admin[a-z0-9]*|administrator|root|user\\d*|test\\d*|guest|editor|"
    f"newsroom|robot|anonymous|[{HAN}]某某?|某某某?|[x*]{{2,}}|[{HAN}][x*]{{1,2}}"
)


def is_placeholder(name: str) -> bool:
    """Say whether a folded name stands for nobody.

    >>> is_placeholder("佚名"), is_placeholder("张某某"), is_placeholder("张敏")
    (True, True, False)
    """
    return bool(_PLACEHOLDER.fullmatch(name))


def is_outlet(name: str) -> bool:
    """Say whether a folded name reads as a newspaper, agency, site, station or account.

    >>> is_outlet("海滨日报"), is_outlet("新华社客户端"), is_outlet("市委组织部"), is_outlet("天气预报")
    (True, True, False, False)
    """
    name = name.strip("《》“”()[]【】 ")
    if not 2 <= len(name) <= 30:
        return False
    if name in known_outlets() or _SITE.fullmatch(name):
        return True
    if name.endswith(ends_of_no_outlet()) or _DESK.fullmatch(name):
        return False
    return agency_end(name) == len(name)


def agency_end(run: str) -> int:
    """Return where the last ending of an outlet in a folded run stops, 0 if there is none.

    >>> agency_end("新华社北京"), agency_end("湖南日报·新湖南客户端"), agency_end("某某公司")
    (3, 11, 0)
    """
    return max((match.end() for match in outlet_end().finditer(run) if match.end() >= 2), default=0)


def is_desk(name: str) -> bool:
    """Say whether a folded name is that of a desk or section: 国际新闻中心, 财经频道."""
    return 3 <= len(name) <= 10 and bool(_DESK.fullmatch(name))


def is_organisation(name: str) -> bool:
    """Say whether a folded name reads as an office, school, company or the like."""
    return 3 <= len(name) <= 30 and bool(_ORGANISATION.search(name))


def is_police(name: str) -> bool:
    """Say whether a folded name is that of a police account: 海滨网警."""
    return len(name) > 3 and name.endswith(("网警", "交警", "公安", "消防", "铁警"))


def is_name(name: str) -> bool:
    """Say whether a folded run reads as one person's name: surname and given name, dotted, or Latin.

    >>> is_name("欧阳修文"), is_name("买买提·艾力"), is_name("时间"), is_name("通过邮件")
    (True, True, False, False)
    """
    if _HAN_RUN.fullmatch(name):
        return _cost(name) is not None and name not in not_names()
    return bool(_DOTTED.fullmatch(name)) or (len(name) <= 30 and bool(_LATIN.fullmatch(name)))


@lru_cache(maxsize=1024)
def split_names(run: str) -> tuple[tuple[int, int], ...] | None:
    """Split a folded run without marks into names, by surnames; None if it does not read as names alone.

    Of the readings, the one with most names of three characters and common surnames is taken: about nine in ten
    names in news have three characters (own count over bylines of 260 pages).

    >>> split_names("郭文治郑新钰"), split_names("谭飞王艳明闫鹃"), split_names("漳州市委")
    (((0, 3), (3, 6)), ((0, 2), (2, 5), (5, 7)), None)
    """
    if is_name(run):
        return ((0, len(run)),)
    if not 4 <= len(run) <= 60 or not _HAN_RUN.fullmatch(run) or run in not_names():
        return None
    best: list[tuple[float, int] | None] = [(0.0, 0)] + [None] * len(run)
    for end in range(2, len(run) + 1):
        best[end] = _best_last(run, best, end)
    return _walk_back(best, run)


def _best_last(run: str, best: list[tuple[float, int] | None], end: int) -> tuple[float, int] | None:
    """Return the cheapest reading of `run[:end]` as names: its cost, and where its last name begins."""
    readings = []
    for size in (3, 2, 4):
        before = best[end - size] if end >= size else None
        cost = _cost(run[end - size : end]) if before else None
        if before and cost is not None:
            readings.append((before[0] + cost, end - size))
    return min(readings, key=lambda reading: reading[0], default=None)


def _walk_back(best: list[tuple[float, int] | None], run: str) -> tuple[tuple[int, int], ...] | None:
    spans: list[tuple[int, int]] = []
    end = len(run)
    while end:
        step = best[end]
        if step is None:
            return None
        spans.append((step[1], end))
        end = step[1]
    total = best[len(run)]
    # One rare surname of two is tolerable, more is a sentence that happens to parse.
    if total is None or total[0] > 1.5 * len(spans) or any(run[s:e] in not_names() for s, e in spans):
        return None
    return tuple(reversed(spans))


def _cost(name: str) -> float | None:
    """Weigh a run of Han as one name: 0 for the usual form, more for the rarer, None for no name."""
    known = surnames()
    if len(name) in (3, 4) and known.get(name[:2]) == "compound":
        given, cost = name[2:], 0.0
    elif len(name) in (2, 3) and known.get(name[0]) in ("common", "rare"):
        given = name[1:]
        cost = (0.0 if known[name[0]] == "common" else 1.2) + (1.0 if len(name) == 2 else 0.0)
    else:
        return None
    if given in _NO_GIVEN_NAME or given[-1] in _ENDS_NO_NAME:
        return None
    return cost if not _NEVER_GIVEN.intersection(given) or _GIVEN_ALL_THE_SAME.fullmatch(given) else None
