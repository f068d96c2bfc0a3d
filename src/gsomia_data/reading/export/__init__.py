"""Writing all tables for another program. Importing it costs no pandas."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Literal, NamedTuple

from gsomia_data import _files
from gsomia_data._nearest import demand_format

FormatName = Literal["parquet", "excel", "stata", "sqlite", "jsonl", "zip"]


class Format(NamedTuple):  # costs `--help` less than a dataclass
    """What an export makes: one file, or a folder of files with this suffix."""

    suffix: str = ""
    needs: str = ""
    also: tuple[str, ...] = ()

    def files(self, tables: list[str]) -> frozenset[str]:
        """Names of the files in the folder; none where the export is one file."""
        stems = [*tables, *self.also] if self.suffix else []
        return frozenset(f"{stem}.{self.suffix}" for stem in stems)


FORMATS: Mapping[FormatName, Format] = {
    "parquet": Format(suffix="parquet", needs="pyarrow"),
    "excel": Format(needs="openpyxl"),
    "stata": Format(suffix="dta", also=("codebook",)),
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
    root: _files.Root = None,
    progress: Callable[[str], None] = silent,
) -> Exported:
    """Write all tables to ``target``: a new file (excel, sqlite, zip) or folder (the others).

    All or nothing: whatever happens, ``target`` is the whole export, or what it was before.
    ``force`` replaces a file, or a folder that holds nothing but such an export. ``progress`` is
    called with the name of each step.

    Raises ``FileExistsError`` where ``target`` may not be replaced; another ``OSError`` where it
    cannot be written; ``ModuleNotFoundError`` where a library is missing; ``ValueError`` for an
    unknown format, for a damaged package and for a value that the format cannot hold; ``TypeError``
    where ``target`` is not a path. Warns where
    something else was put into the replaced folder meanwhile; it is kept.
    """
    from gsomia_data.reading.export import aside  # noqa: PLC0415 - costs `--help` ctypes, tempfile

    demand_format(format, FORMATS)
    root = _files.folder(root)
    suffixes = frozenset(f".{one.suffix}" for one in FORMATS.values() if one.suffix)
    is_folder = bool(FORMATS[format].suffix)
    place = aside.place(target, is_folder=is_folder, force=force, suffixes=suffixes)
    _demand(format)
    from gsomia_data.reading.export import contents  # noqa: PLC0415 - costs pandas

    package = contents.read(root, progress)
    contents.apart(place.target, package)
    tables = [table.name for table in package.tables]
    known = frozenset[str]().union(*(one.files(tables) for one in FORMATS.values()))
    files = import_module(f"{__name__}.{format}").files(package)
    aside.write(place, files, FORMATS[format].files(tables), known, progress)
    return Exported(place.target, {table.name: len(table.frame) for table in package.tables})


def _demand(format: FormatName) -> None:  # noqa: A002 - as above
    library = FORMATS[format].needs
    try:
        if library:
            import_module(library)
    except ModuleNotFoundError:
        raise ModuleNotFoundError(
            f"{format} needs the library {library}: pip install 'gsomia-data[export]'"
        ) from None
