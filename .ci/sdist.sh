#!/usr/bin/env bash
# The tests of the sdist, run in it without the corpus; they list what they could not run.
source "$(dirname "$0")/lib.sh"

say "the package, installed from the sdist"
new_environment "$work/venv"
install "$work/venv" dist/*.tar.gz -r requirements/core.txt -r requirements/dev.txt
unpack_sdist "$work/sdist"

say "its tests"
cd "$work/sdist"
"$work/venv/bin/python" -m pytest -q -p no:cacheprovider | tee "$work/said"
grep -q "not run, because the corpus is not here" "$work/said"
