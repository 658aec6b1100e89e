"""The vocabulary of credits: roles, outlets, places, surnames, and the furniture that stands among them.

Everything here is in folded form (`newsclean.matching.fold`). Tables are read once, when first needed.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

HAN = "\u3400-\u9fff\N{IDEOGRAPHIC NUMBER ZERO}\N{WHITE CIRCLE}\U00020000-\U0002ffff"
SLASH = "/╱∕⁄"
_TABLES = Path(__file__).parent.parent / "data" / "tables"


def _rows(name: str) -> list[str]:
    lines = (_TABLES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _words(name: str) -> frozenset[str]:
    return frozenset(word for row in _rows(name) for word in row.split())


@cache
def roles() -> dict[str, tuple[str, str]]:
    """Return each role word's field and sort: bare, colon, slash or outlet."""
    table = (row.split("\t") for row in _rows("roles.tsv"))
    return {word: (field, sort) for word, field, sort in table}


@cache
def surnames() -> dict[str, str]:
    """Return each surname's kind: common, rare or compound."""
    return dict(row.split("\t", 1) for row in _rows("surnames.tsv"))


@cache
def not_names() -> frozenset[str]:
    """Return the words that begin like a name and are none."""
    return _words("not_names.txt")


@cache
def places() -> frozenset[str]:
    """Return the places that follow a reporter's name without a mark."""
    return _words("places.txt")


@cache
def known_outlets() -> frozenset[str]:
    """Return the outlets that do not end like one."""
    return _words("outlets.txt")


@cache
def role_pattern() -> re.Pattern[str]:
    """Return the pattern of a role word with the qualifiers before it; the longest word wins."""
    names = sorted(roles(), key=len, reverse=True)
    return re.compile(f"(?P<qualifiers>(?:{QUALIFIER})*)(?P<role>{'|'.join(map(re.escape, names))})")


QUALIFIER = (
    "本报|本网|本刊|本台|本社|本站|本版|我报|我台|我社|记者站|特约|见习|实习|首席|高级|资深|全媒体|融媒体?|多媒体|特派|"
    f"驻[{HAN}]{{1,6}}?|文字|摄影|视频|客户端|兼职|新媒体|职工|校园|小|学生|大学生|值班|前方|通讯|专题|深度|评论|专栏|轮值|"
    "政务|时政|财经|体育|文娱|产经|国际|社会"
)

OUTLET_END = re.compile(
    "(?:网站?|报|社|通讯社|电视台|电台|广播台|总台|卫视|杂志|周刊|周报|月刊|双月刊|半月刊|学报|新闻|新闻社|客户端|公众号|微信|微博|视频号|"
    "头条号?|百家号|在线|频道|财经|之声|之家|传媒|新媒体|全媒体|融媒|融媒体|融媒体中心|融媒中心|新闻中心|新闻部|新闻组|报业|资讯|财讯|热线|发布|日报|论坛|观察|"
    "科技|体育|娱乐|证券|播报|快讯|早知道|号外|政务|澎湃号|号|博客|通讯|中心|家电频道|视窗|都市报道|[a-z0-9-]+\\.(?:com|cn|net|org|tw|hk))"
    "[”》)\\]】]?$"
)
AGENCY_END = (
    "通讯社|新闻社|电视台|广播电台|电台|广播|总台|卫视|日报|晚报|早报|晨报|时报|快报|商报|周报|导报|都市报|学报|新闻网|网站|新闻|网|报|社|"
    "周刊|杂志|客户端|融媒体中心|融媒体?|融媒中心|全媒体|新媒体|在线|之声|财经|科技|体育|娱乐|证券|教育|汽车|房产|频道|传媒|视窗|热线|资讯|财讯|发布|频道"
)

CHROME = re.compile(
    r"(?:https?://[\x21-\x7e]*?(?=(?:19|20)\d\d[-年/.]|[^\x21-\x7e]|$)|www\.[\x21-\x7e]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org|tw|hk)(?:\.[a-z]{2})?(?![a-z0-9])|"
    r"(?:调整|选择)?(?:字号|字体|字型)(?:大小)?[: ]*(?:[\[(【]?(?:[特超加]?大|标准|默认|正常|中|特?小|t|a[+-]?)[\])】]?[ |/,、]*)*|"
    r"[\[(【] *大[ |,、]*中[ |,、]*小 *[\])】]|(?:大 +中 +小)|[t|] +[t|](?: +[t|])?|a- +a +a\+|"
    r"(?:浏览|阅读|点击|访问|查看|观看|关注|播放|人气|热度|点赞|转发|推荐|评论|收藏|跟帖|回复|浏览量)(?:次数|人数|数量|量|数|率)? *[:(]* *\d*[\d,.]*[万k+]*(?: *次| *人)?\)?|"
    r"(?:已有|共有|共)? *\d+ *(?:人|条|次|位)(?:阅读|参与|评论|浏览|跟帖|点击|网友评论|网友)+(?: *\d+ *条?评论)?|(?:已有|共有)评论 *\d+ *条?|"
    r"(?:参与互动|我来说两句|我要评论|我要说两句|我要评|发表评论|我要发言|网友评论|评论|留言|参与评论|发表看法|写评论|查看评论|共有评论) *(?:\(\d*(?:人参与)?\)|\d+条?)?|"
    r"\(\d+(?:人参与|条评论|评论)?\)|"
    r"手机看新闻|复制链接|复制网址|纠错|我要纠错|举报|我要反馈|我要投稿|打印(?:本[页文])?|列印|关闭(?:窗口|本页)?|收藏(?:本文)?|"
    r"分享(?:到|至|文章)?[: ]*(?:微信|微博|qq空间|qq|朋友圈|新浪微博|[ ,、])*|转发(?:至|到)?|\[微博\]|\(微博\)|原创作者|优质原创作者|原创|独家|首发|转载|版权声明|编译|"
    r"小字号|大字号|繁体|简体|进入论坛|放大|缩小|保存|推荐给?朋友|扫码|听新闻|语音播报|视力保护色|责编热线|更多|正文|"
    r"个?人?微信|微博|新浪微博|腾讯微博|qq空间|qq|facebook|twitter|line|whatsapp|分享)"
)
