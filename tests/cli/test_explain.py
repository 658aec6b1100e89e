"""newsclean explain: every edit with its place and rule, plain when piped."""

import os
import pty
import subprocess

import pytest
from command import COMMAND, environment


def test_an_edit_stands_with_kind_place_rule_and_text(run, page):
    status, out, err = run("explain", page)
    text = out.decode()
    assert (status, err) == (0, "")
    assert "gb18030 (detected)" in text
    assert "Moved to the metadata" in text
    assert "byline: " in text
    assert "责任编辑：林晓" in text
    assert "editors" in text
    assert "\x1b" not in text


def test_conversions_are_counted_and_full_shows_each(run):
    raw = "橋樑修復了，橋面通車了。\n".encode()
    short, full = run("explain", stdin=raw).out.decode(), run("explain", "--full", stdin=raw).out.decode()
    assert "Repaired" in short
    assert "橋 → 桥" in short
    assert full.count("橋 → 桥") > short.count("橋 → 桥") or "(2 times)" not in short


def test_what_cannot_be_seen_is_spelled_out(run):
    out = run("explain", stdin="雨停\N{ZERO WIDTH SPACE}了，路通了。\n".encode()).out.decode()
    assert "<U+200B>" in out
    assert "\N{ZERO WIDTH SPACE}" not in out


def test_a_clean_page_says_so(run):
    assert "Nothing to change." in run("explain", stdin="雨停了。".encode()).out.decode()


def test_bad_records_are_named_and_the_others_explained(run, page, tmp_path):
    status, out, err = run("explain", "none.txt", page)
    assert status == 1
    assert "none.txt: No such file or directory" in err
    assert "责任编辑：林晓" in out.decode()


def test_a_terminal_gets_colour(page):
    ours, theirs = pty.openpty()
    env = environment(TERM="xterm-256color")
    env.pop("NO_COLOR", None)
    subprocess.run([*COMMAND, "explain", str(page)], stdout=theirs, env=env, timeout=60, check=True)
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert "\x1b[" in shown
    assert "责任编辑：林晓" in shown


def test_a_page_for_one_input_holds_its_record(run, page, tmp_path):
    pytest.importorskip("jinja2", reason="the page needs newsclean[report]")
    status, out, err = run("explain", page, "--html", "-o", tmp_path / "why.html")
    written = (tmp_path / "why.html").read_text("utf-8")
    assert (status, out, err) == (0, b"", "")
    assert "default-src 'none'" in written
    assert f"<title>{page.name}</title>" in written
    assert run("explain", page, "--html").out.decode() == written


def test_a_page_names_what_could_not_be_read_and_shows_the_rest(run, page, tmp_path):
    pytest.importorskip("jinja2", reason="the page needs newsclean[report]")
    status, _, err = run("explain", "none.txt", page, "--html", "-o", tmp_path / "why.html")
    assert status == 1
    assert "none.txt: No such file or directory" in err
    assert (tmp_path / "why.html").stat().st_size > 10_000


def test_a_page_does_not_replace_what_it_explains(run, page):
    before = page.read_bytes()
    assert run("explain", page, "--html", "-o", page).status == 2
    assert run("explain", page, "-o", "why.html").status == 2
    assert page.read_bytes() == before
