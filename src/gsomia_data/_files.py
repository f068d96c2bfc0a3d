"""Where the package's files are: inside the installed wheel, else in this checkout.

Standard library alone; both halves stand on it.
"""

import json
from pathlib import Path

DESCRIPTOR = "datapackage.json"


def root() -> Path:
    """Folder that holds ``datapackage.json``, ``dataset/`` and ``schemas/``.

    The wheel's own copy first, then the checkout two levels up; never the current folder.
    Raises ``FileNotFoundError`` where neither is there.
    """
    here = Path(__file__).resolve().parent
    for folder in (here / "_package", here.parents[1]):
        if (folder / DESCRIPTOR).is_file() or (folder / "dataset").is_dir():
            return folder
    raise FileNotFoundError(
        f"no {DESCRIPTOR} beside {here}: the installation is incomplete; reinstall gsomia-data"
    )


def version() -> str:
    """Version of the code: from the installed metadata, else (run from source) the descriptor's."""
    from importlib import metadata  # noqa: PLC0415 - costs more than everything else of `--help`

    try:
        return metadata.version("gsomia-data")
    except metadata.PackageNotFoundError:
        path = root() / DESCRIPTOR
        return str(json.loads(path.read_bytes())["version"]) if path.is_file() else "0"


def table_names() -> list[str]:
    """Names of the tables in the order of the descriptor; none where there is no descriptor."""
    path = root() / DESCRIPTOR
    if not path.is_file():
        return []
    return [str(one["name"]) for one in json.loads(path.read_bytes())["resources"]]
