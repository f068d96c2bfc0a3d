"""`quote`: find words in a document, as lines for `quotes.csv`, or the nearest passage."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gsomia_data._floor.alike import difference, nearest, same
from gsomia_data._floor.characters import LINE_BREAK
from gsomia_data._floor.text import Span, places
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.pieces import outer, pieces
from gsomia_data.curation.package.positions import beside
from gsomia_data.curation.schema.models import TABLES


@dataclass(frozen=True, slots=True)
class Match:
    """One passage that can be quoted: it lies in one line.

    Attributes:
        start: Position of its first character.
        line: Line of the document.
        row: Line to paste into `quotes.csv`.
        held_by: Quote or omission that already holds some of it; empty if none does.
        difference: How the document writes the words that were searched; empty if as they are.
        goes_on: Whether the words go on in the next line, so in the next quote.
    """

    start: int
    line: int
    row: str
    held_by: str
    difference: str = ""
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest passage, if the words do not occur.

    Attributes:
        line: Line of the document.
        passage: Its text.
        difference: How it differs from the words.
        places: The passage as lines to paste: one, or one for each line that it is on.
    """

    line: int
    passage: str
    difference: str
    places: tuple[Match, ...]


def find(package: Package, source: str, words: str) -> list[Match] | Near | None:
    """The occurrences of words in a document, or the nearest passage; ``None`` if none is near.

    Words occur also where the document has other typographic marks, blanks, normal forms or
    characters that are not seen.

    Raises:
        KeyError: The source has no document.
    """
    document = package.snapshot.texts[source]
    spans = [(at, at + len(words)) for at in places(document, words)] if words.strip() else []
    spans = spans or same(document, words)
    if spans:
        return list(_matches(package, source, spans, words))
    near = nearest(document, words)
    if near is None:
        return None
    passage = document[slice(*near)]
    lines = tuple(_matches(package, source, [near], passage))
    return Near(line_of(document, near[0]), passage, difference(passage, words), lines)


def _matches(package: Package, source: str, spans: list[Span], words: str) -> Iterator[Match]:
    """A match for each line of each span, with keys that no quote has yet."""
    document, number = package.snapshot.texts[source], next_number(package, source)
    held = outer(pieces(package).get(source, []))
    for start, end in spans:
        found = document[start:end]
        differs = "" if found == words else difference(found, words)
        lines = list(_lines(document, start, end))
        for first, last in lines:
            holders = [piece for piece in held if piece.start < last and first < piece.end]
            cells = holders[-1].entry.cells if holders else {}
            held_by = (
                cells.get("quote_id") or f"the omission at {holders[-1].start}" if cells else ""
            )
            row = _row(document, f"{source}-{number}", source, first, last)
            goes_on = (first, last) != lines[-1]
            yield Match(first, line_of(document, first), row, held_by, differs, goes_on)
            number += 1


def _lines(document: str, start: int, end: int) -> Iterator[Span]:
    """The parts of a passage that lie in one line, without blanks at their edges."""
    breaks = [match.span() for match in LINE_BREAK.finditer(document, start, end)]
    starts, ends = [start, *(last for _, last in breaks)], [*(first for first, _ in breaks), end]
    for first, last in zip(starts, ends, strict=True):
        part = document[first:last]
        if part.strip():
            begins = first + len(part) - len(part.lstrip())
            yield begins, begins + len(part.strip())


def line_of(document: str, at: int) -> int:
    """The number of the line of a document on which a position is."""
    return document.count("\n", 0, at) + 1


def quote_cells(document: str, key: str, source: str, start: int, stop: int) -> dict[str, str]:
    """The cells of a quote of ``document[start:stop]``, by column; its note is left out."""
    prefix, suffix = beside(document, start, stop)
    return {
        "quote_id": key,
        "source_id": source,
        "exact": document[start:stop],
        "start": str(start),
        "stop": str(stop),
        "prefix": prefix,
        "suffix": suffix,
    }


def next_number(package: Package, source: str) -> int:
    """The next free number of a quote of a document: one more than the last."""
    used = [
        int(match.group(1))
        for row in package.tables["quotes"]
        if (match := re.fullmatch(re.escape(source) + r"-(\d{1,9})", row["quote_id"]))
    ]
    return max(used, default=0) + 1


def _row(document: str, key: str, source: str, start: int, stop: int) -> str:
    cells = quote_cells(document, key, source, start, stop)
    return csvfile.line(cells.get(name, "") for name in TABLES["quotes"].header)
