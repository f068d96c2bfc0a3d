"""The commands that write for others: the tables for another program, the figures."""

import argparse
import sys
import time

from gsomia_data._terminal import visible
from gsomia_data.cli.console import CannotRunError, Declare, say, stop_on_sigterm
from gsomia_data.reading.export import FORMATS

_SOON = 0.5
"""Seconds; what is done sooner needs no progress."""


def declare(command: Declare) -> None:
    """Declare the commands, in the order of `--help`."""
    export = command(
        "export",
        _export,
        "write all tables for another program: for Excel, Stata, SQL and others",
        "gsomia-data export sqlite gsomia.sqlite",
    )
    export.add_argument("format", choices=tuple(FORMATS), metavar="FORMAT", help=", ".join(FORMATS))
    export.add_argument(
        "target", metavar="TARGET", help="a new file (excel, sqlite, zip) or folder"
    )
    export.add_argument(
        "--force", action="store_true", help="replace the file or folder of an earlier export"
    )

    plot = command(
        "plot",
        _plot,
        "draw a figure: the timeline",
        "gsomia-data plot timeline timeline.svg",
    )
    plot.add_argument("figure", choices=("timeline",), metavar="FIGURE", help="timeline")
    plot.add_argument("target", metavar="OUT", help="a new file, .svg or .png")
    plot.add_argument("--force", action="store_true", help="replace the file")


def _export(options: argparse.Namespace) -> int:
    from gsomia_data.reading.export import export

    stop_on_sigterm()
    progress = _Progress()
    try:
        done = export(options.format, options.target, force=options.force, progress=progress)
    except (ModuleNotFoundError, ValueError) as error:
        raise CannotRunError(str(error)) from error
    finally:
        progress.clear()
    rows = sum(done.rows.values())
    say(f"{options.target}: {len(done.rows)} tables, {rows:,} rows")
    return 0


def _plot(options: argparse.Namespace) -> int:
    from pathlib import Path

    from gsomia_data import _atomic, plot

    format_ = Path(options.target).suffix.lower().removeprefix(".")
    if format_ not in plot.FORMATS:
        there = " or ".join(f".{name}" for name in plot.FORMATS)
        raise CannotRunError(f"{options.target}: a figure is a file whose name ends in {there}")
    stop_on_sigterm()
    place = _atomic.prepare(options.target, is_folder=False, force=options.force)
    try:
        drawn = plot.image(plot.timeline(), format_)
    except ModuleNotFoundError as error:
        raise CannotRunError(str(error)) from error
    except (KeyError, ValueError) as error:
        raise CannotRunError(f"the package is damaged ({error}); run gsomia-data check") from error
    _atomic.write_file(place, drawn, force=options.force)
    say(f"{options.target}: {len(drawn):,} bytes")
    return 0


class _Progress:
    """One line on the terminal that tells the step, where the work lasts."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._shown = False

    def __call__(self, step: str) -> None:
        if sys.stderr.isatty() and time.monotonic() - self._began > _SOON:
            self._shown = True
            print(f"\r\x1b[K{visible(step)} ...", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
