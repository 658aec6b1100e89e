"""Measure newsclean and other extractors on pages with gold and print a table, in Markdown.

    python benchmarks/extraction.py PAGES [--peers trafilatura,readability,newspaper4k,justext,goose3] [--stride N]

PAGES holds one directory a page: page.html and gold.json with `kind`, `url`, and what is known of `body`, `title`,
`date`, `author`, `source`, `editor`. A peer that is not installed is left out with a word on standard error.

Body: multisets of character 4-grams without white space after NFKC, mean over pages; credit lines of the gold count
for nothing, since a cleaner moves them to the metadata. Speed: CPU seconds of this process, the median of three runs.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
import statistics
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fit_extraction import furniture, grams, norm, overlap

Extractor = Callable[[bytes, str | None], dict[str, Any]]
FIELDS = ("title", "date", "author", "source", "editor")


@dataclass
class Page:
    """The bytes of a page and what is known of it."""

    html: bytes
    gold: dict[str, Any]

    @classmethod
    def read(cls, directory: Path) -> Page:
        gold = json.loads((directory / "gold.json").read_text(encoding="utf-8"))
        return cls((directory / "page.html").read_bytes(), gold)


@dataclass
class Result:
    """Body scores and counts of right fields of one extractor."""

    bodies: list[tuple[float, float, float]] = field(default_factory=list)
    known: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    failed: int = 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("--peers", default="trafilatura,readability,newspaper4k,justext,goose3")
    parser.add_argument("--stride", type=int, default=1, help="take every Nth page only")
    args = parser.parse_args()
    logging.disable(logging.CRITICAL)
    directories = sorted(path.parent for path in args.pages.glob("*/gold.json"))[:: args.stride]
    pages = [Page.read(directory) for directory in directories]
    if not pages:
        print(f"{args.pages}: no page.html with gold.json below it", file=sys.stderr)
        return 2
    print(
        "| extractor | P | R | F1 | pages ≥ .95 | pages < .5 | "
        + " | ".join(FIELDS)
        + " | authors made up | ms a page |"
    )
    print("|---|" + "---|" * (len(FIELDS) + 7))
    for name in ["newsclean", *filter(None, args.peers.split(","))]:
        try:
            extractor = PEERS[name]()
        except (ImportError, KeyError) as error:
            print(f"{name}: left out ({error})", file=sys.stderr)
            continue
        print(row(name, measure(extractor, pages), speed(extractor, pages)), flush=True)
    return 0


def measure(extractor: Extractor, pages: list[Page]) -> Result:
    result = Result()
    for page in pages:
        found = attempt(extractor, page)
        result.failed += found is None
        if page.gold.get("kind") == "news":
            score(result, page.gold, found or {})
    return result


def attempt(extractor: Extractor, page: Page) -> dict[str, Any] | None:
    try:
        return extractor(page.html, page.gold.get("url"))
    except Exception:  # a peer may raise anything; that is a result too
        return None


def score(result: Result, gold: dict[str, Any], found: dict[str, Any]) -> None:
    if gold.get("body"):
        body = "\n".join(line for line in gold["body"].split("\n") if not furniture(line))
        result.bodies.append(overlap(grams(norm(found.get("text") or "")), grams(norm(body))))
    for name in FIELDS:
        if gold.get(name):
            result.known[name] += 1
            result.right[name] += FOLD[name](found.get(name)) == FOLD[name](gold[name])
    if gold.get("hand") and not gold.get("author"):
        result.known["nobody"] += 1
        result.right["nobody"] += bool(names(found.get("author")))


def speed(extractor: Extractor, pages: list[Page]) -> float:
    """Return milliseconds of CPU a page."""
    times = []
    for _ in range(3):
        start = time.process_time()
        for page in pages:
            attempt(extractor, page)
        times.append(time.process_time() - start)
    return 1000 * statistics.median(times) / len(pages)


def row(name: str, result: Result, milliseconds: float) -> str:
    bodies = result.bodies or [(0.0, 0.0, 0.0)]
    p, r, f = (statistics.mean(column) for column in zip(*bodies, strict=True))
    good, bad = sum(body[2] >= 0.95 for body in bodies), sum(body[2] < 0.5 for body in bodies)
    counts = " | ".join(f"{result.right[name]}/{result.known[name]}" for name in (*FIELDS, "nobody"))
    return (
        f"| {name} | {p:.3f} | {r:.3f} | **{f:.3f}** | {good}/{len(bodies)} | {bad} | {counts} | {milliseconds:.1f} |"
    )


def words(value: Any) -> str:
    return re.sub(r"[\s\W_]+", "", unicodedata.normalize("NFKC", str(value or ""))).lower()


def names(value: Any) -> frozenset[str]:
    text = "、".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value or "")
    return frozenset(name for part in re.split(r"[、,，;；/&|\s]+", text) if (name := norm(part)))


def day(value: Any) -> str:
    found = re.search(r"((?:19|20)\d\d)\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})", str(value or ""))
    return f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}" if found else ""


FOLD = {"title": words, "date": day, "author": names, "source": names, "editor": names}


def newsclean_extractor() -> Extractor:
    import newsclean

    cleaner = newsclean.Cleaner(script="keep")

    def extract(html: bytes, url: str | None) -> dict[str, Any]:
        article = cleaner.clean(html, url=url)
        line = article.byline
        people = {"author": line.authors + line.reporters, "source": line.source, "editor": line.editors}
        return {"text": article.text, "title": article.title, "date": article.published, **people}

    return extract


def trafilatura_extractor() -> Extractor:
    import trafilatura

    def extract(html: bytes, url: str | None) -> dict[str, Any]:
        found = trafilatura.bare_extraction(
            html, url=url, include_comments=False, with_metadata=True, favor_precision=True
        )
        if found is None:
            return {}
        return {
            "text": found.text,
            "title": found.title,
            "date": found.date,
            "author": found.author,
            "source": found.sitename,
        }

    return extract


def readability_extractor() -> Extractor:
    from lxml import html as lxml_html
    from readability import Document

    def extract(html: bytes, _url: str | None) -> dict[str, Any]:
        document = Document(decoded(html))
        pieces = (" ".join(piece.split()) for piece in lxml_html.fromstring(document.summary()).itertext())
        return {"text": "\n".join(filter(None, pieces)), "title": document.short_title()}

    return extract


def newspaper4k_extractor() -> Extractor:
    from newspaper import Article

    def extract(html: bytes, url: str | None) -> dict[str, Any]:
        article = Article(url or "http://example.com/a", language="zh", fetch_images=False)
        article.download(input_html=decoded(html))
        article.parse()
        return {"text": article.text, "title": article.title, "date": article.publish_date, "author": article.authors}

    return extract


def justext_extractor() -> Extractor:
    import justext

    settings = {"stoplist": frozenset(), "stopwords_low": 0, "stopwords_high": 0, "length_low": 10, "length_high": 30}

    def extract(html: bytes, _url: str | None) -> dict[str, Any]:
        paragraphs = justext.justext(html, **settings)
        return {"text": "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)}

    return extract


def goose3_extractor() -> Extractor:
    from goose3 import Goose
    from goose3.text import StopWordsChinese

    goose = Goose({"stopwords_class": StopWordsChinese, "enable_image_fetching": False})

    def extract(html: bytes, _url: str | None) -> dict[str, Any]:
        article = goose.extract(raw_html=decoded(html))
        return {
            "text": article.cleaned_text,
            "title": article.title,
            "date": article.publish_date,
            "author": article.authors,
        }

    return extract


def decoded(html: bytes) -> str:
    """Decode a page as it declares itself, for peers that take text only."""
    declared = re.search(rb'charset=["\']?\s*([\w-]+)', html[:5000], re.IGNORECASE)
    names = [declared[1].decode().lower()] if declared else []
    for name in (*names, "utf-8", "gb18030"):
        try:
            return html.decode("gb18030" if name in ("gb2312", "gbk") else name)
        except (UnicodeDecodeError, LookupError):
            continue
    return html.decode("utf-8", "replace")


PEERS: dict[str, Callable[[], Extractor]] = {
    "newsclean": newsclean_extractor,
    "trafilatura": trafilatura_extractor,
    "readability": readability_extractor,
    "newspaper4k": newspaper4k_extractor,
    "justext": justext_extractor,
    "goose3": goose3_extractor,
}

if __name__ == "__main__":
    sys.exit(main())
