"""newsclean detect and convert."""

import pytest


def test_encoding_and_script_are_told_a_line_a_file(run, tmp_path):
    (tmp_path / "a.txt").write_bytes("雨停了，路通了，居民们都走出了家门。".encode("gb18030"))
    (tmp_path / "b.txt").write_bytes("雨停了，橋樑也修復了，居民們走出了家門。".encode())
    status, out, err = run("detect", "a.txt", "none.txt", "b.txt")
    assert status == 1
    assert [line.split("\t") for line in out.decode().splitlines()] == [
        ["a.txt", "gb18030", "detected", "simplified"],
        ["b.txt", "utf-8", "detected", "traditional"],
    ]
    assert "none.txt: No such file or directory" in err


def test_conversion_changes_the_script_alone(run):
    text = "  雨停了，橋樑也修復了。\r\n\r\n責任編輯：林曉"
    assert run("convert", stdin=text.encode()) == (0, "  雨停了，桥梁也修复了。\r\n\r\n责任编辑：林晓".encode(), "")
    assert run("convert", "--to", "traditional", stdin="桥梁".encode()).out.decode() == "橋樑"
    assert run("convert", "--to", "s2twp", stdin="软件".encode()).out.decode() == "軟體"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "big5", "utf-16", "utf-16-be"])
def test_a_long_stream_is_converted_block_by_block_as_it_would_be_whole(run, encoding):
    line = "雨停了，橋樑也修復了，居民們走出了家門。\n"
    done = run("convert", stdin=(line * 60_000).encode(encoding))
    assert done == (0, ("雨停了，桥梁也修复了，居民们走出了家门。\n" * 60_000).encode(), "")


def test_ascii_before_the_first_hanzi_says_nothing_of_the_encoding(run):
    head = "<p>2021</p>\n" * 200_000
    page = "雨停了，橋樑也修復了，居民們走出了家門。\n" * 60_000
    done = run("convert", stdin=(head + page).encode("big5"))
    assert done.out.decode() == head + page.replace("橋樑也修復", "桥梁也修复").replace("們", "们").replace("門", "门")


def test_an_unknown_script_is_wrong_usage(run):
    status, out, err = run("convert", "--to", "simplifed", stdin=b"x")
    assert (status, out) == (2, b"")
    assert "simplifed" in err
