"""Parquet: a folder with one file per table; pandas, R, DuckDB and Polars read the types."""

import json
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from pyarrow import parquet as pq

from gsomia_data.reading.export.contents import Package, Table, is_required

_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


def files(package: Package) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file."""
    for table in package.tables:
        yield f"{table.name}.parquet", _bytes(table, package)


def _bytes(table: Table, package: Package) -> bytes:
    schema = pa.schema([_field(field) for field in table.fields])
    columns = pa.Table.from_pandas(table.frame, schema, preserve_index=False)
    said = _said(table, package) | columns.schema.metadata
    sink = pa.BufferOutputStream()
    pq.write_table(columns.replace_schema_metadata(said), sink)
    return bytes(sink.getvalue())


def _field(field: dict[str, Any]) -> Any:  # noqa: ANN401 - pyarrow ships no types
    codes = "categories" in field
    ordered = field.get("categoriesOrdered", False)
    kind = pa.dictionary(pa.int8(), pa.string(), ordered) if codes else _TYPES[field["type"]]
    said = {"title": field["title"], "description": field["description"]}
    if codes:
        said["codes"] = json.dumps(field["categories"], ensure_ascii=False)
    return pa.field(field["name"], kind, nullable=not is_required(field), metadata=said)


def _said(table: Table, package: Package) -> dict[bytes, bytes]:
    about = package.about
    said = {
        "name": f"{about['name']}.{table.name}",
        "title": table.resource["title"],
        "description": table.resource["description"],
        "version": about["version"],
        "citation": about["citation"],
        "licence": about.get(f"licence of {table.name}", about["licence"]),
    }
    return {key.encode(): value.encode() for key, value in said.items()}
