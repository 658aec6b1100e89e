"""What a person should know of a text's script."""

from __future__ import annotations

from newsclean.model import Flag
from newsclean.script.detect import read_lines, read_script
from newsclean.script.region import is_machine_converted


def find_script_flags(text: str) -> list[Flag]:
    r"""Flag text in both scripts (`mixed_script`) and Traditional that a machine made of Simplified.

    A text whose lines are each in one script is flagged where the rarer one stands, another as a whole.

    >>> [(flag.flag, flag.start, flag.end) for flag in find_script_flags("记者从市政府获悉\n記者從市政府獲悉此事")]
    [('mixed_script', 9, 19)]
    >>> find_script_flags("關于創建示范點的意見被采納，隨后召開會議")[0].flag
    'machine_converted'
    """
    reading = read_script(text)
    if reading.script == "traditional" and is_machine_converted(text):
        return [Flag("machine_converted", 0, len(text), "Traditional that a machine made of Simplified")]
    if reading.script != "mixed":
        return []
    rarer = "simplified" if reading.simplified < reading.traditional else "traditional"
    lines = [line for line in read_lines(text) if line.reading.script in ("mixed", rarer)]
    spans = [(line.start, line.end) for line in lines] or [(0, len(text))]
    return [Flag("mixed_script", start, end, "both scripts") for start, end in spans]
