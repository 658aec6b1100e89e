"""The record says everything, and gives article and source back through JSON."""

import json

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.edits import Revision, revise
from newsclean.errors import ConfigError, RecordError
from newsclean.model import (
    Article,
    Byline,
    Dateline,
    Edit,
    Encoding,
    Flag,
    Mark,
    Script,
    Undecodable,
)
from newsclean.record import FIELDS, dumps, from_dict, loads, restore, to_dict

ANY_TEXT = st.text(st.characters(codec=None) | st.sampled_from("\ud83d\ude00甲\n"), max_size=30)
ARTICLE = Article(
    "正文一。\n正文二。",
    title="标题",
    byline=Byline("江南日报", reporters=("李明", "王芳"), editors=("赵一",)),
    published="2020-10-15T17:40",
    dateline=Dateline("新华社", "北京", "8月1日"),
    id="7",
    url="http://example.com/7",
    script=Script("traditional", "simplified"),
    encoding=Encoding("gb18030", "detected", 1),
    edits=(
        Edit(0, 3, "标题\n", "", "layout", "title", "title.headline"),
        Edit(3, 4, "證", "正", "script", "script", "t2s"),
        Edit(7, 9, "广告", "\n", "find", "advertisement", "ad.word"),
    ),
    flags=(Flag("truncated", 5, 9, "尾"),),
    undecodable=(Undecodable(12, 0xFF),),
)


@st.composite
def articles(draw):
    source = draw(ANY_TEXT)
    revision = Revision(source, source)
    kinds = st.sampled_from(["markup", "related", "script", "width"])
    for _ in range(2):
        size = len(revision.text)
        spans = draw(st.lists(st.tuples(st.integers(0, size), st.integers(1, 4), kinds, ANY_TEXT), max_size=4))
        marks = [Mark(a, min(a + n, size), "s", k, "r", after) for a, n, k, after in spans if a < size]
        revision = revise(revision, marks)
    return source, Article(revision.text, edits=revision.edits)


def test_a_full_record_has_every_field_in_the_order_of_the_contract():
    assert tuple(to_dict(ARTICLE)) == FIELDS
    assert tuple(to_dict(Article())) == FIELDS


def test_unknown_values_are_null_and_unknown_lists_are_empty():
    record = to_dict(Article())
    assert {f for f in FIELDS if record[f] is None} == {"id", "url", "title", "published", "dateline"}
    assert record["removed"] == record["repairs"] == record["flags"] == record["byline"]["authors"] == []


def test_a_record_names_kind_rule_place_and_text():
    record = to_dict(ARTICLE)
    assert record["removed"][0] == {"kind": "title", "rule": "title.headline", "start": 0, "end": 3, "text": "标题\n"}
    assert record["repairs"] == [{"kind": "script", "rule": "t2s", "start": 3, "end": 4, "before": "證", "after": "正"}]
    assert record["flags"] == [{"flag": "truncated", "start": 5, "end": 9, "detail": "尾"}]
    assert record["dateline"] == {"agency": "新华社", "place": "北京", "date": "8月1日"}


def test_an_article_comes_back_from_its_record():
    assert from_dict(orjson.loads(orjson.dumps(to_dict(ARTICLE)))) == ARTICLE


@given(articles())
def test_the_source_comes_back_through_json_for_any_text(case):
    source, article = case
    assert article.restore() == source
    assert restore(loads(dumps(to_dict(article)))) == source


@pytest.mark.parametrize("text", ["\ud800", "甲\udfff乙", "\ud83d\ude00", "😀\ud83d", "\x00\x7f\N{LINE SEPARATOR}"])
def test_lone_surrogates_and_controls_survive_on_one_line(text):
    line = dumps(to_dict(Article(text)))
    assert b"\n" not in line
    assert restore(loads(line)) == text


def test_a_number_over_64_bits_passes_unchanged():
    assert loads(dumps(loads(b'{"n": 123456789012345678901234567890}'))) == {"n": 123456789012345678901234567890}


def test_summary_leaves_out_texts_of_repairs_and_ledger():
    record = to_dict(ARTICLE, "summary")
    assert "ledger" not in record
    assert record["repairs"] == [{"kind": "script", "rule": "t2s", "start": 3, "end": 4}]
    assert [r["text"] for r in record["removed"]] == ["标题\n", "广告"]


def test_none_leaves_out_removals_and_repairs_but_keeps_flags():
    record = to_dict(ARTICLE, "none")
    assert (record["removed"], record["repairs"], "ledger" in record) == ([], [], False)
    assert record["flags"]


def test_an_unknown_provenance_names_the_nearest():
    with pytest.raises(ConfigError, match="did you mean 'summary'"):
        to_dict(ARTICLE, "sumary")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"ledger": None}, "no ledger"),
        ({"text": None}, "text is null"),
        ({"text": "别的文字"}, "changed after it was cleaned"),
        ({"text": ""}, "changed after it was cleaned"),
        ({"removed": [{"kind": "title"}]}, "not a record of newsclean"),
        ({"removed": "标题"}, "not a record of newsclean"),
        ({"byline": []}, "not a record of newsclean"),
    ],
)
def test_a_damaged_record_says_what_is_wrong(change, message):
    with pytest.raises(RecordError, match=message):
        restore(to_dict(ARTICLE) | change)


def test_overlapping_edits_are_refused():
    record = to_dict(ARTICLE)
    record["removed"][1] |= {"start": 3, "end": 5}
    with pytest.raises(RecordError, match="overlap"):
        restore(record)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"[1]", "this is an array"),
        (b"7", "this is a number"),
        (b"null", "this is null"),
        (b'{"text": "\xb0\xa1"}', "not UTF-8: byte 0xb0 at offset 10"),
        (b'{"text": "a"', "invalid JSON: .* at character 13"),
        (b"[" * 100_000, "nested too deep"),
    ],
)
def test_a_line_that_is_no_record_says_why(line, message):
    with pytest.raises(RecordError, match=message):
        loads(line)


def test_a_lone_surrogate_in_json_is_read():
    assert loads(b'{"text": "\\ud800"}') == {"text": "\ud800"}
    assert json.loads(dumps({"text": "\ud800"})) == {"text": "\ud800"}


def test_doubt_of_an_edit_is_kept_in_the_ledger_alone():
    edits = (
        Edit(0, 1, "甲", "", "find", "advertisement", "ad.word", 0.8),
        Edit(2, 3, "丙", "", "find", "related", "r.r"),
    )
    article = Article("乙丁", edits=edits)
    record = article.to_dict()
    assert record["ledger"]["confidence"] == [[0, 0.8]]
    assert "confidence" not in record["removed"][0]
    assert from_dict(loads(dumps(record))) == article
