"""`diff`: the values corrected from one package to another."""

import argparse
import json

from gsomia_data._floor import location
from gsomia_data._floor.terminal import visible
from gsomia_data.cli.arguments import add_format
from gsomia_data.cli.console import CannotRunError, Declare


def declare(command: Declare) -> None:
    """Declare the command."""
    diff = command(
        "diff",
        _run,
        "list the values corrected between two packages, for the changelog",
        "gsomia-data diff ../gsomia-data-0.1.0 .",
    )
    for name in ("old", "new"):
        diff.add_argument(name, type=location.expanded, metavar=name.upper(), help="a package")
    add_format(diff)


def _run(options: argparse.Namespace) -> int:
    from dataclasses import asdict

    from gsomia_data.curation.desk import diff
    from gsomia_data.curation.package.joined import Package
    from gsomia_data.curation.package.snapshot import NotAPackageError, read

    try:
        old, new = (
            Package(read(folder, default_version=location.version()))
            for folder in (options.old, options.new)
        )
        found = diff.diff(old, new)
    except (NotAPackageError, diff.UnreadableError) as error:
        raise CannotRunError(str(error)) from error
    if options.format == "json":
        print(json.dumps([asdict(one) for one in found], ensure_ascii=True, indent=2))
    else:
        print("\n".join(map(visible, diff.section(found))))
    return 0
