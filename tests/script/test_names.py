"""Personal names survive conversion, in both directions, alone and in a sentence."""

from pathlib import Path

import pytest

from newsclean.script.convert import convert

ROWS = (Path(__file__).parent / "names.tsv").read_text(encoding="utf-8").splitlines()[1:]
NAMES = [tuple(row.split("\t")) for row in ROWS]
STANDARD = str.maketrans("裡群峰啟臺", "裏羣峯啓臺")


def test_there_are_200_names():
    assert len(set(NAMES)) >= 200


@pytest.mark.parametrize(("simplified", "traditional"), NAMES)
def test_a_name_in_simplified_text_stays(simplified, traditional):
    text = f"记者采访了{simplified}，{simplified}说这里的变化很大。"
    assert convert(text) == text


@pytest.mark.parametrize(("simplified", "traditional"), NAMES)
def test_a_name_in_traditional_text_becomes_its_simplified_form(simplified, traditional):
    assert convert(f"記者採訪了{traditional}，談這裡的變化。") == f"记者采访了{simplified}，谈这里的变化。"


@pytest.mark.parametrize(("simplified", "traditional"), NAMES)
def test_a_name_in_simplified_text_becomes_its_traditional_form(simplified, traditional):
    done = convert(f"记者采访了{simplified}，谈这里的变化。", "traditional")
    assert done == f"記者採訪了{traditional.translate(STANDARD)}，談這裏的變化。"
