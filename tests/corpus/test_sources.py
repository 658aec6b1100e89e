"""Arguments become files in a fixed order, each with its form and id."""

import gzip
import os

import pytest

from newsclean.corpus.sources import one_page, sources


@pytest.fixture
def folder(tmp_path):
    for name in (
        "b/2.txt",
        "b/10.html",
        "a.jsonl",
        "c",
        "b/.hidden",
        ".git/x.txt",
        "d.parquet",
        "e.warc.gz",
        "x.JPG",
        "b/y.css",
        "z.tar.xz",
    ):
        path = tmp_path / "root" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return tmp_path / "root"


def test_a_folder_gives_its_files_in_order_without_hidden_ones(folder):
    found = [(s.id, s.form) for s in sources([str(folder)])]
    assert found == [
        ("a.jsonl", "jsonl"),
        ("b/10.html", "page"),
        ("b/2.txt", "page"),
        ("c", "page"),
        ("d.parquet", "parquet"),
        ("e.warc.gz", "warc"),
    ]


def test_what_is_no_page_is_read_where_it_is_named(folder):
    assert [s.form for s in sources([str(folder / "b" / "y.css")])] == ["page"]


def test_a_quoted_glob_is_expanded_in_order(folder):
    assert [s.path for s in sources([str(folder / "b" / "*.*t*")])] == [
        str(folder / "b" / "10.html"),
        str(folder / "b" / "2.txt"),
    ]


def test_a_glob_without_files_names_itself(folder):
    (found,) = sources([str(folder / "*.xyz")])
    assert found.name.endswith("*.xyz")


def test_a_file_whose_name_looks_like_a_glob_is_a_file(tmp_path):
    path = tmp_path / "[1].txt"
    path.write_text("")
    assert [s.path for s in sources([str(path)])] == [str(path)]


def test_a_folder_that_cannot_be_read_is_named_among_the_others(folder, monkeypatch):
    from newsclean.corpus import sources as module

    scandir = os.scandir

    def forbid(path):
        if str(path).endswith("/b"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(module.os, "scandir", forbid)
    assert [s.id for s in sources([str(folder)])] == [
        "a.jsonl",
        str(folder / "b"),
        "c",
        "d.parquet",
        "e.warc.gz",
    ]


def test_a_loop_of_links_ends(folder):
    (folder / "loop").symlink_to(folder)
    assert len(list(sources([str(folder)]))) == 6


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (b'{"text": "x"}', "jsonl"),
        (b'\xef\xbb\xbf{"text": "x"}', "jsonl"),
        (b"{}", "jsonl"),
        (b"{ text }", "page"),
        (b"<html>", "page"),
        (b"PAR1....", "parquet"),
        (b"WARC/1.0\r\n", "warc"),
        (b"", "page"),
    ],
)
def test_a_name_that_says_nothing_leaves_it_to_the_first_bytes(tmp_path, head, form):
    for name, data in (("data", head), ("data.gz", gzip.compress(head))):
        (tmp_path / name).write_bytes(data)
        assert [s.form for s in sources([str(tmp_path / name)])] == [form]


def test_a_form_that_is_given_holds_for_all(folder):
    assert {s.form for s in sources([str(folder)], "jsonl")} == {"jsonl"}
    assert {s.form for s in sources([str(folder)], "html")} == {"page"}


def test_one_page_is_a_single_file_of_text_or_html(folder):
    assert one_page([str(folder / "c")])
    assert one_page([str(folder / "a.jsonl")], "text")
    assert not one_page([str(folder / "a.jsonl")])
    assert not one_page([str(folder)])
    assert not one_page([str(folder / "*")])
    assert not one_page([str(folder / "c")] * 2)
