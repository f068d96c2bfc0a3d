"""Where the package's files are: inside the installed wheel, else in this checkout.

Standard library alone; both halves stand on it.
"""

import json
import os
from pathlib import Path, PurePosixPath

from gsomia_data._floor.damaged import undamaged
from gsomia_data._floor.nearest import shown

DESCRIPTOR = "datapackage.json"
Root = str | Path | None
"""Which package: the folder of a copy, or nothing for the own one."""


def root() -> Path:
    """Folder that holds ``datapackage.json``, ``dataset/`` and ``schemas/``.

    The wheel's own copy first, then the checkout two levels up; never the current folder.
    Raises ``FileNotFoundError`` where neither is there.
    """
    here = Path(__file__).resolve().parents[1]
    for folder in (here / "_package", here.parents[1]):
        if (folder / DESCRIPTOR).is_file() or (folder / "dataset").is_dir():
            return folder
    archive = next((one for one in here.parents if one.is_file()), None)
    if archive:
        raise FileNotFoundError(
            f"no table can be read inside the archive {archive}; unpack it, or install it by pip"
        )
    raise FileNotFoundError(
        f"no {DESCRIPTOR} beside {here}: the installation is incomplete; reinstall gsomia-data"
    )


def folder(place: Root = None) -> Path:
    """The folder of the package in ``place``; without one, of the own package.

    Raises as ``root`` and ``another``.
    """
    return root() if place is None else another(place)


def another(place: str | Path) -> Path:
    """The folder of the package in the folder ``place``, or of the descriptor ``place``.

    Raises ``TypeError`` for what is not a path, ``FileNotFoundError`` where no descriptor is there.
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
    """``path``, with ``~`` as the home folder; as shells do it, only where there is one."""
    return Path(os.path.expanduser(path))  # noqa: PTH111 - Path.expanduser fails without a home


def inside(package: Path, path: str) -> Path:
    """The file at ``path`` of a package.

    Raises ``ValueError`` where it leads out of the folder of the package: another's descriptor may
    not make this machine's files part of its data. So does a pipe, which would be waited for.
    """
    pure = PurePosixPath(path)
    strange = pure.is_absolute() or ".." in pure.parts or "\\" in path
    if strange or not (package / path).resolve().is_relative_to(package.resolve()):
        raise ValueError(f"the path {path!r} leads out of the package")
    found = package / path
    if found.exists() and not found.is_file():
        raise ValueError(f"{path} is not a file")
    return found


def file(package: Path, path: str) -> Path:
    """As ``inside``, and nothing that would be waited for: a pipe, a device.

    Raises ``ValueError``.
    """
    found = inside(package, path)
    if not found.is_file():
        raise ValueError(f"{path} is no file")
    return found


def version() -> str:
    """Version of the code: from the installed metadata, else (run from source) the descriptor's."""
    from importlib import metadata  # noqa: PLC0415 - costs more than everything else of `--help`

    try:
        return metadata.version("gsomia-data")
    except metadata.PackageNotFoundError:
        path = root() / DESCRIPTOR
        return str(json.loads(path.read_bytes())["version"]) if path.is_file() else "0"


@undamaged()
def table_names() -> list[str]:
    """Names of the tables in the order of the descriptor.

    Raises as ``root``, and ``DamagedError``.
    """
    read = json.loads(file(root(), DESCRIPTOR).read_bytes())
    return [str(one["name"]) for one in read["resources"]]
