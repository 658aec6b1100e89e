"""What each host costs beside the cleaning: CPU per record over that of a plain loop.

    python benchmarks/hosts.py [HOST...] [--sizes 8,40] [--milliseconds 1] [--rounds 1]

Every host reads the same JSONL with its own reader and writes what it likes to write. A stub in the cleaner's place
burns some CPU a record, so that the host alone is measured; CPU is that of all processes, workers and servers too, by
the difference of two sizes (in MB, some 4 kB a record), so that starting up is told apart. Hosts that are not installed
are passed over: their pins clash, so run it in each of the environments of `make test-engines`. Needs Linux.
"""

import argparse
import ctypes
import http.client
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

import orjson
from runner import Stub, loop, write_stream

_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER: what a host leaves behind becomes our child


def plain_loop(source, target, milliseconds):
    loop(source, target, milliseconds)


def command_line(source, target, milliseconds):
    from newsclean.corpus import Job, Plan, clean_corpus

    clean_corpus(Plan([str(source)], str(target), workers=1), Job(Stub(milliseconds)))


def arrow(source, target, milliseconds):
    import pyarrow.json
    import pyarrow.parquet

    from newsclean.contrib.arrow import ArrowCleaner

    cleaner = ArrowCleaner(Stub(milliseconds))
    reader = pyarrow.json.open_json(source)
    with pyarrow.parquet.ParquetWriter(target, cleaner.schema(reader.schema)) as writer:
        for batch in cleaner.batches(reader):
            writer.write_batch(batch)


def polars(source, target, milliseconds):
    import polars as pl

    from newsclean.contrib.arrow import ArrowCleaner

    pl.DataFrame(ArrowCleaner(Stub(milliseconds))(pl.read_ndjson(source))).write_parquet(target)


def duckdb(source, target, milliseconds):
    import duckdb as db
    import pyarrow as pa

    from newsclean.contrib.arrow import ArrowCleaner

    cleaner = ArrowCleaner(Stub(milliseconds))
    reader = pa.RecordBatchReader.from_stream(db.connect().sql(f"from read_json('{source}')"))
    clean = pa.RecordBatchReader.from_batches(cleaner.schema(reader.schema), cleaner.batches(reader))
    db.connect().from_arrow(clean).write_parquet(str(target))


def datasets(source, target, milliseconds):
    from datasets import Dataset

    from newsclean.contrib.arrow import ArrowCleaner

    cache = str(target) + ".cache"
    Dataset.from_json(str(source), cache_dir=cache).map(ArrowCleaner(Stub(milliseconds)), batched=True).to_parquet(
        target
    )


def ray(source, target, milliseconds):
    import ray as host

    from newsclean.contrib.arrow import ArrowCleaner

    host.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    cleaner = ArrowCleaner(Stub(milliseconds))
    host.data.read_json(str(source)).repartition(8).map_batches(cleaner, batch_format="pyarrow").write_parquet(target)
    host.shutdown()


def pyspark(source, target, milliseconds):
    from pyspark.sql import SparkSession

    from newsclean.contrib.arrow import ArrowCleaner

    spark = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false").getOrCreate()
    frame = spark.read.schema("id long, url string, text string").json(str(source))
    frame.transform(ArrowCleaner(Stub(milliseconds)).spark).write.parquet(str(target))
    spark.stop()


def datatrove(source, target, milliseconds):
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.writers import JsonlWriter

    from newsclean.contrib.datatrove import LosslessJsonlReader, NewsCleaner

    reader = LosslessJsonlReader(str(source.parent), glob_pattern=source.name)
    steps = [reader, NewsCleaner(Stub(milliseconds)), JsonlWriter(str(target), compression=None)]
    LocalPipelineExecutor(steps, tasks=1, logging_dir=f"{target}.logs").run()


def scrapy(source, target, milliseconds, ours=True):
    from scrapy import Spider
    from scrapy.crawler import CrawlerProcess

    from newsclean.contrib.scrapy import Pipeline
    from newsclean.record import to_dict

    class Stubbed(Pipeline):
        def __init__(self, options, tell):
            super().__init__(options._replace(cleaner=Stub(milliseconds)), tell)

    class Lines(Spider):
        name = "lines"

        async def start(self):
            with source.open("rb") as lines:
                for line in lines:
                    given = orjson.loads(line)
                    yield given if ours else to_dict(Stub(milliseconds).clean(given["text"], url=given["url"]))

    feed = {str(target): {"format": "jsonlines", "encoding": "utf-8"}}
    settings = {"FEEDS": feed, "LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False}
    process = CrawlerProcess(settings | ({"ITEM_PIPELINES": {Stubbed: 300}} if ours else {}))
    process.crawl(Lines)
    process.start()


def scrapy_alone(source, target, milliseconds):
    scrapy(source, target, milliseconds, ours=False)


def http_pages(source, target, milliseconds):
    with serving(milliseconds) as connection, source.open("rb") as lines, target.open("wb") as out:
        for line in lines:
            connection.request("POST", "/clean", line, {"Content-Type": "application/json"})
            out.write(connection.getresponse().read() + b"\n")


def http_batch(source, target, milliseconds):
    with serving(milliseconds) as connection, source.open("rb") as lines, target.open("wb") as out:
        connection.request("POST", "/batch", lines, encode_chunked=True, headers={"Transfer-Encoding": "chunked"})
        answer = connection.getresponse()
        while block := answer.read(1 << 16):
            out.write(block)


@contextmanager
def serving(milliseconds):
    """Serve from a thread of this process, cleaning in one worker; give a connection."""
    import uvicorn

    from newsclean.cli.serve import listen
    from newsclean.serve.app import create_app

    server = uvicorn.Server(uvicorn.Config(create_app(Stub(milliseconds), workers=1), log_level="error"))
    listener = listen("127.0.0.1", 0)
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    connection = http.client.HTTPConnection(*listener.getsockname())
    yield connection
    connection.close()
    server.should_exit = True
    thread.join()


# Name, the package that it needs, and what runs it.
HOSTS = {
    "loop": ("newsclean", plain_loop),
    "newsclean clean": ("newsclean", command_line),
    "Arrow batches": ("pyarrow", arrow),
    "polars": ("polars", polars),
    "DuckDB": ("duckdb", duckdb),
    "datasets": ("datasets", datasets),
    "Ray Data": ("ray", ray),
    "Spark": ("pyspark", pyspark),
    "datatrove": ("datatrove", datatrove),
    "Scrapy": ("scrapy", scrapy),
    "Scrapy alone": ("scrapy", scrapy_alone),
    "HTTP /clean": ("uvicorn", http_pages),
    "HTTP /batch": ("uvicorn", http_batch),
}


def cpu_of(name, source, milliseconds):
    """Return the CPU seconds of a host and of everything that it started."""
    here = os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])
    env = os.environ | {"PYTHONPATH": here, "PYSPARK_PYTHON": sys.executable}
    used = {}
    with tempfile.TemporaryDirectory() as folder, Path(folder, "log").open("w+") as log:
        command = [sys.executable, __file__, name, "--run", str(source), f"{folder}/out", str(milliseconds)]
        process = subprocess.Popen(command, env=env, stdout=log, stderr=log)
        while process.poll() is None:
            used.update(ticks_below(os.getpid()))
            time.sleep(0.05)
        if process.returncode:
            log.seek(0)
            sys.exit(f"{name} failed:\n{log.read()[-3000:]}")
        used.update(ticks_below(os.getpid()))
        for pid in ticks_below(os.getpid()):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
    return sum(used.values()) / os.sysconf("SC_CLK_TCK")


def ticks_below(root):
    """Return the CPU that each descendant of a process has used, by its id."""
    parents, ticks = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            pid, rest = int(stat.parent.name), stat.read_text().rpartition(")")[2].split()
            parents[pid], ticks[pid] = int(rest[1]), int(rest[11]) + int(rest[12])
    found = {root}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return {pid: ticks[pid] for pid in found - {root}}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("hosts", nargs="*", choices=[[], *HOSTS])
    parser.add_argument("--sizes", default="8,40")
    parser.add_argument("--milliseconds", type=float, default=1)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--run", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        source, target, milliseconds = options.run
        HOSTS[options.hosts[0]][1](Path(source), Path(target), float(milliseconds))
        return
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory() as folder:
        sources = [Path(folder) / f"{size}.jsonl" for size in options.sizes.split(",")]
        records = [write_stream(source, float(source.stem)) for source in sources]
        base = 1.0
        for name in dict.fromkeys(["loop", *(options.hosts or HOSTS)]):
            if not find_spec(HOSTS[name][0]):
                print(f"{name:16} not installed")
                continue
            rounds = [[cpu_of(name, source, options.milliseconds) for source in sources] for _ in range(options.rounds)]
            small, large = map(statistics.median, zip(*rounds, strict=True))
            each = (large - small) / (records[1] - records[0])
            base = each if name == "loop" else base
            start = small - each * records[0]
            print(
                f"{name:16} {each / base:5.2f} of the loop, {1e6 * (each - base):+6.0f} µs a record, "
                f"{start:5.1f} CPU s to start",
                flush=True,
            )


if __name__ == "__main__":
    main()
