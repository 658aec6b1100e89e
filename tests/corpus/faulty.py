"""Run the command line with a cleaner whose fate stands in the text, small chunks and frequent checkpoints.

毒 raises, 杀 kills its worker, 慢 sleeps; every record takes MILLISECONDS of work. 广告 is cut out.
"""

import os
import signal
import sys
import time
import types
from dataclasses import dataclass

from newsclean.model import Article, Edit


@dataclass(frozen=True)
class Cleaner:
    script: str = "keep"
    punctuation: str = "keep"
    keep: frozenset = frozenset()
    rules: tuple = ()
    profile: str | None = None

    def clean(self, raw, *, form="auto", title=None, content_type=None, **hints):
        text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else raw
        work(text)
        at = text.find("广告")
        edits = (Edit(at, at + 2, "广告", "", "find", "advertisement", "ad.word"),) if at >= 0 else ()
        return Article(text.replace("广告", "", 1), title=title, edits=edits, **hints)


def work(text):
    if "毒" in text:
        raise ValueError("poison")
    if "杀" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "慢" in text:
        time.sleep(60)
    end = time.monotonic() + float(os.environ.get("MILLISECONDS", "0")) / 1000
    while time.monotonic() < end:
        pass


if __name__ == "__main__":
    sys.modules["newsclean.cleaner"] = types.ModuleType("newsclean.cleaner")
    sys.modules["newsclean.cleaner"].Cleaner = Cleaner
    from newsclean import cli
    from newsclean.corpus import limits, outputs

    limits.BLOCK = int(os.environ.get("BLOCK", "2048"))
    outputs._FREQUENTLY = 0.02
    sys.exit(cli.run(sys.argv[1:]))
