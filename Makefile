# make chat · make test · make bench: each does all its own set-up in .venv
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
DONE := .venv/.installed
TESTED := .venv/.installed-test

.PHONY: setup chat test bench

setup: $(DONE)

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "hoibaocao needs Python 3.11 or newer: make PYTHON=python3.11 …"; exit 1; }
	$(PYTHON) -m venv .venv

$(DONE): pyproject.toml constraints.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(TESTED): $(DONE)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@

chat: setup
	$(BIN)/hoibaocao chat --port $(PORT)

test: $(TESTED)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist worksteal

bench: $(TESTED)
	$(BIN)/python -m evals.retrieval_bench
	$(BIN)/python -m evals.score_bench
