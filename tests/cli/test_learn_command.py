"""newsclean learn, and clean with what it learnt."""

import json

STORY = "{n}号渡口昨天恢复通航，首班船上坐满了赶集的乡亲，船工说水位已经退到{n}米以下。"
FOOT = "江风徐来与你同行"


def corpus(tmp_path):
    records = [
        {"id": str(n), "url": f"https://ferry.example/{n}", "text": STORY.format(n=n) + "\n" + FOOT} for n in range(8)
    ]
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (tmp_path / "crawl.jsonl").write_text(text, encoding="utf-8")
    return records


def test_learns_a_profile_and_cleans_with_it(run, tmp_path):
    records = corpus(tmp_path)
    done = run("learn", "crawl.jsonl", "-o", "site.profile")
    assert (done.status, done.out) == (0, b"")
    assert done.err == "newsclean: articles read: 8; repeated lines: 1; sites: 1\n"
    profile = f"# newsclean profile 1\nferry.example\ttail\t8\t{FOOT}\n"
    assert (tmp_path / "site.profile").read_bytes() == profile.encode()
    cleaned = run("clean", "crawl.jsonl", "-q", "--profile", "site.profile").out.splitlines()
    assert [json.loads(line)["text"] for line in cleaned] == [record["text"].split("\n")[0] for record in records]
    assert json.loads(cleaned[0])["removed"][0]["kind"] == "profile"


def test_reads_a_pipe_and_writes_one(run, tmp_path):
    corpus(tmp_path)
    done = run("learn", "-q", stdin=(tmp_path / "crawl.jsonl").read_bytes())
    assert done.out.decode().endswith(f"ferry.example\ttail\t8\t{FOOT}\n")
    assert done.err == ""


def test_a_bad_record_is_told_and_the_others_are_read(run, tmp_path):
    corpus(tmp_path)
    with (tmp_path / "crawl.jsonl").open("ab") as file:
        file.write(b"{\n")
    done = run("learn", "crawl.jsonl")
    assert done.status == 1
    assert "crawl.jsonl:9" in done.err
    assert FOOT in done.out.decode()


def test_a_profile_that_is_none_is_status_2(run, page, tmp_path):
    (tmp_path / "bad.profile").write_text("{}")
    done = run("clean", page, "--profile", "bad.profile")
    assert done.status == 2
    assert "bad.profile: not a profile" in done.err
