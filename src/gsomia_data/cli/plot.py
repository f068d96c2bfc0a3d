"""`plot`: a figure as a file."""

import argparse
import signal
from pathlib import Path

from gsomia_data.cli.console import CannotRunError, Declare, readable, say
from gsomia_data.cli.folder import add_dir, dataset


def declare(command: Declare) -> None:
    """Declare the command."""
    plot = command(
        "plot",
        _run,
        "draw a figure: the timeline",
        "gsomia-data plot timeline timeline.svg",
    )
    plot.add_argument("figure", choices=("timeline",), metavar="FIGURE", help="timeline")
    plot.add_argument("target", metavar="TARGET", help="a new file, .svg or .png")
    add_dir(plot)
    plot.add_argument("--force", action="store_true", help="replace the file")


def _run(options: argparse.Namespace) -> int:
    from gsomia_data import plot
    from gsomia_data.reading.export import aside

    format_ = Path(options.target).suffix.lower().removeprefix(".")
    if format_ not in plot.FORMATS:
        there = " or ".join(f".{name}" for name in plot.FORMATS)
        raise CannotRunError(f"{options.target}: a figure is a file whose name ends in {there}")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # stopped either way, it clears up
    place = aside.place(options.target, is_folder=False, force=options.force, suffixes=frozenset())
    package = dataset(options)
    with readable(ModuleNotFoundError):
        drawn = plot.image(plot.timeline(events=package.timeline()), format_)
    aside.write(place, [("", drawn)], frozenset(), frozenset(), lambda _: None)
    say(f"{options.target}: {len(drawn):,} bytes")
    return 0
