#!/usr/bin/env bash
# R reads every table as docs/r.md says. Installs R and jsonlite (Debian, as root) where they are not there.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! Rscript --vanilla -e 'library(jsonlite)' >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends r-base-core r-cran-jsonlite
fi
Rscript --vanilla -e 'cat(R.version.string, "\njsonlite", format(packageVersion("jsonlite")), "\n")'
GSOMIA_R=1 .venv/bin/python -m pytest -q tests/test_r.py
