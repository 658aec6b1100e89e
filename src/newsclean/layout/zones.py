"""What leaves the text once the page is cut: rule hits in their zone, and lines that no rule knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.layout.kinds import kind_of
from newsclean.layout.seen import Seen
from newsclean.layout.title import follows_label, squeeze
from newsclean.layout.topic import is_foreign, is_other_tongue, is_refrain, is_strange_tongue
from newsclean.layout.wording import EVEN, LIKELY, NONE, SURE, reads_as_furniture, traits, wording
from newsclean.matching import Line, Page
from newsclean.model import Mark
from newsclean.rules import Hit

_STAGE = "layout"
PROSE = {"passage", "prose", "sentence"}
_SCRAP_LENGTH, _LETTER = 6, re.compile(r"[^\W\d_]")  # characters: 首页, 要闻频道; a clock has none
LIST_HEAD = "list-head"
_NOTICES = {"disclaimer", "page-end"}  # below them, and below the editor, another sentence is likely one of them
_ROWS = {"scrap", "menu"}
_ABOUT, _OF_ITSELF = re.compile(r"(?:关于(?:我们|本站|本报|本刊|本台)|about us) ?:?"), 3  # lines
_BORDERS = "|-: "
_JOINTS = ("|", "-", "_", "–", "—")  # between a headline and the site's name
_LABELLED = re.compile("[^:,。]{1,8}:.")
# 三、联系方式
_CLAUSE = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}[、.])[^,。:]{2,12}$")
_ITEM = re.compile(r"\(?(?:\d{1,2}|[一二三四五六七八九十])[、.)]|[①-⑨]")
_GLUED_TITLE = re.compile("【([^【】]{8,70})】 *(?=.)")  # mirrors set the headline before a paragraph
_LINK = re.compile(r"[-·•●] ?[^ ].{8}")
_LABEL_LENGTH, _HELD = 12, re.compile("[-—“(《]")  # of subtitles, which are longer or lead off from the headline
_LONGEST_ROW = 12
_WARNS = re.compile("风险|投资")  # what articles warn of too
_OWN_LABELS = 2
_CAPTION_LENGTH = range(4, 17)
_NEAR = 3
_ANNOUNCED = 6  # characters of a line that announces another; shorter ones are labels


def mark_rules(page: Page, seen: Sequence[Seen], zones: Sequence[str]) -> Iterator[Mark]:
    """Mark what the rules claim, each where it may fire."""
    for i, (line, known, zone) in enumerate(zip(page.lines, seen, zones, strict=True)):
        if zone == "body" and (LIST_HEAD in known.claimed or (known.claimed and is_introduced(page, seen, i))):
            continue  # lists go only as a whole (see mark_lists), and what is announced is quoted
        if zone == "body" and _heads_text(page, seen, i):
            continue
        for hit in known.hits:
            if zone == "body" and hit.rule.kind == "markup" and _rules_table(page, i):
                continue
            if hit.rule.where not in ("head", "tail") or hit.rule.where == zone:
                yield of_hit(line, hit)


def _heads_text(page: Page, seen: Sequence[Seen], i: int) -> bool:
    """Say whether a heading such as 风险提示 stands over a sentence of the article."""
    if i + 1 == len(seen) or not (_is_notice_heading(page, seen, i) and _WARNS.search(page.lines[i].folded)):
        return False
    below = seen[i + 1]
    return not (below.claimed or PROSE.isdisjoint(below.features)) and wording(page.lines[i + 1].folded) <= EVEN


def _is_notice_heading(page: Page, seen: Sequence[Seen], i: int) -> bool:
    return "disclaimer" in seen[i].claimed and len(page.lines[i].folded) <= _LABEL_LENGTH


def is_under_notice(page: Page, seen: Sequence[Seen], i: int) -> bool:
    """Say whether a line that speaks of legal matters stands right under a heading such as 版权声明."""
    return i > 0 and _is_notice_heading(page, seen, i - 1) and "=legal+" in traits(page.lines[i].folded)


def _rules_table(page: Page, i: int) -> bool:
    """Say whether a line of bars and dashes stands between the rows of a table."""
    folded = page.lines[i].folded
    if "--" not in folded or folded.strip(_BORDERS) or not 0 < i < len(page.lines) - 1:
        return False
    return all("|" in row and row.strip(_BORDERS) for row in (page.lines[i - 1].folded, page.lines[i + 1].folded))


def mark_unknown(page: Page, seen: Sequence[Seen], zones: Sequence[str], title: int | None) -> Iterator[Mark]:
    """Mark lines of head and tail that no rule knows, as far as they cannot be text of the article."""
    captions = _captions(page, seen, zones)
    above = None if title is None else _first_like(page, title)
    listed = False
    for i, (line, known, zone) in enumerate(zip(page.lines, seen, zones, strict=True)):
        listed = zone == "tail" and (listed or LIST_HEAD in known.claimed)
        dates_link = listed and known.features == ("credit",)  # the account and the day of another article
        if i == title or i in captions or zone == "body" or (_is_known(line.folded, known, zone) and not dates_link):
            continue
        if zone == "head" and _is_head_scrap(page, seen, i, above):
            yield whole(line, kind_of(line.folded, head=True), "layout.head-line")
        if zone == "tail" and (
            is_listed_notice(page, seen, i)
            or is_under_notice(page, seen, i)
            or tells_of_itself(page, i)
            or not _may_be_text(page, seen, i)
        ):
            yield whole(line, kind_of(line.folded, beside=_beside(page, seen, zones, i)), "layout.tail-line")


def _first_like(page: Page, title: int) -> int:
    """Return where the headline stands first: between it and where a page repeats it the article may begin."""
    folded = page.lines[title].folded
    return next(i for i, line in enumerate(page.lines) if line.folded == folded)


def _captions(page: Page, seen: Sequence[Seen], zones: Sequence[str]) -> range:
    """Return the lines right below the author's at the end of the body that are captions: short, and most of its words.

    Lines of that shape that say nothing of what the text says are titles of other articles.
    """
    end = len(zones) - zones.count("tail")
    if end == len(seen) or seen[end].features != ("credit",):
        return range(0)
    last = end + 1
    while last < len(seen) and not (seen[last].claimed or seen[last].credit):
        last += 1
    below = range(end + 1, last)
    foreign = sum(is_foreign(page, page.lines[i].folded) for i in below)
    return below if 2 * foreign <= len(below) and all(_is_caption(page, seen, i) for i in below) else range(0)


def _is_caption(page: Page, seen: Sequence[Seen], i: int) -> bool:
    folded = page.lines[i].folded
    short = seen[i].features in (("heading",), ("exclaimed",)) and len(folded) in _CAPTION_LENGTH
    return short and reads_as_furniture(folded) < LIKELY


def _beside(page: Page, seen: Sequence[Seen], zones: Sequence[str], i: int) -> list[str]:
    """Return the lines near one of the tail that no rule knows either."""
    near = range(max(0, i - _NEAR), min(len(seen), i + _NEAR + 1))
    return [
        page.lines[k].folded
        for k in near
        if k != i and zones[k] == "tail" and not _is_known(page.lines[k].folded, seen[k], "tail")
    ]


def mark_title(page: Page, seen: Sequence[Seen], title: int | None) -> Iterator[Mark]:
    """Mark the headline, and the lines of the page that repeat it."""
    if title is None:
        return
    wanted = squeeze(page.lines[title].folded)
    yield whole(page.lines[title], "title", "layout.title")
    for i, line in enumerate(page.lines):
        glued = _GLUED_TITLE.match(line.folded)
        if i != title and glued and squeeze(glued[1]) == wanted:
            yield Mark(line.start, line.start + glued.end(), _STAGE, "duplicate", "layout.repeated-title")
        elif i != title and len(line.folded) <= 2 * len(wanted) + 20 and not seen[i].claimed:
            got = squeeze(line.folded)
            if page.lines[i].folded[0] == "“" and PROSE.intersection(seen[i].features):
                continue  # somebody says what the headline quotes
            # Above the headline a page often shows its <title>: the headline and the site's names behind it.
            named = wanted.startswith(got) and page.lines[title].folded[len(line.folded) :].lstrip()[:1] in _JOINTS
            if got == wanted or (i < title and got.startswith(wanted)) or (i > title and got and named):
                yield whole(line, "duplicate", "layout.repeated-title")


def is_introduced(page: Page, seen: Sequence[Seen], i: int) -> bool:
    """Say whether the line above announces this one, as 往常是这样的: does, or a row of labels that it is in.

    The heading of a numbered clause (三、联系方式) announces the labels right under it, and so do two labels above them
    that read like an article (时间:上午十时, 地点:江滨公园).

    What is announced is quoted, whatever it looks like.
    """
    row = bool(_LABELLED.match(page.lines[i].folded))
    free = row and not (seen[i].claimed or seen[i].credit)
    own = 0
    for k in range(i - 1, max(-1, i - 1 - _LONGEST_ROW), -1):
        above = page.lines[k].folded
        unknown = not (seen[k].claimed or seen[k].credit)
        if above[-1] == ":":
            return unknown and len(above) >= _ANNOUNCED and wording(above) <= LIKELY
        if free and _CLAUSE.match(above):
            return unknown
        if not (row and _LABELLED.match(above)) or seen[k].credit:
            break
        own += free and unknown and reads_as_furniture(above) < NONE
        if own == _OWN_LABELS:
            return True
    return False


def is_listed_notice(page: Page, seen: Sequence[Seen], i: int) -> bool:
    """Say whether a numbered line is one of a site's notices: numbered beside one, below their heading or worded so."""
    folded = page.lines[i].folded
    if not _ITEM.match(folded):
        return False
    notices = [k for k in (i - 1, i + 1) if 0 <= k < len(seen) and _is_notice(page, seen, k)]
    if not any(_ITEM.match(page.lines[k].folded) for k in notices):
        return False
    return len(notices) > 1 or wording(folded) > EVEN


def tells_of_itself(page: Page, i: int) -> bool:
    """Say whether a line is one of the last of a page, below 关于我们."""
    above = page.lines[max(0, i - _OF_ITSELF) : i]
    return len(page.lines) - i <= _OF_ITSELF and any(_ABOUT.fullmatch(line.folded) for line in above)


def _is_notice(page: Page, seen: Sequence[Seen], i: int) -> bool:
    folded = page.lines[i].folded
    return bool(_NOTICES.intersection(seen[i].features) or (_ITEM.match(folded) and wording(folded) > SURE))


def _is_known(folded: str, known: Seen, zone: str) -> bool:
    """Is a line spoken for by a rule of its zone, or by the byline? In the tail a date or a bullet shows a link."""
    if known.credit:
        return not (zone == "tail" and ("dated" in known.features or _LINK.match(folded)))
    return bool(known.claimed) and any(
        hit.rule.where not in ("head", "tail") or hit.rule.where == zone for hit in known.hits
    )


def notice_bar(page: Page, seen: Sequence[Seen], i: int) -> float:
    """Return over what log-odds a sentence is a notice: notices stand together, so a sure one vouches for the next."""
    beside = (k for k in (i - 1, i + 1) if 0 <= k < len(seen) and not (seen[k].claimed or seen[k].credit))
    return LIKELY if any(wording(page.lines[k].folded) > SURE for k in beside) else SURE


def follows_notice(seen: Sequence[Seen], i: int) -> bool:
    """Say whether a known notice or the editor's line stands right above."""
    return i > 0 and bool(_NOTICES.intersection(seen[i - 1].features) or seen[i - 1].credit == "byline")


def _may_be_text(page: Page, seen: Sequence[Seen], i: int) -> bool:
    """Say whether a line may be a sentence of the article; a short notice reads clearly as what it is."""
    if PROSE.isdisjoint(seen[i].features):
        return False
    reads = wording(page.lines[i].folded)
    return reads <= LIKELY or reads <= notice_bar(page, seen, i)


def _is_head_scrap(page: Page, seen: Sequence[Seen], i: int, title: int | None) -> bool:
    folded = page.lines[i].folded
    if is_strange_tongue(page, folded) or is_listed_notice(page, seen, i):
        return True
    text = "teaser" in seen[i].features or _may_be_text(page, seen, i)
    if text or is_refrain(page, folded) or is_other_tongue(folded):
        return False
    if wording(folded) > LIKELY or (title is not None and i < title):
        return True  # sites, sections, tickers: what stands above the headline is the page's
    if len(folded) <= _LABEL_LENGTH and is_foreign(page, folded):
        return not _HELD.match(folded)
    short = len(folded) <= _SCRAP_LENGTH or not _LETTER.search(folded)
    return short or bool(_ROWS & {*seen[i].features}) or follows_label(page, i)


def of_hit(line: Line, hit: Hit) -> Mark:
    """Mark what a rule hit of a line."""
    return Mark(line.start + hit.start, line.start + hit.end, _STAGE, hit.rule.kind, hit.rule.id)


def whole(line: Line, kind: str, rule: str) -> Mark:
    """Mark a whole line."""
    return Mark(line.start, line.end, _STAGE, kind, rule)
