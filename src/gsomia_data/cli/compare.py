"""`compare`: how far two codings of the same documents agree."""

import argparse
import json
from typing import TYPE_CHECKING

from gsomia_data._floor import location
from gsomia_data._floor.terminal import visible
from gsomia_data.cli.arguments import add_format
from gsomia_data.cli.console import CannotRunError, Declare

if TYPE_CHECKING:
    from gsomia_data.curation.desk.compare import Difference


def declare(command: Declare) -> None:
    """Declare the command."""
    compare = command(
        "compare",
        _run,
        "compare two codings of the same documents: precision, recall, agreement, alpha",
        "gsomia-data compare docs/second-coding/before docs/second-coding --differences",
    )
    for name in ("a", "b"):
        compare.add_argument(
            name,
            type=location.expanded,
            metavar=name.upper(),
            help="a package, or a folder of its tables",
        )
    compare.add_argument("--differences", action="store_true", help="list each cell that differs")
    add_format(compare)


def _run(options: argparse.Namespace) -> int:
    from dataclasses import asdict

    from gsomia_data.curation.desk import coding, compare

    try:
        comparison = compare.compare(coding.read(options.a), coding.read(options.b))
        figures = list(comparison.figures())
    except coding.NotACodingError as error:
        raise CannotRunError(str(error)) from error
    except ImportError:
        raise CannotRunError(
            "alpha needs the library krippendorff: pip install 'gsomia-data[compare]'"
        ) from None
    differences = list(comparison.differences())
    if options.format == "json":
        listed = [asdict(one) for one in differences]
        shown = {"figures": [asdict(one) for one in figures], "differences": listed}
        print(json.dumps(shown, ensure_ascii=True, indent=2))
        return 0
    print("\n".join(compare.page(comparison)))
    if options.differences:
        print()
        for one in differences:
            print(visible(_difference(one)))
    print(f"\n{len(differences)} differences")
    return 0


def _difference(one: "Difference") -> str:
    if not one.column:
        return f"{one.table}: {one.first or one.second} only in {'A' if one.first else 'B'}"
    where = f"{one.table} {one.first} / {one.second} {one.column}"
    return f"{where}: {one.first_value!r} in A, {one.second_value!r} in B"
