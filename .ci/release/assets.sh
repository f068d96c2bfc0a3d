#!/usr/bin/env bash
# What accompanies wheel and sdist in a release.
#
#   assets.sh all FOLDER            all its files, in a new folder: the wheel and the sdist of dist/, the zip of the
#                                   data and the list of dependencies, made with that wheel, the checksums of all
#   assets.sh sbom ENVIRONMENT FILE lists the libraries in that environment, without gsomia-data (CycloneDX). The same
#                                   environment gives the same bytes: no time, no random number. The tool validates it.
#   assets.sh checksums FOLDER      writes SHA256SUMS of its files, as `sha256sum --check` reads it
set -euo pipefail
export LC_ALL=C
root=$(dirname "$(realpath "$0")")/../..
python=${PYTHON:-$root/.venv/bin/python}

say() { printf '\n== %s\n' "$*"; }

checksums() (
    cd "$1"
    rm -f SHA256SUMS
    sums=$(sha256sum -- *)
    printf '%s\n' "$sums" >SHA256SUMS
)

sbom() {
    "$python" -m cyclonedx_py environment --pyproject "$root/pyproject.toml" --mc-type library \
        --output-reproducible --of JSON --output-file "$2" "$1/bin/python"
}

all() {
    local target environment named into
    target=$(realpath -m "$1")
    environment=$(mktemp -d)
    trap "rm -rf '$environment'" EXIT
    cd "$root"
    mkdir "$target"
    cp dist/*.whl dist/*.tar.gz datapackage.json "$target"

    say "the wheel, alone with its dependencies"
    # Made without pip, so that pip is not listed; from the folder, so that no path of this machine is.
    "$python" -m venv --without-pip "$environment"
    into=("$python" -m pip --quiet --disable-pip-version-check --python "$environment/bin/python" install)
    "${into[@]}" -r requirements/core.txt
    "${into[@]}" --no-deps --no-index --find-links dist gsomia-data

    say "the data as a zip, the SBOM, the checksums"
    named=$(basename dist/*.tar.gz .tar.gz)
    "$environment/bin/gsomia-data" export zip "$target/$named-data.zip"
    sbom "$environment" "$target/$named.cdx.json"
    checksums "$target"
    cat "$target/SHA256SUMS"
}

case ${1:-} in
    all | sbom | checksums) "$@" ;;
    *)
        sed -n '/^#   /s/^#   //p' "$0" >&2
        exit 2
        ;;
esac
