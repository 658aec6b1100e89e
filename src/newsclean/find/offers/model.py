"""How much rather two neighbouring characters stand in what spammers paste than in news: counted tables, made dense.

Both are character bigrams that fall back to single characters; digits count as one sign, and so do letters. The sold
side falls back to how words go on, so that the name of a trade that nobody listed costs it no more than it costs news.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from newsclean.find.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy as np
    from numpy.typing import NDArray

STEP = 8
"""Steps to a nat of the dense tables, which hold bytes."""

KNOWN = 1
"""What `sold` has for a pair that was seen inside offers; more for one that ends them, none for all others."""

LEAST = -128
"""What `odds` has for a stop, which no phrase goes over."""

STOPS = frozenset(",。;!?、:\n \t\r“”‘’《》()[]【】〔〕<>—…|·")

SLOTS = frozenset(",、的。:;!?”\n")
"""Signs behind which most offers are pasted."""

DIGIT, LETTER = "0", "a"


@dataclass(frozen=True, slots=True, eq=False)
class Offers:
    """Two languages over some thousand characters: matrices by the former and the latter of two neighbours.

    `ids` gives a code point its number, 0 for all that are rare. `odds` is what a pair adds to the log-odds of being
    sold, `news` the logarithm of the latter's probability behind the former in news; both in 1/STEP nats. `first` and
    `last` say it of a character that begins or ends a pasted phrase, in nats. `sold` tells of a pair whether it was
    seen sold, and above KNOWN of how many trades it ends the phrases, in 1/STEP nats. `slot` marks the characters
    behind which most is pasted.
    """

    ids: NDArray[np.uint16]
    odds: NDArray[np.int8]
    news: NDArray[np.int8]
    first: NDArray[np.float32]
    last: NDArray[np.float32]
    sold: NDArray[np.int8]
    slot: NDArray[np.bool_]

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
    chars = "".join(text for kind, _, text in levels if kind == "news")
    ids = _numbers(chars)

    def of(*kinds: str) -> Iterator[tuple[float, NDArray[np.uint16]]]:
        return ((nats, ids[_codes(text)]) for kind, nats, text in levels if kind in kinds)

    def column(kind: str) -> NDArray[np.float32]:
        found = np.zeros(len(chars) + 1, dtype=np.float32)
        for nats, numbers in of(kind):
            found[numbers] = nats
        found[0] = found.min()
        return found

    def matrix(name: str) -> NDArray[np.int8]:
        after, alone = (np.rint(column(kind) * STEP).astype(np.int16) for kind in (f"{name} after", name))
        found: NDArray[np.int8] = np.clip(after[:, None] + alone[None, :], LEAST, 127).astype(np.int8)
        for nats, numbers in of(f"{name} pair"):
            found[numbers[::2], numbers[1::2]] = max(LEAST, min(127, round(nats * STEP)))
        return found

    sold = np.zeros((len(chars) + 1, len(chars) + 1), dtype=np.int8)
    for kind, level in (("known pair", KNOWN), ("end pair", STEP)):
        for nats, numbers in of(kind):
            sold[numbers[::2], numbers[1::2]] = level if kind == "known pair" else round(nats * level)
    slot = np.zeros(len(chars) + 1, dtype=bool)
    slot[ids[_codes("".join(SLOTS))]] = True
    odds = matrix("odds")
    odds[0], odds[:, 0] = 0, 0  # a rare character tells nothing
    odds[:, ids[_codes("".join(STOPS))]] = LEAST
    return Offers(ids, odds, matrix("news"), column("first"), column("last"), sold, slot)


def _numbers(chars: str) -> NDArray[np.uint16]:
    """Give each code point its number: digits and letters one each, and one all signs that are rare."""
    import numpy as np

    ids = np.zeros(0x110000, dtype=np.uint16)
    ids[_codes(chars)] = range(1, len(chars) + 1)
    ids[ord("a") : ord("z") + 1] = ids[ord(LETTER)]
    ids[ord("0") : ord("9") + 1] = ids[ord(DIGIT)]
    for signs in (slice(0, 0x3400), slice(0xA000, 0x20000)):
        ids[signs] = np.where(ids[signs] == 0, ids[ord("。")], ids[signs])
    return ids


def _codes(text: str) -> NDArray[np.uint32]:
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
