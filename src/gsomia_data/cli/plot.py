"""`plot`: a figure as a file."""

import argparse
from pathlib import Path

from gsomia_data.cli.console import CannotRunError, Declare, readable, say, stop_on_sigterm
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
    plot.add_argument("target", metavar="TARGET", help="a new file, .svg, .pdf or .png")
    add_dir(plot)
    plot.add_argument("--force", action="store_true", help="replace an existing file")


def _run(options: argparse.Namespace) -> int:
    from gsomia_data._floor import atomic
    from gsomia_data._floor.phrases import either
    from gsomia_data.reading import plot
    from gsomia_data.reading.plot.formats import FORMATS

    format_ = Path(options.target).suffix.lower().removeprefix(".")
    if format_ not in FORMATS:
        there = either([f".{name}" for name in FORMATS])
        raise CannotRunError(f"{options.target}: a figure is a file whose name ends in {there}")
    stop_on_sigterm()
    place = atomic.prepare(options.target, is_folder=False, force=options.force)
    package = dataset(options)
    with readable(ModuleNotFoundError):
        drawn = plot.image(plot.timeline(dataset=package), format_)
    atomic.write_file(place, drawn, force=options.force)
    say(f"{options.target}: {len(drawn):,} bytes")
    return 0
