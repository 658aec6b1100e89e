"""newsclean clean: what comes out, byte for byte, and with which status."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest
from command import CLEANED, COMMAND, environment

C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def records(data):
    return [json.loads(line) for line in data.decode().splitlines()]


def jsonl(path, *texts):
    path.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in enumerate(texts, 1)))
    return path


class TestOnePage:
    def test_a_file_prints_its_text_and_a_summary(self, run, page):
        status, out, err = run("clean", page)
        assert (status, out) == (0, CLEANED)
        assert err.startswith("newsclean: 1 article, ")
        assert err.count("\n") == 1

    def test_the_locale_changes_nothing(self, run, page):
        assert run("clean", "-q", page, env=C_LOCALE) == (0, CLEANED, "")

    def test_standard_input_prints_its_text(self, run, page):
        assert run("clean", "-q", stdin=page.read_bytes()).out == CLEANED
        assert run("clean", "-q", "-", stdin=page.read_bytes()).out == CLEANED

    def test_html_is_known_without_a_name(self, run):
        html = "<html><body><article><p>雨停了，路通了，居民们都走了出来。</p></article></body></html>".encode()
        assert run("clean", "-q", stdin=html).out.decode() == "雨停了，路通了，居民们都走了出来。\n"

    def test_a_record_is_one_line_and_gives_the_page_back(self, run, page):
        status, out, _ = run("clean", "--to", "jsonl", page)
        assert (status, out.count(b"\n")) == (0, 1)
        (record,) = records(out)
        assert record["byline"]["editors"] == ["林晓"]
        assert record["encoding"]["name"] == "gb18030"
        assert run("restore", stdin=out) == (0, page.read_bytes().decode("gb18030").encode(), "")

    def test_an_output_name_says_the_form(self, run, page, tmp_path):
        assert run("clean", page, "-o", "out.jsonl").out == b""
        assert records((tmp_path / "out.jsonl").read_bytes())[0]["text"] == CLEANED.decode().rstrip("\n")
        assert run("clean", page, "-o", "out.txt").status == 0
        assert (tmp_path / "out.txt").read_bytes() == CLEANED

    def test_script_is_converted_unless_kept(self, run):
        text = "雨停了，橋樑也修復了。\n".encode()
        assert run("clean", "-q", stdin=text).out.decode() == "雨停了，桥梁也修复了。\n"
        assert run("clean", "-q", "--script", "keep", stdin=text).out == text

    def test_a_kind_can_be_kept(self, run, page):
        assert "责任编辑：林晓" in run("clean", "-q", "--keep", "byline", page).out.decode()

    def test_nothing_is_loaded_that_a_page_of_text_does_not_need(self, page):
        code = (
            "import sys; from newsclean import cli; status = cli.run(['clean', sys.argv[1]]);"
            "print(*sys.modules, file=sys.stderr); sys.exit(status)"
        )
        done = subprocess.run([COMMAND[0], "-c", code, str(page)], capture_output=True, env=environment(), check=True)
        loaded = set(done.stderr.decode().split())
        assert "newsclean.cleaner" in loaded
        assert not loaded & {
            "rich",
            "pyarrow",
            "fastwarc",
            "trafilatura",
            "multiprocessing.context",
            "zstandard",
        }


class TestMany:
    def test_files_and_folders_are_records_in_order(self, run, page, tmp_path):
        (tmp_path / "more").mkdir()
        (tmp_path / "more" / "b.txt").write_text("又下雨了。", encoding="utf-8")
        (tmp_path / "more" / "a.txt").write_text("又天晴了。", encoding="utf-8")
        status, out, err = run("clean", "more", "page.txt")
        assert status == 0
        assert [(r["id"], r["text"]) for r in records(out)] == [
            ("a.txt", "又天晴了。"),
            ("b.txt", "又下雨了。"),
            ("page.txt", CLEANED.decode().rstrip("\n")),
        ]
        assert "3 articles" in err

    def test_jsonl_on_standard_input_is_known(self, run):
        lines = b'{"id": "a", "text": "\xe9\x9b\xa8", "n": 1.5}\n{"text": ""}\n'
        first, second = records(run("clean", stdin=lines).out)
        assert (first["id"], first["text"], first["n"]) == ("a", "雨", 1.5)
        assert (second["id"], second["text"]) == (None, "")

    def test_text_of_many_is_parted_by_empty_lines(self, run, tmp_path):
        jsonl(tmp_path / "in.jsonl", "雨停了。", "路通了。")
        assert run("clean", "-q", "--to", "text", "in.jsonl").out.decode() == "雨停了。\n\n路通了。\n\n"

    def test_workers_write_the_same(self, run, tmp_path):
        jsonl(tmp_path / "in.jsonl", *["雨停了，路通了。\n责任编辑：林晓"] * 50)
        assert run("clean", "in.jsonl", "--workers", 2).out == run("clean", "in.jsonl").out

    def test_figures_go_to_a_file_as_json(self, run, tmp_path):
        jsonl(tmp_path / "in.jsonl", "雨停了，路通了。\n责任编辑：林晓", "")
        assert run("clean", "-q", "in.jsonl", "-o", "out.jsonl", "--summary", "sum.json") == (0, b"", "")
        summary = json.loads((tmp_path / "sum.json").read_text(encoding="utf-8"))
        assert (summary["records"], summary["rejected"]) == (2, 0)
        assert summary["removed"]["byline"]["edits"] == 1

    def test_fields_can_be_named(self, run):
        lines = '{"body": {"main": "雨停了。"}, "link": "http://a.cn/1", "key": 4}\n'.encode()
        options = ["--text-field", "body.main", "--url-field", "link", "--id-field", "key"]
        (record,) = records(run("clean", "--from", "jsonl", *options, stdin=lines).out)
        assert (record["id"], record["url"], record["text"]) == ("4", "http://a.cn/1", "雨停了。")


class TestBadInput:
    @pytest.mark.parametrize(
        ("raw", "expected"),
        [
            (b"", b""),
            (" \t\r\n\N{IDEOGRAPHIC SPACE}\n".encode(), b""),
            (b"\x00\x01\x02\x1b[31m\x7f", None),
            ("雨停了。\x00路通了。\n".encode(), None),
            (b"\xff\xfe\xff" * 50, None),
        ],
    )
    def test_odd_bytes_are_an_article(self, run, raw, expected):
        status, out, err = run("clean", "-q", "--to", "jsonl", stdin=raw)
        assert (status, err) == (0, "")
        (record,) = records(out)
        if expected is not None:
            assert record["text"].encode() == expected
        assert run("clean", "-q", stdin=raw).status == 0

    def test_an_endless_line_and_a_hundred_thousand_lines_end(self, run, tmp_path):
        (tmp_path / "line.txt").write_bytes("雨停了，路通了，".encode() * 435_000)  # 10 MB
        (tmp_path / "lines.txt").write_bytes("雨停\n".encode() * 100_000)
        for name in ("line.txt", "lines.txt"):
            assert run("clean", "-q", name, "-o", "out.txt").status == 0

    def test_lone_surrogates_in_json_survive(self, run):
        line = b'{"text": "\\u96e8\\ud800\\u505c\\u4e86\\u3002"}'
        status, out, _ = run("clean", "--from", "jsonl", "--to", "jsonl", stdin=line)
        assert status == 0
        assert "\ud800" in json.loads(out)["text"]
        assert run("restore", stdin=out).out == "雨\ud800停了。".encode("utf-8", "surrogatepass")

    def test_a_missing_file_is_named_and_the_others_are_done(self, run, page, tmp_path):
        status, out, err = run("clean", "none.txt", page, "-o", "out.jsonl")
        assert (status, out) == (1, b"")
        assert "newsclean: none.txt: No such file or directory\n" in err
        assert len(records((tmp_path / "out.jsonl").read_bytes())) == 1

    def test_a_missing_file_alone_leaves_no_output(self, run, tmp_path):
        assert run("clean", "none.txt", "-o", "out.txt").status == 1
        assert run("clean", "none.jsonl", "-o", "out.jsonl").status == 1
        assert list(tmp_path.iterdir()) == []

    def test_an_unreadable_file_is_named_and_the_others_are_done(self, run, page):
        status, out, err = run("clean", "/proc/self/mem", page)  # reading its start fails even for root
        assert (status, len(records(out))) == (1, 1)
        assert "/proc/self/mem: Input/output error" in err

    def test_an_empty_folder_is_no_article(self, run, tmp_path):
        (tmp_path / "empty").mkdir()
        status, out, err = run("clean", "empty")
        assert (status, out) == (0, b"")
        assert "0 articles" in err

    def test_bad_json_on_line_7_of_10_is_named_and_the_others_are_done(self, run, tmp_path):
        lines = jsonl(tmp_path / "in.jsonl", *["雨停了。"] * 10).read_text().splitlines()
        lines[6] = lines[6][:-3]
        (tmp_path / "in.jsonl").write_text("\n".join(lines))
        status, out, err = run("clean", "in.jsonl")
        assert status == 1
        assert [r["id"] for r in records(out)] == [1, 2, 3, 4, 5, 6, 8, 9, 10]
        assert "newsclean: in.jsonl:7: invalid JSON: " in err
        assert "1 rejected" in err

    def test_a_record_without_text_stands_in_the_rejects(self, run, tmp_path):
        lines = b'{"text": "\xe9\x9b\xa8"}\n{"title": "x"}\n{"text": null}\n{"text": 7}\n[]\n'
        status, out, err = run("clean", "-q", "--from", "jsonl", "--rejects", "bad.jsonl", stdin=lines)
        assert (status, len(records(out)), err) == (1, 1, "")
        bad = records((tmp_path / "bad.jsonl").read_bytes())
        assert [r["place"] for r in bad] == [f"standard input:{n}" for n in (2, 3, 4, 5)]
        assert all("no text" in r["reason"] for r in bad[:3])
        assert bad[3]["reason"] == "a record is a JSON object, this is an array"
        assert [r["raw"] for r in bad] == lines.decode().splitlines()[1:]

    def test_a_cut_gzip_file_is_named_and_the_next_is_read(self, run, page, tmp_path):
        import gzip

        (tmp_path / "cut.txt.gz").write_bytes(gzip.compress(page.read_bytes())[:-6])
        status, out, err = run("clean", "cut.txt.gz", page)
        assert (status, len(records(out))) == (1, 1)
        assert "cut.txt.gz: Compressed file ended before" in err


class TestStreams:
    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
    @pytest.mark.parametrize("workers", [[], ["--workers", "2"]])
    def test_a_full_disk_is_named(self, run, page, workers):
        with Path("/dev/full").open("wb") as full:
            status, _, err = run("clean", page, *workers, stdout=full)
        assert (status, err) == (1, "newsclean: standard output: No space left on device\n")
        status, _, err = run("clean", page, *workers, "-o", "/dev/full")
        assert (status, err) == (1, "newsclean: /dev/full: No space left on device\n")

    @pytest.mark.parametrize("workers", [[], ["--workers", "2"]])
    def test_a_closed_pipe_ends_quietly(self, workers, tmp_path):
        jsonl(tmp_path / "in.jsonl", *["雨停了，路通了，" * 400] * 400)
        command = [*COMMAND, "clean", "-q", "in.jsonl", *workers]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment()
        )
        assert json.loads(process.stdout.readline())["id"] == 1
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0

    def test_a_record_comes_out_before_the_next_goes_in(self):
        pipe = subprocess.PIPE
        process = subprocess.Popen([*COMMAND, "clean", "-q"], stdin=pipe, stdout=pipe, env=environment())
        for n in range(3):
            process.stdin.write(b'{"id": %d, "text": ""}\n' % n)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == n
        process.stdin.close()
        assert process.stdout.read() == b""
        assert process.wait(60) == 0

    def test_an_input_is_never_overwritten(self, run, page):
        before = page.read_bytes()
        status, _, err = run("clean", page, "-o", "./page.txt")
        assert (status, page.read_bytes()) == (2, before)
        assert "named twice" in err
        with page.open("ab") as out:
            status, _, err = run("clean", page, stdout=out)
        assert (status, page.read_bytes()) == (2, before)
        assert "a file that is read" in err

    def test_a_closed_standard_input_is_an_error_and_no_traceback(self, tmp_path):
        command = " ".join([*COMMAND, "clean", "-q", "<&-"])
        done = subprocess.run(command, shell=True, capture_output=True, env=environment(), timeout=60)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr == b"newsclean: standard input: Bad file descriptor\n"

    def test_quiet_still_tells_errors(self, run):
        assert run("clean", "-q", "none.txt").err == "newsclean: none.txt: No such file or directory\n"

    def test_a_terminal_without_a_file_is_wrong_usage(self, run):
        ours, theirs = pty.openpty()
        done = subprocess.run([*COMMAND, "clean"], stdin=theirs, capture_output=True, env=environment(), timeout=60)
        os.close(ours)
        os.close(theirs)
        assert done.returncode == 2
        assert b"no input" in done.stderr

    def test_the_bar_is_drawn_on_a_terminal_only(self, run, page, tmp_path):
        jsonl(tmp_path / "in.jsonl", *["雨停了。"] * 10)
        ours, theirs = pty.openpty()
        command = [*COMMAND, "clean", "in.jsonl", "-o", "out.jsonl"]
        env = environment(TERM="xterm", COLUMNS="120")
        subprocess.run(command, stderr=theirs, cwd=tmp_path, env=env, timeout=60, check=True)
        os.close(theirs)
        drawn = os.read(ours, 65536)
        os.close(ours)
        assert b"10 articles" in drawn
        assert b"\x1b[" in drawn
        assert "\x1b[" not in run("clean", "in.jsonl").err


class TestUsage:
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["--no-such-option"], "No such option"),
            (["--keep", "advertisment"], "did you mean 'advertisement'?"),
            (["--rules", "none.toml"], "none.toml: cannot be read"),
            (["--rules", "bad.toml"], "bad.toml: not a rule file"),
            (["--script", "klingon"], "'klingon'"),
            (["--resume"], "--resume needs an output file"),
            (["--to", "parquet"], "-o FILE"),
            (["-o", "nowhere/out.txt"], "cannot write nowhere/out.txt: No such file or directory"),
            (["-o", "."], "Is a directory"),
            (["-o", "cleaned/"], "that names a folder"),
            (["--rejects", "."], "Is a directory"),
            (["--preset", "x"], "no preset 'x'"),
            (["--workers", "0"], "--workers"),
        ],
    )
    def test_wrong_usage_is_status_2_and_says_what(self, run, page, tmp_path, arguments, message):
        (tmp_path / "bad.toml").write_text("[[rule]\n")
        status, out, err = run("clean", page, *arguments)
        assert (status, out) == (2, b"")
        assert message in err
        assert "Traceback" not in err

    def test_help_shows_examples_and_version_a_number(self, run):
        assert "Examples:" in run("--help").out.decode()
        assert "--workers" in run("clean", "--help").out.decode()
        assert run("--version").out.startswith(b"newsclean ")
        assert run("klean").status == 2
