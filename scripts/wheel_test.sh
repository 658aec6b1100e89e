#!/bin/sh
# Build the wheel, install it in an environment of its own, and run the tests there with the source tree out of reach.
set -eu
python=$1
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m build --quiet --wheel --outdir "$room/dist" .
"$python" -m venv "$room/venv"
"$room/venv/bin/python" -m pip install --quiet --upgrade 'pip>=25.1'
wheel=$(ls "$room"/dist/*.whl)
"$room/venv/bin/python" -m pip install --quiet --group dev "$wheel[parquet,report,scrapy,serve,warc]"
mkdir "$room/tree"
cp -r tests examples docs ./*.md pyproject.toml "$room/tree/"
[ ! -d ../shared ] || ln -s "$(cd ../shared && pwd)" "$room/shared"
cd "$room/tree"
"$room/venv/bin/python" -c 'import newsclean, sys; assert "site-packages" in newsclean.__file__, newsclean.__file__'
"$room/venv/bin/python" -m pytest -o testpaths=tests -p no:cacheprovider
