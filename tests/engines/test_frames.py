"""Hugging Face datasets, polars and DuckDB: the library's records, byte for byte, and nothing lost."""

import pytest

from material import PAGES, STRINGS, library, line
from newsclean.contrib.arrow import ArrowCleaner

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
TABLE = pa.table({"id": list(PAGES), "text": list(PAGES.values())})


def test_datasets_give_the_records_of_the_library():
    datasets = pytest.importorskip("datasets", reason="Hugging Face datasets are not installed")
    given = datasets.Dataset.from_dict({"id": list(PAGES), "text": list(PAGES.values())})
    cleaned = given.map(ArrowCleaner(), batched=True, batch_size=50, num_proc=2)
    assert [line(row) for row in cleaned] == library(PAGES)


@pytest.mark.parametrize("kind", ["tables", "dictionaries"])
def test_datasets_keep_every_row_and_every_type(kind):
    datasets = pytest.importorskip("datasets", reason="Hugging Face datasets are not installed")
    desks = [None] * (len(STRINGS) - 1) + ["城市"]
    given = datasets.Dataset.from_dict({"name": list(STRINGS), "desk": desks, "text": list(STRINGS.values())})
    given = given.with_format("arrow") if kind == "tables" else given
    cleaned = given.map(ArrowCleaner(), batched=True, batch_size=2).with_format(None)
    assert [(row["name"], row["desk"]) for row in cleaned] == list(zip(STRINGS, desks, strict=True))
    assert [row["name"] for row in cleaned if row["rejected"]] == ["none"]


def test_polars_gives_the_records_of_the_library():
    polars = pytest.importorskip("polars", reason="polars is not installed")
    cleaned = polars.DataFrame(ArrowCleaner()(polars.DataFrame(TABLE)))
    assert [line(row) for row in cleaned.to_dicts()] == library(PAGES)


def test_duckdb_gives_the_records_of_the_library():
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    cleaner = ArrowCleaner()
    reader = pa.RecordBatchReader.from_stream(duckdb.connect().from_arrow(TABLE))
    clean = pa.RecordBatchReader.from_batches(cleaner.schema(reader.schema), cleaner.batches(reader))
    rows = pa.table(duckdb.connect().from_arrow(clean)).to_pylist()
    assert [line(row) for row in rows] == library(PAGES)


def test_the_example_runs(example):
    for name in ("datasets", "polars", "duckdb"):
        pytest.importorskip(name, reason=f"{name} is not installed")
    shown = example("data_frames.py")
    assert shown.count("城南图书馆的自习室") == 3
