"""The engine that gives the output of opencc-python-reimplemented."""

import importlib.util
import json
import random
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from paragraphs import HONG_KONG, MACHINE_CONVERTED, SIMPLIFIED, TAIWAN

from newsclean.edits import Revision, revise
from newsclean.errors import ConfigError
from newsclean.script import convert, find_conversions, reimplemented
from newsclean.script.dictionaries import read_choices
from newsclean.script.gate import TARGETS

try:
    PACKAGE = distribution("opencc-python-reimplemented")
except PackageNotFoundError:
    PACKAGE = None

installed = pytest.mark.skipif(PACKAGE is None, reason="opencc-python-reimplemented is not installed")
NAMES = ("hk2s", "s2hk", "s2t", "s2tw", "s2twp", "t2hk", "t2s", "t2tw", "tw2s", "tw2sp")


def _package():
    """Load the package's module from its own file: what `import opencc` finds may be another package."""
    spec = importlib.util.spec_from_file_location("opencc_reimplemented", PACKAGE.locate_file("opencc/opencc.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.OpenCC


def _varied() -> str:
    rng = random.Random(11)
    files = ("STPhrases.txt", "TSPhrases.txt", "TWPhrases.txt", "TWPhrasesRev.txt", "TWVariantsRevPhrases.txt")
    words = [word for file in files for word in rng.sample(sorted(read_choices(file)), 400)]
    pieces = (
        rng.choice(words)[: rng.randrange(1, 6)] + rng.choice(["", "", "", "，", " ", "\n", "a"]) for _ in range(3000)
    )
    return "\n".join((*SIMPLIFIED, *TAIWAN, *HONG_KONG, *MACHINE_CONVERTED)) + "".join(pieces)


@installed
@pytest.mark.parametrize("name", NAMES)
def test_the_output_is_the_packages(name):
    text = _varied()
    assert convert(text, name, engine="reimplemented") == _package()(name).convert(text)


@installed
@pytest.mark.parametrize("to", [*TARGETS, "s2twp", "tw2sp"])
def test_the_marks_are_the_conversion(to):
    text = _varied()
    marks = find_conversions(text, to, engine="reimplemented")
    assert revise(Revision(text, text), marks).text == convert(text, to, engine="reimplemented")


@installed
@pytest.mark.parametrize("to", TARGETS)
def test_gated_conversion_is_stable(to):
    once = convert(_varied(), to, engine="reimplemented")
    assert convert(once, to, engine="reimplemented") == once


@installed
def test_a_configuration_that_the_package_lacks_is_an_error():
    with pytest.raises(ConfigError, match="jp2t"):
        convert("字", "jp2t", engine="reimplemented")


def test_without_the_package_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setattr(reimplemented, "_DISTRIBUTION", "no-such-distribution")
    with pytest.raises(ConfigError, match=r"newsclean\[reimplemented\]"):
        reimplemented.reimplemented_names()


def test_dictionaries_are_read_from_the_distributions_folder(monkeypatch, tmp_path):
    """Of the words of one dictionary the longest holds, wherever it stands; a later dictionary gets what is left."""
    for folder in ("config", "dictionary"):
        (tmp_path / folder).mkdir()
    chain = [{"dict": {"type": "group", "dicts": [{"type": "txt", "file": "a.txt"}, {"type": "txt", "file": "b.txt"}]}}]
    (tmp_path / "config/x2y.json").write_text(json.dumps({"conversion_chain": chain}))
    (tmp_path / "dictionary/a.txt").write_text("甲乙\t12\n乙丙丁\t234 xyz\n", encoding="utf-8")
    (tmp_path / "dictionary/b.txt").write_text("甲\t1\n乙\t2\n丁戊\t45\n", encoding="utf-8")
    monkeypatch.setattr(reimplemented, "_folder", lambda: tmp_path)
    assert reimplemented.reimplemented_names() == ("x2y",)
    assert reimplemented.read_reimplemented("x2y").convert("甲乙丙丁戊。甲乙，乙丁戊") == "1234戊。12，245"
