"""`export`: all tables for another program."""

import argparse
import sys
import time

from gsomia_data._floor.terminal import visible
from gsomia_data.cli.console import CannotRunError, Declare, say, stop_on_sigterm
from gsomia_data.cli.folder import add_dir, files
from gsomia_data.reading.export import FORMATS

_SOON = 0.5
"""Seconds; work that takes less time shows no progress."""


def declare(command: Declare) -> None:
    """Declare the command."""
    export = command(
        "export",
        _run,
        "write all tables for another program, such as Excel, Stata or SQLite",
        "gsomia-data export sqlite gsomia.sqlite",
    )
    export.add_argument("format", choices=tuple(FORMATS), metavar="FORMAT", help=", ".join(FORMATS))
    export.add_argument(
        "target", metavar="TARGET", help="a new file (excel, sqlite, zip) or folder"
    )
    add_dir(export)
    export.add_argument(
        "--force", action="store_true", help="replace the file or folder of an earlier export"
    )


def _run(options: argparse.Namespace) -> int:
    from gsomia_data.reading.export import export

    package = files(options)
    stop_on_sigterm()
    progress = _Progress()
    try:
        done = export(
            package, options.format, options.target, force=options.force, progress=progress
        )
    except (ModuleNotFoundError, ValueError) as error:
        raise CannotRunError(str(error)) from error
    finally:
        progress.clear()
    rows = sum(done.rows.values())
    say(f"{options.target}: {len(done.rows)} tables, {rows:,} rows")
    return 0


class _Progress:
    """One line on the terminal that names the current step, if the work takes long."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._shown = False

    def __call__(self, step: str) -> None:
        if sys.stderr.isatty() and time.monotonic() - self._began > _SOON:
            self._shown = True
            print(f"\r\x1b[K{visible(step)} ...", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Remove the line."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
