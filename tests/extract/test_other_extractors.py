"""newsclean cleans what other extractors found."""

import subprocess
import sys
from pathlib import Path

from layouts import BODY, EDITOR, LAYOUTS, TITLE

import newsclean

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "other_extractors.py"


def test_the_example_runs_with_whatever_is_installed():
    done = subprocess.run([sys.executable, str(EXAMPLE)], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "trafilatura" in done.stdout


def test_text_of_another_extractor_gets_the_metadata_of_its_page():
    text = "\n".join([*BODY, EDITOR])
    article = newsclean.clean_extracted(text, html=LAYOUTS["modern"])
    assert article.title == TITLE
    assert article.published == "2021-09-12T08:30"
    assert article.restore() == text
