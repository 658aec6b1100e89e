import sys

import pytest


@pytest.fixture
def count_steps():
    """Count the calls and returns, of Python and of C, that a function makes: a measure of work without a clock."""

    def count(function):
        function()  # tables are loaded once
        steps = 0

        def step(frame, event, argument):
            nonlocal steps
            steps += 1

        sys.setprofile(step)
        try:
            function()
        finally:
            sys.setprofile(None)
        return steps

    return count
