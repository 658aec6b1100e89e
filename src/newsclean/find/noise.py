"""Signs strewn between characters against matching, random lines of forum software, leftovers of templates."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from newsclean.find.signs import stands
from newsclean.find.words import is_word
from newsclean.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.matching import Line, Page

_SIGN = re.compile(r"[*~^_`´¨°※§¤✦◆◇★☆♦■□●○△▲▽▼♠♣♥¦†‡¬#$\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?(?=[\u3400-\u9fff])")
_FEWEST = 4
_SPLIT_SHARE = 0.15
_PICTURE = r"\u2600-\u27bf\U0001f000-\U0001faff"
_BEFORE_STOP = re.compile(rf"[{_PICTURE}][{_PICTURE}\ufe0f\u200d]{{0,20}}(?=[,。、;:!?“”\u3400-\u9fff])")
_LEFTOVER = re.compile(
    r"(?<=[,、。;:])(?:〖[\u3400-\u9fff]{2,6}〗|(?:公告|通知|推荐|热门|置顶|最新|广告|导航|首页|分类|栏目|更多)[■□◆●▲★►]+)(?=[\u3400-\u9fff“])"
)
_MANY = 6
_GLUED = 41
_TAIL = re.compile(r"[。！？!?…”」》]([ -~]+)\Z")
_SHORTEST = 8
_LETTERS = 4
_GARBLED = re.compile(r"[ -~]{6,60}")
_HEAD = re.compile(r"([!-~][ -~]{6,40}?) ?(?=[\u3400-\u9fff“「《]|\d{1,4}[年月日点时])")
_READABLE = re.compile(r"[a-z]{4,}|[A-Z]{5,}|[A-Z][a-z]{3,}|\d{4}|https?:|www\.|<[a-z/!]|=\"|&[a-z]{2,6};")
_SURE = 2
_BEYOND_ASCII = "\x80"
_CRUMBS = re.compile(r"(?<=[。！？!?…”」])( ?(?:[!-~]{1,2} ){3,20}[!-~]{1,2} ?)(?=[\u3400-\u9fff“「])")
_ODD = re.compile(r"[`~!@#$%^&*()_+=\[\]{}|\\;:'\",<>?/-]")
_SENSE = re.compile(
    r"[a-z]{4,}|https?:|www\.|\d{4}|\d+[:.]\d+|<[a-z/!]|[a-z0-9]@[a-z0-9-]{1,30}\.|=\"|^[\s\d.,:%+*/()=-]+$"
    r"|^(?=.*=)[a-z\d+*/=()^ .-]+$|[-=*_#~.]{4,}"
)


def find_noise(page: Page) -> list[Mark]:
    """Mark signs strewn between the characters of words, and lines of random ASCII such as `- X6 e2 R( B$ l- r)`.

    >>> from newsclean.matching import read_page
    >>> page = read_page("全市基*层党*建工作会*议在市政*府召开。")
    >>> len(find_noise(page))
    4
    """
    signs = [*_strewn(page), *_pictures(page)] if stands(page.folded, "strewn") else []
    left = (
        _mark(found.start(), found.end(), "markup.template-leftover", "markup")
        for found in (_LEFTOVER.finditer(page.folded) if stands(page.folded, "leftover") else ())
    )
    return [*signs, *_garbled(page), *left]


def _mark(start: int, end: int, rule: str, kind: str = "injected_keyword") -> Mark:
    return Mark(start, end, "find", kind, rule, confidence=0.9)


def _strewn(page: Page) -> Iterator[Mark]:
    """Mark a sign that stands inside words on a page: a separator stands between them."""
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for found in _SIGN.finditer(page.folded):
        if "\u3400" <= page.folded[found.start() - 1 : found.start()] <= "\u9fff":
            places[found.group()[0]].append(found.span())
    for spans in places.values():
        if len(spans) >= _FEWEST:
            split = sum(_splits_word(page.folded, start, end) for start, end in spans)
            if split >= _SPLIT_SHARE * len(spans):
                yield from (_mark(start, end, "injected.strewn-signs") for start, end in spans)


def _splits_word(folded: str, start: int, end: int) -> bool:
    left, right = folded[max(0, start - 2) : start], folded[end : end + 2]
    return any(is_word(left[-n:] + right[:m]) for n in (1, 2) for m in (1, 2) if len(left) >= n and len(right) >= m)


def _pictures(page: Page) -> Iterator[Mark]:
    """Mark pictographs of many sorts that stand inside sentences, most of them before a stop."""
    found = list(_BEFORE_STOP.finditer(page.folded))
    sorts = Counter(each.group() for each in found)
    stops = sum(page.folded[each.end()] in ",。、;:" for each in found)
    if len(found) >= _MANY and len(sorts) >= _MANY - 1 and stops >= 0.6 * len(found):
        yield from (_mark(each.start(), each.end(), "injected.pictographs") for each in found)


def _garbled(page: Page) -> Iterator[Mark]:
    """Mark random characters on lines and beside sentences, as forums set them against copying."""
    lines = [line for line in page.lines if line.folded[0] < _BEYOND_ASCII or line.folded[-1] < _BEYOND_ASCII]
    if not lines:
        return
    sure = [*_lines(lines), *_glued(lines)]
    heads = list(_heads(lines))
    if len(sure) + len(heads) >= _SURE:
        sure += heads
    yield from sure
    if sure:
        yield from _between(page)
    if len(sure) >= _SURE:
        yield from _scraps(page)


def _lines(lines: Sequence[Line]) -> Iterator[Mark]:
    for line in lines:
        text = line.folded
        if text.isascii() and _GARBLED.fullmatch(text) and not _SENSE.search(text) and _is_random(text):
            yield _mark(line.start, line.end, "markup.random-line", "markup")


def _glued(lines: Sequence[Line]) -> Iterator[Mark]:
    """Mark random characters glued behind the last sentence of a line."""
    for line in lines:
        if not line.folded[-1].isascii() or line.folded.isascii():
            continue
        if not line.text[-1].isascii() or line.text.isascii():
            continue
        found = _TAIL.search(line.text[-_GLUED:])
        text = found[1].strip() if found else ""
        if len(text) < _SHORTEST or "=" in text or sum(map(str.isalnum, text)) < _LETTERS:
            continue
        if found and not _SENSE.search(text.lower()) and _is_random(text.lower()):
            yield _mark(line.end - len(found[1]), line.end, "markup.random-tail", "markup")


def _heads(lines: Sequence[Line]) -> Iterator[Mark]:
    """Mark random characters that a line of prose opens with; of code, brackets and quotation marks come in pairs."""
    for line in lines:
        found = _HEAD.match(line.text) if line.text[0].isascii() else None
        if found and _is_random(found[1].lower()) and not _READABLE.search(found[1]) and _is_unpaired(found[1]):
            yield _mark(line.start, line.start + found.end(), "markup.random-head", "markup")


def _scraps(page: Page) -> Iterator[Mark]:
    """Mark the short lines of random characters on a page that has long ones."""
    for line in page.lines:
        text = line.text
        short = len(text) < _SHORTEST and text.isascii() and re.search("[A-Za-z]", text)
        if short and not _READABLE.search(text) and _is_unpaired(text):
            yield _mark(line.start, line.end, "markup.random-line", "markup")


def _is_unpaired(text: str) -> bool:
    pairs = (("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"))
    odd = any(text.count(mark) % 2 for mark in "'\"`")
    return odd or any(text.count(a) != text.count(b) for a, b in pairs)


def _between(page: Page) -> Iterator[Mark]:
    """Mark crumbs of one or two characters between sentences, on a page that has random characters elsewhere."""
    for found in _CRUMBS.finditer(page.text):
        signs = set(_ODD.findall(found[1]))
        if signs and re.search("[A-Za-z]", found[1]):
            yield _mark(*found.span(1), "markup.random-tail", "markup")


def _is_random(text: str) -> bool:
    """Tell random characters: signs of many sorts among single letters and digits."""
    signs = _ODD.findall(text)
    return len(set(signs)) >= 3 and len(signs) >= 0.2 * len(text.replace(" ", "")) and bool(re.search("[a-z]", text))
