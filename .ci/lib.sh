# What the steps share: to be sourced, not run. It goes to the checkout and makes a temporary folder, $work.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf '\n== %s\n' "$*"; }

# new_environment FOLDER [PYTHON]: an empty virtual environment.
new_environment() { "${2:-.venv/bin/python}" -m venv "$1"; }

# install FOLDER ARGUMENT...: runs `pip install ARGUMENT...` in that environment.
install() { "$1/bin/python" -m pip --quiet --disable-pip-version-check install "${@:2}"; }

# Unpacks the sdist into a folder.
unpack_sdist() { mkdir "$1" && tar -xzf dist/*.tar.gz --strip-components 1 -C "$1"; }
