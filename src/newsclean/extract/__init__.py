"""HTML to source text and hints."""

from newsclean.extract.hints import Hints
from newsclean.extract.page import Extracted, LineHint, extract, looks_like_html, read_hints

__all__ = ["Extracted", "Hints", "LineHint", "extract", "looks_like_html", "read_hints"]
