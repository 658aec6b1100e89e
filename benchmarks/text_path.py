"""Measure the text path: MB/s on a mix of polluted pages, as a multiple of NFKC, where the time goes, how it scales.

    python benchmarks/text_path.py [--count 5000] [--profile] [--only-clean] [--scaling BYTES] [--peer NAME=PYTHON ...]

The mix is made of the repository's own articles and pages, the same at every run: bodies of 1 to 6 kB of UTF-8 with up
to three kinds of pollution, and whole pages with their chrome. Some characters of each change places, so that hardly a
line of prose occurs twice and little is gained by remembering lines. Times are CPU time of one process; the cleaner,
NFKC and every peer take turns on blocks of the same texts. A peer (jionlp, harvesttext, or eight
mappers of datajuicer that edit text) runs in the environment whose Python is given. CPU time depends on what else the
machine does; instructions do not: the difference of `valgrind --tool=cachegrind --cache-sim=no python
benchmarks/text_path.py --only-clean` with `--count 0` and with `--count 150`.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

TESTS = Path(__file__).resolve().parent.parent / "tests"
sys.path.insert(0, str(TESTS))
import gold  # noqa: E402
from newsclean import Cleaner  # noqa: E402
from newsclean.script import detect_script  # noqa: E402
from newsclean.testing import KINDS, pollute  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType

BLOCK = 250
SHIFTED = "会议在京举行!兑庖姟分刑岢龅2020年完成"
"""A run of shifted bytes: few pages need the tables that mend it, which take as long to load as 40 pages to clean."""
DATA_JUICER = """
from importlib import import_module
names = ("fix_unicode", "clean_html", "clean_links", "clean_email", "clean_ip", "punctuation_normalization",
         "whitespace_normalization", "remove_specific_chars")
def mapper(name):
    module = import_module(f"data_juicer.ops.mapper.{name}_mapper")
    return getattr(module, "".join(map(str.capitalize, name.split("_"))) + "Mapper")()
mappers = list(map(mapper, names))
def clean(text):
    batch = {"text": [text]}
    for mapper in mappers:
        batch = mapper.process_batched(batch)
    return batch["text"][0]
"""
PEERS = {
    "jionlp": "import jionlp; clean = jionlp.clean_text",
    "harvesttext": "from harvesttext import HarvestText; clean = HarvestText().clean_text",
    "datajuicer": DATA_JUICER,
}
PEER = """
import json, sys, time
texts = json.load(open(sys.argv[1], encoding='utf-8'))
{clean}
clean(texts[0])
start = time.process_time()
for text in texts: clean(text)
print('seconds', time.process_time() - start)
"""


def mix(count: int, seed: int = 8) -> list[str]:
    """Return pages to clean: two thirds bodies with pollution (a fifth of them Traditional), one third whole pages."""
    random = Random(seed)
    texts = [path.read_text(encoding="utf-8").strip() for path in sorted((TESTS / "articles").glob("*.txt"))]
    simplified = [text for text in texts if detect_script(text) == "simplified"]
    traditional = [text for text in texts if detect_script(text) == "traditional"]
    pages = [case.raw for case in map(gold.read, gold.case_files("polluted", "clean"))]
    return [
        varied(random.choice(pages), random) if i % 3 == 2 else body(traditional if i % 5 == 4 else simplified, random)
        for i in range(count)
    ]


def body(articles: Sequence[str], random: Random) -> str:
    """Return paragraphs of a few articles, 350 to 2,000 characters, polluted in up to three ways."""
    due = random.randint(350, 2000)
    parts = random.choice(articles).split("\n")
    while sum(map(len, parts)) < due:
        parts += random.choice(articles).split("\n")[1:]
    kinds = random.sample(KINDS, random.randint(0, 3))
    return pollute(varied("\n".join(parts)[:due], random), kinds, random.randrange(1 << 30)).text


def varied(text: str, random: Random) -> str:
    """Let one Han character in fifty change places with another."""
    chars = list(text)
    han = [i for i, char in enumerate(chars) if "\u4e00" <= char <= "\u9fff"]
    for _ in range(len(han) // 100):
        i, k = random.choice(han), random.choice(han)
        chars[i], chars[k] = chars[k], chars[i]
    return "".join(chars)


def size(texts: Sequence[str]) -> int:
    return sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)


def seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def nfkc(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def measure(cleaner: Cleaner, texts: Sequence[str]) -> None:
    """Print the speed of cleaner and NFKC on all texts, and the median multiple over blocks of them."""
    blocks = [texts[i : i + BLOCK] for i in range(0, len(texts), BLOCK)]
    times = [(seconds(cleaner.clean, block), min(seconds(nfkc, block) for _ in range(3))) for block in blocks]
    cleaned, normalised = map(sum, zip(*times, strict=True))
    mb = size(texts) / 1e6
    print(f"{len(texts)} texts, {mb:.1f} MB of UTF-8")
    print(f"newsclean  {mb / cleaned:6.2f} MB/s  {cleaned / len(texts) * 1e6:.0f} us a text")
    print(f"NFKC       {mb / normalised:6.2f} MB/s")
    print(
        f"newsclean takes {median(a / b for a, b in times):.1f} times as long as NFKC (median of {len(times)} blocks)"
    )


def measure_peer(peer: str, texts: Sequence[str]) -> None:
    """Print the speed of a peer in its own environment on the same texts."""
    name, _, python = peer.partition("=")
    code = PEER.format(clean=PEERS[name])
    with TemporaryDirectory() as folder:
        file = Path(folder) / "texts.json"
        file.write_text(json.dumps(texts), encoding="utf-8")
        done = subprocess.run([python, "-c", code, str(file)], capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("seconds ")]
    if not lines:
        print(f"{name:10} failed: {done.stderr.strip().splitlines()[-1:]}")
        return
    print(f"{name:10} {size(texts) / 1e6 / float(lines[-1].split()[1]):6.2f} MB/s")


def profile(cleaner: Cleaner, texts: Sequence[str]) -> None:
    """Print the share of each part of the package in the CPU time, from samples of the stack."""
    counts: Counter[str] = Counter()

    def sample(_: int, frame: FrameType | None) -> None:
        counts["samples"] += 1
        counts.update(parts_of(frame))

    signal.signal(signal.SIGPROF, sample)
    signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
    for text in texts:
        cleaner.clean(text)
    signal.setitimer(signal.ITIMER_PROF, 0)
    total = counts.pop("samples")
    for part, n in counts.most_common(30):
        print(f"{n / total:6.1%}  {part}")


def parts_of(frame: FrameType | None) -> set[str]:
    """Return the modules of newsclean on a stack, and the packages that they are in."""
    parts = set()
    while frame is not None:
        module = frame.f_globals.get("__name__", "")
        if module.startswith("newsclean."):
            parts |= {module, module.rpartition(".")[0]}
        frame = frame.f_back
    return parts - {"newsclean", "newsclean.cleaner"}


SHAPES: dict[str, Callable[[int], str]] = {
    # the argument is bytes of UTF-8, as near as may be
    # with a header and an editor's line, so that every length is looked at twice
    "articles": lambda n: f"来源：临海晚报\n{articles(n // 3)}\n责任编辑：林晓",
    "one endless line": lambda n: ("他说明天的会议在市政府召开，代表们认真讨论。" * (n // 60 + 1))[: n // 3],
    "short lines": lambda n: "雨停了\n" * (n // 10),
    "repeated fragments": lambda n: "的石桥，开夜、班公，惠民" * (n // 36),
    "brackets": lambda n: "（【(" * (n // 7),
    "digits": lambda n: "1234567890" * (n // 10),
    "spaces": lambda n: " " * n,
    "addresses": lambda n: "http://www.example.com/a.html " * (n // 30),
}


def scaling(cleaner: Cleaner, largest: int) -> None:
    """Print, for every shape, time(2n) / time(n) at each doubling from 1 kB on."""
    for name, make in SHAPES.items():
        n, ratios = 1000, []
        before = fastest(cleaner, make(n))
        while 2 * n <= largest:
            n *= 2
            now = fastest(cleaner, make(n))
            ratios.append(now / before)
            before = now
        rate = n / 1e6 / before
        steps = " ".join(f"{ratio:.2f}" for ratio in ratios)
        print(f"{name:20} worst {max(ratios):.2f}  {rate:6.2f} MB/s  {steps}", flush=True)


def articles(length: int) -> str:
    """Return paragraphs of the repository's articles, varied, up to a length in characters."""
    random = Random(1)
    texts = [path.read_text(encoding="utf-8").strip() for path in sorted((TESTS / "articles").glob("*.txt"))]
    parts: list[str] = []
    while sum(map(len, parts)) < length:
        parts.append(varied(random.choice(texts), random))
    return "\n".join(parts)[:length]


def fastest(cleaner: Cleaner, text: str) -> float:
    """Return the time of the fastest of two runs and more, on texts that differ in their last line."""
    times: list[float] = []
    while len(times) < 2 or (len(times) < 9 and sum(times) < 0.5):
        times.append(seconds(cleaner.clean, [f"{text}\n{len(times)}"]))
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    parser.add_argument("--only-clean", action="store_true", help="clean the texts and measure nothing, for valgrind")
    parser.add_argument("--scaling", type=int, metavar="BYTES", help="print how time grows up to this length")
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=PYTHON")
    options = parser.parse_args()
    cleaner = Cleaner()
    for text in (*mix(60, 0), SHIFTED):  # tables are loaded when they are first needed
        cleaner.clean(text)
    texts = mix(options.count) if options.count else []
    if options.only_clean:
        for text in texts:
            cleaner.clean(text)
        return
    if texts:
        measure(cleaner, texts)
    for peer in options.peer:
        measure_peer(peer, texts[:1000])
    if options.profile:
        profile(cleaner, texts)
    if options.scaling:
        scaling(cleaner, options.scaling)


if __name__ == "__main__":
    main()
