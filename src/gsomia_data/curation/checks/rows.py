"""M: rows against the pydantic models."""

from collections.abc import Iterator

from pydantic_core import ErrorDetails

from gsomia_data.curation.checks.check import Breach, at, check
from gsomia_data.curation.checks.turned import turned
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.records import Invalid
from gsomia_data.curation.schema.kinds import EDTF, ISO_DATE
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.specs import TableSpec


@check(
    "M01",
    scope="rows",
    example="A percentage is written `1_0`, a date `2016-1-3` or `23-Nov-16`, a stance `against`.",
    way_out="Write the value as its schema says; nothing is converted silently.",
    needs=("F03",),
)
def models(package: Package) -> Iterator[Breach]:
    """Each row is valid under its model, and each value is written in its one canonical form."""
    for name, spec in TABLES.items():
        for entry in package.rows(name):
            for column, message, hint in problems(spec, entry):
                yield at(name, entry, column, message, hint)


def problems(spec: TableSpec, entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Column, message and hint of everything that the model refuses in a row of a package."""
    if isinstance(entry, Invalid) and not any(entry.cells.values()):
        yield "", "every cell of the row is empty", "delete the line"
    elif isinstance(entry, Invalid):
        for error in entry.error.errors(include_url=False):
            yield _problem(spec, error)


def _problem(spec: TableSpec, error: ErrorDetails) -> tuple[str, str, str]:
    name = str(error["loc"][0]) if error["loc"] else ""
    column = spec.column(name)
    if error["input"] is None:
        return name, "the cell is empty, and must not be", column.meaning if column else ""
    shown = repr(error["input"])
    shown = shown if len(shown) < 60 else shown[:56] + "...'"
    if error["type"] == "enum" and column and column.codes:
        codes = ", ".join(column.codes)
        return name, f"{shown} is not a code of this column", f"the codes are: {codes}"
    if column and column.kind in (EDTF, ISO_DATE) and (found := turned(str(error["input"]))):
        message, hint = found
        return name, f"{shown}: {message}", hint
    return name, f"{shown} {error['msg']}", column.meaning if column else ""


CHECKS = (models,)
