"""`conflicts`: the cells on which sources disagree."""

import argparse
import json
from itertools import groupby

from gsomia_data.cli.console import Declare, readable, records, say
from gsomia_data.cli.folder import add_dir, dataset


def declare(command: Declare) -> None:
    """Declare the command."""
    conflicts = command(
        "conflicts",
        _run,
        "list the cells on which sources disagree, with the words of each source",
        "gsomia-data conflicts --format json",
    )
    add_dir(conflicts)
    conflicts.add_argument(
        "--format", choices=("text", "json"), default="text", help="format (default: text)"
    )


def _run(options: argparse.Namespace) -> int:
    with readable():
        rows = records(dataset(options).conflicts())
    if options.format == "json":
        print(json.dumps(rows, ensure_ascii=True, indent=2))
        return 0
    for cell, group in groupby(
        rows, lambda row: (row["table_name"], row["row_key"], row["column_name"])
    ):
        listed = list(group)
        say(f"{' '.join(cell)}: {listed[0]['value']}")
        for row in listed:
            who = f"{row['publisher']} ({row['source_id']})" if row["source_id"] else "the tables"
            say(f"{row['relation']}, {who}: {row['says']}", 4)
            if row["quote"]:
                say(row["quote"], 8)
            if row["note"] and row["note"].strip(' ".') != row["says"]:
                say(f"note: {row['note']}", 8)
        print()
    return 0
