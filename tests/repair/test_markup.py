"""Leftovers of markup go; what only looks like markup stays."""

import pytest

from newsclean.edits import Revision, revise
from newsclean.repair.markup import find_markup


def cleaned(text):
    return revise(Revision(text, text), find_markup(text)[0]).text


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("渔港今天开捕。<br>三百艘船出海。", "渔港今天开捕。\n三百艘船出海。"),
        ("渔港今天开捕。</p><p>三百艘船出海。", "渔港今天开捕。\n三百艘船出海。"),
        ("来源：<span>渔港报</span> 作者：<a href='/a'>林晓</a>", "来源：渔港报 作者：林晓"),
        ("<p>渔港今天开捕。</p>", "渔港今天开捕。"),
        ("渔港今天开捕。<br />\n三百艘船出海。", "渔港今天开捕。\n三百艘船出海。"),
        ('<span style="color:red">渔港</span>今天<FONT size=3>开捕</FONT>。', "渔港今天开捕。"),
        ('见<a href="http://example.com/a?b=1" target=_blank>公告</a>。', "见公告。"),
        ("开捕<!-- 正文开始 -->三百艘船", "开捕三百艘船"),
        ("开捕<script>var a = 1 < 2;</script>三百艘船<style>.a{color:red}</style>", "开捕三百艘船"),
        ("[b]渔港[/b]开捕[img]http://example.com/a.jpg[/img],[url=http://example.com]公告[/url]", "渔港开捕,公告"),
        ("渔港{{AD}}开捕@@title@@。[!--newstext--]{dede:field name='body'/}", "渔港开捕。"),
        ('渔港{typename type="name"/}开捕{pboot:sitetitle}。', "渔港开捕。"),
        ("渔港开捕。\n$(function(){\n  show('a');\n});\n三百艘船。", "渔港开捕。\n\n\n\n三百艘船。"),
        (".art p{font-size:16px;line-height:2}\n渔港开捕。", "\n渔港开捕。"),
        (".TRS_Editor P{margin-top:0;}.TRS_Editor DIV{margin-top:0;line-height:1.5}渔港开捕。", "渔港开捕。"),
        ('<?xml:namespace prefix = o ns = "urn:schemas" />渔港<o:p></o:p>开捕。', "渔港开捕。"),
        ("“渔港开捕?/p>\n三百艘船出海。", "“渔港开捕?\n三百艘船出海。"),
        ("渔港开捕\ufffdbr />三百艘船?/span>出海。", "渔港开捕\ufffd\n三百艘船?出海。"),
        ("渔港开捕。<br\n/>三百艘船出海。", "渔港开捕。\n三百艘船出海。"),
        ("<ruby>漁<rp>(</rp><rt>yú</rt><rp>)</rp></ruby>港<details>開捕< br >三百艘船</ p>", "漁(yú)港開捕\n三百艘船"),
        ('<amp-img src="a.jpg" layout="fill"></amp-img>渔港开捕<p style="margin:0"。', "渔港开捕。"),
        ('[caption id="a_1" width="300"]渔港[/caption][postbg]b.png[/postbg]开捕[/quote]', "渔港开捕"),
        ("渔港开捕。\nif (isMobile()) {\n  cms_ad(1);\n} else {\n}\n三百艘船。", "渔港开捕。\n\n\n\n\n三百艘船。"),
        ("漁港開捕。\nfbq('track', 'PageView');\n三百艘船。", "漁港開捕。\n\n三百艘船。"),
        ("渔港开捕。\np.MsoNormal {mso-style-name:正文;text-align:justify;}\n三百艘船。", "渔港开捕。\n\n三百艘船。"),
        ("渔港开捕。\n" + "\ufffd" * 6 + "\n三百艘船。", "渔港开捕。\n\n三百艘船。"),
    ],
)
def test_leftovers_go(damaged, clean):
    assert cleaned(damaged) == clean


@pytest.mark.parametrize(
    "text",
    [
        "当 a < b and c > d 时,x<b>y不成立",
        "局里发出<意见>征集稿,<<渔业法>>已修订",
        '接口返回{"name": "海港", "size": 3}这样的数据',
        "写作 list{size:3} 的集合,以及 f{x:1}",
        "样式写作“p{color:red}”",
        "他在黑板上写下第一行：<h1>我的家乡</h1>。孩子们跟着敲。",
        "邮箱me@@you@@com",
        "他在黑板上写下 <p> 和 </p>，说这一对标签夹着一段文字",
        "学生在终端里输入 ${HOME}，屏幕上出来的是家目录",
        "程式碼只有兩行：\nfor (let i = 0; i < 3; i++) {\n  console.log(i);\n}\n學生都會背了。",
        "参考文献：\nSmith(2019); Jones (2020);\nThe Moon over the Mountain;",
        "{这里还有几则故事：\nThe Wooden Indian\n}\n月亮升起来了。",
        "换行请使用<br>标签,段落写作“<p>”",
        "Vue 用 {{ message }} 语法插入变量",
        "注[1]见[b]节,[i]表示斜体",
        'print("渔港")',
        "p<0.05,n>30",
        "他说\ufffd\ufffd\ufffd之后就走了",
        "(^_^) >_< 哈哈",
        "路径写作 ?p=1 还是 /p>1?",
        "首页>渔业?>开捕",
        "区间[a](0,1)上函数单调",
        "用 `[文字](https://example.com)` 的写法可以插入链接",
        "见[附录](第三页)和[图一](左)",
    ],
)
def test_what_only_looks_like_markup_stays(text):
    assert cleaned(text) == text


def test_a_break_between_blocks_is_spacing_and_the_rest_is_markup():
    marks, _ = find_markup("开捕。</div><div>出海。")
    assert [(mark.kind, mark.after) for mark in marks] == [("spacing", "\n"), ("markup", "")]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("渔船进港。 ![]() ![图](/upload/1.jpg)渔民卸货。", "渔船进港。  渔民卸货。"),
        ("详见[县渔业局公告](https://www.example.com/a?b=1)，三月起施行。", "详见县渔业局公告，三月起施行。"),
        ('据[《海港日报》](//example.com/b "原文")报道，渔港重开。', "据《海港日报》报道，渔港重开。"),
    ],
)
def test_pictures_and_links_of_markdown_leave_their_words(text, clean):
    assert cleaned(text) == clean
