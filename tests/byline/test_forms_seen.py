"""Credits in forms that pages were seen to have."""

import pytest

import newsclean
from newsclean.model import Dateline

BODY = "\n　　渔港今天开捕，三百艘渔船陆续出海。\n　　渔民说，今年的鱼汛比去年早了一周。"


@pytest.mark.parametrize(
    ("tail", "field", "names"),
    [
        ("\n\n卢小明|图片", "photographers", ("卢小明",)),
        ("\n\n林园园丨文字", "authors", ("林园园",)),
        ("\n\n张 晓|审核", "editors", ("张晓",)),
        ("\n\n作者：《渔港》全媒体创意中心", "authors", ("《渔港》全媒体创意中心",)),
    ],
)
def test_a_credit_below_the_body_is_read(tail, field, names):
    article = newsclean.clean("渔港开捕首日见闻" + BODY + tail)
    assert getattr(article.byline, field) == names


def test_the_account_of_a_police_office_is_one_name():
    article = newsclean.clean("渔港开捕首日见闻\n作者: 石桥山网警    时间: 2025-8-1 15:11" + BODY)
    assert article.byline.authors == ("石桥山网警",)


def test_an_empty_source_takes_no_headline_that_stands_again_below_it():
    head = "渔港昨日开捕 三百艘渔船出海_海港\n时间：2020-02-20 22:01:00 来源：\n渔港昨日开捕 三百艘渔船出海_海港"
    assert newsclean.clean(head + BODY).byline.source is None


def test_a_time_of_greenwich_says_so():
    article = newsclean.clean("渔港开捕首日见闻\nPublished on: 2025-10-24 13:56 UTC" + BODY)
    assert article.published == "2025-10-24T13:56+00:00"
    assert article.byline.authors == ()


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("稿源：海滨网参与互动参与互动 2021-03-05 08:12", {"source": "海滨网"}),
        ("2021-03-05 08:12 来源：海滨网 查看原文 评论0条", {"source": "海滨网"}),
        ("来源：渔港人民医院/ygyy0915", {"source": "渔港人民医院"}),
        ("海滨晚报2021-03-05 08:12:33", {"source": "海滨晚报", "published": "2021-03-05T08:12:33"}),
        ("海滨热线讯 2021-03-05 08:12 记者 林晓", {"source": "海滨热线", "reporters": ("林晓",)}),
        ("海滨农讯 2021-03-05 08:12 通讯员 林晓", {"source": "海滨农讯", "contributors": ("林晓",), "reporters": ()}),
        ("2021-03-05 08:12 星期五 财联社", {"source": "财联社"}),
        ("2021.03.05 08:12 台北时间\n文｜林晓    摄影｜周远航", {"source": None, "authors": ("林晓",)}),
        ("作者：林晓 摄影：周远航访问量：", {"photographers": ("周远航",)}),
        ("时间：2021年3月5日 来源： 作者： 浏览次数：15", {"authors": (), "published": "2021-03-05"}),
        ("林晓／核稿编辑", {"editors": ("林晓",)}),
        ("2021-03-05 08:12 海滨晚报 记者 纳兰", {"source": "海滨晚报", "reporters": ("纳兰",)}),
        ("【摄】林晓 发表时间: 2021-03-05", {"photographers": ("林晓",), "published": "2021-03-05"}),
        ("海报新闻记者 林晓 通讯员 周远航 临海报道", {"reporters": ("林晓",), "contributors": ("周远航",)}),
        ("2021-03-05 08:12 来源：海滨网\n供图：海滨法院 编辑：林晓", {"photographers": (), "editors": ("林晓",)}),
        ("创建于2021-03-05 阅读1652", {"published": "2021-03-05"}),
        ("20:142021/03/05", {"published": "2021-03-05T20:14"}),
        ("渔港杂谈\n21-03-05 20:14", {"published": "2021-03-05T20:14"}),
        ("时间Fri Mar 5 06:46:21 2021", {"published": "2021-03-05T06:46:21"}),
        ("2021月03月05日", {"published": "2021-03-05"}),
        ("时间:01-20人气:16作者:提笔写字", {"published": None, "authors": ("提笔写字",)}),
        ("2021-03-05 08:12 海滨交警阅读 (394) 扫描到手机", {"source": "海滨交警"}),
        ("2021-03-05 08:12 来源: 海滨在线 海滨在线记者 林晓", {"source": "海滨在线", "reporters": ("林晓",)}),
        ("海滨时报 林晓\n2021-03-05 08:12", {"source": "海滨时报", "authors": ("林晓",)}),
        ("2021-03-05 08:12\n海滨时报 林晓", {"source": "海滨时报", "authors": ("林晓",)}),
        ("Hannah Lin\n2021年3月5日", {"authors": ("Hannah Lin",)}),
        ("时事脉搏 | 2021-03-05 08:12", {"source": None, "published": "2021-03-05T08:12"}),
        ("小城新知newsnow | 林晓 花莲报道", {"source": None, "reporters": ("林晓",)}),
        ("以下文章来源于海滨发布 ，作者拾贝小海", {"source": "海滨发布", "authors": ("拾贝小海",)}),
        ("要闻海滨网 ・ 12 小时前\n2021年3月5日 上午10:34", {"source": None, "published": "2021-03-05T10:34"}),
        ("【图】林晓、周远航\n2021-03-05", {"photographers": ("林晓", "周远航")}),
        ("2021-03-05 通讯员：林晓 海滨网", {"contributors": ("林晓",), "source": "海滨网"}),
        ("撰稿/林晓  2021 03/05 13:16", {"authors": ("林晓",), "published": "2021-03-05T13:16"}),
        ("供图:林晓 Mar 5, 2021 05:06", {"photographers": ("林晓",), "published": "2021-03-05T05:06"}),
        ("时间：2021-03-05\n一审 | 林晓\n海滨晚报", {"source": "海滨晚报", "editors": ("林晓",)}),
        ("发布时间:2021-03-05 选择阅读字号:[ 大 中 小 ] 阅读次数:", {"published": "2021-03-05"}),
        ("来源:发表于2021-03-05 23:16 被阅读3056次", {"source": None, "published": "2021-03-05T23:16"}),
        ("林晓,2021年3月5日", {"authors": ("林晓",), "published": "2021-03-05"}),
        (
            "(海滨新闻传媒中心全媒体记者林晓/通讯员 周远航)",
            {"reporters": ("林晓",), "contributors": ("周远航",), "source": "海滨新闻传媒中心"},
        ),
        ("海滨日报  翻译 林晓 2021-03-05", {"contributors": ("林晓",), "source": "海滨日报"}),
        ("稿源：海滨日报 主编林晓、周远航 2021-03-05", {"editors": ("林晓", "周远航"), "source": "海滨日报"}),
        ("端传媒记者 林晓 周远航 发自香港、成都", {"source": "端传媒", "reporters": ("林晓", "周远航")}),
    ],
)
def test_a_header_is_read(header, said):
    article = newsclean.clean("渔港开捕首日见闻\n" + header + BODY)
    assert {name: getattr(article.byline, name, article.published) for name in said} == said


@pytest.mark.parametrize(
    ("caption", "photographer"),
    [("出海前，船工检查渔网 记者林晓摄", "林晓"), ("出海前，船工检查渔网/记者林晓摄", "林晓")],
)
def test_the_photographer_at_the_end_of_a_caption_is_read_and_stays(caption, photographer):
    article = newsclean.clean(f"渔港开捕首日见闻\n2021-03-05 08:12{BODY}\n{caption}\n渔民说，天黑前还要再出一趟海。")
    assert article.byline.photographers == (photographer,)
    assert caption in article.paragraphs


@pytest.mark.parametrize(
    "paragraph",
    [
        "来源：这里指的是水流的源头，当地人称之为“泉眼”。船工说，这条渡口已经有上百年历史。",
        "编辑部主任林晓说，每一篇来稿都要经过三审三校才能见报。",
        "作者在书中写道，来源于生活的故事才最能打动人。",
    ],
)
def test_role_words_in_prose_stay(paragraph):
    assert newsclean.clean(paragraph + BODY).paragraphs[0] == paragraph


@pytest.mark.parametrize(
    ("opening", "dateline", "said"),
    [
        ("中新社兰州五月十五日电 ", Dateline("中新社", "兰州", "五月十五日"), {"source": "中新社"}),
        ("格隆汇11月12日丨", Dateline("格隆汇", None, "11月12日"), {"source": "格隆汇"}),
        ("法治报道讯（通讯员 林晓）", None, {"source": "法治报道", "contributors": ("林晓",)}),
        ("中央社／ 台中26日电\n", Dateline("中央社", "台中", "26日"), {"source": "中央社"}),
        ("【海湾新闻台】", None, {"source": "海湾新闻台"}),
        ("【记者陈荣富后溪报导】", None, {"reporters": ("陈荣富",)}),
        ("（中央社东京26日综合外电报导）", Dateline("中央社", "东京", "26日"), {"source": "中央社"}),
    ],
)
def test_a_dateline_is_read(opening, dateline, said):
    text = "渔港今天开捕，三百艘渔船陆续出海。"
    article = newsclean.clean(f"渔港开捕首日见闻\n2021-03-05 08:12\n\n{opening}{text}{BODY}")
    assert article.paragraphs[0] == text
    assert article.dateline == dateline
    assert {name: getattr(article.byline, name) for name in said} == said


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("港闻一\n老码头的灯又亮了 (13:36)\n", "老码头的灯又亮了"),
        ("2021-03-05 08:12\n海滨发布\n老码头的灯又亮了\n", "老码头的灯又亮了"),
        ("老码头的灯又亮了\n日期:11-20\n", "老码头的灯又亮了"),
        ("海滨天空 海滨天空\n老码头的灯又亮了 首批游客登船\n2021-03-05 08:12\n", "老码头的灯又亮了 首批游客登船"),
        ("新华社海滨1月15日电 题：老码头的灯又亮了\n", "老码头的灯又亮了"),
        ("海滨科技: 公司今年将建三座新厂\n2021-03-05 08:12\n", "海滨科技: 公司今年将建三座新厂"),
    ],
)
def test_the_headline_is_found_among_the_lines_of_a_header(head, title):
    assert newsclean.clean(head + BODY).title == title


def test_the_day_of_a_speech_stays_below_the_date_of_the_page():
    head = "在渔港论坛上的致辞\n发布日期：2012-06-24 字号：大 中 小\n2012年6月24日\n女士们、先生们："
    article = newsclean.clean(head + BODY)
    assert list(article.paragraphs)[:2] == ["2012年6月24日", "女士们、先生们："]
    assert article.published == "2012-06-24"


def test_the_photographer_in_the_midst_of_a_line_is_read_and_stays():
    line = "老街昨天重开。（林晓摄）人潮到了晚上也没有散去。"
    article = newsclean.clean("渔港开捕首日见闻\n2021-03-05 08:12" + BODY + "\n" + line + BODY)
    assert article.byline.photographers == ("林晓",)
    assert line in article.paragraphs


def test_the_unit_before_the_roles_of_a_bracket_goes_with_them():
    article = newsclean.clean("渔港开捕首日见闻" + BODY + "(长风乡 撰稿:林晓 初审:周远航 复核:倪飞)")
    assert article.byline.authors == ("林晓",)
    assert article.byline.editors == ("周远航", "倪飞")
    assert article.paragraphs[-1] == "渔民说，今年的鱼汛比去年早了一周。"
