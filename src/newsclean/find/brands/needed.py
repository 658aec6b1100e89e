"""Whether a sentence needs the name that stands in it: as its object, as its subject, as the owner of the next word.

A name that was pasted stands where the sentence goes on without it. An honest one is asked for by a verb or preposition
(打开, 向), owns what follows (的, 股价), or is what a clause on firms, courts, matches and police speaks of.
"""

from __future__ import annotations

import re

from newsclean.find.brands.candidates import SLOT
from newsclean.find.junctions import leads, leads_first, opens

_ASKS = re.compile(
    r"(?:登录|登陆|通过|打开|下载|进入|访问|关注|使用|搜索|名为|名叫|叫做|称为|安装|注册|旗下|包括|例如|比如|对阵|战胜|击败|迎战|加盟|客场|主场|收购|起诉|"
    r"[与和跟及等款叫名称如])$|[“‘《<(]$"
)
_OWNED = re.compile(
    r"[”’》>)]|[的]|表示|时,|发布|公布|显示|宣布|推出|公司|集团|股份|酒店|大厦|广场|度假|大桥|机场|战队|俱乐部|队|选手|品牌|旗下|方面|官方|负责人|创始人|"
    r"总裁|董事|总经理|高管|老板|员工|职工|客服|工作人员|客户|总部|门店|仓库|招牌|字样|标[志识]|商标|广告|股[价票东权]|服务器|后台|域名|页面|账[号户]|"
    r"会员|倒闭|名[义下]|楼[上下顶]|市场|业务|用户|玩家|上线|下架|案|团伙|网站|[量率]|界面|人数|次数|等[,。、\d]|[,。、;:!?]|$"
)
_LINKS = re.compile(r"[在将是已为于与和有及也还会被由把给向称说之上中里内外对跟到曾并获可能以因等][^的]")
_ON_FIRMS = re.compile(
    "服务器|域名|客服|充值|提现|后台|负责人|资质|赞助|冠名|球衣|商标|判决|上诉|起诉|原告|被告|诉称|辩称|赔偿|账户|股|营收|营业收入|利润|亏损|挂牌|上市|"
    "收购|出售|估值|子公司|年报|业务|下架|整改|罚款|罚单|牌照|约谈|虚假|通报|声明|否认|回应|员工|离职|加班|裁员|招聘|录用|工资|创始人|总部|办公|办事处|"
    "用户|注册|会员|上线|下载|页面|安装包|漏洞|宕机|封禁|算法|协议|展台|签约|签订|签下|合同|合作|解约|晋级|决赛|对手|积分|战胜|教练|消费者|投诉|举报|"
    "涉嫌|警方|民警|犯罪|查获|刑拘|刑事|运营|营业|停业|停产|倒闭|老板|经理|招牌|广告|软件|黑客|检方|税务|中标|招标|技术支持|审计|监管|传闻|曝光"
)
_GOES_ON = re.compile(
    "并(?![不未非没无])|[该此我你]|导致|以便|从而"
)  # with what was said before, or with another subject
_REPORTS = re.compile(
    "(?:[说称道]|透露|显示|表示|介绍|认为|指出|猜测|提到|披露|承认|强调|发现|查到|得知|获悉|宣布)[,:“]+$"
)
_HAS_SUBJECT = re.compile("[\u3400-\u9fff]{2,8}?(?:将|已|会|是|要|正在|在|被|把|曾|可以|能|还|也|都)")
_ASKED = re.compile("为什么|为何|究竟|到底|是不是|是否|还是一")
_BEGINS = frozenset(",。:;!?”\n")
_ENDS = re.compile("[。!?\n]")
_CLAUSE_ENDS = re.compile("[,。;!?\n]")
_HAN = re.compile("[\u3400-\u9fff“《]")
_BEFORE, _BEHIND = 12, 30  # characters of a clause that are read
_ADVERBIAL = 7  # characters of what stands before a subject: nothing, 去年底, 消息传出后


def is_object(folded: str, start: int) -> bool:
    """Tell whether what stands before a name asks for it: a verb of using and meeting, 与, an opening quotation mark.

    >>> is_object("记者登录乐鱼", 4), is_object("上午,乐鱼", 3)
    (True, False)
    """
    return bool(_ASKS.search(folded[max(0, start - 4) : start]))


def is_led_to(folded: str, start: int) -> bool:
    """Tell whether any verb, preposition or numeral stands before a name.

    >>> is_led_to("冻结了乐鱼", 3), is_led_to("工业园区乐鱼", 4)
    (True, False)
    """
    return start > 0 and folded[start - 1] not in SLOT and leads(folded, start)


def is_owner(folded: str, end: int) -> bool:
    """Tell whether what stands behind a name is its own, or ends the clause: 的, 股价, 宣布.

    >>> is_owner("乐鱼的创始人", 2), is_owner("乐鱼跳板", 2)
    (True, False)
    """
    return bool(_OWNED.match(folded, end))


def stands_apart(folded: str, end: int) -> bool:
    """Tell whether nothing links a name to the words behind it."""
    return bool(_HAN.match(folded, end) and not _OWNED.match(folded, end) and not _LINKS.match(folded, end))


def is_subject(folded: str, start: int, end: int) -> bool:
    """Tell whether a name is what its clause speaks of: one on firms, or one that has no other subject.

    >>> text = "合同到期后,乐鱼不再担任赞助商。名山、乐鱼飞地园区连成一片。"
    >>> is_subject(text, 6, 8), is_subject(text, 19, 21)
    (True, False)
    """
    left = folded[max(0, start - _BEFORE) : start].rstrip(" ")
    if (left and left[-1] not in _BEGINS) or _GOES_ON.match(folded, end):
        return False
    before = _ENDS.split(left)[-1]
    clause = _CLAUSE_ENDS.split(folded[end : end + _BEHIND], maxsplit=1)[0]
    if _ON_FIRMS.search(before) or _ON_FIRMS.search(clause):
        return True
    lacks_subject = len(before) <= _ADVERBIAL or _REPORTS.search(before)
    if not lacks_subject or _ASKED.match(clause):
        return bool(lacks_subject)
    return opens(folded, end) < 1 and (leads_first(clause) or not _HAS_SUBJECT.match(clause))
