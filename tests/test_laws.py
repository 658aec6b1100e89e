"""The laws that hold for every input: any text, any bytes, the gold cases, and what cutting and joining makes."""

import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gold
import newsclean
from newsclean.decoding import decode
from newsclean.record import dumps, loads, restore

CLEANER = newsclean.Cleaner()
CASES = [gold.read(path) for path in sorted(gold.CASES.rglob("*.case"))]
LINES = sorted({line for case in CASES for line in case.raw.split("\n") if line.strip()})
CALM = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@st.composite
def pages(draw):
    """Real-looking pages: lines of cases in any order, pieces of two cases joined, with any text in between."""
    line = st.sampled_from(LINES) | st.text(max_size=30)
    if draw(st.booleans()):
        return "\n".join(draw(st.lists(line, max_size=20)))
    one, two = draw(st.sampled_from(CASES)).raw, draw(st.sampled_from(CASES)).raw
    middle = draw(st.text(max_size=10))
    return one[: draw(st.integers(0, len(one)))] + middle + two[draw(st.integers(0, len(two))) :]


def assert_laws(source, article):
    assert article.restore() == source
    for edit in article.edits:
        assert source[edit.start : edit.end] == edit.before
        assert edit.start < edit.end
    for one, two in pairwise(article.edits):
        assert one.end <= two.start
    assert all(edit.after == "" for edit in article.removed)
    for flag in article.flags:
        assert 0 <= flag.start <= flag.end <= len(source)
    assert article.text == "\n".join(article.paragraphs)
    assert article.text == article.text.strip()


@CALM
@given(st.text())
def test_any_text_obeys_the_laws(text):
    article = CLEANER.clean(text, form="text")
    assert_laws(text, article)
    assert CLEANER.clean(article.text, form="text").text == article.text


@CALM
@given(pages())
def test_pieces_of_pages_obey_the_laws(page):
    article = CLEANER.clean(page, form="text")
    assert_laws(page, article)
    assert CLEANER.clean(article.text, form="text").text == article.text


@CALM
@given(st.binary() | pages().map(lambda page: page.encode("gb18030", "replace")[1:]))
def test_any_bytes_give_an_article(raw):
    article = CLEANER.clean(raw)
    decoded = decode(raw)
    assert article.encoding.replaced == decoded.replaced == len(decoded.undecodable)
    assert all(raw[byte.offset] == byte.value for byte in decoded.undecodable)
    if article.encoding.name and not article.edits:
        assert article.restore() == article.text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_gold_cases_obey_the_laws(case):
    article = CLEANER.clean(case.data)
    assert_laws(case.data.decode(case.encoding), article)
    assert CLEANER.clean(article.text).text == article.text


@CALM
@given(pages())
def test_the_record_gives_the_source_back(page):
    assert restore(loads(dumps(CLEANER.clean(page, form="text").to_dict()))) == page


@CALM
@given(st.lists(pages(), min_size=2, max_size=4), st.randoms())
def test_an_article_depends_on_its_own_input_alone(several, random):
    alone = {page: CLEANER.clean(page) for page in several}
    random.shuffle(several)
    assert [CLEANER.clean(page) for page in several] == [alone[page] for page in several]


def test_threads_and_pickles_change_nothing():
    raws = [case.data for case in CASES[:40]]
    wanted = [CLEANER.clean(raw) for raw in raws]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(CLEANER.clean, raws)) == wanted
    again = pickle.loads(pickle.dumps(CLEANER))
    assert again == CLEANER
    assert [again.clean(raw) for raw in raws] == wanted


def test_kept_kinds_stay():
    page = "春汛平稳过境\n来源：江城晚报\n水位昨夜回落，沿江道路恢复通行。\n相关阅读\n江城去年的春汛\n版权所有 江城在线"
    article = newsclean.Cleaner(keep={"copyright"}).clean(page)
    assert article.text.endswith("版权所有 江城在线")
    assert "copyright" not in {edit.kind for edit in article.removed}


@pytest.mark.parametrize(
    "unit",
    [
        "一句话。",
        "标题\n",
        "责任编辑：林晓\n",
        "（",
        "9",
        " ",
        "\n",
        "http://a.cn/b ",
        "相关阅读\n江城旧事\n",
        "統(tǒng)",
        "乐鱼体育",
        "\ufffd",
        "&nbsp;",
        "<br>",
        "\N{ZERO WIDTH SPACE}",
    ],
)
def test_work_grows_with_the_input_and_no_faster(unit):
    """Twice the input makes at most 2.2 times the steps (lines of Python executed, which no load can change)."""
    small = _steps(unit * (4000 // len(unit)))
    large = _steps(unit * (8000 // len(unit)))
    assert large <= 2.2 * small + 2000


def _steps(text):
    count = 0

    def trace(frame, event, arg):
        nonlocal count
        count += event == "line"
        return trace

    CLEANER.clean(text, form="text")  # tables are loaded, patterns compiled
    sys.settrace(trace)
    try:
        CLEANER.clean(text, form="text")
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        "",
        b"\0" * 100,
        "\ud800甲\udfff",
        " \t\u3000\n",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        "\x1b\x07\x00",
        "甲" * 200_000,
        "短\n" * 20_000,
    ],
    ids=lambda raw: repr(raw[:8]),
)
def test_odd_input_gives_an_article(raw):
    article = newsclean.clean(raw)
    if isinstance(raw, str):
        assert article.restore() == raw
    if not raw:
        assert (article.text, article.title, article.edits, article.flags) == ("", None, (), ())
