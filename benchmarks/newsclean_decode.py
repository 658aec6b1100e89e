"""`decode` as scorers of detectors want it: bytes in, text out."""

from __future__ import annotations

import newsclean


def decode(raw: bytes) -> str:
    return newsclean.decode(raw).text
