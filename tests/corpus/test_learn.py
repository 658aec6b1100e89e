"""A site's own lines are learnt from its pages and leave them; what its articles say never is and never does."""

import json

import pytest

import newsclean
from newsclean.corpus.fields import Fields
from newsclean.corpus.learn import Counts, learn
from newsclean.profile import Row, dump_profile, load_profile

# Wordings that no rule knows: a profile is for what rules cannot know.
ABOVE, BELOW, BETWEEN = "潮声夜读 陪你听风", "点亮小红花把温暖传下去", "轻触此处即可收听江声电台"
PLACES = ["青石桥", "南湖村", "东街口", "柳林渡", "白塔寺", "北关站", "西城门", "三里坡"]


def story(number, *, section="一", salutation="各位乡亲、各位朋友:"):
    place = PLACES[number % len(PLACES)]
    return [
        f"{place}第{number}批路灯昨晚全部点亮，沿线居民说，夜里走路比从前踏实多了。",
        section,
        salutation,
        f"负责施工的工程队介绍，{place}一带共更换灯杆{number + 20}根，下月还要补种行道树。",
        BETWEEN,
        f"街道办事处表示，第{number}批工程的账目将在{place}公示栏贴出，欢迎大家监督。",
    ]


def page(number):
    return "\n".join([ABOVE, f"{PLACES[number % len(PLACES)]}亮灯第{number}夜", *story(number), BELOW])


@pytest.fixture
def profile(tmp_path):
    """The path of a profile learnt from thirty pages of river.example, one of them read ten times."""
    counts = Counts()
    for number in [*range(30), *[3] * 10]:
        counts.add("river.example", page(number))
    path = tmp_path / "river.profile"
    path.write_text(dump_profile(counts.rows()), encoding="utf-8")
    return path


def test_what_every_page_says_is_learnt_with_its_place_and_nothing_else(profile):
    rows = profile.read_text(encoding="utf-8").splitlines()[1:]
    assert sorted(row.split("\t")[1:] for row in rows) == sorted(
        [["head", "30", ABOVE], ["tail", "30", BELOW], ["line", "30", BETWEEN]]
    )


def test_learnt_lines_leave_the_pages_of_their_site_on_record(profile):
    article = newsclean.Cleaner(profile=profile).clean(page(40), url="https://river.example/40.html")
    removed = {(edit.kind, edit.rule, edit.before) for edit in article.removed}
    assert {
        ("profile", "profile.head", ABOVE),
        ("profile", "profile.tail", BELOW),
        ("profile", "profile.line", BETWEEN),
    } <= removed
    assert article.text == "\n".join(line for line in story(40) if line != BETWEEN)
    assert article.restore() == page(40)


def test_pages_of_other_sites_and_kept_kinds_are_left_alone(profile):
    plain = newsclean.clean(page(40)).text
    assert newsclean.Cleaner(profile=profile).clean(page(40), url="https://other.example/").text == plain
    kept = newsclean.Cleaner(profile=profile, keep={"profile"}).clean(page(40), url="https://river.example/")
    assert not [edit for edit in kept.removed if edit.kind == "profile"]


def test_cleaning_with_a_profile_twice_changes_nothing_more(profile):
    cleaner = newsclean.Cleaner(profile=profile)
    once = cleaner.clean(page(41), url="https://river.example/41.html").text
    assert cleaner.clean(once, url="https://river.example/41.html").text == once


def test_a_line_of_the_foot_stays_where_an_article_quotes_it(profile):
    quoted = [*story(42)[:4], BELOW, *story(42)[5:]]
    article = newsclean.Cleaner(profile=profile).clean("\n".join(quoted), url="https://river.example/42.html")
    assert BELOW in article.paragraphs


def test_dates_and_outlets_that_pages_share_are_no_lines_of_the_site():
    counts = Counts()
    for number in range(12):
        counts.add("river.example", f"2024-03-05 10:20 来源：江声日报\n{page(number)}\n责任编辑：林晓")
    assert {row.line for row in counts.rows()} == {ABOVE, BELOW, BETWEEN}


def test_a_headline_that_a_series_shares_is_not_learnt_where_the_record_names_it():
    counts = Counts()
    for number in range(12):
        counts.add("river.example", "\n".join(["一周天气", *story(number)]), title="一周天气")
    assert "一周天气" not in {row.line for row in counts.rows()}


def test_memory_is_bounded_and_no_count_is_too_high():
    counts = Counts(most=200)
    for number in range(300):
        counts.add("river.example", page(number))
    rows = list(counts.rows())
    assert {row.line for row in rows} >= {ABOVE, BELOW}
    assert all(row.articles <= 300 for row in rows)
    assert all(row.line in (ABOVE, BELOW, BETWEEN) for row in rows)


def test_records_that_cannot_be_read_are_told_and_the_others_counted(tmp_path):
    lines = [json.dumps({"text": page(n), "url": f"https://river.example/{n}"}) for n in range(12)]
    path = tmp_path / "crawl.jsonl"
    path.write_text("\n".join([*lines[:6], '{"text": ', *lines[6:]]), encoding="utf-8")
    told = []
    rows, read = learn([str(path)], "auto", Fields(), 5, told.append)
    assert read == 12
    assert [reject.place for reject in told] == [f"{path}:7"]
    assert Row("river.example", "tail", 12, BELOW) in rows


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a.cn\ttail\t7\t甲\n", "the first line must be '# newsclean profile 1'"),
        ("# newsclean profile 1\na.cn\ttail\t甲\n", ":2: a row is host, where, articles and line"),
        ("# newsclean profile 1\na.cn\ttial\t7\t甲\n", "did you mean 'tail'?"),
        ("# newsclean profile 1\na.cn\ttail\tviel\t甲\n", "'viel' is no number"),
        ("# newsclean profile 1\na.cn\ttail\t7\t \n", "the line is empty"),
    ],
)
def test_a_wrong_profile_is_refused_with_file_line_and_reason(tmp_path, text, message):
    path = tmp_path / "site.profile"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(newsclean.NewscleanError, match=message.replace("?", r"\?")):
        newsclean.Cleaner(profile=path)


def test_a_profile_edited_by_hand_is_read_in_any_width_and_script(tmp_path):
    path = tmp_path / "site.profile"
    path.write_text("# newsclean profile 1\r\n# our own\r\n\r\n*\ttail\t1\t點亮小紅花：ＡＢ\r\n", encoding="utf-8-sig")
    assert load_profile(path).lines(None) == {"点亮小红花:ab": ("tail",)}
