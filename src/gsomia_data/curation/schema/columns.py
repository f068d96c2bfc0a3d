"""What a model declares: a ``Column`` beside each field, and a ``Table``."""

import typing
from dataclasses import KW_ONLY, dataclass
from enum import Enum
from typing import Any

import pydantic
from pydantic import ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from gsomia_data.curation.schema.codes import Code
from gsomia_data.curation.schema.groundings import Grounding


@dataclass(frozen=True, slots=True)
class Origin:
    """The cell of which a derived cell is a copy.

    Attributes:
        table: Table of the original.
        column: Column of the original.
        reference: Column of ``table`` by which the row of the original is found.
        through: Column of the derived cell's own row that has the same value.
        where: Codes that the row of the original has, by column.
    """

    table: str
    column: str
    reference: str
    through: str
    where: tuple[tuple[str, Code], ...] = ()


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a derived cell is computed from that is not a copy.

    Attributes:
        columns: Columns from whose cells, or from the evidence for them, it is computed.
        table: Table of these columns; empty if they are in the row of the derived cell.
        reference: Column of ``table`` by which the rows there are found.
        through: Column of the derived cell's own row that has the same value.
        says: What it is computed from, in words, if not from such columns.
    """

    columns: tuple[str, ...] = ()
    _: KW_ONLY
    table: str = ""
    reference: str = ""
    through: str = ""
    says: str = ""


class Passage(Enum):
    """Where a document has the words of a verbatim column, whose parts are joined by ``PARTS``."""

    QUOTED = "inside quotation marks"
    REPORTED = "outside quotation marks"


@dataclass(frozen=True, slots=True)
class Column:
    """What a model declares about a field besides its type.

    Attributes:
        meaning: Description of the column.
        grounding: What its values rest on.
        references: Table whose key the cell holds.
        actor_kinds: Kinds of actors that the cell may name; empty if all may.
        minimum: Least number allowed.
        maximum: Greatest number allowed.
        origin: Cell of which this one is a copy.
        inputs: What this one is computed from, if it is derived and not a copy.
        searched: Whether a search of the package also covers this column.
        passage: Where its words are, if a value may have several parts; ``None`` if it has one.
        term: Address of a term of a public vocabulary that means exactly this.
    """

    meaning: str
    grounding: Grounding
    references: str | None = None
    actor_kinds: tuple[str, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    origin: Origin | None = None
    inputs: Inputs | None = None
    searched: bool = False
    passage: Passage | None = None
    term: str = ""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        schema = handler(source)
        if self.minimum is None and self.maximum is None:
            return schema
        return core_schema.no_info_after_validator_function(self._within_bounds, schema)

    def _within_bounds(self, value: Any) -> Any:  # noqa: ANN401 - any column type passes through
        if value is not None and (
            (self.minimum is not None and value < self.minimum)
            or (self.maximum is not None and value > self.maximum)
        ):
            reason = f"is not between {self.minimum} and {self.maximum or 'any size'}"
            raise PydanticCustomError("bounds", "{reason}", {"reason": reason})
        return value


@dataclass(frozen=True, slots=True)
class Table:
    """What a model declares about its table.

    Attributes:
        name: Name of the table.
        title: Its title.
        row: What one row is.
        key: Columns of its primary key.
        order: Columns by which its rows are sorted; the key if empty.
        unique: Further sets of columns without duplicates.
        of_record: Whether it holds what the sources report; the other tables support these.
        listed_without: Column that is empty in the rows of a published list: they have no document,
            so that no cell of theirs needs evidence.
        label: Template for the name of a row for people, which can be read alone.
        short: Template for a name beside other text; the label if empty.
        included: Cases that get a row.
        excluded: The nearest cases that get no row.
    """

    name: str
    title: str
    row: str
    key: tuple[str, ...]
    order: tuple[str, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    of_record: bool = False
    listed_without: str = ""
    _: KW_ONLY
    label: str
    short: str = ""
    included: str
    excluded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the models share: a value of one of them is one row that was read."""

    declared: typing.ClassVar[Table]


R = typing.TypeVar("R", bound=Row)


@typing.dataclass_transform(frozen_default=True, kw_only_default=True)
def row(model: type[R]) -> type[R]:
    """Turn the decorated class into a model, whose values are frozen and slotted.

    A field takes the text of its cell, and ``None`` for an empty one. An unknown column is refused.
    """
    decorated = pydantic.dataclasses.dataclass(
        model, frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid")
    )
    return typing.cast(type[R], decorated)
