"""Lists and signatures at the edges of an article stay, whatever figures they hold and whatever stands below them."""

from __future__ import annotations

import pytest

import newsclean

PROSE = (
    "为切实做好今年夏粮收购，保护种粮农民利益，现就有关事项通知如下。各收购点要在醒目位置公示品种和价格，"
    "推行预约收购，高峰期延长营业时间，在收购现场设置遮阳棚和饮水点。"
)
COMPLAINTS = "畅通投诉渠道。县局设立值班电话59220118，对群众反映的问题当日登记、三日内答复。"
FOOT = "附件下载：\n2021年夏粮收购点名单.doc\n扫一扫在手机打开当前页\n【打印本页】 【关闭窗口】\n相关稿件"
ROWS = {
    "prices": ["大白菜 1.2", "菠菜 12.6", "香菜 18.0", "黄瓜 7.4", "西红柿 6.2", "土豆 2.0"],
    "scores": ["北山队 2-1", "河东队 3-0", "老城队 1-1", "湖滨队 0-2"],
}


@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_a_table_below_the_header_is_no_list_of_dated_links(rows: list[str]) -> None:
    page = "\n".join(["今天市场和球场的消息", "海滨日报 2021-10-22", "", *rows, PROSE])
    assert newsclean.clean(page).text == "\n".join([*rows, PROSE])


@pytest.mark.parametrize(
    "signature",
    [
        ["临江县粮食和物资储备局", "2021年5月26日"],
        ["临江县粮食和物资储备局", "临江县市场监督管理局", "2021年5月26日"],
        ["临江县人民政府办公室", "二〇二一年五月二十六日"],
    ],
)
def test_who_signs_a_notice_stays_with_its_date_above_the_foot_of_the_page(signature: list[str]) -> None:
    head = [
        "您当前的位置：首页>政务公开>粮食",
        "关于做好夏粮收购工作的通知",
        "日期：2021-05-28",
        "字号：[大 中 小] 浏览：",
    ]
    page = "\n".join([*head, PROSE, COMPLAINTS, *signature, FOOT])
    assert newsclean.clean(page).text.startswith("\n".join([PROSE, COMPLAINTS, *signature]))


def test_titles_of_other_articles_with_their_dates_go() -> None:
    links = ["北山村修通了出村的路 05-26", "老码头夜市重新开张(5-26)", "秋粮收购价格今日公布 5月26日"]
    page = "\n".join(["夏粮收购开始", "海滨日报 2021-05-28 08:00", PROSE, "相关新闻", *links])
    assert newsclean.clean(page).text == PROSE


@pytest.mark.parametrize("below", [[], ["(责任编辑：陆鸣)"], ["责任编辑：陆鸣"]])
def test_labelled_rows_of_the_article_stay_where_at_most_the_editor_stands_below_them(below: list[str]) -> None:
    rows = ["官方网站：www.fengxiang.example", "客服电话：400-000-1111", "店铺地址：南门口步行街9号"]
    page = "\n".join(["老店重新开张", "海滨日报 2021-05-28 08:00", PROSE, *rows, *below])
    assert newsclean.clean(page).text == "\n".join([PROSE, *rows])


def test_labelled_rows_above_the_foot_of_the_page_go_with_it() -> None:
    rows = ["客服电话：400-000-1111", "公司地址：南门口步行街9号"]
    foot = ["上一篇：老码头夜市开张", "版权所有 海滨日报 未经授权不得转载", "ICP备12345678号"]
    page = "\n".join(["老店重新开张", "海滨日报 2021-05-28 08:00", PROSE, "关于我们", *rows, *foot])
    assert newsclean.clean(page).text == PROSE


@pytest.mark.parametrize("foot", ["", "\n责任编辑：林晓", "\n责任编辑：林晓\n相关阅读\n版权所有 海滨晚报"])
def test_a_refrain_that_reads_like_a_button_is_sung(foot: str) -> None:
    prose = "渡口的老艄公守了三十一年，船换过四条，竹篙还是父亲留下的那根。他撑到河心，总要唱起这几句。"
    song = "你听，你听\n月亮掉进了小河\n你听，你听\n点赞，点赞吧\n风把灯吹亮\n点赞，点赞吧\n你听，你听\n点赞，点赞吧"
    assert newsclean.clean(f"{prose}\n{song}{foot}").text == f"{prose}\n{song}"
