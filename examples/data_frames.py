"""Clean the rows of Hugging Face datasets, polars and DuckDB, those that are installed.

    python examples/data_frames.py [FEED.jsonl]

Needs `pip install 'newsclean[parquet]'` and the library.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa

from newsclean.contrib.arrow import ArrowCleaner

FEED = Path(__file__).resolve().parent / "pages" / "feed.jsonl"


def main(feed: str = str(FEED)) -> None:
    for name, clean in LIBRARIES.items():
        try:
            rows = clean(feed)
        except ImportError:
            print(f"{name}: not installed")
            continue
        print(f"{name}: {len(rows)} articles")
        for identity, source, text in rows:
            print(f"    {identity} {source} {text[:20]}")


def with_datasets(feed: str) -> list[tuple[str, ...]]:
    from datasets import Dataset

    articles = Dataset.from_json(feed).map(ArrowCleaner(), batched=True)
    return [(row["id"], row["byline"]["source"], row["text"]) for row in articles]


def with_polars(feed: str) -> list[tuple[str, ...]]:
    import polars as pl

    articles = pl.DataFrame(ArrowCleaner()(pl.read_ndjson(feed)))
    return articles.select("id", pl.col("byline").struct.field("source"), "text").rows()


def with_duckdb(feed: str) -> list[tuple[str, ...]]:
    import duckdb

    cleaner = ArrowCleaner()
    given = pa.RecordBatchReader.from_stream(duckdb.connect().sql(f"from read_json('{feed}')"))  # batch by batch
    articles = pa.RecordBatchReader.from_batches(cleaner.schema(given.schema), cleaner.batches(given))
    return duckdb.connect().from_arrow(articles).project("id, byline.source, text").fetchall()


LIBRARIES: dict[str, Callable[[str], list[tuple[str, ...]]]] = {
    "datasets": with_datasets,
    "polars": with_polars,
    "DuckDB": with_duckdb,
}

if __name__ == "__main__":
    main(*sys.argv[1:])
