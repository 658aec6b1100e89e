"""What the documentation shows is true: docstrings, the README's commands, the generated catalogue."""

import doctest
import pkgutil
import re
import subprocess
import sys
import tomllib
from importlib import import_module, util
from pathlib import Path

import pytest

import newsclean
from newsclean.rules import failures, load, load_exceptions

ROOT = Path(__file__).resolve().parent.parent
EXTRAS = {"newsclean.__main__"}  # runs the command line
MODULES = [
    module.name
    for module in pkgutil.walk_packages(newsclean.__path__, "newsclean.")
    if not any(module.name.startswith(extra) for extra in EXTRAS)
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_are_true(name):
    try:
        module = import_module(name)
    except ImportError as missing:
        pytest.skip(f"needs an extra: {missing}")
    assert doctest.testmod(module).failed == 0


def test_public_functions_have_examples():
    for name in ("clean", "decode", "convert", "detect_script", "clean_extracted", "Cleaner"):
        assert ">>>" in (getattr(newsclean, name).__doc__ or ""), f"{name} shows no example"


def test_the_demo_runs():
    shown = subprocess.run([sys.executable, ROOT / "examples/demo.py"], capture_output=True, check=True).stdout.decode()
    assert "injected.brand" in shown
    assert "乐鱼体育官网" in shown


def test_the_readmes_rule_is_a_rule(tmp_path):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (tmp_path / "mine.toml").write_text(re.search(r"```toml\n(.*?)```", text, re.DOTALL)[1], encoding="utf-8")
    assert [failures(rule) for rule in load(tmp_path / "mine.toml")] == [[]]


def test_links_lead_somewhere():
    folders = (".", "docs", "docs/decisions", "docs/integrations")
    for page in (page for folder in folders for page in (ROOT / folder).glob("*.md")):
        for target in re.findall(r"\]\((?!http)([^)#]+)", page.read_text(encoding="utf-8")):
            if (ROOT / "src").exists() or "src/" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_rule_data_ship_with_the_package():
    home = Path(util.find_spec("newsclean").submodule_search_locations[0])
    packs = sorted(home.glob("data/rules/*.toml"))
    assert len(packs) >= 6
    assert all(tomllib.loads(pack.read_text(encoding="utf-8"))["rule"] for pack in packs)
    assert (home / "data/SOURCES.md").exists()
    assert (home / "py.typed").exists()


def test_importing_loads_no_table_and_no_library():
    code = "import sys, newsclean; print([n for n in ('numpy', 'ahocorasick_rs', 'lxml', 'rich') if n in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"[]"


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_rules_and_exceptions_in_the_docs_are_read_and_pass(page, tmp_path):
    blocks = re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    for block in (block for block in blocks if "[[rule]]" in block or "[[exception]]" in block):
        (tmp_path / "mine.toml").write_text(block, encoding="utf-8")
        assert [failures(rule) for rule in load(tmp_path / "mine.toml")] in ([], [[]])
        assert load_exceptions(tmp_path / "mine.toml") or load(tmp_path / "mine.toml")
