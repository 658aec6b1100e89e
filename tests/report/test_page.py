"""The audit page as a file: what stands in it, what may run, and that it holds the records that it was given."""

import base64
import hashlib
import json
import re
import zlib
from html.parser import HTMLParser
from importlib import resources

import pytest

from newsclean import clean
from newsclean.model import REMOVED_KINDS, REPAIR_KINDS, Flag
from newsclean.report.audit import audit
from newsclean.report.document import Document, Shown, Span, Totals
from newsclean.report.page.packing import fold, pack, whole

pytest.importorskip("jinja2", reason="the page needs newsclean[report]")

from newsclean.report.page import render

HOSTILE = "\"></script><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}\u2028\u2029\ud800'--><!--"
PAGE = resources.files("newsclean.report.page")


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of scripts and styles."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.texts = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.texts.append([tag, dict(attrs), ""])

    def handle_data(self, data):
        if self.texts and self.found[-1][0] in ("script", "style"):
            self.texts[-1][2] += data

    def of(self, tag, **attributes):
        return [
            text
            for name, attrs, text in self.texts
            if name == tag and {k: attrs.get(k) for k in attributes} == attributes
        ]


def document(*pages):
    articles = [clean(page, id=str(i), url=f"https://example.com/{i}") for i, page in enumerate(pages)]
    return audit([(article.id, article.to_dict()) for article in articles], "报告")


def hostile():
    record = Shown(
        index=0, source=HOSTILE, text="", kept=0.0, spans=(Span(0, len(HOSTILE), "removed", HOSTILE, HOSTILE),),
        flags=(Flag(HOSTILE, 0, 3, HOSTILE),), id=HOSTILE, url=HOSTILE, host=HOSTILE, title=HOSTILE,
        byline={"source": HOSTILE}, published=HOSTILE, script={"detected": HOSTILE}, encoding={"name": HOSTILE},
    )  # fmt: skip
    return Document(HOSTILE, "newsclean", Totals(records=2, sampled=1), records=(record,))


def records_of(page):
    blocks = [text for name, attrs, text in Elements(page).texts if attrs.get("class") == "block"]
    return [
        record
        for block in blocks
        for record in json.loads(zlib.decompress(base64.b64decode(block)).decode("utf-16-le"))
    ]


def hashes(page, tag):
    texts = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
    return [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts]


def test_the_policy_allows_the_script_and_the_style_of_the_page_and_nothing_else():
    page = render(document("雨停了。", "桥通了。"))
    metas = [attrs for tag, attrs in Elements(page).found if tag == "meta"]
    (policy,) = [meta["content"] for meta in metas if meta.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert [rules["script-src"]] == hashes(page, "script")
    assert [rules["style-src"]] == hashes(page, "style")
    assert "unsafe" not in policy


def test_nothing_of_the_page_points_outside():
    elements = Elements(render(document("雨停了。")))
    for tag, attrs in elements.found:
        assert not {"src", "srcset", "data", "action", "onload", "onerror"} & attrs.keys(), tag
        assert (attrs.get("href") or "#").startswith("#")
    assert "url(" not in elements.of("style")[0]
    assert "@import" not in elements.of("style")[0]


def test_hostile_text_is_data_in_every_field():
    page = render(hostile())
    plain = render(Document("甲", "newsclean", Totals(records=2, sampled=1), records=hostile().records))
    elements, other = Elements(page), Elements(plain)
    assert [tag for tag, _ in elements.found] == [tag for tag, _ in other.found]
    assert json.loads(elements.of("script", id="head")[0])["title"] == HOSTILE
    assert records_of(page)[0]["url"] == HOSTILE
    assert not re.search("[<>&\u2028\u2029]", elements.of("script", id="head")[0])
    assert page.isascii()


def test_half_a_surrogate_pair_becomes_the_replacement_character_and_moves_nothing():
    record = records_of(render(hostile()))[0]
    assert record["source"] == HOSTILE.replace("\ud800", "\N{REPLACEMENT CHARACTER}")


def test_records_come_out_of_their_block_as_they_went_in():
    page = "橋通了，𠮷田先生说。\n责任编辑：林晓"
    (record,) = records_of(render(document(page)))
    places, at = [], 0
    for distance, length, *_ in record["spans"]:
        places.append((at + distance, at + distance + length))
        at = places[-1][1]
    assert record["source"] == page
    assert "text" not in record
    assert [page[start:end] for start, end in places][-1] == "责任编辑：林晓"


def test_a_text_that_its_spans_do_not_give_is_written_out():
    record = Shown(0, "甲乙", "丙", 0.5, (Span(1, 2, "removed", "related", "related.heading"),))
    (packed,) = records_of(render(Document("", "", Totals(records=1), records=(record,))))
    assert packed["text"] == "丙"


def test_what_is_left_out_of_a_large_page_is_whole_lines_far_from_every_change():
    lines = [f"第{i}段，桥通了，人都去看。" * 3 for i in range(60)]
    source = "\n".join(lines)
    at = source.index(lines[30])
    record = Shown(0, source, source, 1.0, (Span(at, at + 3, "removed", "advertisement", "ad"),))
    gaps = fold(record, 100)
    assert len(gaps) == 2
    for start, end in gaps:
        assert source[start - 1] == source[end - 1] == "\n"
        assert start >= 100
        assert not start - 100 < at < end + 100


def test_a_repair_that_runs_through_the_text_does_not_hold_its_lines():
    source = "\n".join(["甲" * 40] * 40)
    breaks = tuple(Span(i, i + 1, "repaired", "spacing", "space", "\n\n") for i, c in enumerate(source) if c == "\n")
    gaps = fold(Shown(0, source, source, 1.0, breaks), 100)
    assert len(gaps) == 1
    assert not any(span.start < cut < span.end for span in breaks for cut in gaps[0])


def test_a_page_stays_within_its_limit_and_its_examples_stay_places_of_the_source():
    page = "\n".join(f"第{i}段写{i * i}个人和{i * 7919 % 10007}座桥，桥通了。" for i in range(400)) + "\n责任编辑：林晓"
    whole = document(*[page] * 3)
    free = render(whole)
    limited = render(whole, limit=len(free.encode()) - 2_000)
    assert len(limited.encode()) < len(free.encode()) - 2_000
    assert all(record["gaps"] for record in records_of(limited))
    examples = json.loads(Elements(limited).of("script", id="head")[0])["rules"][0]["examples"]
    spans = whole.records[examples[0][0]].spans
    assert examples[0][1] in {span.start for span in spans}


def test_one_record_needs_no_plots():
    assert "Apache License" not in render(document("雨停了。"))
    assert "Apache License" in render(document("雨停了。", "桥通了。"))


def test_every_kind_has_a_name_and_a_look_of_its_own():
    words = json.loads(PAGE.joinpath("words.json").read_text("utf-8"))
    looks = re.findall(r"^  (\w+): (\[\d.*?\]),$", PAGE.joinpath("script/kinds.js").read_text("utf-8"), re.MULTILINE)
    assert {name for name, _ in looks} == {*REMOVED_KINDS, *REPAIR_KINDS}
    assert len({look for _, look in looks}) == len(looks)
    assert {f"kind.{kind}" for kind in (*REMOVED_KINDS, *REPAIR_KINDS)} <= words.keys()


def test_every_word_of_the_scripts_is_there_in_both_languages_and_used():
    words = json.loads(PAGE.joinpath("words.json").read_text("utf-8"))
    scripts = "".join(path.read_text("utf-8") for path in PAGE.joinpath("script").iterdir())
    used = set(re.findall(r'\bt\("([^"]+)"', scripts))
    assert used <= words.keys()
    assert all(len(said) == 2 and all(said) for said in words.values())
    families = set(re.findall(r"t\(`([\w-]+)\.", scripts))
    quoted = set(re.findall(r'"([a-z]+\.[a-z-]+)"', scripts))
    assert [key for key in words if key not in used | quoted and key.split(".")[0] not in families] == []


def test_packing_takes_time_in_proportion_to_the_input():
    line = "甲" * 20 + "\n"
    spans = tuple(Span(i * 21, i * 21 + 1, "removed", "related", "r") for i in range(2000))
    calls = []
    source = type("Text", (str,), {"find": lambda self, *a: calls.append(a) or str.find(self, *a)})(line * 2000)
    fold(Shown(0, source, "", 0.0, spans), 100)
    assert sum(max(0, end - start) for _, start, end in calls) <= len(source)


def test_the_head_says_how_many_records_follow():
    packed = pack(document("雨停了。", "桥通了。"), whole)
    assert packed.head["count"] == 2
    assert len(packed.blocks) == 1
