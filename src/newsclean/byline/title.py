"""The headline in a title: without the site, the section and the category around it."""

from __future__ import annotations

import re

from newsclean.byline.people import is_outlet
from newsclean.matching import fold

_SUFFIX = re.compile(r"\s*(?:[_|]|(?<=\s)[-–—]+(?=\s|[\u4e00-\u9fff])|[-–—]{1,2}|<<|>>|«|»)\s*")
_PREFIX = re.compile(
    r"(?:(?:【|\[|〔)(?P<held>[^】\]〕]{1,12})(?:】|\]|〕)|(?P<plain>[\u4e00-\u9fff]{2,6})\s*(?:\||::?(?=\s)|>+))\s*"
)
_SECTION = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}(?:新闻|要闻|资讯|时政|国内|国际|社会|财经|体育|娱乐|科技|军事|教育|健康|汽车|房产|股票|证券|基金|理财|产经|宏观|数据|公司|评论|观点|视频|图片|图集|原创|"
    r"专题|专栏|城事|港闻|澳闻|图说|夜读|特写|滚动|快讯|地方|本地|本网|港澳|台湾|两岸|文化|旅游|时尚|生活|法治|三农|民生|党建|舆情|独家|热点|首页|正文|详细内容|内容页|新闻中心|频道|频道首页|政务|公告|通知公告|工作动态|综合)|[组多]?图|图文|高清组?图?|直播|快评)"
)
_SECTION_ALONE = re.compile(
    "(?:即时|今日|最新|本地|国内|国际|两岸|财经|体育|娱乐|社会|时事|时政|每[日周])?"
    "(?:突发|新闻|要闻|港闻|澳闻|国内|国际|两岸|社会|时事|时政|财经|体育|娱乐|副刊|评论|动态|热话|脉搏|专题)[一二三四]?"
)
# 标题: of boards and offices, [转帖] and (转载) of those who copy, the path of the page before its headline.
_LABEL = re.compile(
    r"(?:文章)?(?:[标题正主] ?题|题 ?目|名 ?称) ?(?:[:|] *|(?=\[))"
    r"|[\[(【](?:转载?|转[贴帖]|原创转载)[\])】] *|转[贴帖] ?[:] *"
)
_COPIED = re.compile(r" *[\[(【](?:转载?|转[贴帖]|zt)[\])】]$")
_TOPIC = re.compile(r"[^。:]{4,30}?[电讯] ?题: *")  # 某某社某地8月1日电 题:…
_STAMP = re.compile(r" *\((?:[0-2]?\d:[0-5]\d|第?\d{1,2}/\d{1,2}页)\)$")  # of flashes, and of pages in parts
_PATH = re.compile(
    r"(?:[您你]?(?:现在|当前|目前)?的?(?:所在)?位置是?[:] *)?"
    r"(?:[\u4e00-\u9fffa-z0-9]{2,10} *(?:>{1,2}|»|›) *){2,5}(?=\S{4})"
)
_KEYWORDS = re.compile(r"(?:\|[\u4e00-\u9fffa-z0-9]{2,6}){2,6}$")  # 某地出了件事|某地|某事_某某新闻
_ADORNED = re.compile(r"[*~=#·_\s—-]{3,}$")
_SITE = re.compile(
    r"(?:[a-z0-9-]+\.)+(?:com|cn|net|org|tw|hk|com\.cn)(?:\.[a-z]{2})?"
    r"|[\x21-\x7e ]{2,30}(?:news|times|post|daily|\.com)[\x21-\x7e ]{0,12}"
    r"|[\u4e00-\u9fff]{2,12}(?:政府|委员会|信息港|热线|门户|之窗|大学|学院|公司|协会|医院|局|厅)"
)
_LATIN_NAME = re.compile(r"(?<=[\u4e00-\u9fff]) [a-z][a-z .-]+$")  # 某某报 Some News
_SHORTEST = 4


def headline(text: str) -> str:
    """Return a title line or `<title>` without site names and sections at its end, and a category at its start.

    >>> headline("海边小城的第一趟夜班公交_要闻_海滨网"), headline("老码头重新开放 - 临海日报")
    ('海边小城的第一趟夜班公交', '老码头重新开放')
    >>> headline("标题：老码头重新开放(转载)")
    '老码头重新开放'
    >>> headline("甲队3-2乙队")
    '甲队3-2乙队'
    """
    folded = fold(text)
    start, end = len(folded) - len(folded.lstrip()), len(folded.rstrip())
    for opening in (_TOPIC, _LABEL, _PATH):
        if match := opening.match(folded, start, end):
            start = match.end() if end - match.end() >= _SHORTEST else start
    if (stamp := _STAMP.search(folded, start, end)) and stamp.start() - start >= _SHORTEST:
        end = stamp.start()
    if copied := _COPIED.search(folded, start, end):
        end = copied.start() if copied.start() - start >= _SHORTEST else end
    if (adorned := _ADORNED.search(folded, start, end)) and adorned.start() - start >= _SHORTEST:
        end = adorned.start()
    cut = _cut_suffixes(folded, start, end)
    keywords = _KEYWORDS.search(folded, start, cut) if cut < end else None
    end = keywords.start() if keywords else cut
    start = _cut_prefix(folded, start, end)
    return text[start:end]


def _cut_suffixes(folded: str, start: int, end: int) -> int:
    """Cut parts at the end while they are sites or sections; the first part always stays."""
    cuts = [match.span() for match in _SUFFIX.finditer(folded, start, end)]
    while cuts:
        first, after = cuts.pop()
        if first <= start:
            break
        part = folded[after:end].strip()
        if part and not _is_site(part):
            break
        end = first
    return start + len(folded[start:end].rstrip())


def is_section(name: str) -> bool:
    """Say whether a folded name is that of a section: 要闻, 港闻, 时事脉搏."""
    return bool(_SECTION_ALONE.fullmatch(name))


def _is_site(part: str) -> bool:
    part = _LATIN_NAME.sub("", part)
    return len(part) <= 30 and bool(is_outlet(part) or _SECTION.fullmatch(part) or _SITE.fullmatch(part))


def _cut_prefix(folded: str, start: int, end: int) -> int:
    match = _PREFIX.match(folded, start, end)
    if match is None:
        return start
    held = match["held"] or match["plain"]
    if match[0][0] == "[":  # a category of boards: [转帖], [求助]
        category = match.end() < end and held.isalpha()
    elif match["plain"] and ":" in match[0]:  # 海滨科技: 年度报告, 海滨日报: 坚守 are headlines
        category = is_section(held)
    else:
        category = bool(_SECTION.fullmatch(held)) or (_is_site(held) if match["held"] else is_outlet(held))
    return match.end() if category and match.end() < end - 3 else start
