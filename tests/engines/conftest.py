"""Engines start their workers with the interpreter, the package and the material of these tests."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import newsclean

HERE = Path(__file__).parent
PATHS = [HERE, HERE.parent, Path(newsclean.__file__).parents[1]]
os.environ["PYTHONPATH"] = os.pathsep.join([*map(str, PATHS), os.environ.get("PYTHONPATH", "")])
os.environ["PYSPARK_PYTHON"] = sys.executable
sys.path.insert(0, str(HERE))


@pytest.fixture
def example():
    """Return a function that runs an example and returns what it shows."""

    def run(name, *arguments):
        command = [sys.executable, HERE.parents[1] / "examples" / name, *arguments]
        done = subprocess.run(list(map(str, command)), capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()[-2000:]
        return done.stdout.decode()

    return run
