"""A row of evidence joined with its cell and its quote."""

from dataclasses import dataclass
from functools import cached_property

from gsomia_data._floor.text import Span, occurrences
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.derived import natural
from gsomia_data.curation.schema.columns import ColumnSpec, TableSpec
from gsomia_data.curation.schema.vocabulary import Relation

CellKey = tuple[str, str, str]
"""Table, key of the row, column."""


@dataclass(frozen=True)
class Witness:
    """One row of evidence joined with its cell and its quote; ``None`` where a join fails."""

    entry: Entry
    spec: TableSpec | None
    column: ColumnSpec | None
    record: Entry | None
    quote: Entry | None

    @property
    def cell(self) -> CellKey:
        """The cell that it is about."""
        cells = self.entry.cells
        return cells["table_name"], cells["row_key"], cells["column_name"]

    @property
    def says(self) -> str:
        """What its words give."""
        return self.entry.cells["says"]

    @property
    def supports(self) -> bool:
        """Whether they give the value of the cell."""
        return self.entry.cells["relation"] == Relation.SUPPORTS

    @cached_property
    def span(self) -> Span | None:
        """Where the words are in the quote, or ``None`` if they are not in it."""
        cells = self.entry.cells
        nth = natural(cells["nth"])
        if self.quote is None or nth is None:
            return None
        found = occurrences(self.quote.cells["exact"], cells["words"])
        return found[nth - 1] if 0 < nth <= len(found) else None

    @cached_property
    def absolute(self) -> Span | None:
        """Where the words are in the document, by the positions of the quote."""
        if self.quote is None or self.span is None:
            return None
        at = natural(self.quote.cells["start"]) or 0
        return at + self.span[0], at + self.span[1]


def source_of(witness: Witness) -> str:
    """The document of a row of evidence; empty where its quote is not there."""
    return witness.quote.cells["source_id"] if witness.quote else ""
