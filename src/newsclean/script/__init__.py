"""Script: tell whether text is Simplified or Traditional, and convert it to one."""

from newsclean.script.convert import check_target, convert, find_conversions
from newsclean.script.detect import detect_paragraphs, detect_script
from newsclean.script.flags import find_script_flags
from newsclean.script.stream import convert_stream

__all__ = [
    "check_target",
    "convert",
    "convert_stream",
    "detect_paragraphs",
    "detect_script",
    "find_conversions",
    "find_script_flags",
]
