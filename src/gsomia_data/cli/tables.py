"""`tables`: what there is to read."""

import argparse

from gsomia_data.cli.arguments import add_format
from gsomia_data.cli.console import Declare, print_json, readable, records, say
from gsomia_data.cli.folder import add_dir, dataset

_BESIDE = ("columns", "key", "row")
"""Columns of `Dataset.tables()` that are not printed, or at the end of the line."""


def declare(command: Declare) -> None:
    """Declare the command."""
    tables = command(
        "tables",
        _run,
        "list the tables: how many rows, and what a row is",
        "gsomia-data tables",
    )
    add_dir(tables)
    add_format(tables)


def _run(options: argparse.Namespace) -> int:
    with readable():
        frame = dataset(options).tables()
    if options.format == "json":
        print_json(frame)
        return 0
    shown = [str(name) for name in frame if name not in _BESIDE]
    named = {**{name: name for name in shown}, "name": "table", "row": "one row is"}
    rows = [named, *records(frame)]
    sides = {name: ">" if frame[name].dtype.kind in "iu" else "<" for name in shown}
    widths = {name: max(len(row[name]) for row in rows) for name in shown}
    for row in rows:
        before = "".join(f"{row[name]:{sides[name]}{widths[name]}}  " for name in shown)
        say(f"{before}{row['row'].removeprefix('One row is ')}", hanging=4)
    return 0
