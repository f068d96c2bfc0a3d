"""D: derived cells, and the seals of rows."""

from collections.abc import Iterator, Mapping

from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.checks.doubt import may_state, strays
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.derived import Cell, seal
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.specs import ColumnSpec

_FROM = {
    ("agreements", "form"): ("signatories", "agreement_id"),
    ("agreements", "signed"): ("dates", "agreement_id"),
    ("agreements", "in_force"): ("dates", "agreement_id"),
    ("agreements", "ended"): ("dates", "agreement_id"),
    ("polls", "released"): ("dates", "date_id"),
    ("reactions", "date"): ("dates", "date_id"),
}
"""Derived cells that come from other rows: the table of these rows, and their reference."""
_NEEDS = ("F03", "M01", "K01", "K03", "Q01")


@check(
    "D01",
    scope="keys",
    example="`latest` is a day later than the last day of `date`.",
    way_out="Run `gsomia-data fmt`.",
    needs=_NEEDS,
)
def computed(package: Package) -> Iterator[Breach]:
    """Each derived cell has the value that `fmt` computes for it."""
    for cell, entry, value in _cells(package, package.whole.derived.always):
        if entry.cells[cell.column] != value and _certain(package, cell, value):
            message = f"the cell says {entry.cells[cell.column]!r}, but fmt computes {value!r}"
            yield at(cell.table, entry, cell.column, message, "run gsomia-data fmt")
    for cell, entry, value in _cells(package, package.whole.derived.once):
        if not entry.cells[cell.column] and value:
            message = "the cell is empty"
            yield at(cell.table, entry, cell.column, message, "run gsomia-data fmt")


@check(
    "D02",
    scope="keys",
    example="Two rows of `dates.csv` say when one agreement was signed.",
    way_out="Keep the row that is right; enter the other source as evidence that disputes it.",
    needs=_NEEDS,
)
def certain(package: Package) -> Iterator[Breach]:
    """No derived cell has two possible values."""
    for cell, entry, why in _cells(package, package.whole.derived.torn):
        yield at(cell.table, entry, cell.column, why, "keep one, or correct its status")


@check(
    "D03",
    scope="rows",
    example="The Correlates of War code of a state was changed.",
    way_out="Undo the change; if it is intended, empty the row's seal; `build` writes the new one.",
    needs=("F03",),
)
def row_seals(package: Package) -> Iterator[Breach]:
    """No row of a sealed table has changed since it was sealed."""
    for name, spec in TABLES.items():
        for entry in package.rows(name) if spec.sealed else ():
            value = seal(spec, entry.cells)
            if entry.cells["seal"] not in ("", value):
                message = "a cell of this row was changed after it was sealed"
                hint = f"undo the change; if it is intended, empty the seal (build writes {value})"
                yield at(name, entry, "seal", message, hint)


def _cells(package: Package, values: Mapping[Cell, str]) -> Iterator[tuple[Cell, Entry, str]]:
    """The cells whose row is not left out, each with its row and its value."""
    for cell, value in values.items():
        entry = package.whole.rows(cell.table)[cell.row]
        if (TABLES[cell.table].path, entry.line) not in package.left_out:
            yield cell, entry, value


def _certain(package: Package, cell: Cell, value: str) -> bool:
    """Whether a value is computed from rows without faults, and is valid in its column."""
    table, column = _FROM.get((cell.table, cell.column), ("", ""))
    if table and strays(package, table, column):
        return False
    if cell.column == "published_from":
        row = package.whole.rows(cell.table)[cell.row].cells
        published = cell.table, row["source_id"], "published"
        return not may_state(package, published, row["published"])
    spec = TABLES[cell.table].column(cell.column)
    return not value or spec is None or _valid(spec, value)


def _valid(column: ColumnSpec, value: str) -> bool:
    try:
        column.kind.read(value)
    except ValueError:
        return False
    return True


CHECKS = (
    computed,
    certain,
    row_seals,
)
