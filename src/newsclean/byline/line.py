"""The grammar of a line of credits.

    line     = item+                     (marks and brackets between items are free)
    item     = date | credit | credited | outlet | furniture
    credit   = outlet? qualifier* role (slash role)* colon? people       本报记者 甲 乙; 责任编辑:甲; 文/图 甲
    credited = people slash? act                                         甲、乙 摄; 某某局供稿; 甲/台北报导
    people   = name (mark name)*

A line is a credit only if all of it parses: whatever does not makes it a sentence of the body.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from newsclean.byline.credited import read_credited, read_supplied, read_turned
from newsclean.byline.credits import read_credit
from newsclean.byline.dates import date_at
from newsclean.byline.lists import outlet_then_name, read_listed
from newsclean.byline.people import is_name, is_outlet, is_police
from newsclean.byline.posts import read_by, read_mail, read_sheet
from newsclean.byline.scan import Credits, Scan, outlet_size
from newsclean.byline.words import (
    AUTHORS,
    HAN,
    REPORTERS,
    SLASH,
    furniture,
    not_names,
    places,
    qualifiers,
    role_pattern,
)

_LONGEST = 240
_GATE = re.compile(
    r"来源|稿源|出处|作者|记者|编辑|责编|文 ?[/╱:|字案稿图]|图 ?[/╱:|文]|撰|执笔|采[写编访]|译|整理|署名|评论员|实习生|"
    r"[来稿出作记编责校审撰供] {1,4}[源处者辑编对核稿] ?:|主笔|摄|视频|影像|航拍|拍摄|审|校|监制|"
    r"复核|编 ?[委排发/╱:|]|总?主?编|主任|选稿|组稿|核稿|签发|统[筹稿]|综合|信息员|制片|督印|"
    r"reporter|author|editor|photos?|text|source|[社网报]发[)\]】(]?|"
    r"公众号|楼主|博主|发帖人|策划|录入|发布|上传|值班|通讯员|报道员?|报导|"
    r"专栏|主持|主播|出品|出镜|单位|后期|图片|播音|朗读|海报|特派|首发|供?稿|素材|提供|供图|载|自|制作|设计|剪辑|配音|版式|排版|"
    r"^[文图] |[文图译][】\]]|[/╱ ][文图译](?:[ )\]】]|$)|(?:19|20)\d\d(?!\d)|^(?:written |posted )?by |@[a-z0-9]|"
    r"\d[-/月]\d{1,2}日? ?\d{1,2}:\d\d|民国|"
    r"[一二][九〇○零].{2}年|时间|日期|\d ?(?:分钟|小时|天)前|刚刚|[今昨前]天 ?\d|更新|^原创 |"
    r"完[)\]】〕]?$"
)
_BETWEEN = re.compile(
    rf"[\s{SLASH}|·・,;:、&+>_()\[\]【】〔〕〖〗《》<>“”\"'‘’□■◎▲△●◆◇★☆©▪▌▎•◉○☉⊙※⭐✅\U0001f300-\U0001f6ff–—\-=~#*\ufeff\u200b]*"
)
_END_MARK = re.compile(r"[(\[【〔] ?(?:全文|本文)?完 ?[)\]】〕]|完$|\(?the end\)?$")
_LETTER = re.compile(f"[{HAN}a-z]")
_HEADER_WORD = re.compile(rf"[《“]?(?:[{HAN}a-z0-9+.—\-]|·(?!\d)){{2,25}}[》”]?")
_SIGNATURE = re.compile(rf"[□■◎▲●◆◇○☉⊙※] ?([{HAN}·]{{2,4}}(?:[ 、][{HAN}·]{{1,4}}){{0,3}})$")
_PRINT_RUN = re.compile(r"\d ?版")  # the page of a newspaper: its date is not the page's own
_ACCOUNT = 5
_ACCOUNT_ID = re.compile(r"id|微信|[a-z][a-z0-9_-]{3,20}\)")
_NUMERIC = re.compile(rf"^[{HAN}]{{2,8}} {{1,4}}(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}$")
_DATED_ACCOUNT = re.compile(rf"^(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}} {{1,4}}[{HAN}]{{2,6}}$")
_LABEL = re.compile(rf"[{HAN}]{{2,4}}:[^\s:|]{{1,12}}(?=$|[ |])")
_BULLETS = frozenset("□■◎▲●◆◇○☉⊙※")
_PLACE = re.compile(rf"[{HAN}]{{2,6}}(?=$|[\s)\]】|])")
_NOTE_SAYS = re.compile("我们|他们|表示|认为|告诉|可以")


def read_line(text: str, folded: str) -> Credits | None:
    """Read a line as credits; None if any part of it is something else.

    >>> from newsclean.matching import fold
    >>> line = "2021-03-05 08:12  来源:临海晚报  责任编辑：林晓"
    >>> read = read_line(line, fold(line))
    >>> [(credit.field, credit.value) for credit in read.values], read.dates[0].value
    ([('source', '临海晚报'), ('editors', '林晓')], '2021-03-05T08:12')
    >>> read_line("记者通过电子邮件联系了厂方", "记者通过电子邮件联系了厂方") is None
    True
    """
    if len(folded) > _LONGEST or "。" in folded or "!" in folded or not _may_be_credit(folded):
        return None
    return _parse(text, folded)


def _may_be_credit(folded: str) -> bool:
    return _GATE.search(folded) is not None or (folded[:1] in _BULLETS and 0 < len(folded) <= 16)


def credit_of(read: Credits | None) -> str | None:
    """Say what a line that was read is: `byline`, `date` (nothing but dates and furniture), or None if no credit.

    >>> [credit_of(read_line(line, line)) for line in ("来源:新华网", "2020-10-15 17:40")]
    ['byline', 'date']
    """
    if read is None:
        return None
    return "byline" if read.roles or read.values or read.ends else "date"


@lru_cache(maxsize=512)
def _parse(text: str, folded: str) -> Credits | None:
    scan = Scan(text, folded)
    while True:
        scan.pos = _BETWEEN.match(folded, scan.pos).end()  # type: ignore[union-attr]
        if scan.pos >= len(folded):
            break
        if not any(read(scan) for read in _ITEMS):
            return None
    if not (scan.roles or scan.dates or scan.ends) and not _is_account(scan):
        return None
    if scan.bare() and not (_dated(scan) or _is_account(scan)):
        if not _is_aside(scan):
            return None
        scan.values.pop(0)
    if scan.loose and not scan.dates and len(scan.roles) < 2:
        return None
    if scan.dates and _PRINT_RUN.search(folded):
        scan.dates = [replace(date, label="print") for date in scan.dates]
        scan.roles.append("print")
    scan.sure = scan.sure and not scan.loose
    return scan.finish()


def _is_aside(scan: Scan) -> bool:
    """Say whether what has no role is the unit or the column of those who follow: (长风乡 撰稿:甲 审核:乙)."""
    first, *others = scan.values
    alone = first.field == "bare" and not any(value.field == "bare" for value in others)
    in_bracket = scan.folded[0] in "([【" and len(scan.roles) > 1
    return alone and (in_bracket or (REPORTERS in scan.roles and scan.folded[first.end :].lstrip()[:1] == "|"))


def _is_account(scan: Scan) -> bool:
    """`原创 某某发布 某某发布` and `原创 甲 某某发布` head an article of a public account."""
    outlets = [value for value in scan.values if value.field == "outlet"]
    return scan.folded.startswith("原创 ") and bool(outlets) and len(scan.values) - len(outlets) <= 1


def _dated(scan: Scan) -> bool:
    """A name without a role is credible only beside a date that has a year and a time, or a label; two before any."""
    bare = scan.bare()
    if len(bare) == 1 and is_name(scan.folded[bare[0].start : bare[0].end]) and any(date.value for date in scan.dates):
        return True
    if len(bare) == 2:
        return bool(scan.dates) and len(scan.values) == 2 and max(len(value.value) for value in bare) <= 6
    if len(bare) == 1 and (_NUMERIC.search(scan.folded) or _DATED_ACCOUNT.search(scan.folded)):
        return True  # a signature has 年月日
    return any((date.timed and date.value) or date.label for date in scan.dates) or bool(
        scan.dates and any(value.field != "bare" for value in scan.values)
    )


def _read_end(scan: Scan) -> bool:
    """Read (完), whose bracket is already behind."""
    start = scan.pos
    if start and scan.folded[start - 1] in "([【〔":
        start -= 1
    match = _END_MARK.match(scan.folded, start)
    if match is None or match.end() <= scan.pos:
        return False
    scan.pos, scan.ends = match.end(), True
    return True


def _read_date(scan: Scan) -> bool:
    found = date_at(scan.folded, scan.pos)
    if found is None:
        return False
    scan.dates.append(found)
    scan.pos = found.end
    return True


def _read_furniture(scan: Scan) -> bool:
    """Read a counter, a button, an address; what is furniture alone may begin a name (微博之声)."""
    match = furniture().match(scan.folded, scan.pos)
    if match is None or match.end() == scan.pos:
        return False
    at = match.end()
    runs_on = at < len(scan.folded) and _LETTER.match(scan.folded, at) and _LETTER.match(scan.folded, at - 1)
    if runs_on and (whole := furniture().fullmatch(scan.folded, scan.pos, _run_end(scan.folded, at))):
        scan.pos = whole.end()
        return True
    if runs_on and not match[0].startswith(("http", "www")):
        following = role_pattern().match(scan.folded, at) or furniture().match(scan.folded, at)
        if following is None or following.end() == at:
            return False
    scan.pos = at
    return True


def _run_end(folded: str, at: int) -> int:
    """Return where the run of letters that goes on at `at` ends."""
    while at < len(folded) and _LETTER.match(folded, at):
        at += 1
    return at


def _read_signature(scan: Scan) -> bool:
    """Read names alone behind a mark: □甲 乙. In the midst of a body this may be a list."""
    match = _SIGNATURE.match(scan.folded)
    names = read_listed(match[1]) if match else None
    if match is None or names is None:
        return False
    for start, end in names:
        scan.add_person(AUTHORS, match.start(1) + start, match.start(1) + end)
    scan.roles.append(AUTHORS)
    scan.pos, scan.sure = len(scan.folded), False
    return True


def _read_outlet(scan: Scan) -> bool:
    """Read an outlet alone in a header, beside a date or a role; a name or a button may run into it."""
    match = _HEADER_WORD.match(scan.folded, scan.pos)
    if match is None or match[0].startswith(("发布于", "发表于")):  # a place, with an account glued to it
        return False
    name = match[0].strip("《》“” ")
    first = scan.folded.index(name, match.start())
    if is_name(name) and scan.values and scan.values[-1].field == "outlet" and not is_outlet(name):
        scan.add("bare", *match.span())
        scan.pos = match.end()
        return True
    if name.endswith("发") and is_outlet(name[:-1]):
        scan.roles.append("none")  # 新华社发, under a picture
        scan.acts += 1
        scan.pos = match.end()
        return True
    whole = is_outlet(name) or is_police(name)
    glued = 0 if whole else outlet_then_name(name)
    size = len(name) if whole else glued or outlet_size(name)
    if not size:
        return False
    scan.add("outlet", first, first + size)
    if glued:
        scan.add("bare", first + glued, first + len(name))
    scan.pos = match.end() if whole or glued else first + size
    return True


def _read_place(scan: Scan) -> bool:
    """Skip the place of a reporter (某某网记者甲 台北), or the one that an account posts from, glued to its name."""
    if scan.dates and scan.folded.startswith(("发布于", "发表于"), scan.pos):
        first = scan.pos + 3
        size = next((size for size in (4, 3, 2) if scan.folded[first : first + size] in places()), 0)
        scan.pos = first + size if size else scan.pos
        return size > 0
    match = _PLACE.match(scan.folded, scan.pos)
    if match is None or not (scan.values or scan.dates) or match[0] not in places():
        return False
    scan.pos = match.end()
    return True


def _read_note(scan: Scan) -> bool:
    """Skip what brackets say of the person just named: 作者:甲(某某大学教授)."""
    start = scan.pos - 1
    if not (scan.values and start > 0 and scan.folded[start] == "(" and scan.values[-1].end >= start - 1):
        return False
    end = scan.folded.find(")", scan.pos, scan.pos + 40)
    if scan.values[-1].field == "source" and not _ACCOUNT_ID.match(scan.folded, scan.pos):
        return False
    if end < 0 or _NOTE_SAYS.search(scan.folded, scan.pos, end):
        return False
    scan.pos, scan.sure = end + 1, False
    return True


def _read_label(scan: Scan) -> bool:
    """Skip what else a header states (类型:原创试驾) once it has named a date and somebody."""
    match = _LABEL.match(scan.folded, scan.pos) if scan.dates and (scan.roles or scan.values) else None
    if match is None:
        return False
    scan.pos = match.end()
    return True


def _read_bare(scan: Scan) -> bool:
    """Read one short name without a role, set off by spaces, which only a date beside it makes a credit."""
    match = _HEADER_WORD.match(scan.folded, scan.pos)
    if match is None or len(scan.bare()) > 1 or len(match[0]) > 12 or re.fullmatch(qualifiers(), match[0]):
        return False
    if match[0] in not_names() or match[0].endswith(("报道", "报导")):
        return False  # 时间:3月6日上午
    after = scan.folded[match.end() : match.end() + 2]
    if after[:1] not in ("", " ", "|", "•", ",", *SLASH):
        return False
    if after[1:] == "(" and (len(match[0]) > _ACCOUNT or date_at(scan.folded, match.end() + 2) is None):
        return False  # a title, with its date in brackets
    slug = match[0].endswith("讯") and is_outlet(match[0][:-1])  # 某某热线讯
    scan.add("bare", match.start(), match.end() - (slug or match[0].endswith("》")))
    scan.pos = match.end()
    return True


_ITEMS = (
    _read_end,
    _read_signature,
    _read_date,
    read_by,
    read_mail,
    read_sheet,
    read_supplied,
    read_credit,
    _read_furniture,
    read_credited,
    read_turned,
    _read_place,
    _read_outlet,
    _read_note,
    _read_label,
    _read_bare,
)
