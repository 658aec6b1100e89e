"""The output of opencc-python-reimplemented 0.1.7, for those who must match corpora that were made with it.

That package chooses phrases longest first over a whole sentence, not from the left as OpenCC does, so that its output
differs even on equal dictionaries. Its dictionaries are read from where its distribution lies: three packages install a
module named `opencc` over one another, and which of them an import finds says nothing.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsclean.errors import ConfigError
from newsclean.script.chain import Chain, Table
from newsclean.script.characters import codes_of
from newsclean.script.phrases import automaton_of_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.script.phrases import Span

_DISTRIBUTION = "opencc-python-reimplemented"

# Where the package cuts a text before it looks for phrases; white space cuts too.
_BORDERS = frozenset(
    "-,.?!*，。、；：？！…“”‘’『』「」﹁﹂—－（）《》〈〉～．／＼"
    "︒︑︔︓︿﹀︹︺︙︐［﹇］﹈︕︖︰︳︴︽︾︵︶｛︷｝︸﹃﹄【︻】︼"
)


def reimplemented_names() -> tuple[str, ...]:
    """Return the names of the package's conversions; raise `ConfigError` where the package is not installed."""
    return tuple(sorted(path.stem for path in (_folder() / "config").glob("*.json")))


@cache
def read_reimplemented(name: str) -> Chain:
    """Return a conversion of opencc-python-reimplemented, built once."""
    folder = _folder()
    config = json.loads((folder / "config" / f"{name}.json").read_text(encoding="utf-8"))
    return Chain([_table(folder, step["dict"]) for step in config["conversion_chain"]])


class LongestFirst:
    """The phrases of ranked dictionaries, found as the package finds them.

    Of phrases that overlap the one of the first dictionary holds, of those the longest, of those the leftmost.
    """

    def __init__(self, ranks: Mapping[str, int]) -> None:
        from ahocorasick_rs import MatchKind

        self._phrases = list(ranks)
        self._ranks = list(ranks.values())
        self._automaton, self._pairs = automaton_of_pairs(self._phrases, MatchKind.Standard)

    def find(self, text: str, cuts: Sequence[int] = ()) -> list[Span]:  # noqa: ARG002  the package makes no segments
        """Return the spans of the phrases that hold, in order.

        >>> LongestFirst({"甲乙": 0, "乙丙丁": 0, "戊": 0}).find("甲乙丙丁戊")
        [(1, 4), (4, 5)]
        """
        found = self._automaton.find_matches_as_indexes(self._pairs[codes_of(text)].tobytes(), overlapping=True)
        ranked = sorted((self._ranks[phrase], start - end, start >> 1, end >> 1) for phrase, start, end in found)
        taken = bytearray(len(text))
        spans: list[Span] = []
        for _, _, start, end in ranked:
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                spans.append((start, end))
        return sorted(spans)


def _folder() -> Path:
    try:
        return Path(str(distribution(_DISTRIBUTION).locate_file("opencc")))
    except PackageNotFoundError:
        hint = "pip install 'newsclean[reimplemented]'"
        raise ConfigError(f"the engine 'reimplemented' needs {_DISTRIBUTION}: {hint}") from None


def _table(folder: Path, node: Mapping[str, Any]) -> Table:
    """Return a step of a configuration.

    A single character may be mapped beside the phrases, unless a later dictionary has phrases that would lose to it.
    """
    dictionaries = [_read(folder / "dictionary" / file) for file in _files(node)]
    phrases: dict[str, str] = {}
    ranks: dict[str, int] = {}
    characters: dict[str, str] = {}
    for rank, dictionary in enumerate(dictionaries):
        loses = any(len(key) > 1 for later in dictionaries[rank + 1 :] for key in later)
        for key, value in dictionary.items():
            if len(key) == len(value) == 1 and not loses:
                characters.setdefault(key, value)
            elif key not in ranks:
                phrases[key], ranks[key] = value, rank
    return Table(phrases, characters, LongestFirst(ranks))


def _files(node: Mapping[str, Any]) -> list[str]:
    return [file for child in node["dicts"] for file in _files(child)] if node["type"] == "group" else [node["file"]]


def _read(path: Path) -> dict[str, str]:
    """Read a dictionary, without the keys that a cut text cannot hold."""
    rows = (line.strip().split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {key: value.split(" ")[0] for key, value in rows if not any(c in _BORDERS or c.isspace() for c in key)}
