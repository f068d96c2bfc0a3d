"""The package that a command works on: `--dir`, the same for readers and for curators."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gsomia_data._floor import location
from gsomia_data.cli.console import CannotRunError

if TYPE_CHECKING:
    from gsomia_data.curation.package.joined import Package
    from gsomia_data.reading.dataset import Dataset
    from gsomia_data.reading.files import Files


def add_dir(added: argparse.ArgumentParser) -> None:
    """Let a command take the folder of a package."""
    added.add_argument(
        "--dir",
        type=location.expanded,
        metavar="DIR",
        help="folder of the package (default: the installed one, or this checkout)",
    )


def add_corpus(added: argparse.ArgumentParser) -> None:
    """Let a command take the folder of the documents."""
    added.add_argument(
        "--corpus",
        type=location.expanded,
        metavar="CORPUS",
        help="folder of the documents (default: DIR/corpus)",
    )


def files(options: argparse.Namespace) -> "Files":
    """The files of the package for readers. Does not import pandas.

    Raises:
        CannotRunError: There is no such package.
    """
    from gsomia_data.reading.files import Files

    return Files(described(options))


def described(options: argparse.Namespace) -> Path:
    """The folder of the package, which has a descriptor.

    Raises:
        CannotRunError: There is no such package.
    """
    try:
        return location.another(options.dir or location.root()).absolute()
    except FileNotFoundError as error:
        raise CannotRunError(str(error)) from error


def dataset(options: argparse.Namespace) -> "Dataset":
    """The package for readers.

    Raises:
        CannotRunError: There is no such package.
    """
    from gsomia_data.reading.dataset import Dataset

    return Dataset(described(options))


def package(options: argparse.Namespace) -> "Package":
    """The package for curators, whatever its state.

    Raises:
        CannotRunError: There is no such package.
    """
    from gsomia_data.curation.package.joined import Package
    from gsomia_data.curation.package.snapshot import NotAPackageError, read

    try:
        root = options.dir or location.root()
        return Package(read(root, options.corpus, default_version=location.version()))
    except (NotAPackageError, FileNotFoundError) as error:
        raise CannotRunError(f"{error}; name the folder of a package: --dir DIR") from error


def no_document(searched: "Package", source: str) -> CannotRunError:
    """What says that a document is not there, and which ones are."""
    known = ", ".join(sorted(searched.snapshot.texts)) or "none: the corpus is not here"
    return CannotRunError(f"there is no document {source!r}; known are {known}")


def writable(options: argparse.Namespace) -> "Package":
    """The package to write into, which is never the installed one.

    Raises:
        CannotRunError: There is no such package, or it is the installed one.
    """
    chosen = package(options)
    if chosen.snapshot.root.name == "_package":
        message = "the installed package is never changed; name the folder of a checkout: --dir DIR"
        raise CannotRunError(message)
    return chosen
