#!/usr/bin/env bash
# Builds wheel and sdist, checks them with twine and check-wheel-contents, and compares their data with git.
source "$(dirname "$0")/lib.sh"

say "make dist"
make dist

say "wheel, sdist and git archive carry the same data"
unpack_sdist "$work/sdist"
.venv/bin/python -m zipfile -e dist/*.whl "$work/wheel"
mkdir "$work/archive"
git archive HEAD | tar -x -C "$work/archive"
for part in datapackage.json dataset schemas; do
    diff -r "$part" "$work/archive/$part"
    diff -r "$part" "$work/sdist/$part"
    diff -r "$part" "$work/wheel/gsomia_data/_package/$part"
done

say "none of them carries a document"
if (cd "$work" && find . -path '*/corpus/*' | grep .); then
    echo "these texts belong to their publishers and may not be in a release" >&2
    exit 1
fi
