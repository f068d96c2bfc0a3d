"""`timeline`: the dated events in order."""

import argparse

from gsomia_data.cli.arguments import add_format
from gsomia_data.cli.console import Declare, print_json, readable, records, say
from gsomia_data.cli.folder import add_dir, dataset

_DETAILS = {
    "agreement": "agreement",
    "actor_name": "actor",
    "said_by_name": "said by",
    "sources": "sources",
    "date_id": "key",
}
"""What is printed below an event, with its label."""


def declare(command: Declare) -> None:
    """Declare the command."""
    timeline = command(
        "timeline",
        _run,
        "list the dated events in order; uncertain dates stay uncertain",
        "gsomia-data timeline",
    )
    add_dir(timeline)
    add_format(timeline)


def _run(options: argparse.Namespace) -> int:
    with readable():
        frame = dataset(options).timeline()
    if options.format == "json":
        print_json(frame)
        return 0
    from gsomia_data._floor.edtf import parse
    from gsomia_data._floor.edtf_words import in_words

    with readable():
        days = [in_words(parse(date)) for date in frame["date"].fillna("")]
    for day, row in zip(days, records(frame), strict=True):
        say(f"{day}: {row['title']} ({row['status']})", hanging=4)
        for column, label in _DETAILS.items():
            if row[column]:
                say(f"{label}: {row[column]}", 4, hanging=4)
    return 0
