"""`export`: all tables for another program."""

import argparse

from gsomia_data.cli.console import CannotRunError, Declare, Progress, say, stop_on_sigterm
from gsomia_data.cli.folder import add_dir, files
from gsomia_data.reading.export import FORMATS


def declare(command: Declare) -> None:
    """Declare the command."""
    export = command(
        "export",
        _run,
        "write all tables for another program, such as Excel, Stata or SQLite",
        "gsomia-data export sqlite gsomia.sqlite",
    )
    export.add_argument("format", choices=tuple(FORMATS), metavar="FORMAT", help=", ".join(FORMATS))
    files = "".join(
        f"; for {name} a new {' or '.join(about.endings)}"
        for name, about in FORMATS.items()
        if about.endings
    )
    export.add_argument("target", metavar="TARGET", help=f"a new folder{files}")
    add_dir(export)
    export.add_argument(
        "--force", action="store_true", help="replace the file or folder of an earlier export"
    )


def _run(options: argparse.Namespace) -> int:
    from gsomia_data.reading.export import export

    package = files(options)
    stop_on_sigterm()
    progress = Progress()
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
