"""Link farms at the head, in the middle, at the tail and behind a licence; lists that are news stay."""

import pytest

from newsclean.find import find_link_farms
from newsclean.matching import read_page

STORY = (
    "石桥镇第一趟夜班公交昨晚十点从老码头站驶出，车厢里坐着刚下班的护士。\n"
    "镇交通所表示，夜班公交将试运行三个月，其间听取乘客的意见。"
)
FARMS = [
    "北京搬家公司 上海搬家公司 广州搬家公司 天津搬家公司 成都搬家公司 武汉搬家公司",
    "石家庄劳务派遣公司-保定劳务派遣公司-邯郸劳务派遣公司-唐山劳务派遣公司-沧州劳务派遣公司-廊坊劳务派遣公司",
    "市领导走访 全市经济工 县委书记带 我市召开疫 全省营商环 关于做好春 市政府常务 区人大代表",
    "网站建设 | SEO优化 | 小程序开发 | 400电话 | 企业邮箱 | 域名注册 | 云服务器",
    "亚洲一区二区三区|国产精品视频|日韩在线观看|欧美性爱|久久热|av免费",
    "www.abc123.com www.def456.com www.ghi789.net www.jkl000.cn",
    "友情链接： 新华网 人民网 央视网 中国网 光明网 东方网",
]


def found(text):
    page = read_page(text)
    return [page.text[mark.start : mark.end] for mark in find_link_farms(page)]


@pytest.mark.parametrize("farm", FARMS)
def test_a_farm_goes_from_the_tail_and_from_the_head(farm):
    assert found(f"{STORY}\n\n{farm}") == [farm]
    assert found(f"{farm}\n{STORY}") == [farm]


@pytest.mark.parametrize("farm", FARMS)
def test_a_farm_behind_the_licence_goes_and_the_licence_stays(farm):
    licence = "Copyright © 2018 www.shiqiao.example.cn All Rights Reserved 浙ICP备888888号-4"
    assert found(f"{STORY}\n{licence}  {farm}") == [farm]


@pytest.mark.parametrize("heading", ["县区链接", "各县市区网站链接", "地方链接"])
def test_lists_of_counties_under_their_heading_go(heading):
    row = f"{heading} 青山区 白石区 红河县 绿水县"
    assert found(f"{STORY}\n{row}") == [row]
    assert found(f"{STORY}\n青山区 白石区 红河县 绿水县") == []


def test_names_under_the_heading_go_line_by_line():
    assert found(f"{STORY}\n友情链接\n石桥政务网\n石桥旅游网\n版权所有 石桥在线") == [
        "友情链接",
        "石桥政务网",
        "石桥旅游网",
    ]


def test_addresses_in_a_row_go_but_references_stay():
    addresses = "http://www.a1.example.com/\nhttp://www.b2.example.com/\nhttp://www.c3.example.com/"
    assert found(f"{STORY}\n{addresses}") == addresses.split("\n")
    assert found(f"{STORY}\n参考资料：\n{addresses}") == []


def test_share_buttons_line_by_line_are_left_to_the_layout():
    assert found(f"{STORY}\n转帖到：\n腾讯微博\n新浪微博\n搜狐微博\n网易微博\n腾讯空间\n开心网\n相关阅读") == []


@pytest.mark.parametrize(
    "lines",
    [
        "北京 天津 上海 重庆 石家庄 太原 沈阳 大连 长春 哈尔滨",
        "王建国 李秀兰 张卫东 刘淑珍 陈志强 杨桂英 赵文斌 黄美玲",
        "富强 民主 文明 和谐 自由 平等 公正 法治 爱国 敬业 诚信 友善",
        "北京日报 天津日报 河北日报 山西日报 辽宁日报 吉林日报",
        "风起青萍末 月落小溪头 云开见远岫 雁去带新秋 一灯照夜读 十里闻江流",
        "北京 晴 天津 多云 石家庄 晴 太原 晴 沈阳 小雪 长春 小雪",
    ],
)
def test_lists_of_names_cities_papers_and_verses_stay(lines):
    assert found(f"{STORY}\n{lines}\n{STORY}") == []
    assert found(f"{STORY}\n{lines}") == []


def test_a_sub_heading_below_a_block_inside_the_article_stays():
    block = "友情链接\n天气预报\n人才招聘网\n石桥旅游网"
    assert found(f"{STORY}\n{block}\n第一章 站台\n{STORY}") == block.split("\n")


def test_partners_line_by_line_go_from_the_head_where_most_are_sites():
    block = "合作伙伴:\n天气预报\n人才招聘网\n二手车网\n企业黄页\n考试网\n酒店预订"
    assert found(f"{block}\n{STORY}") == block.split("\n")
    assert found(f"合作伙伴:\n青江水泥\n谭水生\n北码头\n渡口\n老周\n小卖部\n{STORY}") == []


def test_addresses_of_offices_stay_in_a_list():
    offices = "健康署: http://www.jiankang.gov.tw/\n教育厅: http://www.jiaoyu.gov.cn/\n石桥中学: http://sq.edu.cn/"
    assert found(f"{STORY}\n{offices}") == []
