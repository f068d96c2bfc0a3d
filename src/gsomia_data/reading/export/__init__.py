"""Writing all tables for another program. Importing this module does not import pandas."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from gsomia_data._floor.nearest import demand_format
from gsomia_data._floor.terminal import silent

if TYPE_CHECKING:
    from gsomia_data.reading.files import Files

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
    is_folder = bool(FORMATS[format].suffix)
    place = atomic.prepare(target, is_folder=is_folder, force=force)
    _demand(format)
    from gsomia_data.reading.export.contents import demand_apart, read  # noqa: PLC0415 - pandas

    contents = read(files, progress)
    demand_apart(place, contents)
    made = _announced(import_module(f"{__name__}.{format}").files(contents), place.name, progress)
    if is_folder:
        made_by = f"gsomia-data {contents.about['version']} {format}"
        atomic.write_folder(place, made, made_by, force=force)
    else:
        ((_, data),) = made
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
