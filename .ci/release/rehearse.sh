#!/usr/bin/env bash
# A rehearsal of the release: a candidate, built in a clone of this repository from its last commit, installed from its
# file in an empty environment without the network, and used there. Nothing is published, tagged or changed here.
#
#   rehearse.sh           the version of pyproject.toml as a candidate, with rc1 behind it
#   rehearse.sh VERSION   this candidate, as 0.2.0rc2
#
# It needs the tools in .venv (make test), or in the environment that TOOLS names, which stays as it is; and the network
# once, for the libraries that are then installed offline.
set -euo pipefail
export LC_ALL=C.UTF-8
root=$(realpath "$(dirname "$0")/../..")
tools=${TOOLS:-$root/.venv}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
clone=$work/clone
new=$work/new/bin

say() { printf '\n== %s (after %d s)\n' "$*" "$SECONDS"; }

# fails COMMAND...: runs it, and fails if it does not.
fails() { if "$@"; then echo "this had to fail: $*" >&2; return 1; fi; }

# A command without the network, where the system lets us take it away; pip is asked to do without it in any case.
offline=()
if unshare --net --map-root-user true 2>/dev/null; then
    offline=(unshare --net --map-root-user)
else
    echo "NOT TRIED without the network, because unshare --net is not permitted here" >&2
fi

say "a clone of $(git -C "$root" describe --always --dirty)"
git clone --quiet "$root" "$clone"
cd "$clone"
# An environment for make, whose commands call the tools: to copy them would take longer than all the rest.
mkdir -p .venv/bin
for tool in python twine check-wheel-contents; do
    printf '#!/bin/sh\nexec "%s" "$@"\n' "$tools/$tool" >".venv/bin/$tool"
    chmod +x ".venv/bin/$tool"
done
export PYTHONPATH=$clone/src PYTHON=$tools/python PYTHONDONTWRITEBYTECODE=1

version=${1:-$(sed -n '0,/^version = /s/^version = "\(.*\)"$/\1/p' pyproject.toml)rc1}
say "version, day and changelog of $version; what build makes of them"
sed -i "0,/^version = .*/s//version = \"$version\"/" pyproject.toml
grep -q '^\[tool\.gsomia-data\.released\]$' pyproject.toml || printf '\n[tool.gsomia-data.released]\n' >>pyproject.toml
sed -i "s/^\[tool\.gsomia-data\.released\]$/&\n\"$version\" = $(date -u +%F)/" pyproject.toml
# What is unreleased; on the commit of a release itself, its own section.
notes=${version%rc*}
grep -q "^## $notes\b" CHANGELOG.md || notes=Unreleased
sed -i "0,/^## $notes\b.*/s//## $version/" CHANGELOG.md
"$PYTHON" -m gsomia_data build --dir .
git --no-pager diff --stat

say "make dist"
here=$(pwd | cksum | cut -d' ' -f1)
touch ".venv/.core-$here" ".venv/.dev-$here"
make dist VENV=.venv # of the clone: whatever VENV is outside, set-up would empty that environment

say "the libraries, fetched once"
"$PYTHON" -m pip --quiet --disable-pip-version-check download --dest "$work/libraries" -r requirements/core.txt
export PIP_NO_INDEX=1 PIP_FIND_LINKS=$work/libraries

say "what accompanies wheel and sdist"
bash .ci/release/assets.sh all "$work/release"

say "what the release would still lack: a candidate is never ready"
fails "$PYTHON" .ci/release/ready.py "v$version"

say "the notes"
"$PYTHON" .ci/release/ready.py --notes

say "the checksums"
(cd "$work/release" && sha256sum --check --strict SHA256SUMS)

say "the wheel from its file, in an empty environment, offline"
"$PYTHON" -m venv "$work/new"
"${offline[@]}" "$new/python" -m pip --quiet --disable-pip-version-check install "$work"/release/*.whl
unset PYTHONPATH PYTHON
mkdir "$work/empty"
cd "$work/empty"
"${offline[@]}" "$new/gsomia-data" --version | tee version
test "$(cat version)" = "$version"

say "gsomia-data check, without the documents and with them"
"${offline[@]}" "$new/gsomia-data" check
"${offline[@]}" "$new/gsomia-data" check --corpus "$root/corpus"

say "a table, the words behind a number, a citation"
"${offline[@]}" "$new/python" -c 'import gsomia_data as gd; print(gd.polls()[["poll_id", "percent"]])'
"${offline[@]}" "$new/gsomia-data" evidence polls gallup-korea-2016-11-oppose percent
"${offline[@]}" "$new/gsomia-data" cite | tee cited
grep -q "($(date -u +%Y)).*(Version $version)" cited

say "an outside judge: frictionless on the installed descriptor, and on the zip"
"${offline[@]}" "$tools/frictionless" validate "$("$new/gsomia-data" path)"
"$tools/python" -m zipfile -e "$work"/release/*-data.zip unzipped
"${offline[@]}" "$tools/frictionless" validate unzipped/datapackage.json

say "$version: rehearsed in $SECONDS s; nothing was published"
