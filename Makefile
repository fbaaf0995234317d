# make report   environment, installation, tables from data/raw, and the chart report of Ningbo 2024
# make test     environment, installation, linters, type checker and all tests
# make docs     the pages that are made from code
# make clean    drops the environment and everything that was built

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

PLACE ?= 宁波市
YEAR  ?= 2024

.PHONY: report test docs clean

report: $(VENV)/installed
	$(BIN)/mubiao build
	$(BIN)/mubiao report --jurisdiction $(PLACE) --year $(YEAR) -o reports

test: $(VENV)/installed-test
	$(BIN)/ruff check src tests benchmarks docs tools
	$(BIN)/ruff format --check src tests benchmarks docs tools
	$(BIN)/mypy
	$(BIN)/pytest

docs: $(VENV)/installed-test
	$(BIN)/python docs/generate.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/installed-test: pyproject.toml $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[test]"
	touch $@

clean:
	rm -rf $(VENV) reports data/parquet/* data/parquet/.cache data/parquet/.building
