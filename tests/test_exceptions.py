"""What an exception names stays, whatever stage would take it, and nothing else changes."""

import pickle
import random
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gold
from newsclean import Cleaner
from newsclean.errors import RuleError
from newsclean.model import Mark
from newsclean.rules import Exceptions, Exemption, load_exceptions

PAGES = [gold.read(path).data.decode(gold.read(path).encoding) for path in gold.case_files("polluted", "clean")]
PLAIN = Cleaner()
FILE = """
[[exception]]
rule = "related.heading"
text = "今日看点"
line = "今日看点：河边的三个村子"
what = "A heading of the article"
"""


def toml(text):
    return '"' + "".join(f"\\U{ord(char):08x}" for char in text) + '"'


def cleaner(path, *exceptions):
    """Return a cleaner with a rule file that holds these exceptions, each (rule, text, line)."""
    rows = [f"[[exception]]\nrule = {toml(r)}\ntext = {toml(t)}\nline = {toml(line)}\n" for r, t, line in exceptions]
    path.write_text("\n".join(rows), encoding="utf-8")
    return Cleaner(rules=[path])


def line_of(page, edit):
    end = page.find("\n", edit.end)
    return page[page.rfind("\n", 0, edit.start) + 1 : end if end >= 0 else len(page)]


def chosen(count):
    """Yield pages with one of their removals, drawn evenly over the rules that made them."""
    rng = random.Random(7)
    by_rule = {}
    for page in PAGES:
        for edit in PLAIN.clean(page).removed:
            if any(char.isalnum() for char in edit.before) and "(" not in line_of(page, edit):
                by_rule.setdefault(edit.rule, []).append((page, edit))
    for rule in sorted(by_rule):
        yield from rng.sample(by_rule[rule], min(count, len(by_rule[rule])))


CHOSEN = list(chosen(2))


@pytest.mark.parametrize(("page", "edit"), CHOSEN, ids=[f"{edit.rule}-{i}" for i, (_, edit) in enumerate(CHOSEN)])
def test_a_removal_that_is_excepted_is_not_done_whatever_stage_made_it(page, edit, tmp_path):
    spared = cleaner(tmp_path / "mine.toml", (edit.rule, edit.before, line_of(page, edit)))
    article = spared.clean(page)
    gone = [other for other in article.removed if other.start < edit.end and edit.start < other.end]
    assert [other.before for other in gone if any(char.isalnum() for char in other.before)] == []
    assert article.restore() == page
    assert spared.clean(article.text).text == article.text


def test_removals_were_chosen_from_every_stage():
    assert {edit.stage for _, edit in CHOSEN} >= {"layout", "find", "byline", "repair"}


CALM = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))


@CALM
@given(st.sampled_from(CHOSEN), st.sampled_from(PAGES), st.randoms())
def test_cleaning_with_exceptions_obeys_the_laws(tmp_path_factory, chosen, other, rng):
    page, edit = chosen
    lines = [*page.split("\n"), *other.split("\n")]
    rng.shuffle(lines)
    mixed = "\n".join(lines)
    spared = cleaner(tmp_path_factory.mktemp("r") / "mine.toml", (edit.rule, edit.before, line_of(page, edit)))
    article = spared.clean(mixed, form="text")  # with a tag first it would be taken for HTML
    assert article.restore() == mixed
    assert spared.clean(article.text, form="text").text == article.text


def spare(text, mark, *rows):
    marks = Exceptions(rows).spare(text, [Mark(*mark, "layout", "related", "related.heading")])
    return [text[found.start : found.end] for found in marks]


def test_an_exception_holds_in_the_same_line_of_another_page():
    row = Exemption("related.heading", "看点", "今日看点：河边的三个村子")
    assert spare("雨停了。\n今日看点：河边的三个村子\n路通了。", (5, 17), row) == ["今日", "：河边的三个村子"]


def test_an_exception_holds_in_any_script_width_and_spacing():
    row = Exemption("related.heading", "看点", "今日看点：河边的三个村子")
    assert spare("今日 看 點:河邊的三個村子", (3, 6), row) == []


def test_an_exception_does_not_hold_in_another_line():
    row = Exemption("related.heading", "看点", "今日看点：河边的三个村子")
    assert spare("更多看点：桥修好了没有", (0, 4), row) == ["更多看点"]


def test_an_exception_without_a_line_holds_everywhere():
    assert spare("更多看点：桥修好了没有", (0, 4), Exemption("related.heading", "看点")) == ["更多"]


def test_an_exception_of_a_whole_line_leaves_the_same_words_inside_another():
    row = Exemption("related.heading", "看点", "看点")
    assert spare("看点", (0, 2), row) == []
    assert spare("更多看点：桥修好了没有", (0, 4), row) == ["更多看点"]


def test_an_exception_holds_where_its_line_lost_its_neighbours():
    row = Exemption("related.heading", "看点", "（记者林晓）今日看点：河边的三个村子，欢迎关注")
    assert spare("看点：河边的三个村子", (0, 2), row) == []


def test_a_text_that_stands_twice_goes_once_though_another_rule_has_an_exception_for_it():
    row = Exemption("layout.title", "河边的三个村子", "河边的三个村子")
    repeated = Mark(0, 7, "layout", "duplicate", "layout.repeated-title")
    assert Exceptions((row,)).spare("河边的三个村子", [repeated]) == [repeated]
    row = Exemption("layout.repeated-title", "河边的三个村子", "河边的三个村子")
    assert Exceptions((row,)).spare("河边的三个村子", [repeated]) == []


def test_exceptions_are_read_and_survive_pickling(tmp_path):
    (tmp_path / "mine.toml").write_text(FILE, encoding="utf-8")
    (row,) = load_exceptions(tmp_path / "mine.toml")
    assert row == Exemption("related.heading", "今日看点", "今日看点：河边的三个村子", "A heading of the article")
    with_file = Cleaner(rules=[tmp_path / "mine.toml"])
    page = "雨停了，路通了。\n桥也修好了，居民说。\n今日看点：河边的三个村子\n版权所有"
    assert pickle.loads(pickle.dumps(with_file)).clean(page) == with_file.clean(page)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("text =", "txt =", "exception 1: unknown key 'txt'; did you mean 'text'"),
        ('text = "今日看点"', "", "exception 1: key 'text' is missing"),
        ('text = "今日看点"', 'text = " "', "key 'text' must be a string that is not empty"),
        ('text = "今日看点"', 'text = ["今日看点"]', "key 'text' must be a string that is not empty"),
        ('rule = "related.heading"', "", "key 'rule' is missing"),
        ('"related.heading"', '"Related Heading"', "key 'rule' must be the id of a rule"),
        ("河边的三个村子", "河边", None),
        ('line = "今日看点', 'line = "今日', "key 'line' must hold the text of key 'text'"),
        ("[[exception]]", "[[exceptions]]", "unknown key 'exceptions'; did you mean 'exception'"),
        ("[[exception]]", "[exception]", "'exception' must be written as [[exception]] tables"),
    ],
)
def test_a_wrong_exception_names_file_place_and_key(tmp_path, old, new, said):
    file = tmp_path / "mine.toml"
    file.write_text(FILE.replace(old, new), encoding="utf-8")
    if said is None:
        assert load_exceptions(file)
        return
    with pytest.raises(RuleError) as error:
        Cleaner(rules=[file])
    assert said in str(error.value)
    assert "mine.toml" in str(error.value)


def test_work_with_exceptions_grows_with_the_page_and_no_faster():
    """Twice the page makes at most 2.2 times the lookups of spans, though every line has its exception."""
    rows = tuple(Exemption("related.heading", f"看点{i}", f"今日看点{i}很多") for i in range(50))
    held = Exceptions(rows)

    def steps(lines):
        text = "\n".join(f"今日看点{i % 50}很多" for i in range(lines))
        marks = [Mark(m, m + 5, "layout", "duplicate", "related.heading") for m in range(0, len(text) - 5, 9)]
        count = 0

        def trace(frame, event, arg):
            nonlocal count
            count += event == "line"
            return trace

        held.spare(text, marks)
        sys.settrace(trace)
        try:
            held.spare(text, marks)
        finally:
            sys.settrace(None)
        return count

    assert steps(400) <= 2.2 * steps(200)
