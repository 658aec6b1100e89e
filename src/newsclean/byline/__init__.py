"""Bylines, datelines, dates and titles: read by a small grammar, over the folded text."""

from __future__ import annotations

from newsclean.byline.inline import find_inline
from newsclean.byline.line import credit_of, read_line
from newsclean.byline.page import Bylines, find_bylines
from newsclean.byline.scan import Credit, Credits, Inline
from newsclean.byline.title import headline

__all__ = [
    "Bylines",
    "Credit",
    "Credits",
    "Inline",
    "credit_of",
    "find_bylines",
    "find_inline",
    "headline",
    "read_line",
]
