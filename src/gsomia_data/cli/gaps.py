"""`gaps`: the passages that are not accounted for yet."""

import argparse
import json
import sys

from gsomia_data.cli.arguments import add_format
from gsomia_data.cli.console import CannotRunError, Declare
from gsomia_data.cli.folder import add_corpus, add_dir, package
from gsomia_data.cli.proposals import as_data, print_rows

_WHERE = """\
A sentence is a line for quotes.csv. What is recognised as a part of the page, and what a quote
leaves of its sentence, is a line for omissions.csv; replace REASON in it by the reason."""


def declare(command: Declare) -> None:
    """Declare the command."""
    gaps = command(
        "gaps",
        _run,
        "list the passages that are in no quote and no omission, as lines to paste",
        "gsomia-data gaps",
    )
    gaps.epilog = f"{gaps.epilog}\n\n{_WHERE}"
    add_dir(gaps)
    add_corpus(gaps)
    add_format(gaps)


def _run(options: argparse.Namespace) -> int:
    from gsomia_data.curation.desk.gaps import gaps

    searched = package(options)
    if not searched.snapshot.texts:
        raise CannotRunError(
            "the corpus is not here, so nothing can be compared; name --corpus DIR"
        )
    found = list(gaps(searched))
    if options.format == "json":
        print(json.dumps([as_data(searched, gap) for gap in found], indent=2))
        return 1 if found else 0
    print_rows(searched, found)
    if not found:
        print("no gaps: every character is in a quote or an omission", file=sys.stderr)
    return 1 if found else 0
