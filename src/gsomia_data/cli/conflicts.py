"""`conflicts`: where the documents disagree."""

import argparse
import json
from collections.abc import Mapping, Sequence
from itertools import groupby

from gsomia_data._floor.phrases import limited
from gsomia_data.cli.arguments import add_format
from gsomia_data.cli.console import Declare, readable, records, say
from gsomia_data.cli.folder import add_dir, dataset

Row = Mapping[str, str]


def declare(command: Declare) -> None:
    """Declare the command."""
    conflicts = command(
        "conflicts",
        _run,
        "list where documents disagree, and what is perhaps one, with the words of each side",
        "gsomia-data conflicts --format json",
    )
    add_dir(conflicts)
    add_format(conflicts)


def _run(options: argparse.Namespace) -> int:
    with readable():
        rows = records(dataset(options).conflicts().astype("string"))
    if options.format == "json":
        print(json.dumps(rows, ensure_ascii=True, indent=2))
        return 0
    for (conflict, kind), group in groupby(rows, lambda row: (row["conflict"], row["kind"])):
        sides = [list(side) for _, side in groupby(group, _place)]
        if conflict == _place(sides[0][0]):
            _say(f"{kind}: {_cell(sides[0][0])}")
            _print_passages(sides[0])
        else:
            _say(f"{kind}: {conflict}")
            for side in sides:
                _say(_cell(side[0]), 2)
                _say("" if side[0]["column_name"] else side[0]["label"], 4)
                _say(f"note: {side[0]['note']}" if side[0]["note"] else "", 4)
                _print_passages([{**row, "note": ""} for row in side])
        print()
    return 0


def _place(row: Row) -> str:
    return " ".join(row[name] for name in ("table_name", "row_key", "column_name")).rstrip()


def _cell(row: Row) -> str:
    """The place and the value of a side, with what bounds it."""
    limits = [row[name] for name in ("bound", "period") if row[name] not in ("", row["value"])]
    value = f": {row['value']}" if row["value"] else ""
    return f"{_place(row)}{value}" + (f" ({', '.join(limits)})" if limits else "")


def _print_passages(passages: Sequence[Row]) -> None:
    for row in passages:
        if not row["words"]:
            _say(row["relation"] and f"{row['relation']} from other cells", 4)
            continue
        words = f'"{row["words"]}"'
        said = limited(row["says_bound"], row["says"])
        what = words if said in ("", row["words"]) else f"{said}, {words}"
        who = f"{row['publisher']} ({row['source_id']}), {row['published']}"
        _say(f"{row['relation']}, {who}: {what}", 4)
        _say(row["quote"], 8)
        _say(f"note: {row['note']}" if row["note"] else "", 8)


def _say(text: str, indent: int = 0) -> None:
    """Print a line, if there is one."""
    if text:
        say(text, indent)
