"""newsclean rules: list, show, test."""

import pytest

RULE = """
[[rule]]
id = "mine.weather-card"
kind = "navigation"
where = "line"
what = "A weather card"
pattern = '今日天气[:：]\\S{1,10}$'
removes = ["今日天气：多云"]
keeps = ["今日天气：多云，记者走访了河边的三个村子。"]
"""


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(RULE, encoding="utf-8")
    return path


def test_every_rule_is_listed_with_its_kind(run):
    status, out, _ = run("rules", "list")
    ids = [line.split()[0] for line in out.decode().splitlines()]
    assert status == 0
    assert len(ids) == len(set(ids)) > 10
    assert run("rules") == (status, out, "")
    some = run("rules", "list", "--kind", "copyright").out.decode().splitlines()
    assert {line.split()[1] for line in some} == {"copyright"}
    assert run("rules", "list", "--kind", "copyrigth").status == 2


def test_a_rule_is_shown_with_its_examples(run, mine):
    out = run("rules", "show", "mine.weather-card", "--rules", mine).out.decode()
    assert "A weather card" in out
    assert "removes  今日天气：多云" in out
    assert "keeps    今日天气：多云，" in out


def test_an_unknown_rule_names_the_nearest(run, mine):
    status, _, err = run("rules", "show", "mine.weather-kard", "--rules", mine)
    assert status == 2
    assert "did you mean 'mine.weather-card'?" in err


def test_the_examples_of_a_file_are_run(run, mine):
    status, out, _ = run("rules", "test", mine)
    assert (status, out) == (0, b"1 rules, 2 examples, 0 failed\n")


def test_an_example_that_fails_is_told(run, mine):
    mine.write_text(RULE.replace('["今日天气：多云"]', '["明日天气：多云"]'), encoding="utf-8")
    status, out, err = run("rules", "test", mine)
    assert status == 2
    assert "mine.weather-card: does not remove" in err
    assert out == b"1 rules, 2 examples, 1 failed\n"


def test_the_shipped_rules_pass(run):
    status, out, err = run("rules", "test")
    assert (status, err) == (0, "")
    assert out.endswith(b"0 failed\n")


def test_a_rule_of_ones_own_cleans(run, mine, tmp_path):
    (tmp_path / "a.txt").write_text("雨停了，路通了。\n今日天气：多云\n", encoding="utf-8")
    assert run("clean", "-q", "a.txt", "--rules", mine).out.decode() == "雨停了，路通了。\n"
