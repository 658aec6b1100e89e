"""What 来源 names: the outlet, up to whatever stands after it."""

from __future__ import annotations

import re

from newsclean.byline.dates import LABEL, date_at
from newsclean.byline.people import is_name, is_organisation, is_outlet, is_placeholder
from newsclean.byline.scan import Scan, label_at, outlet_size
from newsclean.byline.title import is_section
from newsclean.byline.words import AUTHORS, HAN, SLASH, furniture, places, role_pattern, role_phrase

_HAN_LABEL = re.compile(f"[{HAN}]{{2,5}}:")
_ACCOUNT_ID = re.compile(r"\((?:(?:微信)?(?:id|号|公众号)[: ]|[a-z][a-z0-9_-]{3,20}\))")
_WROTE = ("作者", "记者", "编辑", "责编", "责任编辑")
_JOINTS = " ,;、·-—–_|/>→"  # what parts a name from the next item
_SAYS = re.compile("[,的是]")


def read_source(scan: Scan, pos: int, sort: str, mark: str) -> bool:
    """Read what 来源 names: up to the next role, date, label or piece of furniture."""
    stop = _source_end(scan.folded, pos)
    name = _unwrapped(scan.folded[pos:stop].strip())
    strong = mark.strip() != ""
    known = is_outlet(name) or is_placeholder(name) or is_organisation(name)
    if sort in ("outlet", "named") and not (known or ((strong or sort == "named") and 0 < len(name) <= 16)):
        return False
    if not strong and sort not in ("outlet", "named") and not (is_outlet(name) or (mark and scan.dates)):
        return False
    scan.roles.append("source")
    scan.pos = stop
    if name.startswith(("http", "www.")):
        return True  # an address is no outlet's name
    if not name:
        scan.open_role = "source"
        return True
    first = scan.folded.index(name, pos)
    if cut := 0 if is_outlet(name) else outlet_size(name):
        name, scan.pos = name[:cut], first + cut
    size = _writer_after(name)
    if size:
        scan.add(AUTHORS, first + len(name) - size, first + len(name))
        name = name[:-size].rstrip()
    head, _, rest = name.rpartition(" ")
    if rest.removesuffix("市") in places() and len(head.strip()) >= 2:
        name = head.rstrip()  # where the account posts from
    head, _, rest = name.partition(" ")
    if is_outlet(head) and is_section(rest.replace(" ", "")):
        name = head
    scan.add("source", first, first + len(name))
    scan.sure = scan.sure and len(name) <= 24 and (known or not _SAYS.search(name))
    return True


def _writer_after(name: str) -> int:
    """Return the length of a person's name after an outlet (某某网 廖泽凌), 0 for none."""
    outlet, _, writer = name.rpartition(" ")
    named = is_outlet(outlet.strip()) and is_name(writer) and not is_outlet(writer) and not writer.isascii()
    return len(writer) if named else 0


def _unwrapped(name: str) -> str:
    """Strip the marks that hold a whole title: 《羊城晚报》, “新华社”."""
    name = name.rstrip(_JOINTS)
    pairs = ("《》", "“”", '""', "‘’", "()", "[]", "【】")
    if len(name) > 2 and name[0] + name[-1] in pairs and name[0] not in name[1:-1]:
        return name[1:-1].strip()
    return name.strip("\"'").removesuffix(" 于").removesuffix(" 在")


def _source_end(folded: str, pos: int) -> int:
    at = pos + len(folded[pos:]) - len(folded[pos:].lstrip())
    depth, limit = 0, min(len(folded), at + 60)
    while at < limit:
        char = folded[at]
        if char in "([【〔":
            if at > pos and _new_item_in_bracket(folded, at):
                return at
            depth += 1
        elif char in ")]】〕":
            depth -= 1
            if depth < 0:
                return at
        elif char in "|■□◎。" or folded.startswith("  ", at) or _new_item(folded, at, first=at == pos):
            return at
        at += 1
    return at


def _new_item_in_bracket(folded: str, at: int) -> bool:
    button = furniture().match(folded, at) or furniture().match(folded, at + 1)
    return bool(
        (button and button.end() > at + 1)
        or _ACCOUNT_ID.match(folded, at)
        or role_phrase().match(folded, at + 1)
        or date_at(folded, at + 1)
        or LABEL.match(folded, at + 1)
    )


def _new_item(folded: str, at: int, *, first: bool) -> bool:
    """Say whether a date, a role, a label or furniture begins here, rather than the name (`first`) or more of it."""
    if folded[at] == " ":
        return False
    if label_at(folded, at) or (folded[at - 1] == "," and folded.startswith(_WROTE, at)):
        return True  # 来源于某某网,作者甲
    if first:  # 来源:作者:甲 and 来源: 人气:12 name no source
        return date_at(folded, at) is not None
    if folded[at - 1].isalnum() and not folded[at].isdigit():
        return False
    if date_at(folded, at) or (folded[at - 1] == " " and _HAN_LABEL.match(folded, at)):
        return True
    match = role_pattern().match(folded, at)
    if match and (match.end() == len(folded) or folded[match.end()] in f": {SLASH}|"):
        return True
    if match and folded[at - 1] == " " and any(is_name(folded[match.end() :][:size]) for size in (2, 3)):
        return True  # 来源:某某网 校对甲某某
    phrase = role_phrase().match(folded, at) if folded[at - 1] == " " else None
    if phrase and is_outlet(phrase["outlet"]):
        return True  # 来源:某某网 某某网记者 甲
    chrome = furniture().match(folded, at)
    return bool(chrome and chrome.end() > at and not folded[chrome.end() : chrome.end() + 1].isalpha())
