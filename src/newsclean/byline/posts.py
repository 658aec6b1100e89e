"""What blogs, forums and pages of print set beside the date: who posted, an address, the page and its section."""

from __future__ import annotations

import re

from newsclean.byline.people import is_name
from newsclean.byline.scan import Scan
from newsclean.byline.words import AUTHORS, HAN

_BY = re.compile(
    rf"(?:written |posted |reported |published )?by:? +"
    rf"(?P<who>[{HAN}·]{{2,12}}|[a-z][a-z0-9.'-]*(?: (?!in |on )[a-z][a-z.'-]*){{0,2}})"
    rf"(?: +in +[{HAN}a-z]{{2,12}})?(?=$|[\s|,/])(?: on(?= ))?"
)
_POSTED_BY = re.compile(
    rf"(?:本[文帖])?由 ?(?P<who>[{HAN}·a-z0-9_]{{2,12}}?) ?(?:(?:发表|发布|上传)(?=$|[ ,|])|(?=发[表布]于|于 ?\d))"
)
# The masthead of a page of print: A12 城事, 第3版:要闻.
_SHEET = re.compile(rf"(?:第? ?[a-z]\d{{1,3}} ?版?|第? ?\d{{1,3}} ?版)[ :·/|]{{1,3}}[{HAN}]{{2,6}}(?=$|[\s|])")
_MAIL = re.compile(rf"(?:(?P<who>[{HAN}]{{2,4}})[ (:/|]{{1,3}})?[a-z0-9][a-z0-9._-]*@[a-z0-9-]+(?:\.[a-z0-9-]+){{1,4}}")


def read_by(scan: Scan) -> bool:
    """Read `by 某人 in 栏目` of English page furniture around a Chinese article, and 由某人发表."""
    if scan.folded[scan.pos] not in "bwpr由本":
        return False
    match = _BY.match(scan.folded, scan.pos)
    posted = _POSTED_BY.match(scan.folded, scan.pos) if match is None else None
    if match:
        scan.add_person(AUTHORS, *match.span("who"))
        scan.loose = scan.loose or match["who"].isascii() or not is_name(match["who"])
    elif posted:
        scan.add("bare", *posted.span("who"))
        scan.loose = True
    else:
        return False
    scan.roles.append(AUTHORS if match else "none")
    scan.pos = (match or posted).end()  # type: ignore[union-attr]
    return True


def read_sheet(scan: Scan) -> bool:
    """Read the page of print and its section, which stand beside the date."""
    if scan.folded[scan.pos] > "z" and scan.folded[scan.pos] != "第":
        return False
    match = _SHEET.match(scan.folded, scan.pos)
    if match is None:
        return False
    scan.roles.append("sheet")
    scan.loose, scan.pos = True, match.end()
    return True


def read_mail(scan: Scan) -> bool:
    """Read the address of whoever wrote, with the name before it."""
    match = _MAIL.match(scan.folded, scan.pos) if "@" in scan.folded else None
    if match is None or (match["who"] and not is_name(match["who"])) or not (match["who"] or scan.values):
        return False
    if match["who"]:
        scan.add_person(AUTHORS, *match.span("who"))
        scan.roles.append(AUTHORS)
    scan.sure, scan.pos = False, match.end()
    return True
