"""Flags for what was taken out of a text or twisted in it: nothing here can be mended without inventing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclean.find.tables import rows
from newsclean.model import Flag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.matching import Page

_NUMBER = r"\d一二三四五六七八九十百千万亿几两数半多零〇某每各余好"
_GONE = re.compile(
    rf"(?P<rest>[^{_NUMBER}其剩业多盈富空结节之有无年月日冗残公](?:余(?:人次|人(?!员|口|力|才|生|物|们|类|群|家|均|民|数|选)|万元|亿元|万人|件|户|名|亩|公里|场次|项|家|套|吨)))"
    r"|(?P<unit>(?:问题|建议|意见|提案|纠纷|矛盾|隐患|实事|线索|诉求|投诉)(?:件|余件|条|起|项|个)(?=[,。;、!]))"
    r"|(?P<crowd>(?:群众|党员|干部|志愿者|学生|市民|居民|职工|游客|企业|农户|贫困户)(?:人次|余名|余户|余家|多名|多户|名(?=[,。;、])|户(?=[,。;])))"
    r"|(?P<money>(?:资金|投资|投入|产值|收入|贷款|善款|捐款|利润|总额|补贴)(?:达|约|近|超|共|超过|共计|累计)?(?:万元|亿元|余万元|多万元))"
    r"|(?P<rate>(?:增长|下降|提高|达到|占比|降低|上升|完成率达?|满意率达?|覆盖率达?)%)"
    rf"|(?P<date>(?<![{_NUMBER}])年月日|(?<=[,。;:于在自至到])月日|(?:上午|下午|凌晨|晚上)时许)"
    r"|(?P<order>(?:第届|第次|第期|第批|第轮)(?!一))"
)
_WEAK = re.compile(
    r"(?:投入|投资|资金|捐款|收入)近(?:万|亿)元|(?:参与|惠及|覆盖|吸引)[\u3400-\u9fff]{2,6}近(?:万|千|百)人次"
)
_SPUN = re.compile(
    "克日|事情职员|职员治理|治理职员|都会建立|都会生长|经济生长|生长计划|生长战略|生长理念|手艺职员|手艺立异|科技立异|立异驱动|科学手艺|产物质量|办事质量|"
    "办事职员|效劳大众|门生家长|起劲开展|起劲推进|起劲推动|踊跃开展|已经天生|散漫(?:雷雨|阵雨|降雨)|天下各地区|事情会议|事情陈诉|事情报告会|党建事情|"
    "构造部|下层党建|下层治理|下层党组织|出产运营|黎民群众|泛博(?:党员|群众|干部|市民)|增强(?:构造|指导)建立|党风廉政建立|本钱市场化|获得感晋升|连续晋升"
)
_UNFINISHED = re.compile(r"[\u3400-\u9fff,、;:(“《]$")
_FOOTER = re.compile("本站|本网|版权|投资|转载|编辑|记者")
_STOP = re.compile("[。!?]")


def find_damage(page: Page) -> list[Flag]:
    """Flag numbers stripped out, words twisted or spun, and a text that breaks off; nothing is changed.

    `stripped_number`, `homophone`, `spun_text` and `truncated`, each with what it was seen by.

    >>> from newsclean.matching import read_page
    >>> [(flag.flag, flag.detail) for flag in find_damage(read_page("开展活动20余场,参与党员群众余人次。"))]
    [('stripped_number', '众余人次')]
    """
    return sorted(
        [*_stripped(page), *_homophones(page), *_spun(page), *_truncated(page)],
        key=lambda flag: (flag.start, flag.flag),
    )


def _flag(page: Page, name: str, start: int, end: int) -> Flag:
    return Flag(name, start, end, page.text[start:end])


def _stripped(page: Page) -> Iterator[Flag]:
    """Flag units without their number; what may also be good Chinese (近万元) only beside a sure case."""
    sure = [found.span() for found in _GONE.finditer(page.folded)]
    if sure:
        weak = [found.span() for found in _WEAK.finditer(page.folded)]
        yield from (_flag(page, "stripped_number", *span) for span in sure + weak)


def _homophones(page: Page) -> Iterator[Flag]:
    pattern = _homophone_pattern()
    found = [each.span() for each in pattern.finditer(page.folded)]
    yield from (_flag(page, "homophone", *span) for span in found)


@cache
def _homophone_pattern() -> re.Pattern[str]:
    return re.compile("|".join(row[0] for row in rows("homophones")))


def _spun(page: Page) -> Iterator[Flag]:
    """Flag a page on which two and more different words are synonyms that no writer would choose there."""
    found = list(_SPUN.finditer(page.folded))
    if len({each.group() for each in found}) >= 2:
        yield from (_flag(page, "spun_text", *each.span()) for each in found)


def _truncated(page: Page) -> Iterator[Flag]:
    """Flag the last long line where it stops inside a sentence."""
    line = next((line for line in reversed(page.lines) if len(line.folded) >= 60 and "," in line.folded), None)
    if (
        line
        and _UNFINISHED.search(line.folded)
        and not _FOOTER.search(line.folded)
        and _STOP.search(page.folded, 0, line.end)
    ):
        yield Flag("truncated", line.end - 1, line.end, line.text[-12:])
