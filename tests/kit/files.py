"""The files of a package by path: in memory, or those of a folder seen in the same way."""

from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path

from gsomia_data.curation.build import generated
from gsomia_data.curation.checks import Report, run
from gsomia_data.curation.desk.fmt import formatted
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.snapshot import Snapshot

Files = MutableMapping[str, bytes]
"""Bytes by path."""
Where = Files | Path
"""Files in memory, or a folder that holds them."""
VERSION = "0.1.0"
"""Version of a package that does not give its own."""


class Folder(MutableMapping[str, bytes]):
    """The files under a folder; what is set or deleted here is written or deleted there."""

    def __init__(self, root: Path) -> None:
        """See the files under ``root``."""
        self.root = root

    def __getitem__(self, path: str) -> bytes:
        if not (self.root / path).is_file():
            raise KeyError(path)
        return (self.root / path).read_bytes()

    def __setitem__(self, path: str, data: bytes) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(data)

    def __delitem__(self, path: str) -> None:
        (self.root / path).unlink()

    def __iter__(self) -> Iterator[str]:
        paths = sorted(path for path in self.root.rglob("*") if path.is_file())
        return (path.relative_to(self.root).as_posix() for path in paths)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def files_of(where: Where) -> Files:
    """The files, wherever they are."""
    return Folder(where) if isinstance(where, Path) else where


def lay_out(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write files into ``folder``; answer ``folder``."""
    Folder(folder).update(files)
    return folder


def package(files: Mapping[str, bytes]) -> Package:
    """The package that consists of these files."""
    return Package(Snapshot.of(files, default_version=VERSION))


def checked(files: Mapping[str, bytes]) -> Report:
    """What all checks find in these files."""
    return run(package(files))


class RefusedError(Exception):
    """`fmt` or `build` refuses the files; the arguments are the findings."""


def fmt(files: Files) -> None:
    """Do as the command `fmt` does.

    Raises:
        RefusedError: It refuses; nothing is changed.
    """
    made, refused = formatted(package(files).snapshot)
    if refused:
        raise RefusedError(*refused)
    files.update(made)


def build(files: Files) -> None:
    """Do as the command `build` does in a folder with no page of its own.

    Raises:
        RefusedError: It refuses; nothing is changed.
    """
    made, refused = generated.made_from(package(files), {})
    if refused:
        raise RefusedError(*refused)
    files.update(made)


def freshen(files: Files) -> None:
    """Do as `fmt` and `build` do, except for pages that no check compares.

    Raises:
        RefusedError: `fmt` refuses; nothing is changed.
    """
    fmt(files)
    files.update(generated.packaged(package(files)))
