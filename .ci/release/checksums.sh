#!/usr/bin/env bash
# checksums.sh FOLDER: writes SHA256SUMS of its files, as `sha256sum --check` reads it.
set -euo pipefail
export LC_ALL=C
cd "$1"
rm -f SHA256SUMS
sums=$(sha256sum -- *)
printf '%s\n' "$sums" >SHA256SUMS
