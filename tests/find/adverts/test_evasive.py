"""A contact spelled to pass filters gives an advert away, whatever it sells; contacts that are news stay."""

import pytest

from spam import left

TOLD = "护林员巡山回来，鞋底沾满了泥。"
MORE = "傍晚，校长吹响了哨子。"


@pytest.mark.parametrize(
    "advert",
    [
        "全套茶水服务加 V♥ cha7788",
        "内幕消息 牛股推荐 老师微.信 abc88888",
        "资金周转找我 q q 1 2 3 4 5 6 7 8 9",
        "想赚钱的联系Q裙 壹贰叁肆伍陆柒捌",
        "高薪招聘男女公关 电 1.3.8.0.0.0.0.1.2.3.4",
        "代写论文 企鹅:三五六七八九一二三",
        "菠菜平台招代理 飞机@boss888",
        "出售企业邮箱数据 TG：@data_sell",
        "低价出售发票 ➕微 fp_9988",
        "办理貸款加扣扣八六二三零零五一七",
        "办证刻章 电①③⑧零零零零①②③④",
    ],
)
def test_an_advert_goes_from_its_own_line_and_from_behind_a_sentence(advert):
    assert left(f"{TOLD}\n{advert}\n{MORE}") == f"{TOLD}\n\n{MORE}"
    assert left(f"{TOLD}{advert}\n{MORE}") == f"{TOLD}\n{MORE}"


@pytest.mark.parametrize(
    "text",
    [
        "县气象局的微信号是qsqx12121，市民可关注。",
        "护林员的电话是138-0000-1234，号码贴在每户门上。",
        "报名咨询加QQ群：123456789，志愿者会一一答复。",
        "嫌疑人在群里留下“加薇❤kpdk8899”的暗号，警方顺线追查。",
        "卫星电话是进山的必备，飞机上也装了一部。",
        "澳门市民可致电二八九三三二五五查询。",
        "心理援助热线：一三五零零零零一二三四",
        "威信县的村民加微信群收看videos，学做豆腐。",
        "支票上写着壹拾贰万叁仟肆佰元整。",
        "第一组1 2 3 4 5 6 7 8，第二组5 6 7 8。",
    ],
)
def test_contacts_and_numbers_of_the_article_stay(text):
    assert left(f"{TOLD}\n{text}\n{MORE}") == f"{TOLD}\n{text}\n{MORE}"
