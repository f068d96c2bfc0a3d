#!/usr/bin/env bash
# The checkout itself: make check with only the core libraries, the tests, every cell changed, style and types.
source "$(dirname "$0")/lib.sh"

say "the core alone is enough for make check"
make check VENV="$work/venv"
if "$work/venv/bin/python" -c 'import frictionless' 2>/dev/null; then
    echo "make check installed more than the core" >&2
    exit 1
fi

say "make test"
GSOMIA_UNSHARE=1 make test

say "every cell of the record tables, changed one at a time"
every_cell() { GSOMIA_EVERY_CELL=1 .venv/bin/python -m pytest -q tests/data/test_keystone.py -k "every_cell and $1"; }
half="(reactions or agreements)"
every_cell "$half" >"$work/half" & pid=$!
every_cell "not $half"
wait "$pid" || { cat "$work/half"; exit 1; }
cat "$work/half"

say "a re-run does no set-up twice"
if make check | grep "Setting up" || make --dry-run test | grep "Setting up"; then
    echo "set-up was done twice" >&2
    exit 1
fi

say "style, types, import contracts, freshness, frictionless"
make lint

say "gsomia-data check"
.venv/bin/gsomia-data check
