"""The laws of repair over any text: it settles, it reverts, its flags lie in the source, clean text stays."""

import itertools
import json
import random
import tarfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsclean.edits import Revision, revert
from newsclean.repair import repair
from newsclean.testing import damage

SHARED = Path("../shared")
ARTICLES = sorted(Path("tests/articles").glob("*.txt"))

FRAGMENTS = [
    *("&amp;nbsp;", "&", "amp;", "nbsp;", "&#8203;", "&lt;br&gt;", "&#228;&#184;&#173;"),
    *("<br>", "</p>", "<!--", "-->", "<script>", "</script>", "<", ">", "[b]", "[/b]", "{{x}}", "@@t@@", "var a = 1;"),
    *("們?yōu)I江", "統(tǒng)", "戰(zhàn)", "農(nóng )", "?qǐng)", "，F(xiàn)", "獎(jiǎng)?wù)", "(yī)", "\ufffd(yōu)"),
    *("!兑庖姟分刑岢龅2020年", "囊纛谘葜v", "?！?", "?；顒拥幕?，", "楸瞎┡潘", "蹦壳埃"),
    *("ä¸\xadå›½", "ÖÐ¹ú", "Ã¥â€ºÂ½", "涓浗鏂伴椈", "鈥滃緢濂解�", "銆�", "籓芖竒蕾", "弊模翋炟", "锟斤拷锟斤拷"),
    *("\ufffd\ufffd\ufffd", "\u200b", "\xad", "\ue602", "\x00", "\ud800", "\u202e", "👩\u200d🚀", "\U000e0041"),
    *("渔港今天开捕。", "“他说”", "滕州", "澠(miǎn)池", "a < b", "\n", "\r\n", " ", "\u3000", "2020年", "?", "，"),
]
pages = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join)


def check_laws(text):
    revision, flags = repair(Revision(text, text))
    assert revert(revision.text, revision.edits) == text
    assert all(text[edit.start : edit.end] == edit.before for edit in revision.edits)
    assert all(one.end <= other.start for one, other in itertools.pairwise(revision.edits))
    assert all(0 <= flag.start <= flag.end <= len(text) for flag in flags)
    assert repair(Revision(revision.text, revision.text))[0].edits == ()


@settings(deadline=None, max_examples=300)
@given(pages)
@example("!兑庖姟分刑岢龅2020年鈥滃緢濂解\ufffd?qǐng)")  # a gloss right behind the mark for a lost byte
def test_damage_of_all_kinds_in_one_text_settles_and_reverts(text):
    check_laws(text)


@settings(deadline=None, max_examples=200)
@given(st.text(st.characters()))
def test_any_text_settles_and_reverts(text):
    check_laws(text)


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=200), st.sampled_from(["gb18030", "cp950", "latin-1", "utf-8", "euc-kr"]))
def test_bytes_read_in_any_encoding_settle_and_revert(data, encoding):
    check_laws(data.decode(encoding, "replace"))


@pytest.mark.parametrize("piece", [piece for piece in FRAGMENTS if piece.strip()])
def test_a_long_run_of_one_kind_of_damage_settles(piece):
    check_laws(piece * (3000 // len(piece)))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ud800", "\x00" * 9, "?" * 50, "渔" * 50])
def test_nothing_but_edge_cases_is_no_error(text):
    check_laws(text)


def test_flags_speak_of_the_source_when_repairs_before_moved_the_text():
    text = "&nbsp;&nbsp;<b>要闻</b>\u200b新闻发布会举行!兑庖姟分刑岢龅2020年"
    revision, flags = repair(Revision(text, text))
    assert revision.text == "  要闻新闻发布会举行。《意見》中提出到2020年"
    assert [text[flag.start : flag.end] for flag in flags if flag.detail == "到"] == ["龅"]


def test_a_repair_is_named_by_its_kind():
    text = "&nbsp;統(tǒng)戰(zhàn)部\u200b<br>ÖÐ¹úÐÂÎÅ,举行!兑庖姟分刑岢龅2020年"
    kinds = {edit.kind for edit in repair(Revision(text, text))[0].edits}
    assert kinds == {"entity", "pinyin_gloss", "invisible", "spacing", "mojibake", "gbk_shift"}


ARTICLE = """海港城今年第一场大雪来得比往年早。清晨六点,环卫工人已经把主要街道清扫了一遍,公交车按时发出。
“雪再大,车也要开。”开了二十年公交的司机说,他在这条线路上从来没有迟到过。
市气象台预计,降雪还要持续两天,学校和医院都已经做好准备。农业部门提醒农户加固大棚,保护蔬菜。"""


@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize(("lost", "spaced"), [("?", False), ("?", True), ("", False), ("\ufffd", False)])
def test_a_glossed_article_comes_back(level, lost, spaced):
    article = damage.to_traditional(ARTICLE)
    page = damage.gloss(article, level, lost=lost, spaced=spaced)
    assert page != article
    assert repair(Revision(page, page))[0].text == article


MISREADINGS = [("utf-8", "latin-1"), ("utf-8", "cp1252"), ("gbk", "latin-1"), ("gbk", "cp1252")]


@pytest.mark.parametrize(("written", "read"), MISREADINGS)
def test_a_misread_article_comes_back(written, read):
    page = "\n".join(damage.misread(line, written, read) for line in ARTICLE.split("\n"))
    assert repair(Revision(page, page))[0].text == ARTICLE


def test_utf8_read_as_gbk_comes_back_but_for_bytes_that_were_lost():
    page = "\n".join(damage.misread(line, "utf-8", "gbk") for line in ARTICLE.split("\n"))
    revision, flags = repair(Revision(page, page))
    assert len(revision.text) == len(ARTICLE)
    wrong = [(clean, mended) for clean, mended in zip(ARTICLE, revision.text, strict=True) if clean != mended]
    assert {mended for _, mended in wrong} == {"\ufffd"}
    assert len(wrong) <= 3
    assert sum(flag.flag == "lost_text" for flag in flags) == len(wrong)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("lost", ["?", ""])
def test_a_lost_byte_never_spoils_the_lines_beside_it(seed, lost):
    lines = ARTICLE.split("\n")
    at = random.Random(seed).randrange(20, 60)
    page = "\n".join([lines[0], damage.drop_byte(lines[1], at, lost), lines[2]])
    mended = repair(Revision(page, page))[0].text.split("\n")
    assert [mended[0], mended[-1]] == [lines[0], lines[2]]


def untouched(text):
    """Repair a text that is clean but for entities and invisible characters; return what else was changed."""
    return [edit for edit in repair(Revision(text, text))[0].edits if edit.kind not in ("entity", "invisible")]


@pytest.mark.skipif(not ARTICLES, reason="no articles here")
def test_our_own_articles_are_not_touched():
    assert [edit for path in ARTICLES for edit in untouched(path.read_text(encoding="utf-8"))] == []


@pytest.mark.skipif(not SHARED.exists(), reason="the shared pages are not here")
def test_real_articles_are_not_touched():
    texts = ["\n".join(json.loads(path.read_text())["keep"]) for path in sorted(SHARED.glob("gold/seed-*.json"))]
    with tarfile.open(SHARED / "pages/dev.tar.xz") as archive:
        gold = [json.load(archive.extractfile(file)) for file in archive if file.name.endswith("gold.json")]
    texts += [page["body"] for page in gold if page.get("body")]
    assert len(texts) > 200
    assert [edit for text in texts for edit in untouched(text)] == []


@pytest.mark.skipif(not SHARED.exists(), reason="the shared pages are not here")
def test_the_glossed_seed_comes_back():
    text = (SHARED / "gold/seed-004.txt").read_text(encoding="utf-8")
    gold = json.loads((SHARED / "gold/seed-004.json").read_text(encoding="utf-8"))
    revision, flags = repair(Revision(text, text))
    assert [line for line in gold["keep_traditional"] if line not in revision.text] == []
    assert "舉行。《意見》中提出到2020年" in revision.text
    assert "大幅提升!12日" in revision.text
    assert sum(edit.kind == "pinyin_gloss" for edit in revision.edits) >= 81
    assert [flag.detail for flag in flags] == ["。", "到"]
    assert revert(revision.text, revision.edits) == text


def test_a_tag_that_a_cut_character_ate_leaves_with_the_cut():
    text = "他说：“从今天起再出发?！?/p>\n散会"
    assert repair(Revision(text, text))[0].text == "他说：“从今天起再出发。”\n散会"
