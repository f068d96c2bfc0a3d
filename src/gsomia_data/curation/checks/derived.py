"""D: derived cells are what they are derived to."""

from collections.abc import Iterator

from gsomia_data.curation.checks.check import Check, at
from gsomia_data.curation.findings import Finding
from gsomia_data.curation.package import Package

_NEEDS = ("F03", "M01", "K01", "K03", "Q01")


def computed(package: Package) -> Iterator[Finding]:
    """Each derived cell has the value that `fmt` computes for it."""
    for cell, value in package.derived.always.items():
        entry = package.rows(cell.table)[cell.row]
        if entry.cells[cell.column] != value:
            message = f"the cell says {entry.cells[cell.column]!r}, computed is {value!r}"
            yield at(cell.table, entry, cell.column, "D01", message, "run gsomia-data fmt")
    for cell, value in package.derived.once.items():
        entry = package.rows(cell.table)[cell.row]
        if not entry.cells[cell.column] and value:
            message = "the cell is empty"
            yield at(cell.table, entry, cell.column, "D01", message, "run gsomia-data fmt")


def certain(package: Package) -> Iterator[Finding]:
    """No derived cell can be computed to two values."""
    for cell, why in package.derived.torn.items():
        entry = package.rows(cell.table)[cell.row]
        yield at(cell.table, entry, cell.column, "D02", why, "keep one, or correct its status")


def sealed(package: Package) -> Iterator[Finding]:
    """Each row of a sealed table is the row that was sealed."""
    for cell, value in package.derived.once.items():
        entry = package.rows(cell.table)[cell.row]
        if cell.column == "seal" and entry.cells["seal"] not in ("", value):
            message = "a cell of this row was changed after it was sealed"
            hint = f"undo the change; if it is meant, empty the seal and run fmt (new: {value})"
            yield at(cell.table, entry, "seal", "D03", message, hint)


CHECKS = (
    Check("D01", computed, "keys", "`latest` is a day off", "Run `gsomia-data fmt`.", _NEEDS),
    Check(
        "D02",
        certain,
        "keys",
        "two rows of dates say when one agreement was signed",
        "Keep the one that occurred; another source disputes it as evidence.",
        _NEEDS,
    ),
    Check(
        "D03",
        sealed,
        "rows",
        "the value of a row of evidence is changed",
        "Undo the change; if it is meant, empty the row's seal and run `gsomia-data fmt`.",
        ("F03",),
    ),
)
