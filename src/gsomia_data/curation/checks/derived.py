"""D: derived cells are what they are derived to."""

from collections.abc import Iterator

from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.package.joined import Package

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
    for cell, value in package.derived.always.items():
        entry = package.rows(cell.table)[cell.row]
        if entry.cells[cell.column] != value:
            message = f"the cell says {entry.cells[cell.column]!r}, computed is {value!r}"
            yield at(cell.table, entry, cell.column, message, "run gsomia-data fmt")
    for cell, value in package.derived.once.items():
        entry = package.rows(cell.table)[cell.row]
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
    for cell, why in package.derived.torn.items():
        entry = package.rows(cell.table)[cell.row]
        yield at(cell.table, entry, cell.column, why, "keep one, or correct its status")


@check(
    "D03",
    scope="rows",
    example="The Correlates of War code of a state was changed.",
    way_out="Undo the change; if it is meant, empty the row's seal and run `gsomia-data fmt`.",
    needs=("F03",),
)
def sealed(package: Package) -> Iterator[Breach]:
    """No row of a sealed table has changed since it was sealed."""
    for cell, value in package.derived.once.items():
        entry = package.rows(cell.table)[cell.row]
        if cell.column == "seal" and entry.cells["seal"] not in ("", value):
            message = "a cell of this row was changed after it was sealed"
            hint = f"undo the change; if it is meant, empty the seal and run fmt (new: {value})"
            yield at(cell.table, entry, "seal", message, hint)


CHECKS = (
    computed,
    certain,
    sealed,
)
