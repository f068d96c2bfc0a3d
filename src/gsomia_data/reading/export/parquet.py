"""Parquet: a folder with one file per table, typed for pandas, R, DuckDB and Polars."""

import json
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from pyarrow import parquet as pq

from gsomia_data.reading.export.contents import Contents
from gsomia_data.reading.export.table import TableContents, is_required

_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


def files(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file."""
    for table in contents.all_tables:
        yield f"{table.name}.parquet", _bytes(table, contents)


def _bytes(table: TableContents, contents: Contents) -> bytes:
    schema = pa.schema([_field(field) for field in table.fields])
    columns = pa.Table.from_pandas(table.frame, schema, preserve_index=False)
    metadata = _metadata(table, contents) | columns.schema.metadata
    sink = pa.BufferOutputStream()
    pq.write_table(columns.replace_schema_metadata(metadata), sink)
    return bytes(sink.getvalue())


def _field(field: dict[str, Any]) -> Any:  # noqa: ANN401 - pyarrow has no type hints
    codes = "categories" in field
    ordered = field.get("categoriesOrdered", False)
    kind = pa.dictionary(pa.int8(), pa.string(), ordered) if codes else _TYPES[field["type"]]
    metadata = {"title": field["title"], "description": field["description"]}
    if codes:
        metadata["codes"] = json.dumps(field["categories"], ensure_ascii=False)
    return pa.field(field["name"], kind, nullable=not is_required(field), metadata=metadata)


def _metadata(table: TableContents, contents: Contents) -> dict[bytes, bytes]:
    about = contents.about
    metadata = {
        "name": f"{about['name']}.{table.name}",
        "title": table.resource["title"],
        "description": table.resource["description"],
        "version": about["version"],
        "citation": about["citation"],
        "licence": about.get(f"licence of {table.name}", about["licence"]),
    }
    return {key.encode(): value.encode() for key, value in metadata.items()}
