"""`cite`: citations to paste."""

import argparse

from gsomia_data._floor.nearest import UnknownFormatError
from gsomia_data.cli.console import Declare, harmless, readable
from gsomia_data.cli.folder import add_dir, files


def declare(command: Declare) -> None:
    """Declare the command."""
    cite = command(
        "cite",
        _run,
        "cite the dataset or the articles it rests on",
        "gsomia-data cite bibtex --all",
    )
    cite.add_argument(
        "form",
        metavar="FORMAT",
        nargs="?",
        default="apa",
        help="apa (the default), bibtex, ris or csl-json",
    )
    cited = cite.add_mutually_exclusive_group()
    cited.add_argument("--source", action="append", metavar="ID", help="cite this article instead")
    cited.add_argument("--all", action="store_true", help="cite the dataset and all its articles")
    add_dir(cite)


def _run(options: argparse.Namespace) -> int:
    from gsomia_data.reading.citing import citations

    package = files(options)
    with readable(UnknownFormatError):
        cited = citations(package, options.form, options.source or (), everything=options.all)
    print(harmless(cited))
    return 0
