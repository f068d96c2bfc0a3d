#!/usr/bin/env bash
# All tests on the newer Pythons with the newest libraries, and on the oldest Python with the oldest libraries.
# If CI=true, a missing Python fails the step; otherwise a line says what was not tried.
source "$(dirname "$0")/lib.sh"

# python_of VERSION: an interpreter of that version that can make environments.
python_of() {
    local python
    for python in "python$1" "$HOME/.pyenv/versions/$1".*/bin/python3; do
        if "$python" -c "import sys, venv, ensurepip
sys.exit('%d.%d' % sys.version_info[:2] != '$1')" 2>/dev/null; then
            echo "$python"
            return
        fi
    done
    return 1
}

# suite VERSION LIBRARIES: prints its output in one piece, since other suites run at the same time.
suite() {
    local title="all tests on Python $1 with requirements/$2.txt" new=$work/$1-$2 python status=0
    if ! python=$(python_of "$1"); then
        say "NOT TRIED, because there is no such Python: $title"
        [ "${CI:-}" != true ]
        return
    fi
    {
        say "$title" &&
            new_environment "$new" "$python" &&
            install "$new" -r "requirements/$2.txt" -r requirements/dev.txt &&
            install "$new" --no-deps --editable . &&
            "$new/bin/python" -m pip freeze | grep -E '^(numpy|pandas|pydantic)=' &&
            "$new/bin/python" -m pytest -q -p no:cacheprovider
    } &>"$new.log" || status=1
    cat "$new.log"
    return "$status"
}

running=() failed=0
for one in "3.12 core" "3.13 core" "3.11 oldest"; do
    suite ${one% *} ${one#* } &
    running+=($!)
done
for pid in "${running[@]}"; do wait "$pid" || failed=1; done
exit "$failed"
