"""Stretches that may be pasted brands: names of the lexicon, and what has the shape of a name with its tails."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.brands.tails import BEHIND_NAME, CLAIM, DOMAIN, OF_SPORT, PAIRS, SLOGAN, VAGUE, WAY_IN, first_of
from newsclean.find.words import cost, is_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.find.lexicon import Hit

_LONGER = re.compile(
    f"{OF_SPORT}|娱乐[圈场新业厅]|彩票[站店点销中管]|国际[机会社关化标质认先公通]|真人[版秀演c]|电子[商信元产]"
)
_PLAIN = re.compile(rf"{DOMAIN}|{WAY_IN}|(?:{VAGUE})|\d{{3}}|\(")
_BESIDE = re.compile(rf"{CLAIM}|[·_]")
_SLOGANS = re.compile(SLOGAN)
_CLAIM_END = re.compile(rf"{CLAIM}\Z")
_OPENED = re.compile(f"[{re.escape(''.join(PAIRS))}][a-z0-9]{{0,6}}[\u3400-\u9fff]{{0,4}}\\Z")
_SOFT = re.compile("(?:平台|唯一|官方|线上|购彩|在线|最新)+\\Z")
_LONGEST = 12
_TRADING = re.compile("国际(?![机会社关化学贸大性象影上])")
_SOLD = re.compile(f"{DOMAIN}|{WAY_IN}|{CLAIM}")
_NUMBER = re.compile(r"[a-z]{1,4}\d\d|(?!(?:19|20)\d\d(?!\d))\d{3}")
_COUNTED = re.compile("[年月日人万亿个家名元多余米公强平千百座位吨台户场次只号辆杯届]")
_VENUE = re.compile("[\u3400-\u9fff]{1,2}[馆店楼阁居院吧园]")  # 江南1535茶馆
_OF = re.compile("[的是]")
_REAL = (
    "[市县区镇乡村省州队]|大学|学院|中学|小学|公司|集团(?!官网|app|登录|入口|平台|\\d)|"
    "俱乐部|股份|科技|文化|传媒|[日晚]报|电视|银行|酒店"
)
_REAL_END = re.compile(rf"{_LONGER.pattern}|{_REAL}")
_GAMBLERS = "精准资料|资料大全|资料免费大全|菠菜|网投|线路检测|国际娱乐|王中王"
OUTLETS = re.compile(
    "(?:央视|腾讯|新浪|搜狐|网易|新华|人民|中国|东方|凤凰|五星|咪咕|优酷|爱奇艺|抖音|快手|支付宝|微信|淘宝|京东|美团|滴滴|高德|百度|携程|钉钉|知乎|微博|云闪付)\\Z"
)
_ACTS = re.compile(
    "(?:商标|专利|扫一扫|扫码|点击|立即|点此|即可|直接|用户|账号|会员|网上|在线|线上|统一|自动|免费|请|可|需|要)\\Z"
)
# What leads to a way in that is nobody's, or an office's: 请在(官网下载), 她每天都(登录平台), 税务局(官网登录).
_LEADS = re.compile(
    "(?:[在从由于到向往以按用经把被给让对与们都就该本其局厅署委院校库]|在[新旧老]|(?:通|经)过|[点打]开|进入|登[录陆]|访问|使用|关注|[我你他她也都就再先又要能可会]上)\\Z"
)
_LATIN_OUTLETS = re.compile(r"cctv\d*|pptv|qq|nba|cba|fifa|bbc|espn|tvb|pp|keep|uefa|abc|fox|vr|ai|ip|app|ktv|\d+")
SLOT = frozenset(",、的。:;!?是”\n")
_ENDS = frozenset("站区县局院园厂队村校会部厅团所")
_STEM = 8.0
_GOVERNING = frozenset("从在把被向对将给让与和及于")


class Candidate(NamedTuple):
    """A stretch that may be a pasted brand, with offsets in the text; `strength` is strong, weak or shape."""

    start: int
    end: int
    strength: str
    spelled: bool = False
    sibling: bool = False

    def within(self, start: int, end: int) -> Candidate:
        """Return the candidate with wider bounds."""
        return self._replace(start=start, end=end)


def named(folded: str, hits: Sequence[Hit]) -> Iterator[Candidate]:
    """Yield the brands of the lexicon with what belongs to them behind and before."""
    end = 0
    for hit in hits:
        if hit.group == "brand" and not _inside_word(folded, hit) and not _is_longer(folded, hit):
            casino = folded.startswith(("娱乐场", "娱乐城"), hit.end - 2)
            trading = _TRADING.match(folded, hit.end) if hit.sort == "weak" else None
            first = trading.end() if trading else hit.end + casino
            if hit.end > end:  # what stands behind an earlier name is read once, or rows of names take squared time
                behind = BEHIND_NAME.match(folded, first)
                end = behind.end() if behind else first
            start = first_of(folded, hit.start)
            if hit.sort != "shared":
                yield Candidate(start, end, "weak" if casino and end == first else hit.sort)
            elif _is_claimed(folded, start, hit.end, end):
                yield Candidate(start, end, "weak")


def _is_claimed(folded: str, start: int, first: int, end: int) -> bool:
    """Tell whether what stands behind a common word makes it a brand: a number, a country, a way in at a slot."""
    behind = folded[first:end]
    sold = len(_SOLD.findall(behind))
    if folded[first - 1].isascii() or not behind:
        return sold > 0
    if _NUMBER.match(behind) and not (_COUNTED.match(folded, end) or _VENUE.match(folded, end)):
        return True
    return sold > 1 or behind[0] in "(·" or (sold > 0 and (not start or folded[start - 1] in SLOT))


def _inside_word(folded: str, hit: Hit) -> bool:
    """Tell a Latin name that is a piece of a longer one, such as `ag8` in `bag80`."""
    first, last = folded[hit.start], folded[hit.end - 1]
    before, after = folded[hit.start - 1 : hit.start], folded[hit.end : hit.end + 1]
    return (_latin(first) and _latin(before)) or (
        last.isalpha()
        and _latin(last)
        and after.isascii()
        and after.isalpha()
        and not folded.startswith("app", hit.end)
    )


def _is_longer(folded: str, hit: Hit) -> bool:
    """Tell a Han name that is the start of a longer one, such as 江南体育 in 江南体育馆; a casino is a brand too."""
    longer = not folded[hit.start].isascii() and bool(_LONGER.match(folded, hit.end - 2))
    return longer and not folded.startswith(("娱乐场", "娱乐城"), hit.end - 2)


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def shaped(folded: str, hits: Sequence[Hit]) -> Iterator[Candidate]:
    """Yield what has the shape of a brand with its tails: a stem that is no word, a trade, a way in."""
    done = name = -1
    for hit in hits:
        if hit.group == "brand" and hit.sort == "strong":
            name = hit.end
        if hit.group != "tail" or hit.start < done or hit.start == name:
            continue
        vague = re.match(VAGUE, folded[hit.start : hit.end])
        behind = BEHIND_NAME.match(folded, hit.end if vague else hit.start)
        end = behind.end() if behind else hit.end
        done = end
        first = _trade_start(folded, hit.start)
        if _LEADS.search(folded, max(0, first - 2), first):
            continue
        start = _bracketed(folded, first, end) or _stem_start(folded, first)
        start = max((i + 1 for i in range(start, first - 2) if folded[i] in _GOVERNING), default=start)
        if (
            start < first < end
            and not _LONGER.match(folded, end - 2)
            and _has_shape(folded[start:first], folded[first:end])
        ):
            yield Candidate(first_of(folded, start), end, "shape")


def _bracketed(folded: str, first: int, end: int) -> int:
    """Return where a name begins that fills a pair of brackets, or 0."""
    found = _OPENED.search(folded, max(0, first - _LONGEST), first)
    return found.start() + 1 if found and PAIRS[folded[found.start()]] == folded[end : end + 1] else 0


def _trade_start(folded: str, start: int) -> int:
    """Return where the tails of a name begin, with 平台, a country in brackets or a joint before the first."""
    soft = _SOFT.search(folded, max(0, start - 6), start)
    start = soft.start() if soft else start
    claim = _CLAIM_END.search(folded[max(0, start - 8) : start])
    start -= len(claim.group()) if claim else 0
    return start - (folded[start - 1 : start] in ("·", "_"))


def _stem_start(folded: str, end: int) -> int:
    """Return where the stem before a tail begins: at a slot, at a change of script, or where the rest reads best."""
    found = re.search(
        r"(?<![a-z0-9])(?:[a-z]{1,8}\d{0,5})?[\u3400-\u9fff]{0,7}\Z|(?<![\d.,])\d{3}\Z", folded[max(0, end - 20) : end]
    )
    if not found or not found.group():
        return end
    run = _OF.split(found.group())[-1]
    if not run:
        return end
    first = end - len(run)
    if run[0].isascii():
        return first
    for cut in range(end - 2, max(first, end - 5) - 1, -1):
        if cut == 0 or folded[cut - 1] in SLOT or folded[cut - 1] in _ENDS or folded[cut - 1] in "了着":
            return cut + 2 if end - cut >= 4 and is_word(folded[cut : cut + 2]) else cut
    left = max(0, end - 10)
    starts = range(max(first, end - 4), end - 1)
    return min(starts, key=lambda cut: cost(folded[left:cut]) + _STEM * (end - cut), default=end)


def _has_shape(stem: str, tails: str) -> bool:
    """Tell whether a stem with its tails names a platform: a trade and a way in, or a trade of gamblers."""
    latin = re.match(r"[a-z]*\d*", stem)
    prefix = latin.group() if latin else ""
    han = len(stem) - len(prefix)
    mixed = len(prefix) > 1 and 0 < han <= 3 and not _LATIN_OUTLETS.fullmatch(prefix)
    tails = _BESIDE.sub("", tails)
    vague = re.match(VAGUE, tails)
    domain = re.match(rf"(?:{VAGUE})?(?:{DOMAIN})", tails)
    ways = len(set(re.findall(WAY_IN, tails)))
    if is_word(stem) or OUTLETS.search(stem) or _ACTS.search(stem):
        return ways >= 2 and bool(domain or vague)
    numbered = bool(re.search(r"\d{3,}", tails + prefix))
    lettered = re.search(r"[a-z]{2,}\Z", _SLOGANS.sub("", tails))
    odd = mixed or numbered or lettered or (not han and not _LATIN_OUTLETS.fullmatch(stem))
    if (domain and odd) or re.search(_GAMBLERS, tails):
        return True
    return ways >= 2 or (ways == 1 and bool(domain or vague or mixed)) or (bool(vague) and mixed and numbered)


def stem_of(name: str) -> str:
    """Return what a name is without its trade, its ways in and its numbers; nothing where it is a word.

    >>> [stem_of(name) for name in ("泊鲸体育app下载", "泊鲸官网", "城市体育")]
    ['泊鲸', '泊鲸', '']
    """
    stem = _PLAIN.split(name, maxsplit=1)[0]
    return "" if len(stem) < 2 or is_word(stem) or OUTLETS.search(stem) or _ACTS.search(stem) else stem


def is_real(folded: str, stem: str) -> bool:
    """Tell a stem that the page writes of as a place, a firm or a hall somewhere: 青江(体育馆)."""
    at = folded.find(stem)
    while at >= 0:
        if _REAL_END.match(folded, at + len(stem)):
            return True
        at = folded.find(stem, at + 1)
    return False


def _is_behind(shape: Candidate, name: Candidate) -> bool:
    """Tell a shape that begins at the end of another name, or inside a sure one: what is behind is read with that."""
    return shape.start == name.end or (name.strength != "shape" and name.start < shape.start < name.end)


def joined(candidates: list[Candidate]) -> list[Candidate]:
    """Join candidates that overlap or touch: the strongest names the whole."""
    rank = {"strong": 0, "weak": 1, "shape": 2}
    whole: list[Candidate] = []
    for candidate in sorted(candidates):
        if whole and candidate.strength == "shape" and not candidate.spelled and _is_behind(candidate, whole[-1]):
            continue
        if whole and candidate.start <= whole[-1].end:
            last = whole.pop()
            if last.strength == "shape" and candidate.sibling and not last.sibling and not last.spelled:
                last = candidate  # where its stem recurs, that tells where a name begins
            strength = min(last.strength, candidate.strength, key=rank.__getitem__)
            spelled = last.spelled or candidate.spelled
            sibling = last.sibling or candidate.sibling
            candidate = Candidate(last.start, max(last.end, candidate.end), strength, spelled, sibling)
        whole.append(candidate)
    return whole
