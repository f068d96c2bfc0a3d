"""`diff`: the values that changed between two packages, for "Corrected values"."""

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass

from gsomia_data.curation.markdown import table
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.specs import TableSpec

_PROOF = frozenset({"quotes", "evidence", "omissions", "tensions"})


class UnreadableError(Exception):
    """A table of one of the packages cannot be read; the message says which."""


@dataclass(frozen=True, slots=True)
class Change:
    """A corrected cell, or a row that was added or removed.

    Attributes:
        table: Name of the table.
        key: Key of the row.
        column: Name of the column; empty for a whole row.
        old: Old value; "removed" for a row that was removed.
        new: New value; "added" for a row that was added.
        evidence: Quotes that support the new value or, if it is empty, the old one; without quotes,
            what the column rests on, or that it was removed.
    """

    table: str
    key: str
    column: str
    old: str
    new: str
    evidence: str


def diff(old: Package, new: Package) -> list[Change]:
    """The changes in every table except those of the proof itself, in the order of the tables.

    The old package may lack tables that came later, and have columns that went.

    Raises:
        UnreadableError: A table of one of the packages cannot be read.
    """
    for package in (old, new):
        for name, spec in TABLES.items():
            if package is old and _came_later(old, spec):
                continue
            sheet = package.snapshot.sheets.get(name)
            faults = [fault for fault in sheet.faults if fault.line > 1] if sheet else []
            if sheet is None or faults or not set(spec.key) <= set(sheet.header):
                why = faults[0].message if faults else "it is missing or has no key"
                raise UnreadableError(f"{package.snapshot.root / spec.path} cannot be read: {why}")
    tables = (spec for name, spec in TABLES.items() if name not in _PROOF)
    return [change for spec in tables for change in _changes(old, new, spec)]


def _came_later(old: Package, spec: TableSpec) -> bool:
    """Whether neither a file nor the descriptor of the old package has the table."""
    files = old.snapshot.files
    descriptor = files.get("datapackage.json")
    listed = descriptor is None or f'"{spec.path}"'.encode() in descriptor
    return spec.path not in files and not listed


def _changes(old: Package, new: Package, spec: TableSpec) -> Iterator[Change]:
    before, after = _by_key(old, spec), _by_key(new, spec)
    groundings = {column.name: str(column.grounding) for column in spec.columns}
    for key in sorted({*before, *after}):
        if key not in after:
            yield Change(spec.name, key, "", "removed", "", "")
        elif key not in before:
            yield Change(spec.name, key, "", "", "added", "")
        else:
            went = (name for name in before[key] if name not in groundings)
            for name in (*groundings, *went):
                was, now = (rows[key].get(name, "") for rows in (before, after))
                if was != now and name != "seal":
                    quotes = _quotes(new if now else old, (spec.name, key, name))
                    evidence = quotes or groundings.get(name, "column removed")
                    yield Change(spec.name, key, name, was, now, evidence)


def _by_key(package: Package, spec: TableSpec) -> dict[str, dict[str, str]]:
    """Rows by key, whatever columns that version of the table has."""
    entries = package.snapshot.entries(spec.name)
    return {spec.key_of(entry.cells): entry.cells for entry in entries}


def _quotes(package: Package, cell: tuple[str, str, str]) -> str:
    rows = [row for row in package.by_cell.get(cell, []) if row.supports]
    return ", ".join(dict.fromkeys(row.entry.cells["quote_id"] for row in rows))


def section(changes: Iterable[Change]) -> Iterator[str]:
    """The lines of the section "Corrected values" of the changelog, in Markdown."""
    listed = list(changes)
    if not listed:
        yield "No value was corrected."
        return
    header = ["table", "key", "column", "old", "new", "evidence"]
    yield from table(header, map(astuple, listed))
