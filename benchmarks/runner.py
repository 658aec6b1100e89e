"""What the runner costs beside the work itself: CPU over a plain loop, gain of a second worker, peak memory.

    python benchmarks/runner.py overhead [--rounds 3]     CPU of the whole tree at 1 ms a record, against a plain loop
    python benchmarks/runner.py scaling [--rounds 3]      time of one worker over time of two; --wait: records that
                                                          wait and burn nothing, for a machine that is not quiet
    python benchmarks/runner.py memory [--sizes 100,2000] peak memory of the whole tree, by MB of input
    python benchmarks/runner.py clean [--size 100]        the real cleaner end to end, with two workers

The first three run a stub that burns CPU, so that they measure the runner alone. Streams are written to a temporary
folder. Times of `scaling` mean something only on a quiet machine: the load is printed beside them.
"""

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import orjson

from newsclean.model import Article
from newsclean.record import to_dict


@dataclass(frozen=True)
class Stub:
    """A cleaner that takes some milliseconds of CPU (less than none: of waiting) and changes nothing."""

    milliseconds: float = 0

    def clean(self, raw, **hints):
        if self.milliseconds < 0:
            time.sleep(-self.milliseconds / 1000)
        end = time.thread_time() + self.milliseconds / 1000
        while time.thread_time() < end:
            pass
        return Article(raw if isinstance(raw, str) else raw.decode("utf-8", "replace"), **hints)


def write_stream(path, size, seed=0):
    """Write about `size` MB of JSONL, some 4 kB a record, and return the number of records."""
    words = random.Random(seed)
    texts = ["".join(map(chr, words.choices(range(0x4E00, 0x9FA5), k=words.randint(300, 2300)))) for _ in range(500)]
    records = written = 0
    with path.open("wb") as file:
        while written < size * 1e6:
            line = orjson.dumps({"id": records, "url": f"http://a.cn/{records}", "text": words.choice(texts)}) + b"\n"
            written += file.write(line)
            records += 1
    return records


def loop(source, target, milliseconds):
    """Clean line by line: the least that any runner must do."""
    stub = Stub(milliseconds)
    with Path(source).open("rb") as lines, Path(target).open("wb") as out:
        for line in lines:
            given = orjson.loads(line)
            out.write(orjson.dumps(to_dict(stub.clean(given["text"], url=given["url"])) | {"id": given["id"]}) + b"\n")


def run(source, target, milliseconds, workers):
    from newsclean.corpus import Job, Plan, clean_corpus

    if not workers:
        loop(source, target, milliseconds)
    else:
        clean_corpus(Plan([source], target, workers=workers), Job(Stub(milliseconds)))


class Measured:
    """A child's CPU and wall seconds and, if wanted, its peak memory (proportional set size of the tree, in MB)."""

    def __init__(self, *command, memory=False):
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        process = subprocess.Popen([sys.executable, *map(str, command)], stdout=sys.stderr)
        self.peak = 0.0
        while memory and process.poll() is None:
            self.peak = max(self.peak, tree_memory(process.pid))
            time.sleep(0.05)
        if process.wait():
            sys.exit(f"failed: {command}")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.wall = time.monotonic() - begun


def tree_memory(pid):
    """Return the proportional set size of a process and its children in MB; shared pages are counted once."""
    total = 0
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for each in [pid, *children]:
            for line in Path(f"/proc/{each}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
    except OSError:
        pass  # it has just ended
    return total / 1024


def child(source, target, milliseconds, workers, **options):
    return Measured(__file__, "child", "--", source, target, milliseconds, workers, **options)


def overhead(folder, rounds):
    source = folder / "in.jsonl"
    records = write_stream(source, 40)
    names = {"plain loop": 0, "1 worker": 1, "2 workers": 2}
    cpu = {name: [] for name in names}
    for _ in range(rounds):
        for name, workers in names.items():
            cpu[name].append(child(source, folder / "out.jsonl", 1, workers).cpu)
    base = statistics.median(cpu["plain loop"])
    for name, seconds in cpu.items():
        median = statistics.median(seconds)
        print(f"{name:12} {median:7.2f} CPU s for {records:,} records at 1 ms: {median / base:.3f} of the plain loop")


def scaling(folder, rounds, milliseconds):
    source = folder / "in.jsonl"
    write_stream(source, 16)
    ratios = []
    for _ in range(rounds):
        one, two = (child(source, folder / "out.jsonl", milliseconds, workers).wall for workers in (1, 2))
        ratios.append(one / two)
        print(f"1 worker {one:.2f} s, 2 workers {two:.2f} s: {one / two:.2f}; load {os.getloadavg()[0]:.1f}")
    print(f"median: 2 workers do {statistics.median(ratios):.2f} times what one does")


def memory(folder, sizes):
    for size in sizes:
        source = folder / "in.jsonl"
        records = write_stream(source, size)
        done = child(source, folder / "out.jsonl", 0, 2, memory=True)
        print(f"{size:6,} MB ({records:,} records): peak {done.peak:.0f} MB, {done.cpu:.1f} CPU s, {done.wall:.1f} s")
        source.unlink()


def clean(folder, size):
    """Clean generated pages with the real cleaner and print the summary."""
    source, figures = folder / "in.jsonl", folder / "summary.json"
    write_polluted(source, size)
    options = ["--workers", 2, "-q", "--summary", figures]
    done = Measured("-m", "newsclean", "clean", source, "-o", folder / "out.jsonl", *options, memory=True)
    print(figures.read_text(encoding="utf-8"))
    speed = size / done.cpu
    print(f"{size} MB: {done.cpu:.1f} CPU s ({speed:.2f} MB/CPU s), {done.wall:.1f} s, peak {done.peak:.0f} MB")


def write_polluted(path, size):
    """Write about `size` MB of records: the project's clean articles with pollution put in."""
    from newsclean.testing import KINDS, pollute

    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    from gold import CASES, parse

    files = sorted((CASES / "clean").glob("*.case"))
    articles = ["\n".join(parse(file.read_text(encoding="utf-8"), file.stem).keep) for file in files]
    dice = random.Random(1)
    kinds = sorted(KINDS)
    pages = [pollute(dice.choice(articles), dice.sample(kinds, 3), seed).text for seed in range(2000)]
    written = 0
    with path.open("wb") as file:
        while written < size * 1e6:
            written += file.write(orjson.dumps({"id": written, "text": dice.choice(pages)}) + b"\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=["overhead", "scaling", "memory", "clean", "child"])
    parser.add_argument("arguments", nargs="*")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sizes", default="100,2000")
    parser.add_argument("--size", type=int, default=100)
    parser.add_argument("--wait", action="store_true")
    options = parser.parse_args()
    if options.what == "child":
        source, target, milliseconds, workers = options.arguments
        return run(source, target, float(milliseconds), int(workers))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.what == "overhead":
            overhead(folder, options.rounds)
        elif options.what == "scaling":
            scaling(folder, options.rounds, -1 if options.wait else 1)
        elif options.what == "memory":
            memory(folder, [int(size) for size in options.sizes.split(",")])
        else:
            clean(folder, options.size)
    return None


if __name__ == "__main__":
    main()
