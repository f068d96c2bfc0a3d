#!/usr/bin/env bash
# In a source archive, as a reader downloads it, without the documents, both commands of the README work.
source "$(dirname "$0")/lib.sh"

say "the archive"
mkdir "$work/archive"
git archive HEAD | tar -x -C "$work/archive"
cd "$work/archive"

say "make check"
make check | tee "$work/said"
grep -q "not compared, because the corpus is not here" "$work/said"

say "make test, of what differs there; the step of the sdist runs all tests without the documents"
PYTEST_ADDOPTS="tests/release tests/data" make test | tee "$work/said"
grep -q "not run, because the corpus is not here" "$work/said"
