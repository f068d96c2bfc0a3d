"""A row of evidence as a witness: joined with the cell that it is about and the words it quotes."""

from dataclasses import dataclass
from functools import cached_property

from gsomia_data._floor.text import Span, occurrences
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.records import value_in, value_of
from gsomia_data.curation.schema.kinds import Value
from gsomia_data.curation.schema.models import Evidence, Quote
from gsomia_data.curation.schema.specs import ColumnSpec, TableSpec
from gsomia_data.curation.schema.vocabulary import Relation

CellKey = tuple[str, str, str]
"""A cell: table, key of the row, column."""


@dataclass(frozen=True)
class Witness:
    """One row of evidence, joined with its cell and its quote; ``None`` if a join fails.

    Attributes:
        entry: The row of evidence.
        spec: Table of the cell.
        column: Column of the cell.
        record: Row of the cell.
        quote: Quote that holds the words.
    """

    entry: Entry
    spec: TableSpec | None
    column: ColumnSpec | None
    record: Entry | None
    quote: Entry | None

    @property
    def cell(self) -> CellKey:
        """The cell that the row is about."""
        cells = self.entry.cells
        return cells["table_name"], cells["row_key"], cells["column_name"]

    @property
    def says(self) -> str:
        """The value that its words give."""
        return self.entry.cells["says"]

    @property
    def supports(self) -> bool:
        """Whether its words support the value of the cell."""
        return value_in(self.entry, "relation", Relation) is Relation.SUPPORTS

    @property
    def gives_value(self) -> bool:
        """Whether its words give a value by a rule; they may only reword the cell, or be a slip."""
        relation = value_in(self.entry, "relation", Relation)
        return relation is None or relation.gives_value

    @cached_property
    def meaning(self) -> Value | None:
        """The value that its words give, as its column holds it; ``None`` if it cannot."""
        try:
            return self.column.read(self.says) if self.column else None
        except ValueError:
            return None

    @cached_property
    def span(self) -> Span | None:
        """The span of the words in the quote; ``None`` if they are not there."""
        evidence, quote = value_of(self.entry, Evidence), value_of(self.quote, Quote)
        if quote is None or evidence is None:
            return None
        spans = occurrences(quote.exact, evidence.words)
        return spans[evidence.nth - 1] if evidence.nth <= len(spans) else None

    @cached_property
    def absolute(self) -> Span | None:
        """The span of the words in the document, by the positions of the quote."""
        quote = value_of(self.quote, Quote)
        if quote is None or self.span is None:
            return None
        at = quote.start or 0
        return at + self.span[0], at + self.span[1]


def source_of(witness: Witness) -> str:
    """The source of a row of evidence; empty if its quote is missing."""
    return witness.quote.cells["source_id"] if witness.quote else ""
