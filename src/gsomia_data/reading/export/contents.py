"""The contents of an export: the tables as ``load`` returns them, and their schemas."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from gsomia_data._floor import citation, location
from gsomia_data._floor.damaged import DamagedError, undamaged
from gsomia_data.reading import frames
from gsomia_data.reading.files import Files

CODEBOOK = ("table_name", "column_name", "type", "required", "meaning", "code", "definition")
_CONVERT: dict[str, Callable[[Any], object]] = {
    "boolean": bool,
    "integer": int,
    "number": float,
    "date": lambda day: day.date().isoformat(),
}


class CannotHoldError(ValueError):
    """The format has no room for a value."""

    def __init__(self, format_: str, where: str, why: str) -> None:
        super().__init__(f"{format_} cannot hold {where}: {why}; export to another format")


@dataclass(frozen=True, slots=True)
class TableContents:
    """One table.

    Attributes:
        name: Its name.
        resource: Its entry in the descriptor.
        schema: Its Table Schema.
        frame: Its rows, as ``load`` returns them.
    """

    name: str
    resource: dict[str, Any]
    schema: dict[str, Any]
    frame: pd.DataFrame

    @property
    def fields(self) -> list[dict[str, Any]]:
        """The columns in order."""
        fields: list[dict[str, Any]] = self.schema["fields"]
        return fields

    def cells(self, field: dict[str, Any]) -> list[Any]:
        """The cells of a column as plain values: days as ISO text, missing values as ``None``."""
        convert = _CONVERT.get(field["type"], str)
        column = self.frame[field["name"]]
        return [None if pd.isna(cell) else convert(cell) for cell in column]

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """The rows as plain values."""
        return zip(*(self.cells(field) for field in self.fields), strict=True)


@dataclass(frozen=True, slots=True)
class Contents:
    """All tables and the descriptor of the package in ``root``."""

    root: Path
    descriptor: dict[str, Any]
    tables: tuple[TableContents, ...]

    @property
    def about(self) -> dict[str, str]:
        """Name, version, citation, description and licences of the package, by label."""
        described = self.descriptor
        by_table = {
            f"licence of {table.name}": _licences(table.resource)
            for table in self.tables
            if table.resource.get("licenses", described["licenses"]) != described["licenses"]
        }
        return {
            "name": described["name"],
            "title": described["title"],
            "version": described["version"],
            "citation": citation.apa(citation.dataset(described)),
            "description": described["description"],
            "licence": _licences(described),
            **by_table,
            **{f"table {table.name}": table.resource["description"] for table in self.tables},
        }

    @property
    def codebook(self) -> list[tuple[str | None, ...]]:
        """One row per column, or per code of a column, with the cells that ``CODEBOOK`` names."""
        rows: list[tuple[str | None, ...]] = []
        for table in self.tables:
            for field in table.fields:
                required = "yes" if is_required(field) else "no"
                about = (table.name, field["name"], field["type"], required, field["description"])
                codes = field.get("gsomia:codes") or dict.fromkeys(field.get("categories", []), "")
                rows += [(*about, code, meaning or None) for code, meaning in codes.items()] or [
                    (*about, None, None)
                ]
        return rows


def is_required(field: dict[str, Any]) -> bool:
    """Whether a column is always filled."""
    return bool(field.get("constraints", {}).get("required", False))


def read(files: Files, progress: Callable[[str], None]) -> Contents:
    """The contents of a package.

    Raises:
        DamagedError: The package is damaged.
    """
    with undamaged():
        try:
            return Contents(files.root, files.descriptor, tuple(_tables(files, progress)))
        except OSError as error:
            raise DamagedError(error) from error


def _tables(files: Files, progress: Callable[[str], None]) -> Iterator[TableContents]:
    for name, resource in files.resources.items():
        progress(f"reading {name}")
        schema = files.schema(name)
        _demand_described(files.data(name).read_bytes(), resource)
        table = TableContents(name, resource, schema, frames.load(files, name))
        for field in table.fields:
            column = table.frame[field["name"]]
            if is_required(field) and column.isna().any():
                raise ValueError(f"{name}.{field['name']}: a cell is empty")
        yield table


def _demand_described(data: bytes, resource: dict[str, Any]) -> None:
    """Refuse bytes that do not match the size and hash in the descriptor."""
    size_and_hash = (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
    if size_and_hash != (resource["bytes"], resource["hash"]):
        why = f"does not have the size and hash given in {location.DESCRIPTOR}"
        raise ValueError(f"{resource['path']} {why}")
    if b"\0" in data:  # pandas 2.2 would cut the cell there
        raise ValueError(f"{resource['path']} holds a NUL character")


def demand_apart(target: Path, contents: Contents) -> None:
    """Refuse a ``target`` among the files of the package itself.

    Raises:
        FileExistsError: ``target`` is one of them, or in one of their folders.
    """
    root = contents.root.resolve()
    parts = [table.resource[part] for table in contents.tables for part in ("path", "schema")]
    paths = [root / part for part in (*parts, location.DESCRIPTOR)]
    own = {*paths, *(path.parent for path in paths)} - {root}
    place = target.parent.resolve() / target.name
    if own & {place, *place.parents}:
        raise FileExistsError(f"{target} is inside the package itself; name another target")


def _licences(described: dict[str, Any]) -> str:
    parts = [
        ": ".join(part for part in (one.get("name"), one.get("title")) if part)
        + (f" ({one['path']})" if "path" in one else "")
        for one in described["licenses"]
    ]
    return "; ".join(parts)
