"""The contents of an export: the tables of the package, what is added to them, the descriptor."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from gsomia_data._floor import citation, location
from gsomia_data._floor.damaged import DamagedError, undamaged
from gsomia_data.reading import frames
from gsomia_data.reading.export import added
from gsomia_data.reading.export.table import TableContents, is_required
from gsomia_data.reading.files import Files


@dataclass(frozen=True, slots=True)
class Contents:
    """All tables and the descriptor of the package in ``root``.

    Attributes:
        root: The folder of the package.
        descriptor: Its descriptor.
        tables: Its tables.
        joined: The tables ``cells`` and ``reports``; none if the package has no evidence.
    """

    root: Path
    descriptor: dict[str, Any]
    tables: tuple[TableContents, ...]
    joined: tuple[TableContents, ...] = ()

    @property
    def data(self) -> tuple[TableContents, ...]:
        """The tables of the package and the joined ones."""
        return self.tables + self.joined

    @property
    def about(self) -> dict[str, str]:
        """Name, version, citation, description and licences of the package, by label."""
        described = self.descriptor
        by_table = {
            f"licence of {table.name}": _licences(table.resource)
            for table in self.data
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
            **{f"table {table.name}": table.resource["description"] for table in self.data},
        }

    @property
    def explained(self) -> tuple[TableContents, ...]:
        """The tables ``codebook`` and ``about``."""
        return added.codebook(self.data), added.about(self.about)

    @property
    def all_tables(self) -> tuple[TableContents, ...]:
        """The tables of the package and all that are added."""
        return self.data + self.explained


def read(files: Files, progress: Callable[[str], None], *, adds_tables: bool = True) -> Contents:
    """The contents of a package.

    Raises:
        DamagedError: The package is damaged.
    """
    with undamaged():
        try:
            data = cache(lambda table: _bytes(files, table))
            text = cache(lambda table: frames.parsed(files, table, BytesIO(data(table))))
            tables = tuple(_tables(files, data, text, progress))
            joined = tuple(added.joined(files, text, progress)) if adds_tables else ()
        except OSError as error:
            raise DamagedError(error) from error
        return Contents(files.root, files.descriptor, tables, joined)


def _bytes(files: Files, table: str) -> bytes:
    """The bytes of a table, which are those that the descriptor describes."""
    data = files.data(table).read_bytes()
    _demand_described(data, files.resource(table))
    return data


def _tables(
    files: Files,
    data: Callable[[str], bytes],
    text: frames.Texts,
    progress: Callable[[str], None],
) -> Iterator[TableContents]:
    for name, resource in files.resources.items():
        progress(f"reading {name}")
        schema = files.schema(name)
        frame = frames.framed(files, name, text(name))
        table = TableContents(name, resource, schema, frame, data(name))
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


def _licences(described: dict[str, Any]) -> str:
    parts = [
        ": ".join(part for part in (one.get("name"), one.get("title")) if part)
        + (f" ({one['path']})" if "path" in one else "")
        for one in described["licenses"]
    ]
    return "; ".join(parts)
