"""The gold documents that hold injected keywords, adverts and link farms, where they are at hand."""

import json
from pathlib import Path

import pytest

from newsclean.find import find_advertisements, find_injected, find_link_farms, find_spam
from newsclean.matching import read_page

GOLD = Path(__file__).parents[2] / "../shared/gold"

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the gold documents are not at hand")


def page(name: str):
    return read_page((GOLD / name).read_text(encoding="utf-8"))


def pieces(page, marks):
    return [page.text[mark.start : mark.end] for mark in marks]


def test_every_injected_piece_of_a_polluted_page_is_marked_and_nothing_else():
    polluted = page("seed-002.txt")
    marks, _ = find_injected(polluted)
    gold = json.loads((GOLD / "seed-002.json").read_text(encoding="utf-8"))
    assert set(pieces(polluted, marks)) == set(gold["injected"])
    kept = polluted.text
    for mark in reversed(marks):
        kept = kept[: mark.start] + kept[mark.end :]
    # In one place the page leaves open whether 基层 was written or pasted; here it stays.
    paragraphs = [line.strip() for line in kept.split("\n")]
    assert all(paragraph in paragraphs for paragraph in gold["keep"][3:])
    assert "共同求索如何让全市的基层党建之路越走越宽敞。" in kept


def test_an_advert_alone_on_a_line_goes():
    polluted = page("seed-000.txt")
    assert "深圳东门劳务外包" in pieces(polluted, find_advertisements(polluted))


def test_a_farm_behind_the_copyright_line_is_one_mark():
    polluted = page("seed-000.txt")
    gold = json.loads((GOLD / "seed-000.json").read_text(encoding="utf-8"))
    farm = next(row["text"] for row in gold["removed"] if row["kind"] == "link_farm")
    assert ["".join(piece.split()) for piece in pieces(polluted, find_link_farms(polluted))] == ["".join(farm.split())]


def test_an_advert_glued_to_the_first_sentence_goes_and_the_sentence_stays():
    polluted = page("seed-001.txt")
    (mark,) = find_advertisements(polluted)
    assert polluted.text[mark.start : mark.end].endswith(".html")
    assert polluted.text[mark.end :].startswith("党的基层组织,是确保")


@pytest.mark.parametrize("name", ["seed-003.txt", "seed-004.txt"])
def test_pages_without_such_junk_keep_every_word(name):
    assert find_spam(page(name))[0] == []
