"""Official sites, apps, platforms and teams that a sentence speaks of, with no name pasted into it."""

import pytest

from spam import left

PAGE = "渡船每天六点开航，船老大把缆绳一圈圈收好。\n{}\n对岸的孩子背着书包，在跳板上站成一排。"


@pytest.mark.parametrize(
    "sentence",
    [
        "请在官网下载准考证，入口将于考前三天开放。",
        "她在官网注册时填错了生日。",
        "观众可在官方APP下载节目单。",
        "居民在app下载电子居住证。",
        "市民可到官网下载申请表，请于月底前交回。",
        "请先到官网注册账号，家长须由官网登录系统填报。",
        "乘客用客户端登录后可以改签。",
        "旅客可经app登录查询，请通过官网入口报名。",
        "他每天都在平台登录打卡。",
        "點開官網登錄頁面，顯示系統維護。",
        "医保局官网登录入口有三个，省人社厅官网下载申请表。",
        "支付宝app入口在首页第二排。",
        "平安好医生app下载量上升。",
        "职业联赛中，成都AG超玩会拿下赛季首冠。",
    ],
)
def test_what_a_sentence_speaks_of_stays(sentence):
    assert left(PAGE.format(sentence)) == PAGE.format(sentence)


@pytest.mark.parametrize("name", ["泊鲸体育官网登录", "爱游戏(ayx)app登录", "KD真人平台注册"])
def test_name_pasted_where_a_sentence_goes_on_goes(name):
    page = PAGE.format("修船的师傅说，{}船板要晒足四十天，{}桐油要刷三遍。")
    assert left(page.format(name, name)) == page.format("", "")
