"""newsclean review apply: from the page's export to a rule file and gold cases."""

import json

import pytest

PAGE = (
    "春汛平稳过境\n来源：江城晚报\n水位昨夜回落，沿江道路恢复通行。\n"
    "渡船今天照常开，第一班坐满了人。\n点亮小红花 为家乡助力\n责任编辑：林晓\n"
)


def verdict(judged, text, **more):
    start = PAGE.index(text)
    around = {"before": PAGE[max(0, start - 40) : start], "after": PAGE[start + len(text) :][:40]}
    place = {"index": 0, "start": start, "end": start + len(text), "line": text, "id": None, "url": None}
    return {"verdict": judged, "text": text, "rule": None, "kind": None, "note": ""} | around | place | more


VETO = verdict("keep", "责任编辑：林晓", rule="byline.line", kind="byline")
NOISE = verdict("noise", "点亮小红花 为家乡助力")


@pytest.fixture
def review(tmp_path, run):
    """A page, cleaned, and the function that writes a review of it."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    assert run("clean", "-q", "page.txt", "-o", "cleaned.jsonl").status == 0

    def write(*verdicts):
        lines = [json.dumps(one, ensure_ascii=False) + "\n" for one in verdicts]
        (tmp_path / "review.jsonl").write_text("".join(lines), encoding="utf-8")
        return "review.jsonl"

    return write


def test_verdicts_become_rules_that_clean_as_was_judged(run, review):
    assert run("clean", "-q", "page.txt").out.decode().split("\n")[-2] == "点亮小红花 为家乡助力"
    status, out, err = run("review", "apply", review(VETO, NOISE), "-o", "my.toml", "--records", "cleaned.jsonl")
    assert (status, out) == (0, b"")
    assert err == "newsclean: verdicts: 2; new exceptions: 1; new rules: 1; honoured: 2 of 2 tried\n"
    assert run("clean", "-q", "page.txt", "--rules", "my.toml").out.decode() == (
        "水位昨夜回落，沿江道路恢复通行。\n渡船今天照常开，第一班坐满了人。\n责任编辑：林晓\n"
    )


def test_the_rule_file_passes_its_tests_with_the_gold_cases(run, review, tmp_path):
    run("review", "apply", review(VETO, NOISE), "-o", "my.toml", "--records", "cleaned.jsonl", "--cases", "cases")
    assert len(list((tmp_path / "cases").glob("*.case"))) == 1
    status, out, err = run("rules", "test", "my.toml", "--cases", "cases")
    assert (status, err) == (0, "")
    assert out == b"1 rules, 1 exceptions, 3 examples, 1 cases, 0 failed\n"
    status, _, err = run("rules", "test", "--cases", "cases")
    assert status == 2
    assert "does not keep 责任编辑:林晓" in err
    assert "leaves 点亮小红花为家乡助力" in err


def test_a_verdict_with_its_source_needs_no_records(run, review):
    done = run("review", "apply", review(VETO | {"source": PAGE}), "-o", "my.toml")
    assert "honoured: 1 of 1 tried" in done.err


def test_what_the_rule_file_held_stays_and_comes_first(run, review, tmp_path):
    mine = '# mine\n[[exception]]\nrule = "related.heading"\ntext = "看点"\n'
    (tmp_path / "my.toml").write_text(mine, encoding="utf-8")
    assert run("review", "apply", review(VETO), "-o", "my.toml", "-q") == (0, b"", "")
    first = (tmp_path / "my.toml").read_text(encoding="utf-8")
    assert first.startswith(mine)
    assert run("review", "apply", review(VETO), "-o", "my.toml").err.count("new exceptions: 0")
    assert (tmp_path / "my.toml").read_text(encoding="utf-8") == first


def test_a_line_that_is_no_verdict_is_named_and_the_others_are_applied(run, review, tmp_path):
    repair = verdict("keep", "渡船", rule="entity.left-in-text", kind="entity")
    name = review(VETO, repair)
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write('{"verdict": "keep"\n')
    status, _, err = run("review", "apply", name, "-o", "my.toml")
    assert status == 1
    assert "review.jsonl:2: a repair (entity) is no removal" in err
    assert "review.jsonl:3: invalid JSON" in err
    assert "verdicts: 1; new exceptions: 1" in err
    assert (tmp_path / "my.toml").exists()


def test_verdicts_that_contradict_one_another_are_named(run, review):
    status, _, err = run(
        "review",
        "apply",
        review(VETO, verdict("noise", "责任编辑：林晓")),
        "-o",
        "my.toml",
        "--records",
        "cleaned.jsonl",
    )
    assert status == 1
    assert "review.jsonl:2: not honoured: '责任编辑：林晓'" in err


def test_a_wrong_rule_file_is_named_before_anything_is_written(run, review, tmp_path):
    (tmp_path / "my.toml").write_text("[[rules]]\n", encoding="utf-8")
    status, _, err = run("review", "apply", review(VETO), "-o", "my.toml")
    assert status == 2
    assert "did you mean 'rule'" in err
    assert (tmp_path / "my.toml").read_text(encoding="utf-8") == "[[rules]]\n"


def test_an_exception_that_does_not_hold_fails_its_test(run, tmp_path):
    rule = (
        '[[rule]]\nid = "mine.card"\nkind = "related"\nwhere = "line"\nwhat = "A card"\npattern = "今日看点$"\n'
        'removes = ["今日看点"]\nkeeps = ["今日看点很多。"]\n'
    )
    (tmp_path / "my.toml").write_text(rule + '[[exception]]\nrule = "mine.card"\ntext = "今日看点"\n', encoding="utf-8")
    status, out, err = run("rules", "test", "my.toml")
    assert status == 2
    assert "mine.card: does not remove '今日看点'" in err
    assert out == b"1 rules, 1 exceptions, 2 examples, 1 failed\n"
