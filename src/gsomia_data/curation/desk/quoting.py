"""`quote`: find words in a document, as lines for `quotes.csv`, or the nearest passage."""

import re
from dataclasses import dataclass

from gsomia_data._floor import text
from gsomia_data.curation.checks.omissions import pieces
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.package.joined import Package
from gsomia_data.curation.package.positions import beside
from gsomia_data.curation.schema.models import TABLES


@dataclass(frozen=True, slots=True)
class Match:
    """One occurrence of the words.

    Attributes:
        start: Position of their first character.
        line: Line of the document.
        row: Line to paste into `quotes.csv`.
        held_by: Quote or omission that already holds some of them; empty if none does.
    """

    start: int
    line: int
    row: str
    held_by: str


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest passage, if the words do not occur.

    Attributes:
        line: Line of the document.
        passage: Its text.
        difference: How it differs from the words.
    """

    line: int
    passage: str
    difference: str


def find(package: Package, source: str, words: str) -> list[Match] | Near | None:
    """The occurrences of words in a document, or the nearest passage; ``None`` if none is near.

    Raises:
        KeyError: The source has no document.
    """
    document = package.snapshot.texts[source]
    starts = text.places(document, words)
    if not starts:
        near = text.nearest(document, words)
        if near is None:
            return None
        passage = document[slice(*near)]
        line = document.count("\n", 0, near[0]) + 1
        return Near(line, passage, text.difference(passage, words))
    number = _next_number(package, source)
    return [
        _match(package, f"{source}-{number + more}", source, words, start)
        for more, start in enumerate(starts)
    ]


def _match(package: Package, key: str, source: str, words: str, start: int) -> Match:
    document = package.snapshot.texts[source]
    end = start + len(words)
    prefix, suffix = beside(document, start, end)
    cells = {
        "quote_id": key,
        "source_id": source,
        "exact": words,
        "start": str(start),
        "stop": str(end),
        "prefix": prefix,
        "suffix": suffix,
    }
    row = csvfile.line(cells.get(name, "") for name in TABLES["quotes"].header)
    held = ""
    for piece in pieces(package).get(source, []):
        if piece.start < end and start < piece.end:
            cells = piece.entry.cells
            held = cells.get("quote_id") or f"the omission at {piece.start}"
    return Match(start, document.count("\n", 0, start) + 1, row, held)


def _next_number(package: Package, source: str) -> int:
    used = [
        int(match.group(1))
        for row in package.tables["quotes"]
        if (match := re.fullmatch(re.escape(source) + r"-(\d{1,9})", row["quote_id"]))
    ]
    return max(used, default=0) + 1
