"""How much rather two neighbouring characters stand in what spammers paste than in news: counted tables, made dense.

Both are character bigrams that fall back to single characters; digits count as one sign, and so do letters. The sold
side falls back to how words go on, so that the name of a trade that nobody listed costs it no more than it costs news.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean.find.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray

STEP = 8
"""Steps to a nat of the dense tables, which hold bytes."""

LEAST = -128
"""What `odds` has for a stop, which no phrase goes over."""

STOPS = frozenset(",。;!?、:\n \t\r“”‘’《》()[]【】〔〕<>—…|·")

DIGIT, LETTER = "0", "a"

SMALL = (
    "的了在是和与被把将着过也都就他她我这那有为又却才还再已曾从对以及并"
    "但如而其此该各每等们之所地得说向到来去起于使让给很"
)
"""What sentences are held together by; keywords do without."""

_SMALL = 3.0  # nats
_NOVEL, _UNSEEN = 0.7, 0.5  # what a pair that nobody was seen to sell is worth of what it seems, and less in nats


class Offers(NamedTuple):
    """Two languages over some thousand characters: matrices by the former and the latter of two neighbours.

    `ids` gives a code point its number, 0 for all that are rare. `odds` is what a pair adds to the log-odds of being
    sold, `news` the logarithm of the latter's probability behind the former in news; both in 1/STEP nats. `first` and
    `last` say it of a character that begins or ends a pasted phrase, in nats. `known` are the pairs that were seen
    sold, `ends` tells of a pair whether it was seen to end a phrase.
    """

    ids: NDArray[np.uint16]
    odds: NDArray[np.int8]
    news: NDArray[np.int8]
    first: NDArray[np.float32]
    last: NDArray[np.float32]
    known: frozenset[str]
    ends: NDArray[np.bool_]

    def read(self, folded: str) -> NDArray[np.uint16]:
        """Return the number of each character of a folded text."""
        import numpy as np

        return self.ids[np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)]


@cache
def offers() -> Offers:
    """Return the languages of the table.

    >>> read, odds = offers().read, offers().odds
    >>> bool(odds[tuple(read("疏通"))] > 0 > odds[tuple(read("强调"))])
    True
    """
    return of_rows(rows("offers"))


def of_rows(table: Iterable[Iterable[str]]) -> Offers:
    """Build the dense languages of rows of a kind, a level in nats, and the characters or pairs at that level."""
    import numpy as np

    levels = [(kind, float(nats), text) for kind, nats, text in table]
    chars = ["", *(char for kind, _, text in levels if kind == "news" for char in text)]
    ids = np.zeros(0x110000, dtype=np.uint16)
    numbers = range(1, len(chars))
    ids[[ord(char) for char in chars[1:]]] = numbers
    for char in "abcdefghijklmnopqrstuvwxyz":
        ids[ord(char)] = ids[ord(LETTER)]
    for char in "123456789":
        ids[ord(char)] = ids[ord(DIGIT)]
    stop = ids[ord("。")]
    for signs in (slice(0, 0x3400), slice(0xA000, 0x20000)):  # no phrase goes over a sign that is rare
        ids[signs] = np.where(ids[signs] == 0, stop, ids[signs])

    def column(wanted: str) -> NDArray[np.float32]:
        found = np.full(len(chars), min(nats for kind, nats, _ in levels if kind == wanted), dtype=np.float32)
        for nats, text in ((nats, text) for kind, nats, text in levels if kind == wanted):
            found[ids[_codes(text)]] = nats
        return found

    def language(name: str, *kinds: str) -> NDArray[np.float32]:
        found = column(f"{name} after")[:, None] + column(name)[None, :]
        for nats, text in ((nats, text) for kind, nats, text in levels if kind in kinds):
            both = ids[_codes(text)]
            found[both[::2], both[1::2]] = nats
        return found

    def pairs(wanted: str) -> frozenset[str]:
        texts = [text for kind, _, text in levels if kind == wanted]
        return frozenset(text[i : i + 2] for text in texts for i in range(0, len(text), 2))

    news = language("news", "news pair")
    odds = language("sold", "sold pair", "word pair") - news
    seen = np.zeros(odds.shape, dtype=bool)
    for text in (text for kind, _, text in levels if kind == "sold pair"):
        seen[ids[_codes(text)][::2], ids[_codes(text)][1::2]] = True
    odds = np.where(seen, odds, _NOVEL * odds - _UNSEEN)
    odds[0], odds[:, 0] = 0.0, 0.0  # a rare character tells nothing
    odds[:, ids[_codes(SMALL)]] -= _SMALL
    odds[:, ids[_codes("".join(STOPS))]] = LEAST
    ends = np.zeros(odds.shape, dtype=bool)
    for text in (text for kind, _, text in levels if kind == "end pair"):
        ends[ids[_codes(text)][::2], ids[_codes(text)][1::2]] = True
    return Offers(ids, _bytes(odds), _bytes(news), column("first"), column("last"), pairs("sold pair"), ends)


def _codes(text: str) -> NDArray[np.uint32]:
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)


def _bytes(nats: NDArray[np.float32]) -> NDArray[np.int8]:
    import numpy as np

    return np.clip(np.rint(nats * STEP), -128, 127).astype(np.int8)
