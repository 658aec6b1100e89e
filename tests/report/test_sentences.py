"""Every rule says what it finds."""

import gold
from newsclean import Cleaner
from newsclean.report.sentences import sentences
from newsclean.rules import builtin

TOLD = sentences()


def test_every_rule_in_data_and_every_rule_that_fired_on_the_cases_has_a_sentence():
    cleaner = Cleaner(punctuation="fullwidth")
    fired = {edit.rule for path in gold.case_files("polluted") for edit in cleaner.clean(gold.read(path).data).edits}
    assert [rule for rule in fired | {rule.id for rule in builtin()} if not TOLD.get(rule, {}).get("en")] == []


def test_sentences_of_a_rule_file_are_told(tmp_path):
    (tmp_path / "mine.toml").write_text(
        '[[rule]]\nid = "mine.card"\nkind = "related"\nwhere = "line"\nwhat = "A card"\n'
        "pattern = '看点'\nremoves = ['看点']\nkeeps = ['今日看点']\n",
        encoding="utf-8",
    )
    assert sentences([tmp_path / "mine.toml"])["mine.card"]["en"] == "A card"
