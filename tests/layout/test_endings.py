"""How honest articles end (captions, contacts, tips, tables), and leads and notices that look like it."""

from __future__ import annotations

import pytest

import newsclean

BODY = (
    "区实验小学的春季运动会昨天在学校操场开幕，六百多名学生参加了入场式，家长们也来到看台上为孩子加油。\n"
    "比赛项目有短跑、跳绳、拔河和投掷，持续了一天半，五年级二班拿到了团体总分第一名。"
)
FEET = [
    "",
    "上一篇：老码头重新开放\n下一篇：没有了\n【打印本页】【关闭窗口】",
    "相关新闻\n三名渔民获救 县长看望\n返回顶部",
]
CAPTIONS = ["精彩的入场式", "裁判员认真记录成绩", "拔河比赛难分胜负", "看台上的家长们"]
ENDINGS = {
    "left unsaid": ["走出操场，太阳升高了，孩子们的喊声还在身后……"],
    "left unsaid, half width": ["夜色里,看台上最后一盏灯熄了......"],
    "tips": ["赛前小贴士", "多喝温水，少吃生冷", "早晚添衣，注意保暖", "适量运动，避免劳累", "按时休息，备好跑鞋"],
    "table": [
        "班级 | 项目 | 名次",
        "五年级二班 | 拔河 | 第一名",
        "四年级一班 | 接力短跑 | 第二名",
        "三年级四班 | 跳绳 | 8%",
    ],
    "contacts": ["三、联系方式", "联系人：王芳", "联系电话：0000-0543210", "地址：文昌路18号", "邮编：000000"],
    "event": [
        "时间：上午十时至下午四时",
        "地点：江滨公园草坪",
        "费用：全免，请自备碗筷",
        "电邮：sports@example.cn",
        "网页：www.example.cn",
    ],
}


@pytest.mark.parametrize("foot", FEET)
def test_captions_below_the_author_stay(foot: str) -> None:
    page = "\n".join([BODY, "撰稿：王薇", *CAPTIONS, foot])
    article = newsclean.clean(page)
    assert article.text == "\n".join([BODY, *CAPTIONS])
    assert article.byline.authors == ("王薇",)


def test_titles_of_other_articles_below_the_author_go() -> None:
    page = "\n".join([BODY, "撰稿：王薇", "渔船检修赶在开海之前", "山里的邮递员换了电动车", "返回顶部"])
    assert newsclean.clean(page).text == BODY


@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("ending", ENDINGS)
def test_what_an_article_ends_on_stays(ending: str, foot: str) -> None:
    text = "\n".join([BODY, *ENDINGS[ending]])
    assert newsclean.clean(f"{text}\n{foot}").text == text


def test_the_address_of_the_site_goes_where_no_clause_announces_it() -> None:
    page = f"{BODY}\n【打印】【关闭】\n主办单位：临海市教育局\n地址：文昌路18号　邮编：000000\n联系电话：0000-0543210"
    assert newsclean.clean(page).text == BODY


def test_the_lead_of_another_article_that_is_cut_off_goes_with_its_heading() -> None:
    lead = "渔政部门昨天通报了海上救援的经过。三名渔民在木筏上漂了两夜，靠一壶淡水和半袋饼干撑到了天亮，第三天清晨..."
    page = f"{BODY}\n新闻推荐\n三名渔民获救 县长前往看望\n{lead}\n相关推荐"
    assert newsclean.clean(page).text == BODY


@pytest.mark.parametrize("foot", ["", "\n【打印】【关闭】", "\n责任编辑：林晓"])
def test_a_page_that_shows_only_the_lead_of_its_article_keeps_it(foot: str) -> None:
    lead = "区实验小学的春季运动会昨天开幕。六百多名学生参加了入场式，家长们来到看台上加油，五年级二班在拔河比赛里..."
    assert newsclean.clean(f"2021-03-05 08:12　来源：临海晚报\n{lead}{foot}").text == lead


def test_numbered_notices_of_a_site_go_together() -> None:
    notices = (
        "临海在线网站建设声明：\n"
        "1、本网站所刊登的内容，不论原创还是转来，都以传播信息为主，不做任何商业用途。\n"
        "2、本网原创作品欢迎转载，转载请注明出处。"
    )
    assert newsclean.clean(f"{BODY}\n责任编辑：林晓\n{notices}").text == BODY


def test_numbered_rules_of_the_article_stay_above_a_notice() -> None:
    rules = "1、比赛分男子组和女子组进行。\n2、每个班级限报十二人，替补两人。"
    assert newsclean.clean(f"{BODY}\n{rules}\n本文转载请注明出处。").text == f"{BODY}\n{rules}"


def test_the_headline_in_brackets_before_a_paragraph_goes() -> None:
    title = "实验小学春季运动会开幕"
    first, second = BODY.split("\n")
    third = "【现场】看台上坐满了家长，锣鼓响了一上午。"
    page = f"{title}\n2021-03-05 08:12　来源：临海晚报\n{first}\n【{title}】 {second}\n{third}"
    assert newsclean.clean(page).text == f"{BODY}\n{third}"


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("首页 > 图片视角 运动会上的笑脸与汗水", "运动会上的笑脸与汗水"),
        ("校园新闻\n首页» 校园新闻运动会上的笑脸与汗水", "运动会上的笑脸与汗水"),
    ],
)
def test_a_path_is_parted_from_the_headline_glued_to_it(path: str, title: str) -> None:
    shown = "" if "\n" in path else f"{title}\n"
    article = newsclean.clean(f"{path}\n{shown}更新时间：2021-03-05 来源：临海晚报\n{BODY}")
    assert (article.title, article.text) == (title, BODY)


POST = [
    "在村口的香菇大棚里",
    "一袋袋菌棒整齐排列",
    "阵阵菇香扑鼻而来",
    "菇农老秦正忙着采摘",
    "他一直靠种田和打工维持生计",
    "如今",
    "一切都发生了变化",
    "村里办起了合作社",
    "大家的日子越过越有滋味",
]


@pytest.mark.parametrize(
    "foot",
    [
        [],
        ["来源：临海融媒", "记者 王乐", "编辑 林晓　编审 许静"],
        ["其他人在看", "三名渔民获救 县长看望", "来源：临海融媒", "我就知道你“在看”"],
    ],
)
def test_a_post_of_short_lines_is_text_although_no_sentence_ends(foot: list[str]) -> None:
    page = "\n\n".join(["山里的香菇熟了", "临海融媒 2022-10-25", *POST, *foot])
    article = newsclean.clean(page)
    assert article.text == "\n".join(POST)
    assert article.title == "山里的香菇熟了"


def test_what_an_office_asks_of_people_ends_the_article() -> None:
    appeal = ["请广大驾驶人", "切勿心存侥幸", "喝酒不开车，开车不喝酒", "生命无价，平安回家"]
    page = "\n".join([BODY, "目前", "陈某已被依法拘留", *appeal])
    assert newsclean.clean(f"{page}\n来源：临海交警").text == page


def test_the_account_and_day_of_a_listed_article_go() -> None:
    page = f"{BODY}\n推荐阅读\n三名渔民获救 县长看望\n河西史话 2025.5.14\n印染厂旧址变身书店\n大江新闻 前天"
    assert newsclean.clean(page).text == BODY


def test_a_notice_between_two_others_goes_from_the_header_too() -> None:
    notices = (
        "1、下载文档前请自行甄别内容的完整性，本平台不提供额外的编辑、补充、找答案等附加服务。\n"
        "2、文档仅可预览部分内容的，如页面无法显示，可以向平台反馈并申请退款。\n"
        "3、如文档侵犯您的权益，请联系客服，我们会尽快为您处理。"
    )
    assert newsclean.clean(f"2021-03-05 08:12　来源：临海晚报\n{notices}\n{BODY}").text == BODY


def test_short_lines_above_and_between_the_sentences_of_a_post_stay() -> None:
    opening = [
        "今天元宵节",
        "老街的市集热闹开张",
        "现场人潮涌动",
        "一支特殊的小队",
        "沿着市集边走边看",
        "探寻老手艺的故事",
    ]
    ending = ["作业还没有写完的小朋友们", "快抓紧时间", "带上爸爸妈妈", "去看一看吧"]
    page = "\n".join(["![]()", *opening, "![]()", BODY, "图片", *ending, "网友评论(0)", "发表评论"])
    assert newsclean.clean(page).text == "\n".join([*opening, BODY, *ending])


def test_sections_and_titles_above_the_headline_are_no_post() -> None:
    sections = ["要闻", "法治", "图片新闻", "旧城改造", "数字乡村", "专题专栏"]
    titles = ["三名渔民获救 县长前往医院看望", "印染厂旧址变身书店 开业首日人气旺", "渡口的新船下月下水 票价不变"]
    page = "\n".join([*sections, *titles, "运动会开幕", "2021-03-05 08:12　来源：临海晚报", BODY])
    assert newsclean.clean(page).text == BODY
