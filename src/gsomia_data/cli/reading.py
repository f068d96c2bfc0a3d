"""The commands of readers: the words behind a cell, where sources disagree, a search."""

import argparse
import json
from itertools import groupby

from gsomia_data import _files
from gsomia_data._terminal import visible
from gsomia_data.cli.console import CannotRunError, Declare, records


def declare(command: Declare) -> None:
    """Declare the commands, in the order of `--help`."""
    evidence = command(
        "evidence",
        _evidence,
        "show the words on which a row or a cell rests, with their document",
        "gsomia-data evidence polls gallup-korea-2016-11-oppose percent",
    )
    evidence.add_argument("table", metavar="TABLE")
    evidence.add_argument("record", metavar="KEY")
    evidence.add_argument("column", metavar="COLUMN", nargs="?")
    evidence.add_argument("--format", choices=("text", "json"), default="text")

    conflicts = command(
        "conflicts",
        _conflicts,
        "list where sources disagree, each source's words side by side",
        "gsomia-data conflicts --format json",
    )
    conflicts.add_argument("--format", choices=("text", "json"), default="text")

    find = command(
        "find",
        _find,
        "search names, labels, quotes and definitions",
        'gsomia-data find "Blue House"',
    )
    find.add_argument("words", metavar="WORDS")
    find.add_argument("--format", choices=("text", "json"), default="text")

    command(
        "path",
        _path,
        "print the path of the descriptor, for other tools",
        "gsomia-data path",
    )


def _evidence(options: argparse.Namespace) -> int:
    import gsomia_data

    rows = records(lambda: gsomia_data.evidence(options.table, options.record, options.column))
    if options.format == "json":
        print(json.dumps(rows, ensure_ascii=True, indent=2))
        return 0
    if not rows:
        print("no evidence: a key, a derived or a curatorial cell needs none")
    for column, told in groupby(rows, lambda row: row["column"]):
        listed = list(told)
        print(visible(f"{column}: {listed[0]['value']}"))
        for row in listed:
            dated = f"{row['published']}, known from {row['published_from']}"
            print(
                visible(f"    {row['relation']} {row['says']} ({row['reading']}, {row['proof']})")
            )
            print(visible(f"        {row['quote']}"))
            print(visible(f"        words: {row['words']}"))
            print(visible(f"        {row['publisher']}, {row['title']} ({dated}) {row['url']}"))
            if row["note"]:
                print(visible(f"        note: {row['note']}"))
    return 0


def _conflicts(options: argparse.Namespace) -> int:
    import gsomia_data

    rows = records(gsomia_data.conflicts)
    if options.format == "json":
        print(json.dumps(rows, ensure_ascii=True, indent=2))
        return 0
    for cell, told in groupby(rows, lambda row: (row["table"], row["record"], row["column"])):
        listed = list(told)
        print(visible(f"{' '.join(cell)}: {listed[0]['value']}"))
        for row in listed:
            who = f"{row['publisher']} ({row['source_id']})" if row["source_id"] else "the tables"
            print(visible(f"    {row['relation']}, {who}: {row['says']}"))
            if row["quote"]:
                print(visible(f"        {row['quote']}"))
            if row["note"]:
                print(visible(f"        note: {row['note']}"))
        print()
    return 0


def _find(options: argparse.Namespace) -> int:
    import gsomia_data

    rows = records(lambda: gsomia_data.find(options.words))
    if options.format == "json":
        print(json.dumps(rows, ensure_ascii=True, indent=2))
    else:
        for row in rows:
            print(visible(f"{row['table']} {row['record'] or '-'} {row['column']}: {row['text']}"))
        if not rows:
            print(visible(f"nothing holds {options.words!r}"))
    return 0 if rows else 1


def _path(_: argparse.Namespace) -> int:
    try:
        print(_files.root() / _files.DESCRIPTOR)
    except FileNotFoundError as error:
        raise CannotRunError(str(error)) from error
    return 0
