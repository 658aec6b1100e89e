"""Engines start their workers with the interpreter, the package and the material of these tests."""

import os
import sys
from pathlib import Path

import newsclean

HERE = Path(__file__).parent
PATHS = [HERE, HERE.parent, Path(newsclean.__file__).parents[1]]
os.environ["PYTHONPATH"] = os.pathsep.join([*map(str, PATHS), os.environ.get("PYTHONPATH", "")])
os.environ["PYSPARK_PYTHON"] = sys.executable
sys.path.insert(0, str(HERE))
