"""Where the files of the package are: in the installed wheel, or else in this checkout.

Uses the standard library only.
"""

import json
import os
from pathlib import Path, PurePosixPath

from gsomia_data._floor.nearest import shown

DESCRIPTOR = "datapackage.json"


def root() -> Path:
    """The folder that holds ``datapackage.json``, ``dataset/`` and ``schemas/``.

    This is the copy in the wheel or, failing that, the checkout two levels up. It is never the
    current folder.

    Raises:
        FileNotFoundError: There is neither.
    """
    here = Path(__file__).resolve().parents[1]
    for folder in (here / "_package", here.parents[1]):
        if (folder / DESCRIPTOR).is_file() or (folder / "dataset").is_dir():
            return folder
    archive = next((one for one in here.parents if one.is_file()), None)
    if archive:
        raise FileNotFoundError(
            f"no table can be read inside the archive {archive}; unpack it, install it by pip, or "
            "give the folder of another copy to open()"
        )
    raise FileNotFoundError(
        f"no {DESCRIPTOR} beside {here}: the installation is incomplete; reinstall gsomia-data"
    )


def another(place: str | Path) -> Path:
    """The folder of a package; ``place`` is this folder or the ``datapackage.json`` in it.

    Raises:
        TypeError: ``place`` is not a path.
        FileNotFoundError: There is no ``datapackage.json``.
    """
    if not isinstance(place, str | os.PathLike):
        raise TypeError(f"{shown(place)} is not a folder: give the path of a package")
    found = expanded(place)
    if found.name == DESCRIPTOR:
        found = found.parent
    if not os.path.lexists(found / DESCRIPTOR):
        raise FileNotFoundError(f"{found} holds no {DESCRIPTOR}; name the folder of a package")
    return found


def expanded(path: str | Path) -> Path:
    """``path`` with ``~`` replaced by the home folder, if there is one, as in a shell."""
    return Path(os.path.expanduser(path))  # noqa: PTH111 - Path.expanduser fails without a home


def file(package: Path, path: str) -> Path:
    """The file at ``path`` in a package.

    Raises:
        ValueError: ``path`` leads out of the package, so that a foreign descriptor would make files
            of this machine part of its data; or it is not a regular file (a read from a pipe would
            never end).
    """
    found = package / path
    if not _is_inside(package, path):
        raise ValueError(f"the path {path!r} leads out of the package")
    if not found.is_file():
        raise ValueError(f"{path} is not a file")
    return found


def _is_inside(package: Path, path: str) -> bool:
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or "\\" in path:
        return False
    try:
        return (package / path).resolve().is_relative_to(package.resolve())
    except RuntimeError:  # Python before 3.13 says so of links that lead to each other
        return False


def version() -> str:
    """Version of the code: from the installed metadata, or from the descriptor in a checkout."""
    from importlib import metadata  # noqa: PLC0415 - costs more than everything else of `--help`

    try:
        return metadata.version("gsomia-data")
    except metadata.PackageNotFoundError:
        path = root() / DESCRIPTOR
        return str(json.loads(path.read_bytes())["version"]) if path.is_file() else "0"
