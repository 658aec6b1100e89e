"""Clean what another extractor took from a page: trafilatura, newspaper4k, readability-lxml, GNE.

    python examples/other_extractors.py [PAGE.html]

Each function takes what its library returns. The page goes along for the metadata that it states: of the editors, the
source and the headline without the site's name, the extractors' own results say little.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import newsclean

PAGE = Path(__file__).resolve().parent / "pages" / "lighthouse.html"
URL = "https://example.com/article"
BLOCKS = ("p", "div", "li", "tr", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "br")


def clean_trafilatura(document: Any, html: str) -> newsclean.Article:
    """Clean the document of `trafilatura.bare_extraction(html)`, which is None where it found nothing."""
    if document is None:
        return newsclean.clean(html, form="html")
    return newsclean.clean_extracted(document.text, html=html, url=document.url)


def clean_newspaper(article: Any) -> newsclean.Article:
    """Clean a parsed `newspaper.Article`; it holds its page."""
    return newsclean.clean_extracted(article.text, html=article.html, url=article.url)


def clean_readability(document: Any) -> newsclean.Article:
    """Clean a `readability.Document`; it holds its page, and its summary is HTML."""
    return newsclean.clean_extracted(text_of(document.summary()), html=document.input)


def clean_gne(result: Mapping[str, Any], html: str) -> newsclean.Article:
    """Clean the dictionary of `GeneralNewsExtractor().extract(html)`."""
    return newsclean.clean_extracted(result["content"], html=html)


def text_of(html: str) -> str:
    """Return the text of a piece of HTML, a block a line: a paragraph, but also a line that ends in <br>."""
    from lxml.html import fromstring

    root = fromstring(html)
    for block in root.iter(*BLOCKS):
        block.text = "\n" + (block.text or "")
        block.tail = "\n" + (block.tail or "")
    lines = map(str.strip, root.text_content().split("\n"))
    return "\n".join(line for line in lines if line)


def with_trafilatura(html: str) -> newsclean.Article:
    import trafilatura

    return clean_trafilatura(trafilatura.bare_extraction(html, url=URL, include_comments=False), html)


def with_newspaper(html: str) -> newsclean.Article:
    from newspaper import Article

    article = Article(URL, language="zh", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return clean_newspaper(article)


def with_readability(html: str) -> newsclean.Article:
    from readability import Document

    return clean_readability(Document(html))


def with_gne(html: str) -> newsclean.Article:
    from gne import GeneralNewsExtractor

    return clean_gne(GeneralNewsExtractor().extract(html), html)


EXTRACTORS: dict[str, Callable[[str], newsclean.Article]] = {
    "trafilatura": with_trafilatura,
    "newspaper4k": with_newspaper,
    "readability-lxml": with_readability,
    "GeneralNewsExtractor": with_gne,
}


def main() -> None:
    html = newsclean.decode(Path(sys.argv[1] if sys.argv[1:] else PAGE).read_bytes()).text
    for name, clean in EXTRACTORS.items():
        try:
            article = clean(html)
        except ImportError:
            print(f"{name}: not installed")
            continue
        found = len(article.restore())
        print(f"{name}: {found} characters, {len(article.text)} of the article, {len(article.removed)} pieces removed")
        print(f"    {article.title} / {article.byline.source} / {article.published}")


if __name__ == "__main__":
    main()
