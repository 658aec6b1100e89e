"""Decode slices of clean articles in many encodings, and print what each tool reads exactly, and how fast.

    python benchmarks/decode_slices.py [ARTICLE.txt ...] [--seed N] [--peers]

Without files: the articles in tests/articles. A slice has 24 to 1,000 bytes, bare or inside HTML whose charset is
right, wrong or missing; half begin anywhere, also inside a character, and then up to three characters at either end are
forgiven. `--peers` adds charset-normalizer, chardet and faust-cchardet, so far as they are installed, in the same run.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import newsclean

HERE = Path(__file__).parent
FOREIGN = HERE.parent / "tests/decoding/foreign"
FOREIGN_CODECS = {
    "ja": ("shift_jis", "euc_jp", "iso2022_jp", "utf-8"),
    "ko": ("euc_kr", "johab", "utf-8"),
    "ru": ("cp1251", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic", "utf-8"),
    "fr": ("cp1252", "utf-8", "mac_roman"),
    "en": ("cp1252", "utf-8", "mac_roman"),
}
CHARSETS = {"utf-8": "gb2312", "gb18030": "utf-8", "big5hkscs": "gb2312", "utf-16-le": "utf-8", "hz": "big5"}
LENGTHS = (24, 64, 200, 1000, 0)
WRAPS = ("bare", "right", "wrong", "none")
HEAD = '<html><head>{}<title>news</title></head><body>\n<div class="content"><p>'
TAIL = "</p></div>\n</body></html>\n"
Tool = Callable[[bytes], str]


class Case(NamedTuple):
    raw: bytes
    truth: str
    codec: str
    length: int
    wrap: str
    cut: bool


def cases(texts: list[str], rng: random.Random) -> Iterator[Case]:
    for text in texts:
        for codec in CHARSETS:
            whole = text.replace("~", "").encode(codec, "ignore")
            for length in LENGTHS:
                anywhere = length > 0 and codec in ("utf-8", "gb18030", "big5hkscs") and rng.random() < 0.5
                raw, truth = piece(whole, codec, length, anywhere, rng)
                for wrap in WRAPS:
                    yield Case(wrapped(raw, codec, wrap), truth, codec, length, wrap, anywhere)


def piece(whole: bytes, codec: str, length: int, anywhere: bool, rng: random.Random) -> tuple[bytes, str]:
    text = whole.decode(codec)
    if length == 0 or length >= len(whole):
        return whole, text
    if anywhere:
        start = rng.randrange(len(whole) - length)
        first = len(whole[:start].decode(codec, "ignore"))
        last = len(whole[: start + length].decode(codec, "ignore"))
        return whole[start : start + length], text[first + 3 : last - 3]
    at = rng.randrange(len(text) - length // 4)
    chars = text[at : at + length]
    while len(chars.encode(codec)) > length:
        chars = chars[:-1]
    return chars.encode(codec), chars


def wrapped(raw: bytes, codec: str, wrap: str) -> bytes:
    if wrap == "bare":
        return raw
    charset = {"right": codec, "wrong": CHARSETS[codec]}.get(wrap)
    head = HEAD.format(f'<meta charset="{charset}">' if charset else "")
    return head.encode(codec) + raw + TAIL.encode(codec)


def is_right(case: Case, text: str) -> bool:
    if case.wrap != "bare":
        text = text.partition("<p>")[2].rpartition("p>")[0]
        text = text.removesuffix("</").removesuffix("/")
    if not case.cut:
        return text == case.truth
    return case.truth in text and len(text) - len(case.truth) <= 12


def peers() -> dict[str, Tool]:
    tools: dict[str, Tool] = {}
    for name, module in (
        ("charset-normalizer", "charset_normalizer"),
        ("chardet", "chardet"),
        ("cchardet", "cchardet"),
    ):
        try:
            tools[name] = reader(import_module(module))
        except ImportError:
            print(f"{name} is not installed")
    return tools


def reader(module) -> Tool:
    def read(raw: bytes) -> str:
        codec = module.detect(raw)["encoding"] or "utf-8"
        codec = "gb18030" if codec.lower().startswith("gb") else codec
        try:
            return raw.decode(codec, "replace")
        except LookupError:
            return ""

    return read


def foreign() -> list[tuple[bytes, str]]:
    found = []
    for name, codecs in FOREIGN_CODECS.items():
        for text in (FOREIGN / f"{name}.txt").read_text("utf-8").splitlines():
            found += [(text.encode(codec, "ignore"), text.encode(codec, "ignore").decode(codec)) for codec in codecs]
    return found


def seconds(tool: Tool, raws: list[bytes]) -> float:
    start = time.process_time()
    for raw in raws:
        tool(raw)
    return max(time.process_time() - start, 1e-9)


def measure(name: str, tool: Tool, every: list[Case], pages: list[bytes], base: float | None) -> float:
    right: defaultdict[object, list[bool]] = defaultdict(list)
    for case in every:
        good = is_right(case, tool(case.raw))
        for key in ("all", case.length, case.wrap, "cut" if case.cut else "uncut"):
            right[key].append(good)
    share = {key: 100 * sum(good) / len(good) for key, good in right.items()}
    others = foreign()
    short = [case.raw for case in every if case.length == 200 and case.wrap == "bare"]
    speed = sum(map(len, pages)) / 1e6 / seconds(tool, pages)
    columns = [*LENGTHS[:-1], 0, "cut", "uncut", *WRAPS]
    print(f"{name:20} all {share['all']:6.2f}  " + "  ".join(f"{key or 'whole'} {share[key]:5.1f}" for key in columns))
    print(
        f"{'':20} not Chinese {sum(tool(raw) == text for raw, text in others)} of {len(others)};"
        f" {speed:.1f} MB/s on whole pages{f' ({speed / base:.1f} times the first)' if base else ''},"
        f" {len(short) / seconds(tool, short):.0f} slices of 200 bytes a second"
    )
    return speed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers", action="store_true")
    options = parser.parse_args()
    paths = options.articles or sorted((HERE.parent / "tests/articles").glob("*.txt"))
    texts = [path.read_text("utf-8") for path in paths]
    every = list(cases(texts, random.Random(options.seed)))
    # a page is ten articles: what one request brings
    bodies = ["".join(texts[at : at + 10]) for at in range(0, len(texts), 10)]
    pages = [wrapped(body.encode(codec, "ignore"), codec, "right") for body in bodies for codec in CHARSETS]
    print(f"{len(every)} cases of {len(texts)} texts, {len(pages)} pages")
    tools: dict[str, Tool] = peers() if options.peers else {}
    tools["newsclean"] = lambda raw: newsclean.decode(raw).text
    base = None
    for name, tool in tools.items():
        tool(every[0].raw)
        speed = measure(name, tool, every, pages, base)
        base = base or speed


if __name__ == "__main__":
    main()
