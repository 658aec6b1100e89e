"""What all tests share: properties are judged by their outcome, never by the clock."""

import os

import pytest
from hypothesis import settings

from service import running

# A gate tries the same examples every time; new ones are tried wherever somebody works.
settings.register_profile("newsclean", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("newsclean")


@pytest.fixture(scope="session")
def service():
    """The service as `newsclean serve` starts it, on any free port."""
    pytest.importorskip("starlette", reason="needs newsclean[serve]")
    pytest.importorskip("uvicorn", reason="needs newsclean[serve]")
    with running("-m", "newsclean", "serve", "--port", "0", "--workers", "2") as service:
        yield service
