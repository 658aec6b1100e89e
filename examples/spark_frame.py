"""Clean JSON Lines with Spark into Parquet, and count in SQL what was removed.

    python examples/spark_frame.py [FEED.jsonl] [FOLDER]

Needs `pip install 'newsclean[spark]'` and Java; on a cluster, `newsclean[parquet]` in the Python of every executor.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from pyspark.sql import SparkSession

from newsclean.contrib.arrow import ArrowCleaner

FEED = Path(__file__).resolve().parent / "pages" / "feed.jsonl"


def main(feed: str = str(FEED), folder: str = "") -> None:
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else Spark takes the first python3 of the PATH
    spark = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false").getOrCreate()
    given = spark.read.schema("id string, url string, text string, section string").json(feed)
    articles = given.transform(ArrowCleaner().spark).cache()
    articles.select("id", "section", "byline.source", "text").sort("id").show(3, truncate=20)
    articles.createOrReplaceTempView("articles")
    spark.sql("select count(*) as articles, count(rejected) as rejected from articles").show()
    spark.sql("select r.kind, count(*) as edits from articles lateral view explode(removed) as r group by 1").show()
    if folder:
        articles.write.parquet(folder)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
