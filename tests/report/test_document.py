"""The value between the audit's data and its page."""

import json

from newsclean.model import Flag
from newsclean.report.document import Against, Change, Document, Example, Row, RuleRow, Shown, Span, Totals, dumps

SPAN = Span(3, 6, "removed", "related", "related.heading")
FULL = Document(
    title="江城晚报",
    generator="newsclean 0.1.0",
    totals=Totals(records=2, sampled=1, broken=1),
    by={"kind": (Row("related", 1, 1, 3),)},
    rules=(
        RuleRow("related.heading", "related", {"en": "A heading", "zh": None}, 1, 1, 3, 1, 0.5, 2.0, (Example(0, 0),)),
    ),
    records=(Shown(1, "雨停了分享。", "雨停了。", 0.5, (SPAN,), (Flag("truncated", 0, 1),)),),
    against=Against("旧", Totals(records=2), {"changed": 1, "added": 0, "gone": 0}, (Change("related", 0, 1),)),
)


def test_all_of_a_document_is_written_by_name():
    read = json.loads(dumps(FULL))
    assert read["version"] == 1
    assert read["totals"]["broken"] == 1
    assert read["by"]["kind"][0]["key"] == "related"
    assert read["rules"][0]["examples"] == [{"record": 0, "span": 0}]
    assert read["records"][0]["spans"][0]["rule"] == "related.heading"
    assert read["records"][0]["flags"] == [{"flag": "truncated", "start": 0, "end": 1, "detail": ""}]
    assert read["against"]["by_kind"] == [{"key": "related", "before": 0, "after": 1}]


def test_a_lone_surrogate_is_escaped_and_the_rest_is_the_same():
    plain = json.loads(dumps(Shown(0, "甲", "甲", 1.0, (SPAN,))))
    odd = json.loads(dumps(Shown(0, "甲\ud800", "甲", 1.0, (SPAN,))))
    assert odd == plain | {"source": "甲\ud800"}
