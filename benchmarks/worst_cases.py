"""Build from each pattern of the package texts that are hard for it, and measure how the time to clean them grows.

    python benchmarks/worst_cases.py [--largest 1000000] [--only NAME] [--all]

Patterns are those of the rules and every compiled pattern of a module. From a pattern's parse tree come strings that
match it, that match all but the end, and that fill its repeats; each is repeated up to a size, in one line and in many.
First the pattern alone searches such texts. What grows by more than 2.2 when the text doubles (or, with --all,
everything) is cleaned whole at two sizes, the larger of them the largest: stages search lines and windows, so that a
pattern that is quadratic in theory may be linear in use. The last column is what counts.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

from text_path import mix

from newsclean import Cleaner
from newsclean.rules.files import builtin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

LIMIT = 2.2
SMALL = 10_000  # characters that a pattern searches by itself
FILLED = 12  # how often a repeat is taken where it may be taken often


def patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns of the rules, and those of all modules that cleaning has loaded."""
    found = {rule.id: rule.regex for rule in builtin()}
    for module in sorted(sys.modules):
        if module.startswith("newsclean."):
            for name, value in vars(sys.modules[module]).items():
                pattern = getattr(value, "__self__", value)  # a bound search is the pattern's
                if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                    found[f"{module.removeprefix('newsclean.')}.{name}"] = pattern
    return found


def example(tokens: Sequence[Any], filled: int, choice: int) -> str:
    """Return a string that a parsed pattern matches but for what it looks around for, with its repeats filled."""
    return "".join(_one(*token, filled, choice) for token in tokens)


def _one(name: Any, value: Any, filled: int, choice: int) -> str:
    if name is op.LITERAL:
        return chr(value)
    if name in (op.ANY, op.NOT_LITERAL):
        return "中"
    if name is op.IN:
        return _member(value, choice)
    if name is op.SUBPATTERN:
        return example(value[-1], filled, choice)
    if name is op.BRANCH:
        branches = value[1]
        return example(branches[choice % len(branches)], filled, choice)
    if name in (op.MAX_REPEAT, op.MIN_REPEAT):
        low, high, inner = value
        return example(inner, filled, choice) * max(low, min(int(high), filled))
    if name is op.ASSERT and value[0] > 0:
        return example(value[1], 0, choice)
    return ""


def _member(items: Sequence[Any], choice: int) -> str:
    chars = [chr(value if name is op.LITERAL else value[0]) for name, value in items if name in (op.LITERAL, op.RANGE)]
    kinds = [value for name, value in items if name is op.CATEGORY]
    if items[0][0] is op.NEGATE or not (chars or kinds):
        return "中"
    if chars:
        return chars[choice % len(chars)]
    return " " if kinds[0] is op.CATEGORY_SPACE else "1" if kinds[0] is op.CATEGORY_DIGIT else "a"


def units(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield what is to be repeated, with its name."""
    tokens = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    seen = set()
    for choice in range(2):
        for filled in (1, FILLED):
            whole = example(tokens, filled, choice)
            for name, unit in (("match", whole), ("near match", whole[:-1]), ("half", whole[: len(whole) // 2])):
                if unit.strip() and unit not in seen:
                    seen.add(unit)
                    yield f"{name} {choice}/{filled}", unit
    for token in tokens:
        if token[0] in (op.MAX_REPEAT, op.MIN_REPEAT) and token[1][1] > 100:
            unit = example(token[1][2], 1, 0)
            if unit.strip() and unit not in seen:
                seen.add(unit)
                yield "repeat alone", unit


def texts(unit: str) -> dict[str, Callable[[int], str]]:
    return {
        "one line": lambda size: (unit * (size // len(unit) + 1))[:size],
        "lines": lambda size: (f"{unit}\n" * (size // (len(unit) + 1) + 1))[:size],
    }


def growth(work: Callable[[str], object], make: Callable[[int], str], size: int) -> float:
    """Return time(size) / time(size / 2), of the fastest of some runs."""
    return fastest(work, make(size)) / max(1e-6, fastest(work, make(size // 2)))


def fastest(work: Callable[[str], object], text: str) -> float:
    times: list[float] = []
    while len(times) < 2 or (len(times) < 5 and sum(times) < 0.05):
        times.append(seconds(work, f"{text}\n{len(times)}"))  # nothing is gained by what is remembered of a text
    return min(times)


def seconds(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start


def searching(pattern: re.Pattern[str]) -> Callable[[str], object]:
    return lambda text: sum(1 for _ in pattern.finditer(text))


def suspicious(pattern: re.Pattern[str], make: Callable[[int], str]) -> bool:
    """Say whether a pattern alone is slow on a text, and grows by more than the limit, twice measured."""
    work = searching(pattern)
    if seconds(work, make(SMALL)) < 0.2e-6 * SMALL:  # linear by any measure
        return False
    return growth(work, make, SMALL) > LIMIT and growth(work, make, SMALL) > LIMIT


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--largest", type=int, default=1_000_000, metavar="CHARACTERS")
    options.add_argument("--only", default="", help="part of the names of the patterns to try")
    options.add_argument("--all", action="store_true", help="clean every text, not only those of suspicious patterns")
    chosen = options.parse_args()
    cleaner = Cleaner()
    for text in mix(60, 0):  # tables are loaded, and with them the modules
        cleaner.clean(text)
    tried = slow = 0
    named = {name: pattern for name, pattern in patterns().items() if chosen.only in name}
    for name, pattern in sorted(named.items()):
        for kind, unit in units(pattern):
            for form, make in texts(unit).items():
                tried += 1
                if chosen.all or suspicious(pattern, make):
                    ratio = growth(cleaner.clean, make, chosen.largest)
                    if ratio > LIMIT:  # a second opinion, on a busy machine
                        ratio = min(ratio, growth(cleaner.clean, make, chosen.largest))
                    slow += ratio > LIMIT
                    mark = "SLOW" if ratio > LIMIT else ""
                    print(f"{name:44} {kind:16} {form:8} {unit[:24]!r:30} {ratio:5.2f} {mark}", flush=True)
    print(f"{len(named)} patterns, {tried} texts, {slow} that grow by more than {LIMIT} to {chosen.largest} characters")
    return 1 if slow else 0


if __name__ == "__main__":
    raise SystemExit(main())
