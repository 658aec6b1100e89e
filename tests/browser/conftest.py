"""One Chromium for all tests of the page; every test opens a file of its own from disk, with nothing stored."""

import os
import shutil

import pytest
from page import Page

from newsclean.report.page import render

_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1280,860"),
)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory):
    selenium = pytest.importorskip("selenium.webdriver", reason="Selenium drives the browser: make test-browser")
    paths = shutil.which("chromium"), shutil.which("chromedriver")
    if None in paths:
        pytest.skip("no Chromium with its driver on the PATH: make test-browser")
    pytest.importorskip("jinja2", reason="the page needs newsclean[report]")
    os.environ["SE_OFFLINE"] = "true"
    options = selenium.ChromeOptions()
    options.binary_location = paths[0]
    for flag in (*_FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = selenium.Chrome(options=options, service=selenium.ChromeService(paths[1]))
    yield driver
    driver.quit()


@pytest.fixture
def show(chromium, tmp_path):
    """Open a document as a page from disk, say at which view, and make sure that it complained of nothing."""
    opened = []

    def show(document, view="", **how):
        file = tmp_path / "report.html"
        file.write_bytes(render(document, **how.pop("render", {})).encode())
        page = Page(chromium, file)
        opened.append(page)
        return page.open(view, **how)

    yield show
    for page in opened:
        page.reset()
        assert page.complaints() == []
