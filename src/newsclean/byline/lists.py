"""Lists of people: apart, glued, spaced, with the place or the act that runs into them."""

from __future__ import annotations

import re

from newsclean.byline.dates import date_at
from newsclean.byline.people import is_name, is_organisation, is_outlet, is_placeholder, is_police, split_names
from newsclean.byline.scan import label_at, role_at
from newsclean.byline.words import HAN, SLASH, furniture, not_names, places, surnames

Span = tuple[int, int]

_REPORT = "(?:综合|即时|联合|连线|专题|现场|深入|特别|专访)?(?:报道|报导)"
ACTS = (
    "(?P<both>文[/、]?图|图[/、]?文|摄影报道|图文报道|文[/、]摄影?|摄影?[/、]文)|(?P<photo>摄影|摄制|摄|(?<=[ /╱])图)|"
    "(?P<given>供图|图片提供|提供)|(?P<helped>供稿|投稿|来稿|(?<=[ /╱])翻?译)|"
    f"(?P<reported>{_REPORT}|专电|(?<=[ /╱])[电讯])|"
    "(?P<wrote>编译|整理|采写|撰文|撰稿|(?<=[ /╱])文|整合|综合|特稿|对[此本]文[亦也均]?有贡献)"
)
_AFTER = r"(?=$|[\s()\[\]【】〔〕,;、。□■]|\|\s)"
ACT = re.compile(rf"(?: *[{SLASH}] *| +|)(?:{ACTS}){_AFTER}")
_ACT_HERE = re.compile(rf"(?:{ACTS}){_AFTER}")
PLACE_ACT = re.compile(
    rf" *[{SLASH}] *(?:[{HAN}]{{2,6}}?)?{_REPORT}| +发自 ?[{HAN}]{{2,6}}(?:、[{HAN}]{{2,6}})*(?=$|[\s)\]】])|"
    rf"(?: *[{SLASH}] *| +|)(?:[{HAN}]{{2,6}}?)?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?"
    rf"(?:{_REPORT}|外电报导|电|专电|特稿|讯|摄影|整理|编译)(?=$|[\s)\]】〕,;。])"
)
_PIECE = re.compile(
    rf"《[^《》]{{1,20}}》(?:(?P<unit>[{HAN}]{{0,8}}?(?:编辑部|中心|工作室))|综合报道|报道组|评论员)?|[{HAN}]+(?:[·.][{HAN}a-z]+)*"
    rf"|[a-z][a-z0-9.'’@·-]*(?: [a-z][a-z.'’-]+){{0,2}}(?![{HAN}])|[{HAN}a-z0-9@.·*-]+"
)
_MARK = re.compile(rf" *[、,;&·+和与及{SLASH}] *| +")
_STAFF_ID = re.compile(
    r"[ _(]*(?:[a-z]{1,4}[-_ ]?\d{2,8}|\d{3,8})[)]?(?![\w年./:-]| \d\d[/-]|, ?\d{4})|[_(][a-z]{1,3}\d{1,8}\)?"
)
_SPACED_NAME = re.compile(f"([{HAN}]) {{1,3}}([{HAN}])(?=[^{HAN}]|$|来源|稿源|编辑|责编|责任编辑|记者|通讯员|摄)")
_GLUED = re.compile(
    "(?P<role>(?:本报|特约|见习|实习)*(?:记者|实习生|通讯员|责任编辑|责编|编辑|审核|校对|作者|来源|稿源|摄影)(?!部|室|网|站))"
    f"|(?:{ACTS})"
)
_SAYS = re.compile(
    "我们|他们|你们|什么|怎么|为什么|如何|已经|可以|没有|就是|这个|那个|不是|表示|认为|告诉|被告|[的您我请将至]"
)


def read_people(folded: str, pos: int, free: bool, offices: bool = False) -> tuple[list[Span], int, bool]:
    """Read a list of people from `pos`: their spans, where the list ends, whether all are names beyond doubt.

    After a colon (`free`) the first may be anything short: a pen name, an office; `offices` says that an office may
    stand without a colon too.
    """
    spans: list[Span] = []
    sure, end, listed, apart = True, pos, True, False
    while len(spans) < 60:
        match = _PIECE.match(folded, pos)
        if match is None or role_at(folded, pos) or label_at(folded, pos) or date_at(folded, pos):
            break
        if spans and (_ends_list(folded, match) or (apart and is_outlet(match[0]) and not is_name(match[0]))):
            break
        found = _read_piece(folded, match, free and (listed or _pen_name(folded, match)), offices)
        if found is None:
            break
        pieces, stop, known = found
        spans += pieces
        sure = sure and known
        staff = _STAFF_ID.match(folded, stop)
        end = staff.end() if staff else stop
        mark = _MARK.match(folded, end)
        if mark is None or stop < match.end() or _place_follows(folded, end):
            break
        pos, listed, apart = mark.end(), mark[0].strip() in ("、", "&"), not mark[0].strip()
    return spans, end, sure


def _pen_name(folded: str, match: re.Match[str]) -> bool:
    """A short run set off by spaces may be a name without a surname (乌兰 朝克), if it is no known word."""
    if not 2 <= len(match[0]) <= 4 or match[0] in not_names() or match[0] in places():
        return False
    return match.end() == len(folded.rstrip(")】]")) and furniture().match(folded, match.start()) is None


def _place_follows(folded: str, end: int) -> bool:
    """Say whether a place and 报导 follow, rather than one more name: 甲/花莲报导."""
    return folded[end] in SLASH and PLACE_ACT.match(folded, end) is not None


def _ends_list(folded: str, match: re.Match[str]) -> bool:
    pos = match.start()
    return _ACT_HERE.match(folded, pos) is not None or match[0] in places()


def _read_piece(folded: str, match: re.Match[str], free: bool, offices: bool) -> tuple[list[Span], int, bool] | None:
    """Read one run as names: whole, glued, cut at a role or act within it; or, if `free`, as anything short."""
    start, end = match.span()
    if match["unit"]:
        return [(start, end)], end, True
    if match[0][0] == "《":
        return [(start + 1, start + match[0].index("》"))], end, False
    if len(match[0]) == 1:
        spaced = _SPACED_NAME.match(folded, start)
        if spaced and is_name(spaced[1] + spaced[2]):
            return [(start, spaced.end())], spaced.end(), True
        return ([(start, end)], end, False) if free else None
    cut = _cut(folded, start, end)
    run = folded[start:cut]
    if _STAFF_ID.fullmatch(run):
        return [], end, True
    if names := names_at(folded, start, cut):
        return names, names[-1][1], True
    if offices and is_organisation(run):
        return [(start, cut)], cut, True
    if free and len(run) <= 14 and not _SAYS.search(run):
        return [(start, cut)], cut, is_placeholder(run) or is_organisation(run) or is_outlet(run)
    return None


def names_at(folded: str, start: int, end: int) -> list[Span] | None:
    """Read a run as names, or as names with a place that runs into them; None for an outlet and for anything else."""
    run = folded[start:end]
    if (is_outlet(run) or is_police(run)) and not is_name(run):
        return None
    if len(run) > 3 and (placed := name_and_place(folded, start, end)):
        return placed
    parts = split_names(run)
    return [(start + s, start + e) for s, e in parts] if parts else None


def name_and_place(folded: str, start: int, end: int) -> list[Span] | None:
    """Part names from a known place that runs into them (潘姿羽台北)."""
    for size in (2, 3, 4, 5):
        cut = end - size
        if cut < start + 2 or folded[cut:end] not in places() or surnames().get(folded[start:cut]) == "compound":
            continue  # 欧阳青海: a surname alone is nobody
        if parts := split_names(folded[start:cut]):
            return [(start + s, start + e) for s, e in parts]
    return None


def _cut(folded: str, start: int, end: int) -> int:
    """Return where a run of names ends: before a role word or act glued to it (文 may also end a name)."""
    if folded[end - 1] in "文图译" and split_names(folded[start:end]):
        return end
    label = next((at for at in range(start + 2, end) if label_at(folded, at)), end)
    glued = (match.start() for match in _GLUED.finditer(folded, start + 2, end) if match.end() == end or match["role"])
    return min(label, next(glued, end))


def read_listed(run: str) -> list[Span] | None:
    """Read `甲、乙 丙丁` as names and nothing else.

    >>> read_listed("周远航、林 晓"), read_listed("记者甲")
    ([(0, 3), (4, 7)], None)
    """
    spans: list[Span] = []
    for match in re.finditer(rf"(?<![{HAN}])[{HAN}] {{1,3}}[{HAN}](?![{HAN}])|[^\s、,{SLASH}]+", run):
        parts = split_names(match[0]) if " " not in match[0] else _closed(match[0])
        if parts is None:
            return None
        spans += [(match.start() + s, match.start() + e) for s, e in parts]
    return spans or None


def _closed(spaced: str) -> tuple[Span, ...] | None:
    return ((0, len(spaced)),) if is_name(spaced[0] + spaced[-1]) else None


def read_givers(folded: str, start: int, end: int) -> list[Span] | None:
    """Read those who gave a text: names, offices, outlets between marks; None if a sentence stands there."""
    spans: list[Span] = []
    for match in re.finditer(r"[^、,;&\s]+", folded[start:end]):
        first, run = start + match.start(), match[0]
        parts = None if is_outlet(run) or is_organisation(run) else split_names(run)
        if parts is None and not (is_outlet(run) or is_organisation(run)):
            return None
        spans += [(first + s, first + e) for s, e in parts or ((0, len(run)),)]
    return spans or None


def outlet_then_name(run: str) -> int:
    """Return where a name begins that is glued to an outlet, 0 for none.

    >>> outlet_then_name("海滨广播电台张翠"), outlet_then_name("海滨广播电台")
    (6, 0)
    """
    for size in (3, 2, 4):
        if len(run) >= size + 3 and is_outlet(run[:-size]) and is_name(run[-size:]):
            return len(run) - size
    return 0
