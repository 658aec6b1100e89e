"""The audit page of many records: its size, how soon it is seen in Chromium, how long a filter takes.

    python benchmarks/audit_page.py [--records 10000] [--characters 2000] [--keep DIR]

Pages are written word by word with the frequencies of data/tables/words.tsv, so that they deflate no better than real
ones (printed: bytes a character of zlib, 1.10 for 263 real pages), with chrome, bylines, brands, footers; every eighth
is in Traditional characters. They are cleaned, `newsclean report` writes the page, and Chromium opens it from disk.
What the browser shows is timed by its own clock (performance.now): the median and the worst of several runs.
Needs newsclean[report], Selenium, Chromium and its driver (make test-browser).
"""

import argparse
import math
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from importlib import resources
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests/browser"))

from page import chromium

from newsclean import Cleaner, convert
from newsclean.record import dumps

FILTERS = (
    "kind=injected_keyword",
    "rule=byline.line",
    "host=news7.example.com",
    "flag=mixed_script",
    "min=60&max=80",
    "q=责任",
    "q=zzz",
    "q=bus&sort=kept",
    "kind=navigation&q=记者&min=50",
    "",
)
FRAME = """{site} > 社会 > 正文
{title}
2021-0{month}-05 08:12　来源：{site}　作者：周远航
{body}
责任编辑：苏敏
【打印】【关闭】
相关阅读
{one}
{two}
免责声明：本文转载自其他媒体，并不代表本网赞同其观点。
上一篇：{one}
版权所有 {site} 京ICP备00000001号"""
BRANDS = ("乐鱼体育官网", "开云体育平台", "必威官方网站")


def words():
    table = resources.files("newsclean").joinpath("data/tables/words.tsv").read_text("utf-8")
    rows = [row.split("\t") for row in table.splitlines() if not row.startswith("#")]
    found = [(word, math.exp(-float(nats))) for nats, many in rows for word in many.split(" ")]
    return [word for word, _ in found], [weight for _, weight in found]


def pages(count, characters):
    """Yield addresses and pages: of its words an article draws seven in ten from forty of its own."""
    vocabulary, weights = words()
    draw = random.Random(7)
    common = draw.choices(vocabulary, weights, k=1_000_000)
    for i in range(count):
        topic = draw.sample(common, 40)
        title, one, two = ("".join(draw.sample(topic, 6)) for _ in range(3))
        paragraphs, done = [], 180
        while done < draw.gauss(characters, characters / 8):
            sentences = ["".join(_words(draw, topic, common)) for _ in range(draw.randint(2, 6))]
            paragraphs.append(f"　　{'，'.join(sentences)}。")
            done += len(paragraphs[-1])
        if i % 3 == 0:
            at = draw.randrange(len(paragraphs))
            cut = len(paragraphs[at]) // 2
            paragraphs[at] = paragraphs[at][:cut] + draw.choice(BRANDS) + paragraphs[at][cut:]
        body, site = "\n".join(paragraphs), f"第{i % 97}新闻网"
        page = FRAME.format(site=site, title=title, body=body, one=one, two=two, month=i % 9 + 1)
        yield f"https://news{i % 97}.example.com/{i}.html", convert(page, to="traditional") if i % 8 == 0 else page


def _words(draw, topic, common):
    return (draw.choice(topic if draw.random() < 0.7 else common) for _ in range(draw.randint(5, 18)))


def clean(file, count, characters):
    cleaner, size, first = Cleaner(), 0, []
    with file.open("wb") as out:
        for i, (url, text) in enumerate(pages(count, characters)):
            out.write(dumps(cleaner.clean(text, id=str(i), url=url).to_dict()) + b"\n")
            size += len(text)
            first += [text] if i < 200 else []
    sample = "".join(first)
    each = len(zlib.compress(sample.encode("utf-16-le"), 9)) / len(sample)
    print(f"{count:,} records, {size / count:,.0f} characters each; deflated {each:.2f} bytes a character")


def report(records, page):
    command = [sys.executable, "-m", "newsclean", "report", str(records), "-o", str(page)]
    subprocess.run(command, check=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = f"page {page.stat().st_size / 1e6:.1f} MB; CPU {used.ru_utime:.0f} s"
    print(f"{told}, peak memory {used.ru_maxrss / 1024:.0f} MB")


MARKS = """const mark = (name) => performance.getEntriesByName(name)[0]?.startTime;
return [mark('first-contentful-paint'), mark('seen'), mark('ready')];"""
# From the new address to the frame that shows its list.
FILTER = """const [address, done] = arguments;
const started = performance.now();
addEventListener('hashchange', () => requestAnimationFrame(() => setTimeout(() =>
  done([performance.now() - started, document.querySelector('.count-line').textContent]))), { once: true });
location.hash = address;"""


def measure(page, folder, rounds):
    driver = chromium(folder)
    driver.set_script_timeout(60)
    opened = []
    for _ in range(rounds):
        driver.get("about:blank")
        driver.get(f"file://{page}")
        while "ready" not in driver.execute_script("return {...document.documentElement.dataset}"):
            time.sleep(0.05)
        opened.append(driver.execute_script(MARKS))
    for name, times in zip(("first paint", "overview drawn", "all records in"), zip(*opened, strict=True), strict=True):
        print(f"{name:<16} {statistics.median(times):7.0f} ms, worst {max(times):.0f} ms")
    driver.execute_async_script(FILTER, "#/records")
    for asked in FILTERS:
        runs = []
        for _ in range(rounds):
            driver.execute_async_script(FILTER, "#/records?sort=kept")
            runs.append(driver.execute_async_script(FILTER, f"#/records?{asked}"))
        times = [run[0] for run in runs]
        told = f"{statistics.median(times):5.0f} ms, worst {max(times):.0f} ms"
        print(f"filter {asked or '(none)':<32} {told}; {runs[0][1]}")
    print("memory of the page", round(driver.execute_script("return performance.memory.usedJSHeapSize") / 1e6), "MB")
    driver.quit()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--characters", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="folder for the records and the page, used again where they stand")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        folder = given.keep or Path(room)
        records, page = folder / "cleaned.jsonl", (folder / "report.html").resolve()
        if not records.exists():
            clean(records, given.records, given.characters)
        report(records, page)
        measure(page, room, given.rounds)


if __name__ == "__main__":
    main()
