"""Which repairs a text may need at all."""

from __future__ import annotations

from newsclean.repair.invisible import INVISIBLE
from newsclean.signs import Signs

_NEEDED = Signs(
    # of each repair, or step of one, the characters without one of which it finds nothing
    {
        "line_breaks": "\r\v\f\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}",
        "entity": "&＆;；",
        "pinyin_gloss": "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ",
        "machine_gloss": r"(（\[［【〔",
        "invisible": INVISIBLE,
        "markup": r"<>＜\[{\]@_\ufffd锟};",
        "lost": "\N{REPLACEMENT CHARACTER}锟烫屯",
        "stray": "?\N{REPLACEMENT CHARACTER}",
        "stray_or_letter": "?\N{REPLACEMENT CHARACTER}a-zA-Z",
        "western": "¡-¶¸-ÖØ-ÿ",  # all but those that Chinese text uses
    }
)


def may_need(text: str, repair: str) -> bool:
    """Say whether a text holds a character without which a repair finds nothing.

    >>> may_need("甲&nbsp;乙", "entity"), may_need("甲&nbsp;乙", "invisible")
    (True, False)
    """
    return _NEEDED.in_text(text, repair)
