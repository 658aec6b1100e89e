"""Bylines, datelines, dates and titles: read by a small grammar, over the folded text."""

from __future__ import annotations

from newsclean.byline.inline import find_inline
from newsclean.byline.line import credit_of, read_line
from newsclean.byline.page import NO_CREDITS, Bylines, LineCredits, find_bylines, read_credits
from newsclean.byline.scan import Credit, Credits, Inline
from newsclean.byline.title import headline

__all__ = [
    "NO_CREDITS",
    "Bylines",
    "Credit",
    "Credits",
    "Inline",
    "LineCredits",
    "credit_of",
    "find_bylines",
    "find_inline",
    "headline",
    "read_credits",
    "read_line",
]
