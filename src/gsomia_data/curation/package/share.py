"""The share of one document in a package: a package like any other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.schema.models import TABLES

_NAMING = ("actors", "agreements")
"""Tables whose names every document may use."""


def share(package: Package, source: str) -> Package:
    """The share of a document.

    It holds the document and the row of its source, its quotes, omissions and aliases, the listed
    names, the evidence on its quotes, the rows that this evidence names, and all actors and
    agreements. Other files, and the lines of the rows, are those of the whole package.
    """
    snapshot = package.snapshot
    quotes = {row.cells["quote_id"] for row in package.rows("quotes") if _of(row, source)}
    evidence = [row for row in package.rows("evidence") if row.cells["quote_id"] in quotes]
    kept = {name: tuple(_entries(package, source, evidence, name)) for name in TABLES}
    sheets = {name: replace(sheet, entries=kept[name]) for name, sheet in snapshot.sheets.items()}
    other = {f"corpus/{name}.txt" for name in snapshot.texts if name != source}
    files = {path: data for path, data in snapshot.files.items() if path not in other}
    return Package(
        replace(snapshot, files=MappingProxyType(files), sheets=MappingProxyType(sheets))
    )


def _entries(
    package: Package, source: str, evidence: Sequence[Entry], table: str
) -> Iterator[Entry]:
    """The rows of a table that belong to the share of a document, given its ``evidence``."""
    spec = TABLES[table]
    if table == "evidence":
        yield from evidence
    elif table in _NAMING:
        yield from package.rows(table)
    elif spec.column("source_id"):
        rows = package.rows(table)
        yield from (row for row in rows if _of(row, source) or spec.listed(row.cells))
    else:
        named = {row.cells["row_key"] for row in evidence if row.cells["table_name"] == table}
        yield from (row for row in package.rows(table) if spec.key_of(row.cells) in named)


def _of(row: Entry, source: str) -> bool:
    return row.cells["source_id"] == source
