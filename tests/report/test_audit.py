"""The document says of a corpus what its records say, and shows the right ones of them."""

import random
from collections import Counter

import pytest

import gold
from newsclean import Cleaner
from newsclean.model import REMOVED_KINDS
from newsclean.record import dumps, from_dict
from newsclean.report import counts as counts_module
from newsclean.report import sample as sample_module
from newsclean.report.audit import audit
from newsclean.report.records import read

CLEANER = Cleaner()
PATHS = gold.case_files("polluted", "clean")
RECORDS = [
    CLEANER.clean(gold.read(path).data, id=path.stem, url=f"http://news{i % 9}.example.cn/{i}").to_dict()
    for i, path in enumerate(PATHS)
]
ARTICLES = [from_dict(record) for record in RECORDS]


def placed(records):
    return [(f"x:{i}", record) for i, record in enumerate(records)]


FULL = audit(placed(RECORDS), "甲报")


def by(document, family):
    return {row.key: row for row in document.by[family]}


def test_totals_are_those_of_the_articles():
    totals = FULL.totals
    edits = [edit for article in ARTICLES for edit in article.edits]
    assert totals.records == totals.sampled == len(ARTICLES)
    assert totals.characters == sum(len(article.restore()) for article in ARTICLES)
    assert totals.kept == sum(len(article.text) for article in ARTICLES)
    assert totals.removed == sum(len(edit.before) for edit in edits if edit.kind in REMOVED_KINDS)
    assert totals.repaired == sum(len(edit.before) for edit in edits if edit.kind not in REMOVED_KINDS)
    assert totals.spans == len(edits)
    assert totals.flags == sum(len(article.flags) for article in ARTICLES)
    assert sum(FULL.kept_ratio) == len(ARTICLES)


def test_kinds_rules_and_hosts_are_counted():
    edits = [(i, edit) for i, article in enumerate(ARTICLES) for edit in article.edits]
    for key, row in by(FULL, "kind").items():
        mine = [(i, edit) for i, edit in edits if edit.kind == key]
        assert (row.spans, row.characters) == (len(mine), sum(len(edit.before) for _, edit in mine))
        assert row.records == len({i for i, _ in mine})
    for rule in FULL.rules:
        mine = [i for i, edit in edits if (edit.rule, edit.kind) == (rule.id, rule.kind)]
        assert (rule.spans, rule.records, rule.hosts) == (len(mine), len(set(mine)), len({i % 9 for i in mine}))
    assert by(FULL, "host")["news0.example.cn"].records == len(ARTICLES[::9])
    assert by(FULL, "encoding").keys() == {article.encoding.name for article in ARTICLES}


def test_inside_and_risk_are_of_hits_between_kept_text():
    page = "渡船今天照常开。点我领取红包看看吧\n第一班坐满了人。\n上一篇：桥也修好了"
    record = CLEANER.clean(page).to_dict()
    record["removed"] = [
        {"kind": "advertisement", "rule": "mine.inside", "start": 8, "end": 17, "text": "点我领取红包看看吧"},
        {"kind": "advertisement", "rule": "mine.inside", "start": 26, "end": 36, "text": "\n上一篇：桥也修好了"},
    ]
    record |= {"repairs": [], "text": "渡船今天照常开。\n第一班坐满了人。", "ledger": {"stages": [["find", 2]]}}
    (rule,) = audit(placed([record]), "甲").rules
    assert (rule.spans, rule.inside, rule.risk) == (2, 0.5, 4.5)
    assert [(e.record, e.span) for e in rule.examples] == [(0, 0), (0, 1)]


def test_the_riskiest_rules_come_first_and_examples_are_hits_of_their_rule():
    assert [rule.risk for rule in FULL.rules] == sorted((rule.risk for rule in FULL.rules), reverse=True)
    for rule in FULL.rules:
        spans = [FULL.records[one.record].spans[one.span] for one in rule.examples]
        assert 1 <= len(spans) <= 3
        assert {(span.rule, span.kind) for span in spans} == {(rule.id, rule.kind)}


def test_records_are_shown_whole_and_in_order():
    assert [record.index for record in FULL.records] == list(range(len(RECORDS)))
    for shown, article in zip(FULL.records, ARTICLES, strict=True):
        assert (shown.source, shown.text) == (article.restore(), article.text)
        pieces, at = [], 0
        for span in shown.spans:
            assert at <= span.start < span.end
            pieces += [shown.source[at : span.start], span.after]
            at = span.end
        assert "".join([*pieces, shown.source[at:]]) == shown.text


def test_a_sample_stands_for_every_kind_rule_host_and_flag():
    document = audit(placed(RECORDS), "甲报", limit=150)
    assert document.totals.sampled == len(document.records) == 150
    assert document.totals.spans == FULL.totals.spans
    spans = {(span.kind, span.rule) for record in document.records for span in record.spans}
    assert spans == {(rule.kind, rule.id) for rule in FULL.rules}
    assert {record.host for record in document.records} == by(FULL, "host").keys()
    assert {flag.flag for record in document.records for flag in record.flags} == by(FULL, "flag").keys()
    assert all(rule.examples for rule in document.rules)


def test_the_same_records_are_shown_in_whatever_order_they_come():
    one = audit(placed(RECORDS), "甲报", limit=40)
    mixed = random.Random(3).sample(RECORDS, len(RECORDS))
    other = audit(placed(mixed), "甲报", limit=40)
    assert {record.id for record in one.records} == {record.id for record in other.records}
    assert [mixed[record.index]["id"] for record in other.records] == [record.id for record in other.records]


def test_what_does_not_fit_in_memory_is_counted_all_the_same(monkeypatch):
    monkeypatch.setattr(counts_module, "_HELD", 10)
    document = audit(placed(RECORDS), "甲报")
    assert (document.by, document.rules) == (FULL.by, FULL.rules)


def test_more_hosts_than_can_be_held_leave_rules_and_kinds_represented(monkeypatch):
    hosts = [record | {"url": f"http://h{i}.cn/"} for i, record in enumerate(RECORDS)]
    monkeypatch.setattr(sample_module, "_STRATA", 400)
    documents = [audit(placed(records), "甲", limit=200) for records in (hosts, hosts[::-1])]
    assert {record.id for record in documents[0].records} == {record.id for record in documents[1].records}
    shown = {span.rule for record in documents[0].records for span in record.spans}
    assert shown == {rule.id for rule in documents[0].rules}


def test_of_many_hosts_the_largest_are_named_and_the_rest_is_summed(monkeypatch):
    monkeypatch.setattr("newsclean.report.audit._ROWS", 4)
    rows = audit(placed(RECORDS), "甲").by["host"]
    assert [row.key is None for row in rows] == [False] * 4 + [True]
    assert sum(row.records for row in rows) == len(RECORDS)
    assert sum(row.characters for row in rows) == FULL.totals.characters


def test_a_large_record_is_shown_after_all_others_and_where_there_is_no_other():
    large = CLEANER.clean("渡船今天照常开，第一班坐满了人。" * 9000, id="large").to_dict()
    assert [r.id for r in audit(placed([large, *RECORDS[:5]]), "甲", limit=5).records] == [r["id"] for r in RECORDS[:5]]
    assert [r.id for r in audit(placed([large]), "甲").records] == ["large"]


def test_lines_that_are_no_records_are_counted_and_named():
    told = []
    parts = [("x:1", b'{"text": 1}'), ("x:2", b"{"), ("x:3", "unexpected end"), ("x:4", dumps(RECORDS[0]))]
    document = audit(parts, "甲", on_reject=lambda place, reason: told.append((place, reason)))
    assert (document.totals.records, document.totals.broken) == (1, 3)
    assert [place for place, _ in told] == ["x:1", "x:2", "x:3"]
    assert told[2][1] == "unexpected end"


@pytest.mark.parametrize("provenance", ["summary", "none"])
def test_bare_records_are_counted_as_far_as_they_say(provenance):
    bare = [article.to_dict(provenance) for article in ARTICLES]
    document = audit(placed(bare), "甲")
    assert document.totals.bare == document.totals.records == len(bare)
    assert not document.records
    assert document.totals.kept == FULL.totals.kept
    wanted = by(FULL, "kind") if provenance == "summary" else {}
    assert {key: row.spans for key, row in by(document, "kind").items()} == {k: row.spans for k, row in wanted.items()}
    assert {rule.inside for rule in document.rules} <= {0.0}


def test_a_record_that_was_changed_since_is_named_and_not_shown():
    told = []
    changed = RECORDS[0] | {"text": "别的话。"}
    document = audit(placed([changed]), "甲", on_reject=lambda place, reason: told.append(reason))
    assert not document.records
    assert document.totals.broken == 1
    assert "changed after it was cleaned" in told[0]


def test_odd_values_do_not_stop_the_count():
    odd = [RECORDS[0] | {"id": 2**80}, RECORDS[1] | {"id": None, "url": "http://[::1"}, RECORDS[2] | {"url": 7}]
    odd.append(RECORDS[3] | {"id": "\ud800"})
    assert audit(placed(odd), "甲").totals.records == 4


def against(tmp_path, old, new, **more):
    (tmp_path / "old.jsonl").write_bytes(b"".join(dumps(record) + b"\n" for record in old))
    return audit(placed(new), "甲", against=str(tmp_path / "old.jsonl"), **more)


def test_two_runs_are_compared_by_id_whatever_their_order(tmp_path):
    without = Cleaner(off=["related.heading"])
    old = [without.clean(gold.read(path).data, id=path.stem).to_dict() for path in PATHS]
    document = against(tmp_path, random.Random(1).sample(old, len(old)), RECORDS)
    made = ("text", "title", "byline", "published", "dateline", "removed", "repairs")
    changed = {new["id"] for was, new in zip(old, RECORDS, strict=True) if any(was[k] != new[k] for k in made)}
    assert document.against.records == {"changed": len(changed), "added": 0, "gone": 0}
    assert {record.id for record in document.records if record.against} == changed
    texts = {record["id"]: record["text"] for record in old}
    assert all(record.against.text == texts[record.id] for record in document.records if record.against)
    rules = {change.key: (change.before, change.after) for change in document.against.by_rule}
    counted = Counter(edit.rule for article in ARTICLES for edit in article.edits)
    assert rules["related.heading"] == (0, counted["related.heading"])
    assert document.against.totals.records == len(old)


def test_records_added_and_gone_are_counted_and_equal_ids_are_matched_in_turn(tmp_path):
    twice = [RECORDS[0] | {"id": "1"}, RECORDS[1] | {"id": "1"}]
    assert against(tmp_path, twice, twice).against.records == {"changed": 0, "added": 0, "gone": 0}
    assert against(tmp_path, twice, twice[:1] + RECORDS[5:7]).against.records == {"changed": 0, "added": 2, "gone": 1}
    nameless = [record | {"id": None} for record in RECORDS[:3]]
    assert against(tmp_path, nameless, nameless[:2]).against.records == {"changed": 0, "added": 0, "gone": 1}


def test_changed_records_are_drawn_first(tmp_path):
    new = [record | {"title": "新题"} if i in (7, 77, 177) else record for i, record in enumerate(RECORDS)]
    document = against(tmp_path, RECORDS, new, limit=180)
    assert {record.index for record in document.records if record.against} == {7, 77, 177}


def test_sizes_of_a_record_follow_from_its_changes():
    for record, article in zip(RECORDS, ARTICLES, strict=True):
        reading = read(record)
        assert reading.size == len(article.restore())
        assert [change.size for change in reading.changes] == [len(edit.before) for edit in article.edits]
