"""Dates and times in the forms that pages write."""

from __future__ import annotations

import pytest

from newsclean.byline.dates import date_at
from newsclean.matching import fold


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("2020-10-15 17:40", "2020-10-15T17:40"),
        ("2020-10-15 17:40:09", "2020-10-15T17:40:09"),
        ("2020/3/5", "2020-03-05"),
        ("2012.01.17 09:10 pm", "2012-01-17T21:10"),
        ("2019年2月22日", "2019-02-22"),
        ("2019 年 2 月 22 日 8:05", "2019-02-22T08:05"),
        ("2012年01月12日18:24", "2012-01-12T18:24"),
        ("２０１９年２月２２日　０８：０５", "2019-02-22T08:05"),
        ("2019年9月26日 星期四 下午3:05", "2019-09-26T15:05"),
        ("2019年9月26日（周四） 15时05分", "2019-09-26T15:05"),
        ("2010-08-1215:30", "2010-08-12T15:30"),
        ("2022 07/21 08:55:16", "2022-07-21T08:55:16"),
        ("2020-10-15T17:40:00+08:00", "2020-10-15T17:40:00+08:00"),
        ("2020-10-15 17:40:00 +0800", "2020-10-15T17:40:00+08:00"),
        ("2020-10-15T09:40:00Z", "2020-10-15T09:40:00+00:00"),
        ("15/10/2020", "2020-10-15"),
        ("二〇二〇年十月十五日", "2020-10-15"),
        ("二○一二年三月三十日", "2012-03-30"),
        ("民國109年10月15日", "2020-10-15"),
        ("民國一〇九年十月五日", "2020-10-05"),
        ("中華民國九十八年十二月三十一日", "2009-12-31"),
        ("Oct 15, 2020 5:40 PM", "2020-10-15T17:40"),
        ("北京时间2020年10月15日 07:40", "2020-10-15T07:40"),
        ("2020-10-15 中午12:30", "2020-10-15T12:30"),
        ("2020-10-15 凌晨12:30", "2020-10-15T00:30"),
        ("2020-10-15 24:30", "2020-10-15"),
        ("2020-02-29", "2020-02-29"),
    ],
)
def test_a_date_is_read_with_the_precision_of_the_page(line: str, value: str) -> None:
    found = date_at(fold(line))
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    ("line", "value", "label"),
    [
        ("发布时间：2020-10-15 17:40", "2020-10-15T17:40", "published"),
        ("發佈日期: 2020-10-15", "2020-10-15", "published"),
        ("时间：20201015", "2020-10-15", "published"),
        ("时间:2020年5月", "2020-05", "published"),
        ("发布于2020年10月15日", "2020-10-15", "published"),
        ("发布时间：18-03-0823:16", "2018-03-08T23:16", "published"),
        ("最后更新：2020-10-15 18:00", "2020-10-15T18:00", "updated"),
        ("更新时间 2020-10-15", "2020-10-15", "updated"),
    ],
)
def test_a_label_says_which_time_it_is(line: str, value: str, label: str) -> None:
    found = date_at(fold(line))
    assert found is not None
    assert (found.value, found.label) == (value, label)


@pytest.mark.parametrize(
    "line",
    [
        "2020-13-01",
        "2020-02-30",
        "1970-01-01 08:00",
        "1932-05-04",
        "2021-02-29 10:00",
        "民國200年1月1日",
        "10-08 12:00",
        "3小时前",
    ],
)
def test_an_implausible_date_or_one_without_a_year_says_nothing(line: str) -> None:
    found = date_at(fold(line))
    assert found is not None
    assert found.value is None


@pytest.mark.parametrize(
    "line",
    [
        "时间就是金钱",
        "2020年5月",
        "民国时期的老街",
        "20201015",
        "2012-01-123",
        "3-2",
        "100.5",
        "2019年的春天",
        "更新换代",
        "发布会定于下周",
    ],
)
def test_what_only_resembles_a_date_is_none(line: str) -> None:
    assert date_at(fold(line)) is None
