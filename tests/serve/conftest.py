"""The service as users start it, and one that fails on demand."""

import pytest

from service import TESTS, running


@pytest.fixture(scope="session")
def service():
    """The service as `newsclean serve` starts it, on any free port."""
    with running("-m", "newsclean", "serve", "--port", "0", "--workers", "2") as service:
        yield service


@pytest.fixture(scope="session")
def faulty():
    """The service with one worker and a cleaner that raises, sleeps and dies as the text says."""
    with running(TESTS / "serve" / "faulty_service.py") as service:
        yield service
