"""A judged page becomes a gold case: the same page, and what the cleaner made of it."""

import pytest

import gold
from newsclean import Cleaner
from newsclean.review import Verdict
from newsclean.review.cases import name_of, write_case
from newsclean.testing.cases import check_case, parse

CLEANER = Cleaner(script="keep")
PATHS = gold.case_files("polluted", "clean")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_case_holds_its_page_and_passes(path):
    case = gold.read(path)
    source = case.data.decode(case.encoding)
    article = CLEANER.clean(source, form="text")
    written = write_case(article, [])
    if written is None:
        assert "{{" in source or "}}" in source or "=" in source
        return
    again = parse(written)
    assert again.raw == source
    assert check_case(again, CLEANER) == []
    assert again.header.get("title") == (article.title and " ".join(article.title.split()))


def test_a_case_fails_where_another_cleaner_keeps_less_or_more():
    case = parse("@note a page\n---\nK 雨停了，路通了。\nK 上一篇：桥也修好了\nX related 居民说，放心了。\n")
    assert check_case(case, CLEANER) == ["case: does not keep 上一篇:桥也修好了", "case: leaves 居民说,放心了。"]


def test_a_note_is_kept_and_a_page_has_one_name():
    article = CLEANER.clean("雨停了，路通了。")
    assert "@note from a review; 节目名\n" in write_case(article, [Verdict("x", "keep", "雨", note="节目名")])
    assert name_of("甲") == name_of("甲") != name_of("乙")
