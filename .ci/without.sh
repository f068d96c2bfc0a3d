#!/usr/bin/env bash
# The sdist and a source archive, which come without the documents; what each prints comes in one piece.
source "$(dirname "$0")/lib.sh"

running=() failed=0
for one in sdist archive; do
    ".ci/$one.sh" &>"$work/$one" &
    running+=($!)
done
for pid in "${running[@]}"; do wait "$pid" || failed=1; done
cat "$work/sdist" "$work/archive"
exit "$failed"
