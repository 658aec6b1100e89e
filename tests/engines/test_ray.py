"""Ray Data on one machine: the library's records, byte for byte, and each once when a worker is killed."""

import pytest

from material import BYTES, FEED, GOOD, PAGES, STRINGS, Fails, KillsOnce, library, line
from newsclean.contrib.arrow import ArrowCleaner

ray = pytest.importorskip("ray", reason="Ray is not installed")
pytest.importorskip("ray.data", reason="Ray Data is not installed")
pa = pytest.importorskip("pyarrow")


@pytest.fixture(scope="module", autouse=True)
def cluster():
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=2**28)
    yield
    ray.shutdown()


def clean(columns, cleaner, **more):
    data = ray.data.from_arrow(pa.table(columns)).repartition(4)
    rows = data.map_batches(cleaner, batch_format="pyarrow", **more).take_all()
    return sorted(rows, key=lambda row: columns["id"].index(row["id"]))


@pytest.mark.parametrize("how", ["tasks", "actors"])
def test_records_are_those_of_the_library(how):
    columns = {"id": list(PAGES), "text": list(PAGES.values())}
    actors = {"fn_constructor_kwargs": {"script": "simplified"}, "compute": ray.data.ActorPoolStrategy(size=1)}
    cleaned = clean(columns, ArrowCleaner, **actors) if how == "actors" else clean(columns, ArrowCleaner())
    assert [line(row) for row in cleaned] == library(PAGES)


def test_a_killed_worker_costs_no_row_and_doubles_none(tmp_path):
    marker = tmp_path / "killed"
    columns = {"id": [str(i) for i in range(2000)], "text": ["杀" if i == 1200 else "雨停了。" for i in range(2000)]}
    cleaned = clean(columns, ArrowCleaner(KillsOnce(str(marker))))
    assert marker.exists()
    assert [row["id"] for row in cleaned] == columns["id"]
    assert not [row for row in cleaned if row["rejected"]]


@pytest.mark.parametrize("values", [STRINGS, BYTES], ids=["strings", "bytes"])
def test_bad_rows_stay_and_the_others_are_done(values):
    columns = {"id": list(values), "text": list(values.values()), "desk": ["城市"] * len(values)}
    cleaned = clean(columns, ArrowCleaner())
    assert [(row["id"], row["desk"]) for row in cleaned] == [(name, "城市") for name in values]
    assert [row["id"] for row in cleaned if row["rejected"]] == [name for name in values if values[name] is None]


def test_a_failure_of_the_cleaner_stays_with_its_row():
    poison, good = clean({"id": ["1", "2"], "text": ["毒", GOOD]}, ArrowCleaner(Fails()))
    assert (poison["rejected"]["reason"], good["text"]) == ("ValueError: poison", GOOD)


def test_the_example_runs(example, tmp_path):
    shown = example("ray_data.py", FEED, tmp_path / "out")
    assert "3 articles, 0 of them rejected" in shown
    assert list((tmp_path / "out").glob("*.parquet"))
