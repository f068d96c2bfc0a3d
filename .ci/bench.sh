#!/usr/bin/env bash
# What the package costs beside its peers, as ratios in one run. It prints; a busy machine fails nothing.
source "$(dirname "$0")/lib.sh"

say "the benchmark, with the wheel"
new_environment "$work/venv"
install "$work/venv" dist/*.whl -r requirements/core.txt -r requirements/dev.txt
"$work/venv/bin/python" tests/benchmark.py --runs 9
