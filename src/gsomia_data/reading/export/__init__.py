"""Writing all tables for another program. Importing this module does not import pandas."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Literal, NamedTuple

from gsomia_data._floor import location
from gsomia_data._floor.nearest import demand_format

FormatName = Literal["parquet", "excel", "stata", "sqlite", "jsonl", "zip"]


class Format(NamedTuple):  # imports less than a dataclass, for `--help`
    """An export format.

    Attributes:
        suffix: Suffix of the files in the folder; empty if the export is one file.
        needs: The library that it needs, if any.
    """

    suffix: str = ""
    needs: str = ""


FORMATS: Mapping[FormatName, Format] = {
    "parquet": Format(suffix="parquet", needs="pyarrow"),
    "excel": Format(needs="openpyxl"),
    "stata": Format(suffix="dta"),
    "sqlite": Format(),
    "jsonl": Format(suffix="jsonl"),
    "zip": Format(),
}
"""The formats by name; the module of the same name makes the bytes."""


class Exported(NamedTuple):
    """The result of an export.

    Attributes:
        path: The file or folder that was written.
        rows: The number of rows, by table.
    """

    path: Path
    rows: Mapping[str, int]


def silent(_: str) -> None:
    """Report no progress."""


def export(
    format: FormatName,  # noqa: A002 - the word that users expect
    target: str | Path,
    *,
    force: bool = False,
    root: location.Root = None,
    progress: Callable[[str], None] = silent,
) -> Exported:
    """Write all tables to one file (excel, sqlite, zip) or to a folder (parquet, stata, jsonl).

    ``target`` ends up complete or unchanged.

    Args:
        format: ``parquet``, ``excel``, ``stata``, ``sqlite``, ``jsonl`` or ``zip``.
        target: Path of the new file or folder.
        force: Whether to replace a file, or a folder that holds an earlier export and nothing
            else.
        root: Folder of another copy of the package.
        progress: Function that is called with the name of each step.

    Returns:
        Where the export is (``path``) and the number of rows of each table (``rows``).

    Raises:
        FileExistsError: ``target`` exists and may not be replaced.
        OSError: ``target`` cannot be written.
        ModuleNotFoundError: A library that the format needs is not installed.
        ValueError: Unknown format, damaged package, or a value that the format cannot hold.
        TypeError: ``target`` is not a path.
    """
    from gsomia_data._floor import atomic  # noqa: PLC0415 - imports tempfile

    demand_format(format, FORMATS)
    root = location.folder(root)
    is_folder = bool(FORMATS[format].suffix)
    place = atomic.prepare(target, is_folder=is_folder, force=force)
    _demand(format)
    from gsomia_data.reading.export.contents import demand_apart, read  # noqa: PLC0415 - pandas

    contents = read(root, progress)
    demand_apart(place, contents)
    files = _announced(import_module(f"{__name__}.{format}").files(contents), place.name, progress)
    if is_folder:
        made_by = f"gsomia-data {contents.about['version']} {format}"
        atomic.write_folder(place, files, made_by, force=force)
    else:
        ((_, data),) = files
        atomic.write_file(place, data, force=force)
    return Exported(place, {table.name: len(table.frame) for table in contents.tables})


def _announced(
    files: Iterable[tuple[str, bytes]], target: str, progress: Callable[[str], None]
) -> Iterator[tuple[str, bytes]]:
    for name, data in files:
        progress(f"writing {name or target}")
        yield name, data


def _demand(format: FormatName) -> None:  # noqa: A002 - as above
    library = FORMATS[format].needs
    try:
        if library:
            import_module(library)
    except ModuleNotFoundError:
        raise ModuleNotFoundError(
            f"{format} needs the library {library}: pip install 'gsomia-data[export]'"
        ) from None
