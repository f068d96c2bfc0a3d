#!/usr/bin/env bash
# sbom.sh ENVIRONMENT FILE: lists the libraries in that environment, without gsomia-data (CycloneDX).
# The same environment gives the same bytes: no time, no random number. The tool validates its output.
set -euo pipefail
pyproject=$(dirname "$(realpath "$0")")/../../pyproject.toml
"${PYTHON:-.venv/bin/python}" -m cyclonedx_py environment --pyproject "$pyproject" --mc-type library \
    --output-reproducible --of JSON --output-file "$2" "$1/bin/python"
