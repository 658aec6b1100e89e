"""Clean JSON Lines with Ray Data into Parquet, on this machine or a cluster.

    python examples/ray_data.py [FEED.jsonl] [FOLDER]

Needs `pip install 'newsclean[ray]'`, on every node.
"""

from __future__ import annotations

import sys
from pathlib import Path

import ray

from newsclean.contrib.arrow import ArrowCleaner

FEED = Path(__file__).resolve().parent / "pages" / "feed.jsonl"


def main(feed: str = str(FEED), folder: str = "") -> None:
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    articles = ray.data.read_json(feed).map_batches(ArrowCleaner(), batch_format="pyarrow").materialize()
    for article in articles.sort("id").take(3):
        print(article["id"], article["section"], article["byline"]["source"], article["text"][:20])
    rejected = articles.filter(lambda row: row["rejected"] is not None)
    print(f"{articles.count()} articles, {rejected.count()} of them rejected")
    if folder:
        articles.write_parquet(folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
