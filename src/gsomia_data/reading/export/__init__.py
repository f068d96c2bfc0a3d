"""Writing all tables for another program. Importing this module does not import pandas."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from gsomia_data._floor.nearest import RefusedError, demand_format
from gsomia_data._floor.phrases import either
from gsomia_data._floor.terminal import silent

if TYPE_CHECKING:
    from gsomia_data.reading.files import Files

FormatName = Literal["parquet", "excel", "stata", "sqlite", "datasette", "csv", "jsonl", "zip"]


class Format(NamedTuple):  # imports less than a dataclass, for `--help`
    """An export format.

    Attributes:
        endings: Endings of the name of the one file, the usual one first; empty if the export is a
            folder.
        holds: Endings of the files in the folder.
        needs: The library that it needs, if any.
        adds_tables: Whether it adds the tables ``cells`` and ``reports``.
    """

    endings: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    needs: str = ""
    adds_tables: bool = True


FORMATS: Mapping[FormatName, Format] = {
    "parquet": Format(holds=(".parquet",), needs="pyarrow"),
    "excel": Format((".xlsx",), needs="openpyxl"),
    "stata": Format(holds=(".dta",)),
    "sqlite": Format((".sqlite", ".sqlite3", ".db")),
    "datasette": Format(holds=(".db", ".json")),
    "csv": Format(holds=(".csv",)),
    "jsonl": Format(holds=(".jsonl",)),
    "zip": Format((".zip",), adds_tables=False),
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


def export(
    files: "Files",
    format: FormatName,  # noqa: A002 - the word that users expect
    target: str | Path,
    *,
    force: bool = False,
    progress: Callable[[str], None] = silent,
) -> Exported:
    """Write all tables to ``target``, which ends up complete or unchanged."""
    from gsomia_data._floor import atomic  # noqa: PLC0415 - imports tempfile

    demand_format(format, FORMATS)
    _demand_ending(format, target)
    is_folder = not FORMATS[format].endings
    place = atomic.prepare(target, is_folder=is_folder, force=force)
    _demand(format)
    from gsomia_data.reading.export.contents import read  # noqa: PLC0415 - pandas

    contents = read(files, progress, adds_tables=FORMATS[format].adds_tables)
    files.demand_apart(place)
    made = _announced(import_module(f"{__name__}.{format}").files(contents), place.name, progress)
    if is_folder:
        made_by = f"gsomia-data {contents.about['version']} {format}"
        atomic.write_folder(place, made, made_by, force=force)
    else:
        ((_, data),) = made
        atomic.write_file(place, data, force=force)
    return Exported(place, {table.name: len(table.frame) for table in contents.data})


def _demand_ending(format: FormatName, target: object) -> None:  # noqa: A002 - as above
    """Refuse a name by which other programs would take the export for something else."""
    name = Path(target).name if isinstance(target, str | os.PathLike) else ""
    if name in {"", ".."}:  # which is refused as what it is
        return
    ending = Path(name).suffix.lower()
    known = {one for about in FORMATS.values() for one in (*about.endings, *about.holds)}
    plain = Path(name).stem if ending in known else name
    endings = FORMATS[format].endings
    if endings and ending not in endings:
        why = f"{format} writes {either(endings)}; name it {plain}{endings[0]}"
        raise RefusedError(f"{target}: {why}")
    if not endings and plain != name:
        raise RefusedError(f"{target}: {format} writes a folder; name it {plain}")


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
