#!/usr/bin/env bash
# Nothing was changed on the way.
source "$(dirname "$0")/lib.sh"

say "git status"
git status --porcelain
test -z "$(git status --porcelain)"
