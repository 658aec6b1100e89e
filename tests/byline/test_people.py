"""Names told from words, and told apart where they are glued."""

from __future__ import annotations

import pytest

from newsclean.byline.people import is_name, is_organisation, is_outlet, is_placeholder, split_names


@pytest.mark.parametrize(
    "name", ["周远航", "林晓", "欧阳修文", "司马静", "买买提·艾力", "阿·托尔斯泰", "demi xia", "卜一心", "万里"]
)
def test_a_name_is_a_name(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "word", ["时间", "关闭", "高度", "通过邮件", "于昨日", "连线", "从现场", "市委", "张", "温州", "说的", "王先生们的"]
)
def test_a_word_is_no_name(word: str) -> None:
    assert not is_name(word)


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("周远航林晓", ["周远航", "林晓"]),
        ("林晓周远航", ["林晓", "周远航"]),
        ("欧阳澜陈默卜一心", ["欧阳澜", "陈默", "卜一心"]),
        ("李明王强", ["李明", "王强"]),
        ("诸葛小亮司徒青", ["诸葛小亮", "司徒青"]),
    ],
)
def test_glued_names_part_at_their_surnames(run: str, names: list[str]) -> None:
    spans = split_names(run)
    assert spans is not None
    assert [run[start:end] for start, end in spans] == names


@pytest.mark.parametrize("run", ["漳州市委", "走进石油小城", "新闻中心", "为人民服务", "的的的的", "海滨的春天来了"])
def test_what_is_no_run_of_names_stays_whole(run: str) -> None:
    assert split_names(run) is None


@pytest.mark.parametrize(
    "name",
    [
        "海滨日报",
        "临海在线",
        "新华社客户端",
        "北方卫视",
        "东海融媒体中心",
        "《海滨晚报》",
        "haibin.com",
        "海滨新闻网",
        "大公报",
        "文汇报",
        "中国青年报",
        "国际在线",
        "新华每日电讯",
        "bbc",
    ],
)
def test_an_outlet_is_known_by_its_end(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize(
    "name", ["天气预报", "年度财报", "旅行社", "互联网", "市委组织部", "周远航", "成果发布", "农业合作社"]
)
def test_what_ends_like_an_outlet_need_not_be_one(name: str) -> None:
    assert not is_outlet(name)


def test_an_office_is_an_organisation() -> None:
    assert is_organisation("区委宣传部")
    assert not is_organisation("周远航")


@pytest.mark.parametrize("name", ["佚名", "admin", "张某某", "李某", "匿名", "网络", "小编", "xxx"])
def test_a_placeholder_stands_for_nobody(name: str) -> None:
    assert is_placeholder(name)


@pytest.mark.parametrize("name", ["易明", "网红", "周远航", "某日"])
def test_a_name_is_no_placeholder(name: str) -> None:
    assert not is_placeholder(name)


@pytest.mark.parametrize("name", ["王向东", "刘向前", "周以安", "沈从文"])
def test_a_particle_may_begin_a_given_name(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("word", ["江以南", "王向他", "马从此", "周以后", "张向记"])
def test_a_particle_begins_no_name_before_anything_else(word: str) -> None:
    assert not is_name(word)
