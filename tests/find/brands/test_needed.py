"""Names that a sentence needs stay, one by one; pasted among other signs they go."""

import pytest

from newsclean.find.brands.needed import is_led_to, is_object, is_owner, is_subject
from spam import left

STORY = (
    "清晨六点,老渡口的船工解开缆绳。第一班船载着菜农过江,竹筐里的豆角还带着露水。\n{}\n"
    "船票十年没有涨过,学生坐船不要钱。雾大的日子,船工敲着铜锣慢慢走。"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "合同到期后,{}不再担任这支球队的赞助商。",
        "法院审理查明,{}没有经过许可就用了别人的图案。",
        "民警在出租屋里查到的手机都登录了{}的后台。",
        "执行法官冻结了{}名下的两个账户。",
        "去年底,{}搬到了江对岸。",
        "他说,{}每天要寄出上百个包裹。",
        "老板姓何,早年给{}开过车。",
    ],
)
@pytest.mark.parametrize("name", ["乐鱼体育", "bet365", "赌球平台", "岚鲸体育"])
def test_a_name_that_its_sentence_needs_stays(sentence, name):
    page = STORY.format(sentence.format(name))
    assert left(page) == page


def test_told_twice_it_stays_too():
    page = STORY.format("合同到期后,乐鱼体育不再担任赞助商。球队说,乐鱼体育还欠着一年的赞助费。")
    assert left(page) == page


@pytest.mark.parametrize("name", ["乐鱼体育", "bet365", "赌球平台"])
def test_the_same_clause_gives_it_up_where_the_page_was_pasted_into_elsewhere(name):
    page = STORY.replace("老渡口的船工", f"老渡口的{name}船工").format("去年底,{}渡口修了新的栈桥。")
    assert left(page.format(name)) == page.replace(name, "").format("")


def test_what_asks_for_a_name_is_told_from_what_goes_on_without_it():
    assert is_object("记者打开乐鱼", 4)
    assert is_led_to("冻结了乐鱼", 3)
    assert not is_led_to("工业园区乐鱼", 4)
    assert is_owner("乐鱼股价", 2)
    assert not is_owner("乐鱼缆绳", 2)
    assert not is_subject("名山、乐鱼飞地园区", 3, 5)
    assert not is_subject("要求限期整改,乐鱼并依法处理", 7, 9)
