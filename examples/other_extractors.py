"""Clean what other extractors took from a page: trafilatura, newspaper4k, readability, GNE, those that are installed.

    python examples/other_extractors.py [PAGE.html]

newsclean gets the text that they found, and the page for the metadata that it states.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import newsclean

PAGE = Path(__file__).resolve().parent / "pages" / "lighthouse.html"


def main() -> None:
    html = newsclean.decode(Path(sys.argv[1] if sys.argv[1:] else PAGE).read_bytes()).text
    for name, extract in EXTRACTORS.items():
        try:
            text = extract(html)
        except ImportError:
            print(f"{name}: not installed")
            continue
        article = newsclean.clean_extracted(text, html=html)
        print(
            f"{name}: {len(text)} characters, {len(article.text)} of the article, {len(article.removed)} pieces removed"
        )
        print(f"    {article.title} / {article.byline.source} / {article.published}")


def with_trafilatura(html: str) -> str:
    import trafilatura

    return trafilatura.extract(html, include_comments=False) or ""


def with_newspaper(html: str) -> str:
    from newspaper import Article

    article = Article("https://example.com/article", language="zh", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return str(article.text)


def with_readability(html: str) -> str:
    from lxml.html import fromstring
    from readability import Document

    paragraphs = fromstring(Document(html).summary()).xpath("//p|//h2|//h3|//li")
    return "\n".join(paragraph.text_content().strip() for paragraph in paragraphs)


def with_gne(html: str) -> str:
    from gne import GeneralNewsExtractor

    return str(GeneralNewsExtractor().extract(html)["content"])


EXTRACTORS: dict[str, Callable[[str], str]] = {
    "trafilatura": with_trafilatura,
    "newspaper4k": with_newspaper,
    "readability-lxml": with_readability,
    "GeneralNewsExtractor": with_gne,
}

if __name__ == "__main__":
    main()
