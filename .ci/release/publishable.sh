#!/usr/bin/env bash
# publishable.sh FOLDER   whether the site in that folder may be published: it was built without the documents
set -euo pipefail
if [ $# -ne 1 ]; then
    sed -n '2s/^# //p' "$0" >&2
    exit 2
fi
if ! [ -s "$1/index.html" ] || ! [ -s "$1/site.css" ]; then
    echo "$1 is not a site that gsomia-data site wrote" >&2
    exit 1
fi
# With the documents, each page is marked twice: for people and for search engines.
status=0
grep -rlE 'class="unpublished"|name="robots"' "$1" >&2 || status=$?
if [ $status -eq 0 ]; then
    echo "these pages were built with the documents, which may not be published" >&2
fi
test $status -eq 1 # nothing found, and nothing unread
echo "$1 may be published: $(find "$1" -name '*.html' | wc -l) pages, none with a whole document"
