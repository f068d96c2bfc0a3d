"""What everything else derives from: the frozen specification of a table and of its columns.

``describe`` makes it from a model, and refuses what Table Schema cannot express.
"""

import dataclasses
import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pydantic import TypeAdapter

from gsomia_data._floor import labels
from gsomia_data._floor.edtf import Edtf
from gsomia_data.curation.schema.codes import Code
from gsomia_data.curation.schema.columns import Column, Row, Table
from gsomia_data.curation.schema.groundings import Grounding
from gsomia_data.curation.schema.kinds import (
    CODE,
    EDTF,
    INTEGER,
    ISO_DATE,
    NUMBER,
    Kind,
    Value,
)


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column, as ``describe`` finds it.

    Attributes:
        name: Name of the column.
        kind: How its values are written.
        codes: Its vocabulary, if it has one.
        required: Whether an empty cell is an error.
        declared: What the model declares about it.
    """

    name: str
    kind: Kind
    codes: type[Code] | None
    required: bool
    declared: Column

    @property
    def meaning(self) -> str:
        """What the column means."""
        return self.declared.meaning

    @property
    def grounding(self) -> Grounding:
        """What its values rest on."""
        return self.declared.grounding

    @property
    def searched(self) -> bool:
        """Whether a search of the package covers it."""
        return self.declared.searched or self.grounding.holds_words

    @property
    def cues(self) -> Mapping[str, Sequence[str]]:
        """The cues of each code."""
        return {str(code): code.cues for code in self.codes or ()}

    def read(self, text: str) -> Value:
        """The value of a filled cell, whatever the bounds of the column.

        Raises:
            ValueError: It is not the one canonical text of a value.
        """
        return self.codes(text) if self.codes else self.kind.read(text)

    @property
    def references(self) -> str | None:
        """The table whose key it holds, if any."""
        return self.declared.references


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table, as ``describe`` finds it.

    Attributes:
        declared: What the model declares about it.
        model: Its model.
        columns: Its columns, in file order.
        adapter: What makes a value of the model from the cells of a row.
    """

    declared: Table
    model: type[Row]
    columns: tuple[ColumnSpec, ...]
    adapter: TypeAdapter[Row]

    @property
    def name(self) -> str:
        """Name of the table, its resource and its file."""
        return self.declared.name

    @property
    def key(self) -> tuple[str, ...]:
        """Columns of the primary key."""
        return self.declared.key

    @property
    def order(self) -> tuple[str, ...]:
        """Columns by which the rows are sorted."""
        return self.declared.order or self.declared.key

    @property
    def header(self) -> tuple[str, ...]:
        """Names of the columns, in file order."""
        return tuple(column.name for column in self.columns)

    @property
    def path(self) -> str:
        """Path of its file, relative to the package."""
        return f"dataset/{self.name}.csv"

    @property
    def sealed(self) -> bool:
        """Whether each row carries a seal."""
        return "seal" in self.header

    @property
    def in_labels(self) -> set[str]:
        """The other tables whose labels are part of its labels."""
        templates = filter(None, (self.declared.label, self.declared.short))
        shown = {name for one in templates for name in labels.parse(one).columns(shown=True)}
        return {str(one.references) for one in self.columns if one.references and one.name in shown}

    def column(self, name: str) -> ColumnSpec | None:
        """The column of that name, if there is one."""
        return next((column for column in self.columns if column.name == name), None)

    def listed(self, cells: Mapping[str, str]) -> bool:
        """Whether a row is one of a published list, and needs no evidence."""
        column = self.declared.listed_without
        return bool(column) and not cells[column]

    def parse(self, cells: Mapping[str, str]) -> Row:
        """The value of a row.

        Raises:
            pydantic.ValidationError: A cell is not the one canonical text of a value.
        """
        return self.adapter.validate_python({name: cell or None for name, cell in cells.items()})

    def key_of(self, cells: Mapping[str, str]) -> str:
        """The key of a row as one text; the parts of a compound key are joined by spaces."""
        return " ".join(cells[name] for name in self.key)


_TYPES: dict[str, type] = {
    EDTF.name: Edtf,
    ISO_DATE.name: date,
    INTEGER.name: int,
    NUMBER.name: Decimal,
}
"""Types of the values, by kind; those of the other kinds are text."""


def describe_all(models: Sequence[type[Row]]) -> dict[str, TableSpec]:
    """The specification of each table by name, in the order of the models.

    Raises:
        TypeError: As for ``describe``; or a label is part of itself.
    """
    tables = {spec.name: spec for spec in map(describe, models)}
    for name, spec in tables.items():
        inside = spec.in_labels
        while inside:
            if name in inside:
                raise TypeError(f"a label of {name} would be part of itself")
            inside = {further for one in inside for further in tables[one].in_labels}
    return tables


def describe(model: type[Row]) -> TableSpec:
    """The specification of a model.

    Raises:
        TypeError: The schemas cannot express the type or the metadata of a field, or the label
            names no column of the table.
        ValueError: The label is not a template.
    """
    hints = typing.get_type_hints(model, include_extras=True)
    columns = []
    for field in dataclasses.fields(model):
        place = f"{model.__name__}.{field.name}"
        if field.default is not dataclasses.MISSING:
            raise TypeError(f"{place} has a default, but an empty cell is a missing value")
        columns.append(_column(field.name, hints[field.name], place))
    spec = TableSpec(model.declared, model, tuple(columns), TypeAdapter(model))
    for template in filter(None, (spec.declared.label, spec.declared.short)):
        if strange := labels.parse(template).columns() - set(spec.header):
            raise TypeError(f"the label of {spec.name} names {min(strange)}, which is not a column")
    return spec


def _column(name: str, hint: object, place: str) -> ColumnSpec:
    optional, metadata = _unwrapped(hint)
    inside, required = _required(optional)
    annotation, inner = _unwrapped(inside)
    metadata += inner
    declared = [item for item in metadata if isinstance(item, Column)]
    kinds = [item for item in metadata if isinstance(item, Kind)]
    codes = annotation if isinstance(annotation, type) and issubclass(annotation, Code) else None
    if codes and not kinds:
        kinds = [CODE]
    if len(declared) != 1 or len(kinds) != 1:
        raise TypeError(f"{place} needs exactly one Kind and one Column")
    if any(not isinstance(item, (Column, Kind)) for item in metadata):
        raise TypeError(f"{place} has metadata that Table Schema cannot express")
    if annotation is not _TYPES.get(kinds[0].name, str) and not codes:
        raise TypeError(f"{place} is of a type that its kind {kinds[0].name} does not read")
    from_what = [one for one in (declared[0].origin, declared[0].inputs) if one]
    if len(from_what) != (declared[0].grounding is Grounding.DERIVED):
        raise TypeError(f"{place} needs one origin or inputs if it is derived, and else neither")
    return ColumnSpec(name, kinds[0], codes, required, declared[0])


def _required(annotation: object) -> tuple[object, bool]:
    """The type inside ``X | None``, and whether a value is required."""
    if typing.get_origin(annotation) not in (typing.Union, types.UnionType):
        return annotation, True
    inner = [part for part in typing.get_args(annotation) if part is not type(None)]
    if len(inner) != 1:
        raise TypeError(f"Table Schema cannot express {annotation}")
    return inner[0], False


def _unwrapped(annotation: object) -> tuple[object, list[object]]:
    """The type inside ``Annotated``, and its metadata."""
    if typing.get_origin(annotation) is not typing.Annotated:
        return annotation, []
    inner, *metadata = typing.get_args(annotation)
    return inner, metadata
