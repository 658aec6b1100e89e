"""Credits in forms that pages were seen to have."""

import pytest

import newsclean

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
