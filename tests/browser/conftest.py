"""One Chromium for all tests of the page; every test opens a file of its own from disk, with nothing stored."""

import shutil

import pytest
from page import Page
from page import chromium as start

from newsclean.report.page import render


@pytest.fixture(scope="session")
def chromium(tmp_path_factory):
    pytest.importorskip("selenium", reason="Selenium drives the browser: make test-browser")
    pytest.importorskip("jinja2", reason="the page needs newsclean[report]")
    if None in (shutil.which("chromium"), shutil.which("chromedriver")):
        pytest.skip("no Chromium with its driver on the PATH: make test-browser")
    driver = start(tmp_path_factory.mktemp("chromium"))
    yield driver
    driver.quit()


@pytest.fixture
def show(chromium, tmp_path):
    """Open a document as a page from disk, say at which view, and make sure that it complained of nothing."""
    opened = []

    def show(document, view="", *, limit=20_000_000, **how):
        file = tmp_path / "report.html"
        file.write_bytes(render(document, limit=limit).encode())
        page = Page(chromium, file)
        opened.append(page)
        return page.open(view, **how)

    yield show
    for page in opened:
        page.reset()
        assert page.complaints() == []
