"""The grammar of a line of credits.

    line   = item+                    (marks and brackets between items are free)
    item   = date | furniture | credit | credited | outlet
    credit = [outlet] qualifier* role (slash role)* colon? people      本报记者 甲 乙; 责任编辑:甲; 文/图 甲
    credited = people [slash] act                                      甲、乙 摄; 某某局供稿; 甲/台北报导
    people = name (mark name)*

A line is a credit only if all of it parses: whatever does not makes it a sentence of the body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache

from newsclean.byline.dates import DateAt, date_at
from newsclean.byline.people import is_name, is_outlet, is_placeholder, split_names
from newsclean.byline.words import CHROME, HAN, QUALIFIER, SLASH, places, role_pattern, roles

LONGEST = 240
_GATE = re.compile(
    r"来源|稿源|出处|作者|记者|编辑|责编|文[/╱:|字案稿图]|图[/╱:|]|撰|执笔|采写|采编|译|整理|评论员|实习生|主笔|摄|视频|编[审委校发排/:|]|审|校|监制|主编|总编|网编|美编|选稿|"
    r"核稿|签发|统|策划|录入|发布|上传者|通讯员|报道|报导|稿|素材|提供|供图|图源|转自|转载自|摘自|选自|来自|原载|自[:《]|制作|设计|制图|剪辑|配音|"
    r"(?:19|20)\d\d ?[-/年.]|\d[-/月]\d{1,2}日? ?\d{1,2}:\d\d|民国|[一二][九〇○零].{2}年|时间|日期|\d ?(?:分钟|小时|天)前|刚刚|[今昨前]天 ?\d|更新|\(?完\)?$"
)
_BETWEEN = re.compile(rf"[\s{SLASH}|·,;:、&+>_()\[\]【】〔〕〖〗《》<>“”\"'‘’□■◎▲△●◆◇★☆▪▌▎•◉○\-—–－=~#*\ufeff\u200b]*")
_END_MARK = re.compile(r"[(\[【〔] ?(?:全文)?完 ?[)\]】〕]|完$|\(?the end\)?$")
_SEP = re.compile(rf" *[:{SLASH}|丨] *| +(?:[:{SLASH}|] *)?|")
_PIECE = re.compile(
    rf"《[^《》]{{1,20}}》(?:综合报道|编辑部|报道组|评论员)?|[{HAN}]+(?:·[{HAN}a-z]+)*|[a-z][a-z0-9.'’@·-]*(?: [a-z][a-z.'’-]+){{0,2}}(?![{HAN}])|[{HAN}a-z0-9@.·*-]+"
)
_LIST_MARK = re.compile(r" *(?:[、,;&·+和与及/╱] *| +)")
_STAFF_ID = re.compile(r"[ _(]*(?:[a-z]{1,4}[-_ ]?\d{2,8}|\d{3,8})[)]?(?![\w])|[_(][a-z]{1,3}\d{1,8}\)?")
_ACTS = (
    "(?P<both>文[/、]?图|图[/、]?文|摄影报道|文[/、]摄影?|图文报道)|(?P<photo>摄影|摄|图[/]?|供?图片|摄制)|"
    "(?P<contrib>供稿|供图|提供|投稿|来稿|翻译|译)|"
    "(?P<report>(?:综合|即时|联合|连线|专题|现场|深入|特别|专访)?(?:报道|报导)|专电|电|讯)|(?P<write>编译|整理|采写|撰文|撰稿|文|整合|综合|特稿)"
)
_ACT = re.compile(rf"(?: *[{SLASH}] *| +|)(?:{_ACTS})(?=$|[\s()\[\]【】〔〕|,;、。])")
_SUPPLIED = re.compile(
    r"(?:本文|以上|部分)?(?:稿件|图片|视频|素材|图文|文字|资料|内容|信息|照片|和|及|、)*(?:均)?由(?P<who>[^。!?,;:由]{2,30}?)(?:提供|供稿|供图)"
)
_ACT_ENDING = re.compile(
    rf"(?P<who>[^。!?:\[\]【】〔〕()]{{2,40}}?)(?: *[{SLASH}] *| *)(?:{_ACTS})(?=$|[\s)\]】〕,;|]|□|■)"
)
_WRITER, _PHOTO, _REPORTER, _EDITOR, _HELPER = "authors", "photographers", "reporters", "editors", "contributors"


@dataclass(frozen=True, slots=True)
class Credit:
    """A value that a credit gives: the field, the text as the page has it, and its place in the line.

    `field` is one of the fields of Byline, `outlet` (an outlet named with a reporter or in a header) or `bare` (a name
    without a role, beside a date).
    """

    field: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Credits:
    """What a whole line of credits says; `sure` if it would be taken for one even in the midst of a body.

    `open_role` is the field of a role that the line leaves empty, for the line after it. `act_only` says that all its
    people stand in a photographer's form (甲 摄), which is a caption's.
    """

    values: tuple[Credit, ...] = ()
    dates: tuple[DateAt, ...] = ()
    sure: bool = True
    open_role: str | None = None
    roles: tuple[str, ...] = ()
    act_only: bool = False
    ends: bool = False


@dataclass(slots=True)
class _State:
    text: str
    folded: str
    pos: int = 0
    values: list[Credit] = field(default_factory=list)
    dates: list[DateAt] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    sure: bool = True
    open_role: str | None = None
    bare: int = 0
    acts: int = 0
    ends: bool = False

    def add(self, name: str, start: int, end: int) -> None:
        value = self.text[start:end].strip()
        if re.fullmatch(rf"[{HAN}] +[{HAN}]", value):
            value = value[0] + value[-1]
        if value:
            self.values.append(Credit(name, value, start, end))


def read_line(text: str, folded: str) -> Credits | None:
    """Read a line as credits; None if any part of it is something else.

    >>> from newsclean.matching import fold
    >>> line = "2021-03-05 08:12  来源:临海晚报  责任编辑：林晓"
    >>> credits = read_line(line, fold(line))
    >>> [(credit.field, credit.value) for credit in credits.values], credits.dates[0].value
    ([('source', '临海晚报'), ('editors', '林晓')], '2021-03-05T08:12')
    >>> read_line("记者通过电子邮件联系了厂方", "记者通过电子邮件联系了厂方") is None
    True
    """
    if not _may_be_credit(folded):
        return None
    state = _State(text, folded)
    while True:
        state.pos = _BETWEEN.match(folded, state.pos).end()  # type: ignore[union-attr]
        if state.pos >= len(folded):
            break
        if not any(
            read(state) for read in (_end_mark, _date, _supplied, _credit, _furniture, _credited, _outlet, _note, _bare)
        ):
            return None
    return _finish(state)


def credit_of(text: str, folded: str) -> str | None:
    """Say cheaply whether a whole line is a credit: `byline`, `date` (nothing but dates and furniture) or None.

    >>> credit_of("来源：新华网", "来源:新华网"), credit_of("2020-10-15 17:40", "2020-10-15 17:40")
    ('byline', 'date')
    """
    credits = read_line(text, folded)
    if credits is None:
        return None
    return "byline" if credits.roles or credits.values or credits.ends else "date"


def _may_be_credit(folded: str) -> bool:
    if len(folded) > LONGEST or "。" in folded or "!" in folded or "?" in folded:
        return False
    return _GATE.search(folded) is not None


def _finish(state: _State) -> Credits | None:
    if not (state.roles or state.dates or state.ends):
        return None
    if state.bare and not any(date.timed or date.label for date in state.dates) and not (state.dates and state.values):
        return None
    people = [v for v in state.values if v.field not in ("source", "outlet")]
    return Credits(
        tuple(state.values),
        tuple(state.dates),
        state.sure and not state.bare,
        state.open_role,
        tuple(state.roles),
        bool(people) and state.acts > 0 and set(state.roles) <= {_PHOTO},
        state.ends,
    )


def _end_mark(state: _State) -> bool:
    start = state.pos
    if start and state.folded[start - 1] in "([【〔":
        start -= 1
    match = _END_MARK.match(state.folded, start)
    if match is None or match.end() <= state.pos:
        return False
    state.pos, state.ends = match.end(), True
    return True


def _date(state: _State) -> bool:
    found = date_at(state.folded, state.pos)
    if found is None:
        return False
    state.dates.append(replace(found, end=found.end))
    state.pos = found.end
    return True


def _furniture(state: _State) -> bool:
    match = CHROME.match(state.folded, state.pos)
    if match is None or match.end() == state.pos:
        return False
    if (
        _runs_on(state.folded, match.end())
        and _runs_on(state.folded, match.end() - 1)
        and not match[0].startswith(("http", "www"))
    ):
        return False
    state.pos = match.end()
    return True


def _runs_on(folded: str, at: int) -> bool:
    """Say whether a word goes on at `at`: what is furniture alone may begin a name (微博之声, 更多人)."""
    return at < len(folded) and bool(_WORD.match(folded, at)) and not role_pattern().match(folded, at)


_WORD = re.compile(f"[{HAN}a-z]")


def _supplied(state: _State) -> bool:
    match = _SUPPLIED.match(state.folded, state.pos)
    if match is None:
        return False
    start, end = match.span("who")
    _add_people(state, _HELPER, start, end)
    state.roles.append(_HELPER)
    state.pos = match.end()
    return True


@cache
def _phrase() -> re.Pattern[str]:
    """The outlet, the qualifiers, the role: lazily, so that the first role word of a run is taken."""
    return re.compile(rf"(?P<outlet>[《“]?[^\s:;,。、()\[\]【】〔〕|>■□]{{0,22}}?){role_pattern().pattern}")


def _credit(state: _State) -> bool:
    """Read a role or a chain of roles, and the people it names."""
    fields: list[str] = []
    pos, sort, mark, outlet = state.pos, "bare", ":", None
    while True:
        match = _phrase().match(state.folded, pos)
        if match is None or (fields and match["outlet"] and not is_outlet(match["outlet"].strip(SLASH))):
            break
        separator = _SEP.match(state.folded, match.end())[0]  # type: ignore[index]
        name, kind = roles()[match["role"]]
        if not _role_stands(state, match, separator, kind, bool(fields)):
            break
        if fields and ((":" in mark and ":" in separator) or name == "source" or "source" in fields):
            break
        if name == _REPORTER and "摄影" in match["qualifiers"]:
            name = _PHOTO
        fields.append(name)
        outlet = outlet or _outlet_span(match)
        pos, sort, mark = match.end() + len(separator), kind, separator
    if not fields:
        return False
    return (
        _source(state, pos, sort, mark) if fields == ["source"] else _people_of(state, fields, outlet, pos, sort, mark)
    )


def _role_stands(state: _State, match: re.Match[str], separator: str, kind: str, chained: bool) -> bool:
    """Judge whether a role word is used as one: by the mark after it, and by what stands before it."""
    strong = separator.strip() != ""
    ends = match.end() + len(separator) >= len(state.folded) or state.folded[match.end()] in ")]】〕"
    before = match["outlet"]
    if kind == "slash" and not (strong or (chained and separator)):
        return False
    if kind == "colon" and not strong and not chained:
        return False
    if ends and not strong and not chained:
        return False  # a role word alone is a word: 本报记者 as a heading
    if before and not is_outlet(before.strip("《》“”")):
        # 某地记者: the run before the role is a place or desk of the outlet, allowed with 记者 alone.
        return match["role"] in ("记者", "评论员", "通讯员") and len(before) <= 12 and not _SENTENCE.search(before)
    return True


_SENTENCE = re.compile("[的了是在和与被让把对从向说称有为到着过]|采访|接受|告诉|表示|联系")


def _outlet_span(match: re.Match[str]) -> tuple[int, int] | None:
    name = match["outlet"].strip("《》“”" + SLASH)
    start = match.start("outlet") + match["outlet"].find(name)
    return (start, start + len(name)) if name and is_outlet(name) else None


def _source(state: _State, pos: int, sort: str, mark: str) -> bool:
    """Read what 来源 names: up to the next role, date, furniture or bracket that closes."""
    strong = mark.strip() != ""
    stop = _source_end(state, pos)
    name = _bare_title(state.folded[pos:stop].strip())
    if sort == "outlet" and not (
        name
        and (
            is_outlet(name)
            or is_placeholder(name)
            or state.folded.startswith(("《", ": 《", "“"), pos)
            or (strong and len(name) <= 16)
        )
    ):
        return False
    if not strong and sort != "outlet" and not (is_outlet(name) or (mark and state.dates)):
        return False
    state.roles.append("source")
    state.pos = stop
    if not name:
        state.open_role = "source"
        return True
    first = state.folded.index(name, pos)
    words = name.rsplit(" ", 1)
    if (
        len(words) == 2
        and len(words[0]) >= 2
        and is_name(words[1])
        and not is_outlet(words[1])
        and is_outlet(words[0].strip())
    ):
        start = first + len(name) - len(words[1])
        state.add("authors", start, first + len(name))
        name = words[0].rstrip()
    state.add("source", first, first + len(name))
    state.sure = state.sure and len(name) <= 24
    return True


def _source_end(state: _State, pos: int) -> int:
    folded, depth, at = state.folded, 0, pos + len(state.folded[pos:]) - len(state.folded[pos:].lstrip())
    while at < len(folded) and at - pos < 60:
        char = folded[at]
        if char in "([【〔":
            if at > pos and (_furniture_at(folded, at) or _phrase().match(folded, at + 1)):
                return at
            depth += 1
        elif char in ")]】〕":
            if depth == 0:
                return at
            depth -= 1
        elif char in "|■□◎。" or folded.startswith("  ", at):
            return at
        elif (
            (at == pos or not folded[at - 1].isalnum() or _hard_role(folded, at))
            and at > pos
            and _starts_item(folded, at)
        ):
            return at
        at += 1
    return at


def _bare_title(name: str) -> str:
    """Strip the marks that hold a whole title: 《羊城晚报》, “新华社”."""
    wrapped = (
        len(name) > 2 and (name[0], name[-1]) in (("《", "》"), ("“", "”"), ('"', '"')) and name[0] not in name[1:-1]
    )
    return name[1:-1].strip() if wrapped else name.strip("\"'")


def _hard_role(folded: str, at: int) -> bool:
    match = role_pattern().match(folded, at)
    return bool(match and match.end() < len(folded) and folded[match.end()] in ":" and not match["qualifiers"])


def _furniture_at(folded: str, at: int) -> bool:
    match = CHROME.match(folded, at)
    return bool(match and match.end() > at)


def _starts_item(folded: str, at: int) -> bool:
    """Say whether a new item begins here: a date, a role with its mark, or furniture that stands alone."""
    if folded[at] == " ":
        return False
    if date_at(folded, at):
        return True
    match = role_pattern().match(folded, at)
    if match and (match.end() >= len(folded) or folded[match.end()] in f": {SLASH}|"):
        return True
    chrome = CHROME.match(folded, at)
    return bool(chrome and chrome.end() > at and (chrome.end() == len(folded) or not _WORD.match(folded, chrome.end())))


def _people_of(
    state: _State, fields: list[str], outlet: tuple[int, int] | None, pos: int, sort: str, mark: str
) -> bool:
    strong = mark.strip() != ""
    spans, end, sure = _people(state, pos, strong)
    act = _ACT.match(state.folded, end) if spans else None
    place = _place_before_act(state.folded, end) if spans and not act else None
    if not spans and not strong and len(fields) < 2:
        return False
    names = _fields_of(fields, act)
    if outlet:
        state.add("outlet", *outlet)
    if act and act["both"] and state.folded[end] == " ":
        _share(state, names)
    for start, stop in spans:
        for name in names or ([] if fields != [""] else []):
            _add_person(state, name, start, stop)
    state.roles += names or ["none"]
    state.sure = state.sure and sure
    state.acts += bool(act and act["photo"])
    state.open_role = (names[0] if names else None) if not spans else state.open_role
    state.pos = act.end() if act else place or end
    return True


def _fields_of(fields: list[str], act: re.Match[str] | None) -> list[str]:
    """Return the fields that a chain of roles and an act after the names fill: who reports does not also author."""
    found = {name for name in fields if name}
    if act and act["both"]:
        found |= {_WRITER, _PHOTO} if _REPORTER not in found else {_PHOTO}
    elif act and act["photo"]:
        found = (found - {_REPORTER, _WRITER}) | {_PHOTO} if found <= {_REPORTER, _HELPER} else found | {_PHOTO}
    elif act and act["contrib"]:
        found.add(_HELPER)
    elif act and act["report"] and not found:
        found.add(_REPORTER)
    if _REPORTER in found and _WRITER in found:
        found.discard(_WRITER)
    elif _REPORTER in found and _PHOTO in fields and _WRITER not in fields and not act:
        found.discard(_REPORTER)
    return [name for name in (_WRITER, _REPORTER, _PHOTO, _EDITOR, _HELPER) if name in found]


def _share(state: _State, names: list[str]) -> None:
    """Give those named before (记者 甲 通讯员 乙 文/图) the part in the pictures that the act says all had."""
    earlier = [v for v in state.values if v.field in (_REPORTER, _HELPER)]
    if _PHOTO in names:
        state.values += [Credit(_PHOTO, v.value, v.start, v.end) for v in earlier]


def _place_before_act(folded: str, end: int) -> int | None:
    match = _PLACE_ACT.match(folded, end)
    return match.end() if match else None


_PLACE_ACT = re.compile(
    rf"(?: *[{SLASH}] *| +|(?<=[{HAN}]))(?:[{HAN}]{{2,6}}?)?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?"
    r"(?:综合|即时|联合|连线|专题|现场|深入|特别|外电)?(?:报道|报导|电|专电|特稿|讯|摄影|整理|编译)(?=$|[\s)\]】〕,;|:。])"
)


def _people(state: _State, pos: int, strong: bool) -> tuple[list[tuple[int, int]], int, bool]:
    """Read a list of people from `pos`: their spans, where the list ends, and whether all are names beyond doubt."""
    spans: list[tuple[int, int]] = []
    sure, end, listed = True, pos, False
    while len(spans) < 60:
        match = _PIECE.match(state.folded, pos)
        if match is None or (spans and _item_here(state.folded, pos)):
            break
        found = _piece(state.folded, match, strong and (not spans or listed))
        if found is None:
            break
        pieces, stop, known = found
        spans += pieces
        sure = sure and known
        staff = _STAFF_ID.match(state.folded, stop)
        end = staff.end() if staff else stop
        following = _LIST_MARK.match(state.folded, end)
        if following is None or stop < match.end():
            break
        pos, listed = following.end(), following[0].strip() in ("、", "&")
    return spans, end, sure


def _item_here(folded: str, pos: int) -> bool:
    return bool(date_at(folded, pos)) or _role_here(folded, pos) or bool(_ACT_ALONE.match(folded, pos))


_ACT_ALONE = re.compile(rf"(?:{_ACTS})(?=$|[\s()\[\]【】〔〕|,;、。])")


def _role_here(folded: str, pos: int) -> bool:
    match = role_pattern().match(folded, pos)
    return bool(
        match and (roles()[match["role"]][1] == "bare" or folded[match.end() : match.end() + 1] in (":", "/", "|"))
    )


def _piece(folded: str, match: re.Match[str], lone: bool) -> tuple[list[tuple[int, int]], int, bool] | None:
    """Read one run as names: whole, glued, cut at a role or at an act within it, or (after a colon) as anything."""
    start, end = match.span()
    if match[0][0] == "《":
        return [(start + 1, start + match[0].index("》"))], end, False
    if len(match[0]) == 1:
        spaced = _SPACED_NAME.match(folded, start)
        if spaced and is_name(spaced[1] + spaced[2]):
            return [(start, spaced.end())], spaced.end(), True
        return ([(start, end)], end, False) if lone else None
    cut = _cut(folded, start, end)
    run = folded[start:cut]
    if _STAFF_ID.fullmatch(run):
        return [], end, True
    if not is_outlet(run) or is_name(run):
        parts = split_names(run)
        if parts:
            return [(start + s, start + e) for s, e in parts], cut, True
        placed = _name_and_place(folded, start, cut)
        if placed:
            return placed, placed[-1][1], True
    if lone and cut - start <= 30 and not _SENTENCE_WORDS.search(run):
        return [(start, cut)], cut, is_placeholder(run)
    return None


_SPACED_NAME = re.compile(f"([{HAN}]) {{1,3}}([{HAN}])(?![{HAN}])")
_SENTENCE_WORDS = re.compile("我们|他们|你们|什么|怎么|为什么|如何|已经|可以|没有|就是|这个|那个|不是|表示|认为|告诉")


def _cut(folded: str, start: int, end: int) -> int:
    """Return where a run of names ends: before a role word or act glued to it (文 may also end a name)."""
    if folded[end - 1] in "文图译" and split_names(folded[start:end]):
        return end
    for match in _GLUED.finditer(folded, start + 2, end):
        if match.end() == end or match["role"]:
            return match.start()
    return end


_GLUED = re.compile(
    rf"(?P<role>(?:本报|特约|见习|实习)*(?:记者|实习生|通讯员|责任编辑|责编|编辑|审核|校对|作者|来源|摄影)(?!部|室|网|站))|(?:{_ACTS})"
)


def _name_and_place(folded: str, start: int, end: int) -> list[tuple[int, int]] | None:
    """Part a name from the place that runs into it (潘姿羽台北), where an act follows."""
    for size in (3, 2, 4):
        if start + size < end and is_name(folded[start : start + size]) and folded[start + size : end] in places():
            return [(start, start + size)]
    return None


def _add_people(state: _State, name: str, start: int, end: int) -> None:
    """Add each member of a list between marks; what is no name stays whole, as an organisation."""
    at = start
    for part in re.split("[、,;&]", state.folded[start:end]):
        body = part.strip()
        if body:
            first = at + part.index(body)
            spans = (
                [(0, len(body))]
                if is_outlet(body)
                else split_names(body.replace(" ", ""))
                if " " not in body
                else _spaced(body)
            )
            for s, e in spans or [(0, len(body))]:
                _add_person(state, name, first + s, first + e)
        at += len(part) + 1


def _spaced(body: str) -> list[tuple[int, int]] | None:
    spans = [match.span() for match in re.finditer(r"\S+", body)]
    if all(is_name(body[s:e]) for s, e in spans):
        return spans
    return [(0, len(body))]


def _add_person(state: _State, name: str, start: int, end: int) -> None:
    """Add a person; a site's name is an outlet, never a person."""
    folded = state.folded[start:end].strip()
    if is_outlet(folded) and not is_name(folded) and name != _HELPER:
        state.add("outlet", start, end)
    else:
        state.add(name, start, end)


def _credited(state: _State) -> bool:
    """Read people before what they did: 甲、乙 摄; 药剂科供稿; 甲/台北报导."""
    match = _ACT_ENDING.match(state.folded, state.pos)
    if match is None:
        return False
    start, end = match.span("who")
    who = match["who"].strip()
    fields = _fields_of([], match) or [_WRITER]
    if match["contrib"]:
        if _SENTENCE.search(who) or len(who) < 2:
            return False
        for name in fields:
            _add_people(state, name, start, end)
        state.sure = False
    else:
        spans = _named(state, start, end)
        if spans is None and len(who) <= 4 and any(c in SLASH for c in state.folded[end : match.end()]):
            spans, state.sure = [(start, end)], False
        if spans is None:
            return False
        for s, e in spans:
            for name in fields:
                _add_person(state, name, s, e)
    state.roles += fields
    state.acts += bool(match["photo"])
    state.pos = match.end()
    return True


def _named(state: _State, start: int, end: int) -> list[tuple[int, int]] | None:
    """Read `outlet? names place?` between two offsets; None if something else stands there."""
    spans: list[tuple[int, int]] = []
    for match in re.finditer(rf"[^\s、,;&{SLASH}]+", state.folded[start:end]):
        s, e = start + match.start(), start + match.end()
        run = match[0]
        parts = split_names(run)
        if parts and not (run in places()):
            spans += [(s + a, s + b) for a, b in parts]
        elif is_outlet(run) and not spans:
            state.add("outlet", s, e)
        elif not spans and (at := _outlet_then_name(run)):
            state.add("outlet", s, s + at)
            spans.append((s + at, e))
        elif placed := _name_and_place(state.folded, s, e):
            spans += placed
        elif not (run in places() and spans) and not (spans and len(run) <= 4 and match.end() == end - start):
            return None
    return spans or None


def _outlet_then_name(run: str) -> int:
    """Return where a name begins that is glued to an outlet (海滨广播电台张翠), 0 for none."""
    for size in (3, 2, 4):
        if len(run) >= size + 3 and is_outlet(run[:-size]) and is_name(run[-size:]):
            return len(run) - size
    return 0


def _outlet(state: _State) -> bool:
    """Read an outlet that stands alone in a header, beside a date or a role."""
    match = _HEADER_WORD.match(state.folded, state.pos)
    if match is None:
        return False
    name = match[0].strip("《》“”")
    if is_name(name) and state.values and state.values[-1].field == "outlet":
        state.add("bare", *match.span())
    elif is_outlet(name):
        inside = state.folded.index(name, match.start())
        state.add("outlet", inside, inside + len(name))
    elif at := _outlet_then_name(name):
        inside = state.folded.index(name, match.start())
        state.add("outlet", inside, inside + at)
        state.add("bare", inside + at, inside + len(name))
    else:
        return False
    state.pos = match.end()
    return True


_HEADER_WORD = re.compile(rf"[《“]?[{HAN}a-z0-9·+.—\-]{{2,25}}[》”]?")


def _bare(state: _State) -> bool:
    """Read one short name without a role, which only a date beside it makes a credit."""
    match = _HEADER_WORD.match(state.folded, state.pos)
    if match is None or state.bare or len(match[0]) > 12 or QUALIFIER_ONLY.fullmatch(match[0]):
        return False
    at_end = match.end() == len(state.folded) or state.folded[match.end()] in " |)]】"
    if not at_end and not date_at(state.folded, match.end()):
        return False
    state.add("bare", *match.span())
    state.bare += 1
    state.pos = match.end()
    return True


def _note(state: _State) -> bool:
    """Skip what brackets say of the person just named: 作者:甲(某某大学教授)."""
    start = state.pos - 1
    if not (state.values and start > 0 and state.folded[start] in "(（" and state.values[-1].end >= start - 1):
        return False
    end = state.folded.find(")", state.pos, state.pos + 40)
    if end < 0 or _SENTENCE_WORDS.search(state.folded, state.pos, end):
        return False
    state.pos, state.sure = end + 1, False
    return True


QUALIFIER_ONLY = re.compile(f"(?:{QUALIFIER})+")
