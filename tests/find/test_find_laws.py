"""Laws that hold over any text: no exception, marks inside the text, a second search finds nothing, linear work."""

import itertools
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.edits import Revision, revise
from newsclean.find import (
    find_advertisements,
    find_damage,
    find_injected,
    find_link_farms,
    find_noise,
    find_spam,
)
from newsclean.find.brands import candidates
from newsclean.find.tables import rows
from newsclean.matching import read_page
from newsclean.testing import KINDS, pollute

ARTICLE = """石桥镇的夜班公交
石桥镇第一趟夜班公交昨晚十点从老码头站驶出。车厢里坐着刚下班的护士、收摊的小贩和两名晚自习归来的学生。
“以前这个点只能走回家。”在镇卫生院工作的护士说，她为这趟车等了三年，母亲每晚都在路口等她。
镇交通所表示，夜班公交将试运行三个月，其间听取乘客的意见，再决定是否长期开行。驾驶员老周说，他跑了二十年的白班，头一回看见这么亮的街。
今年以来，石桥镇新修了四条村道，改造了三座危桥，沿线的村民出行更方便了。下一步，镇里还将把候车亭的灯全部换成太阳能的。"""

PIECES = [
    *(text for _, _, text in rows("pollution")),
    *(name for name, _ in rows("brands")),
    *(word for word, _ in itertools.islice(rows("services"), 0, None, 7)),
    *ARTICLE.split("，"),
    *("\n", "。", "，", "的", " ", "|", "http://www.example.com/a.html", "13800138000", "友情链接", "微信abc12345"),
    *(
        "官网",
        "入口",
        "app",
        "Copyright © 2010 浙ICP备00000001号 ",
        "※",
        "✦",
        "企业的",
        "园区的",
        "\ud800",
        "\0",
        "①",
        "-",
    ),
]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map("".join)
FINDERS = (find_advertisements, find_damage, find_injected, find_link_farms, find_noise, find_spam)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_marks_lie_in_the_text_and_a_second_search_finds_nothing(text):
    marks, _ = find_spam(read_page(text))
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    cleaned = revise(Revision(text, text), marks).text
    assert find_spam(read_page(cleaned))[0] == []


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_ends_without_an_exception(text):
    for find in FINDERS:
        find(read_page(text, title=text[:20]))


@pytest.mark.parametrize("kind", KINDS)
def test_polluted_articles_are_clean_after_one_search(kind):
    for seed in range(20):
        text = pollute(ARTICLE, [kind], seed).text
        cleaned = revise(Revision(text, text), find_spam(read_page(text))[0]).text
        assert find_spam(read_page(cleaned))[0] == []


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "官网",
            "入口app",
            "九游会",
            "的",
            "的基层,",
            "a|",
            "|",
            " ",
            "1",
            "http://",
            "微信",
            "白癜风",
            "北京白癜风医院",
            "a.b",
            "✦",
            "开.",
            "P ",
        ),
        *(
            "-_",
            "(",
            "(中国",
            "乐鱼体育(中国",
            "友情链接\n",
            "市教委关于 ",
            "\n",
            "。",
            "①",
            "加v",
            "ag",
            "\u3000",
            "北京搬家公司 ",
            "企业的,园区的,",
        ),
    ],
)
def test_steps_grow_no_faster_than_the_text(unit, count_steps):
    small, large = (count_steps(lambda n=n: find_spam(read_page(unit * (n // len(unit) + 1)))) for n in (4_000, 8_000))
    assert large <= 2.3 * small + 5_000


def test_what_stands_behind_names_in_a_row_is_read_once(monkeypatch):
    read = 0

    class Behind:
        def match(self, folded, start):
            nonlocal read
            found = behind.match(folded, start)
            read += found.end() - start
            return found

    behind = candidates.BEHIND_NAME
    monkeypatch.setattr(candidates, "BEHIND_NAME", Behind())
    row = "dg真人" * 1_000
    find_spam(read_page(row))
    assert 0 < read <= 2 * len(row)


def test_the_order_of_articles_does_not_matter():
    pages = [read_page(pollute(ARTICLE, [kind], 3).text) for kind in KINDS]
    alone = [find_spam(page) for page in pages]
    order = list(range(len(pages)))
    Random(5).shuffle(order)
    assert {i: find_spam(pages[i]) for i in order} == dict(enumerate(alone))
