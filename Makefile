# make check   all set-up, then the check of the whole dataset
# make test    all set-up, then the tests
# make dist    all set-up, then wheel and sdist in dist/
# Set-up is done once: a stamp in the environment marks it as done until the files that it depends on change.

VENV ?= .venv
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
# An environment does not survive a move, so its stamps include a checksum of the folder's path.
HERE := $(shell pwd | cksum | cut -d' ' -f1)
CORE = $(VENV)/.core-$(HERE)
DEV = $(VENV)/.dev-$(HERE)
PIP = $(VENV)/bin/python -m pip --quiet --disable-pip-version-check

.PHONY: check test lint dist clean
.DELETE_ON_ERROR:

check: $(CORE)
	@$(VENV)/bin/gsomia-data check

test: $(DEV)
	@$(VENV)/bin/python -m pytest

# What CI requires besides the tests: style, types, import contracts, freshness, frictionless.
lint: $(DEV)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/gsomia-data build --check
	$(VENV)/bin/frictionless validate datapackage.json

# What would be published, checked by twine and check-wheel-contents.
dist: $(DEV)
	@rm -rf dist
	@$(VENV)/bin/python -m build --no-isolation
	@$(VENV)/bin/twine check --strict dist/*
	@$(VENV)/bin/check-wheel-contents dist/*.whl

$(CORE): pyproject.toml requirements/core.txt
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer with venv was found; name one: make PYTHON=/path/to/python" >&2; exit 2; }
	@echo "Setting up $(VENV) (once; about a minute) ..."
	@$(PYTHON) -m venv --clear "$(VENV)"
	@$(PIP) install -r requirements/core.txt
	@$(PIP) install --no-deps --editable .
	@touch $@

$(DEV): $(CORE) requirements/dev.txt
	@echo "Setting up the tests in $(VENV) (once; about a minute) ..."
	@$(PIP) install -r requirements/core.txt -r requirements/dev.txt
	@touch $@

clean:
	rm -rf "$(VENV)" dist .hypothesis tests/.hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
