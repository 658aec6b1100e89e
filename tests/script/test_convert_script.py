"""Conversion to one script."""

import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paragraphs import HONG_KONG, JAPANESE, MACHINE_CONVERTED, SIMPLIFIED, TAIWAN

import newsclean
from newsclean.edits import Revision, revert, revise
from newsclean.errors import ConfigError
from newsclean.script import detect_script
from newsclean.script.convert import convert, find_conversions
from newsclean.script.dictionaries import configuration_names, read_configuration
from newsclean.script.evidence import simplified_only, traditional_only
from newsclean.script.gate import TARGETS

ARTICLES = sorted((Path(__file__).parents[1] / "articles").glob("*.txt"))
TRADITIONAL = [path for path in ARTICLES if path.name.startswith(("tw-", "hk-"))]
SEED = Path(__file__).parents[3] / "shared/gold/seed-004.json"

PIECES = (
    *SIMPLIFIED, *TAIWAN, *HONG_KONG, *MACHINE_CONVERTED, *JAPANESE,
    "乾隆", "乾", "喫茶小舖", "牛驥同一皁", "羣裏着么幺", "60余人", "の", "発", "\n", "\r\n", "\u2028", "。",
    "\ud800", "\0", "豈", "\U0002f800",
)  # fmt: skip
shuffled = st.lists(
    st.one_of(
        st.sampled_from(PIECES).flatmap(lambda piece: st.integers(0, len(piece)).map(lambda at: piece[at : at + 30])),
        st.sampled_from(sorted(simplified_only() | traditional_only())),
        st.text(max_size=5),
    ),
    max_size=12,
).map("".join)


@pytest.mark.parametrize("to", TARGETS)
@settings(max_examples=300, deadline=None)
@given(text=shuffled)
def test_converting_again_changes_nothing(to, text):
    once = convert(text, to)
    assert convert(once, to) == once
    assert find_conversions(once, to) == []


@pytest.mark.parametrize("to", [*TARGETS, "s2twp", "tw2sp", "jp2t", "keep"])
@settings(max_examples=100, deadline=None)
@given(text=shuffled)
def test_the_marks_are_the_conversion_and_revert(to, text):
    marks = find_conversions(text, to)
    done = revise(Revision(text, text), marks)
    assert done.text == convert(text, to)
    assert revert(done.text, done.edits) == text
    assert all(mark.stage == mark.kind == "script" and text[mark.start : mark.end] != mark.after for mark in marks)


@pytest.mark.parametrize("name", [name for name in configuration_names() if name.endswith("p")])
def test_the_marks_of_phrases_that_change_length_are_the_conversion(name):
    """Every phrase alone, whole and in pieces, among others: words that grow, shrink, and touch one another."""
    words = [word for table in read_configuration(name).tables for word in table if len(word) > 1][-4000:]
    for text in ("".join(words), "，".join(words), "".join(word[:2] for word in words)):
        marks = find_conversions(text, name)
        assert all(mark.start < mark.end for mark in marks)
        assert revise(Revision(text, text), marks).text == convert(text, name)


def test_simplified_text_to_simplified_changes_no_character():
    text = "\n".join(SIMPLIFIED) + "\n萧乾与皇后谈乾隆，范仲淹、于右任、后藤、看著、著名的余先生在台湾"
    assert convert(text) == text


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_in_the_script_of_the_target_stays(path):
    text = path.read_text(encoding="utf-8")
    assert convert(text, "traditional" if path.name.startswith(("tw-", "hk-")) else "simplified") == text


@pytest.mark.parametrize("text", TAIWAN + HONG_KONG)
@pytest.mark.parametrize("to", ["traditional", "keep"])
def test_traditional_text_to_traditional_changes_no_character(text, to):
    assert convert(text, to) == text


def test_taiwan_text_to_taiwan_changes_no_character():
    assert convert("\n".join(TAIWAN), "taiwan") == "\n".join(TAIWAN)


def test_hong_kong_forms_become_taiwans():
    assert convert("他説裏面有綫索，着手調查", "taiwan") == "他説裡面有綫索，著手調查"


def test_taiwan_text_to_simplified():
    assert convert("看著店裡的麵糰，她著作等身，說起後來的事就激動") == "看着店里的面团，她著作等身，说起后来的事就激动"


def test_hong_kong_text_to_simplified():
    assert convert("衞生署説，綫路裏面有積水，正着手清理") == "卫生署说，线路里面有积水，正着手清理"


def test_machine_converted_text_goes_back_as_it_came():
    text = "關于示范點建設的意見被采納，并在隨后召開的會議上宣布：六十余個村里的志愿者，有什么困難，都要解決"
    want = "关于示范点建设的意见被采纳，并在随后召开的会议上宣布：六十余个村里的志愿者，有什么困难，都要解决"
    assert convert(text) == want


def test_simplified_text_to_each_traditional():
    text = "看着这里的面条，群众说后来的事"
    assert convert(text, "traditional") == "看着這裏的麪條，羣衆說後來的事"
    assert convert(text, "taiwan") == "看著這裡的麵條，群眾說後來的事"
    assert convert(text, "hongkong") == "看着這裏的麪條，羣眾説後來的事"


def test_phrases_of_a_region_are_rewritten_by_configuration_name_alone():
    assert convert("社区的项目", "taiwan") == "社區的項目"
    assert convert("软件", "s2twp") == "軟體"


@pytest.mark.parametrize("to", TARGETS)
@pytest.mark.parametrize("text", JAPANESE)
def test_japanese_stays(text, to):
    assert convert(text, to) == text
    mixed = f"{TAIWAN[0]}\n{text}\n{SIMPLIFIED[0]}"
    assert text in convert(mixed, to)


def test_a_mixed_article_is_converted_paragraph_by_paragraph():
    simplified = SIMPLIFIED[3] + "萧乾著。"
    done = convert(f"{TAIWAN[1]}\n皇后\n{simplified}")
    assert done == f"{convert(TAIWAN[1])}\n皇后\n{simplified}"


def test_names_in_the_simplified_half_of_a_line_in_both_scripts_stay():
    line = "萧乾和徐乾学谈乾县的变化，什么都说了。她說這裡的關係後來變了，蕭乾沒有來"
    assert detect_script(line) == "mixed"
    assert convert(line) == "萧乾和徐乾学谈乾县的变化，什么都说了。她说这里的关系后来变了，萧乾没有来"


def test_seed_004_equals_its_gold():
    if not SEED.exists():
        pytest.skip("the seed documents belong to their publishers and are not in the repository")
    gold = json.loads(SEED.read_text(encoding="utf-8"))
    traditional, simplified = "\n".join(gold["keep_traditional"]), "\n".join(gold["keep"])
    assert convert(traditional) == simplified
    assert convert(traditional, "keep") == traditional


@pytest.mark.parametrize(("to", "hint"), [("simplifed", "simplified"), ("taiwam", "taiwan"), ("s2twpp", "s2twp")])
def test_a_wrong_target_names_the_nearest(to, hint):
    with pytest.raises(ConfigError, match=hint):
        convert("字", to)
    with pytest.raises(ConfigError, match=hint):
        find_conversions("字", to)


def test_a_wrong_engine_names_the_nearest():
    with pytest.raises(ConfigError, match="'opencc'"):
        convert("字", engine="openccc")


@pytest.mark.parametrize("to", configuration_names())
@pytest.mark.parametrize(
    "text", ["", "\ud800\udc00漢\udfff", "\0", "a" * 1000, "漢\ud800" * 500, "豈" * 200, "𠀾" * 200]
)
def test_any_text_converts(to, text):
    done = revise(Revision(text, text), find_conversions(text, to))
    assert done.text == convert(text, to)


def test_long_and_short_ways_agree_on_lone_surrogates():
    assert convert("發\ud800\udc00現" * 200, "t2s") == "发\ud800\udc00现" * 200


def test_threads_get_the_same_as_one():
    texts = [text * 3 for text in TAIWAN + HONG_KONG] * 5
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(convert, texts)) == [convert(text) for text in texts]


def test_the_functions_are_picklable():
    assert pickle.loads(pickle.dumps(convert))("記者說") == "记者说"


def test_segments_move_with_the_text_where_growth_and_shrinking_cancel_out():
    """Words of Taiwan's that shrink, then grow, before a phrase that only its segment keeps whole."""
    text = "程式碼在尼日，" * 60 + "復甦術"
    assert len(convert("程式碼在尼日，", "tw2sp")) == len("程式碼在尼日，")
    assert convert(text, "tw2sp") == convert("程式碼在尼日，", "tw2sp") * 60 + "复苏术"
    shifted = "程式碼在，" * 60 + "復甦術在尼日，" * 60
    assert convert(shifted, "tw2sp") == convert("程式碼在，", "tw2sp") * 60 + convert("復甦術在尼日，", "tw2sp") * 60


@pytest.mark.parametrize(
    "path", [path for path in ARTICLES if path.name.startswith(("tw-", "hk-"))], ids=lambda path: path.stem
)
def test_cleaning_puts_every_converted_character_on_record(path):
    text = path.read_text(encoding="utf-8")
    article = newsclean.clean(text)
    assert article.restore() == text
    assert (article.script.detected, article.script.output) == ("traditional", "simplified")
    converted = sum(edit.end - edit.start for edit in article.repairs if edit.kind == "script")
    assert converted >= sum(char in traditional_only() for char in text) * 0.9
    assert not set(article.text) & traditional_only()
