"""Clean a folder of JSON Lines with datatrove, two tasks at a time.

    python examples/datatrove_pipeline.py [FOLDER] [OUT]

OUT gets what `newsclean clean` would write in `clean`, what the predicate drops in `short`, and the lines that could
not be read in `rejects`. Needs `pip install 'newsclean[datatrove]'`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.writers import JsonlWriter

from newsclean import Article
from newsclean.contrib.datatrove import LosslessJsonlReader, NewsCleaner, as_record

FEEDS = Path(__file__).resolve().parent / "pages"


def long_enough(article: Article) -> tuple[bool, str]:
    return len(article.text) >= 30, "short"


def main(folder: str = str(FEEDS), out: str = "cleaned") -> None:
    pipeline = [
        LosslessJsonlReader(folder, glob_pattern="*.jsonl", rejects=JsonlWriter(f"{out}/rejects")),
        NewsCleaner(script="simplified", keep_if=long_enough, exclusion_writer=JsonlWriter(f"{out}/short")),
        JsonlWriter(f"{out}/clean", adapter=as_record),
    ]
    LocalPipelineExecutor(pipeline, tasks=2, logging_dir=f"{out}/logs").run()


if __name__ == "__main__":
    main(*sys.argv[1:])
