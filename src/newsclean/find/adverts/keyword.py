"""Keyword adverts and pitches: lines of their own, or glued before or after a sentence.

Each segment of a line is weighed by what stands in it; what the page itself writes about is no advert.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from newsclean.find.adverts.pitches import pitch_words
from newsclean.find.adverts.segments import REST, WEAK, Segment, segments_of
from newsclean.find.adverts.told import read_told
from newsclean.find.contacts import CONTACT, PUBLIC, QUOTED
from newsclean.find.lexicon import Hit, selling, suspects, trade_words
from newsclean.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.matching import Page

THRESHOLD = 4.0

WEIGHTS = {
    "service": 2.0,
    "second service": 1.0,
    "question": 2.0,
    "call": 2.0,
    "second call": 1.0,
    "place": 1.0,
    "keyword shape": 1.0,
    "whole line": 0.5,
    "open end": 1.0,
    "pitch": 3.5,
    "second pitch": 1.5,
    "vice": 2.0,
    "account": 2.0,
    "address": 1.5,
    "landline": 0.5,
    "official": -3.0,
    "narrative": -2.5,
    "quoted": -2.0,
    "told in quotes": -4.0,
    "goes on": -4.0,
}
"""What each piece of evidence adds; judged on clean news bodies and on polluted copies of them."""

_SENTENCE_END = re.compile(r"[。!?…][”’)]*$")
_OFFICIAL = re.compile(
    r"(?<!转)12345|12315|12320|12333|12348|12388|12301|110|120|119|政府|卫健委|公安|法院|检察|纪委|委员会|办公室|市民|记者|街道|社区|学校|"
    r"教育局|人社局|税务局|监管局|管理局|红十字|救援|举报|志愿|地址|报料|投稿|本报|本网|编辑|违法|不良信息"
)
_NARRATIVE = re.compile(
    r"表示|介绍|获悉|报道|发现|查获|警方|民警|据[^点]|称|说|案|涉嫌|被[^动]|判|打击|整治|诈骗|规定|条例|近日|昨日|今年|去年|"
    r"召开|举行|开展|推进|启动|出台|发布|\d+[年月日]|人次|患者|[《》]|通知|意见|工作|活动|会议|义诊|揭牌|成立|调查|新规|规范"
)
_QUOTES = re.compile(r"[“”‘’「」]")
_IN_QUOTES = re.compile("(?:[^“”]{0,24}:)?“[^“”]+”[。!?]?")  # somebody has the words of an advert
_CLAUSE = re.compile("[,、:;]")


_OWN = 8
_WORD = re.compile(r"\w")
_LOUD = frozenset(("account", "address", "landline", "pitch", "second call"))
_SELLS = frozenset(("service", "question", "call", "pitch"))
_LEAD = re.compile(r"(?<=[,。;:!?])([^\s,。;:!?]+)\s+$")
_MOSTLY = 0.5
_SOME = 0.25


def find_advertisements(page: Page, hits: Sequence[Hit] | None = None) -> list[Mark]:
    """Mark keyword adverts and pitches: own lines, and pieces glued before or after a sentence.

    `hits` are those of `suspects`, if they are at hand.

    >>> from newsclean.matching import read_page
    >>> page = read_page("哈市白癜风医院 http://pf.example.net/1.html全市召开基层党建工作会议。")
    >>> [page.text[mark.start : mark.end] for mark in find_advertisements(page)]
    ['哈市白癜风医院 http://pf.example.net/1.html']
    """
    hits = suspects().scan(page.folded) if hits is None else hits
    places = [hit.start for hit in hits if hit.group in ("service", "sale")]
    segments = list(segments_of(page, [hit for hit in hits if hit.group in ("service", "sale")]))
    selling = [segment for segment in segments if bisect_left(places, segment.start) < bisect_left(places, segment.end)]
    scored = [(segment, _score(page, segment)) for segment in selling]
    suspected = [(segment, score) for segment, score in scored if score >= THRESHOLD]
    if not suspected:
        return []
    told = read_told(page, [segment[:2] for segment, _ in suspected])
    starts = {segment.start: segment for segment in segments}
    adverts = [
        (_with_lead(page, _with_rest(page, _sold(page, segment), starts)), score)
        for segment, score in suspected
        if not told.writes_of(page.folded[segment.start : segment.end])
    ]
    among = _among(page, segments, {segment.start for segment, _ in adverts})
    return sorted([_mark(segment, score) for segment, score in [*adverts, *((each, THRESHOLD) for each in among)]])


def _among(page: Page, segments: Sequence[Segment], sold: set[int]) -> Iterator[Segment]:
    """Yield the keywords that stand on a line of keywords most of which are adverts."""
    lines: dict[int, list[Segment]] = {}
    for segment in segments:
        lines.setdefault(segment.line.start, []).append(segment)
    for row in lines.values():
        rest = [segment for segment in row if segment.start not in sold]
        if 0 < len(rest) < len(row) - len(rest) and len(row) > 2:
            texts = [page.folded[segment.start : segment.end] for segment in rest]
            if all(len(text) <= REST and not _CLAUSE.search(text) and not _SENTENCE_END.search(text) for text in texts):
                yield from rest


def _with_rest(page: Page, segment: Segment, following: dict[int, Segment]) -> Segment:
    """Take in the end of a pitch behind its number: 微信同号。, 免费咨询专家。."""
    rest = following.get(segment.end)
    if rest is None or rest.end - rest.start > REST or rest.line is not segment.line:
        return segment
    text = page.folded[rest.start : rest.end]
    pitch = _CLAUSE.search(CONTACT.sub("", page.folded[segment.start : segment.end]))
    sells = any(hit.group == "sale" and hit.sort not in WEAK for hit in selling(text))
    return segment._replace(end=rest.end) if sells or (pitch and _SENTENCE_END.search(text)) else segment


def _sold(page: Page, segment: Segment) -> Segment:
    """Leave the words of a sentence that an advert was pasted into: before what is sold, and behind the number."""
    text = page.folded[segment.start : segment.end]
    if segment[:2] == (segment.line.start, segment.line.end) and not PUBLIC.search(text):
        return segment
    spans = [hit[:2] for hit in selling(text) if hit.group in ("service", "sale")]
    spans += [found.span() for found in CONTACT.finditer(text) if found[0] and not PUBLIC.search(found[0])]
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    first = next((hit.start for hit in selling(text) if hit.group == "place" and hit.end == first), first)
    start = first if _is_own(text[:first]) else 0
    end = last if _is_own(text[last:]) and _CLAUSE.search(text[last:]) else len(text)
    return segment._replace(start=segment.start + start, end=segment.start + end)


def _is_own(text: str) -> bool:
    """Tell words of the article beside an advert: enough of them, and hardly one that sells."""
    said = sum(map(len, chain.from_iterable(pitch_words().said(text).values())))
    return len(_WORD.findall(text)) >= _OWN - 1 and said < _SOME * len(text)


def _with_lead(page: Page, segment: Segment) -> Segment:
    """Take in the words of a pitch before a gap, back to the sign where it was pasted in: ,诚招兼职 日结300元."""
    lead = _LEAD.search(page.folded, max(segment.line.start, segment.start - REST), segment.start)
    if not lead or lead.start(1) == segment.line.start:
        return segment
    text = lead[1]
    said = sum(map(len, chain.from_iterable(pitch_words().said(text).values())))
    named = sum(hit.end - hit.start for hit in selling(text))
    return segment._replace(start=lead.start(1)) if max(said, named) >= _MOSTLY * len(text) else segment


def _mark(segment: Segment, score: float) -> Mark:
    confidence = min(1.0, score / (2 * THRESHOLD) + 0.3)
    return Mark(segment.start, segment.end, "find", "advertisement", "advertisement.keywords", confidence=confidence)


def _score(page: Page, segment: Segment) -> float:
    """Weigh the evidence that a segment sells something."""
    text = page.folded[segment.start : segment.end]
    if len(text) < 4 or len(text) > 160 or QUOTED.search(text):
        return 0.0
    whole = segment[:2] == (segment.line.start, segment.line.end)
    before = page.folded[max(segment.line.start, segment.start - 6) : segment.start].rstrip()
    glued = segment.end == segment.line.end and bool(_SENTENCE_END.search(before[-3:]))
    names = evidence(text, whole=whole, glued=glued)
    if not _LOUD.intersection(names) and _tells(text):
        return 0.0
    return sum(WEIGHTS[name] for name in names) if _SELLS.intersection(names) else 0.0


@lru_cache(maxsize=512)  # a line comes back at the next look
def evidence(text: str, *, whole: bool, glued: bool = False) -> tuple[str, ...]:
    """Name what speaks for and against a folded segment being an advert.

    >>> evidence("深圳东门劳务外包", whole=True)
    ('service', 'place', 'keyword shape', 'whole line')
    """
    hits = selling(text)
    contacts = {name for found in CONTACT.finditer(text) for name in found.groupdict() if found[name]}
    fields = {hit.sort for hit in hits if hit.group == "service"}
    calls = [hit for hit in hits if hit.sort == "call"]
    told = _SENTENCE_END.search(text) and text[-1] != "!" and not contacts
    pitches = [hit for hit in hits if hit.sort == "pitch" and not told]
    question = any(hit.sort == "question" for hit in hits)
    price = any(hit.sort == "price" for hit in hits)
    place = any(hit.group == "place" and hit.start < 2 for hit in hits) or bool(
        re.match(r"[\u3400-\u9fff]{1,2}[市区]", text)
    )
    question = question or (price and (place or bool(fields)))
    words = CONTACT.sub("", text) if contacts else text
    shape = not _CLAUSE.search(words) and not _SENTENCE_END.search(text) and len(text) <= 60
    bare = bool(pitches) and not (fields or calls or question or contacts)
    found = [
        ("service", bool(fields)),
        ("second service", len(fields) > 1),
        (
            "question",
            question and (shape or (bool(fields) and not (told and not calls and _covered(text, hits) < _MOSTLY))),
        ),
        ("call", bool(calls) and (shape or bool(fields or contacts or pitches))),
        ("second call", len(calls) > 1 and (shape or bool(fields or contacts))),
        ("place", place and not bare),
        (
            "keyword shape",
            shape
            and not bare
            and (_covered(text, hits) >= 0.7 or bool(contacts) or ((question or calls) and len(text) <= 24)),
        ),
        ("whole line", whole and shape and not bare),
        ("open end", glued and shape and not bare and bool(fields)),
        ("pitch", bool(pitches)),
        ("second pitch", len(pitches) > 1),
        ("vice", "adult" in fields and len(text) <= 60 and not _SENTENCE_END.search(text)),
        ("account", "account" in contacts),
        ("address", "address" in contacts),
        ("landline", "landline" in contacts),
        ("official", bool(_OFFICIAL.search(words))),
        ("narrative", bool(_NARRATIVE.search(words))),
        ("quoted", bool(_QUOTES.search(text))),
        ("told in quotes", bool(_IN_QUOTES.fullmatch(text))),
        ("goes on", bool(contacts) and _goes_on(text)),
    ]
    return tuple(name for name, holds in found if holds)


def _goes_on(text: str) -> bool:
    """Tell whether a sentence that sells nothing goes on behind the number."""
    *_, last = CONTACT.finditer(text)
    rest = text[last.end() :]
    return rest[:1] == "," and bool(_SENTENCE_END.search(rest)) and len(rest) > REST and not trade_words().scan(rest)


@lru_cache(maxsize=512)
def _tells(text: str) -> bool:
    """Tell whether a segment says more of its own than it sells: keywords were pasted into its sentence."""
    left, done = "", 0
    for hit in selling(text):
        left += text[done : hit.start]
        done = hit.end
    own = len(_WORD.findall(left + text[done:]))
    return own >= _OWN and own > 0.5 * len(text)


def _covered(text: str, hits: list[Hit]) -> float:
    return sum(hit.end - hit.start for hit in hits) / len(text)
