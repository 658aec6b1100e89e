"""Clean the example pages and show, for each, what was taken out of the page and the article that is left.

python examples/demo.py
"""

import subprocess
import sys
from pathlib import Path

PAGES = Path(__file__).resolve().parent / "pages"


def show(*arguments: str) -> None:
    print(f"\n$ newsclean {' '.join(arguments)}\n", flush=True)
    subprocess.run([sys.executable, "-m", "newsclean", *arguments], cwd=PAGES, check=True)


if __name__ == "__main__":
    for page in ("mirror.txt", "county-gb18030.txt", "lighthouse.html"):
        show("explain", page)
        show("clean", "-q", page)
    show("clean", "-q", "--to", "jsonl", "--provenance", "none", "feed.jsonl")
