"""Script conversion beside OpenCC's own library and opencc-python-reimplemented: equal output, and speed.

    python benchmarks/convert_script.py [--official PYTHON] [--reimplemented PYTHON] [--text FILE...] [--megabytes N]

PYTHON is the interpreter of an environment that holds `opencc` or `opencc-python-reimplemented` (they overwrite each
other's module, so each needs its own); `--make-environments FOLDER` makes both with pip. FILEs are articles; without
any, those of the tests are taken. Every configuration converts the same text in every engine. Outputs are compared on N
megabytes of the articles' lines, shuffled, with fragments of the dictionaries' phrases between them. Speeds are CPU
time on the articles alone, two megabytes at once and in lines of 20 characters: the median of three, one engine after
the other, each in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

PACKAGES = {"official": "opencc==1.4.2", "reimplemented": "opencc-python-reimplemented==0.1.7"}
ENGINES = ("newsclean", "newsclean-reimplemented", "official", "reimplemented")
LINES = 10_000


def converter(engine: str, name: str):
    if engine == "newsclean":
        from newsclean.script.chain import read_chain

        return read_chain(name).convert
    if engine == "newsclean-reimplemented":
        from newsclean.script.reimplemented import read_reimplemented

        return read_reimplemented(name).convert
    import opencc

    return opencc.OpenCC(name).convert


def seconds(work, rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def work(engine: str, name: str, articles: Path, varied: Path, output: Path) -> None:
    """Convert both texts in this interpreter, write the output of the second, print the times of the first."""
    text = articles.read_text(encoding="utf-8")
    convert = converter(engine, name)
    lines = [text[at : at + 20] for at in range(0, min(len(text), 20 * LINES), 20)]
    convert(text[:1000])
    for line in lines[:50]:
        convert(line)
    slow = engine == "reimplemented"
    part = text[:200_000] if slow else text
    result = {
        "long": len(part.encode()) / 1e6 / seconds(lambda: convert(part), 1 if slow else 3),
        "line": seconds(lambda: [convert(line) for line in lines], 1 if slow else 3) / len(lines) * 1e6,
    }
    output.write_text(convert(varied.read_bytes().decode()), encoding="utf-8", newline="")
    print(json.dumps(result))


def articles(files: list[Path]) -> list[str]:
    tests = Path(__file__).parents[1] / "tests"
    files = files or [*sorted(tests.glob("articles/*.txt")), tests / "script/paragraphs.py"]
    texts = [path.read_text(encoding="utf-8") for path in files]
    return [line for text in texts for line in text.splitlines() if line.strip()]


def varied(lines: list[str], megabytes: float) -> str:
    """Return the lines in any order, and fragments of phrases between them."""
    from newsclean.script.dictionaries import configuration_names, read_configuration

    rng = random.Random(2)
    tables = [table for name in configuration_names() for table in read_configuration(name).tables]
    words = sorted({word for table in tables for pair in table.items() for word in pair})
    parts: list[str] = []
    size = 0
    while size < megabytes * 1e6:
        fragments = (rng.choice(words)[: rng.randrange(1, 6)] for _ in range(40))
        parts.append("".join(word + rng.choice(["", "", "", "的", "，", "。", " ", "a", "\n"]) for word in fragments))
        parts += rng.sample(lines, min(3, len(lines)))
        size += sum(len(part.encode()) for part in parts[-4:])
    return "\n".join(parts)


def write_sources(folder: Path, files: list[Path], megabytes: float) -> None:
    """Write the texts in Simplified, in Traditional as OpenCC, Taiwan and Hong Kong write it, and as they come."""
    from newsclean.script.chain import read_chain

    lines = articles(files)
    text = "\n".join(lines)
    text *= round(2e6 / len(text.encode())) or 1
    for name, source in (("articles", text), ("varied", varied(lines, megabytes))):
        simplified = read_chain("t2s").convert(source)
        for key in ("t", "tw", "hk"):
            (folder / f"{key}.{name}").write_text(
                read_chain(f"s2{key}").convert(simplified), encoding="utf-8", newline=""
            )
        (folder / f"s.{name}").write_text(simplified, encoding="utf-8", newline="")
        (folder / f"jp.{name}").write_text(source, encoding="utf-8", newline="")


def differences(ours: str, theirs: str) -> list[str]:
    pairs = zip(ours.split("\n"), theirs.split("\n"), strict=False)
    return [f"    ours {one[:60]!r}\n    theirs {other[:60]!r}" for one, other in pairs if one != other]


def environments(folder: Path) -> dict[str, Path]:
    pythons = {}
    for engine, package in PACKAGES.items():
        home = folder / engine
        venv.create(home, with_pip=True)
        pythons[engine] = home / "bin/python"
        subprocess.run([pythons[engine], "-m", "pip", "install", "--quiet", package], check=True)
    return pythons


def compare(pythons: dict[str, Path], files: list[Path], megabytes: float, names: list[str]) -> int:
    from newsclean.script.dictionaries import configuration_names

    unlike = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_sources(folder, files, megabytes)
        print(f"{'':8}{'':26}{'MB/s':>8}{'µs a line of 20':>18}")
        for name in names or configuration_names():
            key = name.split("2")[0]
            outputs: dict[str, str] = {}
            for engine in ENGINES:
                command = _command(engine, pythons)
                output = folder / f"{name}.{engine}"
                if command is None or not _knows(engine, name):
                    continue
                command += [
                    __file__,
                    "--work",
                    engine,
                    name,
                    folder / f"{key}.articles",
                    folder / f"{key}.varied",
                    output,
                ]
                done = subprocess.run(command, capture_output=True, text=True, check=False, env=_environment(pythons))
                if done.returncode:
                    print(f"{name:8}{engine:26}{done.stderr.strip().splitlines()[-1]}")
                    continue
                speed = json.loads(done.stdout)
                outputs[engine] = output.read_bytes().decode()
                print(f"{name:8}{engine:26}{speed['long']:8.1f}{speed['line']:18.2f}", flush=True)
            for ours, theirs in (("newsclean", "official"), ("newsclean-reimplemented", "reimplemented")):
                if ours in outputs and theirs in outputs:
                    unlike += report(outputs[ours], outputs[theirs], theirs)
    return unlike


def report(ours: str, theirs: str, engine: str) -> int:
    found = differences(ours, theirs)
    print(f"{'':8}differs from {engine} in {len(found)} lines of {ours.count(chr(10)) + 1:,}")
    print("\n".join(found[:3])) if found else None
    return len(found)


def _command(engine: str, pythons: dict[str, Path]) -> list[str | Path] | None:
    if engine.startswith("newsclean"):
        return [sys.executable] if engine == "newsclean" or "reimplemented" in pythons else None
    return [pythons[engine], "-I"] if engine in pythons else None


def _environment(pythons: dict[str, Path]) -> dict[str, str]:
    """Let this interpreter find the dictionaries of opencc-python-reimplemented, behind all else."""
    path = [os.environ.get("PYTHONPATH", "")]
    if "reimplemented" in pythons:
        command = [pythons["reimplemented"], "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
        path.append(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip())
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, path))}


def _knows(engine: str, name: str) -> bool:
    ten = {"hk2s", "s2hk", "s2t", "s2tw", "s2twp", "t2hk", "t2s", "t2tw", "tw2s", "tw2sp"}
    return "reimplemented" not in engine or name in ten


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--official", type=Path)
    parser.add_argument("--reimplemented", type=Path)
    parser.add_argument("--make-environments", type=Path, metavar="FOLDER")
    parser.add_argument("--text", type=Path, nargs="*", default=[])
    parser.add_argument("--megabytes", type=float, default=5)
    parser.add_argument("--names", nargs="*", default=[])
    parser.add_argument("--work", nargs=5, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        engine, name, *paths = options.work
        work(engine, name, *map(Path, paths))
        return 0
    pythons = environments(options.make_environments) if options.make_environments else {}
    pythons |= {key: getattr(options, key) for key in PACKAGES if getattr(options, key)}
    return 1 if compare(pythons, options.text, options.megabytes, options.names) else 0


if __name__ == "__main__":
    sys.exit(main())
