"""A cleaner as a function of frames, and the shell recipe of docs/integrations/pipes.md."""

import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from operator import attrgetter
from pathlib import Path

import pytest

import newsclean
from newsclean.record import dumps

PAGES = ["雨停了，路通了。\n责任编辑：林晓", "桥也修好了，居民说。"]
TEXTS = ["雨停了，路通了。", "桥也修好了，居民说。"]
CLEANER = newsclean.Cleaner(script="keep")
RECIPES = Path(__file__).resolve().parents[2] / "docs" / "integrations" / "pipes.md"


def test_a_cleaner_is_a_function_that_other_processes_understand():
    with ProcessPoolExecutor(1) as pool:
        assert list(pool.map(CLEANER, PAGES)) == [CLEANER.clean(page) for page in PAGES]
    assert CLEANER(PAGES[0], id="1", url="http://a.cn/1").url == "http://a.cn/1"


def test_pandas():
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pandas.DataFrame({"page": [*PAGES, None, PAGES[0].encode("gb18030")]})
    articles = frame["page"].map(CLEANER, na_action="ignore")
    texts = articles.map(attrgetter("text"), na_action="ignore")
    assert [*texts.dropna()] == [*TEXTS, TEXTS[0]]
    assert texts.isna().tolist() == [False, False, True, False]


def test_polars():
    polars = pytest.importorskip("polars", reason="polars is not installed")
    for pages in (PAGES, [page.encode("gb18030") for page in PAGES]):
        frame = polars.DataFrame({"page": [*pages, None]})
        column = polars.col("page").map_elements(lambda raw: CLEANER(raw).text, return_dtype=polars.String)
        assert frame.select(column)["page"].to_list() == [*TEXTS, None]


@pytest.mark.skipif(not (shutil.which("parallel") and shutil.which("zstd")), reason="no GNU parallel or zstd")
@pytest.mark.parametrize("number", [0, 1])
def test_the_shell_recipes_give_what_one_process_gives(tmp_path, number):
    recipe = re.findall(r"```sh\n(.*?)```", RECIPES.read_text("utf-8"), re.DOTALL)[number]
    home = str(Path(newsclean.__file__).parents[1])
    (tmp_path / "newsclean").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newsclean "$@"\n')
    (tmp_path / "newsclean").chmod(0o755)
    lines = [dumps({"id": n, "text": PAGES[n % 2] * (n % 7 + 1)}) for n in range(600)]
    (tmp_path / "crawl").mkdir()
    for name, part in (("news", lines), ("crawl/1", lines[:300]), ("crawl/2", lines[300:])):
        packed = subprocess.run(["zstd", "-q"], input=b"\n".join(part) + b"\n", capture_output=True, check=True)
        (tmp_path / f"{name}.jsonl.zst").write_bytes(packed.stdout)
    env = os.environ | {"PYTHONPATH": home, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run(["sh", "-euc", recipe.replace("100M", "20k")], cwd=tmp_path, env=env, timeout=120, check=True)
    results = [tmp_path / "clean.jsonl.zst"] if number == 0 else sorted((tmp_path / "clean").glob("*.zst"))
    found = b"".join(
        subprocess.run(["zstd", "-dcq", path], capture_output=True, check=True).stdout for path in results
    ).splitlines()
    expected = [
        newsclean.clean(json.loads(line)["text"], form="auto").to_dict() | {"id": n} for n, line in enumerate(lines)
    ]
    assert [json.loads(line) for line in found] == expected
