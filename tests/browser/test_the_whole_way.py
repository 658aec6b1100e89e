"""From a crawl to honoured verdicts, as a person goes: clean, report, judge, apply, clean again, compare."""

import json
import subprocess
import sys

from page import Page

WRONG = "上一篇：桥也修好了"
NOISE = "老照片征集热线请记牢"
LEAD = "守塔人说，旧灯亮了六十年，从来没有让一条船找不到港。"
MORE = ("他把旧灯擦干净，放进了陈列室。", "孩子们排着队，一个一个地摸那块玻璃。")
CRAWL = [f"第{i}号灯塔\n来源：临海晚报\n　　{LEAD}{more}\n{NOISE}\n{WRONG}" for i, more in enumerate(MORE)]


def newsclean(folder, *arguments):
    done = subprocess.run([sys.executable, "-m", "newsclean", *arguments], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def cleaned(folder, name):
    return [json.loads(line)["text"] for line in (folder / name).read_text("utf-8").splitlines()]


def test_a_verdict_of_the_page_is_honoured_by_the_next_run_and_shown_against_the_last(chromium, tmp_path):
    crawl = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(CRAWL))
    (tmp_path / "crawl.jsonl").write_text(crawl, "utf-8")
    newsclean(tmp_path, "clean", "-q", "crawl.jsonl", "-o", "cleaned.jsonl")
    newsclean(tmp_path, "report", "-q", "cleaned.jsonl", "-o", "report.html")
    before = cleaned(tmp_path, "cleaned.jsonl")
    assert all(NOISE in text and WRONG not in text for text in before)

    page = Page(chromium, tmp_path / "report.html").open("records?rule=navigation.previous-next")
    page.press("n", "w")
    at = page.js("return document.querySelector('.source').textContent.indexOf(arguments[0])", NOISE)
    page.select(".source", at, at + len(NOISE))
    page.press("m")
    page.export(tmp_path)

    newsclean(tmp_path, "review", "apply", "-q", "review.jsonl", "-o", "my-rules.toml")
    newsclean(tmp_path, "rules", "test", "my-rules.toml")
    newsclean(tmp_path, "clean", "-q", "crawl.jsonl", "--rules", "my-rules.toml", "-o", "again.jsonl")
    after = cleaned(tmp_path, "again.jsonl")
    assert WRONG in after[0]
    assert all(NOISE not in text for text in after)

    newsclean(tmp_path, "report", "-q", "again.jsonl", "--against", "cleaned.jsonl", "-o", "difference.html")
    page.reset()
    page = Page(chromium, tmp_path / "difference.html").open("records?changed=1")
    assert page.texts(".lines .come") == [f"+{WRONG}"]
    assert page.texts(".lines .gone") == [f"−{NOISE}"]
    page.reset()
    assert page.complaints() == []
