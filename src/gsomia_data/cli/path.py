"""`path`: the descriptor, for other tools."""

import argparse
import json
import os

from gsomia_data._floor import location
from gsomia_data.cli.arguments import add_format
from gsomia_data.cli.console import Declare
from gsomia_data.cli.folder import add_dir, described


def declare(command: Declare) -> None:
    """Declare the command."""
    path = command(
        "path",
        _run,
        "print the path of the descriptor, for other tools",
        "gsomia-data path",
    )
    add_dir(path)
    add_format(path)


def _run(options: argparse.Namespace) -> int:
    # In the C locale a path may hold bytes that this Python could not decode.
    path = os.fsencode(described(options) / location.DESCRIPTOR).decode("utf-8", "replace")
    print(json.dumps({"path": path}) if options.format == "json" else path)
    return 0
