"""`evidence`: the words behind a cell."""

import argparse
import json
from itertools import groupby

from gsomia_data.cli.console import Declare, readable, records, say
from gsomia_data.cli.folder import add_dir, dataset


def declare(command: Declare) -> None:
    """Declare the command."""
    evidence = command(
        "evidence",
        _run,
        "show the words on which a table, a row or a cell rests, with their document",
        "gsomia-data evidence polls gallup-korea-2016-11-oppose percent",
    )
    evidence.add_argument("table", metavar="TABLE")
    evidence.add_argument("record", metavar="KEY", nargs="?")
    evidence.add_argument("column", metavar="COLUMN", nargs="?")
    add_dir(evidence)
    evidence.add_argument("--format", choices=("text", "json"), default="text")


def _run(options: argparse.Namespace) -> int:
    with readable():
        rows = records(dataset(options).evidence(options.table, options.record, options.column))
    if options.format == "json":
        print(json.dumps(rows, ensure_ascii=True, indent=2))
        return 0
    if not rows:
        from gsomia_data.reading.evidence import unsupported

        for at, line in enumerate(unsupported(options.table, options.record, options.column)):
            say(line, 2 if at else 0)
    for at, (record, cells) in enumerate(groupby(rows, lambda row: row["row_key"])):
        if at:
            print()
        say(f"{options.table} {record}")
        for column, told in groupby(cells, lambda row: row["column_name"]):
            witnesses = sorted(told, key=lambda row: row["relation"] != "supports")
            say(f"{column}: {witnesses[0]['value']}", 2)
            for row in witnesses:
                _witness(row)
    return 0


def _witness(row: dict[str, str]) -> None:
    """One row of evidence: what the words give, the quote with the words marked, the document."""
    from gsomia_data._floor.text import occurrences

    say(f"{row['relation']} {row['says']} ({row['rule']}, {row['firmness']})", 4)
    start, end = occurrences(row["quote"], row["words"])[int(row["nth"]) - 1]
    say(f"{row['quote'][:start]}[{row['quote'][start:end]}]{row['quote'][end:]}", 8)
    say(f"{row['publisher']}, {row['published']} (known from {row['published_from']})", 8)
    say(f"{row['title']}", 8)
    if row["url"]:
        say(row["url"], 8)
    if row["note"]:
        say(f"note: {row['note']}", 8)
