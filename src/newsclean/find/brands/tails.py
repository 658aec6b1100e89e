"""What stands around the core of a pasted name: trades, ways in, spellings in brackets, slogans, decorations."""

from __future__ import annotations

import re
from functools import cache

from newsclean.find.tables import rows

WAY_IN = (
    r"官方网站|官网|官方版|入口|app|登录|登陆|注册|下载|手机版|网页版|安卓版|苹果版|最新版|最新网址|网址|客户端|"
    r"体验金|开户|游戏大厅|百科|平台|-?no\.1|线路检测中心|线路检测|总站|盘口|网投|备用网址|一触即发|天生赢家"
)
_BEHIND = (
    "代码|(?<=[a-z0-9])网站|直营(?!店)|国际站|(?<=\\d)线路|模拟器|试玩|(?<=下载)安装|正网|电脑版|精装版|通用版|老虎机|麻将|夺宝|购彩中心|ios|安卓|手机(?=app)|"
    "亚洲国际|诚信至上|爆料|交易所|钱包"
)
"""What is a tail only behind a name."""
DOMAIN = (
    "精准资料|资料大全|资料免费大全|竞猜|菠菜|王中王|国际娱乐|娱乐城|娱乐场|球友会|旗舰厅|"
    "体育|娱乐|棋牌|电竞|真人|彩票|视讯|投注|百家乐|捕鱼|赌场"
)
VAGUE = "国际|电子|游戏|会员|在线|官方|精准|最新|免费|足球|篮球|手机|备用|正版"
SLOGAN = "人生就是[搏博]|金字招牌|信誉[至之]上|信誉第一|大舞台|扑克之星|麻将胡了"
CLAIM = r"\((?:中国|官方)[^()\n]{0,4}\)"
OF_SPORT = (
    "体育(?:[馆场局报台系课教部生]|中[心学]|学[院校生科家]|用[品具]|项目|老师|频道|产业|事业|总[局会台经裁]|公[园司])"
)
_OF_A_WORD = f"{OF_SPORT}|娱乐[圈新业]|真人[版秀演]|平台[期经]"
MORE = (
    rf"(?!{_OF_A_WORD})(?:{DOMAIN}|{WAY_IN}|{_BEHIND}|{SLOGAN}|(?:{VAGUE})(?={DOMAIN}|{WAY_IN}|{SLOGAN}|\d{{3}})|v\d+(?:\.\d+)*|\d+(?:\.\d+)+(?={WAY_IN})"
    rf"|\d{{3,}}(?:[a-z]{{0,3}}|[a-z]{{2,4}}\d{{2,5}})(?![\da-z]|[年月日,./-]\d|[年月日人万亿个家名元])|{CLAIM}|\([a-z]{{2,12}}\d{{0,3}}\)"
    rf"|全站|集团(?=官网|app|登录|入口|\d{{3}})|(?:综合|竞技)(?={DOMAIN}|{WAY_IN}|\())"
)
GAMBLING = re.compile(
    "娱乐城|棋牌|真人|彩票|投注|赌|百家乐|捕鱼|精准|一肖|一码|中特|开奖|时时彩|快三|国际娱乐|竞猜|菠菜|线路检测|网投|盘口|老虎机|六合彩|牛牛|王中王|游戏大厅"
)
_LATIN = r"(?:[a-z]{2,9}\d{0,5}|[a-z]\d{1,4})(?:[a-z]{0,2}|com|net|vip)(?![a-z0-9]|\s[a-z])"
_JOINED = rf"[·_|./-](?:中国|(?={MORE}|{_LATIN}))|\s(?={DOMAIN}|{WAY_IN})"
_OFFICIAL = r"(?<=[)a-z])官方(?![\u3400-\u9fff]{0,2}(?:表示|发布|公布|宣布|回应|称))"
BEHIND_NAME = re.compile(rf"(?:{MORE}|{_LATIN}|{_JOINED}|{_OFFICIAL})*")
_BARE_TRADE = "国际(?![机会社关化学贸])|电子游戏|电子(?![商信元产])|游戏|线上|在线|综合|竞技|购彩|直播"
_LOOSE = (
    "官方(?!表示|发布|公布|宣布|回应|称)|唯一(?=官)|全站|博彩|下注|(?<=[育乐牌竞票])(?:在线|直播)|首页(?![\u3400-\u9fff])|"
    "计划(?=官|app|网|平台|群|[^\u3400-\u9fff]|$)|彩(?=官|app|网|平台|登|注|下载|计划)|会(?=官|app|登|注|平台)|"
    "集团(?=官|app|登录|入口|平台)|(?<=[)])有限公司|有限公司(?=官)|中国(?=官|[-_|】\n]|$)|大全|"
    r"(?<=[票育乐牌彩])网(?![络上友站红购民点吧格校课约警])"
)
_SURE = f"{MORE}|{_LATIN}|{_JOINED}|{_LOOSE}"
BEHIND_SURE = re.compile(rf"(?:{_SURE}|{_BARE_TRADE})(?:{_SURE})*")
"""What belongs to a stem that is known to be pasted: also words that a sentence might hold, such as 国际 and 在线."""
MORE_TAILS = re.compile(rf"(?:{_SURE})*")
CLAIM_ALONE = re.compile(rf"{CLAIM}(?:{DOMAIN}|{WAY_IN}|有限公司|集团)+")

TAIL = re.compile(f"{DOMAIN}|{WAY_IN}|{_BEHIND}|国际\\Z")
_WAYS = re.compile(WAY_IN)
_TRADES = re.compile(DOMAIN)
_CLAIMED = re.compile(rf"{CLAIM}|\d{{3}}|全站")
_NUMBERED = re.compile("[a-z]{1,4}\\d{2,}[\u3400-\u9fff]|[\u3400-\u9fff][a-z]{0,3}\\d{3,}")
_BEFORE = re.compile(
    r"(?:(?<![a-z0-9])(?:[a-z] ){1,4}|(?<![a-z0-9])(?:[a-z]-)?[a-z]{1,8}\d{0,4}·?"
    r"|(?<![a-z0-9.:/-])\d{2,4}(?:[a-z]{2,3})?)\Z"
)
_PLACE = re.compile(r"(?:澳门|香港)[·]?\Z")
PAIRS = {"【": "】", "[": "]", "(": ")", "〖": "〗", "〔": "〕", "{": "}", "“": "”", "‘": "’", "《": "》", "<": ">"}
_QUOTES = "“‘《<"
_DECORATION = re.compile(r"[☆★✦✧◆◇■□●○▲△▼▽※♠♣♥♦\u2600-\u27bf\U0001f300-\U0001faff\ufe0f\u200d]")
_BARE = re.compile(rf"(?<!爱)游戏|{DOMAIN}|{WAY_IN}|{VAGUE.replace('|游戏', '')}|[^\u3400-\u9fff]+|综合|全站|集团|公司")


def is_rich(name: str) -> bool:
    """Tell a form that is searched for and not written: two ways in, a game with a way in, a country in brackets.

    >>> [is_rich(name) for name in ("泊鲸体育官网登录入口", "泊鲸棋牌app", "泊鲸体育官网", "泊鲸国际")]
    [True, True, False, False]
    """
    ways = _WAYS.findall(name)
    return (
        len(ways) > 1
        or bool(_NUMBERED.search(name) or (ways and GAMBLING.search(name)))
        or bool(_CLAIMED.search(name) and (ways or _TRADES.search(name)))
    )


def core(name: str) -> str:
    """Return what a name is without its trades, ways in, letters and signs.

    >>> core("爱游戏(ayx)app登录"), core("pg电子")
    ('爱游戏', '')
    """
    return _BARE.sub("", name)


@cache
def _stems() -> frozenset[str]:
    """Return what the sure names of the lexicon begin with, without their trades: 乐鱼, 开元."""
    return frozenset(stem for name, sort in rows("brands") if sort == "strong" and len(stem := core(name)) in (2, 3))


def first_of(folded: str, start: int) -> int:
    """Return where a name begins, with letters, numbers and a second name before it: 88, K Y, 开元, 澳门.

    >>> [text[first_of(text, 3) :] for text in ("了88必发", "开元k棋牌", "在澳门新葡京")]
    ['88必发', '开元k棋牌', '澳门新葡京']
    """
    before = _BEFORE.search(folded[max(0, start - 14) : start])
    start -= len(before.group()) if before else 0
    joint = start - (folded[start - 1 : start] in ("·", "-", "_"))
    if folded[start : start + 1].isascii() or joint < start:
        size = next((n for n in (3, 2) if joint >= n and folded[joint - n : joint] in _stems()), 0)
        start = joint - size if size else start
    place = _PLACE.search(folded[max(0, start - 3) : start])
    return start - len(place.group()) if place else start


def closed(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return a name with the brackets and decorations around it; quotation marks only where a tail follows them.

    >>> text = "的[ag真人]入口广场"
    >>> text[slice(*closed(text, 2, 6))]
    '[ag真人]入口'
    """
    while start and end < len(folded) and PAIRS.get(folded[start - 1]) == folded[end]:
        behind = BEHIND_NAME.match(folded, end + 1)
        tail = behind.end() if behind else end + 1
        if folded[start - 1] in _QUOTES and tail == end + 1:
            break
        start, end = start - 1, tail
    while start and _DECORATION.match(folded, start - 1):
        start -= 1
    while _DECORATION.match(folded, end):
        end += 1
    return start, end
