"""Records: the rows of a table with the values in their cells, each cell read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.schema.columns import Row
from gsomia_data.curation.schema.kinds import Value
from gsomia_data.curation.schema.specs import TableSpec

R_co = TypeVar("R_co", bound=Row, covariant=True)
R = TypeVar("R", bound=Row)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Record(Entry, Generic[R_co]):
    """A row that is valid under its model.

    Attributes:
        value: The row as a value of its model.
    """

    value: R_co


@dataclass(frozen=True, slots=True)
class Invalid(Entry):
    """A row that is not valid under its model.

    Attributes:
        error: Every fault of its cells.
        values: Values of the other cells that are filled, by column.
    """

    error: ValidationError
    values: Mapping[str, Value]


def record(spec: TableSpec, entry: Entry) -> Record[Row] | Invalid:
    """A row and its value, or what is wrong with it."""
    try:
        return Record(entry.line, entry.cells, spec.parse(entry.cells))
    except ValidationError as error:
        faulty = {item["loc"][0] for item in error.errors() if item["loc"]}
        values = {
            column.name: column.read(entry.cells[column.name])
            for column in spec.columns
            if column.name not in faulty and entry.cells[column.name]
        }
        return Invalid(entry.line, entry.cells, error, values)


def value_of(entry: Entry | None, model: type[R]) -> R | None:
    """The value of a row; ``None`` if there is no row, or it is not valid."""
    value = entry.value if isinstance(entry, Record) else None
    return value if isinstance(value, model) else None


def value_in(entry: Entry, column: str, kind: type[T]) -> T | None:
    """The value in one cell, also of a row with faults elsewhere; ``None`` if it has none."""
    if isinstance(entry, Record):
        value = getattr(entry.value, column)
    else:
        value = entry.values.get(column) if isinstance(entry, Invalid) else None
    return value if isinstance(value, kind) else None
