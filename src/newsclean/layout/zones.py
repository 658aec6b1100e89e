"""What leaves the text once the page is cut: rule hits in their zone, and lines that no rule knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.layout.seen import Seen
from newsclean.layout.title import follows_label, squeeze
from newsclean.layout.wording import LIKELY, SURE, wording
from newsclean.matching import Line, Page
from newsclean.model import Mark
from newsclean.rules import Hit

_STAGE = "layout"
_PROSE = {"passage", "prose", "sentence"}
_SCRAP_LENGTH = 6  # characters: 首页, 要闻频道
_HEADING_LENGTH = 8  # a longer line has its title behind the heading: 相关阅读:……
_SECTION_LENGTH = 14
_LIST_HEAD = "list-head"
_TAIL_WORDS = (
    ("disclaimer", re.compile("声明:|不代表|仅供参考|提醒您|如有侵权|责任自负|风险自担")),
    ("copyright", re.compile("版权|转载|未经|©|(?:主办|承办|地址|电话|传真|邮编|联系人|法律顾问)[:]|备案号")),
    ("engagement", re.compile(r"微信|公众号|二维码|扫码|扫一扫|点赞|在看|留言|订阅|客户端|app|(?:热线|爆料|报料).*\d")),
    ("engagement", re.compile("投稿|新闻线索|表情|心情|投票|打赏|喜欢本文|群号|加群|邮箱|评论区|关注我")),
    ("related", re.compile("相关|推荐|热门|精彩|下期|即时|更多|往期|图集|排行")),
)
_LABELLED = re.compile("[^:,。]{1,8}:.")
_LONGEST_ROW = 12
_ANNOUNCED = 6  # characters of a line that announces another; shorter ones are labels
_BULLETS = "·●•■□◆>»*-"


def mark_rules(page: Page, seen: Sequence[Seen], zones: Sequence[str]) -> Iterator[Mark]:
    """Mark what the rules claim, each where it may fire."""
    for i, (line, known, zone) in enumerate(zip(page.lines, seen, zones, strict=True)):
        if zone == "body" and (_LIST_HEAD in known.claimed or (known.claimed and is_introduced(page, seen, i))):
            continue  # lists go only as a whole (see mark_lists), and what is announced is quoted
        for hit in known.hits:
            if hit.rule.where not in ("head", "tail") or hit.rule.where == zone:
                yield _mark(line, hit)


def mark_unknown(page: Page, seen: Sequence[Seen], zones: Sequence[str], title: int | None) -> Iterator[Mark]:
    """Mark lines of head and tail that no rule knows, as far as they cannot be text of the article."""
    for i, (line, known, zone) in enumerate(zip(page.lines, seen, zones, strict=True)):
        if i == title or zone == "body" or _is_known(known, zone):
            continue
        if zone == "head" and _is_head_scrap(page, seen, i, title):
            yield whole(line, "navigation", "layout.head-line")
        if zone == "tail" and not _may_be_text(line.folded, known):
            yield whole(line, kind_of(line.folded), "layout.tail-line")


def mark_lists(page: Page, seen: Sequence[Seen], zones: Sequence[str]) -> Iterator[Mark]:
    """Mark headings such as 相关阅读 inside the body and the titles under them, up to the next line of prose."""
    i = 0
    while i < len(seen):
        if zones[i] != "body" or _LIST_HEAD not in seen[i].claimed:
            i += 1
            continue
        end = i + 1
        while end < len(seen) and zones[end] == "body" and not _ends_list(seen[end]):
            end += 1
        listed = _listed(page, seen, range(i + 1, end), prose_follows=end < len(seen) and zones[end] == "body")
        if listed or len(page.lines[i].folded) > _HEADING_LENGTH or end == len(seen) or zones[end] != "body":
            yield from (_mark(page.lines[i], hit) for hit in seen[i].hits)
        for k in listed:
            yield whole(page.lines[k], "related", "layout.list-line")
        i = end


def _listed(page: Page, seen: Sequence[Seen], lines: range, *, prose_follows: bool) -> list[int]:
    """Return those of the lines under a heading that are titles of other articles."""
    titles = [i for i in lines if not seen[i].claimed]
    if not prose_follows:
        return titles
    # An article may list books under 推荐阅读; titles of articles are longer, and the last line before the prose
    # may be its sub-heading.
    bulleted = bool(titles) and page.lines[titles[-1]].folded[0] in _BULLETS
    if not bulleted and (len(titles) > 1 or (titles and len(page.lines[titles[-1]].folded) <= _SECTION_LENGTH)):
        titles = titles[:-1]
    return titles if all(len(page.lines[i].folded) > _HEADING_LENGTH for i in titles) else []


def mark_title(page: Page, seen: Sequence[Seen], title: int | None) -> Iterator[Mark]:
    """Mark the headline, and the lines of the page that repeat it."""
    if title is None:
        return
    wanted = squeeze(page.lines[title].folded)
    yield whole(page.lines[title], "title", "layout.title")
    for i, line in enumerate(page.lines):
        if i != title and len(line.folded) <= 2 * len(wanted) + 20 and not seen[i].claimed:
            got = squeeze(line.folded)
            if page.lines[i].folded[0] == "“" and _PROSE.intersection(seen[i].features):
                continue  # somebody says what the headline quotes
            # Above the headline a page often shows its <title>: the headline and the site's names behind it.
            if got == wanted or (i < title and got.startswith(wanted)):
                yield whole(line, "duplicate", "layout.repeated-title")


def is_introduced(page: Page, seen: Sequence[Seen], i: int) -> bool:
    """Say whether the line above announces this one, as 往常是这样的: does, or a row of labels that it is in.

    What is announced is quoted, whatever it looks like.
    """
    row = bool(_LABELLED.match(page.lines[i].folded))
    for k in range(i - 1, max(-1, i - 1 - _LONGEST_ROW), -1):
        above = page.lines[k].folded
        if above[-1] == ":":
            unknown = not (seen[k].claimed or seen[k].credit)
            return unknown and len(above) >= _ANNOUNCED and wording(above) <= LIKELY
        if not (row and _LABELLED.match(above)) or seen[k].credit:
            break
    return False


def kind_of(folded: str) -> str:
    """Say by its words what a line that no rule knows most likely is; without any, the title of another article."""
    for kind, words in _TAIL_WORDS:
        if words.search(folded):
            return kind
    return "navigation" if len(folded) <= _SCRAP_LENGTH else "related"


def _is_known(known: Seen, zone: str) -> bool:
    """Is a line spoken for by a rule of its zone, or by the byline? In the tail a bare date dates a link."""
    if known.credit:
        return not (zone == "tail" and "dated" in known.features)
    return bool(known.claimed) and any(
        hit.rule.where not in ("head", "tail") or hit.rule.where == zone for hit in known.hits
    )


def _may_be_text(folded: str, known: Seen) -> bool:
    """Say whether a line may be a sentence of the article; a short notice reads clearly as what it is."""
    return bool(_PROSE.intersection(known.features)) and wording(folded) <= SURE


def _is_head_scrap(page: Page, seen: Sequence[Seen], i: int, title: int | None) -> bool:
    if _may_be_text(page.lines[i].folded, seen[i]):
        return False
    if wording(page.lines[i].folded) > LIKELY or (title is not None and i < title):
        return True  # sites, sections, tickers: what stands above the headline is the page's
    return len(page.lines[i].folded) <= _SCRAP_LENGTH or "scrap" in seen[i].features or follows_label(page, i)


def _ends_list(line: Seen) -> bool:
    return bool(_PROSE.intersection(line.features)) or bool(line.credit and line.credit != "date")


def _mark(line: Line, hit: Hit) -> Mark:
    return Mark(line.start + hit.start, line.start + hit.end, _STAGE, hit.rule.kind, hit.rule.id)


def whole(line: Line, kind: str, rule: str) -> Mark:
    """Mark a whole line."""
    return Mark(line.start, line.end, _STAGE, kind, rule)
