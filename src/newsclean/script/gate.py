"""What of a text is to be converted, and how: decided by the script that it is in."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.script.detect import read_lines, read_script
from newsclean.script.region import is_hong_kong, is_machine_converted

TARGETS = ("simplified", "traditional", "taiwan", "hongkong")

_FROM_SIMPLIFIED = {"traditional": "s2t", "taiwan": "s2tw", "hongkong": "s2hk"}
_FROM_TRADITIONAL = {"traditional": "", "taiwan": "t2tw", "hongkong": "t2hk"}


class Passage(NamedTuple):
    """A span of a text and the name of the configuration that converts it."""

    start: int
    end: int
    configuration: str


def passages(text: str, to: str) -> list[Passage]:
    """Return what of a text is to be converted for a target script.

    A text in one script goes as a whole, with its names and quotations; a mixed one line by line, where a line without
    evidence goes with the one before. Japanese lines stay. No passage is in the script of the target already.

    >>> passages("記者從市政府獲悉", "simplified")
    [Passage(start=0, end=8, configuration='tw2s')]
    >>> passages("记者从市政府获悉，蕭乾到场", "simplified")
    []
    """
    reading = read_script(text)
    if reading.script in ("none", to):
        return []
    ways = _ways(text, to)
    if reading.script == "mixed":
        return _by_line(text, ways)
    way = ways.get(reading.script)
    if not way:
        return []
    if not reading.lines:
        return [Passage(0, len(text), way)]
    return [Passage(line.start, line.end, way) for line in read_lines(text) if not line.reading.japanese]


def _by_line(text: str, ways: dict[str, str]) -> list[Passage]:
    found: list[Passage] = []
    way = ""
    for start, end, reading in read_lines(text):
        if reading.script != "none":
            way = ways.get(reading.script, "")
        if way and not reading.japanese:
            found.append(Passage(start, end, way))
    return found


def _ways(text: str, to: str) -> dict[str, str]:
    """Return the configuration for text in either script."""
    if to == "simplified":
        way = _from_traditional(text)
        return {"traditional": way, "mixed": "t2s"}  # of a line in both scripts, the plain table harms neither
    way = _FROM_SIMPLIFIED[to]
    return {"simplified": way, "mixed": way, "traditional": _FROM_TRADITIONAL[to]}


def _from_traditional(text: str) -> str:
    """Choose the way to Simplified.

    Taiwan's configuration is right for standard forms too, and alone turns 看著 into 看着; Hong Kong's alone knows 衞
    and writes 著 for the work of an author only. Text that a machine made of Simplified has none of these forms, but
    Simplified characters, of which Taiwan's would change 么: for it the plain table.
    """
    if is_machine_converted(text):
        return "t2s"
    return "hk2s" if is_hong_kong(text) else "tw2s"
