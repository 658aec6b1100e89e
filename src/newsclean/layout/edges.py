"""Where the body begins and ends: the best cut by what rules and shapes say, and then by how the lines there read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.layout.chrome import opens_with_chrome
from newsclean.layout.posts import find_posts, is_short, told
from newsclean.layout.seen import Seen
from newsclean.layout.segment import score, segment, trim
from newsclean.layout.tables import ROW
from newsclean.layout.title import HEADLINE_SHAPES
from newsclean.layout.topic import is_foreign, is_other_tongue, is_refrain, is_strange_tongue
from newsclean.layout.weights import Weight
from newsclean.layout.wording import CLEAR, EVEN, NONE, PRICED, SURE, reads_as_furniture, wording
from newsclean.layout.zones import (
    PROSE,
    follows_notice,
    is_introduced,
    is_listed_notice,
    is_under_notice,
    notice_bar,
    tells_of_itself,
)
from newsclean.matching import Page

_TITLE_LENGTH = 9
_TITLE_SHAPES = ("heading", "exclaimed", "link")
_VERSE = 4  # lines; a header without a body has as many as three: site, section, headline
# What a line at an edge of the body adds for the head or the tail: its log-odds above the first, within the others.
# A plain line holds the cut back, so that one notice cannot take a list of names or verse along with it.
_DATED = HEADLINE_SHAPES | {"dated", "credit", "menu", "chrome", "head-rule"}
_SUREST, _PLAIN = 4.5, -0.8
_DATES, _CLOCK = {"scrap", "bare-date", "dated"}, re.compile(r"\d{1,2}:\d\d(?::\d\d)?")  # 11/02, and below it 07:27
_CAPTION = re.compile(r"图|摄|[:,、]$|[≤≥]|/\d+\.\d+\)$")  # captions, labels, measured values
# What a title of another article hardly is: a labelled or numbered line, speech, a note, a row of names or of figures.
_OWN = re.compile(r"^[^,。]{1,10}:|^[(\d①-⑳一二三四五六七八九十“《【第—]|[\d”%]$|\|.+\||:“|^(?:[^ ]{1,4} +)+[^ ]{1,4}$")
_SIGNING = re.compile(
    "(?:[0-9〇零一二三四五六七八九]{4}年)?[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日"
)
_OFFICE = re.compile("(?:局|处|部|委|会|院|校|厅|办|室|中心|公司|集团|政府|大学|学院|法院|银行|报社|编辑部)$")
_ROW = re.compile(r"\W{0,2}[^:,。\d]{2,6}:(?!/)[^:。]{1,40}")  # 截稿日期:12月31日, of what the article is about
_SIGNERS = 4
_STRANGE = 2.0
_CARD, _AGAIN, _EMPTY = 1.5, 2.0, 2.0  # _EMPTY: 附件: and below it 无
_SUB_HEADING, _SHORT = 8, {"heading", "label"}
_COLUMN, _NAME = 4, 12  # lines, characters
_FIGURE = re.compile(r"\d")
_EVENLY = 3  # characters
_MANY_LABELS = 2  # beside the first, as on one line
_CLOSING = ")]"  # of a signature behind the last sentence
_HEADED = range(2, 5)  # characters of a heading that are too few to tell by themselves


def cut(page: Page, seen: Sequence[Seen]) -> tuple[int, int]:
    """Return (start, end) of the body among the lines."""
    weights = [score(_in_context(page, seen, i)) for i in range(len(seen))]
    start, end = segment(weights)
    if end - start < len(seen):
        posts = find_posts(page, seen)
        if not any(PROSE.intersection(seen[i].features) for i in range(start, end)):
            posts = {i for i, line in enumerate(seen) if is_short(line)}
        if posts:
            start, end = segment([told(page, i, weight) if i in posts else weight for i, weight in enumerate(weights)])
    start, end = _trimmed(page, seen, start, end)
    end = _before_about(page, start, end)
    return (start, end) if start < end else _unspoken(seen) or (start, end)


def _trimmed(page: Page, seen: Sequence[Seen], start: int, end: int) -> tuple[int, int]:
    """Return the body without the lines at its edges that read like furniture, as far as the lines between allow."""
    last = end - trim(_tail_gains(page, seen, start, end))
    first = start + trim(_head_gains(page, seen, start, last))
    first = _below_menu(page, seen, first, last)
    return (first, last) if first < last else (start, end)


def _below_menu(page: Page, seen: Sequence[Seen], start: int, end: int) -> int:
    """Return where the body begins below a column of short names, set off above a paragraph that its reporter signs."""
    first = next((i for i in range(start, end) if seen[i].features != ("heading",)), end)
    short = all(len(page.lines[i].folded) <= _NAME for i in range(start, first))
    if first == end or first - start < _COLUMN or not short:
        return start
    return first if seen[first].signed and page.lines[first].gap > 1 else start


def _head_gains(page: Page, seen: Sequence[Seen], start: int, end: int) -> Iterator[float]:
    """Give what each line gains as one of the head, from the first to the last."""
    for i in range(start, end):
        weight = _worded(page, seen, i)
        known = i == start > 0 and (seen[i - 1].claimed or seen[i - 1].credit)
        button = known and len(page.lines[i].folded) in _HEADED and seen[i].features == ("heading",)
        yield weight.head - weight.body + (_short_odds(page.lines[i].folded) if button else 0.0)


def _tail_gains(page: Page, seen: Sequence[Seen], start: int, end: int) -> Iterator[float]:
    """Give what each line gains as one of the tail, from the last to the first."""
    below = end < len(seen) and bool(seen[end].claimed)  # right above the editor's line an article ends
    closed = end == len(seen) or bool(seen[end].credit)  # nothing, or the editor alone, stands below the text
    header = {line.folded for line in page.lines[:start]}
    total = 0.0
    listed = False
    signed = _signed_end(page, seen, start, end)
    for i in range(end - 1, start - 1, -1):
        if _signs(page, seen, i, end):
            yield 0.0
            continue
        weight = _worded(page, seen, i)
        structure = _structure(page, seen, i, below=below or total > SURE or i > signed)
        lone = not listed and not (i > start and _is_title_like(page.lines[i - 1].folded, seen[i - 1]))
        if lone and seen[i].features == ("exclaimed",):
            structure = 0.0  # a question by itself is how an article ends
        listed = structure == _STRANGE
        gain = weight.tail - weight.body + structure
        if closed and _is_row(page, i):
            gain = min(gain, 0.0)
        if _is_cut_like_neighbour(page, seen, i, end):
            gain = _STRANGE
        if i == end - 1 and below and page.lines[i].folded in header:
            gain += _AGAIN  # the account that posts, once more under its article
        total += gain
        yield gain


def _is_cut_like_neighbour(page: Page, seen: Sequence[Seen], i: int, end: int) -> bool:
    """Say whether a line breaks off where the one beside it does: two beginnings of articles, cut to one length."""
    if seen[i].features != ("teaser",):
        return False
    beside = [k for k in (i - 1, i + 1) if 0 <= k < end and seen[k].features == ("teaser",)]
    return any(abs(len(page.lines[i].folded) - len(page.lines[k].folded)) <= _EVENLY for k in beside)


def _is_row(page: Page, i: int) -> bool:
    """Say whether a line is a row of labels and values; one that begins with a button's word needs one above it."""
    folded = page.lines[i].folded
    if _ROW.fullmatch(folded) is None:
        return False
    return not opens_with_chrome(folded) or (i > 0 and _ROW.fullmatch(page.lines[i - 1].folded) is not None)


def _signs(page: Page, seen: Sequence[Seen], i: int, end: int) -> bool:
    """Say whether a line signs a letter or a notice: it stands above its date, with other offices between."""
    if seen[i].features != ("heading",):
        return False
    for line in page.lines[i + 1 : min(end, i + 1 + _SIGNERS)]:
        if _SIGNING.fullmatch(line.folded):
            return True
        if not _OFFICE.search(line.folded):
            break
    return False


def _signed_end(page: Page, seen: Sequence[Seen], start: int, end: int) -> int:
    """Return the last line of text if names in brackets close it, as who writes signs; else the end."""
    last = next((i for i in range(end - 1, start - 1, -1) if PROSE.intersection(seen[i].features)), end)
    return last if last < end and seen[last].signed and page.lines[last].folded[-1] in _CLOSING else end


def _structure(page: Page, seen: Sequence[Seen], i: int, *, below: bool) -> float:
    """Return what the place and make of a line that no rule knows add for the tail."""
    folded, line = page.lines[i].folded, seen[i]
    if line.claimed or line.credit:
        return 0.0
    if len(folded) in _HEADED and below:
        empty = folded[-1] == ":" and i + 1 < len(seen) and seen[i + 1].features == ("label",)
        return _EMPTY if empty else _short_odds(folded)
    if line.features[0] not in HEADLINE_SHAPES:
        return 0.0
    card = _CARD if PRICED.search(folded) else 0.0
    foreign = card or _alternates(page, seen, i) or not (_is_own(folded) or _CAPTION.search(folded))
    titled = below and len(folded) >= _TITLE_LENGTH and foreign
    return card + _STRANGE if titled and is_foreign(page, folded) else card


def _alternates(page: Page, seen: Sequence[Seen], i: int) -> bool:
    """Say whether a line is one of a list in which a known line with figures stands below each title."""
    below = seen[i + 1 : i + 4]
    known = [bool(line.claimed) for line in below]
    return known == [True, False, True] and all(_FIGURE.search(page.lines[k].folded) for k in (i + 1, i + 3))


def _is_own(folded: str) -> bool:
    """Say whether a line has a form that titles of other articles hardly have; a couplet has two equal halves."""
    one, comma, other = folded.partition(",")
    return bool(_OWN.search(folded)) or (bool(comma) and len(one) == len(other))


def _short_odds(folded: str) -> float:
    """Return how surely a few characters, which alone are no evidence, are a button where furniture stands beside."""
    odds = reads_as_furniture(folded)
    return min(odds, _SUREST) if odds > CLEAR else 0.0


def _worded(page: Page, seen: Sequence[Seen], i: int) -> Weight:
    """Return the weight of a line at an edge: by its features and, where no rule knows it, by how it reads."""
    shape = score(_in_context(page, seen, i))
    if ROW in seen[i].features:
        return shape
    if seen[i].claimed or seen[i].credit or (seen[i].signed and PROSE.intersection(seen[i].features)):
        return shape
    if is_listed_notice(page, seen, i):
        return Weight(SURE, 0.0, SURE)
    folded = page.lines[i].folded
    odds = wording(folded)
    if odds > 0 and (is_introduced(page, seen, i) or is_refrain(page, folded) or is_other_tongue(folded)):
        odds = NONE
    reads = max(_PLAIN, min(odds, _SUREST) - EVEN)
    notice = odds > EVEN and (follows_notice(seen, i) or odds > notice_bar(page, seen, i))
    if notice and "passage" not in seen[i].features:
        return Weight(reads, 0.0, reads)  # a sentence that is surely a notice is no prose
    return Weight(shape.head + reads, shape.body, shape.tail + reads)


def _unspoken(seen: Sequence[Seen]) -> tuple[int, int] | None:
    """Return where most lines in a row are that nothing speaks for, as the body of a page without prose.

    Verse, programmes and tables have no line that ends a sentence, and a credit below would make all of it a header.
    """
    longest = (0, 0)
    first = 0
    for i, line in enumerate(seen):
        if line.claimed or line.credit:
            first = i + 1
        elif i + 1 - first > longest[1] - longest[0]:
            longest = first, i + 1
    return longest if longest[1] - longest[0] >= _VERSE else None


def _before_about(page: Page, start: int, end: int) -> int:
    """Return the end of the body without what the outlet says of itself at the end of the page."""
    while end - 1 > start and tells_of_itself(page, end - 1):
        end -= 1
    return end


def _is_title_like(folded: str, line: Seen) -> bool:
    if _CAPTION.search(folded) or _is_own(folded):
        return False
    return line.features[0] in _TITLE_SHAPES and len(folded) >= _TITLE_LENGTH


def _labels_page(page: Page, seen: Sequence[Seen], i: int) -> bool:
    """Say whether a label, or a run of them, stands beside known furniture, and heads no paragraph of an article."""
    first, last = i, i
    while first > 0 and seen[first - 1].features == ("label",):
        first -= 1
    while last + 1 < len(seen) and seen[last + 1].features == ("label",):
        last += 1
    around = [seen[k] for k in (first - 1, last + 1) if 0 <= k < len(seen)]
    empty = i > 0 and page.lines[i - 1].folded[-1] == ":" and len(page.lines[i - 1].folded) in _HEADED
    if last - first >= _MANY_LABELS:
        return True
    if not (empty or any(line.claimed or line.credit for line in around)):
        return False
    below = range(last + 1, len(seen))
    return not any(len(page.lines[k].folded) <= _SUB_HEADING and seen[k].features[0] in _SHORT for k in below)


def _in_context(page: Page, seen: Sequence[Seen], i: int) -> tuple[str, ...]:
    """Return a line's features; a bare date dates a headline or label above it, and what is announced is quoted."""
    features = seen[i].features
    if features == ("label",) and not _labels_page(page, seen, i):
        return ("heading",)
    if features == ("bare-date",) and not (i and _DATED.intersection(seen[i - 1].features)):
        return ("heading",)
    if PROSE.intersection(features) and is_under_notice(page, seen, i):
        return ("disclaimer",)
    if "prose" in features or "sentence" in features:
        again = i > 0 and page.lines[i].folded == page.lines[i - 1].folded  # a caption that the page shows twice
        return ("heading",) if again or is_strange_tongue(page, page.lines[i].folded) else features
    if i and seen[i - 1].features[0] in _DATES and _CLOCK.fullmatch(page.lines[i].folded):
        return ("scrap",)
    known = seen[i].claimed or seen[i].credit
    return ("heading",) if known and is_introduced(page, seen, i) else features
