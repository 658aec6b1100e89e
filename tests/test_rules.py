"""Every rule does what its examples say, and a rule file that is wrong says where."""

import pickle
import re
from re import _constants as op
from re import _parser as parser
from sys import maxsize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.errors import RuleError
from newsclean.literals import first_characters, longest_match, required_literals
from newsclean.matching import fold
from newsclean.rules import RuleSet, builtin, failures, load, select

RULES = {rule.id: rule for rule in builtin()}
GOOD = """
[[rule]]
id = "mine.red-packet"
kind = "advertisement"
where = "line"
what = "An offer of red packets"
pattern = '点我领.{0,6}红包'
removes = ["点我领取现金红包"]
keeps = ["他点我领的红包还在抽屉里。"]
"""


@pytest.mark.parametrize("rule_id", RULES)
def test_a_rule_removes_and_keeps_its_examples(rule_id):
    assert failures(RULES[rule_id]) == []


@pytest.mark.parametrize("rule_id", RULES)
def test_without_its_rule_an_example_stays(rule_id):
    """Each rule has an example that the other rules leave: switching the rule off breaks a test."""
    others = RuleSet(tuple(rule for rule in RULES.values() if rule.id != rule_id))
    before = "雨停了，路通了。" if RULES[rule_id].where in ("inline", "sentence") else ""
    folded = [(fold(before), fold(example)) for example in RULES[rule_id].removes]
    assert any(not _all_gone(others, a, b) for a, b in folded), f"every example of {rule_id} is another rule's too"


def _all_gone(rules, before, example):
    gone = [False] * len(before + example)
    for hit in rules.hits(before + example):
        gone[hit.start : hit.end] = [True] * (hit.end - hit.start)
    return all(flag or char == " " for flag, char in zip(gone[len(before) :], example, strict=True))


@pytest.mark.parametrize("rule_id", RULES)
def test_a_rule_matches_traditional_and_full_width_forms_alike(rule_id):
    rule = RULES[rule_id]
    wide = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)})
    for example in rule.removes:
        assert bool(RuleSet((rule,)).hits(fold(example))) == bool(RuleSet((rule,)).hits(fold(example.translate(wide))))


@pytest.mark.parametrize("rule_id", RULES)
def test_the_prefilter_never_hides_a_match(rule_id):
    rule = RULES[rule_id]
    literals = required_literals(rule.regex)
    for example in (*rule.removes, *rule.keeps):
        for found in rule.regex.finditer(fold(example)):
            assert not literals or any(literal in found[0] for literal in literals)


def test_branches_with_too_many_literals_together_are_told_by_fewer() -> None:
    digits = "[一二三四五六七八九十]"
    street, house = f"路{digits * 2}[东西南北中]", f"楼{digits * 2}[甲乙丙丁戊]"  # 500 literals each
    assert required_literals(re.compile(f"(?:{street}.*门牌|单元.*{house}).*")) == {"门牌", "单元"}


def test_no_match_of_a_rule_is_longer_than_said() -> None:
    for rule in RULES.values():
        for example in rule.removes:
            for match in rule.regex.finditer(fold(example)):
                assert len(match[0]) <= longest_match(rule.regex)
    assert longest_match(re.compile("原文(?=.{9}链接)")) == maxsize


def test_every_match_of_a_rule_begins_as_said() -> None:
    for rule in RULES.values():
        begins = first_characters(rule.regex)
        for found in (found for example in rule.removes for found in rule.regex.finditer(fold(example))):
            assert begins is None or found[0][0] in begins or found[0][0].isdecimal()
    assert first_characters(re.compile("(?:第)?[一二]?")) is None


def test_many_lines_are_searched_as_each_of_them_is() -> None:
    rules = RuleSet(tuple(RULES.values()))
    lines = [fold(example).strip() for rule in RULES.values() for example in (*rule.removes, *rule.keeps)]
    lines = [line for example in lines for line in example.split("\n")]
    assert rules.hits_of(["", *lines, ""]) == [[], *map(rules.hits, lines), []]


@given(
    st.lists(st.sampled_from([piece for rule in RULES.values() for piece in (*rule.removes, *rule.keeps)]), max_size=6)
)
def test_hits_stay_inside_the_line(pieces):
    folded = fold("".join(pieces))
    for hit in RuleSet(tuple(RULES.values())).hits(folded):
        assert 0 <= hit.start < hit.end <= len(folded)


@pytest.mark.parametrize("rule_id", RULES)
def test_no_pattern_repeats_a_repeat_without_bound(rule_id):
    """Nested unbounded repeats are what makes matching exponential; lines are bounded, so the rest is linear."""
    unbounded = list(_unbounded(parser.parse(RULES[rule_id].regex.pattern)))
    assert max(unbounded, default=0) <= 1


def _unbounded(tokens, depth=0):
    """Give, for each unbounded repeat in a parsed pattern, how many of them it stands in."""
    for name, value in tokens:
        repeat = name in (op.MAX_REPEAT, op.MIN_REPEAT)
        here = depth + (repeat and value[1] is op.MAXREPEAT)
        yield here
        for part in value if isinstance(value, (tuple, list)) else ():
            for inner in part if isinstance(part, list) else (part,):
                if isinstance(inner, parser.SubPattern):
                    yield from _unbounded(inner, here)


def test_ids_are_unique_and_say_family_and_finding():
    assert len(RULES) == len(builtin())
    assert all(re.fullmatch(r"[a-z]+(\.[a-z0-9-]+)+", rule_id) for rule_id in RULES)


def test_a_rule_file_is_read(tmp_path):
    (tmp_path / "mine.toml").write_text(GOOD, encoding="utf-8")
    (rule,) = load(tmp_path / "mine.toml")
    assert (rule.id, rule.kind, rule.pack) == ("mine.red-packet", "advertisement", "mine")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "advertisement"', 'kind = "advertisment"', "did you mean 'advertisement'"),
        ('where = "line"', 'where = "lines"', "did you mean 'line'"),
        ("pattern =", "patern =", "did you mean 'pattern'"),
        ("keeps = [", "#keeps = [", "'keeps' is missing"),
        ('removes = ["点我领取现金红包"]', "removes = []", "'removes' must be a list"),
        ("'点我领.{0,6}红包'", "'点我领(红包'", "'pattern'"),
        ("'点我领.{0,6}红包'", "'第[①-⑳]条'", "①-⑳ is another range on folded text"),
        ("'点我领.{0,6}红包'", "'(点我领)?'", "matches the empty string"),
        ('id = "mine.red-packet"', 'id = "Red Packet"', "'id' must be"),
        ("[[rule]]", "[[rules]]", "did you mean 'rule'"),
        ("[[rule]]", "[[rule", "not a rule file"),
    ],
)
def test_a_wrong_rule_file_names_file_rule_and_key(tmp_path, old, new, said):
    file = tmp_path / "mine.toml"
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(RuleError) as error:
        load(file)
    assert said in str(error.value)
    assert "mine.toml" in str(error.value)


def test_a_missing_rule_file_is_named():
    with pytest.raises(RuleError, match=r"nowhere\.toml"):
        select(["nowhere.toml"])


def test_an_unknown_rule_to_switch_off_names_the_nearest():
    with pytest.raises(RuleError, match=r"did you mean 'navigation\.tags'"):
        select((), off=["navigation.tag"])


def test_a_rule_set_survives_pickling():
    rules = pickle.loads(pickle.dumps(RuleSet(tuple(RULES.values()))))
    assert [hit.rule.id for hit in rules.hits("相关阅读")] == ["related.heading"]


def test_a_pattern_in_traditional_or_full_width_form_is_folded(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(GOOD.replace("点我领.{0,6}红包", "點我領.{0,6}紅包"), encoding="utf-8")
    assert failures(load(file)[0]) == []


@pytest.mark.parametrize(
    "unit", ["影音 | ", "甲 > ", "新闻中心 · ", "要闻 / ", "首页-", "阅读 3 ", "标签:", "更多", "第3页 "]
)
def test_a_row_of_many_pieces_with_a_stop_behind_it_is_decided(unit):
    """A pattern that reads such a row in two ways tries 2^n of them and never comes back."""
    row = fold(unit * 40)[:380] + "购物,买东西!"
    assert all(hit.end <= len(row) for hit in RuleSet(tuple(RULES.values())).hits(row))
