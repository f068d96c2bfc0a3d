"""Which package a command works on."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gsomia_data import _files
from gsomia_data.cli.console import CannotRunError

if TYPE_CHECKING:
    from gsomia_data.curation.package import Package


def add_places(added: argparse.ArgumentParser) -> None:
    """Let a command of curators take the folders of a package and of its documents."""
    added.add_argument(
        "dir", nargs="?", type=Path, metavar="DIR", help="the package (default: the own one)"
    )
    added.add_argument(
        "--corpus", type=Path, metavar="DIR", help="the documents (default: DIR/corpus)"
    )


def package(options: argparse.Namespace) -> "Package":
    """The package as it is checked, whatever its state.

    Raises ``CannotRunError`` where there is none.
    """
    from gsomia_data.curation.package import Package
    from gsomia_data.curation.snapshot import NotAPackageError, read

    try:
        root = options.dir or _files.root()
        return Package(read(root, options.corpus, default_version=_files.version()))
    except (NotAPackageError, FileNotFoundError) as error:
        raise CannotRunError(f"{error}; name the folder of a package") from error


def writable(options: argparse.Namespace) -> "Package":
    """The package to write into: never the one that is installed.

    Raises ``CannotRunError``.
    """
    found = package(options)
    if found.snapshot.root.name == "_package":
        raise CannotRunError("the installed package is not written; name the folder of a checkout")
    return found
