"""One article in the layouts of many kinds of site; the words are ours, and so are the sites."""

TITLE = "江城跨河大桥主体合龙"
LEAD = "本报讯（记者林晓舟）昨日上午，江城跨河大桥的最后一节钢箱梁吊装到位，大桥主体顺利合龙。"
BODY = [
    LEAD,
    "大桥全长一千二百米，双向六车道，两侧设有人行步道，建成后两岸往来只需五分钟。",
    "汛期不停工",
    "项目负责人介绍，施工期间遇到三次洪峰，工人们轮班守在江边，没有耽误一天工期。",
    "住在南岸的陈阿婆说，过去进城要坐渡船，遇到大雾就得等，以后走路就能过江。",
    "按照计划，桥面铺装将在下月开始，年底前通车。",
]
LINKS = [
    "江城新增三条公交线路",
    "北岸公园下周免费开放",
    "市民热议垃圾分类新规",
    "秋粮收购价格稳中有升",
    "博物馆夜场一票难求",
]
CREDIT = "2021-09-12 08:30 来源：江城日报"
EDITOR = "责任编辑：周棠"


def listed(links=LINKS):
    return "<ul>" + "".join(f'<li><a href="/{i}.html">{text}</a></li>' for i, text in enumerate(links)) + "</ul>"


NAV = '<div class="nav"><a href="/">首页</a> <a href="/news">新闻</a> <a href="/sport">体育</a></div>'
FOOT = '<div class="footer"><a href="/about">关于我们</a><p>版权所有 江城在线 江ICP备00000号</p></div>'
SIDE = f'<div class="sidebar"><h3>热门排行</h3>{listed(LINKS[::-1])}</div>'
COMMENTS = '<div class="comment"><h3>网友评论</h3><p>风清扬：大桥真漂亮，点赞！</p><p>江边客：什么时候能走？</p></div>'


def page(main, title=f"{TITLE}_江城新闻_江城在线", head="", before=NAV, after=SIDE + FOOT):
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{before}{main}{after}</body></html>"


def paragraphs(lines=BODY, tag="p"):
    return "".join(f"<{tag}>　　{line}</{tag}>" for line in lines)


def _modern():
    return page(
        f'<article><h1>{TITLE}</h1><div class="meta">{CREDIT}</div><div class="content">{paragraphs()}</div>'
        f'<div class="editor">{EDITOR}</div></article><div class="related"><h3>相关阅读</h3>{listed()}</div>{COMMENTS}'
    )


def _breaks():
    text = "<br><br>　　".join(BODY)
    return page(f'<h1>{TITLE}</h1><div>{CREDIT}</div><div id="zoom">　　{text}<br><br>（{EDITOR}）</div>{listed()}')


def _tables():
    lines = [f"<b>{TITLE}</b>", CREDIT, *(f"　　{line}" for line in BODY), f"（{EDITOR}）"]
    left = "".join(f"<tr><td>{line}</td></tr>" for line in lines)
    right = "".join(f"<tr><td>·<a href='#'>{link}</a></td></tr>" for link in LINKS)
    main = f"<table><tr><td width=70%><table>{left}</table></td><td><table>{right}</table></td></tr></table>"
    return page(main, before=f"<table><tr><td>{NAV}</td></tr></table>")


def _one_cell():
    text = "<br>　　".join(BODY)
    cells = (f"<font size=5>{TITLE}</font>", CREDIT, f"　　{text}")
    return page("<table>" + "".join(f"<tr><td>{cell}</td></tr>" for cell in cells) + "</table>" + listed())


def _divs():
    text = f"<section>{paragraphs(tag='div')}</section><p>{EDITOR}</p>"
    return page(f'<h1>{TITLE}</h1><p class="info">{CREDIT}</p>{text}{listed()}')


def _spans():
    text = "".join(f'<p><span style="font-family:宋体"><font>{line}</font></span></p>' for line in BODY)
    return page(f'<h2 class="title">{TITLE}</h2><div>{CREDIT}</div>{text}<div>{EDITOR}</div>{COMMENTS}')


def _several_bodies():
    first, second = paragraphs(BODY[:3]), paragraphs(BODY[3:])
    return page(
        f'<h1>{TITLE}</h1><div>{CREDIT}</div><div class="text">{first}</div><div class="pic"><img src="a.jpg"></div>'
        f'<div class="text">{second}</div><div>{EDITOR}</div>{listed()}'
    )


def _unclosed():
    text = "".join(f"<p>{line}" for line in BODY)
    links = "".join(f"<li><a>{link}" for link in LINKS)
    return f"<title>{TITLE}-江城在线</title><body>{NAV}<div><h1>{TITLE}<div>{CREDIT}{text}<p>{EDITOR}<ul>{links}"


def _upper_case():
    return page(
        f"<CENTER><H1>{TITLE}</H1></CENTER><DIV>{CREDIT}</DIV><DIV ID=CONTENT>{paragraphs().upper()}</DIV>{listed()}"
    ).replace("</BODY>", "")


LAYOUTS = {
    "modern": _modern(),
    "breaks": _breaks(),
    "tables": _tables(),
    "one_cell": _one_cell(),
    "divs": _divs(),
    "spans": _spans(),
    "several_bodies": _several_bodies(),
    "unclosed": _unclosed(),
    "upper_case": _upper_case(),
}
