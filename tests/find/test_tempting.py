"""Clean articles about the very things that the finders look for keep every word."""

from pathlib import Path

import pytest

from newsclean.find import find_spam
from newsclean.matching import read_page

HERE = Path(__file__).parent
ARTICLES = sorted([*(HERE / "tempting").glob("*.txt"), *(HERE.parent / "articles").glob("*.txt")])


def test_there_are_articles_of_every_temptation():
    names = {path.stem for path in ARTICLES}
    assert {
        "gambling-raid",
        "clinic-news",
        "loan-regulation",
        "labour-law",
        "kering",
        "stock-list",
        "hotlines",
    } <= names


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_clean_article_keeps_every_word(path):
    page = read_page(path.read_text(encoding="utf-8"))
    assert [page.text[mark.start : mark.end] for mark in find_spam(page)[0]] == []
