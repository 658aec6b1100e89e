"""A verdict is honoured when the page is cleaned again, and all else stays as it was."""

import random

import pytest

import gold
from newsclean import Cleaner
from newsclean.review import Verdict, apply, write_rules
from newsclean.rules import failures

PLAIN = Cleaner()
PAGES = [gold.read(path).data.decode(gold.read(path).encoding) for path in gold.case_files("polluted", "clean")]
PAGE = (
    "春汛平稳过境\n来源：江城晚报\n水位昨夜回落，沿江道路恢复通行。居民说，放心了。\n"
    "渡船今天照常开，第一班坐满了人。\n点亮小红花 为家乡助力 第3期\n"
)


def on(page, verdict, start, end, rule=None):
    around = page[max(0, start - 40) : start], page[end : end + 40]
    return Verdict("x", verdict, page[start:end], *around, rule=rule, start=start, end=end, source=page)


def at(page, verdict, text, rule=None):
    return on(page, verdict, page.index(text), page.index(text) + len(text), rule)


def cleaner_of(applied, path):
    path.write_text(write_rules(applied.rules, applied.exceptions), encoding="utf-8")
    return Cleaner(rules=[path])


def words(page, article):
    """Return the places of a page whose letters and digits are gone."""
    gone = [at for edit in article.removed for at in range(edit.start, edit.end)]
    return {at for at in gone if page[at].isalnum()}


def chosen():
    """Yield pages with one removal to veto and one stretch of their bodies to mark as noise."""
    rng = random.Random(11)
    for page in rng.sample(PAGES, 40):
        article = PLAIN.clean(page)
        removals = [edit for edit in article.removed if any(char.isalnum() for char in edit.before)]
        bodies = [text for text in article.paragraphs if page.count(text) == 1 and len(text) > 8]
        if removals and bodies:
            body = rng.choice(bodies)
            start = rng.randrange(len(body) - 4)
            part = rng.choice([body, body[: body.find("。") + 1] or body, body[start : start + rng.randint(2, 6)]])
            if any(char.isalnum() for char in part):
                first = page.index(body) + body.index(part)
                yield page, rng.choice(removals), (first, first + len(part))


CHOSEN = list(chosen())


@pytest.mark.parametrize(
    ("page", "edit", "noise"), CHOSEN, ids=[f"{edit.rule}-{i}" for i, (_, edit, _) in enumerate(CHOSEN)]
)
def test_a_veto_and_a_mark_of_noise_are_honoured(page, edit, noise, tmp_path):
    applied = apply([on(page, "keep", edit.start, edit.end, edit.rule), on(page, "noise", *noise)])
    assert applied.proven == (True, True)
    again = cleaner_of(applied, tmp_path / "mine.toml").clean(page)
    gone = words(page, again)
    assert not gone & set(range(edit.start, edit.end))
    assert {at for at in range(*noise) if page[at].isalnum()} <= gone
    assert again.restore() == page


@pytest.mark.parametrize(("page", "edit", "noise"), CHOSEN[:20], ids=[edit.rule for _, edit, _ in CHOSEN[:20]])
def test_a_veto_takes_nothing_else_from_the_article(page, edit, noise, tmp_path):
    applied = apply([on(page, "keep", edit.start, edit.end, edit.rule)])
    again = cleaner_of(applied, tmp_path / "mine.toml").clean(page)
    assert words(page, again) <= words(page, PLAIN.clean(page))


def test_every_rule_made_of_noise_passes_its_own_examples():
    rules = [rule for page, _, noise in CHOSEN for rule in apply([on(page, "noise", *noise)]).rules]
    assert len(rules) > 20
    assert [failure for rule in rules for failure in failures(rule)] == []
    assert all(rule.keeps and rule.removes for rule in rules)


def test_a_line_of_noise_goes_from_other_pages_too_whatever_its_number(tmp_path):
    assert "点亮小红花" in PLAIN.clean(PAGE).text
    applied = apply([at(PAGE, "noise", "点亮小红花 为家乡助力 第3期")])
    other = "桥修好了\n居民说，放心了，夜里也敢走，孩子上学近了三里路。\n點亮小紅花 為家鄉助力 第12期\n"
    text = cleaner_of(applied, tmp_path / "mine.toml").clean(other).text
    assert "家乡助力" not in text
    assert "居民说，放心了，夜里也敢走，孩子上学近了三里路。" in text


def test_a_sentence_of_noise_takes_nothing_beside_it(tmp_path):
    applied = apply([at(PAGE, "noise", "居民说，放心了。")])
    assert [rule.where for rule in applied.rules] == ["sentence"]
    text = cleaner_of(applied, tmp_path / "mine.toml").clean(PAGE).text
    assert "水位昨夜回落，沿江道路恢复通行。\n渡船今天照常开" in text


def test_a_short_word_of_noise_goes_only_between_its_neighbours(tmp_path):
    page = PAGE.replace("第一班坐满", "第一班开云坐满").replace("沿江道路", "山里开云见日，沿江道路")
    applied = apply([on(page, "noise", page.index("开云坐"), page.index("开云坐") + 2)])
    text = cleaner_of(applied, tmp_path / "mine.toml").clean(page).text
    assert "第一班坐满了人" in text
    assert "山里开云见日" in text


def test_a_verdict_without_its_page_is_applied_and_not_proven(tmp_path):
    keep = Verdict("x", "keep", "责任编辑：林晓", before="路通了。\n", after="\n", rule="byline.line")
    noise = Verdict("x", "noise", "点亮小红花 为家乡助力", before="坐满了人。\n", after="\n")
    applied = apply([keep, noise])
    assert applied.proven == (None, None)
    page = "雨停了，路通了，渡船今天照常开。\n责任编辑：林晓\n点亮小红花 为家乡助力\n"
    assert cleaner_of(applied, tmp_path / "mine.toml").clean(page).text.split("\n")[1:] == ["责任编辑：林晓"]


def test_what_a_file_has_already_is_not_written_again(tmp_path):
    verdicts = [at(PAGE, "noise", "点亮小红花 为家乡助力 第3期"), at(PAGE, "keep", "来源：江城晚报", "byline.line")]
    cleaner_of(apply(verdicts), tmp_path / "mine.toml")
    again = apply(verdicts, [tmp_path / "mine.toml"])
    assert (again.rules, again.exceptions, again.proven) == ((), (), (True, True))


def test_a_note_says_what_a_rule_and_an_exception_are_for(tmp_path):
    noise = Verdict("x", "noise", "点亮小红花 为家乡助力", note="县融媒的挂件", after="\n")
    keep = Verdict("x", "keep", "看点", rule="related.heading", note="节目名")
    applied = apply([noise, keep])
    assert applied.rules[0].what == "县融媒的挂件"
    assert applied.exceptions[0].what == "节目名"


def test_a_heading_goes_though_its_list_stays(tmp_path):
    page = PAGES[[path.stem for path in gold.case_files("polluted", "clean")].index("recommended-books-in-article")]
    heading = at(page, "noise", "推荐阅读")
    assert "推荐阅读" in PLAIN.clean(page).text
    again = cleaner_of(apply([heading]), tmp_path / "mine.toml").clean(page)
    assert words(page, again) - words(page, PLAIN.clean(page)) == set(range(heading.start, heading.end))


def test_white_space_that_was_marked_along_does_not_matter(tmp_path):
    page = PAGE.replace("第一班坐满", "第一班 砂 坐满")
    applied = apply([at(page, "noise", " 砂 ")])
    assert applied.proven == (True,)
    assert "砂" not in cleaner_of(applied, tmp_path / "mine.toml").clean(page).text
