"""What every engine is given: pages with their records, bad input, and cleaners with a fate; workers import it, too."""

import json
import os
import signal
from dataclasses import dataclass
from pathlib import Path

import newsclean
from gold import CASES, read
from newsclean.model import Article
from newsclean.record import FIELDS, dumps

FEED = Path(__file__).resolve().parents[2] / "examples" / "pages" / "feed.jsonl"
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "gold"
PAGES = {path.stem: read(path).data for path in sorted(CASES.rglob("*.case"))}
PAGES |= {path.stem: path.read_bytes() for path in sorted(SEEDS.glob("seed-*.txt"))}
GOOD = "河边的路灯修好了，居民说晚上散步方便多了。\n责任编辑：林晓"
# Values that an engine may hold where a text should be; a column holds strings or bytes.
STRINGS = {"good": GOOD, "empty": "", "none": None, "nul": "甲\0乙。", "huge": "一句话。" * 300_000, "last": GOOD}
GBK = GOOD.encode("gb18030")
BYTES = {"good": GOOD.encode(), "gbk": GBK, "cut": GBK[1:], "no text": bytes(range(256))}


def library(pages):
    """Return the lines that the library writes for pages."""
    return [dumps(newsclean.clean(page, id=name).to_dict()) for name, page in pages.items()]


def line(row):
    """Return the line of a row, as the library writes it; a row has more columns, and the ledger as JSON text."""
    ledger = row["ledger"] and json.loads(row["ledger"])
    return dumps({name: row[name] for name in FIELDS} | {"ledger": ledger})


@dataclass(frozen=True)
class KillsOnce:
    """A cleaner that kills its process at the text 杀, unless the file `marker` is there; it changes nothing."""

    marker: str

    def clean(self, raw, **hints):
        if raw == "杀":
            try:
                os.close(os.open(self.marker, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                return Article(raw, **hints)
            os.kill(os.getpid(), signal.SIGKILL)
        return Article(raw, **hints)


@dataclass(frozen=True)
class Fails:
    """A cleaner that fails at the text 毒 and changes nothing."""

    def clean(self, raw, **hints):
        if raw == "毒":
            raise ValueError("poison")
        return Article(raw, **hints)
