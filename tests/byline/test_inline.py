"""Credits that share a paragraph with body text."""

from __future__ import annotations

import pytest

from newsclean.byline import find_inline
from newsclean.matching import fold

DATELINES = [
    # the whole opening, what follows, agency | place | date, people
    ("新华社北京8月1日电(记者周远航、林晓)", "渔船回港。", "新华社|北京|8月1日", "周远航 林晓"),
    ("新华社北京8月1日电 （记者 周远航）", "渔船回港。", "新华社|北京|8月1日", "周远航"),
    ("中新社北京1月12日电 (记者 于立 陈建) ", "今年将加强防治。", "中新社|北京|1月12日", "于立 陈建"),
    ("中新网1月17日电 ", "新规昨天公布。", "中新网||1月17日", ""),
    ("中新網蘭州1月11日電 (周遠航)", "渔船回港。", "中新網|蘭州|1月11日", "周遠航"),
    ("新华社湛江9月14日电（海平）", "一头幼鲸搁浅。", "新华社|湛江|9月14日", "海平"),
    ("人民网上海12月15日电（记者周远航）", "渔船回港。", "人民网|上海|12月15日", "周远航"),
    ("新华社里约热内卢1月10日电 ", "综述：看点不少", "新华社|里约热内卢|1月10日", ""),
    ("中評社北京1月9日電／", "8日，漁船回港。", "中評社|北京|1月9日", ""),
    ("大眾網棗莊8月15日訊(記者 周遠航)", "“我們在這裡。”", "大眾網|棗莊|8月15日", "周遠航"),
    ("海滨日报12月15日讯(记者 周远航 通讯员 林晓)", "24.77米！水位回升。", "海滨日报||12月15日", "周远航 林晓"),
    ("海滨日报·新海滨客户端3月2日讯（记者 周远航）", "渔船回港。", "海滨日报·新海滨客户端||3月2日", "周远航"),
    ("本报明湖8月3日讯 ", "记者从市里获悉，渔船回港。", "|明湖|8月3日", ""),
    ("中广网北京1月12日消息 ", "据经济之声报道，渔船回港。", "中广网|北京|1月12日", ""),
    ("东方网记者周远航5月13日报道：", "渔船回港。", "东方网||5月13日", "周远航"),
    ("（中央社記者周遠航台北11日電）", "漁船回港。", "中央社|台北|11日", "周遠航"),
    ("（法新社羅馬19日電） ", "網球好手今天過關。", "法新社|羅馬|19日", ""),
    ("（吉隆坡3日讯）", "警方今天说明案情。", "|吉隆坡|3日", ""),
    ("中新网 北京7月13日电 ", "13日，渔船回港。", "中新网|北京|7月13日", ""),
    ("人民网 西安7月13日电（记者 周远航）", "渔船回港。", "人民网|西安|7月13日", "周远航"),
    ("新华社 北京 7月13日电 ", "13日，渔船回港。", "新华社|北京|7月13日", ""),
    ("红网时刻7月13日讯（记者 周远航）", "渔船回港。", "红网时刻||7月13日", "周远航"),
    # 讯 and the like state no dateline
    ("本报讯(记者 周远航)", "渔船回港。", None, "周远航"),
    ("本报讯 ", "渔船昨天回港。", None, ""),
    ("本報訊 (記者周遠航)", "漁船回港。", None, "周遠航"),
    ("本报讯(记者 通讯员 周远航 林晓)", "渔船回港。", None, "周远航 林晓"),
    ("【本報訊】", "漁船回港。", None, ""),
    ("【明報專訊】", "漁船回港。", None, ""),
    ("〔記者周遠航/台北報導〕", "漁船回港。", None, "周遠航"),
    ("【海濱醒報記者周遠航台北報導】", "漁船回港。", None, "周遠航"),
    ("記者周遠航／澎湖報導", "漁船回港，燈塔熄燈。", None, "周遠航"),
    ("〔中央社〕", "漁船回港。", None, ""),
    ("【《海滨》综合报道】", "据外媒报道，渔船回港。", None, ""),
    ("央视网消息:", "据报道，渔船回港。", None, ""),
    ("央视网消息(新闻联播):", "据报道，渔船回港。", None, ""),
    ("海滨晚报讯 记者周远航报道：", "渔船回港。", None, "周远航"),
    ("海滨网讯 实习生林晓、记者周远航报道：", "渔船回港。", None, "林晓 周远航"),
    ("福州新聞網訊，", "漁船回港。", None, ""),
    ("新浪科技讯 ", "北京时间1月16日下午消息，渔船回港。", None, ""),
    ("新京报快讯（记者 周远航）", "今日渔船回港。", None, "周远航"),
    ("香港文匯報訊（記者　周遠）", "漁船回港。", None, "周遠"),
    ("本站讯（职工通讯员 周远航 林晓）", "渔船回港。", None, "周远航 林晓"),
    ("（记者 周远航）", "渔船昨天回港。", None, "周远航"),
    ("海滨网(记者 周远航)8月1日报道 ", "渔船回港。", "海滨网||8月1日", "周远航"),
    ("海滨社(北京,记者 周远航)讯,", "渔船回港。", None, "周远航"),
    ("【香港中通社8月1日電】", "漁船回港。", "香港中通社||8月1日", ""),
    ("【海滨网报道 记者 周远航】", "渔船回港。", None, "周远航"),
    ("〔即時新聞／綜合報導〕", "漁船回港。", None, ""),
    ("（綜合報導）", "漁船回港。", None, ""),
    ("IT之家 8 月 1 日消息，", "渔船直播走红。", "IT之家||8 月 1 日", ""),
    ("本报讯记者周远航报道：", "渔船回港。", None, "周远航"),
]


@pytest.mark.parametrize(("opening", "body", "dateline", "people"), DATELINES)
def test_a_dateline_opens_a_paragraph(opening: str, body: str, dateline: str | None, people: str) -> None:
    line = opening + body
    found = [part for part in find_inline(line, fold(line)) if part.start == 0]
    assert [line[part.start : part.end] for part in found] == [opening]
    stated = found[0].dateline
    assert (stated and "|".join([stated.agency or "", stated.place or "", stated.date or ""])) == dateline
    assert " ".join(v.value for v in found[0].values if v.field not in ("agency", "outlet")) == people


@pytest.mark.parametrize(
    "line",
    [
        "据新华社北京8月1日电，渔船昨天回港。",
        "江南日报 张明8月1日电话采访了渔民。",
        "据新华社电 渔船昨天回港。",
        "新华社8月1日电视直播了渔船回港的画面。",
        "新华社北京8月1日电的那篇通稿，他背得下来。",
        "新华社记者走进石油小城，看见渔船回港。",
        "中国移动8月1日消息人士说，渔船回港。",
        "昨日(12月8日)渔船回港，码头热闹。",
        "深圳市中级人民法院12月5日向媒体透露，渔船回港。",
        "记者9日从海洋局获悉，渔船回港。",
        "记者在现场看到，渔船回港。",
        "本报信息中心的同事说，渔船回港。",
        "海滨网讯息部的同事说，渔船回港。",
        "消息一出，舆论哗然。",
        "市城管局昨天发布消息，渔船回港。",
        "市气象台今晨发布消息：渔船宜早回港。",
        "村委会昨天传来消息，渔船回港。",
        "【短视频文化现象观察】渔船回港的画面刷屏。",
        "【事件】渔船昨天回港。",
        "（一）完成码头改造，渔船回港。",
        "（李先生今年五十岁）他说渔船回港了。",
        "编者按：渔船回港，码头热闹。",
        "北京时间8月1日消息，渔船回港。",
        "周四(12月15日)早盘，渔船回港。",
        "电影讲述了渔船回港的故事。",
    ],
)
def test_a_sentence_that_resembles_a_dateline_stays(line: str) -> None:
    assert find_inline(line, fold(line)) == []


CLOSINGS = [
    ("夜班公交将试运行三个月。", "(记者 周远航)责任编辑:林晓", "周远航 林晓"),
    ("渔船昨天回港。", "(记者周远航)", "周远航"),
    ("渔船昨天回港。", "（完）", ""),
    ("渔船昨天回港。", "(完)", ""),
    ("水耗下降3%。", "完", ""),
    ("渔船昨天回港。", "记者周远航", "周远航"),
    ("渔船昨天回港。", " (本文来源：海滨日报 作者：周远航)", "海滨日报 周远航"),
    ("渔船昨天回港。", "■作者:周远航林晓■编辑:陈默", "周远航 林晓 陈默"),
    ("渔船昨天回港。", "文/周远航 图/林晓", "周远航 林晓"),
    ("渔船昨天回港。", "（文/图 周远航）", "周远航 周远航"),
    ("渔船昨天回港”。", " (本刊記者/周遠航)", "周遠航"),
    ("渔船昨天回港。", "编译/记者 周远航 林晓", "周远航 林晓"),
    ("渔船昨天回港。", "(见习记者 周远航)", "周远航"),
    ("渔船昨天回港。", "稿件素材由临海市委组织部提供■作者:周远航", "临海市委组织部 周远航"),
]


@pytest.mark.parametrize(("body", "closing", "values"), CLOSINGS)
def test_credits_close_a_paragraph(body: str, closing: str, values: str) -> None:
    line = body + closing
    found = find_inline(line, fold(line))
    assert [line[part.start : part.end] for part in found] == [closing]
    assert " ".join(value.value for value in found[0].values if value.field != "outlet") == values
    assert not found[0].stays


@pytest.mark.parametrize(
    "line",
    [
        "渔船昨天回港。周远航 摄",
        "图为渔船回港。（海滨网 周远航 摄）",
        "2月17日，渔船回港。新华社记者 周远航 摄",
        "圖說：漁船回港。（記者周遠航攝）",
        "检查组到码头检查 (通讯员周远航 摄)",
    ],
)
def test_the_photographer_of_a_caption_is_noted_and_its_text_stays(line: str) -> None:
    found = find_inline(line, fold(line))
    assert [part.stays for part in found] == [True]
    assert [fold(value.value) for value in found[0].values if value.field != "outlet"] == ["周远航"]


@pytest.mark.parametrize(
    "line",
    [
        "他说，这话是记者说的。",
        "（完成全部手续后即可领取）",
        "这件事还没完。",
        "渔船回港后，来源不明的货物被查扣。",
        "渔船回港（图）",
        "渔船昨天回港。(李先生为化名)",
        "他把作者、编辑和读者都请来了。",
        "渔船昨天回港。他问记者什么时候走。",
        "主要责任人：周远航（已处理）。",
        "冠军由周远航获得，亚军是林晓。",
        "渔船昨天回港。（下转第三版）",
    ],
)
def test_a_sentence_at_the_end_of_a_paragraph_stays(line: str) -> None:
    assert find_inline(line, fold(line)) == []


@pytest.mark.parametrize(
    "line", ["本报讯（记者 周远航）", "大陸新聞組北京17日電", "海滨电影网讯", "新华社北京8月1日电"]
)
def test_a_dateline_may_have_a_line_of_its_own(line: str) -> None:
    assert [line[part.start : part.end] for part in find_inline(line, fold(line))] == [line]


def test_datelines_in_a_row_are_all_found() -> None:
    line = "〔中央社〕（中央社記者周遠航台北11日電）漁船回港。"
    assert [line[part.start : part.end] for part in find_inline(line, fold(line))] == [
        "〔中央社〕",
        "（中央社記者周遠航台北11日電）",
    ]


def test_credits_glued_to_an_old_list_are_parted_from_it() -> None:
    credit = "稿件素材由临海市委组织部提供■作者:周远航林晓■编辑:陈默"
    line = credit + "“海边”周刊往期文章回顾"
    found = find_inline(line, fold(line))
    assert [line[part.start : part.end] for part in found] == [credit]


@pytest.mark.parametrize("heading", ["“海边”周刊往期文章回顾", "往期推荐", " 相关阅读", "精彩回顾"])
@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("稿件素材由临海市委组织部提供■作者:周远航林晓■编辑:陈默", "临海市委组织部 周远航 林晓 陈默"),
        ("本文由临海市委组织部供稿 编辑：陈默", "临海市委组织部 陈默"),
        ("来源：海滨日报 编辑：陈默 审核：林晓", "海滨日报 陈默 林晓"),
    ],
)
def test_credits_between_a_sentence_and_the_heading_of_a_list_are_found(credit: str, names: str, heading: str) -> None:
    line = "渔船昨天回港。" + credit + heading
    found = find_inline(line, fold(line))
    assert [line[part.start : part.end].strip() for part in found] == [credit]
    assert " ".join(value.value for value in found[0].values) == names


@pytest.mark.parametrize(
    "line", ["渔船昨天回港。他说，作者、编辑都往期盼的方向看", "渔船昨天回港。编辑部的推荐文章贴在门口"]
)
def test_a_sentence_with_the_words_of_credits_and_headings_stays(line: str) -> None:
    assert find_inline(line, fold(line)) == []


def test_a_dateline_and_the_end_of_the_same_paragraph_are_both_found() -> None:
    line = "新华社北京8月1日电 渔船昨天回港。(完)"
    assert [line[part.start : part.end] for part in find_inline(line, fold(line))] == ["新华社北京8月1日电 ", "(完)"]
