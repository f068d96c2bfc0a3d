#!/usr/bin/env bash
# The time and memory of the package compared with its peers. It only prints: a busy machine must not fail CI.
source "$(dirname "$0")/lib.sh"

say "the benchmark, with the wheel"
new_environment "$work/venv"
install "$work/venv" dist/*.whl -r requirements/core.txt -r requirements/dev.txt
"$work/venv/bin/python" tests/benchmark.py --runs 9
