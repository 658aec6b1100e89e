"""Rows of what film sites and casinos are called go whole, wherever they stand; honest rows of such words stay."""

import pytest

import newsclean
from newsclean.find.vice import sells_vice

STORY = (
    "　　石桥镇第一趟夜班公交昨晚十点从老码头站驶出，车厢里坐着刚下班的护士。\n"
    "　　镇交通所表示，夜班公交将试运行三个月，其间听取乘客的意见。"
)
ROWS = [
    "国产精品久久亚洲_日韩人妻无码专区_欧美一区二区在线观看_午夜福利视频免费",
    "999精品在线视频,手机成人午夜视频,久久不卡国产精品无码,四虎国产在线观看 ?",
    "日韩福利 I 天天看高清 I 自拍偷拍另类 I 国产精品无码 I 久久综合网 I 少妇激情视频",
    "• 91精品国产丨亚洲无码在线丨97人人超碰丨日本三级在线播放",
    "亚洲欧美日韩国产一区二区三区人妻无码久久精品视频在线观看",
    "华体会体育,乐鱼体育,星空体育,米兰体育官网,九游娱乐",
    "【首页】葡京赌场,永利皇宫官网,百家乐技巧,老虎机下载",
    "重庆时时彩 北京赛车pk10 六合彩开奖 幸运飞艇",
]
HONEST = [
    "东一区 西一区 南一区 北一区 中一区 新一区",
    "成人高考 三级医院 精品课程 自拍大赛 高清地图 免费讲座",
    "国产大片 亚洲电影 欧美电影 日韩剧集 高清影院 在线观看",
    "国产精品茶叶 国产瓷器 亚洲香料 欧美家具 日本和纸 在线订购",
    "中国体育彩票 中国福利彩票 双色球 大乐透 排列三 快乐八",
    "棋牌室 台球室 阅览室 健身房 舞蹈室 书画室",
    "国际米兰 尤文图斯 那不勒斯 罗马 拉齐奥 亚特兰大",
    "职业:成人杂志模特 曾在“熟女”系列写真里出镜 三级片演员 偷拍风波后退出亚洲影坛",
    "久久鸭脖 精品烟酒 美女理发 色彩照相 激情烧烤 午夜粥铺",
]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_goes_as_one_farm_and_the_headline_below_it_is_found(row):
    article = newsclean.clean(f"{row}\n石桥镇开通夜班公交\n{STORY}")
    assert article.title == "石桥镇开通夜班公交"
    assert article.text == STORY.replace("　", "")
    assert [(edit.kind, edit.before) for edit in article.removed[:1]] == [("link_farm", row)]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_goes_from_the_middle_and_the_end(row):
    story = STORY.replace("　", "")
    assert newsclean.clean(f"{story}\n{row}").text == story
    assert newsclean.clean(story.replace("\n", f"\n{row}\n")).text == story


@pytest.mark.parametrize("row", HONEST)
def test_honest_rows_of_such_words_stay(row):
    assert not sells_vice(tuple(row.split(" ")))


def test_a_page_on_such_sites_keeps_the_row_of_their_names():
    row = "葡京赌场,永利皇宫官网,百家乐技巧,老虎机下载"
    story = f"警方端掉一个网络赌博团伙，查封网站四个，名单如下。\n{row}\n案件正在审理。"
    assert row in newsclean.clean(story).text
