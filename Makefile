# make report   environment, installation, tables from data/raw, and two pages: Ningbo 2024, and all provinces 2025
# make test     environment, installation, linters, type checker and all tests
# make lint     the linters and the type checker alone
# make docs     the pages that are made from code, and the site of all pages (build/site)
# make notebooks     the notebooks with their outputs
# make matrix   the tests in fresh clones, with all Pythons that are here and with the known, the newest and the lowest versions
# make pictures      the pictures of the documentation (needs Chromium)
# make constraints   the versions of the environment, written down for others
# make clean    drops the environment and everything that was built

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

# Versions that are known to work; CONSTRAINTS= takes the newest, tools/lowest.py tells the lowest that are allowed.
CONSTRAINTS ?= constraints.txt
INSTALL := pip install --quiet --disable-pip-version-check $(if $(CONSTRAINTS),--constraint $(CONSTRAINTS)) --editable

# Processes of the tests: as many as there are cores.
JOBS ?= auto

PLACE ?= 宁波市
YEAR  ?= 2024

LEVEL      ?= province
LEVEL_YEAR ?= 2025

# What was compiled is kept, whatever the environment says: every process of the tests would compile all of it again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: report lint ruff mypy test matrix docs notebooks pictures constraints clean

report: $(VENV)/installed
	$(BIN)/mubiao build
	$(BIN)/mubiao report --jurisdiction $(PLACE) --year $(YEAR) -o reports
	$(BIN)/mubiao report --level $(LEVEL) --year $(LEVEL_YEAR) -o reports

# Side by side: sqlfluff and mypy take ten and more seconds each.
lint: $(VENV)/installed-test
	$(MAKE) --no-print-directory --jobs 2 ruff mypy $(VENV)/linted-views

ruff: $(VENV)/installed-test
	$(BIN)/ruff check src tests benchmarks docs tools
	$(BIN)/ruff format --check src tests benchmarks docs tools

mypy: $(VENV)/installed-test
	$(BIN)/mypy

$(VENV)/linted-views: .sqlfluff $(wildcard src/mubiao/views/*.sql) $(VENV)/installed-test
	$(BIN)/sqlfluff lint --disable-progress-bar src/mubiao/views
	touch $@

# Older linters, and the types of older packages, say other things: with the lowest versions only the tests are run.
test: $(if $(filter lowest.txt,$(CONSTRAINTS)),,lint) $(VENV)/installed-test
	$(BIN)/pytest --numprocesses $(JOBS) --dist worksteal

matrix:
	$(PYTHON) tools/matrix.py

docs: $(VENV)/installed-docs
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/gallery.py
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

notebooks: $(VENV)/installed-test
	$(BIN)/python docs/notebooks.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml $(CONSTRAINTS) $(VENV)/bin/python
	$(BIN)/$(INSTALL) .
	touch $@

$(VENV)/installed-test: pyproject.toml $(CONSTRAINTS) $(VENV)/bin/python
	$(BIN)/$(INSTALL) ".[test]"
	touch $@

$(VENV)/installed-browser: pyproject.toml $(CONSTRAINTS) $(VENV)/bin/python
	$(BIN)/$(INSTALL) ".[browser]"
	touch $@

$(VENV)/installed-docs: pyproject.toml $(CONSTRAINTS) $(VENV)/bin/python
	$(BIN)/$(INSTALL) ".[docs]"
	touch $@

pictures: $(VENV)/installed-browser
	$(BIN)/python docs/pictures.py

constraints: $(VENV)/installed-test
	(head -1 constraints.txt; $(BIN)/pip list --format=freeze --exclude-editable --exclude pip --exclude setuptools) > .constraints.new
	mv .constraints.new constraints.txt

clean:
	rm -rf $(VENV) reports data/parquet/* data/parquet/.cache data/parquet/.lock
