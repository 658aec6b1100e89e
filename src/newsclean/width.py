"""Half-width punctuation in Chinese text, written full-width: the one change of taste, made only on request."""

from __future__ import annotations

import re

from newsclean.model import Mark

_FULL = dict(zip(",:;!?", "，：；！？", strict=True))
_HAN = "\u3400-\u9fff\uf900-\ufaff”’》」』】）"
# A sign counts as Chinese punctuation where Chinese stands before it; numbers, times and Latin text keep theirs.
_SIGN = re.compile(rf"(?<=[{_HAN})])[,:;!?]")
_OPENED = re.compile(r"\([^()\n]{0,80}\)")


def find_halfwidth(text: str) -> list[Mark]:
    """Mark half-width punctuation beside Chinese characters, with its full-width form.

    >>> [(m.start, m.after) for m in find_halfwidth("雨停了,路通了(见图),时间是10:30。")]
    [(3, '，'), (7, '（'), (10, '）'), (11, '，')]
    """
    pairs = {}
    for pair in _OPENED.finditer(text):
        if any("\u3400" <= char <= "\u9fff" for char in pair[0]):
            pairs[pair.start()] = "（"
            pairs[pair.end() - 1] = "）"
    for sign in _SIGN.finditer(text):
        pairs[sign.start()] = _FULL[sign[0]]
    return [Mark(at, at + 1, "width", "width", "width.punctuation", pairs[at]) for at in sorted(pairs)]
