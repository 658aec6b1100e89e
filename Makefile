# Two commands set everything up on a machine with python3.11, make and a package index: `make demo` and `make test`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEV_READY := $(VENV)/.dev-ready

.PHONY: help demo test test-browser test-engines check format wheel-test docs docs-check clean

help:  ## Show what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(DEV_READY): $(READY)
	$(BIN)/python -m pip install --quiet --group dev --editable '.[parquet,report,scrapy,serve,warc]'
	touch $@

demo: $(READY)  ## Clean the examples and show what was removed
	$(BIN)/python examples/demo.py

test: $(DEV_READY)  ## Run the tests
	$(BIN)/python -m pytest

test-browser: $(DEV_READY)  ## Run the tests of the audit page in Chromium, which is installed where it is missing
	$(BIN)/python -m pip install --quiet --group browser
	sh scripts/chromium.sh
	$(BIN)/python -m pytest tests/browser

test-engines:  ## Run the tests of Ray, Spark, datasets, polars, DuckDB and datatrove, in environments of their own
	sh scripts/test_engines.sh $(PYTHON)

check: $(DEV_READY)  ## Format, lint, types, layers, generated docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/rule_docs.py --check

format:  ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(DEV_READY)  ## Write the rule catalogue anew
	$(BIN)/python scripts/rule_docs.py

wheel-test: $(DEV_READY)  ## Build the wheel and run the tests against it, without the source tree
	sh scripts/wheel_test.sh $(BIN)/python

clean:
	rm -rf $(VENV) .venv-engines dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
