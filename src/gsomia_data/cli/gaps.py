"""`gaps`: the passages that are not accounted for yet."""

import argparse
import json
import sys

from gsomia_data.cli.console import CannotRunError, Declare, harmless
from gsomia_data.cli.folder import add_corpus, add_dir, package


def declare(command: Declare) -> None:
    """Declare the command."""
    gaps = command(
        "gaps",
        _run,
        "list the passages that are in no quote and no omission, as lines to paste",
        "gsomia-data gaps",
    )
    add_dir(gaps)
    add_corpus(gaps)
    gaps.add_argument(
        "--format", choices=("text", "json"), default="text", help="format (default: text)"
    )


def _run(options: argparse.Namespace) -> int:
    from gsomia_data.curation.desk.gaps import gaps
    from gsomia_data.curation.package.pieces import omission_line

    searched = package(options)
    if not searched.snapshot.texts:
        raise CannotRunError(
            "the corpus is not here, so nothing can be compared; name --corpus DIR"
        )
    found = list(gaps(searched))
    if options.format == "json":
        names = ("source_id", "start", "stop", "words")
        print(json.dumps([dict(zip(names, gap, strict=True)) for gap in found], indent=2))
        return 1 if found else 0
    for gap in found:
        print(harmless(omission_line(*gap)))
    if not found:
        print("no gaps: every character is in a quote or an omission", file=sys.stderr)
    return 1 if found else 0
