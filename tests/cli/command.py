"""The command, and the environment in which a process of its own finds it."""

import os
import sys
from pathlib import Path

import newsclean

COMMAND = [sys.executable, "-m", "newsclean"]
CLEANED = "雨停了，路通了。\n桥也修好了，居民说。\n".encode()  # what is left of the fixture `page`


def environment(**more):
    home = str(Path(newsclean.__file__).parents[1])
    return os.environ | {"PYTHONPATH": os.pathsep.join([home, os.environ.get("PYTHONPATH", "")])} | more
