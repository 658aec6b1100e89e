"""What a run did, in figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from newsclean.model import REMOVED_KINDS, Article

_REMOVED = frozenset(REMOVED_KINDS)


def count(counts: Counter[str], article: Article) -> None:
    """Add an article to the counts: characters read and kept, edits by kind, flags by name."""
    grown = 0
    for edit in article.edits:
        size = edit.end - edit.start
        grown += len(edit.after) - size
        if edit.kind in _REMOVED:
            counts["removed." + edit.kind] += 1
            counts["characters." + edit.kind] += size
        else:
            counts["repaired." + edit.kind] += 1
    for flag in article.flags:
        counts["flags." + flag.flag] += 1
    counts["records"] += 1
    counts["read"] += len(article.text) - grown
    counts["kept"] += len(article.text)


@dataclass
class Summary:
    """The figures of a run: counts of records, characters, edits and flags; bytes read and seconds of this run.

    `stored` is how far the files have been read, in bytes of the files, compressed as they may be.
    """

    counts: Counter[str] = field(default_factory=Counter)
    size: int = 0
    seconds: float = 0.0
    stored: int = 0

    @property
    def records(self) -> int:
        """Articles written."""
        return self.counts["records"]

    @property
    def rejected(self) -> int:
        """Records that could not be done."""
        return self.counts["rejected"]

    @property
    def kept(self) -> float:
        """The share of the characters read that stayed, replacements included; 1 for nothing read."""
        return self.counts["kept"] / self.counts["read"] if self.counts["read"] else 1.0

    def to_dict(self) -> dict[str, Any]:
        """Return the summary as JSON holds it.

        >>> summary = Summary(Counter({"records": 1, "read": 8, "kept": 6, "removed.related": 1}))
        >>> summary.to_dict()["characters"]
        {'read': 8, 'kept': 6}
        """
        removed = self._by("removed.")
        return {
            "records": self.records,
            "rejected": self.rejected,
            "characters": {"read": self.counts["read"], "kept": self.counts["kept"]},
            "removed": {
                kind: {"edits": n, "characters": self.counts["characters." + kind]} for kind, n in removed.items()
            },
            "repaired": self._by("repaired."),
            "flags": self._by("flags."),
            "bytes_read": self.size,
            "seconds": round(self.seconds, 3),
        }

    def line(self) -> str:
        """Return the summary in one line.

        >>> Summary(Counter({"records": 2, "read": 8, "kept": 6, "rejected": 1}), size=2_000_000, seconds=1).line()
        '2 articles, 75.0% of the text kept, 1 rejected, 2.0 MB in 1.0 s (2.0 MB/s)'
        """
        speed = self.size / 1e6 / self.seconds if self.seconds else 0.0
        parts = [
            f"{self.records:,} article{'' if self.records == 1 else 's'}",
            f"{100 * self.kept:.1f}% of the text kept" if self.counts["read"] else "",
            f"{self.rejected:,} rejected" if self.rejected else "",
            f"{self.size / 1e6:,.1f} MB in {self.seconds:,.1f} s ({speed:,.1f} MB/s)",
        ]
        return ", ".join(part for part in parts if part)

    def _by(self, prefix: str) -> dict[str, int]:
        found = {name.removeprefix(prefix): n for name, n in self.counts.items() if name.startswith(prefix)}
        return dict(sorted(found.items()))
