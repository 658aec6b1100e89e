"""What leaves the text once the page is cut: rule hits in their zone, and lines that no rule knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.layout.kinds import kind_of
from newsclean.layout.seen import Seen
from newsclean.layout.title import follows_label, squeeze
from newsclean.layout.topic import is_foreign, is_refrain
from newsclean.layout.wording import LIKELY, SURE, wording
from newsclean.matching import Line, Page
from newsclean.model import Mark
from newsclean.rules import Hit

_STAGE = "layout"
PROSE = {"passage", "prose", "sentence"}
_SCRAP_LENGTH = 6  # characters: 首页, 要闻频道
LIST_HEAD = "list-head"
_ROWS = {"scrap", "menu"}
_BORDERS = "|-: "
_LABELLED = re.compile("[^:,。]{1,8}:.")
_LABEL_LENGTH, _HELD = 12, re.compile("[-—“(《]")  # of subtitles, which are longer or lead off from the headline
_LONGEST_ROW = 12
_NEAR = 3
_ANNOUNCED = 6  # characters of a line that announces another; shorter ones are labels


def mark_rules(page: Page, seen: Sequence[Seen], zones: Sequence[str]) -> Iterator[Mark]:
    """Mark what the rules claim, each where it may fire."""
    for i, (line, known, zone) in enumerate(zip(page.lines, seen, zones, strict=True)):
        if zone == "body" and (LIST_HEAD in known.claimed or (known.claimed and is_introduced(page, seen, i))):
            continue  # lists go only as a whole (see mark_lists), and what is announced is quoted
        for hit in known.hits:
            if zone == "body" and hit.rule.kind == "markup" and _rules_table(page, i):
                continue
            if hit.rule.where not in ("head", "tail") or hit.rule.where == zone:
                yield of_hit(line, hit)


def _rules_table(page: Page, i: int) -> bool:
    """Say whether a line of bars and dashes stands between the rows of a table."""
    folded = page.lines[i].folded
    if "--" not in folded or folded.strip(_BORDERS) or not 0 < i < len(page.lines) - 1:
        return False
    return all("|" in row and row.strip(_BORDERS) for row in (page.lines[i - 1].folded, page.lines[i + 1].folded))


def mark_unknown(page: Page, seen: Sequence[Seen], zones: Sequence[str], title: int | None) -> Iterator[Mark]:
    """Mark lines of head and tail that no rule knows, as far as they cannot be text of the article."""
    for i, (line, known, zone) in enumerate(zip(page.lines, seen, zones, strict=True)):
        if i == title or zone == "body" or _is_known(known, zone):
            continue
        if zone == "head" and _is_head_scrap(page, seen, i, title):
            yield whole(line, kind_of(line.folded, head=True), "layout.head-line")
        if zone == "tail" and not _may_be_text(line.folded, known):
            yield whole(line, kind_of(line.folded, beside=_beside(page, seen, zones, i)), "layout.tail-line")


def _beside(page: Page, seen: Sequence[Seen], zones: Sequence[str], i: int) -> list[str]:
    """Return the lines near one of the tail that no rule knows either."""
    near = range(max(0, i - _NEAR), min(len(seen), i + _NEAR + 1))
    return [page.lines[k].folded for k in near if k != i and zones[k] == "tail" and not _is_known(seen[k], "tail")]


def mark_title(page: Page, seen: Sequence[Seen], title: int | None) -> Iterator[Mark]:
    """Mark the headline, and the lines of the page that repeat it."""
    if title is None:
        return
    wanted = squeeze(page.lines[title].folded)
    yield whole(page.lines[title], "title", "layout.title")
    for i, line in enumerate(page.lines):
        if i != title and len(line.folded) <= 2 * len(wanted) + 20 and not seen[i].claimed:
            got = squeeze(line.folded)
            if page.lines[i].folded[0] == "“" and PROSE.intersection(seen[i].features):
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


def _is_known(known: Seen, zone: str) -> bool:
    """Is a line spoken for by a rule of its zone, or by the byline? In the tail a bare date dates a link."""
    if known.credit:
        return not (zone == "tail" and "dated" in known.features)
    return bool(known.claimed) and any(
        hit.rule.where not in ("head", "tail") or hit.rule.where == zone for hit in known.hits
    )


def _may_be_text(folded: str, known: Seen) -> bool:
    """Say whether a line may be a sentence of the article; a short notice reads clearly as what it is."""
    return bool(PROSE.intersection(known.features)) and wording(folded) <= SURE


def _is_head_scrap(page: Page, seen: Sequence[Seen], i: int, title: int | None) -> bool:
    if _may_be_text(page.lines[i].folded, seen[i]) or is_refrain(page, page.lines[i].folded):
        return False
    if wording(page.lines[i].folded) > LIKELY or (title is not None and i < title):
        return True  # sites, sections, tickers: what stands above the headline is the page's
    if len(page.lines[i].folded) <= _LABEL_LENGTH and is_foreign(page, page.lines[i].folded):
        return not _HELD.match(page.lines[i].folded)
    return len(page.lines[i].folded) <= _SCRAP_LENGTH or bool(_ROWS & {*seen[i].features}) or follows_label(page, i)


def of_hit(line: Line, hit: Hit) -> Mark:
    """Mark what a rule hit of a line."""
    return Mark(line.start + hit.start, line.start + hit.end, _STAGE, hit.rule.kind, hit.rule.id)


def whole(line: Line, kind: str, rule: str) -> Mark:
    """Mark a whole line."""
    return Mark(line.start, line.end, _STAGE, kind, rule)
