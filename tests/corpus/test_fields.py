"""Which field of a record holds what, named or found."""

import pytest

from newsclean.corpus.fields import Fields, pass_through, preset
from newsclean.errors import ConfigError, RecordError


@pytest.mark.parametrize(
    ("given", "raw"),
    [
        ({"text": "正文", "content": "别的"}, "正文"),
        ({"text": None, "content": "正文"}, "正文"),
        ({"raw_text": "正文"}, "正文"),
        ({"html": "<p>正文</p>"}, "<p>正文</p>"),
        ({"text": "", "html": "<p>别的</p>"}, ""),
        ({"段落": [{"行号": 1, "内容": "甲。"}, {"行号": 2, "内容": "乙。"}]}, "甲。\n乙。"),
        ({"content": ["甲。", "乙。"]}, "甲。\n乙。"),
    ],
)
def test_the_text_is_found(given, raw):
    assert Fields().item(given).raw == raw


def test_html_is_told_to_the_cleaner_and_text_is_left_to_it():
    assert Fields().item({"html": ""}).hints == {"form": "html"}
    assert Fields().item({"text": ""}).hints == {}


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ({"url": "http://a.cn/1", "source": "http://b.cn"}, "http://a.cn/1"),
        ({"source": "https://b.cn/2"}, "https://b.cn/2"),
        ({"source": "江南日报"}, None),
        ({"metadata": {"url": "http://c.cn"}}, "http://c.cn"),
        ({"url": 7}, None),
    ],
)
def test_the_address_is_found(given, url):
    assert Fields().item(given | {"text": ""}).hints.get("url") == url


def test_named_fields_are_the_only_ones_looked_at():
    fields = Fields(text="doc.body", url="link", id="key", title="head")
    given = {"doc": {"body": "正文"}, "link": "http://a.cn", "key": 9, "head": "标题", "text": "别的"}
    item = fields.item(given)
    assert (item.raw, item.hints) == ("正文", {"url": "http://a.cn", "id": "9", "title": "标题"})
    with pytest.raises(RecordError, match=r"none of the fields doc\.body"):
        fields.item({"text": "别的"})


@pytest.mark.parametrize("value", [7, {"a": 1}, [1], [{"行号": 1}], True])
def test_a_text_that_is_none_is_refused_by_name(value):
    with pytest.raises(RecordError, match="field 'text' is neither"):
        Fields().item({"text": value})


def test_fields_pass_through_and_metadata_that_the_page_does_not_state_stays():
    given = {"id": 5, "text": "x", "desk": ["城市"], "title": "题", "published": "2020-01-02", "flags": "mine"}
    record = {"id": "5", "text": "y", "title": None, "published": "2021-01-01", "flags": []}
    assert pass_through(given, record) == {
        "id": 5,
        "text": "y",
        "title": "题",
        "published": "2021-01-01",
        "flags": [],
        "desk": ["城市"],
    }


def test_an_unknown_preset_names_the_known():
    assert preset("mnbvc").text == "段落"
    with pytest.raises(ConfigError, match="did you mean 'mnbvc'"):
        preset("mnbvk")
