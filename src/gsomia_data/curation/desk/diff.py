"""`diff`: what changed in the record tables between two packages, as "Corrected values"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gsomia_data.curation.markdown import table
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.schema.columns import TableSpec
from gsomia_data.curation.schema.models import TABLES

_PROOF = frozenset({"quotes", "evidence", "omissions"})


class UnreadableError(Exception):
    """A table of one of the packages cannot be read; the message says which."""


@dataclass(frozen=True, slots=True)
class Change:
    """A corrected cell; or, with an empty ``column``, a row that was added or removed.

    ``evidence`` are the quotes on which the new value rests, else the old one.
    """

    table: str
    key: str
    column: str
    old: str
    new: str
    evidence: str


def diff(old: Package, new: Package) -> list[Change]:
    """Changes of every table but those of the proof itself, in the order of the tables.

    Raises ``UnreadableError``.
    """
    for package in (old, new):
        for name, spec in TABLES.items():
            sheet = package.snapshot.sheets.get(name)
            faults = [fault for fault in sheet.faults if fault.line > 1] if sheet else []
            if sheet is None or faults or not set(spec.key) <= set(sheet.header):
                why = faults[0].message if faults else "it is missing, or has no key"
                raise UnreadableError(f"{package.snapshot.root / spec.path} cannot be read: {why}")
    tables = (spec for name, spec in TABLES.items() if name not in _PROOF)
    return [change for spec in tables for change in _changes(old, new, spec)]


def _changes(old: Package, new: Package, spec: TableSpec) -> Iterator[Change]:
    before, after = _rows(old, spec), _rows(new, spec)
    for key in sorted({*before, *after}):
        if key not in after:
            yield Change(spec.name, key, "", "removed", "", "")
        elif key not in before:
            yield Change(spec.name, key, "", "", "added", "")
        else:
            for column in spec.columns:
                was, now = (rows[key].get(column.name, "") for rows in (before, after))
                if was != now and column.name != "seal":
                    package = new if now else old
                    quotes = _quotes(package, (spec.name, key, column.name))
                    resting = quotes or str(column.grounding)
                    yield Change(spec.name, key, column.name, was, now, resting)


def _rows(package: Package, spec: TableSpec) -> dict[str, dict[str, str]]:
    """Rows by key, whatever other columns that version of the table has."""
    entries = package.snapshot.entries(spec.name)
    return {spec.key_of(entry.cells): entry.cells for entry in entries}


def _quotes(package: Package, cell: tuple[str, str, str]) -> str:
    rows = [row for row in package.by_cell.get(cell, []) if row.supports]
    return ", ".join(dict.fromkeys(row.entry.cells["quote_id"] for row in rows))


def told(changes: Iterable[Change]) -> Iterator[str]:
    """The changes as the Markdown of the changelog's section."""
    listed = list(changes)
    if not listed:
        yield "No value was corrected."
        return
    header = ["table", "key", "column", "old", "new", "evidence"]
    cells = ((one.table, one.key, one.column, one.old, one.new, one.evidence) for one in listed)
    yield from table(header, cells)
