"""A service that fails on demand."""

import pytest

from service import TESTS, running


@pytest.fixture(scope="session")
def faulty():
    """The service with one worker and a cleaner that raises, sleeps and dies as the text says."""
    with running(TESTS / "serve" / "faulty_service.py") as service:
        yield service
