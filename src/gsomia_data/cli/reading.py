"""The commands of readers: the words behind a cell, where sources disagree, a search."""

import argparse
import json
import os
from itertools import groupby

from gsomia_data import _files
from gsomia_data._nearest import NotThereError, UnknownFormatError
from gsomia_data.cli.console import CannotRunError, Declare, harmless, records, say


def declare(command: Declare) -> None:
    """Declare the commands, in the order of `--help`."""
    evidence = command(
        "evidence",
        _evidence,
        "show the words on which a table, a row or a cell rests, with their document",
        "gsomia-data evidence polls gallup-korea-2016-11-oppose percent",
    )
    evidence.add_argument("table", metavar="TABLE")
    evidence.add_argument("record", metavar="KEY", nargs="?")
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

    cite = command(
        "cite",
        _cite,
        "cite the dataset or the articles it rests on",
        "gsomia-data cite bibtex --all",
    )
    cite.add_argument(
        "form",
        metavar="FORMAT",
        nargs="?",
        default="apa",
        help="apa (as it is without one), bibtex, ris or csl-json",
    )
    cited = cite.add_mutually_exclusive_group()
    cited.add_argument("--source", action="append", metavar="ID", help="this article instead")
    cited.add_argument("--all", action="store_true", help="the dataset and all its articles")

    path = command(
        "path",
        _path,
        "print the path of the descriptor, for other tools",
        "gsomia-data path",
    )
    path.add_argument("--format", choices=("text", "json"), default="text")


def _evidence(options: argparse.Namespace) -> int:
    import gsomia_data

    rows = records(lambda: gsomia_data.evidence(options.table, options.record, options.column))
    if options.format == "json":
        print(json.dumps(rows, ensure_ascii=True, indent=2))
        return 0
    if not rows:
        from gsomia_data.reading.evidence import unsupported

        for at, line in enumerate(unsupported(options.table, options.record, options.column)):
            say(line, 2 if at else 0)
    for at, (record, cells) in enumerate(groupby(rows, lambda row: row["record"])):
        if at:
            print()
        say(f"{options.table} {record}")
        for column, told in groupby(cells, lambda row: row["column"]):
            witnesses = sorted(told, key=lambda row: row["relation"] != "states")
            say(f"{column}: {witnesses[0]['value']}", 2)
            for row in witnesses:
                _witness(row)
    return 0


def _witness(row: dict[str, str]) -> None:
    """One row of evidence: what the words give, the quote with the words marked, the document."""
    from gsomia_data.text import occurrences

    say(f"{row['relation']} {row['says']} ({row['reading']}, {row['proof']})", 4)
    start, end = occurrences(row["quote"], row["words"])[int(row["occurrence"]) - 1]
    say(f"{row['quote'][:start]}[{row['quote'][start:end]}]{row['quote'][end:]}", 8)
    say(f"{row['publisher']}, {row['published']} (known from {row['published_from']})", 8)
    say(f"{row['title']}", 8)
    if row["url"]:
        say(row["url"], 8)
    if row["note"]:
        say(f"note: {row['note']}", 8)


def _conflicts(options: argparse.Namespace) -> int:
    import gsomia_data

    rows = records(gsomia_data.conflicts)
    if options.format == "json":
        print(json.dumps(rows, ensure_ascii=True, indent=2))
        return 0
    for cell, told in groupby(rows, lambda row: (row["table"], row["record"], row["column"])):
        listed = list(told)
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


def _find(options: argparse.Namespace) -> int:
    import gsomia_data

    rows = records(lambda: gsomia_data.find(options.words))
    if options.format == "json":
        print(json.dumps(rows, ensure_ascii=True, indent=2))
        return 0 if rows else 1
    for row in rows:
        say(f"{row['table']} {row['record'] or '-'} {row['column']}: {row['text']}")
    if not rows:
        say(f"nothing holds {options.words!r}")
    return 0 if rows else 1


def _cite(options: argparse.Namespace) -> int:
    from gsomia_data.reading import citing

    try:
        print(harmless(citing.told(options.form, options.source, everything=options.all)))
    except (UnknownFormatError, NotThereError) as error:
        raise CannotRunError(str(error.args[0])) from error
    except (KeyError, ValueError) as error:
        raise CannotRunError(f"the package is damaged ({error}); run gsomia-data check") from error
    return 0


def _path(options: argparse.Namespace) -> int:
    try:
        # In the C locale a path may hold bytes that this Python could not decode.
        path = os.fsencode(_files.root() / _files.DESCRIPTOR).decode("utf-8", "replace")
    except FileNotFoundError as error:
        raise CannotRunError(str(error)) from error
    print(json.dumps({"path": path}) if options.format == "json" else path)
    return 0
