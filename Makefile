# make check   all set-up, then the check of the whole dataset
# make test    all set-up, then the tests
# Set-up is done once: a stamp in the environment tells what was installed from which files.

VENV ?= .venv
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
PIP = $(VENV)/bin/python -m pip --quiet --disable-pip-version-check

.PHONY: check test lint clean
.DELETE_ON_ERROR:

check: $(VENV)/.core
	@$(VENV)/bin/gsomia-data check

test: $(VENV)/.dev
	@$(VENV)/bin/python -m pytest

# What CI demands beside the tests: style, types, import contracts, the outside judge, freshness.
lint: $(VENV)/.dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/gsomia-data build --check
	$(VENV)/bin/frictionless validate datapackage.json

$(VENV)/.core: pyproject.toml requirements/core.txt
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer with venv was found; name one: make PYTHON=/path/to/python" >&2; exit 2; }
	@echo "Setting up $(VENV) (once; about a minute) ..."
	@$(PYTHON) -m venv "$(VENV)"
	@$(PIP) install -r requirements/core.txt
	@$(PIP) install --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.core requirements/dev.txt
	@echo "Setting up the tests in $(VENV) (once; about a minute) ..."
	@$(PIP) install -r requirements/core.txt -r requirements/dev.txt
	@touch $@

clean:
	rm -rf "$(VENV)" dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
