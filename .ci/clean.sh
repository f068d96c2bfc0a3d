#!/usr/bin/env bash
# No step has changed a file of the checkout.
source "$(dirname "$0")/lib.sh"

say "git status"
git status --porcelain
test -z "$(git status --porcelain)"
