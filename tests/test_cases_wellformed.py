"""Every gold case parses, encodes, and states only what stands on its page."""

import json
import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from gold import CASES, PEOPLE, Case, CaseError, case_files, line_cases, main, parse, read

HAN_DIGITS = "〇一二三四五六七八九"
FILES = case_files()
SETS = ("", "heldout/", "blind/", "blind2/", "blind3/", "blind4/", "blind5/", "blind6/", "blind7/")
SEEN = {path.relative_to(CASES).as_posix(): path for path in FILES}
each_case = pytest.mark.parametrize("path", SEEN.values(), ids=SEEN.keys())


def bare(text: str) -> str:
    return "".join(text.split())


def repaired(case: Case) -> str:
    page = case.raw
    for repair in case.repairs:
        page = page.replace(repair["before"], repair["after"])
    return page


@each_case
def test_page_survives_its_encoding(path: Path):
    case = read(path)
    assert case.data.decode(case.encoding) == case.raw


@each_case
def test_kept_text_stands_on_the_page_in_order(path: Path):
    case = read(path)
    characters = iter(repaired(case))
    missed = [paragraph for paragraph in case.keep if not all(c in characters for c in paragraph)]
    assert missed == []


SEEN_TEXT = {path.stem: path.read_text(encoding="utf-8") for path in FILES}


@each_case
def test_every_removed_text_stands_on_the_page(path: Path):
    case = read(path)
    assert all(bare(str(removed["text"])) in bare(case.raw) for removed in case.removed)


@each_case
def test_every_name_and_title_of_the_metadata_stands_on_the_page(path: Path):
    case = read(path)
    page = bare(repaired(case))
    stated = [case.header.get("title", ""), case.header.get("source", "")]
    stated += [name for role in PEOPLE for name in case.header.get(role, "").split(";")]
    stated += case.header.get("dateline", "").split("|")
    assert [text for text in map(bare, stated) if text not in page] == []


@each_case
def test_date_of_publication_is_iso_and_its_parts_stand_on_the_page(path: Path):
    case = read(path)
    published = case.header.get("published")
    if not published:
        return
    found = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d)?)?)?(?:[+-]\d\d:\d\d)?", published)
    assert found, published
    year = found[1]
    tens, ones = divmod(int(year) - 1911, 10)  # the Republic's calendar
    spelled = "".join(HAN_DIGITS[int(digit)] for digit in year)
    roc = HAN_DIGITS[tens % 10] + "十" + HAN_DIGITS[ones]
    assert any(form in case.raw for form in (year, spelled, f"{tens}{ones}", roc, year[2:]))
    assert found[5] is None or re.search(f"[:时時]{found[5]}", case.raw)


@each_case
def test_title_line_is_followed_by_metadata_or_a_blank_line(path: Path):
    """On a real page a headline does not run straight into the body."""
    lines = SEEN_TEXT[path.stem].partition("\n---\n")[2].splitlines()
    after = [two[:1] for one, two in pairwise(lines) if one.startswith("T ")]
    assert "K" not in after
    assert "k" not in after


@pytest.mark.parametrize("path", case_files(*(f"{part}clean" for part in SETS)), ids=lambda path: path.stem)
def test_clean_case_has_nothing_to_remove(path: Path):
    case = read(path)
    assert case.keep
    assert (case.removed, case.injected, case.repairs) == ([], [], [])


@pytest.mark.parametrize("path", case_files(*(f"{part}polluted" for part in SETS)), ids=lambda path: path.stem)
def test_polluted_case_has_a_body_and_something_to_remove_and_says_its_layout(path: Path):
    case = read(path)
    assert case.keep
    assert case.removed or case.injected or case.repairs
    assert case.header["note"]


def test_names_are_unique_over_all_folders():
    names = [path.stem for path in FILES]
    assert sorted(set(names)) == sorted(names)


def test_no_outlet_stands_on_both_sides():
    """An outlet of a held-out or blind case is the outlet of no case of another side."""
    sources = [{read(p).header.get("source") for p in case_files(*side)} - {None, ""} for side in SIDES]
    assert [shared for one, two in combinations(sources, 2) if (shared := one & two - NO_ONES)] == []


SIDES = tuple((f"{part}polluted", f"{part}clean") for part in SETS)
LINES = (CASES / "lines", CASES / "heldout" / "lines")
NO_ONES = {"本站原创"}


def test_roles_of_a_case_make_raw_text_and_gold():
    case = parse(
        "@meta all\n@title 甲\n@dateline 新华社|北京\n---\nT 甲\n_\nk 乙{{+广告}}丙\nM (记者 丁)\n"
        "K {{m:电}}|{{错=对}}字\n"
        "x markup <p>\nX navigation|engagement 分享\nE 导读\nK a\\u000ab"
    )
    assert case.raw == "甲\n\n乙广告丙(记者 丁)\n电|错字\n<p>分享\n导读\na\nb\n"
    assert case.keep == ["乙丙", "|对字", "a\nb"]
    assert case.either == ["导读"]
    assert case.injected == ["广告"]
    assert case.repairs == [{"before": "错", "after": "对"}]
    assert case.removed == [
        {"kind": "markup", "text": "<p>"},
        {"kind": "navigation", "text": "分享", "kinds": ["navigation", "engagement"]},
    ]
    gold = case.gold
    assert gold["title"] == "甲"
    assert gold["published"] is None
    assert gold["dateline"] == {"agency": "新华社", "place": "北京"}
    assert gold["byline"] == {"source": None} | {role: [] for role in PEOPLE}


@pytest.mark.parametrize("folder", LINES, ids=lambda folder: folder.parent.name)
def test_every_line_makes_a_page_in_its_frame(folder: Path):
    bodies = {len(case.keep) for case in line_cases(folder) if case.removed}
    assert bodies == {5}
    for case in line_cases(folder):
        assert len(case.removed) + len(case.keep) == 6
        assert "%" not in case.raw.replace("62%", "").replace("100%", "")


def test_lines_held_out_are_not_among_the_others():
    seen, held = (
        {row for path in folder.glob("*.tsv") for row in path.read_text("utf-8").split("\n")} for folder in LINES
    )
    assert seen & held <= {""}


def test_field_that_is_not_stated_is_not_in_the_gold():
    gold = parse("@source 海湾晚报\n---\nK 甲").gold
    assert gold["byline"] == {"source": "海湾晚报"}
    assert not {"title", "published", "dateline"} & gold.keys()


@pytest.mark.parametrize("text", ["K 甲", "@colour red\n---\nK 甲", "@note\n---\nX weather 晴", "@note\n---\nQ 甲"])
def test_malformed_case_is_refused(text: str):
    with pytest.raises(CaseError):
        parse(text)


def test_cases_are_written_as_raw_and_gold(tmp_path: Path):
    (tmp_path / "one.case").write_text("@encoding gb18030\n---\nK 渔港\n", encoding="utf-8")
    main(str(tmp_path), str(tmp_path / "out"))
    assert (tmp_path / "out" / "one.txt").read_bytes() == "渔港\n".encode("gb18030")
    assert json.loads((tmp_path / "out" / "one.json").read_text(encoding="utf-8"))["keep"] == ["渔港"]
