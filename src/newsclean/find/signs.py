"""Which of the signs that finders go by stand on a page at all."""

from __future__ import annotations

from newsclean.signs import Signs

_OF_FINDERS = Signs(
    # of each search, the folded characters without one of which it finds nothing
    {
        "strewn": r"*~^_`´¨°※§¤✦◆◇★☆♦■□●○△▲▽▼♠♣♥¦†‡¬#$\u2600-\u27bf",
        "leftover": "〖■□◆●▲★►",
        "odd": r"^\u3400-\u9fffa-z0-9\s,。、!?:;\"'“”‘’()<>《》【】\[\]{}…—%/&+=@#$|-",
        "spaced": " -",
    }
)


def stands(folded: str, sign: str) -> bool:
    """Say whether a folded text holds a character without which a search finds nothing.

    >>> stands("会*议", "strewn"), stands("会议", "strewn")
    (True, False)
    """
    return _OF_FINDERS.in_text(folded, sign)
