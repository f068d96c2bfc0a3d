"""Quotes and omissions as pieces of their document, and the omissions that lie inside a quote."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gsomia_data._floor.text import Span
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.package.csvfile import Entry
from gsomia_data.curation.package.derived import OPENING
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.positions import as_cell, position
from gsomia_data.curation.package.records import value_in
from gsomia_data.curation.schema.models import TABLES


@dataclass(frozen=True, slots=True)
class Piece:
    """A quote or an omission, with its position in the document.

    Attributes:
        start: Position of its first character.
        end: Position after its last character.
        table: ``quotes`` or ``omissions``.
        entry: Its row.
        within: The quote inside which an omission lies; ``None`` for all other pieces.
    """

    start: int
    end: int
    table: str
    entry: Entry
    within: "Piece | None" = None

    @property
    def part(self) -> Span:
        """Its span in the words of the quote inside which it lies, else in the document."""
        first = self.within.start if self.within else 0
        return self.start - first, self.end - first


def pieces(package: Package) -> Mapping[str, list[Piece]]:
    """Quotes and omissions of each document, by position, without those that do not fit into it.

    Where the document is not there, positions are those that the quotes give for themselves.
    """
    found: dict[str, list[Piece]] = defaultdict(list)
    for table in ("quotes", "omissions"):
        for entry in package.rows(table):
            piece = _piece(package, table, entry)
            if piece is not None:
                found[entry.cells["source_id"]].append(piece)
    return {source: _nested(listed) for source, listed in found.items()}


def outer(listed: Sequence[Piece]) -> list[Piece]:
    """The pieces of a document that do not lie inside a quote."""
    return [piece for piece in listed if piece.within is None]


def left_inside(package: Package) -> Mapping[str, list[Piece]]:
    """The omissions inside each quote, by its key and in order."""
    left: dict[str, list[Piece]] = defaultdict(list)
    for listed in pieces(package).values():
        for piece in listed:
            if piece.within is not None:
                left[piece.within.entry.cells["quote_id"]].append(piece)
    return left


def start_of(package: Package, quote: Entry) -> int | None:
    """Where a quote begins in its document, or says that it does where that is not there."""
    document = package.snapshot.texts.get(quote.cells["source_id"])
    return value_in(quote, "start", int) if document is None else position(document, quote)


def omission_line(source: str, start: int, end: int, words: str) -> str:
    """A line of `omissions.csv` to paste, in which the reason is still to be written."""
    return csvfile.line(omission_cells(source, start, end, words).values())


def omission_cells(source: str, start: int, end: int, words: str) -> dict[str, str]:
    """The cells of an omission by column, with the reason still to be written."""
    cells = dict.fromkeys(TABLES["omissions"].header, "")
    cells |= {"source_id": source, "start": str(start), "stop": str(end)}
    return cells | {"opens": as_cell(words[:OPENING]), "reason": "REASON"}


def _piece(package: Package, table: str, entry: Entry) -> Piece | None:
    document = package.snapshot.texts.get(entry.cells["source_id"])
    start, end = value_in(entry, "start", int), value_in(entry, "stop", int)
    if table == "quotes":
        start = start_of(package, entry)
        end = None if start is None else start + len(entry.cells["exact"])
    if start is None or end is None or not start < end:
        return None
    if document is not None and end > len(document):
        return None
    return Piece(start, end, table, entry)


def _nested(listed: Sequence[Piece]) -> list[Piece]:
    """The pieces in order; an omission that is a part of a quote, but not all of it, is within."""
    quotes = [piece for piece in listed if piece.table == "quotes"]
    nested = [
        replace(piece, within=next((quote for quote in quotes if _holds(quote, piece)), None))
        for piece in listed
    ]
    return sorted(nested, key=lambda piece: (piece.start, piece.end))


def _holds(quote: Piece, piece: Piece) -> bool:
    inside = quote.start <= piece.start and piece.end <= quote.end
    return (
        inside and piece.table == "omissions" and piece.end - piece.start < quote.end - quote.start
    )
