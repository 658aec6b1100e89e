"""newsclean cleans what other extractors found."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from layouts import BODY, EDITOR, LAYOUTS, TITLE

import newsclean

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "other_extractors.py"
MODULES = {
    "trafilatura": ["trafilatura"],
    "newspaper4k": ["newspaper", "jieba"],  # its extra zh
    "readability-lxml": ["readability"],
    "GeneralNewsExtractor": ["gne"],
}


@pytest.fixture(scope="module")
def example():
    found = importlib.util.spec_from_file_location("other_extractors", EXAMPLE)
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_the_example_runs_with_whatever_is_installed():
    done = subprocess.run([sys.executable, str(EXAMPLE)], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "trafilatura" in done.stdout


@pytest.mark.parametrize("name", MODULES)
@pytest.mark.parametrize("layout", ["modern", "breaks"])
def test_the_result_of_an_extractor_becomes_the_article(example, name, layout):
    for module in MODULES[name]:
        pytest.importorskip(module, reason=f"{name} is not installed")
    article = example.EXTRACTORS[name](LAYOUTS[layout])
    assert article.title == TITLE
    assert article.published == "2021-09-12T08:30"
    assert "责任编辑" not in article.text
    assert sum(paragraph in article.text for paragraph in BODY[1:]) >= 4


def test_a_page_in_which_trafilatura_finds_nothing_is_read_by_newsclean(example):
    assert example.clean_trafilatura(None, LAYOUTS["modern"]).text == newsclean.clean(LAYOUTS["modern"]).text


def test_readabilitys_html_loses_no_line(example):
    assert example.text_of("<div>甲<br>乙<p>丙<b>丁</b></p>戊<ul><li>己</li></ul></div>") == "甲\n乙\n丙丁\n戊\n己"


def test_text_of_another_extractor_gets_the_metadata_of_its_page():
    text = "\n".join([*BODY, EDITOR])
    article = newsclean.clean_extracted(text, html=LAYOUTS["modern"])
    assert article.title == TITLE
    assert article.published == "2021-09-12T08:30"
    assert article.restore() == text
