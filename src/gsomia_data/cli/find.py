"""`find`: a search through names, labels, quotes and definitions."""

import argparse
import json

from gsomia_data.cli.arguments import add_format
from gsomia_data.cli.console import Declare, readable, records, say
from gsomia_data.cli.folder import add_dir, dataset


def declare(command: Declare) -> None:
    """Declare the command."""
    find = command(
        "find",
        _run,
        "search names, labels, quotes and definitions",
        'gsomia-data find "Blue House"',
    )
    find.add_argument("words", metavar="WORDS", help="words to search for")
    add_dir(find)
    add_format(find)


def _run(options: argparse.Namespace) -> int:
    with readable():
        rows = records(dataset(options).find(options.words))
    if options.format == "json":
        print(json.dumps(rows, ensure_ascii=True, indent=2))
        return 0 if rows else 1
    for row in rows:
        say(f"{row['table_name']} {row['row_key'] or '-'} {row['column_name']}: {row['text']}")
    if not rows:
        say(f"nothing contains {options.words!r}")
    return 0 if rows else 1
