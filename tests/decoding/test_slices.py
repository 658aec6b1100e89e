"""Slices of articles, cut anywhere and declared as anything, are read in the encoding they are in."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from newsclean.decoding import decode

ARTICLES = sorted((Path(__file__).parent.parent / "articles").glob("*.txt"))
CODECS = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "hz")


def slices(codec: str, length: int) -> list[tuple[bytes, str]]:
    rng = random.Random(f"{codec} {length}")
    found = []
    for path in ARTICLES:
        whole = path.read_text("utf-8").replace("~", "").encode(codec, "ignore")
        start = rng.randrange(max(1, len(whole) - length))
        start -= start % 2 if codec.startswith("utf-16") else 0
        found.append((whole[start : start + length], whole.decode(codec)))
    return found


@pytest.mark.parametrize("length", [24, 64, 200, 1000])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("declared", [None, "utf-8", "gb2312", "big5"])
def test_slices_are_read(codec: str, length: int, declared: str | None) -> None:
    every = slices(codec, length)
    right = sum(decode(raw, declared).text[3:-3] in text for raw, text in every)
    assert right >= 0.98 * len(every)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_whole_articles_are_read_without_an_error(path: Path) -> None:
    for codec in CODECS:
        raw = path.read_text("utf-8").replace("~", "").encode(codec, "ignore")
        found = decode(raw, "iso-8859-1")
        assert (found.text, found.replaced) == (raw.decode(codec), 0)
