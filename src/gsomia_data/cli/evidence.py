"""`evidence`: the cells of a row, each with the words behind it."""

import argparse
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gsomia_data._floor.phrases import DATED, limited
from gsomia_data.cli.arguments import add_format
from gsomia_data.cli.console import Declare, readable, say
from gsomia_data.cli.folder import add_dir, files

if TYPE_CHECKING:
    from gsomia_data.reading.rows import Cell


def declare(command: Declare) -> None:
    """Declare the command."""
    evidence = command(
        "evidence",
        _run,
        "show a table, a row or a cell with the words behind each cell, or why there are none",
        "gsomia-data evidence polls gallup-korea-2016-11-oppose percent",
    )
    evidence.add_argument("table", metavar="TABLE", help="name of the table")
    evidence.add_argument("key", metavar="KEY", nargs="?", help="key of a row (default: all rows)")
    evidence.add_argument(
        "column", metavar="COLUMN", nargs="?", help="name of a column (default: all columns)"
    )
    add_dir(evidence)
    add_format(evidence)


def _run(options: argparse.Namespace) -> int:
    from dataclasses import asdict

    from gsomia_data.reading.rows import rows

    package = files(options)
    with readable():
        listed = rows(package, options.table, options.key, options.column)
    if options.format == "json":
        print(json.dumps([asdict(row) for row in listed], ensure_ascii=True, indent=2))
        return 0
    for at, row in enumerate(listed):
        if at:
            print()
        say(f"{row.table_name} {row.row_key} ({row.path}:{row.line})")
        for cell in row.cells:
            _print_cell(cell)
    return 0


def _print_cell(cell: "Cell") -> None:
    say(f"{cell.column_name}: {cell.value}".rstrip(), 2)
    if cell.why:
        say(cell.why, 4)
    for origin in cell.copied_from:
        say(f"its words: gsomia-data evidence {origin}", 4)
    for row in cell.evidence:
        _print_evidence(row)


def _print_evidence(row: Mapping[str, Any]) -> None:
    """The value that the words give, the quote with the words marked, and the document."""
    place = f"{row['path']}:{row['line']}"
    if row["rule"]:
        said = f"{row['relation']} {limited(row['bound'], row['says'])}"
        say(f"{said} ({row['rule']}, {row['firmness']}; {place})", 4)
    else:
        say(f"{row['relation']} ({place})", 4)
    if row["quote"]:
        say(_marked(row), 8)
        known = DATED.get(row["published_from"])  # none if there is no such source
        published = f"{row['published']} ({known})" if known else "there is no such source"
        say(f"{row['quote_id']}: {row['publisher']}, {published}", 8)
        say(row["title"], 8)
    else:
        say(f"there is no quote {row['quote_id']!r}", 8)
    if row["url"]:
        say(row["url"], 8)
    if row["note"]:
        say(f"note: {row['note']}", 8)


def _marked(row: Mapping[str, Any]) -> str:
    """The quote, with the words of the evidence in brackets."""
    from gsomia_data._floor.terminal import in_quotes

    quote, start, end = str(row["quote"]), row["start"], row["stop"]
    if start == "":
        return f"{quote} (the words {in_quotes(row['words'])} do not appear in it)"
    return f"{quote[:start]}[{quote[start:end]}]{quote[end:]}"
