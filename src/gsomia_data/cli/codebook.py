"""`codebook`: what each column and each code means."""

import argparse
from itertools import groupby

from gsomia_data.cli.arguments import add_format
from gsomia_data.cli.console import Declare, print_json, readable, records, say
from gsomia_data.cli.folder import add_dir, dataset


def declare(command: Declare) -> None:
    """Declare the command."""
    codebook = command(
        "codebook",
        _run,
        "define the columns and codes of a table, or of all tables",
        "gsomia-data codebook reactions",
    )
    codebook.add_argument(
        "table", metavar="TABLE", nargs="?", help="name of a table (default: all tables)"
    )
    add_dir(codebook)
    add_format(codebook)


def _run(options: argparse.Namespace) -> int:
    with readable():
        frame = dataset(options).codebook(options.table)
    if options.format == "json":
        print_json(frame)
        return 0
    for table, columns in groupby(records(frame), lambda row: row["table_name"]):
        say(table)
        for _, codes in groupby(columns, lambda row: row["column_name"]):
            first, *others = codes
            filled = ", always filled" if first["required"] == "True" else ""
            what = f"{first['column_name']} ({first['type']}{filled}): {first['meaning']}"
            say(what, 2, hanging=4)
            say(f"rests on: {first['rests_on']}", 4, hanging=4)
            for row in (first, *others):
                if row["code"]:
                    say(f"{row['code']}: {row['definition']}", 6, hanging=4)
    return 0
