#!/usr/bin/env bash
# assets.sh FOLDER: all files of a release, in a new folder: the wheel and the sdist of dist/; the zip of the data and
# the list of dependencies, made with that wheel; the checksums of all.
target=$(realpath -m "$1")
source "$(dirname "$0")/../lib.sh"
mkdir "$target"
cp dist/*.whl dist/*.tar.gz datapackage.json "$target"

say "the wheel, alone with its dependencies"
# Made without pip, so that pip is not listed; from the folder, so that no path of this machine is.
.venv/bin/python -m venv --without-pip "$work/venv"
into=(.venv/bin/python -m pip --quiet --disable-pip-version-check --python "$work/venv/bin/python" install)
"${into[@]}" -r requirements/core.txt
"${into[@]}" --no-deps --no-index --find-links dist gsomia-data

say "the data as a zip, the SBOM, the checksums"
named=$(basename dist/*.tar.gz .tar.gz)
"$work/venv/bin/gsomia-data" export zip "$target/$named-data.zip"
PYTHON=.venv/bin/python .ci/release/sbom.sh "$work/venv" "$target/$named.cdx.json"
.ci/release/checksums.sh "$target"
cat "$target/SHA256SUMS"
