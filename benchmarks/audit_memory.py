"""Write the audit page of many generated records and print what it took: peak memory, CPU time, size of the page.

    python benchmarks/audit_memory.py [--records 10000 1000000] [--against]

The records are those of the gold cases, cleaned, over and over, each time with another id, host and last sentence; they
come through a pipe, so that nothing but the page is written. `--against` compares 10,000 of them with another run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
import gold  # noqa: E402
from newsclean import Cleaner  # noqa: E402
from newsclean.record import dumps  # noqa: E402

HOSTS = 5_000


def records(count: int) -> Iterator[bytes]:
    cleaner = Cleaner()
    pages = [cleaner.clean(gold.read(path).data).to_dict() for path in gold.case_files("polluted", "clean")]
    for number in range(count):
        page = pages[number % len(pages)]
        text = f"{page['text']}\n这是第{number}篇。"  # behind the last edit, so that the record stays whole
        url = f"https://news{number * 7919 % HOSTS}.example.cn/{number}.html"
        yield dumps(page | {"id": str(number), "url": url, "text": text}) + b"\n"


def feed(stream: IO[bytes], count: int) -> int:
    size = 0
    for line in records(count):
        stream.write(line)
        size += len(line)
    stream.close()
    return size


def measure(count: int, folder: Path, *more: str) -> None:
    page = folder / "report.html"
    command = [sys.executable, "-m", "newsclean", "report", "-", "-o", str(page), *more]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    child = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    assert child.stdin
    size = feed(child.stdin, count)
    _, status, usage = os.wait4(child.pid, 0)
    assert status == 0, status
    cpu = usage.ru_utime + usage.ru_stime
    print(
        f"{count:>9,} records, {size / 1e6:,.0f} MB: {usage.ru_maxrss / 1024:.0f} MB of memory, {cpu:.0f} s of CPU"
        f" ({count / cpu:,.0f} records/s), page {page.stat().st_size / 1e6:.1f} MB",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--records", type=int, nargs="+", default=[10_000, 1_000_000])
    parser.add_argument("--against", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in arguments.records:
            measure(count, folder)
        if arguments.against:
            with (folder / "old.jsonl").open("wb") as file:
                feed(file, 10_000)
            measure(10_000, folder, "--against", str(folder / "old.jsonl"))


if __name__ == "__main__":
    main()
