#!/usr/bin/env bash
# The wheel by itself: with its own dependencies, outside the checkout, without the sources.
source "$(dirname "$0")/lib.sh"

# The tests that an installed wheel can run: of the reading half, of the floor, and of the release except for the
# checkout itself.
tests=(tests/floor tests/reading tests/release tests/data/test_country_codes.py)
of_the_checkout=(contributing imports wheel)

new=$work/venv
wheel=$(echo "$root"/dist/*.whl)

say "requirements/core.txt pins all that the wheel needs"
new_environment "$new"
install "$new" "$wheel" --constraint requirements/core.txt
if "$new/bin/pip" freeze --exclude gsomia-data | grep -vixFf requirements/core.txt; then
    echo "requirements/core.txt does not pin these" >&2
    exit 1
fi

say "gsomia-data check, without the corpus and with it"
cd "$work"
"$new/bin/gsomia-data" check | tee said
grep -q "not compared, because the corpus is not here" said
"$new/bin/gsomia-data" check --corpus "$root/corpus" | tee said
if grep -q "not compared" said; then exit 1; fi

say "frictionless finds the installed descriptor valid"
install "$new" "${wheel}[validate]" --constraint "$root/requirements/core.txt" \
    --constraint "$root/requirements/dev.txt"
"$new/bin/frictionless" validate "$("$new/bin/gsomia-data" path)"

say "the tests of the reading half, against the wheel"
cd "$root"
install "$new" -r requirements/core.txt -r requirements/dev.txt
unpack_sdist "$work/tests-only"
rm -r "$work/tests-only/src"
cd "$work/tests-only"
"$new/bin/python" -m pytest -q "${tests[@]}" \
    $(printf -- "--ignore=tests/release/test_%s.py " "${of_the_checkout[@]}")
