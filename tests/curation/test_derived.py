"""What derived columns are computed from is what the schema declares."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, ClassVar

import pytest

from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.derived import Cell, derive
from gsomia_data.curation.package.records import record
from gsomia_data.curation.schema import kinds
from gsomia_data.curation.schema.columns import Column, Inputs, Row, Table, row
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.models import TABLES
from gsomia_data.curation.schema.specs import describe
from kit import tiny
from kit.files import package

Rows = Mapping[str, Sequence[Entry]]
COMPUTED = [
    pytest.param(spec.name, column.name, column.declared.inputs, id=f"{spec.name}.{column.name}")
    for spec in TABLES.values()
    for column in spec.columns
    if column.declared.inputs and column.declared.inputs.columns
]


@pytest.fixture(scope="module")
def rows() -> Rows:
    """The rows of the tiny package."""
    whole = package(tiny.good())
    return {name: whole.rows(name) for name in TABLES}


def with_cell(rows: Rows, table: str, at: int, column: str, value: str) -> Rows:
    """The rows with another value in one cell."""
    entry = rows[table][at]
    changed = record(TABLES[table], Entry(entry.line, {**entry.cells, column: value}))
    return {**rows, table: [*rows[table][:at], changed, *rows[table][at + 1 :]]}


def without_evidence(rows: Rows, table: str, key: str, columns: set[str]) -> Rows:
    """The rows without the evidence for some cells of one row."""
    kept = [
        entry
        for entry in rows["evidence"]
        if (entry.cells["table_name"], entry.cells["row_key"]) != (table, key)
        or entry.cells["column_name"] not in columns
    ]
    return {**rows, "evidence": kept}


def changes(rows: Rows, table: str, columns: set[str]) -> Iterator[tuple[str, Rows]]:
    """Each column, and the rows with another value of it in one cell, or without its evidence.

    The values are those that other rows have in the column.
    """
    for column in sorted(columns):
        values = {"", *(entry.cells[column] for entry in rows[table])}
        for at, entry in enumerate(rows[table]):
            for value in sorted(values - {entry.cells[column]}):
                yield column, with_cell(rows, table, at, column, value)
            yield column, without_evidence(rows, table, TABLES[table].key_of(entry.cells), {column})


def values(rows: Rows, table: str, column: str) -> list[str | None]:
    """What `fmt` would write into the cells of the column."""
    always = derive(rows, {}, {}).always
    return [always.get(Cell(table, at, column)) for at in range(len(rows[table]))]


@pytest.mark.parametrize(("table", "column", "inputs"), COMPUTED)
class TestInputs:
    """`gsomia:computed_from` of a column, against what `fmt` computes."""

    def test_nothing_else_counts(self, rows: Rows, table: str, column: str, inputs: Inputs) -> None:
        """Whatever is written in the other columns, and whatever evidence they have."""
        before, origin = values(rows, table, column), inputs.table or table
        others = set(TABLES[origin].header) - {*inputs.columns, *TABLES[origin].key}
        for changed, after in changes(rows, origin, others):
            assert values(after, table, column) == before, changed

    def test_each_counts(self, rows: Rows, table: str, column: str, inputs: Inputs) -> None:
        """Another value, or other evidence for it, gives another cell somewhere."""
        before = values(rows, table, column)
        found = {
            changed
            for changed, after in changes(rows, inputs.table or table, set(inputs.columns))
            if values(after, table, column) != before
        }
        assert found == set(inputs.columns)


def test_inputs_are_columns_that_are_not_derived() -> None:
    """So that how firm a cell is is known in one step."""
    for spec in TABLES.values():
        for inputs in filter(None, (column.declared.inputs for column in spec.columns)):
            origin = TABLES[inputs.table or spec.name]
            for name in (*inputs.columns, *filter(None, [inputs.reference])):
                column = origin.column(name)
                assert column is not None
                assert column.grounding is not Grounding.DERIVED
            assert inputs.through in (*spec.header, "")


@pytest.mark.parametrize(
    "column",
    [
        Column("A number", Grounding.DERIVED),
        Column("A number", Grounding.NUMBER, inputs=Inputs(("key",))),
    ],
)
def test_only_derived_columns_say_what_they_are_computed_from(column: Column) -> None:
    """And all of them do."""

    @row
    class Thing(Row):
        """A table that is refused."""

        declared: ClassVar[Table] = Table(
            "things", "Things", "a thing", ("number",), label="{number}", included="", excluded=""
        )
        number: Annotated[str, kinds.TEXT, column]

    with pytest.raises(TypeError, match=r"Thing\.number needs one origin or inputs if"):
        describe(Thing)
