# make check       all set-up, then the check of the whole dataset
# make test        all set-up, then the tests, except for those that take long
# make test-slow   those that take long: every cell, kills, the plugin over all faults, wheels
# make coverage    how much of src, branch by branch, the tests of make test reach
# make lint        style, types, import contracts, frictionless
# make docs        the pages and figures that show what the code prints
# make dist        wheel and sdist in dist/
# make site        the explorer as it may be published, in dist/gsomia-site
# Set-up is done once: a stamp in the environment marks it as done until the files that it depends on change.

VENV ?= .venv
# The oldest supported Python, and the first command that is one not older.
OLDEST := $(shell sed -n 's/^requires-python = ">=3\.\([0-9]*\)"/\1/p' pyproject.toml)
PYTHON ?= $(shell for python in python3 $$(printf 'python3.%s ' $$(seq 30 -1 $(OLDEST))); do \
	$$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, $(OLDEST)))' 2>/dev/null \
	&& echo $$python && break; done)
# An environment does not survive a move, so its stamps include a checksum of the folder's path.
HERE := $(shell pwd | cksum | cut -d' ' -f1)
CORE = $(VENV)/.core-$(HERE)
DEV = $(VENV)/.dev-$(HERE)
PIP = $(VENV)/bin/python -m pip --quiet --disable-pip-version-check

PYTEST = -m pytest -n auto --dist loadfile

.PHONY: check test test-slow coverage lint docs dist site clean
.DELETE_ON_ERROR:

check: $(CORE)
	@$(VENV)/bin/gsomia-data check

test: $(DEV)
	@$(VENV)/bin/python $(PYTEST)

test-slow: $(DEV)
	@$(VENV)/bin/python $(PYTEST) -m slow

coverage: $(DEV)
	@rm -rf .coverage
	@$(VENV)/bin/coverage run $(PYTEST)
	@$(VENV)/bin/coverage combine --quiet
	@$(VENV)/bin/coverage report

# What CI requires besides the tests: style, types, import contracts, frictionless.
lint: $(DEV)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/frictionless validate datapackage.json

docs: $(DEV)
	@$(VENV)/bin/python docs/make.py

# What would be published, checked by twine and check-wheel-contents.
dist: $(DEV)
	@rm -rf dist
	@$(VENV)/bin/python -m build --no-isolation
	@$(VENV)/bin/twine check --strict dist/*
	@$(VENV)/bin/check-wheel-contents dist/*.whl

# Without the documents, which may not be published.
site: $(DEV)
	@mkdir -p dist
	@$(VENV)/bin/gsomia-data site dist/gsomia-site --force
	@bash .ci/release/publishable.sh dist/gsomia-site

$(CORE): pyproject.toml requirements/core.txt
	@test -n "$(PYTHON)" || { echo "make: no Python 3.$(OLDEST) or newer with venv was found; name one: make PYTHON=/path/to/python" >&2; exit 2; }
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
	rm -rf "$(VENV)" dist .hypothesis tests/.hypothesis .pytest_cache .coverage .mypy_cache .ruff_cache .import_linter_cache
