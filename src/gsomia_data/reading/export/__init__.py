"""Writing all tables for another program. Importing it costs no pandas."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Literal, NamedTuple

from gsomia_data._floor import location
from gsomia_data._floor.nearest import demand_format

FormatName = Literal["parquet", "excel", "stata", "sqlite", "jsonl", "zip"]


class Format(NamedTuple):  # costs `--help` less than a dataclass
    """What an export makes: one file, or a folder of files with this suffix."""

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
"""By name; the module of the same name makes the bytes."""


class Exported(NamedTuple):
    """What was written: where, and the number of rows of each table."""

    path: Path
    rows: Mapping[str, int]


def silent(_: str) -> None:
    """Progress that nobody wants to see."""


def export(
    format: FormatName,  # noqa: A002 - the word that users expect
    target: str | Path,
    *,
    force: bool = False,
    root: location.Root = None,
    progress: Callable[[str], None] = silent,
) -> Exported:
    """Write all tables to ``target``: a new file (excel, sqlite, zip) or folder (the others).

    All or nothing: whatever happens, ``target`` is the whole export, or what it was before.
    ``force`` replaces a file, or a folder that holds an earlier export and nothing else.
    ``progress`` is called with the name of each step.

    Raises ``FileExistsError`` where ``target`` may not be replaced; another ``OSError`` where it
    cannot be written; ``ModuleNotFoundError`` where a library is missing; ``ValueError`` for an
    unknown format, for a damaged package and for a value that the format cannot hold; ``TypeError``
    where ``target`` is not a path.
    """
    from gsomia_data._floor import atomic  # noqa: PLC0415 - costs `--help` tempfile

    demand_format(format, FORMATS)
    root = location.folder(root)
    is_folder = bool(FORMATS[format].suffix)
    place = atomic.prepare(target, is_folder=is_folder, force=force)
    _demand(format)
    from gsomia_data.reading.export import contents  # noqa: PLC0415 - costs pandas

    package = contents.read(root, progress)
    contents.apart(place, package)
    files = _announced(import_module(f"{__name__}.{format}").files(package), place.name, progress)
    if is_folder:
        made_by = f"gsomia-data {package.about['version']} {format}"
        atomic.write_folder(place, files, made_by, force=force)
    else:
        ((_, data),) = files
        atomic.write_file(place, data, force=force)
    return Exported(place, {table.name: len(table.frame) for table in package.tables})


def _announced(
    files: Iterable[tuple[str, bytes]], one: str, progress: Callable[[str], None]
) -> Iterator[tuple[str, bytes]]:
    for name, data in files:
        progress(f"writing {name or one}")
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
