"""Which line is the headline: told by what stands around it and will leave the text with it.

A headline is taken only on evidence that cleaning removes (credits or chrome beside it, a blank line, indented
paragraphs, a hint): so a cleaned article never loses its first sub-heading when it is cleaned again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from newsclean.layout.chrome import read_chrome
from newsclean.layout.seen import Seen
from newsclean.layout.topic import is_foreign, shared
from newsclean.layout.wording import CLEAR, SURE, wording
from newsclean.layout.wrapping import indent
from newsclean.matching import Page

HEADLINE_SHAPES = {"heading", "exclaimed", "clause", "link"}
# Introductions, subtitles, speech, speakers and account lines of WeChat are no headlines.
_NEVER = re.compile(
    r"[:,;、]$|^(?:——|--|原创 |[·●•])|^[^\u4e00-\u9fff]*$|\d{4}[-/.年月]\d{1,2}[-/.月]\d{1,2}|\d:\d\d(?!\)$)"
    r"|^“[^”]*[。!?…]”$"
    r"|^(?:发布|更新|发表)?(?:日期|时间):|^摘 ?要:|^楼主:|^[^ :]{2,6} ?:[^:]*\|"
    r"|\([左右中前后][一二三四五六\d排]{0,3}\)|日[电讯]$|^[(\[【〔][^()\[\]【】〔〕]{2,20}[讯电][)\]】〕]|^\([^()]*\)$|^\[[^\[\]]*\]$|^[^【]*】|[•·]$|^[(〔\[]\d{4}[)〕\]].{2,20}号$|作者:.*(?:日期|时间):|^[qa答问]:|登录.*注册|^(?:全文|本文)共?约?\d"
    r"|^(?P<said>[^ ]{2,10}) (?P=said)$"
    r"|(?:发言人|主席|书记|主任|[部司局省市县]长|总理|大使|秘书长|董事长|总裁|院长|校长) [\u4e00-\u9fff]{2,4}$"
)
_LABEL = re.compile(r"\W*(?![^:]*(?:日期|时间):)[\u4e00-\u9fff]{2,6}:|· ?[\u4e00-\u9fff]{2,6} ?·")
_LABELLED = re.compile(r"\W*(?:文章)?(?:标 *题|题 *目)")
_NAMED_TITLE = re.compile(r"\W*(?:文章|信息|文件|公文)?(?P<label>标 *题|题 *目|名 *称) *[:|丨][ |]*(?=.{6,70}$)")
_PATH_TO_TITLE = re.compile(
    r"[^。]{0,12}(?:首页|主页|位置)[^。>»›]{0,12}(?:[>»›]+[^。>»›]{1,12}){1,4}[>»›]+ *(?!正文)[^>»›]{10,60}$"
)
_TEXT = {"passage", "prose", "sentence", "clause"}
_SHORTEST, _LONGEST = 4, 70
_AMPLE = 8  # shorter lines in a header are more often accounts and sections
# What stands in a header as often as a headline does, and gives way to any other line: names of outlets and accounts,
# paths and rows of sections (城事 | 人物), numbers of issues.
_NAMED = re.compile(
    "(?:报|网|社|台|周刊|月刊|杂志|在线|新闻|客户端|之声|之窗|发布|头条|频道|论坛|观察|资讯|快讯|导读)$"
)
_ISSUE = re.compile(r"第 ?\d+ ?期")
_SECTION = re.compile(
    "(?:即时|今日|最新|本地|国内|国际|两岸|财经|体育|娱乐|社会|时政|政治|健康|生活|科技|教育|文化|地方|民生|时事|每[日周])?"
    "(?:新闻|要闻|港闻|澳闻|侨闻|本地|国际|两岸|中国|社会|时事|时政|财经|体育|娱乐|副刊|评论|社论|头条|动态|热话|脉搏|医疗)[一二三四]?"
)
_SECTIONS = re.compile(r" *[|>»›/·_] *")
_PATH = re.compile("[^ ] [>»›] (?!.{10})")  # whose last part is too short for a headline
_SECTION_LENGTH, _LONGEST_NAME = 5, 8
_FIRST_OF_SERIES = re.compile(r"(第|\(|)([一1])([章节编回、.)])")
_OWN = 0.2  # of the words of a headline, those that the text says too
_PATH_MARK = re.compile("[>»›/]")
_REACH = 3  # how many lines of standfirst and caption may stand between a headline and the first paragraph


def find_title(page: Page, seen: Sequence[Seen], body: tuple[int, int]) -> int | None:
    """Return the index of the headline among the page's lines, or None where nothing shows it."""
    start, end = body
    hinted = _hinted(page, start)
    if hinted is not None:
        return hinted
    # Where a page says what the headline was at the source, its own stands above that.
    stop = next((i for i in range(start) if _says_original(seen[i])), start)
    above = [i for i in range(stop) if _may_be_title(page, seen, i) and not follows_label(page, i)]
    credited = [i for i in range(start) if seen[i].credit]
    if not all(_is_of_site(page.lines[i].folded) for i in above):
        near = [i for i in above if not credited or i < credited[0]]
        near = near if not all(_is_of_site(page.lines[i].folded) for i in near) else above
        again = _said_again(page, start, near)
        best = max(again or near, key=lambda i: _likelihood(page.lines[i].folded, i))
        if len(above) > 1 and is_foreign(page, page.lines[best].folded):  # one of a list above the article
            topical = [i for i in above if shared(page, page.lines[i].folded) > _OWN]
            best = max(topical, key=lambda i: _likelihood(page.lines[i].folded, i), default=best)
        return best
    opening = range(start, min(end, start + _REACH))
    plain = (i for i in opening if not _is_section(page.lines[i].folded))
    first = next(iter(_said_again(page, start, opening)), next(plain, start))
    own = start < end and stop == start and _may_be_title(page, seen, first)
    if own and _stands_apart(page, seen, (first, end)):
        return first
    return max(above, key=lambda i: _likelihood(page.lines[i].folded, i), default=_stated(page, start))


def _said_again(page: Page, start: int, among: Sequence[int]) -> list[int]:
    """Return those of some lines of ample length that the header says twice, alone or as the end of a path."""
    said = Counter(_PATH_MARK.split(line.folded)[-1].strip() for line in page.lines[: start + _REACH])
    return [i for i in among if said[page.lines[i].folded] > 1 and len(page.lines[i].folded) >= _AMPLE]


def _stated(page: Page, start: int) -> int | None:
    """Return the line of the header that names the headline: 标题:…, 名称:… of a document, else the end of a path."""
    lines = [line.folded for line in page.lines[: max(start, 1)]]
    labelled = (
        i
        for i, folded in enumerate(lines)
        if (named := _NAMED_TITLE.match(folded)) and (start or named["label"][0] == "标")
    )
    paths = (i for i, folded in enumerate(lines[:start]) if _PATH_TO_TITLE.match(folded))
    return next(labelled, next(paths, None))


def follows_label(page: Page, i: int) -> bool:
    """Say whether a line is the value of a label above it, as in the index of a document: 主题分类: and its value.

    A button such as 分享到: has none.
    """
    above = page.lines[i - 1].folded if i else ""
    return bool(_LABEL.fullmatch(above)) and not (_LABELLED.match(above) or read_chrome(above).hits)


def _is_of_site(folded: str) -> bool:
    """Say whether a line of the header reads as the page's rather than the article's."""
    return is_named(folded) or _is_furniture(folded)


def is_named(folded: str) -> bool:
    """Say whether a line reads as an outlet, a row of sections or the number of an issue."""
    named = len(folded) <= _LONGEST_NAME and _NAMED.search(folded)
    return bool(_is_row(folded) or named or _ISSUE.search(folded))


def _is_section(folded: str) -> bool:
    """Say whether a line names the section or the account that a headline below it belongs to: 港闻一, 海滨发布."""
    return bool(_SECTION.fullmatch(folded)) or (len(folded) <= _LONGEST_NAME and bool(_NAMED.search(folded)))


def _is_row(folded: str) -> bool:
    sections = _SECTIONS.split(folded)
    return len(sections) > 1 and (max(map(len, sections)) <= _SECTION_LENGTH or bool(_PATH.search(folded)))


def _is_furniture(folded: str) -> bool:
    return wording(folded) > CLEAR and not _LABELLED.match(folded)


def _likelihood(folded: str, at: int) -> tuple[bool, bool, bool, bool, int]:
    """Rank a line of the header: of those of ample length the last, which stands next to the text; else the longest."""
    ample = len(folded) >= _AMPLE
    return (
        not _is_row(folded),
        not is_named(folded),
        ample and not _is_furniture(folded),
        ample,
        at if ample else len(folded),
    )


def _says_original(seen: Seen) -> bool:
    return any(hit.rule.id == "navigation.original-title" for hit in seen.hits)


def squeeze(folded: str) -> str:
    """Return a folded text without spaces and punctuation, for comparing headlines."""
    return "".join(char for char in folded if char.isalnum())


def _hinted(page: Page, start: int) -> int | None:
    if not page.title:
        return None
    from newsclean.matching import fold

    wanted = squeeze(fold(page.title))
    if len(wanted) < _SHORTEST:
        return None
    for i, line in enumerate(page.lines[: start + _REACH]):
        got = squeeze(line.folded) if len(line.folded) <= 2 * _LONGEST else ""
        if len(got) >= _SHORTEST and (wanted == got or (wanted.startswith(got) and 2 * len(got) > len(wanted))):
            return i
    return None


def _may_be_title(page: Page, seen: Sequence[Seen], i: int) -> bool:
    folded, features = page.lines[i].folded, seen[i].features
    whole = len(features) == 1 and not seen[i].credit
    fits = whole and features[0] in HEADLINE_SHAPES and _SHORTEST <= len(folded) <= _LONGEST
    if not fits or _NEVER.search(folded) or _SECTION.fullmatch(folded) or _opens_series(page, i):
        return False
    return wording(folded) <= (SURE if len(folded) >= _AMPLE else CLEAR) or bool(_LABELLED.match(folded))


def _opens_series(page: Page, i: int) -> bool:
    """Say whether a line is numbered as the first of several: 第一章 总则 above 第二章, (一)线上报名 above (二)."""
    first = _FIRST_OF_SERIES.match(page.lines[i].folded)
    if first is None:
        return False
    second = first[1] + {"一": "二", "1": "2"}[first[2]] + first[3]
    return any(line.folded.startswith(second) for line in page.lines[i + 1 :])


def _stands_apart(page: Page, seen: Sequence[Seen], body: tuple[int, int]) -> bool:
    """Say whether the first body line is set off from text that follows it, in a way that cleaning removes."""
    start, end = body
    following = range(start + 1, min(end, start + 1 + _REACH))
    if not any(_TEXT.intersection(seen[i].features) for i in following):
        return False
    first, second = page.lines[start], page.lines[start + 1]
    spaced = second.gap > 1 and any(line.gap == 1 for line in page.lines[start + 2 : end])
    indented = indent(page.text, second) >= 2 > indent(page.text, first)
    if spaced or indented or any(line.credit or line.claimed for line in seen):
        return True
    return first.folded.count(",") <= 1 and any(line.signed for line in seen)  # a standfirst says more than a headline
