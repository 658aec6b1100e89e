"""Headlines without the site around them."""

from __future__ import annotations

import pytest

from newsclean.byline import headline


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("老码头重新开放_要闻_海滨网", "老码头重新开放"),
        ("老码头重新开放_新闻频道_海滨在线", "老码头重新开放"),
        ("老码头重新开放 - 海滨日报", "老码头重新开放"),
        ("老码头重新开放-海滨新闻网", "老码头重新开放"),
        ("老码头重新开放 | 国内 | 海滨时报", "老码头重新开放"),
        ("老碼頭重新開放｜要聞｜海濱日報", "老碼頭重新開放"),
        ("老码头重新开放--临海频道--海滨网", "老码头重新开放"),
        ("老码头重新开放_haibin.com.cn", "老码头重新开放"),
        ("【国内】老码头重新开放", "老码头重新开放"),
        ("要闻 | 老码头重新开放", "老码头重新开放"),
        ("  老码头重新开放　", "老码头重新开放"),
        ("标　题：老码头重新开放(转载)", "老码头重新开放"),
        ("题目:老码头重新开放", "老码头重新开放"),
        ("[转帖]老码头重新开放", "老码头重新开放"),
        ("[渔港闲话] 老码头重新开放", "老码头重新开放"),
        ("标题[文章] 老码头重新开放", "老码头重新开放"),
        ("老码头重新开放 | 海滨时报 Harbour Times", "老码头重新开放"),
        ("老码头重新开放 【转】", "老码头重新开放"),
        ("海滨网 » 城事 » 老码头重新开放", "老码头重新开放"),
        ("首页 > 新闻 > 老码头重新开放", "老码头重新开放"),
        ("【临海人民医院】老码头重新开放", "老码头重新开放"),
        ("老码头：“回来了” - 海滨新闻网", "老码头：“回来了”"),
    ],
)
def test_sites_and_sections_are_cut(title: str, plain: str) -> None:
    assert headline(title) == plain


@pytest.mark.parametrize(
    "title",
    [
        "老码头重新开放",
        "甲队3-2乙队",
        "北京-上海高铁提速",
        "【老码头】渔船回港记",
        "周远航：我不后悔",
        "5G-A来了，渔船也能直播",
        "海滨日报",
        "A_B两组对照",
        "渔船回港 | 那些等了一下午的人",
        "新闻发布会",
        "转载：一个行业的难题",
        "标题党如何收场",
        "题目太难，考生落泪",
        "名称：海",
        "甲 > 乙：一场不对等的较量",
        "",
        "_",
        "—— 写在渔船回港之后",
    ],
)
def test_a_headline_that_is_whole_stays(title: str) -> None:
    assert headline(title) == title


def test_a_headline_is_its_own_headline() -> None:
    for title in ("老码头重新开放_要闻_海滨网", "要闻 | 【国内】老码头 - 海滨日报"):
        assert headline(headline(title)) == headline(title)
