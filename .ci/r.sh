#!/usr/bin/env bash
# R reads every table as docs/r.md says, and the Stata files. Installs R with jsonlite and haven
# (Debian, as root) if they are missing.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! Rscript --vanilla -e 'library(jsonlite); library(haven)' >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends r-base-core r-cran-jsonlite r-cran-haven
fi
Rscript --vanilla -e 'cat(R.version.string, "\n")
for (name in c("jsonlite", "haven")) cat(name, format(packageVersion(name)), "\n")'
GSOMIA_R=1 .venv/bin/python -m pytest -q tests/release/test_r.py tests/reading/test_export_r.py
