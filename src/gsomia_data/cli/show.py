"""`show`: rows with each cell's quote beside it."""

import argparse
import json

from gsomia_data._floor import location
from gsomia_data._floor.nearest import hint
from gsomia_data.cli.console import CannotRunError, Declare, say
from gsomia_data.cli.folder import package


def declare(command: Declare) -> None:
    """Declare the command."""
    show = command(
        "show",
        _run,
        "show rows with each cell's quote beside it",
        "gsomia-data show polls gallup-korea-2016-11-oppose",
    )
    show.add_argument("table", metavar="TABLE")
    show.add_argument("key", metavar="KEY", nargs="?")
    show.add_argument("--format", choices=("text", "json"), default="text")
    show.add_argument("--dir", type=location.expanded, metavar="DIR", help="the package")
    show.add_argument("--corpus", type=location.expanded, metavar="DIR", help="the documents")


def _run(options: argparse.Namespace) -> int:
    from gsomia_data.curation.schema.models import TABLES
    from gsomia_data.curation.showing import shown, told

    found = package(options)
    if options.table not in TABLES:
        raise CannotRunError(f"there is no table {options.table!r}{hint(options.table, TABLES)}")
    sheet = found.snapshot.sheets.get(options.table)
    if sheet is None or sheet.faults:
        raise CannotRunError(f"{TABLES[options.table].path} cannot be read; run gsomia-data check")
    try:
        rows = shown(found, options.table, options.key)
    except KeyError:
        near = hint(options.key, found.keyed[options.table])
        raise CannotRunError(f"{options.table} has no row {options.key!r}{near}") from None
    if options.format == "json":
        print(json.dumps(rows, ensure_ascii=True, indent=2))
    else:
        for line in told(rows):
            bare = line.lstrip(" ")
            say(bare, len(line) - len(bare))
    return 0
