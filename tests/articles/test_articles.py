"""The articles beside this file are what the other tests take for clean text: each must be one."""

from __future__ import annotations

from pathlib import Path

import pytest

ARTICLES = sorted(Path(__file__).parent.glob("*.txt"))


def test_there_are_many_and_some_are_traditional() -> None:
    assert len(ARTICLES) >= 40
    assert sum(path.name.startswith(("tw-", "hk-")) for path in ARTICLES) >= 12


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_plain_paragraphs(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert 300 <= len(text) <= 950
    assert text.endswith("\n")
    assert all(line and line == line.strip() for line in text.splitlines())


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_stands_in_the_legacy_encoding_of_its_place(path: Path) -> None:
    codec = {"tw-": "big5hkscs", "hk-": "big5hkscs"}.get(path.name[:3], "gbk")
    text = path.read_text(encoding="utf-8")
    assert len(text.encode(codec, "ignore").decode(codec)) >= len(text) - 2
