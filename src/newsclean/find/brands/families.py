"""Names that a page holds in several forms and never alone: 泊鲸体育, 泊鲸app下载, 泊鲸官方网站.

No lexicon is asked. What a site pastes keeps its stem and changes its tails, for each form is a search by which it
wants to be found. A firm, an app or a club that the page writes about is also named without a tail, governed by verbs,
and said to do things.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from newsclean.find.brands.candidates import OUTLETS, SLOT, Candidate, is_real
from newsclean.find.brands.needed import is_subject, stands_apart
from newsclean.find.brands.tails import BEHIND_SURE, DOMAIN, GAMBLING, PAIRS, WAY_IN, core, first_of, is_rich
from newsclean.find.tables import rows
from newsclean.find.words import cost, is_broken, is_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclean.find.lexicon import Hit

_STEM = re.compile("(?:(?<![a-z0-9])[a-z]{2,8}\\d{0,4}|[\u3400-\u9fff]{2,12})\\Z")
_SOFT = re.compile(
    r"(?:唯一|线上|购彩|集团|官方|中国|综合|最新|在线|计划|平台|彩|会|[·-]|\([a-z0-9中国官方]{2,8}\)|(?<=[\u3400-\u9fff])[a-z]{1,8}\d{0,4})+\Z"
)
_SIZES = (2, 3, 4)
_NO_NAME = frozenset("的了是在从把被和与及由对向给将让等着地得也都就还又")
_MOST = 6
_AROUND = 12
_COMMON = 11.5
"""Nats of a word that many sentences hold; rarer words are mostly names."""
_TRADE = re.compile(f"{DOMAIN}|国际|电子|线上|博彩|购彩|彩|计划|下注")
_WAY = re.compile(f"{WAY_IN}|{GAMBLING.pattern}|博彩|下注|网投")
_USED = re.compile(
    "(?:登录|登陆|通过|打开|下载|进入|访问|关注|使用|搜索|名为|名叫|叫做|称为|注册|旗下|包括|例如|比如|据|签约|[与和跟及]|收购|起诉)\\Z"
)
_SAID = re.compile(
    "表示|发布|公布|显示|宣布|推出|公司|集团|股份|有限|方面|官方|负责人|创始人|总裁|上线|下架|案|团伙|等[,。、]|回应|称|获悉|消息|旗下|业务|市场|用户"
)
_HAN = re.compile("[\u3400-\u9fff]")
_READS_ON = re.compile(
    "[昨今明近去本上下将已正也则又还就仍曾都才再不没未可能会要应是有在说称从对向于为被把由让与和及跟或以等的地得了着过中里内外后前时处间]|"
    "表示|发布|公布|显示|宣布|推出|举办|举行|承办|提供|接受|公告|获得|改版|上线|[贴挂登刊晒放弹转更改删披提通写列标崩瘫解回]|出现|成为|拥有|介绍|负责|首|共|总|旗下|官方|公司|集团"
)
_ODD = re.compile(
    f"{GAMBLING.pattern}|唯一|最新网址|网页版|手机版|计划官|彩[官a]|全站|平台[登注下]|(?:国际|线上)娱乐|大厅|备用|博彩|下注|体育-"
)
_NEEDS = re.compile("[在从由对据到向于被把将让为给是有做看去来进]\\Z|^\\Z|\n\\Z")
_ENOUGH = 3
_BETWEEN = frozenset("-_|,、/· ")


def families(folded: str, hits: Sequence[Hit]) -> list[Candidate]:
    """Return the places of unknown names that were pasted in two forms or more.

    >>> from newsclean.find.lexicon import suspects
    >>> text = "渡口的泊鲸体育官网跳板上,泊鲸棋牌学生站成一排,泊鲸体育缆绳收好了。"
    >>> [text[each.start : each.end] for each in families(text, suspects().scan(text))]
    ['泊鲸体育官网', '泊鲸棋牌', '泊鲸体育']
    """
    if sum(hit.group in ("tail", "brand") for hit in hits) < 2:
        return []
    found: list[Candidate] = []
    stems = _recurring(_before_tails(folded, hits))
    for stem in stems:
        if not is_real(folded, stem):
            found += _family(folded, stem)
    return found


def _before_tails(folded: str, hits: Sequence[Hit]) -> Iterator[str]:
    """Yield what stands before each run of tails, and before the soft tails ahead of it: 泊鲸 and 泊鲸集团."""
    end = -1
    for hit in hits:
        trade = hit.group == "tail" or (hit.group == "brand" and folded[hit.start : hit.end] in trades())
        if hit.group == "brand" and not trade and len(stem := core(folded[hit.start : hit.end])) > 1:
            yield stem
        if not trade:
            continue
        start, touches = hit.start, hit.start == end
        end = hit.end
        before = None if touches else _STEM.search(folded, max(0, start - _AROUND), start)
        if before:
            yield before.group()
        soft = None if touches else _SOFT.search(folded, max(0, start - _AROUND), start)
        before = soft and _STEM.search(folded, max(0, soft.start() - _AROUND), soft.start())
        if before:
            yield before.group()


@cache
def trades() -> frozenset[str]:
    """Return the names of the lexicon that are trades and nothing else: 真人娱乐, 购彩大厅."""
    return frozenset(name for name, _ in rows("brands") if not core(name) and not re.search("[a-z0-9]", name))


def _recurring(runs: Iterable[str]) -> list[str]:
    """Return what several runs end in, the longest ending that loses none of them: 泊鲸 of 的泊鲸 and 在泊鲸."""
    counts: Counter[str] = Counter()
    for run in runs:
        sizes = (len(run),) if run[0].isascii() else _SIZES
        counts.update(run[-size:] for size in sizes if size <= len(run) and run[-size] not in _NO_NAME)
    stems: list[str] = []
    for stem, n in sorted(counts.items(), key=lambda row: (-row[1], -len(row[0]), row[0])):
        if n < 2 or len(stems) == _MOST:
            break
        if not any(stem.endswith(other) or other.endswith(stem) for other in stems):
            stems.append(stem)
    return stems


def _family(folded: str, stem: str) -> list[Candidate]:
    """Return where a stem stands with tails, if it is a platform's and its places are those of pasted names."""
    if OUTLETS.search(stem):
        return []
    places: list[tuple[int, int]] = []
    tails: set[str] = set()
    weights: list[int] = []
    in_row = False
    at = folded.find(stem)
    while at >= 0:
        behind = BEHIND_SURE.match(folded, at + len(stem))
        start, end = first_of(folded, at), behind.end() if behind else at + len(stem)
        if not behind and (start == at or not folded[start:at].isascii()):
            weights.append(-2)
        elif places and places[-1][1] == start - 1 and folded[start - 1] in _BETWEEN:
            places[-1] = (places[-1][0], end)
            in_row = True
            weights.append(2)
        else:
            if start and PAIRS.get(folded[start - 1]) == folded[end : end + 1]:
                start, end = start - 1, end + 1
            places.append((start, end))
            weights.append(_weight(folded, start, end))
        tails.add(folded[at + len(stem) : end])
        at = folded.find(stem, end)
    tails.discard("")
    if len(weights) == len(places) > 1 and all(_is_apart(folded, *place) for place in places):
        return [Candidate(start, end, "shape", sibling=True) for start, end in places]
    strong = sum(weight > 1 for weight in weights)
    if sum(weights) + len(tails) - 2 < max(_ENOUGH, len(places)) or not (
        _is_platform(stem, tails, strong) or (in_row and any(map(_WAY.search, tails)))
    ):
        return []
    return [Candidate(start, end, "shape", sibling=True) for start, end in places]


def _is_apart(folded: str, start: int, end: int) -> bool:
    """Tell a name with a trade or a way in between a comma and a clause that has a subject of its own."""
    name = folded[start:end]
    sells = _TRADE.search(name) or _WAY.search(name)
    slot = folded[start - 1 : start] == "," and stands_apart(folded, end)
    return bool(sells) and slot and not is_subject(folded, start, end)


def _weight(folded: str, start: int, end: int) -> int:
    """Weigh whether a name was pasted where it stands: its form, and whether the sentence needs it."""
    left, right = folded[max(0, start - 4) : start], folded[end : end + 8]
    name = folded[start:end]
    if _USED.search(left) or _SAID.match(right):
        return -2
    weight = 2 * is_rich(name) + bool(_ODD.search(name))
    if is_inside(left, right):
        return weight + 2
    if _READS_ON.match(right) or _NEEDS.search(left):
        return weight - 1
    return weight + (left[-1:] in SLOT and bool(_HAN.match(right)))


def is_inside(left: str, right: str) -> bool:
    """Tell whether two stretches belong together so closely that no name stands between them: 号…码布, 的…跳板.

    >>> is_inside("胸前的号", "码布"), is_inside("渡口的", "跳板"), is_inside("渡口的", "昨天开业")
    (True, True, False)
    """
    if not _HAN.match(right):
        return False
    if left[-1:] in ("的", "、"):
        return not _READS_ON.match(right)
    return bool(_HAN.match(left[-1:])) and is_broken(left, right)


def may_be_subject(left: str, right: str) -> bool:
    """Tell a place where the sentence may speak of a name: not between a comma or 的 and words of their own.

    >>> may_be_subject("渡口的", "跳板"), may_be_subject("上午,", "今天贴出声明"), may_be_subject("走进", "参观")
    (False, True, True)
    """
    return left[-1:] not in SLOT or not _HAN.match(right) or bool(_READS_ON.match(right))


def _is_platform(stem: str, tails: set[str], strong: int) -> bool:
    """Tell a platform by its forms: a trade, a way in or a game, and of a stem that is a word two rich forms.

    One form alone is enough where it was clearly pasted in two places.
    """
    if len(tails) < 2:
        return strong > 1 and any(map(_TRADE.search, tails))
    if not any(map(_TRADE.search, tails)) or not any(map(_WAY.search, tails)):
        return False
    if not is_word(stem) or cost(stem) >= _COMMON:
        return True
    return sum(len(set(_TRADE.findall(tail)) | set(_WAY.findall(tail))) > 1 for tail in tails) > 1
