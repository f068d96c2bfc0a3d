"""`tables`: what there is to read."""

import argparse

from gsomia_data.cli.console import Declare, print_json, readable, records, say
from gsomia_data.cli.folder import add_dir, dataset

_NAME, _ROWS = 12, 6
"""Widths of the first two columns: the longest name, and a number of rows in five digits."""


def declare(command: Declare) -> None:
    """Declare the command."""
    tables = command(
        "tables",
        _run,
        "list the tables: how many rows, and what a row is",
        "gsomia-data tables",
    )
    add_dir(tables)
    tables.add_argument(
        "--format", choices=("text", "json"), default="text", help="format (default: text)"
    )


def _run(options: argparse.Namespace) -> int:
    with readable():
        frame = dataset(options).tables()
    if options.format == "json":
        print_json(frame)
        return 0
    say(f"{'table':{_NAME}}{'rows':>{_ROWS}}  one row is")
    for row in records(frame):
        rows = f"{row['name']:{_NAME}}{row['rows']:>{_ROWS}}  "
        say(f"{rows}{row['row'].removeprefix('One row is ')}", hanging=len(rows))
    return 0
