"""Spark on one machine: the library's records, byte for byte, and each once when a worker is killed."""

import shutil

import pytest

from material import BYTES, FEED, GOOD, PAGES, STRINGS, Fails, KillsOnce, library, line
from newsclean.contrib.arrow import ArrowCleaner
from newsclean.corpus import Fields
from newsclean.errors import ConfigError

sql = pytest.importorskip("pyspark.sql", reason="Spark is not installed")
pytestmark = pytest.mark.skipif(not shutil.which("java"), reason="Spark needs Java, such as openjdk-17-jre-headless")


@pytest.fixture(scope="module")
def spark():
    settings = {"spark.ui.enabled": "false", "spark.sql.execution.arrow.maxRecordsPerBatch": "50"}
    builder = sql.SparkSession.builder.master("local[2,4]")  # two cores, a task may fail three times
    session = builder.config(map=settings).getOrCreate()
    yield session
    session.stop()


def clean(spark, values, cleaner):
    """Clean a mapping of ids to texts, and return the rows in its order."""
    frame = spark.createDataFrame([(name, value, "城市") for name, value in values.items()], ["id", "text", "desk"])
    rows = frame.repartition(4).transform(cleaner.spark).collect()
    order = {name: at for at, name in enumerate(values)}
    return sorted((row.asDict(recursive=True) for row in rows), key=lambda row: order[row["id"]])


def test_records_are_those_of_the_library(spark):
    assert [line(row) for row in clean(spark, PAGES, ArrowCleaner())] == library(PAGES)


def test_a_killed_worker_costs_no_row_and_doubles_none(spark, tmp_path):
    marker = tmp_path / "killed"
    values = {str(i): "杀" if i == 1200 else "雨停了。" for i in range(2000)}
    cleaned = clean(spark, values, ArrowCleaner(KillsOnce(str(marker))))
    assert marker.exists()
    assert [row["id"] for row in cleaned] == list(values)
    assert not [row for row in cleaned if row["rejected"]]


@pytest.mark.parametrize("values", [STRINGS, BYTES], ids=["strings", "bytes"])
def test_bad_rows_stay_and_the_others_are_done(spark, values):
    cleaned = clean(spark, values, ArrowCleaner())
    assert [(row["id"], row["desk"]) for row in cleaned] == [(name, "城市") for name in values]
    assert [row["id"] for row in cleaned if row["rejected"]] == [name for name in values if values[name] is None]


def test_a_failure_of_the_cleaner_stays_with_its_row(spark):
    poison, good = clean(spark, {"1": "毒", "2": GOOD}, ArrowCleaner(Fails()))
    assert (poison["rejected"]["reason"], good["text"]) == ("ValueError: poison", GOOD)


def test_lines_that_spark_took_for_utf8_are_decoded(spark, tmp_path):
    (tmp_path / "lines.txt").write_bytes((GOOD.split("\n")[0] + "\n").encode("gb18030"))
    frame = spark.read.text(str(tmp_path / "lines.txt"))
    (row,) = frame.transform(ArrowCleaner(fields=Fields(text="value")).spark).select("text", "encoding.name").collect()
    assert tuple(row) == (GOOD.split("\n")[0], "gb18030")


def test_a_frame_without_text_is_refused_before_the_job_runs(spark):
    with pytest.raises(ConfigError, match="no text"):
        spark.createDataFrame([(1,)], ["id"]).transform(ArrowCleaner().spark)


def test_the_example_runs(example, tmp_path):
    shown = example("spark_frame.py", FEED, tmp_path / "out")
    assert "城南时报" in shown
    assert "engagement" in shown
    assert list((tmp_path / "out").glob("*.parquet"))
